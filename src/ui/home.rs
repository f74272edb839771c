//! The home screen, for `ui/globals/home.slint`.

use slint::ComponentHandle;

use super::View;
use super::convert::{key, model, newest, story};
use super::generated::{AppWindow, Home, PageItem};
use crate::content::ArticleCard;

/// How many lead stories the widest layout has room for.
const LEADS: usize = 3;

/// How many figures the widest layout has room for.
const GLANCE: usize = 6;

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let home = window.global::<Home<'_>>();
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    // The loop's first stories lead; where it is empty, the newest do.
    let leads = view
        .state
        .attract()
        .slides()
        .iter()
        .filter_map(|slide| catalogue.article(slide.article))
        .chain(&catalogue.articles)
        .filter(|article| view.shown.contains(&article.id));
    let mut chosen: Vec<&ArticleCard> = Vec::new();
    for article in leads {
        if chosen.len() == LEADS {
            break;
        }
        if !chosen.iter().any(|one| one.id == article.id) {
            chosen.push(article);
        }
    }
    home.set_leads(model(chosen.into_iter().map(|article| story(catalogue, article, language))));

    home.set_glance(model(
        catalogue
            .glance()
            .into_iter()
            .filter_map(|figure| newest(catalogue, figure, language))
            .take(GLANCE),
    ));
    home.set_pages(model(catalogue.pages.iter().map(|page| PageItem {
        id: key(page.id.0),
        title: catalogue.text(&page.headline, language).into(),
    })));
}
