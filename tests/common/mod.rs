//! What the tests of screens share: a scripted kiosk on the shipped edition, and fingers that go by labels.

#![allow(dead_code, reason = "each test binary uses its own part of this")]

use std::path::{Path, PathBuf};
use std::time::Duration;

use i_slint_backend_testing::ElementHandle;
use jiff::civil::Date;
use kiosk::app::{Place, Setup, Stage, WallClock};
use kiosk::content::{Catalogue, LanguageId, Library};
use kiosk::nav::{Access, IdlePolicy};
use kiosk::ui::Glazing;

/// A wide screen, a totem, a small panel.
pub(crate) const WIDE: Glazing =
    Glazing { width: 1920, height: 1080, diagonal_in: Some(21.5), bottom_mm: None };
pub(crate) const TALL: Glazing =
    Glazing { width: 1080, height: 1920, diagonal_in: Some(32.0), bottom_mm: None };
pub(crate) const COMPACT: Glazing =
    Glazing { width: 1280, height: 800, diagonal_in: Some(10.1), bottom_mm: None };

/// A path in the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The shipped edition.
pub(crate) fn shipped() -> Library {
    Library::open(&root("content.db")).expect("the shipped edition opens")
}

/// Runs `test` on a kiosk with its own thread, because Slint takes one platform a thread.
pub(crate) fn on_stage<T: Send>(
    library: Library,
    glazing: Glazing,
    language: Option<&str>,
    test: impl FnOnce(&Stage) -> T + Send,
) -> T {
    on_stage_as(library, glazing, Access::AS_DESIGNED, language, test)
}

/// The same for visitors who see, read and reach in their own way.
pub(crate) fn on_stage_as<T: Send>(
    library: Library,
    glazing: Glazing,
    access: Access,
    language: Option<&str>,
    test: impl FnOnce(&Stage) -> T + Send,
) -> T {
    let setup = setup(library, glazing, access, language);
    std::thread::scope(|scope| {
        let stage = scope.spawn(move || test(&Stage::open(setup).expect("the stage opens")));
        stage.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// A kiosk at noon of the day that the shipped edition was made for.
pub(crate) fn setup(
    library: Library,
    glazing: Glazing,
    access: Access,
    language: Option<&str>,
) -> Setup {
    let language = language.map(|tag| tagged(&library.catalogue(), tag));
    Setup {
        library,
        glazing,
        access,
        wall: WallClock::Set(Date::constant(2026, 11, 24).at(12, 0, 0, 0)),
        language,
        policy: IdlePolicy::default(),
        deliveries: None,
    }
}

/// The language of that tag.
pub(crate) fn tagged(catalogue: &Catalogue, tag: &str) -> LanguageId {
    catalogue.language_by_tag(tag).expect("the edition has the language").id
}

/// A finger and eyes that know the screen as a visitor does: by what is written on it.
pub(crate) trait Visitor {
    /// Goes to a place by its name.
    fn visit(&self, name: &str);
    /// The elements of that label that are on the screen.
    fn find(&self, label: &str) -> Vec<ElementHandle>;
    /// Taps the element of that label.
    fn tap_on(&self, label: &str);
    /// Lets time pass.
    fn wait(&self, seconds: u64);
}

impl Visitor for Stage {
    fn visit(&self, name: &str) {
        let place = Place::parse(name, &self.kiosk().catalogue()).expect("the place exists");
        self.go(&place).expect("the kiosk goes there");
    }

    fn find(&self, label: &str) -> Vec<ElementHandle> {
        ElementHandle::find_by_accessible_label(self.kiosk().ui().component(), label).collect()
    }

    fn tap_on(&self, label: &str) {
        let found = self.find(label);
        // A button and the words on it may share a label; the button is the larger.
        let area = |one: &ElementHandle| one.size().width * one.size().height;
        let target = found
            .iter()
            .max_by(|a, b| area(a).total_cmp(&area(b)))
            .unwrap_or_else(|| panic!("nothing on the screen is called «{label}»"));
        let (corner, size) = (target.absolute_position(), target.size());
        self.tap(corner.x + size.width / 2.0, corner.y + size.height / 2.0)
            .expect("the tap is answered");
    }

    fn wait(&self, seconds: u64) {
        self.advance(Duration::from_secs(seconds)).expect("time passes");
    }
}
