//! Words against the room that they have, by the gauge of the screens.

use kiosk::ui::Fit;

use crate::sight::Sight;

/// What the gauge says of a view.
pub(crate) fn judge(fits: &[Fit], percent: u16) -> Vec<String> {
    let mut faults = Vec::new();
    for fit in fits.iter().filter(|fit| !fit.text.trim().is_empty()) {
        let hidden = fit.hidden();
        if hidden > 0.0 && !may_end_early(&fit.slot, percent) {
            let share = hidden * 100.0;
            faults.push(format!("cut: {} «{}», {share:.0} % hidden", fit.slot, fit.text));
        }
        if fit.overhang > 1.0 {
            let pixels = fit.overhang;
            faults.push(format!("overhang: {} «{}», {pixels:.0} px", fit.slot, fit.text));
        }
    }
    faults
}

/// The slots whose words may end in «…», from which text size on, and why nothing is lost.
const ENDING_EARLY: &[(&str, u16, &str)] = &[
    ("topic of a card", 125, "the section says it, and the day beside it stays whole"),
    ("card headline", 125, "more than three lines; the story's own page has all of it"),
    ("row headline", 125, "more than three lines; the story's own page has all of it"),
    ("neighbour", 150, "more than three lines; the story's own page has all of it"),
    ("lead summary", 150, "an invitation to the story, which has all of it"),
    ("section summary", 200, "more than three lines; the topics under it say the same"),
    ("headline over a picture", 200, "one line; the picture's own words stay whole"),
];

fn may_end_early(slot: &str, percent: u16) -> bool {
    ENDING_EARLY.iter().any(|(name, from, _)| *name == slot && percent >= *from)
}

/// Words that leave the glass, the window that they scroll in, or the button that they stand on.
pub(crate) fn astray(sight: &Sight) -> Vec<String> {
    let mut faults = Vec::new();
    for text in sight.texts() {
        let room = text.window.unwrap_or(sight.glass);
        if text.whole.left < room.left - 1.0 || text.whole.right > room.right + 1.0 {
            faults.push(format!("astray: «{}» {} beyond {room}", text.label, text.whole));
        }
        if text.window.is_none() && !text.whole.is_within(sight.glass.shrunk(-1.0)) {
            faults.push(format!("astray: «{}» {} beyond the glass", text.label, text.whole));
        }
        // What scrolls passes under what stands fast: a word and its button are in the same window.
        let under = sight.buttons().find(|button| {
            button.window == text.window
                && button.seen.contains(text.whole.middle())
                && !sight.glass.is_within(button.whole)
        });
        if let Some(button) = under
            && !text.whole.is_within(button.whole.shrunk(-1.0))
        {
            faults.push(format!(
                "astray: «{}» {} beyond its button «{}» {}",
                text.label, text.whole, button.label, button.whole
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::Area;
    use crate::sight::synthetic::{button, sight, text};

    fn fit(slot: &str, whole_height: f32, overhang: f32) -> Fit {
        Fit {
            slot: slot.to_owned(),
            text: "words".to_owned(),
            area: [0.0, 0.0, 100.0, 40.0],
            whole_width: 300.0,
            whole_height,
            wraps: true,
            is_centred: false,
            overhang,
            ink_over_picture: None,
        }
    }

    #[test]
    fn words_that_are_cut_or_hang_over_are_told_of() {
        assert!(judge(&[fit("door", 40.0, 0.0)], 100).is_empty(), "they fit");
        assert_eq!(judge(&[fit("door", 60.0, 0.0)], 200).len(), 1, "a line is lost");
        assert_eq!(judge(&[fit("door", 40.0, 5.0)], 100).len(), 1, "5 px over the edge");
    }

    #[test]
    fn a_headline_may_end_early_in_large_letters_and_not_in_small_ones() {
        assert!(judge(&[fit("card headline", 60.0, 0.0)], 125).is_empty(), "at 125 %");
        assert_eq!(judge(&[fit("card headline", 60.0, 0.0)], 100).len(), 1, "at 100 %");
    }

    #[test]
    fn words_stay_on_the_glass_and_on_their_button() {
        let on = |left| {
            let words = text("words", Area::new(left, 2.0, 16.0, 16.0));
            astray(&sight(vec![words, button("Home", 0.0)])).len()
        };
        assert_eq!(on(2.0), 0, "in the middle");
        assert_eq!(on(-4.0), 3, "beyond the glass, twice, and beyond the button");
        assert_eq!(on(9.0), 1, "beyond the right edge of the button");
    }
}
