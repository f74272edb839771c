//! One walk through an edition, on one glass and in one language, as a visitor would go.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::thread;

use jiff::civil::Date;

use super::contrast;
use super::findings::Finding;
use super::pictures::too_small;
use super::words::{Owners, judge};
use super::{codes, html};
use crate::app::{SampleGlass, Setup, Stage, StageError, WallClock};
use crate::content::{Catalogue, Error as ContentError, LanguageId, Library, Zone};
use crate::nav::{Access, Event, IdlePolicy, Screen};
use crate::ui::Fit;

/// A page, small.
#[derive(Debug, Clone)]
pub struct Thumbnail {
    /// What it shows, such as `article guoyuan-port`.
    pub page: String,
    /// The layout.
    pub layout: &'static str,
    /// The tag of the language.
    pub language: String,
    /// A JPEG.
    pub jpeg: Vec<u8>,
}

/// What a walk brought.
#[derive(Debug, Default)]
pub(super) struct Round {
    pub(super) findings: Vec<Finding>,
    pub(super) thumbnails: Vec<Thumbnail>,
}

/// Why a walk ended early.
#[derive(Debug, thiserror::Error)]
enum RoundError {
    #[error(transparent)]
    Content(#[from] ContentError),
    #[error(transparent)]
    Stage(#[from] StageError),
}

/// Walks through the edition at `path`. What keeps it from going on is a finding, too.
pub(super) fn walk(path: &Path, glass: SampleGlass, language: LanguageId, today: Date) -> Round {
    // Slint takes one platform a thread for good, so every walk has a thread of its own.
    let walked = thread::scope(|scope| {
        scope
            .spawn(|| {
                let mut round = Round::default();
                let mut page = "edition".to_owned();
                let done = catch_unwind(AssertUnwindSafe(|| {
                    go(path, glass, language, today, &mut page, &mut round)
                }));
                let reason = match done {
                    Ok(Ok(())) => None,
                    Ok(Err(error)) => Some(error.to_string()),
                    Err(_) => Some("the program failed".to_owned()),
                };
                round.findings.extend(reason.map(|reason| not_drawn(&page, &reason, glass.name)));
                round
            })
            .join()
    });
    walked.unwrap_or_else(|_| Round {
        findings: vec![not_drawn("edition", "the program failed", glass.name)],
        thumbnails: Vec::new(),
    })
}

fn not_drawn(page: &str, reason: &str, layout: &'static str) -> Finding {
    Finding {
        code: codes::NOT_DRAWN,
        place: page.to_owned(),
        slot: String::new(),
        degree: 1.0,
        what: format!("could not be drawn: {reason}"),
        mend: "mend the errors above first; if there are none, this is a fault of the program"
            .to_owned(),
        layout,
    }
}

fn go(
    path: &Path,
    glass: SampleGlass,
    language: LanguageId,
    today: Date,
    page: &mut String,
    round: &mut Round,
) -> Result<(), RoundError> {
    let library = Library::open_unsealed(path)?;
    let catalogue = library.catalogue();
    let setup = Setup {
        library,
        glazing: glass.glazing,
        access: Access::default(),
        wall: WallClock::Set(today.at(12, 0, 0, 0)),
        policy: IdlePolicy::default(),
        language: Some(language),
        deliveries: None,
    };
    let mut walker = Walker {
        stage: Stage::open(setup)?,
        owners: Owners::of(&catalogue, language),
        tag: catalogue.language(language).map_or("?", |language| &language.tag).to_owned(),
        glass,
        catalogue: &catalogue,
        round,
    };
    let _ = walker.stage.kiosk().ui().take_pictures_asked();
    walker.attract(page)?;
    for (name, event) in pages(&catalogue) {
        *page = name;
        walker.stage.kiosk().handle(event);
        walker.stage.rest()?;
        walker.look(page)?;
    }
    Ok(())
}

/// Every page behind the loop, with the wish that leads there.
fn pages(catalogue: &Catalogue) -> Vec<(String, Event)> {
    let mut pages = vec![("home".to_owned(), Event::Home)];
    for section in &catalogue.sections {
        pages.push((format!("section {}", section.slug), Event::OpenSection(section.id)));
        pages.extend(
            catalogue.articles_of_section(section.id).map(|article| {
                (format!("article {}", article.slug), Event::OpenArticle(article.id))
            }),
        );
    }
    pages.push(("map".to_owned(), Event::OpenZone(None)));
    let sheet = |zone: &Zone| (format!("zone {}", zone.slug), Event::OpenZone(Some(zone.id)));
    pages.extend(catalogue.zones.iter().map(sheet));
    pages.push(("figures".to_owned(), Event::OpenFigures));
    let service = catalogue.pages.iter();
    pages.extend(service.map(|page| (format!("page {}", page.slug), Event::OpenPage(page.id))));
    pages
}

struct Walker<'a> {
    stage: Stage,
    owners: Owners,
    tag: String,
    glass: SampleGlass,
    catalogue: &'a Catalogue,
    round: &'a mut Round,
}

impl Walker<'_> {
    /// Once round the loop.
    fn attract(&mut self, page: &mut String) -> Result<(), RoundError> {
        "loop".clone_into(page);
        self.stage.rest()?;
        let slides = self.stage.kiosk().state().attract().slides().len();
        for _ in 0..slides.max(1) {
            let slide = self.stage.kiosk().state().attract().slide();
            let article = slide.and_then(|slide| self.catalogue.article(slide.article));
            *page = article.map_or("loop".to_owned(), |one| format!("loop, article {}", one.slug));
            self.look(page)?;
            if self.stage.kiosk().state().screen() == Screen::Attract {
                self.stage.wait_for_deadline()?;
                self.stage.rest()?;
            }
        }
        Ok(())
    }

