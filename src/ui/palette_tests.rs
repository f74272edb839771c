//! Every pair of colours that the screens put on each other has the contrast that its use asks for (WCAG 2.2: 1.4.3 and
//! 1.4.6 for text, 1.4.11 for edges and marks), in both themes.

use slint::{Color, ComponentHandle};

use super::generated::{AppWindow, Palette};

/// The relative luminance of WCAG 2.2.
fn luminance(color: Color) -> f64 {
    let channel = |level: u8| {
        let level = f64::from(level) / 255.0;
        if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(color.red()) + 0.7152 * channel(color.green()) + 0.0722 * channel(color.blue())
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What `over` looks like on `ground`.
fn laid_on(over: Color, ground: Color) -> Color {
    let share = f32::from(over.alpha()) / 255.0;
    let mix = |over: u8, ground: u8| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between two levels"
        )]
        let level = (f32::from(over) * share + f32::from(ground) * (1.0 - share)).round() as u8;
        level
    };
    Color::from_rgb_u8(
        mix(over.red(), ground.red()),
        mix(over.green(), ground.green()),
        mix(over.blue(), ground.blue()),
    )
}

/// What is put on what: names, colours, and whether it is text.
fn pairs(palette: &Palette<'_>) -> Vec<(&'static str, Color, Color, bool)> {
    let mut pairs = Vec::new();
    let papers = [palette.get_paper(), palette.get_paper_raised(), palette.get_paper_deep()];
    let accents =
        [palette.get_river(), palette.get_copper(), palette.get_persimmon(), palette.get_indigo()];
    for paper in papers {
        pairs.push(("ink on paper", palette.get_ink(), paper, true));
        pairs.push(("soft ink on paper", palette.get_ink_soft(), paper, true));
        for accent in accents {
            pairs.push(("an accent on paper", accent, paper, paper != palette.get_paper_deep()));
        }
    }
    pairs.push(("faint ink on paper", palette.get_ink_faint(), palette.get_paper(), false));
    for accent in accents {
        pairs.push(("paper on an accent", palette.get_paper(), accent, true));
    }
    pairs.push(("paper on soft ink", palette.get_paper(), palette.get_ink_soft(), true));
    for deep in [palette.get_deep(), palette.get_deep_raised()] {
        pairs.push(("light on the bar", palette.get_on_deep(), deep, true));
        pairs.push(("soft light on the bar", palette.get_on_deep_soft(), deep, true));
    }
    let lights = [
        palette.get_river_light(),
        palette.get_copper_light(),
        palette.get_persimmon_light(),
        palette.get_indigo_light(),
    ];
    for light in lights {
        pairs.push(("a light accent on the bar", light, palette.get_deep(), false));
    }
    // The worst that a picture can do is to be white.
    let white = Color::from_rgb_u8(255, 255, 255);
    let dark = laid_on(palette.get_scrim_words(), white);
    pairs.push(("white over a white picture", palette.get_on_picture(), dark, true));
    pairs
}

fn faults(palette: &Palette<'_>, text: f64) -> Vec<String> {
    let wrong = pairs(palette).into_iter().filter_map(|(name, over, ground, is_text)| {
        let (has, needs) = (contrast(over, ground), if is_text { text } else { 3.0 });
        (has < needs).then(|| format!("{name}: {has:.2} of {needs}, {over:?} on {ground:?}"))
    });
    wrong.collect()
}

#[test]
fn text_has_four_and_a_half_to_one_and_with_high_contrast_seven_to_one() {
    i_slint_backend_testing::init_no_event_loop();
    let window = AppWindow::new().expect("a window for tests");
    let palette = window.global::<Palette<'_>>();
    assert_eq!(faults(&palette, 4.5), [""; 0], "on warm paper");
    palette.set_is_high_contrast(true);
    assert_eq!(faults(&palette, 7.0), [""; 0], "with high contrast");
    for paper in [palette.get_paper(), palette.get_paper_raised(), palette.get_paper_deep()] {
        let edge = contrast(palette.get_edge(), paper);
        assert!(edge >= 3.0, "an edge is seen: {edge:.2}");
        let line = contrast(palette.get_line(), paper);
        assert!(line >= 3.0, "a line is seen: {line:.2}");
    }
}

#[test]
fn contrast_is_that_of_the_standard() {
    let grey = |level| Color::from_rgb_u8(level, level, level);
    assert!((contrast(grey(0), grey(255)) - 21.0).abs() < 1e-9, "black and white");
    assert!((contrast(grey(119), grey(255)) - 4.478).abs() < 0.01, "#777777, just too little");
}
