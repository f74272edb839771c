//! What a finger needs, in true millimetres: size, distance, and a place on the glass.

use crate::area::{Area, SLACK};
use crate::panels::Panel;
use crate::sight::{Owner, Sight, Thing};

/// The side of whatever can be pressed, at least.
pub(crate) const LEAST_MM: f32 = 15.0;

/// The side of what is pressed most, at least, where the glass is no small panel.
pub(crate) const PRIMARY_MM: f32 = 20.0;

/// Between any two, at least.
pub(crate) const APART_MM: f32 = 3.0;

/// The height of a window onto what scrolls, at least: a target, and enough of the next one to know of it.
const WINDOW_MM: f32 = 30.0;

/// Something to press, as the rules look at it.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    pub(crate) name: String,
    pub(crate) whole: Area,
    /// What the window that it scrolls in leaves of it.
    pub(crate) seen: Area,
    pub(crate) window: Option<Area>,
    pub(crate) is_primary: bool,
}

impl Target {
    /// Tells whether it goes on beyond the edge of its window. A visitor scrolls before pressing it, so its distance from
    /// what stands outside of the window is not judged.
    fn is_cut(&self) -> bool {
        !self.whole.is_like(self.seen)
    }
}

/// Where the targets are.
#[derive(Debug, Clone)]
pub(crate) struct Ground {
    pub(crate) glass: Area,
    pub(crate) dock: Option<Area>,
    pub(crate) windows: Vec<Area>,
    /// Pixels in a true millimetre.
    pub(crate) millimetre: f32,
}

/// The targets on the glass. `is_compact` is a layout for small panels, where 15 mm is all there is room for.
pub(crate) fn targets(sight: &Sight, is_compact: bool) -> Vec<Target> {
    let is_primary = |thing: &Thing| {
        let is_further = thing.label == "Further" || thing.label == "继续";
        !is_compact && (is_further || thing.owner != Owner::Other)
    };
    sight
        .buttons()
        .map(|thing| Target {
            name: format!("«{}»", thing.label),
            whole: thing.whole,
            seen: thing.seen,
            window: thing.window,
            is_primary: is_primary(thing),
        })
        .collect()
}

/// What is wrong with the targets.
pub(crate) fn judge(targets: &[Target], ground: &Ground) -> Vec<String> {
    let mut faults: Vec<String> = targets.iter().flat_map(|target| alone(target, ground)).collect();
    for (index, one) in targets.iter().enumerate() {
        faults.extend(targets[index + 1..].iter().filter_map(|other| pair(one, other, ground)));
    }
    let low = ground
        .windows
        .iter()
        .filter(|window| window.height() + SLACK < WINDOW_MM * ground.millimetre);
    faults.extend(low.map(|window| {
        format!("window: only {:.1} mm high at {window}", window.height() / ground.millimetre)
    }));
    faults
}

/// What is wrong with one by itself.
fn alone(target: &Target, ground: &Ground) -> Vec<String> {
    let Target { name, whole, .. } = target;
    let mut faults = Vec::new();
    let least = if target.is_primary { PRIMARY_MM } else { LEAST_MM };
    let pixels = least * ground.millimetre - SLACK;
    if whole.width() < pixels || whole.height() < pixels {
        let millimetres = [whole.width(), whole.height()].map(|side| side / ground.millimetre);
        let [width, height] = millimetres;
        faults
            .push(format!("size: {name} {width:.1} x {height:.1} mm, {least} needed, at {whole}"));
    }
    if let Some(window) = target.window {
        // Up and down it can be scrolled into sight; to the side it cannot.
        if whole.left < window.left - SLACK || whole.right > window.right + SLACK {
            faults.push(format!("place: {name} {whole} is wider than its window {window}"));
        }
    } else {
        if !whole.is_within(ground.glass) {
            faults.push(format!("place: {name} {whole} reaches beyond the glass"));
        }
        if let Some(dock) = ground.dock
            && !whole.is_within(dock)
            && whole.overlaps(dock)
        {
            faults.push(format!("place: {name} {whole} reaches into the bar {dock}"));
        }
    }
    faults
}

