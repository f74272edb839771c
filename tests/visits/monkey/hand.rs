//! The monkey's hand: taps, drags, holds, double taps, slips, and now and then a long look at something else.

use std::time::Duration;

use kiosk::app::Stage;
use kiosk::nav::Event;
use kiosk::panel::Input;

use crate::dice::Dice;
use crate::finger::{FRAME, drag, tap};

/// A hand that the dice move.
pub(crate) struct Hand<'a> {
    stage: &'a Stage,
    dice: Dice,
}

impl<'a> Hand<'a> {
    pub(crate) fn new(stage: &'a Stage, dice: Dice) -> Self {
        Self { stage, dice }
    }

    /// Touches the glass so many times.
    pub(crate) fn touch(&mut self, times: usize) {
        for _ in 0..times {
            self.touch_once();
        }
    }

    fn touch_once(&mut self) {
        match self.dice.roll(100) {
            0..50 => self.tap_anywhere(),
            50..66 => {
                let at = self.in_the_dock();
                tap(self.stage, at);
            }
            66..76 => self.drag_somewhere(),
            76..80 => self.hold(),
            80..85 => self.tap_twice(),
            85..90 => self.slip(),
            90..92 => self.break_off(),
            92..95 => self.type_something(),
            95..98 => self.choose(),
            98 => self.pause(20),
            _ => self.pause(130),
        }
        let pause = [1, 1, 3, 6, 12, 25][self.dice.roll(6)];
        self.stage.advance(FRAME * pause).unwrap();
    }

    /// A point anywhere, the edges too.
    fn anywhere(&mut self) -> (f32, f32) {
        let glazing = self.stage.kiosk().ui().glazing();
        let at = |dice: &mut Dice, side: u32| dice.roll(side as usize) as f32;
        (at(&mut self.dice, glazing.width), at(&mut self.dice, glazing.height))
    }

    fn in_the_dock(&mut self) -> (f32, f32) {
        let glazing = self.stage.kiosk().ui().glazing();
        let (x, _) = self.anywhere();
        (x, glazing.height as f32 - 10.0 * self.stage.kiosk().ui().pixels_per_millimetre())
    }

    fn tap_anywhere(&mut self) {
        let at = self.anywhere();
        tap(self.stage, at);
    }

    fn drag_somewhere(&mut self) {
        let (from, to) = (self.anywhere(), self.anywhere());
        let frames = [1, 3, 8, 20][self.dice.roll(4)];
        drag(self.stage, from, to, frames);
    }

    fn hold(&mut self) {
        let (x, y) = self.anywhere();
        self.stage.glass().touch(Input::Pressed { x, y });
        let time = Duration::from_millis(700 + 400 * self.dice.roll(4) as u64);
        self.stage.advance(time).unwrap();
        self.stage.glass().touch(Input::Released { x, y });
    }

    fn tap_twice(&mut self) {
        let at = self.anywhere();
        tap(self.stage, at);
        self.stage.advance(FRAME * 4).unwrap();
        tap(self.stage, at);
    }

    /// Pressed here, lifted there, and nothing in between is told.
    fn slip(&mut self) {
        let ((x, y), (to_x, to_y)) = (self.anywhere(), self.anywhere());
        self.stage.glass().touch(Input::Pressed { x, y });
        self.stage.advance(FRAME * 5).unwrap();
        self.stage.glass().touch(Input::Released { x: to_x, y: to_y });
    }

    fn break_off(&mut self) {
        let (x, y) = self.anywhere();
        self.stage.glass().touch(Input::Pressed { x, y });
        self.stage.advance(FRAME * 10).unwrap();
        self.stage.glass().touch(Input::Cancelled);
    }

    /// Taps where keyboards are.
    fn type_something(&mut self) {
        self.stage.kiosk().handle(Event::OpenSearch);
        self.stage.settle().unwrap();
        let glazing = self.stage.kiosk().ui().glazing();
        for _ in 0..2 + self.dice.roll(8) {
            let (x, y) = self.anywhere();
            let low = glazing.height as f32 * 0.4;
            tap(self.stage, (x, low + y * 0.45));
            self.stage.advance(FRAME * 3).unwrap();
        }
    }

    /// Taps where the sheet of choices is.
    fn choose(&mut self) {
        self.stage.kiosk().handle(Event::OpenAccess);
        self.stage.settle().unwrap();
        for _ in 0..=self.dice.roll(5) {
            let (x, y) = self.anywhere();
            let height = self.stage.kiosk().ui().glazing().height as f32;
            tap(self.stage, (x, height * 0.45 + y * 0.5));
            self.stage.advance(FRAME * 3).unwrap();
        }
    }

    /// Goes away for up to so many seconds.
    fn pause(&mut self, most: usize) {
        let time = Duration::from_secs(1 + self.dice.roll(most) as u64);
        self.stage.advance(time).unwrap();
    }
}
