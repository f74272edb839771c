//! Where the visitor is, for `ui/globals/navigation.slint`.

use std::rc::Rc;

use slint::{ComponentHandle, SharedString};

use super::convert::{accent, key, model, screen};
use super::ems::bold;
use super::generated::{AppWindow, Navigation, SectionItem};
use super::{Request, View};
use crate::content::{ArticleId, PageId, SectionId};
use crate::nav::{Event, Screen};

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let navigation = window.global::<Navigation<'_>>();
    let send = |event: Event| {
        let request = Rc::clone(request);
        move || request(event.clone())
    };
    navigation.on_back(send(Event::Back));
    navigation.on_home(send(Event::Home));
    navigation.on_touched(send(Event::Touched));
    navigation.on_continue_chosen(send(Event::Continue));
    navigation.on_start_over_chosen(send(Event::StartOver));
    navigation.on_search_chosen(send(Event::OpenSearch));
    navigation.on_map_chosen(send(Event::OpenZone(None)));
    navigation.on_figures_chosen(send(Event::OpenFigures));
    navigation.on_access_chosen(send(Event::OpenAccess));
    navigation.on_pause_toggled(send(Event::TogglePause));
    let send = |event: fn(i32) -> Event| {
        let request = Rc::clone(request);
        move |id: i32| request(event(id))
    };
    navigation.on_section_chosen(send(|id| Event::OpenSection(SectionId(id.into()))));
    navigation.on_article_chosen(send(|id| Event::OpenArticle(ArticleId(id.into()))));
    navigation.on_page_chosen(send(|id| Event::OpenPage(PageId(id.into()))));
}

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let navigation = window.global::<Navigation<'_>>();
    let session = view.state.session();
    navigation.set_screen(screen(session.screen));
    navigation.set_step(i32::try_from(session.step & 0x7fff_ffff).unwrap_or(0));
    navigation.set_can_go_back(session.can_go_back());
    if let Some(prompt) = session.prompt {
        let seconds = prompt.until.saturating_sub(prompt.since).as_secs();
        navigation.set_prompt_seconds(i32::try_from(seconds).unwrap_or(i32::MAX));
    }
    navigation.set_is_prompting(session.prompt.is_some());
}

/// What changes only with the screen, the language or the edition.
pub(super) fn show_menus(window: &AppWindow, view: &View<'_>) {
    let navigation = window.global::<Navigation<'_>>();
    let session = view.state.session();
    let catalogue = view.catalogue;
    let here = section_of(view);
    navigation.set_sections(model(catalogue.sections.iter().map(|section| SectionItem {
        id: key(section.id.0),
        title: catalogue.text(&section.title, session.language).into(),
        summary: catalogue.text(&section.summary, session.language).into(),
        accent: accent(section.accent),
        is_active: here == Some(section.id),
    })));
    let widths =
        catalogue.sections.iter().map(|one| bold(catalogue.text(&one.title, session.language)));
    navigation.set_menu_ems(widths.fold(0.0, f32::max));
    navigation.set_breadcrumb(model(breadcrumb(view)));
}

/// The section that the screen belongs to.
fn section_of(view: &View<'_>) -> Option<SectionId> {
    match view.state.screen() {
        Screen::Attract
        | Screen::Home
        | Screen::Page { .. }
        | Screen::Zones { .. }
        | Screen::Figures
        | Screen::Search => None,
        Screen::Section { section, .. } => Some(section),
        Screen::Article { article } | Screen::Gallery { article, .. } => {
            let article = view.catalogue.article(article)?;
            Some(view.catalogue.topic(article.topic)?.section)
        }
    }
}

fn breadcrumb(view: &View<'_>) -> Vec<SharedString> {
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    let section = section_of(view).and_then(|section| catalogue.section(section));
    let topic = match view.state.screen() {
        Screen::Section { topic, .. } => topic,
        Screen::Article { article } | Screen::Gallery { article, .. } => {
            catalogue.article(article).map(|article| article.topic)
        }
        _ => None,
    };
    let topic = topic.and_then(|topic| catalogue.topic(topic));
    section
        .map(|section| &section.title)
        .into_iter()
        .chain(topic.map(|topic| &topic.title))
        .map(|title| catalogue.text(title, language).into())
        .collect()
}
