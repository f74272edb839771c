//! Which edition is shown: the one given, or the starter edition that is part of the program.

use std::path::Path;

use crate::content::{Catalogue, Error, LanguageId, Library, ZoneId};
use crate::nav::Screen;

/// The edition of last resort, made from `assets/starter`.
const STARTER: &[u8] = include_bytes!("../../assets/starter/starter.db");

/// An edition, and why it is not the one that was asked for.
#[derive(Debug)]
pub struct Opened {
    /// What is shown.
    pub library: Library,
    /// Set where it is the starter edition.
    pub refused: Option<Error>,
}

/// The edition compiled into the program.
///
/// # Errors
///
/// Never for a program that passed its tests, one of which opens it.
pub fn starter() -> Result<Library, Error> {
    Library::from_bytes(STARTER.to_vec())
}

/// Opens the edition at `path`. One that cannot be shown is refused with its reason, and the starter edition
/// stands in: a visitor always sees good content.
///
/// # Errors
///
/// When even the starter edition cannot be opened.
pub fn open_or_starter(path: &Path) -> Result<Opened, Error> {
    match Library::open(path) {
        Ok(library) => Ok(Opened { library, refused: None }),
        Err(refused) => {
            tracing::error!(
                code = refused.code(),
                edition = %path.display(),
                error = %refused,
                help = refused.help(),
                "the edition is refused; the starter edition is shown"
            );
            Ok(Opened { library: starter()?, refused: Some(refused) })
        }
    }
}

/// The language of `new` that is what `language` was in `old`: the one with the same tag.
pub(super) fn same_language(
    old: &Catalogue,
    new: &Catalogue,
    language: LanguageId,
) -> Option<LanguageId> {
    let tag = &old.language(language)?.tag;
    new.language_by_tag(tag).map(|language| language.id)
}

/// The place of `new` that is what `screen` was in `old`: the one with the same names.
pub(super) fn same_place(old: &Catalogue, new: &Catalogue, screen: Screen) -> Option<Screen> {
    match screen {
        Screen::Attract | Screen::Home | Screen::Figures | Screen::Search => Some(screen),
        Screen::Section { section, topic } => {
            let section = new.section_by_slug(&old.section(section)?.slug)?.id;
            // A section whose topic is gone shows all of its stories.
            let topic = topic
                .and_then(|topic| old.topic(topic))
                .and_then(|topic| new.topic_by_slug(section, &topic.slug));
            Some(Screen::Section { section, topic: topic.map(|topic| topic.id) })
        }
        Screen::Article { article } => {
            let article = new.article_by_slug(&old.article(article)?.slug)?.id;
            Some(Screen::Article { article })
        }
        Screen::Gallery { article, picture } => {
            let article = new.article_by_slug(&old.article(article)?.slug)?.id;
            Some(Screen::Gallery { article, picture })
        }
        Screen::Zones { zone, beside } => {
            let same = |zone: ZoneId| Some(new.zone_by_slug(&old.zone(zone)?.slug)?.id);
            // The map itself is in every edition; a sheet whose zone is gone leaves it bare.
            let zone = zone.and_then(same);
            Some(Screen::Zones { zone, beside: zone.and(beside).and_then(same) })
        }
        Screen::Page { page } => {
            let page = new.page_by_slug(&old.page(page)?.slug)?.id;
            Some(Screen::Page { page })
        }
    }
}
