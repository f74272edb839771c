//! A section with its topics and stories, for `ui/globals/section.slint`.

use std::rc::Rc;

use slint::ComponentHandle;

use super::convert::{accent, key, model, story};
use super::generated::{AppWindow, Section, TopicItem};
use super::{Request, View};
use crate::content::{SectionId, TopicId};
use crate::nav::{Event, Screen};

/// The key of the topic row that stands for all topics.
const ALL: i32 = 0;

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let request = Rc::clone(request);
    let weak = window.as_weak();
    window.global::<Section<'_>>().on_topic_chosen(move |topic| {
        let Some(window) = weak.upgrade() else { return };
        let section = SectionId(window.global::<Section<'_>>().get_id().into());
        let topic = (topic != ALL).then(|| TopicId(topic.into()));
        request(Event::OpenTopic(section, topic));
    });
}

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let Screen::Section { section, topic: chosen } = view.state.screen() else { return };
    let catalogue = view.catalogue;
    let language = view.state.session().language;
    let Some(section) = catalogue.section(section) else { return };
    let glass = window.global::<Section<'_>>();
    glass.set_id(key(section.id.0));
    glass.set_title(catalogue.text(&section.title, language).into());
    glass.set_summary(catalogue.text(&section.summary, language).into());
    glass.set_accent(accent(section.accent));

    let stories: Vec<_> = catalogue
        .articles_of_section(section.id)
        .filter(|article| view.shown.contains(&article.id))
        .collect();
    let count = |topic: Option<TopicId>| {
        let belongs = stories.iter().filter(|one| topic.is_none_or(|topic| one.topic == topic));
        i32::try_from(belongs.count()).unwrap_or(i32::MAX)
    };
    let all = TopicItem {
        id: ALL,
        title: slint::SharedString::new(),
        summary: slint::SharedString::new(),
        stories: count(None),
        is_active: chosen.is_none(),
    };
    let topics = catalogue.topics.iter().filter(|topic| topic.section == section.id);
    glass.set_topics(model(std::iter::once(all).chain(topics.map(|topic| TopicItem {
        id: key(topic.id.0),
        title: catalogue.text(&topic.title, language).into(),
        summary: catalogue.text(&topic.summary, language).into(),
        stories: count(Some(topic.id)),
        is_active: chosen == Some(topic.id),
    }))));
    glass.set_stories(model(
        stories
            .into_iter()
            .filter(|one| chosen.is_none_or(|topic| one.topic == topic))
            .map(|article| story(catalogue, article, language)),
    ));
}
