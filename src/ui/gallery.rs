//! The pictures of a story, one at a time, for `ui/globals/gallery.slint`.

use std::rc::Rc;

use slint::{ComponentHandle, SharedString};

use super::convert::key;
use super::generated::{AppWindow, Gallery};
use super::{BodyView, Request, View};
use crate::content::{ArticleCard, Block, Body, PictureCard, PictureId};
use crate::nav::{Event, Screen};

/// A picture with its caption, which may be empty.
type Captioned<'a> = (PictureId, &'a str);

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let request = Rc::clone(request);
    window.global::<Gallery<'_>>().on_picture_chosen(move |position| {
        request(Event::OpenPicture(u32::try_from(position).unwrap_or(0)));
    });
}

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let Screen::Gallery { article, picture } = view.state.screen() else { return };
    let glass = window.global::<Gallery<'_>>();
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    let is_loading = view.body == BodyView::Loading;
    glass.set_is_loading(is_loading);
    // From one picture of a story to the next: what is there stays until the body comes.
    if is_loading && glass.get_article() == key(article.0) {
        return;
    }
    let card = catalogue.article(article);
    let body = if let BodyView::Ready(body) = view.body { Some(body) } else { None };
    let all = pictures(card, body);
    let (position, shown) = chosen(&all, picture);
    let (id, caption) = shown.unwrap_or((PictureId(0), ""));
    glass.set_article(key(article.0));
    glass.set_headline(card.map_or("", |card| catalogue.text(&card.headline, language)).into());
    glass.set_caption(caption.into());
    show_picture(&glass, view, catalogue.picture(id));
    glass.set_count(i32::try_from(all.len()).unwrap_or(i32::MAX));
    // Last: another position makes the glass look from afar again.
    glass.set_position(i32::try_from(position).unwrap_or(0));
}

fn show_picture(glass: &Gallery<'_>, view: &View<'_>, picture: Option<&PictureCard>) {
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    glass.set_picture(picture.map_or(0, |picture| key(picture.id.0)));
    glass.set_alt(picture.map_or("", |picture| catalogue.text(&picture.alt, language)).into());
    glass.set_credit(picture.map_or_else(SharedString::new, |picture| {
        catalogue.text(&picture.credit, language).into()
    }));
    if let Some(picture) = picture {
        let pixels = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
        glass.set_picture_width(pixels(picture.width));
        glass.set_picture_height(pixels(picture.height));
    }
}

/// The pictures of a story in the order in which they are leafed through: the lead picture, those within the text, the
/// gallery. A story without a lead picture begins with the first of the others.
pub(super) fn pictures<'a>(
    card: Option<&ArticleCard>,
    body: Option<&'a Body>,
) -> Vec<Captioned<'a>> {
    let lead = card.and_then(|card| card.picture);
    let lead = lead.map(|picture| (picture, body.map_or("", |body| body.caption.as_str())));
    let blocks = body.map_or(&[][..], |body| &body.blocks);
    let within = blocks.iter().filter_map(|block| match block {
        Block::Picture { picture, caption } => Some((*picture, caption.as_str())),
        _ => None,
    });
    let gallery = body.map_or(&[][..], |body| &body.gallery);
    let gallery = gallery.iter().map(|one| (one.picture, one.caption.as_str()));
    lead.into_iter().chain(within).chain(gallery).collect()
}

/// The picture at `position`, or the last one where there are not so many.
fn chosen<'a>(all: &[Captioned<'a>], position: u32) -> (usize, Option<Captioned<'a>>) {
    let last = all.len().saturating_sub(1);
    let position = usize::try_from(position).map_or(last, |position| position.min(last));
    (position, all.get(position).copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{GalleryPicture, LanguageId};

    fn body() -> Body {
        let within = |picture, caption: &str| Block::Picture {
            picture: PictureId(picture),
            caption: caption.to_owned(),
        };
        Body {
            language: LanguageId(1),
            caption: "lead".to_owned(),
            blocks: vec![
                within(2, "first within"),
                Block::Heading { level: 2, text: "Between".to_owned() },
                within(3, ""),
            ],
            facts: Vec::new(),
            gallery: vec![GalleryPicture { picture: PictureId(4), caption: "after".to_owned() }],
            sources: Vec::new(),
            zones: Vec::new(),
            words: 0,
        }
    }

    #[test]
    fn pictures_within_the_text_come_before_those_after_it() {
        let body = body();
        let order = [(2, "first within"), (3, ""), (4, "after")]
            .map(|(picture, caption)| (PictureId(picture), caption));
        assert_eq!(pictures(None, Some(&body)), order, "a story without a lead picture");
    }

    #[test]
    fn a_position_beyond_the_last_picture_is_the_last() {
        let body = body();
        let all = pictures(None, Some(&body));
        for (position, at, picture) in
            [(0, 0, 2), (1, 1, 3), (2, 2, 4), (3, 2, 4), (u32::MAX, 2, 4)]
        {
            let (got, shown) = chosen(&all, position);
            assert_eq!((got, shown.map(|(id, _)| id.0)), (at, Some(picture)), "{position}");
        }
    }

    #[test]
    fn a_story_without_pictures_shows_none_and_does_not_panic() {
        assert_eq!(chosen(&pictures(None, None), 3), (0, None), "nothing to show");
    }
}
