//! What is on the glass: everything with a role, where it is, and how much of it can be seen and touched. Judges nothing.

use i_slint_backend_testing::{AccessibleRole, ElementHandle, ElementQuery};
use kiosk::app::Stage;

use crate::area::Area;

/// What a button belongs to, as far as a rule asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Dock,
    Keyboard,
    Answer,
    LanguageChip,
    Other,
}

/// Something with a role.
#[derive(Debug, Clone)]
pub(crate) struct Thing {
    pub(crate) role: AccessibleRole,
    /// Empty where it has none.
    pub(crate) label: String,
    pub(crate) whole: Area,
    /// What the window that it scrolls in leaves of it.
    pub(crate) seen: Area,
    /// The window that it scrolls in.
    pub(crate) window: Option<Area>,
    pub(crate) owner: Owner,
    /// Something over it takes the touches in its middle.
    pub(crate) is_covered: bool,
    /// It belongs to the sheet or the question that is open.
    pub(crate) is_on_top: bool,
    /// For those who press it without a finger.
    pub(crate) handle: Option<Handle>,
}

/// An element; it has no words for itself.
#[derive(Clone)]
pub(crate) struct Handle(pub(crate) ElementHandle);

impl std::fmt::Debug for Handle {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("an element")
    }
}

/// The glass with everything on it.
#[derive(Debug)]
pub(crate) struct Sight {
    pub(crate) glass: Area,
    /// The bar at the lower edge, where there is one.
    pub(crate) dock: Option<Area>,
    /// What is open over the page, by its component.
    pub(crate) open: Option<String>,
    /// The windows onto what scrolls.
    pub(crate) windows: Vec<Area>,
    /// In the order in which they are drawn.
    pub(crate) things: Vec<Thing>,
}

/// Components that a rule asks for, by their names in ui/.
const OWNERS: [(&str, Owner); 7] = [
    ("DockIcon", Owner::Dock),
    ("DockText", Owner::Dock),
    ("Key", Owner::Keyboard),
    ("EraseKey", Owner::Keyboard),
    ("SpaceKey", Owner::Keyboard),
    ("Answer", Owner::Answer),
    ("LanguageChip", Owner::LanguageChip),
];

/// What hides what was drawn before it: the sheets and the veil of the question.
const SHEETS: [&str; 3] = ["Sheet", "MenuSheet", "Prompt"];

/// What opens over a page and leaves nothing of it to press.
const OPENS: [&str; 2] = ["AccessSheet", "Prompt"];

/// How many elements a button's own surface lies behind its owner at most.
const SIBLINGS: usize = 12;

impl Sight {
    /// Looks at the glass as it is now.
    pub(crate) fn of(stage: &Stage) -> Self {
        let ui = stage.kiosk().ui();
        let size = ui.window().size();
        let glass = Area::new(0.0, 0.0, size.width as f32, size.height as f32);
        let elements: Vec<(ElementHandle, String, Area)> = ElementQuery::from_root(ui.component())
            .find_all()
            .into_iter()
            .map(|element| {
                let (corner, size) = (element.absolute_position(), element.size());
                let area = Area::new(corner.x, corner.y, size.width, size.height);
                let name = element.type_name().unwrap_or_default().to_string();
                (element, name, area)
            })
            .collect();
        let windows = windows(&elements);
        let open = elements.iter().rposition(|(_, name, _)| OPENS.contains(&name.as_str()));
        let on_top = open.map_or(0..0, |index| {
            index..index + 1 + elements[index].0.query_descendants().find_all().len()
        });
        let mut sight = Self {
            glass,
            dock: elements.iter().find(|(_, name, _)| name == "Dock").map(|(_, _, area)| *area),
            open: open.map(|index| elements[index].1.clone()),
            windows: windows.iter().flatten().copied().collect(),
            things: Vec::new(),
        };
        sight.windows.dedup();
        let clipped = |index: usize, area: Area| match windows[index] {
            Some(window) => area.clipped(window),
            None => area.clipped(glass),
        };
        for (index, (element, _, whole)) in elements.iter().enumerate() {
            let Some(role) = element.accessible_role().filter(|role| *role != AccessibleRole::None)
            else {
                continue;
            };
            // Several elements may be one item to Slint; the first of them speaks for all.
            let label = element.accessible_label();
            let is_same = |one: &Thing| one.role == role && one.whole == *whole;
            if label.is_none() && sight.things.last().is_some_and(is_same) {
                continue;
            }
            let seen = clipped(index, *whole);
            let middle = seen.middle();
            let mut over = elements[index + 1..].iter().enumerate().filter(|(_, (_, name, _))| {
                if role == AccessibleRole::Text {
                    SHEETS.contains(&name.as_str())
                } else {
                    name == "TouchArea"
                }
            });
            // The first surface is the button's own.
            if is_actionable(role) {
                over.next();
            }
            let is_covered = over
                .any(|(behind, (_, _, area))| clipped(index + 1 + behind, *area).contains(middle));
            let owner = elements[index.saturating_sub(SIBLINGS)..index]
                .iter()
                .rev()
                .filter(|(_, _, area)| area.is_like(*whole))
                .find_map(|(_, name, _)| OWNERS.iter().find(|(owner, _)| owner == name))
                .map_or(Owner::Other, |(_, owner)| *owner);
            sight.things.push(Thing {
                role,
                label: label.unwrap_or_default().to_string(),
                whole: *whole,
                seen,
                window: windows[index],
                owner,
                is_covered,
                is_on_top: on_top.contains(&index),
                handle: Some(Handle(element.clone())),
            });
        }
        sight
    }

