//! How the visitor sees, reads and reaches, for `ui/globals/access.slint`.
//!
//! It tells the sheet what is chosen; that the whole glass follows is the window's matter.

use std::rc::Rc;

use slint::ComponentHandle;

use super::generated::{Access as Sheet, AppWindow};
use super::{Request, View};
use crate::nav::{Access, Event, TextSize};

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let sheet = window.global::<Sheet<'_>>();
    sheet.on_closed({
        let request = Rc::clone(request);
        move || request(Event::CloseAccess)
    });
    sheet.on_reset_chosen({
        let request = Rc::clone(request);
        move || request(Event::SetAccess(Access::default()))
    });
    // Each wish changes one thing of what is chosen.
    let change = |request: &Rc<Request>| {
        let request = Rc::clone(request);
        let weak = window.as_weak();
        move |change: &dyn Fn(Access) -> Access| {
            let Some(window) = weak.upgrade() else { return };
            request(Event::SetAccess(change(chosen(&window.global::<Sheet<'_>>()))));
        }
    };
    sheet.on_text_size_chosen({
        let change = change(request);
        move |percent| change(&|access| Access { text_size: text_size(percent), ..access })
    });
    sheet.on_contrast_chosen({
        let change = change(request);
        move |is_high| change(&|access| Access { has_high_contrast: is_high, ..access })
    });
    sheet.on_reach_chosen({
        let change = change(request);
        move |is_low| change(&|access| Access { is_in_reach: is_low, ..access })
    });
    sheet.on_calm_chosen({
        let change = change(request);
        move |is_calm| change(&|access| Access { is_calm, ..access })
    });
}

/// Shows what is chosen. `offers_reach` tells that a part of the glass is out of reach for somebody who sits.
pub(super) fn show(window: &AppWindow, view: &View<'_>, offers_reach: bool) {
    let sheet = window.global::<Sheet<'_>>();
    let session = view.state.session();
    let access = session.access;
    sheet.set_text_percent(access.text_size.percent().into());
    sheet.set_has_high_contrast(access.has_high_contrast);
    sheet.set_is_in_reach(access.is_in_reach);
    sheet.set_is_calm(access.is_calm);
    sheet.set_offers_reach(offers_reach);
    // Last, so that the sheet is right from its first frame on.
    sheet.set_is_open(session.is_access_open);
}

/// What the sheet shows as chosen.
fn chosen(sheet: &Sheet<'_>) -> Access {
    Access {
        text_size: text_size(sheet.get_text_percent()),
        has_high_contrast: sheet.get_has_high_contrast(),
        is_in_reach: sheet.get_is_in_reach(),
        is_calm: sheet.get_is_calm(),
    }
}

/// The text size of so many percent; the normal one where there is none.
fn text_size(percent: i32) -> TextSize {
    u16::try_from(percent).ok().and_then(TextSize::of_percent).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_size_is_found_by_its_percent() {
        for size in TextSize::ALL {
            assert_eq!(text_size(size.percent().into()), size, "{size:?}");
        }
    }

    #[test]
    fn a_size_that_does_not_exist_is_the_normal_one() {
        for percent in [0, -100, 99, 175, i32::MAX] {
            assert_eq!(text_size(percent), TextSize::Normal, "{percent} %");
        }
    }
}
