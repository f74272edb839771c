//! TOML as an author would write it, for `export` and `import`.

use std::fmt::Write as _;

use super::edition::{Printed, Words};

/// A TOML text that grows line by line.
#[derive(Debug, Default)]
pub(super) struct TomlText(String);

impl TomlText {
    /// An empty line and the head of a table: `[valid]`, `[[source]]`.
    pub(super) fn head(&mut self, head: &str) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(head);
        self.0.push('\n');
    }

    /// A key with a value that is written as it stands: a number, a day, true.
    pub(super) fn plain(&mut self, key: &str, value: impl std::fmt::Display) {
        self.plain_line(format_args!("{key} = {value}"));
    }

    fn plain_line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{line}");
    }

    /// A key with a text.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        self.plain(key, quoted(text));
    }

    /// A key with a list of texts.
    pub(super) fn list<'a>(&mut self, key: &str, texts: impl Iterator<Item = &'a str>) {
        let texts: Vec<String> = texts.map(quoted).collect();
        self.plain(key, format_args!("[{}]", texts.join(", ")));
    }

    /// A key with a number that may have a fraction.
    pub(super) fn real(&mut self, key: &str, number: f64) {
        self.plain(key, real(number));
    }

    /// A key with two such numbers.
    pub(super) fn pair(&mut self, key: &str, [one, other]: [f64; 2]) {
        self.plain(key, format_args!("[{}, {}]", real(one), real(other)));
    }

    /// A text by language: `title.en`, `title.zh`.
    pub(super) fn words(&mut self, key: &str, words: &Words) {
        for (tag, text) in words {
            self.text(&format!("{key}.{tag}"), text);
        }
    }

    /// A text once or by language.
    pub(super) fn printed(&mut self, key: &str, printed: &Printed) {
        match printed {
            Printed::Same(text) => self.text(key, text),
            Printed::By(words) => self.words(key, words),
        }
    }

    /// A line that is not read until an author takes its mark away.
    pub(super) fn remark(&mut self, line: &str) {
        self.plain_line(format_args!("# {line}"));
    }

    /// The whole text.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

/// A number with all its digits and always with a point or an exponent, as TOML asks of reals.
fn real(number: f64) -> String {
    format!("{number:?}")
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_and_number_reads_back_the_same(text in "\\PC*|[\\x00-\\x7f]*", number in proptest::num::f64::NORMAL) {
            let mut toml = TomlText::default();
            toml.text("text", &text);
            toml.real("number", number);
            let table: toml::Table = toml.into_string().parse().expect("valid TOML");
            prop_assert_eq!(table["text"].as_str(), Some(text.as_str()));
            prop_assert_eq!(table["number"].as_float(), Some(number));
        }
    }
}
