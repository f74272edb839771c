//! From the bytes of a saved page to its letters.
//!
//! What the page says of its encoding is believed only where its bytes do not say otherwise.

use encoding_rs::{Encoding, GB18030, UTF_8, WINDOWS_1252};

use super::bounds::PAGE_MAX_BYTES;
use super::error::ImportError;

/// How far into a page its encoding is declared.
const DECLARED_WITHIN: usize = 4096;

/// Beginnings of files that people take for pages.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\xD0\xCF\x11\xE0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"RIFF", "a picture or a film"),
    (b"\x1F\x8B", "a packed file"),
    (b"SQLite format 3", "an edition"),
];

/// The letters of `bytes`.
///
/// # Errors
///
/// [`ImportError::Empty`], [`ImportError::TooLarge`], [`ImportError::NotAPage`] or [`ImportError::Encoding`].
pub(super) fn letters(bytes: &[u8], page: &str) -> Result<String, ImportError> {
    let page = || page.to_owned();
    if bytes.len() > PAGE_MAX_BYTES {
        return Err(ImportError::TooLarge { page: page() });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty { page: page() });
    }
    if let Some(what) = other_than_a_page(bytes) {
        return Err(ImportError::NotAPage { page: page(), what });
    }
    let encoding = encoding_of(bytes);
    let (text, _, is_broken) = encoding.decode(bytes);
    if is_broken {
        return Err(ImportError::Encoding { page: page(), encoding: encoding.name() });
    }
    if text.trim().is_empty() {
        return Err(ImportError::Empty { page: page() });
    }
    if text.contains('\0') {
        return Err(ImportError::NotAPage { page: page(), what: "a file of bytes" });
    }
    Ok(text.into_owned())
}

fn other_than_a_page(bytes: &[u8]) -> Option<&'static str> {
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, what)) = known {
        return Some(what);
    }
    let start = ascii_lower(bytes, 2048);
    if start.contains("mime-version:") && start.contains("multipart/related") {
        return Some("a web archive (MHTML)");
    }
    let is_wide = Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8);
    let is_odd =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B);
    (!is_wide && bytes.iter().filter(is_odd).count() * 200 > bytes.len())
        .then_some("a file of bytes")
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    match declared(bytes) {
        // Said to be UTF-8 and is not: cut or glued, unless hardly a letter of it is.
        Some(encoding) if encoding == UTF_8 => {
            if is_mostly_utf8(bytes) {
                UTF_8
            } else {
                GB18030
            }
        }
        Some(encoding) => encoding,
        None if is_mostly_utf8(bytes) => UTF_8,
        None if has_pairs(bytes) => GB18030,
        None => WINDOWS_1252,
    }
}

/// The encoding that the page declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = ascii_lower(bytes, DECLARED_WITHIN);
    let value = start.split("charset=").nth(1)?.trim_start_matches(['"', '\'', ' ']);
    let end = value.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter));
    let label = value.get(..end.unwrap_or(value.len()))?;
    // A page that could be read so far is in no encoding of two bytes a letter.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}

/// The first bytes as letters, in lower case; the others do not matter here.
fn ascii_lower(bytes: &[u8], within: usize) -> String {
    let start = bytes.get(..within.min(bytes.len())).unwrap_or_default();
    start.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}

/// Whether most letters beyond ASCII are whole in UTF-8.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// Whether bytes beyond ASCII stand side by side, as those of Chinese letters do.
fn has_pairs(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| pair.iter().all(|byte| !byte.is_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "两江新区位于长江以北、嘉陵江以东。";

    #[test]
    fn every_encoding_of_the_websites_is_read() {
        let gbk = GB18030.encode(TEXT).0.into_owned();
        let declared = [b"<meta charset=gb2312><p>".as_slice(), &gbk].concat();
        let wrong = [b"<meta charset=utf-8><p>".as_slice(), &gbk].concat();
        let wide: Vec<u8> =
            [0xFEFF].into_iter().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let marked = format!("\u{feff}{TEXT}").into_bytes();
        for bytes in [TEXT.as_bytes().to_vec(), gbk, declared, wrong, wide, marked] {
            let text = letters(&bytes, "page").expect("read");
            assert!(text.ends_with(TEXT), "{text}");
        }
        assert_eq!(letters(b"the port\x92s day", "page").expect("read"), "the port’s day");
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, what) in [
            (b"%PDF-1.7 \xe2".as_slice(), "a PDF"),
            (b"PK\x03\x04\x14", "an archive or an office document"),
            (b"\x01\x02\x03\x04 text", "a file of bytes"),
            (
                b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;",
                "a web archive (MHTML)",
            ),
        ] {
            match letters(bytes, "page") {
                Err(ImportError::NotAPage { what: told, .. }) => assert_eq!(told, what),
                other => panic!("{other:?}"),
            }
        }
        assert!(matches!(letters(b" \n\t", "page"), Err(ImportError::Empty { .. })));
        assert!(matches!(letters(b"\xEF\xBB\xBF", "page"), Err(ImportError::Empty { .. })));
    }

    #[test]
    fn a_text_that_was_cut_within_a_letter_is_refused() {
        let bytes = TEXT.as_bytes();
        let cut = bytes.get(..bytes.len() - 1).expect("shorter");
        assert!(matches!(
            letters(cut, "page"),
            Err(ImportError::Encoding { encoding: "UTF-8", .. })
        ));
    }
}