/// What is wrong between two.
fn pair(one: &Target, other: &Target, ground: &Ground) -> Option<String> {
    // The picture of the attract loop is one target under all the others, on purpose.
    let is_ground = |target: &Target| ground.glass.is_within(target.whole);
    if is_ground(one) || is_ground(other) {
        return None;
    }
    if one.seen.overlaps(other.seen) {
        return Some(format!(
            "overlap: {} {} and {} {}",
            one.name, one.seen, other.name, other.seen
        ));
    }
    if one.window != other.window && (one.is_cut() || other.is_cut()) {
        return None;
    }
    let distance = one.seen.distance(other.seen);
    (distance < APART_MM * ground.millimetre - SLACK).then(|| {
        format!(
            "distance: {} {} and {} {} are {:.1} mm apart",
            one.name,
            one.seen,
            other.name,
            other.seen,
            distance / ground.millimetre
        )
    })
}

/// What can be pressed behind an open sheet or question. The bar stays in use beside a sheet; the question stands alone.
pub(crate) fn behind(sight: &Sight) -> Vec<String> {
    let Some(open) = &sight.open else { return vec![] };
    let is_in_bar = |thing: &Thing| sight.dock.is_some_and(|dock| thing.whole.is_within(dock));
    let mut faults: Vec<String> = sight
        .buttons()
        .filter(|button| !button.is_on_top && (open == "Prompt" || !is_in_bar(button)))
        .map(|button| format!("behind: «{}» can be pressed behind {open}", button.label))
        .collect();
    if !sight.buttons().any(|button| button.is_on_top) {
        faults.push(format!("behind: nothing of {open} can be pressed"));
    }
    faults
}

/// How high above the floor somebody who sits can touch (EN 301 549 8.3 and ADA 2010 308).
const REACH_MM: f32 = 1_220.0;

