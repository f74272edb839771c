//! A text file of the folder, which knows how to say where something stands in it.

use std::ops::Range;

/// A text file with plain line ends.
#[derive(Debug, Clone)]
pub(super) struct TextFile {
    /// Its name from the folder of sources on.
    pub(super) name: String,
    /// Its text: no byte order mark, lines end in `\n`.
    pub(super) text: String,
    /// Lines of the file before `text` begins.
    lines_before: usize,
}

impl TextFile {
    /// The file `name` with this `text`.
    pub(super) fn new(name: &str, text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { name: name.to_owned(), text: text.replace("\r\n", "\n"), lines_before: 0 }
    }

    /// A piece of the file that begins after `lines_before` lines.
    pub(super) fn piece(&self, text: &str, lines_before: usize) -> Self {
        Self { name: self.name.clone(), text: text.to_owned(), lines_before }
    }

    /// Name and line of the byte at `offset`.
    pub(super) fn at(&self, offset: usize) -> String {
        let line_ends = self.text.match_indices('\n');
        self.at_line(line_ends.take_while(|(end, _)| *end < offset).count() + 1)
    }

    /// The line on which the byte at `offset` stands.
    pub(super) fn line_at(&self, offset: usize) -> &str {
        let offset = offset.min(self.text.len());
        let start =
            self.text.get(..offset).and_then(|above| above.rfind('\n')).map_or(0, |end| end + 1);
        self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// Name and line of a span, or the name alone.
    pub(super) fn at_span(&self, span: Option<Range<usize>>) -> String {
        span.map_or_else(|| self.name.clone(), |span| self.at(span.start))
    }

    /// Name and line of the `line`-th line of the text, from 1.
    pub(super) fn at_line(&self, line: usize) -> String {
        format!("{}:{}", self.name, line + self.lines_before)
    }

    /// Name and line where `word` stands first, in quotes if it is found so; else the name alone.
    pub(super) fn place_of(&self, word: &str) -> String {
        self.text
            .find(&format!("\"{word}\""))
            .or_else(|| self.text.find(word))
            .map_or_else(|| self.name.clone(), |offset| self.at(offset))
    }

    /// Name and line where `word` stands last in quotes: where a duplicate is.
    pub(super) fn place_of_last(&self, word: &str) -> String {
        self.text
            .rfind(&format!("\"{word}\""))
            .map_or_else(|| self.name.clone(), |offset| self.at(offset))
    }

    /// Name and line of each line that gives `key` a value, in their order.
    pub(super) fn places_of_key(&self, key: &str) -> Vec<String> {
        let gives_key = |line: &str| {
            let rest = line.trim_start().strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let lines = self.text.lines().enumerate();
        lines
            .filter(|(_, line)| gives_key(line))
            .map(|(index, _)| self.at_line(index + 1))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_file_and_the_line() {
        let file = TextFile::new("menus.toml", "\u{feff}a = 1\r\nslug = \"news\"\r\n");
        assert_eq!(file.place_of("news"), "menus.toml:2");
        assert_eq!(file.place_of("missing"), "menus.toml");
        assert_eq!(file.places_of_key("slug"), ["menus.toml:2"]);
        assert_eq!(file.at(0), "menus.toml:1");
        assert_eq!(file.at(999), "menus.toml:3", "past the end is the last line");
        assert_eq!(file.line_at(8), "slug = \"news\"");
        assert_eq!(file.line_at(999), "");
        assert_eq!(file.piece("x\ny", 4).place_of("y"), "menus.toml:6");
    }
}
