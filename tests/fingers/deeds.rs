//! What buttons do: the same for a finger and for who has the screen read out, and the same where two are called alike.

use kiosk::nav::{Event, Screen};
use kiosk::panel::Xrgb;

use crate::sight::Sight;
use crate::speech;
use crate::tour::Look;

/// Everything that a button may have changed: what is kept of the visit, and what is on the glass.
#[derive(Debug)]
struct Outcome {
    visit: String,
    pixels: Vec<Xrgb>,
}

impl Outcome {
    fn of(look: &Look<'_>) -> Self {
        let state = look.stage.kiosk().state();
        let session = state.session();
        let visit = format!(
            "{:?} {:?} {:?} {} {:?} {:?} {} {}",
            session.screen,
            session.language,
            session.access,
            session.is_access_open,
            session.query,
            session.zone_kind,
            session.prompt.is_some(),
            state.attract().is_paused(),
        );
        // The loop goes on by itself, so its pictures are not compared.
        let is_loop = session.screen == Screen::Attract;
        let frame = look.stage.glass().frame();
        Self { visit, pixels: if is_loop { vec![] } else { frame.pixels().to_vec() } }
    }

    /// Tells whether the glass looks the same. A hairline between two rows of pixels takes one or both of them, by what
    /// else was drawn anew: less than the row of a small panel may differ.
    fn looks_like(&self, other: &Self) -> bool {
        let pairs = self.pixels.iter().zip(&other.pixels);
        let differing = pairs.filter(|(one, other)| one != other).count();
        self.pixels.len() == other.pixels.len() && differing <= self.pixels.len() / 500
    }
}

/// Brings the view anew and presses the button of that number, by a tap or as a screen reader does.
fn press(look: &Look<'_>, number: usize, is_tap: bool) -> Option<Outcome> {
    look.view.is_brought(look.stage, look.visit.language).then_some(())?;
    let sight = Sight::of(look.stage);
    let button = sight.buttons().nth(number)?;
    if is_tap {
        let (x, y) = button.seen.middle();
        look.stage.tap(x, y).unwrap();
    } else {
        look.stage.kiosk().handle(Event::Touched);
        button.handle.as_ref()?.0.invoke_accessible_default_action();
        look.stage.rest().unwrap();
    }
    Some(Outcome::of(look))
}

/// Buttons whose accessible action does not do what a tap does.
pub(crate) fn spoken(look: &Look<'_>) -> Vec<String> {
    let names: Vec<String> = look.sight().buttons().map(|one| one.label.clone()).collect();
    let is_same = |number: usize| {
        let (tapped, spoken) = (press(look, number, true)?, press(look, number, false)?);
        Some(tapped.visit == spoken.visit && tapped.looks_like(&spoken))
    };
    (0..names.len())
        .filter(|number| is_same(*number) != Some(true))
        .map(|number| look.fault(format!("action: «{}» is not what a tap does", names[number])))
        .collect()
}

/// Buttons that are called alike and do something else.
pub(crate) fn ambiguous(look: &Look<'_>) -> Vec<String> {
    let sight = look.sight();
    let names: Vec<String> = sight.buttons().map(|one| one.label.clone()).collect();
    let mut faults = Vec::new();
    for twin in speech::twins(&sight) {
        let numbers = (0..names.len()).filter(|number| names[*number] == twin);
        let visits: Vec<Option<String>> =
            numbers.map(|number| press(look, number, false).map(|outcome| outcome.visit)).collect();
        if visits.windows(2).any(|pair| pair[0] != pair[1]) {
            faults.push(look.fault(format!("name: two buttons «{twin}» do two things")));
        }
    }
    faults
}
