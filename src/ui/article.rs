//! A story or a service page, for `ui/globals/article.slint`.

use slint::{ComponentHandle, Image, ModelRc, SharedString};

use super::convert::{accent, blocks, date, fact, key, model, story, tag};
use super::generated::{AppWindow, Article, SourceItem, StoryCard};
use super::{BodyView, View, qr};
use crate::content::{Accent, ArticleCard, Body};
use crate::nav::Screen;

/// How many stories the end of a story leads on to.
const RELATED: usize = 3;

pub(super) fn show(window: &AppWindow, view: &View<'_>, millimetre: f32) {
    let glass = window.global::<Article<'_>>();
    show_head(&glass, view);
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
            glass.set_headline(
                page.map_or("", |page| catalogue.text(&page.headline, language)).into(),
            );
            glass.set_date(page.map(|page| date(page.updated, tag)).unwrap_or_default());
            glass.set_is_historic(false);
            glass.set_accent(accent(Accent::River));
            glass.set_picture(0);
            glass.set_picture_alt(SharedString::new());
            glass.set_credit(SharedString::new());
        }
        Screen::Attract | Screen::Home | Screen::Section { .. } => {}
    }
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
        glass.set_zones(SharedString::new());
        glass.set_other_language(SharedString::new());
        glass.set_qr(Image::default());
        glass.set_has_qr(false);
        return;
    };
    glass.set_caption(body.caption.as_str().into());
    glass.set_facts(model(body.facts.iter().map(fact)));
    let mut items = blocks(catalogue, &body.blocks, &body.facts, language);
    items.extend(gallery(body));
    glass.set_blocks(model(items));
    let other = (body.language != language).then(|| catalogue.language(body.language)).flatten();
    glass.set_other_language(other.map_or("", |other| other.name.as_str()).into());
    let tag = tag(catalogue, language);
    glass.set_sources(model(body.sources.iter().map(|source| SourceItem {
        name: source.name.as_str().into(),
        date: date(source.dated, tag),
        address: source.url.as_deref().unwrap_or_default().into(),
    })));
    let separator = if tag.starts_with("zh") { "、" } else { ", " };
    let zones: Vec<&str> = body
        .zones
        .iter()
        .filter_map(|zone| catalogue.zone(*zone))
        .map(|zone| catalogue.text(&zone.name, language))
        .collect();
    glass.set_zones(zones.join(separator).into());
    let addresses = body.sources.iter().filter_map(|source| source.url.as_deref());
    let code = addresses.into_iter().find_map(|address| qr::image(address, millimetre));
    glass.set_has_qr(code.is_some());
    glass.set_qr(code.unwrap_or_default());
    glass.set_related(model(related(view)));
}

fn gallery(body: &Body) -> impl Iterator<Item = super::generated::BlockItem> {
    body.gallery.iter().map(|one| super::generated::BlockItem {
        kind: super::generated::BlockKind::Picture,
        picture: key(one.picture.0),
        text: one.caption.as_str().into(),
        ..Default::default()
    })
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