    /// What can be pressed here and now.
    pub(crate) fn buttons(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|thing| {
            is_actionable(thing.role) && !thing.is_covered && !thing.seen.is_empty()
        })
    }

    /// The words that can be read here and now.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Thing> {
        self.things.iter().filter(|thing| {
            thing.role == AccessibleRole::Text
                && !thing.is_covered
                && !thing.seen.is_empty()
                && !thing.label.trim().is_empty()
        })
    }
}

/// Tells whether something of that role answers to a finger.
fn is_actionable(role: AccessibleRole) -> bool {
    matches!(
        role,
        AccessibleRole::Button
            | AccessibleRole::Checkbox
            | AccessibleRole::Combobox
            | AccessibleRole::ListItem
            | AccessibleRole::RadioButton
            | AccessibleRole::Slider
            | AccessibleRole::Spinbox
            | AccessibleRole::Switch
            | AccessibleRole::Tab
    )
}

/// For every element the window that it scrolls in. Elements come in the order of the tree, so what a window holds follows
/// it without a gap.
fn windows(elements: &[(ElementHandle, String, Area)]) -> Vec<Option<Area>> {
    let mut windows = vec![None; elements.len()];
    for (index, (element, name, area)) in elements.iter().enumerate() {
        if name == "Flickable" {
            let held = element.query_descendants().find_all().len();
            let window = windows[index].map_or(*area, |outer: Area| area.clipped(outer));
            windows[index + 1..=index + held].fill(Some(window));
        }
    }
    windows
}

/// Things that no screen has, to try the rules on.
#[cfg(test)]
pub(crate) mod synthetic {
    use super::*;

    fn thing(role: AccessibleRole, label: &str, left: f32) -> Thing {
        let whole = Area::new(left, 0.0, 20.0, 20.0);
        Thing {
            role,
            label: label.to_owned(),
            whole,
            seen: whole,
            window: None,
            owner: Owner::Other,
            is_covered: false,
            is_on_top: false,
            handle: None,
        }
    }

    pub(crate) fn button(label: &str, left: f32) -> Thing {
        thing(AccessibleRole::Button, label, left)
    }

    pub(crate) fn image(label: &str, left: f32) -> Thing {
        thing(AccessibleRole::Image, label, left)
    }

    pub(crate) fn text(label: &str, whole: Area) -> Thing {
        Thing { whole, seen: whole, ..thing(AccessibleRole::Text, label, 0.0) }
    }

    /// A glass of 200 by 100 with the things on it.
    pub(crate) fn sight(things: Vec<Thing>) -> Sight {
        let glass = Area::new(0.0, 0.0, 200.0, 100.0);
        Sight { glass, dock: None, open: None, windows: vec![], things }
    }
}

#[test]
fn the_components_that_rules_ask_for_are_in_the_markup() {
    let mut markup = String::new();
    for folder in ["ui/components", "ui/screens"] {
        for entry in std::fs::read_dir(crate::common::root(folder)).unwrap() {
            markup += &std::fs::read_to_string(entry.unwrap().path()).unwrap();
        }
    }
    let owners = OWNERS.iter().map(|(name, _)| *name);
    for name in owners.chain(SHEETS).chain(OPENS).chain(["Dock"]) {
        assert!(markup.contains(&format!("component {name} inherits")), "{name} has another name");
    }
}
