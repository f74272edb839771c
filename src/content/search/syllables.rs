//! How Chinese characters are read, and whether a run of them is read as what was typed.
//!
//! Every reading of a character counts: 重庆 is found by «chongqing» and by «zhongqing».

use std::collections::HashMap;
use std::ops::Range;

use pinyin::ToPinyinMulti as _;

/// Most readings of a character that count.
const READINGS_MAX: usize = 8;

/// Names a character in [`Syllables`]; 0 is one that is not read.
pub(super) type Character = u16;

/// The readings of the characters met so far.
#[derive(Debug)]
pub(super) struct Syllables {
    known: HashMap<char, Character>,
    readings: Vec<Readings>,
}

#[derive(Debug, Default)]
struct Readings {
    /// In letters without tone.
    spelt: Vec<Box<str>>,
    /// The first letters, one bit each.
    initials: u32,
}

impl Syllables {
    /// Knows no character yet.
    pub(super) fn new() -> Self {
        Self { known: HashMap::new(), readings: vec![Readings::default()] }
    }

    /// The name of `character`.
    pub(super) fn learn(&mut self, character: char) -> Character {
        if let Some(known) = self.known.get(&character) {
            return *known;
        }
        let readings = Readings::of(character);
        let name = match Character::try_from(self.readings.len()) {
            Ok(name) if !readings.spelt.is_empty() => {
                self.readings.push(readings);
                name
            }
            _ => 0,
        };
        self.known.insert(character, name);
        name
    }

    /// The name of `character`, if it was ever learnt.
    pub(super) fn name(&self, character: char) -> Character {
        self.known.get(&character).copied().unwrap_or_default()
    }

    /// The first run of `characters` that is read as `typed`: whole syllables of which the last may be unfinished,
    /// or else first letters alone.
    ///
    /// A single letter says so little that it counts for the first character only.
    pub(super) fn find(&self, characters: &[Character], typed: &str) -> Option<Range<usize>> {
        let initial = bit(typed.bytes().next()?);
        let starts = if typed.len() == 1 { characters.len().min(1) } else { characters.len() };
        (0..starts)
            .filter(|start| {
                characters.get(*start).is_some_and(|first| self.of(*first).initials & initial != 0)
            })
            .find_map(|start| {
                let rest = characters.get(start..)?;
                let length =
                    self.spelt_out(rest, typed).or_else(|| self.abbreviated(rest, typed))?;
                Some(start..start + length)
            })
    }

    fn of(&self, character: Character) -> &Readings {
        const NONE: &Readings = &Readings { spelt: Vec::new(), initials: 0 };
        self.readings.get(usize::from(character)).unwrap_or(NONE)
    }

    /// How many of `characters` spell `typed`.
    fn spelt_out(&self, characters: &[Character], typed: &str) -> Option<usize> {
        // One bit for each place in `typed` that some reading of the characters so far ends at:
        // however many ways there are to part it into syllables, a character is looked at once.
        let mut ends = 1_u64;
        for (count, character) in (1..).zip(characters) {
            let mut next = 0;
            for reading in &self.of(*character).spelt {
                let mut left = ends;
                while left != 0 {
                    let end = left.trailing_zeros() as usize;
                    left &= left - 1;
                    let rest = typed.get(end..)?;
                    if reading.starts_with(rest) {
                        return Some(count);
                    }
                    if rest.starts_with(&**reading) {
                        next |= 1_u64.checked_shl(u32::try_from(end + reading.len()).ok()?)?;
                    }
                }
            }
            if next == 0 {
                return None;
            }
            ends = next;
        }
        None
    }

    /// How many of `characters` begin with the letters of `typed`, one each.
    fn abbreviated(&self, characters: &[Character], typed: &str) -> Option<usize> {
        let run = characters.get(..typed.len())?;
        run.iter()
            .zip(typed.bytes())
            .all(|(character, letter)| self.of(*character).initials & bit(letter) != 0)
            .then_some(typed.len())
    }
}

impl Readings {
    fn of(character: char) -> Self {
        let mut readings = Self::default();
        for reading in character.to_pinyin_multi().into_iter().flatten().take(READINGS_MAX) {
            let plain = reading.plain();
            if plain.contains('ü') {
                // Keyboards have no ü; some type v, some u.
                readings.add(plain.replace('ü', "v"));
                readings.add(plain.replace('ü', "u"));
            } else {
                readings.add(plain.to_owned());
            }
        }
        readings
    }

    fn add(&mut self, spelt: String) {
        let is_new = !self.spelt.iter().any(|known| **known == *spelt);
        if is_new && let Some(initial) = spelt.bytes().next().filter(u8::is_ascii_lowercase) {
            self.initials |= bit(initial);
            self.spelt.push(spelt.into());
        }
    }
}

/// The bit of a letter; none for anything else.
fn bit(letter: u8) -> u32 {
    if letter.is_ascii_lowercase() { 1 << (letter - b'a') } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(title: &str, typed: &str) -> Option<String> {
        let mut syllables = Syllables::new();
        let characters: Vec<_> =
            title.chars().map(|character| syllables.learn(character)).collect();
        let at = syllables.find(&characters, typed)?;
        Some(title.chars().skip(at.start).take(at.len()).collect())
    }

    #[test]
    fn characters_are_found_by_whole_and_unfinished_syllables_and_by_initials() {
        for (title, typed, expected) in [
            ("果园港", "guoyuan", Some("果园")),
            ("果园港", "guoyu", Some("果园")),
            ("果园港", "guoyuang", Some("果园港")),
            ("果园港", "guo", Some("果")),
            ("果园港", "yuang", Some("园港")),
            ("果园港", "gyg", Some("果园港")),
            ("果园港", "yg", Some("园港")),
            ("果园港", "gg", None),
            ("果园港", "uoyuan", None),
            ("果园港", "guoyuangangk", None),
            ("走进两江", "liangjiang", Some("两江")),
            ("走进两江", "liangj", Some("两江")),
            ("西安", "xian", Some("西安")),
            ("先进", "xian", Some("先")),
            ("重庆", "chongqing", Some("重庆")),
            ("重庆", "zhongqing", Some("重庆")),
            ("重庆", "cq", Some("重庆")),
            ("银行", "yinhang", Some("银行")),
            ("绿色", "lvse", Some("绿色")),
            ("绿色", "luse", Some("绿色")),
            ("果园港", "g", Some("果")),
            ("果园港", "y", None),
            ("果园港", "", None),
            ("", "g", None),
        ] {
            assert_eq!(found(title, typed).as_deref(), expected, "{title} by {typed:?}");
        }
    }

    #[test]
    fn a_query_with_a_million_ways_to_part_it_is_answered_at_once() {
        // 洗 is read xi and xian, so each one may take two letters or four.
        let title = "洗".repeat(1_000);
        assert_eq!(found(&title, &format!("{}q", "xian".repeat(14))), None);
    }
}
