//! Collecting words with emphasis into a [`RichText`] whose Markdown cannot mean anything else.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::article::RichText;
use super::super::chars::{is_unshowable, is_wide};

/// A kind of emphasis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Emphasis {
    Light,
    Strong,
}

impl Emphasis {
    fn mark(self) -> &'static str {
        match self {
            Self::Light => "*",
            Self::Strong => "**",
        }
    }
}

/// Words as they come, with the emphasis that is open.
#[derive(Debug, Default)]
pub(super) struct RichBuilder {
    plain: String,
    markdown: String,
    open: Vec<Emphasis>,
    has_emphasis: bool,
    /// A line of the source ended: a space is due, unless both neighbours are Chinese.
    line_ended: bool,
    has_stray_marks: bool,
}

impl RichBuilder {
    /// Whether asterisks were among the words.
    pub(super) fn has_stray_marks(&self) -> bool {
        self.has_stray_marks
    }

    /// Adds words; `starts_escaped` if the author put a backslash before the first of them.
    pub(super) fn push(&mut self, text: &str, starts_escaped: bool) {
        self.has_stray_marks |=
            text.chars().skip(usize::from(starts_escaped)).any(|mark| mark == '*');
        for character in text.chars() {
            let character = if character == '\t' { ' ' } else { character };
            if is_unshowable(character) {
                continue;
            }
            if std::mem::take(&mut self.line_ended)
                && let Some(last) = self.plain.chars().next_back()
                && !last.is_whitespace()
                && !character.is_whitespace()
                && !(is_wide(last) && is_wide(character))
            {
                self.plain.push(' ');
                self.markdown.push(' ');
            }
            // Blanks at the start of a line would make it code, or be lost.
            if character == ' ' && (self.plain.is_empty() || self.plain.ends_with('\n')) {
                continue;
            }
            self.plain.push(character);
            if character.is_ascii_punctuation() {
                self.markdown.push('\\');
            }
            self.markdown.push(character);
        }
    }

    /// A line of the source ended within a paragraph.
    pub(super) fn end_line(&mut self) {
        self.line_ended = true;
    }

    /// The author wants a new line here.
    pub(super) fn break_line(&mut self) {
        self.line_ended = false;
        if self.plain.is_empty() || self.plain.ends_with('\n') {
            return;
        }
        // Emphasis ends with its line and begins again: Slint's ranges do not span lines.
        self.close_all();
        self.plain.push('\n');
        self.markdown.push_str("\\\n");
        for emphasis in &self.open {
            self.markdown.push_str(emphasis.mark());
        }
    }

    /// Emphasis begins.
    pub(super) fn begin(&mut self, emphasis: Emphasis) {
        if std::mem::take(&mut self.line_ended) {
            self.push_space_before_mark();
        }
        self.has_emphasis = true;
        self.open.push(emphasis);
        self.markdown.push_str(emphasis.mark());
    }

    /// Emphasis ends.
    pub(super) fn end(&mut self) {
        if let Some(emphasis) = self.open.pop() {
            self.markdown.push_str(emphasis.mark());
        }
    }

    /// The finished text; the builder is empty afterwards.
    pub(super) fn take(&mut self) -> RichText {
        self.close_all();
        let built = std::mem::take(self);
        let plain = built.plain.trim().to_owned();
        let markdown = if built.has_emphasis {
            let markdown = built.markdown.trim();
            if reads_as(markdown, &plain) { markdown.to_owned() } else { escaped(&plain) }
        } else {
            escaped(&plain)
        };
        RichText { plain, markdown }
    }

    fn close_all(&mut self) {
        for emphasis in self.open.iter().rev() {
            self.markdown.push_str(emphasis.mark());
        }
    }

    /// A space in front of a mark at the beginning of a line, where the words before it are not Chinese.
    fn push_space_before_mark(&mut self) {
        if let Some(last) = self.plain.chars().next_back()
            && !last.is_whitespace()
            && !is_wide(last)
        {
            self.plain.push(' ');
            self.markdown.push(' ');
        }
    }
}

/// `plain` as Markdown that means these words and nothing else.
fn escaped(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len() + plain.len() / 8);
    for character in plain.chars() {
        match character {
            '\n' => out.push_str("\\\n"),
            mark if mark.is_ascii_punctuation() => out.extend(['\\', mark]),
            other => out.push(other),
        }
    }
    out
}

/// Whether `markdown` is one paragraph of the words `plain` with no more than emphasis.
///
/// Emphasis marks work or not by their neighbours, and a neighbour may have been an entity or an escape
/// in the source; so what was built is proved instead of believed.
pub(super) fn reads_as(markdown: &str, plain: &str) -> bool {
    let mut rest = plain;
    let mut paragraphs = 0;
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        let expected = match &event {
            Event::Start(Tag::Paragraph) => {
                paragraphs += 1;
                ""
            }
            Event::Start(Tag::Emphasis | Tag::Strong)
            | Event::End(TagEnd::Paragraph | TagEnd::Emphasis | TagEnd::Strong) => "",
            Event::Text(words) => words,
            Event::HardBreak => "\n",
            _ => return false,
        };
        match rest.strip_prefix(expected) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty() && paragraphs <= 1
}
