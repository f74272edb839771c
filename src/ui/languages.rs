//! The languages of the edition, for `ui/globals/languages.slint`.

use std::rc::Rc;

use slint::ComponentHandle;

use super::convert::{language, model};
use super::generated::{AppWindow, Languages};
use super::{Request, View};
use crate::content::LanguageId;
use crate::nav::Event;

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let request = Rc::clone(request);
    window
        .global::<Languages<'_>>()
        .on_language_chosen(move |id| request(Event::SetLanguage(LanguageId(id.into()))));
}

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let languages = window.global::<Languages<'_>>();
    let active = view.state.session().language;
    let known = &view.catalogue.languages;
    languages.set_buttons(model(known.iter().map(|one| language(one, one.id == active))));
    let position = known.iter().position(|one| one.id == active).unwrap_or(0);
    if let Some(here) = known.get(position) {
        languages.set_title(here.title.as_str().into());
        select_bundled(&here.tag);
    }
    if let Some(next) = known.get((position + 1) % known.len().max(1)) {
        languages.set_next(language(next, false));
        languages.set_title_other(next.title.as_str().into());
    }
}

/// Switches the kiosk's own words; a language without a translation gets the English ones.
fn select_bundled(tag: &str) {
    let primary = tag.split('-').next().unwrap_or(tag);
    if slint::select_bundled_translation(primary).is_err() {
        // "" is the language of the sources, which is English.
        let _ = slint::select_bundled_translation("");
    }
}
