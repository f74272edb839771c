//! A saved page of the area's website -> a draft of a story in the authors' folder.
//!
//! Bytes become letters (`encoding`), letters become blocks (`html`, `plain`), blocks become an article (`article`),
//! and an article becomes the files of a story (`draft`). Whatever is given, it ends in a whole draft or in a reason.
//! Knows nothing of the network, and takes over no pictures: they are not the kiosk's to show.

mod address;
mod article;
mod bounds;
mod captions;
mod checks;
mod date;
mod dateline;
mod destination;
mod draft;
mod encoding;
mod error;
mod furniture;
mod html;
mod known_pages;
mod lists;
mod markdown;
mod page;
mod plain;
mod slug;
mod source;
mod story;
mod summary;
mod title;
mod topic;
mod trail;
mod words;

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use jiff::civil::Date;

pub use destination::Destination;
pub use draft::Draft;
pub use error::ImportError;

use bounds::PAGE_MAX_BYTES;
use furniture::MenuNames;

/// What the author says about a page, where it does not tell or tells otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Where the story belongs, as section/topic; else where the page says that it stands.
    pub topic: Option<String>,
    /// The name of its folder; else made from its title.
    pub slug: Option<String>,
    /// Its day; else what the page says.
    pub date: Option<Date>,
}

/// Reads the saved page at `path`, up to what a page may hold.
///
/// # Errors
///
/// [`ImportError::Io`] where it cannot be read, [`ImportError::TooLarge`].
pub fn read_page(path: &Path) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(PAGE_MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)
        .and_then(|file| file.take(limit).read_to_end(&mut bytes))
        .map_err(|source| ImportError::Io { path: path.to_owned(), doing: "reading", source })?;
    if bytes.len() > PAGE_MAX_BYTES {
        return Err(ImportError::TooLarge { page: path.display().to_string() });
    }
    Ok(bytes)
}

/// Makes a draft of the page `bytes`, which errors call `name`, for `destination`; nothing is written yet.
///
/// # Errors
///
/// An [`ImportError`] that says why the page is no story, or what the author has to say about it.
pub fn import(
    bytes: &[u8],
    name: &str,
    wishes: &Wishes,
    destination: &Destination,
) -> Result<Draft, ImportError> {
    let letters = encoding::letters(bytes, name)?;
    let page =
        if is_html(&letters) { html::read(&letters, name)? } else { plain::read(&letters, name)? };
    let names = MenuNames::of(destination.sections());
    let article = article::understand(page, name, &names)?;
    draft::draft(&article, name, wishes, destination)
}

/// Whether a page is HTML: it has a tag that no text has.
fn is_html(letters: &str) -> bool {
    const TAGS: &[&str] = &[
        "!doctype", "html", "head", "body", "meta", "title", "div", "p", "table", "h1", "article",
        "br", "td", "font", "span", "center", "section",
    ];
    let mut tags = letters.split('<').skip(1);
    tags.any(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '!');
        let name = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        name.len() <= 8 && TAGS.contains(&name.to_ascii_lowercase().as_str())
    })
}
