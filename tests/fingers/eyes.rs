//! Words as they are drawn with high contrast chosen, over plain ground and over pictures.

use kiosk::panel::Frame;
use kiosk::ui::Fit;

use crate::area::Area;
use crate::ink;
use crate::sight::{Sight, Thing};
use crate::tour::Look;

/// What is hard to read in a view.
pub(crate) fn judge(look: &Look<'_>) -> Vec<String> {
    let fits = look.fits();
    let over: Vec<&Fit> = fits.iter().filter(|fit| fit.ink_over_picture.is_some()).collect();
    let sight = look.sight();
    let frame = look.stage.glass().frame().clone();
    let edge = 0.6 * look.stage.kiosk().ui().pixels_per_millimetre();
    let mut faults: Vec<String> = legible(&sight)
        .filter(|text| !over.iter().any(|fit| area(fit).is_like(text.whole)))
        .filter_map(|text| plain(&frame, &sight, text, edge))
        .collect();
    if !over.is_empty() {
        let bare = without_words(look);
        faults.extend(over.iter().filter_map(|fit| over_picture(&bare, &sight, fit)));
    }
    faults.iter().map(|fault| look.fault(fault)).collect()
}

/// Words that no edge of a window cuts: half a letter has no ink to judge by, and scrolled into sight it is judged.
fn legible(sight: &Sight) -> impl Iterator<Item = &Thing> {
    sight.texts().filter(|text| text.seen.is_like(text.whole))
}

fn plain(frame: &Frame, sight: &Sight, text: &Thing, edge: f32) -> Option<String> {
    // A text as large as its button has the button's edge around it, which is no ink.
    let has_edge = sight.buttons().any(|button| button.whole.is_like(text.whole));
    let room = if has_edge { text.seen.shrunk(edge) } else { text.seen };
    let contrast = ink::contrast(frame, room)?;
    (contrast < ink::LEAST)
        .then(|| format!("contrast: «{}» {contrast:.1} at {}", text.label, text.seen))
}

fn over_picture(bare: &Frame, sight: &Sight, fit: &Fit) -> Option<String> {
    let text = legible(sight).find(|text| area(fit).is_like(text.whole))?;
    let contrast = ink::over_picture(bare, text.seen, fit.ink_over_picture?)?;
    (contrast < ink::LEAST)
        .then(|| format!("contrast over a picture: {} «{}» {contrast:.1}", fit.slot, fit.text))
}

/// The glass as it is under the words over pictures.
fn without_words(look: &Look<'_>) -> Frame {
    let ui = look.stage.kiosk().ui();
    ui.hide_words_over_pictures(true);
    look.stage.settle().unwrap();
    let frame = look.stage.glass().frame().clone();
    ui.hide_words_over_pictures(false);
    look.stage.settle().unwrap();
    frame
}

fn area(fit: &Fit) -> Area {
    let [left, top, width, height] = fit.area;
    Area::new(left, top, width, height)
}
