//! The two files of a draft: `story.toml`, and its text in one language.

use jiff::civil::Date;

use super::super::edition::{Kind, Words};
use super::super::sources::FENCE;
use super::super::toml_text::TomlText;

/// What `story.toml` says of a draft.
#[derive(Debug)]
pub(super) struct StoryFile {
    /// The day that it is dated.
    pub(super) published: Date,
    /// The day of its last change, which is also that of its source.
    pub(super) updated: Date,
    /// What it is.
    pub(super) kind: Kind,
    /// The name of its source, by language.
    pub(super) source: Words,
    /// The address of its source.
    pub(super) address: Option<String>,
}

impl StoryFile {
    /// The file.
    pub(super) fn to_toml(&self) -> String {
        let mut toml = TomlText::default();
        toml.plain("published", self.published);
        toml.plain("updated", self.updated);
        toml.text("kind", self.kind.as_str());
        toml.remark("picture = \"…\"");
        toml.list("zones", std::iter::empty());
        toml.plain("historic", false);
        toml.head("[[source]]");
        toml.words("name", &self.source);
        if let Some(address) = &self.address {
            toml.text("url", address);
        }
        toml.plain("date", self.updated);
        toml.into_string()
    }
}

/// A draft in one language.
#[derive(Debug)]
pub(super) struct StoryText {
    /// Its headline.
    pub(super) headline: String,
    /// One line for cards.
    pub(super) summary: String,
    /// What the lead picture shows; may be empty.
    pub(super) caption: String,
    /// Its Markdown.
    pub(super) body: String,
}

impl StoryText {
    /// The file.
    pub(super) fn to_markdown(&self) -> String {
        let mut toml = TomlText::default();
        toml.text("headline", &self.headline);
        toml.text("summary", &self.summary);
        if !self.caption.is_empty() {
            toml.text("caption", &self.caption);
        }
        format!("{FENCE}\n{}{FENCE}\n\n{}\n", toml.into_string(), self.body)
    }
}
