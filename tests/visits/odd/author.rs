//! An author who writes whatever the schema lets through.

use kiosk::content::Library;
use rusqlite::Params;

use crate::edition::{Edition, png};

/// The topic that odd stories are put into; the small edition has it.
pub(super) const TOPIC: i64 = 2;

/// An edition in the making, with keys counted from 100.
pub(super) struct Author {
    edition: Edition,
    last: i64,
}

impl Author {
    /// Begins with the small edition.
    pub(super) fn new() -> Self {
        Self { edition: Edition::small(), last: 99 }
    }

    /// The next key.
    pub(super) fn key(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// Runs statements without values.
    pub(super) fn run(&self, sql: &str) {
        self.edition.run(sql);
    }

    /// Runs one statement with its values.
    pub(super) fn put(&self, sql: &str, values: impl Params) {
        self.edition.0.execute(sql, values).unwrap_or_else(|error| panic!("{error} in {sql}"));
    }

    /// A story in English with a picture, in a topic.
    pub(super) fn story_in(&mut self, topic: i64, slug: &str, headline: &str, body: &str) -> i64 {
        let id = self.key();
        self.put(
            "INSERT INTO article (id, slug, topic, kind, published_on, updated_on, picture) \
             VALUES (?1, ?2, ?3, 'story', '2026-01-02', '2026-01-02', 1)",
            (id, slug, topic),
        );
        self.put(
            "INSERT INTO article_text VALUES (?1, 1, ?2, 'A line under it.', '', ?3)",
            (id, headline, body),
        );
        id
    }

    /// A story in English with a picture.
    pub(super) fn story(&mut self, slug: &str, headline: &str, body: &str) -> i64 {
        self.story_in(TOPIC, slug, headline, body)
    }

    /// The same story in another language.
    pub(super) fn translate(&self, story: i64, language: i64, headline: &str, body: &str) {
        self.put(
            "INSERT INTO article_text VALUES (?1, ?2, ?3, ?3, ?3, ?4)",
            (story, language, headline, body),
        );
    }

    /// A picture of its own size and colour.
    pub(super) fn picture(&mut self) -> i64 {
        let id = self.key();
        let side = 16 + u32::try_from(id).unwrap_or(0) % 40;
        self.put(
            "INSERT INTO picture VALUES (?1, ?2, 'image/png', ?3, ?4, 0.5, 0.5, ?5)",
            (id, format!("picture-{id}"), side, side + 7, png(side, side + 7)),
        );
        self.put("INSERT INTO picture_text VALUES (?1, 1, 'Drawn', 'Somebody')", [id]);
        id
    }

    /// The edition as a kiosk opens it.
    pub(super) fn library(self) -> Library {
        Library::from_bytes(self.edition.sealed_bytes()).unwrap()
    }
}

/// So many words, the same on every run.
pub(super) fn words(count: usize) -> String {
    const WORDS: [&str; 16] = [
        "the",
        "river",
        "carries",
        "ships",
        "from",
        "mountain",
        "to",
        "sea",
        "and",
        "warehouses",
        "along",
        "its",
        "banks",
        "remember",
        "every",
        "cargo",
    ];
    let mut dice = crate::dice::Dice(0x5EED);
    let words: Vec<&str> = (0..count).map(|_| WORDS[dice.roll(WORDS.len())]).collect();
    words.join(" ")
}

/// So many words in paragraphs of eighty, with a heading over every fifth.
pub(super) fn pages(count: usize) -> String {
    let all = words(count);
    let all: Vec<&str> = all.split(' ').collect();
    let paragraphs = all.chunks(80).enumerate().map(|(at, chunk)| {
        let head = if at % 5 == 4 { "## Farther down\n\n" } else { "" };
        format!("{head}{}.", chunk.join(" "))
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
