//! Which characters an edition uses, and which of them a font can draw.
//!
//! A character that no font has is drawn as an empty box, so it is found before a visitor finds it.

use std::collections::BTreeMap;

use ttf_parser::Face;

use super::error::Error;
use super::fault::{Fault, Severity, codes};
use super::library::Library;
use super::verify::each_text;

/// The characters of an edition, each with the first place where it stands.
pub type Glyphs = BTreeMap<char, String>;

/// What one font can draw.
#[derive(Debug)]
pub struct Coverage<'a>(Face<'a>);

impl<'a> Coverage<'a> {
    /// Reads the character map of an OpenType or TrueType font; `None` where it is none.
    #[must_use]
    pub fn of_font(font: &'a [u8]) -> Option<Self> {
        Face::parse(font, 0).ok().map(Self)
    }

    /// Whether the font has a glyph for `character` that is not the empty box.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.0.glyph_index(character).is_some_and(|glyph| glyph.0 != 0)
    }
}

/// All characters that are drawn when the edition is shown.
///
/// # Errors
///
/// [`Error::Sql`], [`Error::Damaged`] or [`Error::TimedOut`] where the texts cannot be read.
pub fn characters(library: &Library) -> Result<Glyphs, Error> {
    let mut glyphs = Glyphs::new();
    each_text(library, |place, text| {
        for character in text.chars() {
            if is_drawn(character) {
                glyphs.entry(character).or_insert_with(|| place.to_string());
            }
        }
    })?;
    Ok(glyphs)
}

/// A fault for every character that none of `fonts` has.
#[must_use]
pub fn missing_glyphs(glyphs: &Glyphs, fonts: &[Coverage<'_>]) -> Vec<Fault> {
    glyphs
        .iter()
        .filter(|(character, _)| !fonts.iter().any(|font| font.has(**character)))
        .map(|(character, place)| Fault {
            severity: Severity::Error,
            code: codes::GLYPH,
            place: place.clone(),
            what: format!("no font of the kiosk has {character} (U+{:04X})", u32::from(*character)),
            mend: "write another character, or add it to the kiosk's fonts".to_owned(),
        })
        .collect()
}

/// Blanks need no glyph, and what must not be shown has faults of its own.
fn is_drawn(character: char) -> bool {
    !character.is_whitespace()
        && !super::chars::is_unshowable(character)
        && !super::chars::is_invisible(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font of nothing but the tables that a reader insists on, with these characters as glyphs 1, 2, ….
    fn font(characters: &[char]) -> Vec<u8> {
        let mut head = vec![0; 54];
        head[..4].copy_from_slice(&[0, 1, 0, 0]);
        head[12..16].copy_from_slice(&[0x5F, 0x0F, 0x3C, 0xF5]);
        head[18..20].copy_from_slice(&1_000_u16.to_be_bytes());
        let mut hhea = vec![0; 36];
        hhea[..4].copy_from_slice(&[0, 1, 0, 0]);
        hhea[34..].copy_from_slice(&1_u16.to_be_bytes());
        let glyphs = u16::try_from(characters.len() + 1).expect("few");
        let maxp = [&[0, 0, 0x50, 0][..], &glyphs.to_be_bytes()].concat();
        // One subtable of format 12 for (Windows, full Unicode).
        let mut cmap = [0_u16, 1, 3, 10, 0, 12, 12, 0].map(u16::to_be_bytes).concat();
        let groups = u32::try_from(characters.len()).expect("few");
        cmap.extend([16 + 12 * groups, 0, groups].map(u32::to_be_bytes).concat());
        for (glyph, character) in (1_u32..).zip(characters) {
            let code = u32::from(*character);
            cmap.extend([code, code, glyph].map(u32::to_be_bytes).concat());
        }
        let tables = [(b"cmap", cmap), (b"head", head), (b"hhea", hhea), (b"maxp", maxp)];
        let mut offset = 12 + 16 * tables.len();
        let mut out = [0, 1, 0, 0, 0, 4, 0, 64, 0, 2, 0, 0].to_vec();
        let mut body = Vec::new();
        for (tag, mut data) in tables {
            out.extend(tag);
            out.extend([0; 4]);
            out.extend(u32::try_from(offset).expect("small").to_be_bytes());
            out.extend(u32::try_from(data.len()).expect("small").to_be_bytes());
            data.resize(data.len().next_multiple_of(4), 0);
            offset += data.len();
            body.extend(data);
        }
        out.extend(body);
        out
    }

    #[test]
    fn a_character_that_no_font_has_is_told_with_its_place() {
        let (latin, chinese) = (font(&['a', 'b']), font(&['果', '𠮷']));
        let fonts = [&latin, &chinese].map(|font| Coverage::of_font(font).expect("a font"));
        let glyphs: Glyphs = ['a', 'c', '果', '𠮷', '港']
            .map(|character| (character, format!("place of {character}")))
            .into();
        let faults = missing_glyphs(&glyphs, &fonts);
        let places: Vec<_> = faults.iter().map(|fault| fault.place.as_str()).collect();
        assert_eq!(places, ["place of c", "place of 港"]);
        assert!(faults[1].what.contains("U+6E2F"), "{}", faults[1].what);
    }

    #[test]
    fn what_is_no_font_is_no_font_however_it_is_cut() {
        let whole = font(&['a']);
        for end in 0..whole.len() {
            let _ = Coverage::of_font(&whole[..end]).map(|coverage| coverage.has('a'));
        }
        assert!(Coverage::of_font(b"").is_none());
        assert!(Coverage::of_font(&[0xFF; 1_000]).is_none());
    }
}
