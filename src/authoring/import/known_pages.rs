//! The pages that stories of the authors' folder were made of, told by the addresses of their sources.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::super::sources::STORY;

/// Bytes of a `story.toml` that are looked at; no story's own is larger.
const STORY_BYTES: u64 = 64 << 10;
/// Stories that are looked at; more than any kiosk has.
const STORIES: usize = 10_000;

/// Addresses of sources, and the story that names each first.
#[derive(Debug, Default)]
pub(super) struct KnownPages {
    stories: usize,
    by_address: BTreeMap<String, PathBuf>,
}

impl KnownPages {
    /// Notes the addresses in the `story.toml` of the folder `story`; one that cannot be read is passed over.
    pub(super) fn look_at(&mut self, story: &Path) {
        self.stories += 1;
        if self.stories > STORIES {
            return;
        }
        let mut text = Vec::new();
        let read = File::open(story.join(STORY))
            .and_then(|file| file.take(STORY_BYTES).read_to_end(&mut text));
        if read.is_ok() {
            self.note(&String::from_utf8_lossy(&text), story);
        }
    }

    /// Notes the addresses in the `story.toml` with this `text`.
    pub(super) fn note(&mut self, text: &str, story: &Path) {
        for address in text.lines().filter_map(address) {
            self.by_address.entry(bare(address)).or_insert_with(|| story.to_owned());
        }
    }

    /// The story that was made of the page at `address`.
    pub(super) fn story(&self, address: &str) -> Option<&Path> {
        self.by_address.get(&bare(address)).map(PathBuf::as_path)
    }
}

/// The address on a line `url = "…"`.
fn address(line: &str) -> Option<&str> {
    let value = line.trim().strip_prefix("url")?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

/// An address without what does not make it another page.
fn bare(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest).trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    format!("{}/{path}", host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_address_however_it_is_written() {
        let mut pages = KnownPages::default();
        let text = "# url = \"https://a.org/remark\"\n[[source]]\nurl = \"https://www.A.org/1.html\" # old\nurl='http://b.org/'\n";
        pages.note(text, Path::new("stories/news/local/one"));
        pages.note(text, Path::new("stories/news/local/two"));
        for known in ["http://www.a.org/1.html#top", "https://www.a.org/1.html", "https://b.org"] {
            assert_eq!(pages.story(known), Some(Path::new("stories/news/local/one")), "{known}");
        }
        for other in
            ["https://www.a.org/2.html", "https://a.org/remark", "", "https://www.a.org/1.HTML"]
        {
            assert_eq!(pages.story(other), None, "{other}");
        }
    }
}
