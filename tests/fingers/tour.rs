//! Visits on threads of their own: before a panel, from view to view, looking at each. Knows no rule.

use std::sync::Mutex;
use std::thread;

use kiosk::app::Stage;
use kiosk::ui::Fit;

use crate::common::{setup, shipped};
use crate::panels::Visit;
use crate::sight::Sight;
use crate::views::{VIEWS, View};

/// A view on the glass of a visit.
pub(crate) struct Look<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) visit: Visit,
    pub(crate) view: View,
}

impl Look<'_> {
    /// Everything on the glass as it is now.
    pub(crate) fn sight(&self) -> Sight {
        Sight::of(self.stage)
    }

    /// Every text of a slot, with the room that it has.
    pub(crate) fn fits(&self) -> Vec<Fit> {
        let ui = self.stage.kiosk().ui();
        // What was told on the way here is no longer so.
        let _ = ui.gauge().take();
        ui.measure();
        self.stage.settle().unwrap();
        ui.gauge().take()
    }

    /// A fault as a line that says where it was seen.
    pub(crate) fn fault(&self, what: impl std::fmt::Display) -> String {
        format!("{} · {}: {what}", self.visit, self.view.name)
    }
}

/// Runs `judge` on every view of every visit, and gathers what it found. Slint takes one platform a thread for good, so
/// each visit has a thread of its own; as many run at once as the machine has cores.
pub(crate) fn tour(
    visits: &[Visit],
    views: impl Fn(&Visit, &View) -> bool + Sync,
    judge: impl Fn(&Look<'_>) -> Vec<String> + Sync,
) -> Vec<String> {
    let open = Mutex::new(visits.iter().rev().copied().collect::<Vec<_>>());
    let found = Mutex::new(Vec::new());
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores.min(visits.len()) {
            scope.spawn(|| {
                loop {
                    let Some(visit) = open.lock().unwrap().pop() else { return };
                    let of_visit =
                        thread::scope(|scope| scope.spawn(|| walk(visit, &views, &judge)).join());
                    match of_visit {
                        Ok(faults) => found.lock().unwrap().extend(faults),
                        Err(panic) => std::panic::resume_unwind(panic),
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort();
    found
}

fn walk(
    visit: Visit,
    views: impl Fn(&Visit, &View) -> bool,
    judge: impl Fn(&Look<'_>) -> Vec<String>,
) -> Vec<String> {
    let stage = open(visit);
    let mut faults = Vec::new();
    let is_wanted = |view: &&View| views(&visit, view) && view.can_be(visit.access);
    for view in VIEWS.iter().filter(is_wanted) {
        if view.is_brought(&stage, visit.language) {
            faults.extend(judge(&Look { stage: &stage, visit, view: *view }));
        }
    }
    faults
}

/// A kiosk on the shipped edition, as that visitor finds it.
fn open(visit: Visit) -> Stage {
    Stage::open(setup(shipped(), visit.panel.glazing, visit.access, Some(visit.language))).unwrap()
}