/// What stands higher over the floor than somebody who sits reaches.
pub(crate) fn out_of_reach(sight: &Sight, panel: Panel) -> Vec<String> {
    let millimetre = panel.millimetre();
    let over_floor = |area: Area| {
        panel.glazing.bottom_mm.unwrap_or(0.0) + (sight.glass.bottom - area.top) / millimetre
    };
    sight
        .buttons()
        .filter(|button| over_floor(button.seen) > REACH_MM + SLACK / millimetre)
        .map(|button| {
            let height = over_floor(button.seen);
            format!("reach: «{}» at {height:.0} mm over the floor", button.label)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panels::HIGH_TOTEM;
    use crate::sight::synthetic::{button, sight};

    const GLASS: Area = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 100.0 };

    fn ground() -> Ground {
        let dock = Area::new(0.0, 80.0, 200.0, 20.0);
        Ground { glass: GLASS, dock: Some(dock), windows: vec![], millimetre: 1.0 }
    }

    fn target(left: f32, top: f32, width: f32, height: f32) -> Target {
        let whole = Area::new(left, top, width, height);
        let name = format!("«{left}»");
        Target { name, whole, seen: whole, window: None, is_primary: false }
    }

    fn in_window(mut target: Target, window: Area) -> Target {
        target.seen = target.whole.clipped(window);
        target.window = Some(window);
        target
    }

    fn kinds(targets: &[Target]) -> Vec<String> {
        let faults = judge(targets, &ground());
        faults.iter().map(|fault| fault.split(':').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn fifteen_millimetres_are_enough_and_fourteen_are_not() {
        assert!(kinds(&[target(0.0, 0.0, 15.0, 15.0)]).is_empty(), "just so");
        assert_eq!(kinds(&[target(0.0, 0.0, 14.0, 30.0)]), ["size"], "too narrow");
        assert_eq!(kinds(&[target(0.0, 0.0, 30.0, 14.0)]), ["size"], "too low");
    }

    #[test]
    fn what_is_pressed_most_needs_twenty() {
        let primary = |side| Target { is_primary: true, ..target(0.0, 0.0, side, side) };
        assert!(kinds(&[primary(20.0)]).is_empty(), "just so");
        assert_eq!(kinds(&[primary(19.0)]), ["size"], "enough for others only");
    }

    #[test]
    fn half_a_pixel_is_no_fault() {
        assert!(kinds(&[target(0.0, 0.0, 14.6, 14.6)]).is_empty(), "layouts round");
        assert_eq!(kinds(&[target(0.0, 0.0, 14.4, 15.0)]), ["size"], "more than half a pixel");
    }

    #[test]
    fn two_stand_three_millimetres_apart_and_never_over_each_other() {
        let first = target(0.0, 0.0, 20.0, 20.0);
        assert!(kinds(&[first.clone(), target(23.0, 0.0, 20.0, 20.0)]).is_empty(), "just so");
        assert_eq!(kinds(&[first.clone(), target(22.0, 0.0, 20.0, 20.0)]), ["distance"], "2 mm");
        assert_eq!(kinds(&[first.clone(), target(19.0, 0.0, 20.0, 20.0)]), ["overlap"], "-1 mm");
        let within = target(2.0, 2.0, 16.0, 16.0);
        assert_eq!(kinds(&[first, within]), ["overlap"], "one within the other");
    }

    #[test]
    fn a_target_as_large_as_the_glass_may_lie_under_the_others() {
        let ground = target(0.0, 0.0, 200.0, 100.0);
        let free = Ground { dock: None, ..self::ground() };
        assert!(judge(&[ground, target(5.0, 5.0, 20.0, 20.0)], &free).is_empty());
    }

    #[test]
    fn nothing_reaches_beyond_the_glass_or_into_the_bar() {
        assert_eq!(kinds(&[target(190.0, 0.0, 20.0, 20.0)]), ["place"], "beyond the right edge");
        assert_eq!(kinds(&[target(0.0, -2.0, 20.0, 20.0)]), ["place"], "beyond the upper edge");
        assert_eq!(kinds(&[target(0.0, 70.0, 20.0, 15.0)]), ["place"], "half in the bar");
        assert!(kinds(&[target(0.0, 82.0, 20.0, 16.0)]).is_empty(), "in the bar as a whole");
    }

    #[test]
    fn what_scrolls_is_judged_by_its_whole_size_and_may_be_cut_by_its_window() {
        let window = Area::new(0.0, 0.0, 150.0, 80.0);
        let cut = in_window(target(0.0, 75.0, 150.0, 30.0), window);
        let key = target(0.0, 82.0, 20.0, 16.0);
        assert!(kinds(&[cut, key.clone()]).is_empty(), "5 mm of it are seen, 2 mm over the bar");
        let whole = in_window(target(0.0, 64.0, 150.0, 16.0), window);
        assert_eq!(kinds(&[whole, key]), ["distance"], "seen as a whole it can be pressed");
        let wide = in_window(target(0.0, 10.0, 170.0, 30.0), window);
        assert_eq!(kinds(&[wide]), ["place"], "nobody scrolls to the side");
    }

    #[test]
    fn a_window_shows_a_target_and_more() {
        let ground = Ground { windows: vec![Area::new(0.0, 0.0, 150.0, 29.0)], ..ground() };
        assert_eq!(judge(&[], &ground).len(), 1, "29 mm");
    }

    #[test]
    fn nothing_behind_an_open_sheet_can_be_pressed() {
        let on_top = Thing { is_on_top: true, ..button("Done", 0.0) };
        let over = |things| Sight { open: Some("AccessSheet".to_owned()), ..sight(things) };
        assert!(behind(&over(vec![on_top.clone()])).is_empty(), "the sheet alone");
        assert_eq!(behind(&over(vec![on_top, button("Map", 30.0)])).len(), 1, "the page, too");
        assert_eq!(behind(&over(vec![])).len(), 1, "the sheet is under the page");
        assert!(behind(&sight(vec![button("Map", 30.0)])).is_empty(), "no sheet is open");
    }

    #[test]
    fn what_hangs_higher_than_a_seated_hand_is_told_of() {
        // The glass is 1920 px or 708 mm high, 520 mm of them within reach.
        let with_top = |top| {
            let whole = Area::new(0.0, top, 60.0, 60.0);
            let thing = Thing { whole, seen: whole, ..button("Map", 0.0) };
            let glass = Area::new(0.0, 0.0, 1080.0, 1920.0);
            out_of_reach(&Sight { glass, ..sight(vec![thing]) }, HIGH_TOTEM).len()
        };
        assert_eq!(with_top(500.0), 1, "4 mm too high");
        assert_eq!(with_top(520.0), 0, "within reach");
    }
}
