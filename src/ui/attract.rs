//! The attract loop, for `ui/globals/attract.slint`.
//!
//! A slide is shown when its picture is there, never before: the old one stays until then.
//! Picture and words change together, and the next picture is ordered while this one is looked at.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use slint::{ComponentHandle, Image, Rgb8Pixel, SharedPixelBuffer, Timer, TimerMode};

use super::convert::{accent, key};
use super::fade::Fade;
use super::generated::{AppWindow, Attract as Glass, SlideItem};
use super::pictures::{Buffer, Pictures};
use super::typeset::kept_end;
use super::{Now, View};
use crate::content::{Accent, Catalogue, LanguageId, PictureId, Slot};
use crate::nav::{Screen, Slide};

/// The time between two frames of a fade.
const TICK: Duration = Duration::from_millis(16);

/// Words change when the fade has come this far.
const WORDS_CHANGE_AT: f32 = 0.45;

/// The way of the drift against burn-in, in millimetres: one step a slide, back at the start after eight.
/// Panel makers ask for a move of a few pixels a minute.
const DRIFT: [(f32, f32); 8] = [
    (0.0, 0.0),
    (0.8, -0.4),
    (1.6, 0.0),
    (1.2, 0.8),
    (0.4, 1.2),
    (-0.4, 0.8),
    (-1.2, 0.4),
    (-0.8, -0.4),
];

/// What a slide is made of.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    picture: Option<PictureId>,
    item: SlideItem,
    position: usize,
    count: usize,
}

/// The loop on the glass.
pub(super) struct Attract {
    window: slint::Weak<AppWindow>,
    pictures: Rc<Pictures>,
    now: Rc<Now>,
    timer: Timer,
    wanted: RefCell<Option<Wanted>>,
    upcoming: Cell<Option<PictureId>>,
    shown: RefCell<Option<Wanted>>,
    buffer: RefCell<Option<Buffer>>,
    fade: RefCell<Option<Fade>>,
    slides_seen: Cell<usize>,
    slot: Cell<Slot>,
    millimetre: Cell<f32>,
    is_calm: Cell<bool>,
}

impl std::fmt::Debug for Attract {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Attract").field("wanted", &self.wanted).finish_non_exhaustive()
    }
}

impl Attract {
    pub(super) fn new(window: &AppWindow, pictures: Rc<Pictures>, now: Rc<Now>) -> Rc<Self> {
        Rc::new(Self {
            window: window.as_weak(),
            pictures,
            now,
            timer: Timer::default(),
            wanted: RefCell::default(),
            upcoming: Cell::default(),
            shown: RefCell::default(),
            buffer: RefCell::default(),
            fade: RefCell::default(),
            slides_seen: Cell::default(),
            slot: Cell::new(Slot { width: 0, height: 0 }),
            millimetre: Cell::new(1.0),
            is_calm: Cell::new(false),
        })
    }

    /// The size of the whole window, and how many pixels of it make a millimetre.
    pub(super) fn resize(&self, slot: Slot, millimetre: f32) {
        self.millimetre.set(millimetre);
        if self.slot.replace(slot) != slot {
            self.forget();
        }
    }

    /// With calm motion one picture takes the place of the other at once.
    pub(super) fn set_calm(&self, is_calm: bool) {
        self.is_calm.set(is_calm);
    }

    /// Lets go of everything that was on the glass or was to be, so that the next slide appears without a fade.
    pub(super) fn forget(&self) {
        self.timer.stop();
        self.wanted.borrow_mut().take();
        self.upcoming.set(None);
        self.fade.borrow_mut().take();
        self.shown.borrow_mut().take();
        self.buffer.borrow_mut().take();
        if let Some(window) = self.window.upgrade() {
            let glass = window.global::<Glass<'_>>();
            glass.set_frame(Image::default());
            glass.set_slide(SlideItem::default());
        }
    }

    pub(super) fn show(self: &Rc<Self>, view: &View<'_>) {
        if view.state.screen() != Screen::Attract {
            // The pictures of the loop are the largest things in memory; a visitor needs them not.
            if self.wanted.borrow().is_some() || self.shown.borrow().is_some() {
                self.forget();
            }
            return;
        }
        let attract = view.state.attract();
        if let Some(window) = self.window.upgrade() {
            window.global::<Glass<'_>>().set_is_paused(attract.is_paused());
        }
        let picture = |slide: Slide| view.catalogue.article(slide.article)?.picture;
        *self.wanted.borrow_mut() = attract.slide().map(|slide| Wanted {
            picture: picture(slide),
            item: item(view.catalogue, slide, view.state.session().language),
            position: attract.current(),
            count: attract.slides().len(),
        });
        self.upcoming.set(attract.upcoming().and_then(picture));
        if self.wanted.borrow().is_none()
            && let Some(window) = self.window.upgrade()
        {
            self.forget();
            window.global::<Glass<'_>>().set_count(0);
        }
        self.advance();
    }

