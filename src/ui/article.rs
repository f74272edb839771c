//! A story or a service page, for `ui/globals/article.slint`.

use std::rc::Rc;

use slint::{ComponentHandle, Image, ModelRc, SharedString};

use super::blocks::blocks;
use super::convert::{accent, date, fact, key, model, story, tag};
use super::generated::{AppWindow, Article, PlaceItem, SourceItem, StoryCard};
use super::typeset::kept_end;
use super::{BodyView, Request, View, qr};
use crate::content::{Accent, ArticleCard, ArticleId, ZoneId};
use crate::nav::{Event, Screen};

/// How many stories the end of a story leads on to.
const RELATED: usize = 3;

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let glass = window.global::<Article<'_>>();
    let send = |event: fn(i32) -> Event| {
        let request = Rc::clone(request);
        move |id: i32| request(event(id))
    };
    glass.on_step_to(send(|id| Event::StepTo(ArticleId(id.into()))));
    glass.on_picture_chosen(send(|at| Event::OpenPicture(u32::try_from(at).unwrap_or(0))));
    glass.on_zone_chosen(send(|id| Event::OpenZone(Some(ZoneId(id.into())))));
}

pub(super) fn show(window: &AppWindow, view: &View<'_>, millimetre: f32) {
    let glass = window.global::<Article<'_>>();
    show_head(&glass, view);
    show_series(&glass, view);
    show_body(&glass, view, millimetre);
}

fn show_head(glass: &Article<'_>, view: &View<'_>) {
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    let tag = tag(catalogue, language);
    match view.state.screen() {
        Screen::Article { article } => {
            let updated = catalogue.article(article).map(|one| date(one.updated, tag));
            let card = catalogue.article(article).map(|one| story(catalogue, one, language));
            let card = card.unwrap_or_default();
            let picture = catalogue.article(article).and_then(|one| one.picture);
            let picture = picture.and_then(|picture| catalogue.picture(picture));
            glass.set_topic(card.topic);
            glass.set_name(card.name);
            glass.set_headline(card.headline);
            glass.set_date(updated.unwrap_or_default());
            glass.set_is_historic(card.is_historic);
            glass.set_accent(card.accent);
            glass.set_picture(card.picture);
            glass.set_picture_alt(card.picture_alt);
            let credit = picture.map_or("", |one| catalogue.text(&one.credit, language));
            glass.set_credit(credit.into());
        }
        Screen::Page { page } => {
            let page = catalogue.page(page);
            glass.set_topic(SharedString::new());
            let headline = page.map_or("", |page| catalogue.text(&page.headline, language));
            glass.set_name(headline.into());
            glass.set_headline(kept_end(headline));
            glass.set_date(page.map(|page| date(page.updated, tag)).unwrap_or_default());
            glass.set_is_historic(false);
            glass.set_accent(accent(Accent::River));
            glass.set_picture(0);
            glass.set_picture_alt(SharedString::new());
            glass.set_credit(SharedString::new());
        }
        _ => {}
    }
}

/// Where the story stands among those of its topic that may be shown, the newest being the first.
fn show_series(glass: &Article<'_>, view: &View<'_>) {
    let catalogue = view.catalogue;
    let series: Vec<&ArticleCard> = match view.state.screen() {
        Screen::Article { article } => catalogue.article(article).map_or_else(Vec::new, |here| {
            let series = catalogue.articles_of_topic(here.topic);
            series.filter(|one| one.id == article || view.shown.contains(&one.id)).collect()
        }),
        _ => Vec::new(),
    };
    let here = match view.state.screen() {
        Screen::Article { article } => series.iter().position(|one| one.id == article),
        _ => None,
    };
    let neighbour = |at: Option<usize>| {
        let one = at.and_then(|at| series.get(at));
        one.map(|one| story(catalogue, one, view.state.session().language)).unwrap_or_default()
    };
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    glass.set_position(here.map_or(0, |at| number(at + 1)));
    glass.set_count(number(series.len()));
    glass.set_previous(neighbour(here.and_then(|at| at.checked_sub(1))));
    glass.set_next(neighbour(here.map(|at| at + 1)));
}

fn show_body(glass: &Article<'_>, view: &View<'_>, millimetre: f32) {
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    glass.set_is_loading(view.body == BodyView::Loading);
    glass.set_is_missing(view.body == BodyView::Missing);
    let BodyView::Ready(body) = view.body else {
        glass.set_blocks(ModelRc::default());
        glass.set_facts(ModelRc::default());
        glass.set_sources(ModelRc::default());
        glass.set_related(ModelRc::default());
        glass.set_caption(SharedString::new());
        glass.set_zones(ModelRc::default());
        glass.set_other_language(SharedString::new());
        glass.set_qr(Image::default());
        glass.set_has_qr(false);
        return;
    };
    glass.set_caption(body.caption.as_str().into());
    glass.set_facts(model(body.facts.iter().map(fact)));
    let lead = match view.state.screen() {
        Screen::Article { article } => catalogue.article(article).and_then(|one| one.picture),
        _ => None,
    };
    glass.set_blocks(model(blocks(catalogue, body, lead, language)));
    let other = (body.language != language).then(|| catalogue.language(body.language)).flatten();
    glass.set_other_language(other.map_or("", |other| other.name.as_str()).into());
    let tag = tag(catalogue, language);
    glass.set_sources(model(body.sources.iter().map(|source| SourceItem {
        name: source.name.as_str().into(),
        date: date(source.dated, tag),
        address: source.url.as_deref().unwrap_or_default().into(),
    })));
    let zones = body.zones.iter().filter_map(|zone| catalogue.zone(*zone));
    glass.set_zones(model(zones.map(|zone| PlaceItem {
        id: key(zone.id.0),
        name: catalogue.text(&zone.name, language).into(),
    })));
    let addresses = body.sources.iter().filter_map(|source| source.url.as_deref());
    let code = addresses.into_iter().find_map(|address| qr::image(address, millimetre));
    glass.set_has_qr(code.is_some());
    glass.set_qr(code.unwrap_or_default());
    glass.set_related(model(related(view)));
}

/// The newest others of the same topic, then of the same section.
fn related(view: &View<'_>) -> Vec<StoryCard> {
    let Screen::Article { article } = view.state.screen() else { return Vec::new() };
    let catalogue = view.catalogue;
    let Some(topic) = catalogue.article(article).map(|one| one.topic) else { return Vec::new() };
    let Some(section) = catalogue.topic(topic).map(|topic| topic.section) else {
        return Vec::new();
    };
    let may_follow = |one: &&ArticleCard| one.id != article && view.shown.contains(&one.id);
    let near = catalogue.articles_of_topic(topic).filter(may_follow);
    let far =
        catalogue.articles_of_section(section).filter(may_follow).filter(|one| one.topic != topic);
    near.chain(far)
        .take(RELATED)
        .map(|one| story(catalogue, one, view.state.session().language))
        .collect()
}
