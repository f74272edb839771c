//! What can be wrong with a body, in words for its author.

use super::super::bounds::BODY_MAX_BYTES;
use super::builder::{BLOCKS_MAX, DEPTH_MAX};
use super::table::{COLUMNS_MAX, ROWS_MAX};

/// Something in a body that the author has to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkdownFault {
    /// Line of the body, from 1.
    pub line: usize,
    /// What it is.
    pub kind: MarkdownFaultKind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MarkdownFaultKind {
    /// The body is longer than any visitor reads.
    #[error("the body is {bytes} bytes long, at most {BODY_MAX_BYTES} are read")]
    BodyTooLong {
        /// Its length.
        bytes: usize,
    },
    /// Code.
    #[error("code has no place in a kiosk's text")]
    Code,
    /// A reference to a fact that the facts column does not have.
    #[error("there is no fact {number}")]
    FactMissing {
        /// What was asked for, as written.
        number: String,
    },
    /// A reference to a figure that the edition does not have.
    #[error("there is no figure «{slug}»")]
    FigureMissing {
        /// What was asked for.
        slug: String,
    },
    /// A footnote.
    #[error("footnotes are not supported")]
    Footnote,
    /// A heading of a level that is not 2 or 3.
    #[error("a heading of level {level}: only ## and ### are used within a text")]
    HeadingLevel {
        /// Its level.
        level: u8,
    },
    /// HTML.
    #[error("HTML is not supported")]
    Html,
    /// A link.
    #[error("a link leads nowhere on a kiosk")]
    Link,
    /// A list more than one level inside another.
    #[error("a list within a list within a list")]
    ListTooDeep,
    /// Something inside a list, quotation or table that belongs at the outside.
    #[error("{what} inside a list, quotation or table")]
    Misplaced {
        /// What it is.
        what: &'static str,
    },
    /// Containers within containers without end.
    #[error("more than {DEPTH_MAX} lists and quotations within each other")]
    NestedTooDeep,
    /// A reference to a picture that the edition does not have.
    #[error("there is no picture «{slug}»")]
    PictureMissing {
        /// What was asked for.
        slug: String,
    },
    /// A reference that shares its paragraph with words or other references.
    #[error("a reference does not stand alone in its paragraph")]
    ReferenceNotAlone,
    /// A reference of no known kind.
    #[error("«{target}» is not picture:…, figure:… or fact:…")]
    ReferenceUnknown {
        /// What was written.
        target: String,
    },
    /// A rule.
    #[error("horizontal rules are not supported")]
    Rule,
    /// Marks of emphasis that mark nothing, and would be seen as they are.
    #[error("asterisks that mark nothing would be shown as they are")]
    StrayMarks,
    /// A table too large for a glass.
    #[error("a table with more than {COLUMNS_MAX} columns or {ROWS_MAX} rows")]
    TableTooLarge,
    /// More blocks than any visitor reads.
    #[error("more than {BLOCKS_MAX} paragraphs, headings and list items")]
    TooManyBlocks,
}

impl MarkdownFaultKind {
    /// What the author does about it.
    #[must_use]
    pub fn mend(&self) -> &'static str {
        match self {
            Self::BodyTooLong { .. } | Self::TooManyBlocks => "split the text into several stories",
            Self::Code => "write it as ordinary words, without backquotes or indentation",
            Self::FactMissing { .. } => {
                "add the fact to the [[fact]] entries of this text, or correct the number (the first is 1)"
            }
            Self::FigureMissing { .. } => "add the figure to figures.toml, or correct the slug",
            Self::Footnote => "say it in the text, or name it as a source in story.toml",
            Self::HeadingLevel { .. } => "use ## for a heading and ### for one below it",
            Self::Html => "remove the tags; write < as \\<",
            Self::Link => "name the place in words; addresses of sources belong into story.toml",
            Self::ListTooDeep => "use one list inside another at most",
            Self::Misplaced { .. } => "put it into a paragraph of its own",
            Self::NestedTooDeep => "take the text out of the lists and quotations around it",
            Self::PictureMissing { .. } => "add the picture to pictures/, or correct the slug",
            Self::ReferenceNotAlone => "leave an empty line before and after the reference",
            Self::ReferenceUnknown { .. } => "write picture:slug, figure:slug or fact:number",
            Self::Rule => "leave an empty line, or use a heading",
            Self::StrayMarks => {
                "put the marks directly around the words, with a space or a letter outside, or write \\*"
            }
            Self::TableTooLarge => "split the table, or show it as a figure",
        }
    }
}
