//! One run on every glass, with what must hold looked at again and again.

use std::collections::HashMap;
use std::fmt;
use std::time::Instant;

use kiosk::app::Stage;
use kiosk::nav::{Access, Event, Screen};
use kiosk::panel::Frame;

use super::hand::Hand;
use crate::dice::Dice;
use crate::eyes::{is_blank, seen, visibly_differing};
use crate::finger::tap;
use crate::glasses::{PANES, Pane, timeless};

/// Touches between two looks.
const BETWEEN: usize = 40;

/// The growth that is no leak, in percent, from the first fifth of the touches to the last look.
const GROWTH_PERCENT: u64 = 110;

/// Bytes that a short run may need for pictures that it has not yet seen; a long one has seen them all in its first fifth.
const UNSEEN: u64 = 24 << 20;

/// Touches from which on a run is a long one.
const LONG: usize = 20_000;

/// What one run on one glass came to.
#[derive(Debug)]
struct Summary {
    touches: usize,
    looks: usize,
    ends: usize,
    screens: HashMap<&'static str, usize>,
    early_bytes: u64,
    late_bytes: u64,
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut screens: Vec<_> = self.screens.iter().collect();
        screens.sort();
        write!(
            formatter,
            "{} touches, {} looks, {} visits ended, {:.1} MiB after a fifth, {:.1} MiB at the end, seen {screens:?}",
            self.touches,
            self.looks,
            self.ends,
            self.early_bytes as f64 / f64::from(1 << 20),
            self.late_bytes as f64 / f64::from(1 << 20),
        )
    }
}

/// Makes `touches` touches, a third of them on each glass.
pub(super) fn run(touches: usize) {
    for (at, pane) in (1..).zip(PANES) {
        let start = Instant::now();
        let summary = pane.open(timeless(), |stage| play(stage, pane, touches / PANES.len(), at));
        println!("{}: {summary}, {:.1?}", pane.name, start.elapsed());
        let spare = if touches < LONG { UNSEEN } else { 0 };
        let most = summary.early_bytes / 100 * GROWTH_PERCENT + spare;
        assert!(summary.late_bytes <= most, "{}: memory grows: {summary}", pane.name);
        assert!(summary.screens.len() >= 5, "{}: it sees little: {summary}", pane.name);
    }
}

fn play(stage: &Stage, pane: Pane, touches: usize, seed: u64) -> Summary {
    let home = home_as_designed(stage);
    let mut hand = Hand::new(stage, Dice(0x0A9E_0000 + seed));
    let mut bars = HashMap::new();
    let mut summary = Summary {
        touches: 0,
        looks: 0,
        ends: 0,
        screens: HashMap::new(),
        early_bytes: 0,
        late_bytes: 0,
    };
    while summary.touches < touches {
        for _ in 0..BETWEEN {
            hand.touch(1);
            *summary.screens.entry(name(stage.kiosk().state().screen())).or_default() += 1;
        }
        summary.touches += BETWEEN;
        summary.looks += 1;
        summary.ends += usize::from(stage.kiosk().state().screen() == Screen::Attract);
        let place = format!(
            "{}, after {} touches: {:?}",
            pane.name,
            summary.touches,
            stage.kiosk().state().session()
        );
        look(stage, &place, &home, &mut bars, summary.looks);
        summary.late_bytes = resident_bytes();
        if summary.touches <= touches / 5 {
            summary.early_bytes = summary.late_bytes;
        }
    }
    summary
}

/// What must hold wherever the monkey is.
fn look(
    stage: &Stage,
    place: &str,
    home: &Frame,
    bars: &mut HashMap<(Access, bool), (f32, f32)>,
    turn: usize,
) {
    stage.rest().unwrap();
    assert!(!is_blank(&seen(stage)), "blank: {place}");
    if stage.kiosk().state().screen() != Screen::Attract {
        // The question is answered by a tap beside it; it may be asked where nobody touched for a while.
        stage.kiosk().handle(Event::Continue);
        if turn.is_multiple_of(2) { go_home(stage, place, bars) } else { go_back(stage, place) }
    }
    stage.kiosk().handle(Event::Home);
    stage.kiosk().handle(Event::SetLanguage(stage.kiosk().catalogue().default_language));
    stage.kiosk().handle(Event::SetAccess(Access::default()));
    stage.kiosk().handle(Event::CloseAccess);
    stage.rest().unwrap();
    let now = seen(stage);
    let pixels = visibly_differing(&now, home, now.bounds());
    assert_eq!(pixels, 0, "pixels of the home screen are not as designed: {place}");
}

/// By a touch of the bar; where on it is found out by trying, from the left.
fn go_home(stage: &Stage, place: &str, bars: &mut HashMap<(Access, bool), (f32, f32)>) {
    let ui = stage.kiosk().ui();
    let (unit, height) = (ui.pixels_per_millimetre(), ui.glazing().height as f32);
    let access = stage.kiosk().state().session().access;
    let at_home = |stage: &Stage| stage.kiosk().state().screen() == Screen::Home;
    // The sheet of choices may be open; then the first touch of Home closes it, too.
    let key = (access, ui.is_compact());
    if let Some(known) = bars.get(&key) {
        tap(stage, *known);
        assert!(at_home(stage), "Home does not lead home: {place}");
        return;
    }
    // Somewhere that is not home, so that arriving there can be seen; Back leads there first, and stays on the way.
    stage.kiosk().handle(Event::OpenFigures);
    stage.kiosk().handle(Event::OpenSearch);
    stage.rest().unwrap();
    for step in 4..80_u8 {
        let at = (f32::from(step) * 2.5 * unit, height - 10.0 * unit);
        if stage.kiosk().state().screen() != Screen::Search {
            stage.kiosk().handle(Event::OpenFigures);
            stage.kiosk().handle(Event::OpenSearch);
        }
        stage.rest().unwrap();
        tap(stage, at);
        if at_home(stage) {
            bars.insert(key, at);
            return;
        }
    }
    panic!("nothing in the bar leads home: {place}");
}

/// Step by step, as often as there can be steps.
fn go_back(stage: &Stage, place: &str) {
    for _ in 0..40 {
        if stage.kiosk().state().screen() == Screen::Home {
            return;
        }
        stage.kiosk().handle(Event::Back);
        stage.settle().unwrap();
    }
    panic!("Back does not lead home: {place}");
}

/// The home screen of a new visit.
fn home_as_designed(stage: &Stage) -> Frame {
    stage.kiosk().handle(Event::Home);
    stage.rest().unwrap();
    let frame = seen(stage);
    stage.kiosk().handle(Event::StartOver);
    stage.rest().unwrap();
    frame
}

/// What the process holds in memory now.
fn resident_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kibibytes.unwrap_or(0) << 10
}

fn name(screen: Screen) -> &'static str {
    match screen {
        Screen::Attract => "loop",
        Screen::Home => "home",
        Screen::Section { .. } => "section",
        Screen::Article { .. } => "story",
        Screen::Page { .. } => "page",
        Screen::Gallery { .. } => "gallery",
        Screen::Zones { .. } => "zones",
        Screen::Figures => "figures",
        Screen::Search => "search",
    }
}
