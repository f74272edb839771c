//! The six panels that are really bought, and how a visitor stands before them. Knows no screen.

use std::fmt;

use kiosk::nav::{Access, TextSize};
use kiosk::ui::Glazing;

/// A panel as its data sheet has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Panel {
    pub(crate) name: &'static str,
    pub(crate) glazing: Glazing,
}

const fn panel(name: &'static str, width: u32, height: u32, inches: f32) -> Panel {
    Panel { name, glazing: Glazing { width, height, diagonal_in: Some(inches), bottom_mm: None } }
}

/// On a counter, on a desk, on a wall, on the floor.
pub(crate) const PANELS: [Panel; 6] = [
    panel("10.1 in 1280x800", 1280, 800, 10.1),
    panel("7 in 800x480", 800, 480, 7.0),
    panel("21.5 in 1920x1080", 1920, 1080, 21.5),
    panel("43 in 1920x1080", 1920, 1080, 43.0),
    panel("55 in 3840x2160", 3840, 2160, 55.0),
    panel("32 in 1080x1920", 1080, 1920, 32.0),
];

/// The totem with its lower edge 700 mm over the floor.
pub(crate) const HIGH_TOTEM: Panel = Panel {
    name: "32 in 1080x1920 from 700 mm",
    glazing: Glazing { width: 1080, height: 1920, diagonal_in: Some(32.0), bottom_mm: Some(700.0) },
};

impl Panel {
    /// Pixels in a true millimetre: by the diagonal alone, not by what the design makes of it.
    pub(crate) fn millimetre(self) -> f32 {
        let diagonal_mm = self.glazing.diagonal_in.unwrap() * 25.4;
        (self.glazing.width as f32).hypot(self.glazing.height as f32) / diagonal_mm
    }
}

/// One visit: before which panel, in which language, and what the visitor needs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Visit {
    pub(crate) panel: Panel,
    pub(crate) language: &'static str,
    pub(crate) access: Access,
}

impl Visit {
    pub(crate) fn new(panel: Panel, language: &'static str, text_size: TextSize) -> Self {
        Self { panel, language, access: Access { text_size, ..Access::default() } }
    }
}

impl fmt::Display for Visit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.access.text_size.percent();
        write!(formatter, "{} · {percent} % · {}", self.panel.name, self.language)
    }
}

#[test]
fn a_millimetre_is_that_of_the_panel_and_not_that_of_the_design() {
    for (index, expected) in [(0, 5.88), (1, 5.25), (2, 4.03), (3, 2.02), (4, 3.15), (5, 2.71)] {
        let got = PANELS[index].millimetre();
        assert!((got - expected).abs() < 0.01, "{}: {got}", PANELS[index].name);
    }
}
