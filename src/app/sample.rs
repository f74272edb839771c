//! Sample glasses: one of each layout, as the gallery, the doctor and the documents show them.

use crate::ui::Glazing;

/// A typical screen of one layout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SampleGlass {
    /// The name of its layout.
    pub name: &'static str,
    /// Its pixels and inches.
    pub glazing: Glazing,
}

const fn sample(name: &'static str, width: u32, height: u32, inches: f32) -> SampleGlass {
    SampleGlass {
        name,
        glazing: Glazing { width, height, diagonal_in: Some(inches), bottom_mm: None },
    }
}

/// A screen on a desk or wall, a totem, a small panel.
pub const SAMPLE_GLASSES: [SampleGlass; 3] = [
    sample("wide", 1920, 1080, 21.5),
    sample("tall", 1080, 1920, 32.0),
    sample("compact", 1280, 800, 10.1),
];
