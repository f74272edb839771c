//! The index of one edition: made in small steps, so that nothing waits long behind it.

use std::sync::Arc;

use tracing::warn;

use crate::content::catalogue::Catalogue;
use crate::content::error::Error;
use crate::content::ids::LanguageId;
use crate::content::library::Library;

use super::document::{lines, names, things, title_and_summary};
use super::fold::write_tokens;
use super::found::HitKind;
use super::syllables::Syllables;
use super::table::{COLUMN_MAX_BYTES, Row, Table};
use super::titles::Title;

/// How many things one step adds: a few milliseconds' work.
const STEP: usize = 8;
/// Most bytes of tokens that are added in all; beyond, titles and summaries are, and bodies are not.
const TOKENS_MAX_BYTES: usize = 64 << 20;

/// Everything of one edition that can be found.
#[derive(Debug)]
pub struct Index {
    pub(super) catalogue: Arc<Catalogue>,
    /// What each row stands for, the same in every language.
    pub(super) things: Vec<HitKind>,
    pub(super) languages: Vec<Titles>,
    pub(super) syllables: Syllables,
    pub(super) table: Table,
    /// How many things have been added.
    added: usize,
    bytes: usize,
}

/// One language's titles.
#[derive(Debug)]
pub(super) struct Titles {
    /// Which one.
    pub(super) language: LanguageId,
    /// By row.
    pub(super) things: Vec<Title>,
    /// Of the catalogue's topics, in their order.
    pub(super) topics: Vec<Title>,
}

impl Index {
    /// An index of the edition that has nothing in it yet.
    ///
    /// # Errors
    ///
    /// [`Error::Sql`] where there is no memory for it.
    pub fn new(library: &Library) -> Result<Self, Error> {
        let catalogue = library.catalogue();
        let mut syllables = Syllables::new();
        let languages: Vec<_> = catalogue
            .languages
            .iter()
            .map(|language| Titles {
                language: language.id,
                things: Vec::new(),
                topics: catalogue
                    .topics
                    .iter()
                    .map(|topic| {
                        Title::of(catalogue.text(&topic.title, language.id), &mut syllables)
                    })
                    .collect(),
            })
            .collect();
        Ok(Self {
            things: things(&catalogue),
            table: Table::new(languages.len())?,
            languages,
            syllables,
            catalogue,
            added: 0,
            bytes: 0,
        })
    }

    /// Whether everything is in it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.added >= self.things.len()
    }

    /// The memory of its tables in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.table.bytes()
    }

    /// Adds the next few things of the edition that it was made for.
    ///
    /// A body that cannot be read is left out with a warning.
    /// Where there is no room for more, the index stays as it is and counts as whole.
    pub fn step(&mut self, library: &Library) {
        let upto = self.things.len().min(self.added + STEP);
        let rows: Vec<_> = (self.added..upto).flat_map(|row| self.read(library, row)).collect();
        let added = self.table.change(|| {
            rows.iter()
                .try_for_each(|(language, number, row)| self.table.add(*language, *number, row))
        });
        self.added = upto;
        if let Err(error) = added {
            warn!(code = error.code(), "the search index stays incomplete: {error}");
            self.added = self.things.len();
        }
    }

    /// What one thing adds in every language: the language's place, the row's number, and its tokens.
    fn read(&mut self, library: &Library, number: usize) -> Vec<(usize, usize, Row)> {
        let Some(what) = self.things.get(number).copied() else {
            return Vec::new();
        };
        let mut rows = Vec::with_capacity(self.languages.len());
        for (place, titles) in self.languages.iter_mut().enumerate() {
            let (title, summary) = title_and_summary(&self.catalogue, what, titles.language);
            let title = Title::of(title, &mut self.syllables);
            let mut row = Row { title: title.line().to_owned(), ..Row::default() };
            titles.things.push(title);
            write_tokens(summary, &mut row.summary);
            for name in names(&self.catalogue, what, titles.language) {
                write_tokens(name, &mut row.names);
                row.names.push_str(" |");
            }
            if self.bytes < TOKENS_MAX_BYTES {
                match lines(library.store(), &self.catalogue, what, titles.language) {
                    Ok(lines) => add_lines(&lines, &mut row.body),
                    Err(error) => {
                        warn!(code = error.code(), "left out of the search index: {error}");
                    }
                }
            }
            self.bytes += row.body.len();
            rows.push((place, number, row));
        }
        rows
    }
}

fn add_lines(lines: &[String], column: &mut String) {
    for line in lines {
        write_tokens(line, column);
        // No phrase goes over from one line to the next.
        column.push_str(" |");
        if column.len() > COLUMN_MAX_BYTES {
            column.truncate(column.floor_char_boundary(COLUMN_MAX_BYTES));
            return;
        }
    }
}
