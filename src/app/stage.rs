//! A kiosk without a display and with a clock moved by hand: for pictures of screens, tests and benches.
//!
//! What it shows depends on its inputs alone, to the last pixel.

use std::rc::Rc;
use std::time::Duration;

use super::{Error, Kiosk, Place, Setup};
use crate::panel::{Clock, Glass, Inbox, Input, Memory};

/// How long work on another thread may take before a scripted run gives up, in real time.
const PATIENCE: Duration = Duration::from_mins(1);

/// Long enough for every animation to come to rest.
const REST: Duration = Duration::from_millis(1_200);

/// Why a scripted run ended.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// There is no kiosk.
    #[error(transparent)]
    Kiosk(#[from] Error),
    /// There is no panel.
    #[error(transparent)]
    Panel(#[from] crate::panel::Error),
    /// A body or a picture did not come.
    #[error("the edition did not answer within {} s", PATIENCE.as_secs())]
    NoAnswer,
    /// The loop has no such slide.
    #[error("the attract loop has {count} slides, so there is no slide {slide}")]
    NoSlide {
        /// The one asked for, from 1.
        slide: usize,
        /// How many there are.
        count: usize,
    },
}

/// A scripted kiosk. One a thread: Slint's platform cannot be taken back.
#[derive(Debug)]
pub struct Stage {
    glass: Rc<Glass>,
    kiosk: Rc<Kiosk>,
}

impl Stage {
    /// Opens a kiosk on a panel in memory, with everything of the first screen there.
    ///
    /// # Errors
    ///
    /// A size that no panel has, a thread that has a platform already, or an edition that does not answer.
    pub fn open(setup: Setup) -> Result<Self, StageError> {
        let glazing = setup.glazing;
        let size = (glazing.width, glazing.height);
        let glass =
            Glass::install(size, Box::new(Memory::default()), Inbox::default(), Clock::scripted())?;
        let kiosk = Kiosk::open_on(&glass, setup)?;
        let stage = Self { glass, kiosk };
        stage.settle()?;
        Ok(stage)
    }

    /// The panel.
    #[must_use]
    pub fn glass(&self) -> &Rc<Glass> {
        &self.glass
    }

    /// The kiosk.
    #[must_use]
    pub fn kiosk(&self) -> &Rc<Kiosk> {
        &self.kiosk
    }

    /// Draws until nothing that was asked for is missing. The clock stands still meanwhile.
    ///
    /// # Errors
    ///
    /// When an answer does not come.
    pub fn settle(&self) -> Result<(), StageError> {
        loop {
            // Drawing lays out, laying out asks for pictures, and those ask for drawing.
            let _ = self.glass.turn();
            if !self.kiosk.is_waiting() {
                let _ = self.glass.turn();
                if !self.kiosk.is_waiting() {
                    return Ok(());
                }
            }
            if !self.glass.take_one(PATIENCE) {
                return Err(StageError::NoAnswer);
            }
        }
    }

    /// Lets time pass, with every frame and timer on the way, and waits for what was asked for meanwhile.
    ///
    /// # Errors
    ///
    /// When an answer does not come.
    pub fn advance(&self, span: Duration) -> Result<(), StageError> {
        self.glass.advance(span);
        self.settle()
    }

    /// Lets every animation come to rest.
    ///
    /// # Errors
    ///
    /// When an answer does not come.
    pub fn rest(&self) -> Result<(), StageError> {
        self.advance(REST)
    }

    /// Puts a finger down at a point and lifts it again, 80 ms later.
    ///
    /// # Errors
    ///
    /// When an answer does not come.
    pub fn tap(&self, x: f32, y: f32) -> Result<(), StageError> {
        self.glass.touch(Input::Pressed { x, y });
        self.glass.advance(Duration::from_millis(80));
        self.glass.touch(Input::Released { x, y });
        self.rest()
    }

    /// Brings a fresh kiosk to `place`, and to rest.
    ///
    /// # Errors
    ///
    /// A slide that the loop does not have, or an answer that does not come.
    pub fn go(&self, place: &Place) -> Result<(), StageError> {
        for event in place.way() {
            self.kiosk.handle(event);
            self.settle()?;
        }
        match *place {
            Place::Attract { slide } => self.go_to_slide(slide)?,
            Place::Article { is_prompting: true, .. } => {
                while self.kiosk.state().session().prompt.is_none() {
                    self.wait_for_deadline()?;
                }
            }
            _ => {}
        }
        self.rest()
    }

    fn go_to_slide(&self, slide: usize) -> Result<(), StageError> {
        let count = self.kiosk.state().attract().slides().len();
        if slide >= count.max(1) {
            return Err(StageError::NoSlide { slide: slide + 1, count });
        }
        while self.kiosk.state().attract().current() != slide {
            self.wait_for_deadline()?;
            self.rest()?;
        }
        Ok(())
    }

    /// Lets time pass until the state's next deadline has come.
    ///
    /// # Errors
    ///
    /// When an answer does not come.
    pub fn wait_for_deadline(&self) -> Result<(), StageError> {
        let deadline = self.kiosk.state().deadline();
        let wait = deadline.saturating_sub(self.glass.clock().now());
        self.advance(wait + Duration::from_millis(5))
    }
}
