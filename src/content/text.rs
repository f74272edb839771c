//! A text in every language that has it, and the rule for which one is shown.

use super::ids::LanguageId;

/// The same text in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(Vec<(LanguageId, Box<str>)>);

impl Text {
    /// Adds the text in `language`, replacing what was there.
    pub fn set(&mut self, language: LanguageId, text: impl Into<Box<str>>) {
        let text = text.into();
        match self.0.iter_mut().find(|(known, _)| *known == language) {
            Some(slot) => slot.1 = text,
            None => self.0.push((language, text)),
        }
    }

    /// The text in exactly `language`; an empty text counts as missing.
    #[must_use]
    pub fn exact(&self, language: LanguageId) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, text)| *known == language && !text.is_empty())
            .map(|(_, text)| &**text)
    }

    /// Any text that is not empty, with the language that it is in.
    #[must_use]
    pub fn any(&self) -> Option<(LanguageId, &str)> {
        self.0
            .iter()
            .find(|(_, text)| !text.is_empty())
            .map(|(language, text)| (*language, &**text))
    }

    /// The first text found along `chain`, with the language that it is in.
    pub fn along(&self, chain: impl IntoIterator<Item = LanguageId>) -> Option<(LanguageId, &str)> {
        chain.into_iter().find_map(|language| self.exact(language).map(|text| (language, text)))
    }
}

impl FromIterator<(LanguageId, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (LanguageId, String)>>(texts: I) -> Self {
        let mut text = Self::default();
        for (language, words) in texts {
            text.set(language, words);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_translation_falls_through_to_the_next_language() {
        let text: Text = [(LanguageId(1), "Port".to_owned()), (LanguageId(2), String::new())]
            .into_iter()
            .collect();
        assert_eq!(
            text.along([LanguageId(2), LanguageId(1)]),
            Some((LanguageId(1), "Port")),
            "the empty Chinese text must not be shown"
        );
        assert_eq!(text.along([LanguageId(3)]), None, "no such language");
    }
}