    /// Goes towards the wanted slide as far as its picture allows.
    pub(super) fn advance(self: &Rc<Self>) {
        let Some(wanted) = self.wanted.borrow().clone() else { return };
        if self.fade.borrow().is_some() || self.shown.borrow().as_ref() == Some(&wanted) {
            return;
        }
        let same_picture =
            self.shown.borrow().as_ref().is_some_and(|shown| shown.picture == wanted.picture);
        let Some(buffer) = self.picture(wanted.picture) else { return };
        let from = self.buffer.borrow().clone();
        let fade = from
            .filter(|_| !same_picture && !self.is_calm.get())
            .and_then(|from| Fade::new(from, buffer.clone(), self.now.elapsed()));
        *self.buffer.borrow_mut() = Some(buffer.clone());
        *self.shown.borrow_mut() = Some(wanted.clone());
        if let Some(fade) = fade {
            self.start(fade);
        } else if let Some(window) = self.window.upgrade() {
            window.global::<Glass<'_>>().set_frame(Image::from_rgb8(buffer));
            self.show_words(&window);
            self.order_upcoming();
        }
    }

    /// The picture in the size of the window; a plain ground where the story has none.
    fn picture(&self, picture: Option<PictureId>) -> Option<Buffer> {
        let slot = self.slot.get();
        if slot.width == 0 || slot.height == 0 {
            return None;
        }
        match picture {
            Some(picture) => self.pictures.at(picture, slot),
            None => Some(ground(slot)),
        }
    }

    fn start(self: &Rc<Self>, fade: Fade) {
        *self.fade.borrow_mut() = Some(fade);
        if let Some(window) = self.window.upgrade() {
            window.global::<Glass<'_>>().set_is_changing(true);
        }
        let weak = Rc::downgrade(self);
        self.timer.start(TimerMode::Repeated, TICK, move || {
            if let Some(attract) = weak.upgrade() {
                attract.tick();
            }
        });
    }

    fn tick(self: &Rc<Self>) {
        let Some(window) = self.window.upgrade() else { return };
        let now = self.now.elapsed();
        let glass = window.global::<Glass<'_>>();
        let progress = {
            let mut fade = self.fade.borrow_mut();
            let Some(fade) = fade.as_mut() else { return };
            glass.set_frame(fade.frame(now));
            fade.progress(now)
        };
        if progress >= WORDS_CHANGE_AT && glass.get_is_changing() {
            self.show_words(&window);
        }
        if progress >= 1.0 {
            self.timer.stop();
            self.fade.borrow_mut().take();
            self.order_upcoming();
            // The wish may have moved on while the fade ran.
            self.advance();
        }
    }

    fn show_words(&self, window: &AppWindow) {
        let Some(shown) = self.shown.borrow().clone() else { return };
        let glass = window.global::<Glass<'_>>();
        let seen = self.slides_seen.get();
        let is_new = glass.get_slide().article != shown.item.article;
        if is_new {
            self.slides_seen.set(seen.wrapping_add(1));
            let (x, y) = DRIFT[seen % DRIFT.len()];
            glass.set_drift_x((x * self.millimetre.get()).round());
            glass.set_drift_y((y * self.millimetre.get()).round());
        }
        glass.set_slide(shown.item);
        glass.set_current(i32::try_from(shown.position).unwrap_or(0));
        glass.set_count(i32::try_from(shown.count).unwrap_or(0));
        glass.set_is_changing(false);
    }

    fn order_upcoming(&self) {
        if let Some(picture) = self.upcoming.get() {
            // Asking is enough: it is kept until its slide comes.
            let _ = self.picture(Some(picture));
        }
    }
}

fn item(catalogue: &Catalogue, slide: Slide, language: LanguageId) -> SlideItem {
    let Some(article) = catalogue.article(slide.article) else { return SlideItem::default() };
    let topic = catalogue.topic(article.topic);
    let section = topic.and_then(|topic| catalogue.section(topic.section));
    let other = catalogue
        .languages
        .iter()
        .map(|language| language.id)
        .cycle()
        .skip_while(|id| *id != language)
        .nth(1)
        .filter(|other| *other != language);
    SlideItem {
        article: key(article.id.0),
        name: catalogue.text(&article.headline, language).into(),
        headline: kept_end(catalogue.text(&article.headline, language)),
        headline_other: kept_end(
            other.and_then(|other| article.headline.exact(other)).unwrap_or_default(),
        ),
        summary: kept_end(catalogue.text(&article.summary, language)),
        section: section.map_or("", |section| catalogue.text(&section.title, language)).into(),
        section_other: other
            .and_then(|other| section.and_then(|section| section.title.exact(other)))
            .unwrap_or_default()
            .into(),
        accent: accent(section.map_or(Accent::River, |section| section.accent)),
    }
}

/// A ground that darkens downwards, for a story without a picture.
fn ground(slot: Slot) -> Buffer {
    let mut buffer = SharedPixelBuffer::<Rgb8Pixel>::new(slot.width, slot.height);
    let height = slot.height.max(1);
    let (width, rows) = (slot.width as usize, buffer.make_mut_slice());
    for (y, row) in (0..height).zip(rows.chunks_mut(width.max(1))) {
        let mix = |top: u32, bottom: u32| {
            u8::try_from((top * (height - y) + bottom * y) / height).unwrap_or(u8::MAX)
        };
        row.fill(Rgb8Pixel { r: mix(46, 11), g: mix(110, 38), b: mix(112, 48) });
    }
    buffer
}