    /// Looks at the page on the glass.
    fn look(&mut self, page: &str) -> Result<(), RoundError> {
        let ui = self.stage.kiosk().ui();
        // What was told on the way here is no longer so.
        let _ = ui.gauge().take();
        ui.measure();
        self.stage.settle()?;
        let fits = ui.gauge().take();
        let layout = self.glass.name;
        let millimetre = ui.pixels_per_millimetre();
        self.round.findings.extend(judge(&fits, &self.owners, page, millimetre, layout));
        let slots = ui.take_pictures_asked();
        self.round.findings.extend(too_small(self.catalogue, &slots, layout));
        self.round.thumbnails.push(Thumbnail {
            page: page.to_owned(),
            layout,
            language: self.tag.clone(),
            jpeg: html::thumbnail(&self.stage.glass().frame()),
        });
        // What the bar covers is not seen, and neither is its ground.
        let height = self.stage.glass().frame().height() as f32;
        let covered = if self.stage.kiosk().state().screen() == Screen::Attract {
            0.0
        } else {
            ui.dock_pixels()
        };
        let seen: Vec<Fit> =
            fits.into_iter().filter(|fit| fit.area[1] + fit.area[3] <= height - covered).collect();
        if seen.iter().any(|fit| fit.ink_over_picture.is_some()) {
            ui.hide_words_over_pictures(true);
            self.stage.settle()?;
            let frame = self.stage.glass().frame().clone();
            self.stage.kiosk().ui().hide_words_over_pictures(false);
            self.stage.settle()?;
            let hard = contrast::judge(&frame, &seen, &self.owners, page, layout);
            self.round.findings.extend(hard);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::SAMPLE_GLASSES;

    #[test]
    fn an_edition_that_is_gone_is_told_of() {
        let file = Path::new("no such edition.db");
        let day = Date::constant(2026, 11, 24);
        let round = walk(file, SAMPLE_GLASSES[0], LanguageId(1), day);
        let codes: Vec<_> = round.findings.iter().map(|finding| finding.code).collect();
        assert_eq!(codes, [codes::NOT_DRAWN]);
        assert!(round.thumbnails.is_empty(), "and nothing was seen");
    }
}
