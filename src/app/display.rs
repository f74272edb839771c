//! Which display shows the kiosk, and what to try next when one is not to be had.

use std::cell::RefCell;
use std::io::Write;
use std::net::SocketAddr;
use std::rc::{Rc, Weak};
use std::time::Instant;

use embedded_graphics::Drawable;

use super::{Deliveries, Error, Kiosk, Opened, Setup, WallClock, open_or_starter};
use crate::bootscreens::Opening;
use crate::config::Config;
use crate::content::{Catalogue, LanguageId, Library};
use crate::nav::{Access, IdlePolicy};
use crate::panel::web::Web;
use crate::panel::{self, Clock, Glass, Inbox};
use crate::ui::{Glazing, Now};

/// A kind of display.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Display {
    /// A window of the desktop.
    Window,
    /// A browser on this machine.
    Web,
}

/// Why no display shows the kiosk.
#[derive(Debug, thiserror::Error)]
pub enum DisplayError {
    /// Not even the starter edition could be opened.
    #[error("there is nothing to show: {0}")]
    Edition(#[from] crate::content::Error),
    /// The web display of a preview failed.
    #[error("the web display does not work: {reason}")]
    Web {
        /// Why.
        reason: String,
    },
    /// The display that was asked for, or the last one left to try, failed.
    #[error("no display works: {attempts}")]
    None {
        /// Every attempt with its reason.
        attempts: String,
    },
}

impl DisplayError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Edition(error) => error.help(),
            Self::Web { .. } => "give it a free port of this machine: --web-address 127.0.0.1:8081",
            Self::None { .. } => {
                "name a display with --display window or --display web, and for the web one a free port with --web-address 127.0.0.1:8081"
            }
        }
    }
}

/// Why one attempt failed.
#[derive(Debug, thiserror::Error)]
enum Attempt {
    #[error(transparent)]
    Kiosk(#[from] Error),
    #[error("{0} ({help})", help = .0.help())]
    Panel(#[from] panel::Error),
    #[error("{0}")]
    Window(#[from] slint::PlatformError),
}

/// Shows the kiosk until it is told to end.
///
/// # Errors
///
/// When no display works.
pub fn run(config: &Config, out: &mut dyn Write) -> Result<(), DisplayError> {
    let mut attempts = Vec::new();
    for kind in candidates(config) {
        let result = match kind {
            Display::Window => run_window(config),
            Display::Web => run_web(config, || open(config), out),
        };
        match result {
            Ok(()) => return Ok(()),
            Err(Attempt::Kiosk(Error::Content(error))) => return Err(error.into()),
            Err(error) => {
                tracing::warn!(?kind, %error, "this display does not work");
                attempts.push(format!("{kind:?}: {error}"));
            }
        }
    }
    Err(DisplayError::None { attempts: attempts.join("; ") })
}

/// Shows `library` on the web display, and every edition that `deliveries` bring after it, until it is told to end.
///
/// # Errors
///
/// When the web display does not work.
pub fn preview(
    config: &Config,
    library: Library,
    deliveries: Deliveries,
    out: &mut dyn Write,
) -> Result<(), DisplayError> {
    run_web(config, || Ok((library, Some(deliveries))), out)
        .map_err(|error| DisplayError::Web { reason: error.to_string() })
}

/// The displays to try, in their order.
fn candidates(config: &Config) -> Vec<Display> {
    match config.display {
        Some(display) => vec![display],
        None if config.has_desktop => vec![Display::Window, Display::Web],
        None => vec![Display::Web],
    }
}

fn language(tag: Option<&str>, catalogue: &Catalogue) -> Option<LanguageId> {
    let tag = tag?;
    let language = catalogue.language_by_tag(tag);
    if language.is_none() {
        tracing::warn!(tag, "the edition has no such language; visits begin in its own");
    }
    language.map(|language| language.id)
}

/// An edition, and the way by which others come.
type Editions = (Library, Option<Deliveries>);

fn open(config: &Config) -> Result<Editions, crate::content::Error> {
    let started = Instant::now();
    let Opened { library, refused } = open_or_starter(&config.content)?;
    let catalogue = library.catalogue();
    tracing::info!(
        edition = catalogue.version,
        digest = catalogue.digest,
        stories = catalogue.articles.len(),
        is_starter = refused.is_some(),
        milliseconds = started.elapsed().as_millis(),
        "edition opened"
    );
    Ok((library, None))
}

fn setup(config: &Config, glazing: Glazing, (library, deliveries): Editions) -> Setup {
    Setup {
        language: language(config.language.as_deref(), &library.catalogue()),
        library,
        glazing,
        access: Access::default(),
        wall: config.now.map_or(WallClock::System, WallClock::Set),
        policy: IdlePolicy::default(),
        deliveries,
    }
}

fn run_web(
    config: &Config,
    open: impl FnOnce() -> Result<Editions, crate::content::Error>,
    out: &mut dyn Write,
) -> Result<(), Attempt> {
    let inbox = Inbox::default();
    let web = Web::listen(config.web_address, config.web_exposed, inbox.waker())?;
    let address: SocketAddr = web.address();
    let (width, height) = config.size;
    let glass = Glass::install(config.size, Box::new(web), inbox, Clock::running())?;
    glass.paint(|frame| {
        // A frame in memory takes every pixel.
        let Ok(()) = Opening.draw(frame);
    });
    let glazing =
        Glazing { width, height, diagonal_in: config.diagonal_in, bottom_mm: config.bottom_mm };
    let setup = setup(config, glazing, open().map_err(Error::Content)?);
    // Held until the glass is told to end.
    let _kiosk = Kiosk::open_on(&glass, setup)?;
    // A closed standard output is no reason to show nothing.
    let _ = writeln!(out, "The kiosk is at http://{address}/  (Ctrl+C ends it)");
    let _ = out.flush();
    glass.run();
    Ok(())
}

thread_local! {
    /// The kiosk in the window, for the answers that come through the window's event loop.
    static WINDOWED: RefCell<Weak<Kiosk>> = const { RefCell::new(Weak::new()) };
}

fn run_window(config: &Config) -> Result<(), Attempt> {
    slint::BackendSelector::new()
        .backend_name("winit".to_owned())
        .renderer_name("software".to_owned())
        .select()?;
    let (width, height) = config.size;
    let glazing =
        Glazing { width, height, diagonal_in: config.diagonal_in, bottom_mm: config.bottom_mm };
    let setup = setup(config, glazing, open(config).map_err(Error::Content)?);
    let start = Instant::now();
    let now = Rc::new(Now::new(move || start.elapsed()));
    let kiosk = Kiosk::open(setup, now, || {
        // A loop that has ended takes nothing more, and then nothing more is shown.
        let _ = slint::invoke_from_event_loop(|| {
            let kiosk = WINDOWED.with_borrow(Weak::upgrade);
            if let Some(kiosk) = kiosk {
                kiosk.collect();
            }
        });
    })?;
    WINDOWED.set(Rc::downgrade(&kiosk));
    // The size first: it is what is left of a full screen where no window manager makes one.
    let window = kiosk.ui().window();
    window.set_size(slint::PhysicalSize::new(width, height));
    if config.is_fullscreen {
        window.set_fullscreen(true);
    }
    kiosk.ui().open()?;
    slint::run_event_loop()?;
    Ok(())
}
