//! The body of an article or page, in one language, as blocks that a screen can lay out.

use jiff::civil::Date;

use super::ids::{FigureId, LanguageId, PictureId, ZoneId};

/// A run of text with emphasis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RichText {
    /// The words without any mark.
    pub plain: String,
    /// The words as Markdown with emphasis only, every other mark escaped.
    pub markdown: String,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// 0 for the list itself, 1 for a list within it.
    pub level: u8,
    /// What stands before it: `•`, `–` or `1.`
    pub marker: String,
    /// Its words.
    pub text: RichText,
}

/// One piece of a body; blocks are set one under the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the text, level 2 or 3.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(RichText),
    /// A list.
    List(Vec<ListItem>),
    /// A quotation, or a sentence set apart.
    Quote(RichText),
    /// A table.
    Table {
        /// The head row.
        head: Vec<String>,
        /// The other rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// A picture with its caption.
    Picture {
        /// Which one.
        picture: PictureId,
        /// Its caption; may be empty.
        caption: String,
    },
    /// A series drawn as a chart.
    Figure {
        /// Which one.
        figure: FigureId,
        /// Its caption; the figure's own title where empty.
        caption: String,
    },
    /// The fact of that position (from 0) set large.
    Fact(usize),
}

/// A figure in an article's facts column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The value, short: it is set large.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// When it was so.
    pub period: String,
}

/// Where an article's facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its day.
    pub dated: Date,
    /// Its address, if it has one.
    pub url: Option<String>,
}

/// A picture of an article's gallery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GalleryPicture {
    /// Which one.
    pub picture: PictureId,
    /// Its caption; may be empty.
    pub caption: String,
}

/// A body in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The language that it is really in: the fallback's where a translation is missing.
    pub language: LanguageId,
    /// The caption of the lead picture; may be empty.
    pub caption: String,
    /// The text.
    pub blocks: Vec<Block>,
    /// The facts column.
    pub facts: Vec<Fact>,
    /// Further pictures, in order.
    pub gallery: Vec<GalleryPicture>,
    /// Sources, the main one first.
    pub sources: Vec<Source>,
    /// Places that it is about.
    pub zones: Vec<ZoneId>,
    /// Words to read (a Chinese character counts as 0.6 of a word).
    pub words: u32,
}
