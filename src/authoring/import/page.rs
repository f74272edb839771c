//! A page as blocks in their order, whatever it was saved as, before anybody knows what they mean.

use std::collections::BTreeMap;

/// A page in blocks.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What it shows, from top to bottom.
    pub(super) blocks: Vec<Block>,
    /// What it says about itself without showing it.
    pub(super) head: Head,
    /// What was left out on reading.
    pub(super) dropped: Dropped,
    /// It was HTML, so that roles and links were told.
    pub(super) is_html: bool,
}

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The words of `<title>` and `og:title`.
    pub(super) titles: Vec<String>,
    /// Addresses of the page: canonical, `og:url`, "saved from".
    pub(super) canonical: Option<String>,
    /// The address for sharing.
    pub(super) shared: Option<String>,
    /// The address that a browser noted on saving.
    pub(super) saved_from: Option<String>,
    /// Values that hold the day of publication.
    pub(super) dates: Vec<String>,
    /// The name of its source.
    pub(super) source: Option<String>,
    /// It sends the reader to another page.
    pub(super) is_redirect: bool,
}

impl Head {
    /// The addresses of the page, the most trusted first.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        [&self.canonical, &self.shared, &self.saved_from].into_iter().filter_map(Option::as_deref)
    }
}

/// A paragraph, heading, entry of a list, table or picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Block {
    /// What it is by its form.
    pub(super) kind: Kind,
    /// Its words on one line; the alternative text of a picture.
    pub(super) text: String,
    /// What it is by its place and name.
    pub(super) part: Part,
    /// How it looks.
    pub(super) look: Look,
    /// Which `<article>` it stands in, from 1.
    pub(super) article: Option<usize>,
}

impl Block {
    /// A paragraph of these words.
    pub(super) fn text(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// The form of a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// Words.
    #[default]
    Text,
    /// A heading of this rank, 1 to 6.
    Heading(u8),
    /// An entry of a list.
    Item {
        /// It has a number.
        is_ordered: bool,
        /// It belongs to the entry before it.
        is_inner: bool,
    },
    /// A quotation.
    Quote,
    /// A table of words, all rows equally long; the first row is its head.
    Table(Vec<Vec<String>>),
    /// A picture.
    Picture,
}

/// What a page calls a block by its element, class or id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Part {
    /// Nothing in particular.
    #[default]
    Body,
    /// The line that tells where the page stands.
    Trail,
    /// The headline.
    Title,
    /// The line with day and source.
    Dateline,
    /// Words of a picture.
    Caption,
    /// Not of the story.
    Furniture(Furniture),
}

/// What stands around a story and is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Furniture {
    /// Menus, headers and language switches.
    Menu,
    /// The foot of the page.
    Footer,
    /// Buttons for sharing, printing and letter sizes.
    Share,
    /// Names of writers and editors.
    Byline,
    /// Other stories.
    Related,
    /// What a reader does not see.
    Hidden,
    /// Programs, styles and frames.
    Script,
    /// Remarks in the source.
    Comment,
}

impl Furniture {
    /// What an author calls it: one and several.
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Menu => ("line of a menu", "lines of menus"),
            Self::Footer => ("line of the footer", "lines of the footer"),
            Self::Share => ("line of buttons", "lines of buttons"),
            Self::Byline => ("byline", "bylines"),
            Self::Related => ("line of other stories", "lines of other stories"),
            Self::Hidden => ("hidden part", "hidden parts"),
            Self::Script => ("script or style", "scripts and styles"),
            Self::Comment => ("remark", "remarks"),
        }
    }
}

/// How often each kind of furniture was left out.
pub(super) type Dropped = BTreeMap<Furniture, usize>;

/// How a block looks, as far as it tells what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    /// All of it is strong.
    pub(super) is_strong: bool,
    /// Most of it is a link.
    pub(super) is_link: bool,
    /// It is centred, slanted or small, or has a wider gap above it than others.
    pub(super) is_apart: bool,
}
