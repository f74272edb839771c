//! Everything that a visitor can bring on the glass: the places, and what opens over them. Knows the words on the
//! buttons, and no geometry.

use kiosk::app::Stage;
use kiosk::nav::{Access, Event};

use crate::common::Visitor;
use crate::sight::Sight;

/// One thing to do on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    /// Go to a place by its name.
    Go(&'static str),
    /// Tap the button of that name, in English and in Chinese.
    Tap(&'static str, &'static str),
}

/// What is on the glass after some steps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View {
    pub(crate) name: &'static str,
    steps: &'static [Step],
}

use Step::{Go, Tap};

const FURTHER: Step = Tap("Further", "继续");
const MENU: Step = Tap("Menu", "菜单");
const ACCESS: Step = Tap("Access", "无障碍");
const LONG_STORY: Step = Go("article/land-between-two-rivers");
const WORDS: Step = Go("search/gu");

const fn at(place: &'static str, steps: &'static [Step]) -> View {
    View { name: place, steps }
}

/// All views. A view whose buttons a layout does not have is not there.
pub(crate) const VIEWS: &[View] = &[
    at("attract", &[Go("attract")]),
    at("attract/2", &[Go("attract/2")]),
    at("attract, still", &[Go("attract"), Tap("Pause", "暂停")]),
    at("home", &[Go("home")]),
    at("home, further", &[Go("home"), FURTHER]),
    at("home, further twice", &[Go("home"), FURTHER, FURTHER]),
    at("home with the menus", &[Go("home"), MENU]),
    at("section/investing", &[Go("section/investing")]),
    at("section/investing, further", &[Go("section/investing"), FURTHER]),
    at("section/investing, further twice", &[Go("section/investing"), FURTHER, FURTHER]),
    at("section/investing with the menus", &[Go("section/investing"), MENU]),
    at("section/living/food", &[Go("section/living/food")]),
    at("section/news/photos, further", &[Go("section/news/photos"), FURTHER]),
    at("article/land-between-two-rivers", &[LONG_STORY]),
    at("article/land-between-two-rivers, further", &[LONG_STORY, FURTHER]),
    at("article/land-between-two-rivers, further twice", &[LONG_STORY, FURTHER, FURTHER]),
    at("article/land-between-two-rivers with the menus", &[LONG_STORY, MENU]),
    at("article/land-between-two-rivers with access", &[LONG_STORY, ACCESS]),
    at("article/a-ladder-for-technology-firms", &[Go("article/a-ladder-for-technology-firms")]),
    at(
        "article/a-ladder-for-technology-firms, further twice",
        &[Go("article/a-ladder-for-technology-firms"), FURTHER, FURTHER],
    ),
    at(
        "article/an-address-for-each-trade, further four times",
        &[Go("article/an-address-for-each-trade"), FURTHER, FURTHER, FURTHER, FURTHER],
    ),
    at("article/cranes-at-guoyuan, further", &[Go("article/cranes-at-guoyuan"), FURTHER]),
    at("page/privacy", &[Go("page/privacy")]),
    at("page/privacy, further", &[Go("page/privacy"), FURTHER]),
    at("gallery/cranes-at-guoyuan/2", &[Go("gallery/cranes-at-guoyuan/2")]),
    at("gallery, closer", &[Go("gallery/cranes-at-guoyuan/2"), Tap("Closer", "放大")]),
    at("gallery, further", &[Go("gallery/cranes-at-guoyuan/2"), FURTHER]),
    at("zones", &[Go("zones")]),
    at("zones, further", &[Go("zones"), FURTHER]),
    at("zones, further twice", &[Go("zones"), FURTHER, FURTHER]),
    at("zones, list", &[Go("zones"), Tap("List", "列表")]),
    at("zones, list, further", &[Go("zones"), Tap("List", "列表"), FURTHER]),
    at("zones/guoyuan-port", &[Go("zones/guoyuan-port")]),
    at("zones/guoyuan-port, further", &[Go("zones/guoyuan-port"), FURTHER]),
    at("zones/guoyuan-port, further twice", &[Go("zones/guoyuan-port"), FURTHER, FURTHER]),
    at(
        "zones/guoyuan-port, comparing",
        &[Go("zones/guoyuan-port"), Tap("Compare with …", "与其他地点对比")],
    ),
    at("zones/guoyuan-port/yuelai", &[Go("zones/guoyuan-port/yuelai")]),
    at("zones/guoyuan-port/yuelai, further", &[Go("zones/guoyuan-port/yuelai"), FURTHER]),
    at("figures", &[Go("figures")]),
    at("figures, further", &[Go("figures"), FURTHER]),
    at("figures, further twice", &[Go("figures"), FURTHER, FURTHER]),
    at("search", &[Go("search")]),
    at("search, further", &[Go("search"), FURTHER]),
    at("search, more keys", &[Go("search"), Tap("More keys", "更多按键")]),
    at("search/gu", &[WORDS]),
    at("search/gu, further", &[WORDS, FURTHER]),
    at("search/gu, further twice", &[WORDS, FURTHER, FURTHER]),
    at("search/gu, results", &[WORDS, Tap("Results (", "结果（")]),
    at("search/gu, results, further", &[WORDS, Tap("Results (", "结果（"), FURTHER]),
    at("search/qqqq", &[Go("search/qqqq")]),
    at("search/qqqq, results", &[Go("search/qqqq"), Tap("Results (", "结果（")]),
    at("access", &[Go("access")]),
    at("access, further", &[Go("access"), FURTHER]),
    at("prompt/land-between-two-rivers", &[Go("prompt/land-between-two-rivers")]),
];

impl View {
    /// Brings it on the glass; false where this layout has no such view.
    pub(crate) fn is_brought(self, stage: &Stage, language: &str) -> bool {
        // From the loop itself nothing starts over, not even a pause.
        stage.kiosk().handle(Event::Home);
        stage.kiosk().handle(Event::StartOver);
        stage.rest().unwrap();
        self.steps.iter().all(|step| match *step {
            Go(place) => {
                stage.visit(place);
                true
            }
            Tap(english, chinese) => {
                let name = if language == "zh" { chinese } else { english };
                is_tapped(stage, name)
            }
        })
    }

    /// How many pages were turned.
    pub(crate) fn turns(self) -> usize {
        self.steps.iter().filter(|step| **step == FURTHER).count()
    }

    /// Tells whether it is a place by itself, with nothing tapped there.
    pub(crate) fn is_plain(self) -> bool {
        self.steps.len() == 1
    }

    /// Tells whether the bar is there: under everything but the loop and the question.
    pub(crate) fn has_bar(self) -> bool {
        !self.name.starts_with("attract") && !self.name.starts_with("prompt")
    }

    /// Tells whether a visitor who needs that ever sees it: the loop is nobody's visit, and always as designed.
    pub(crate) fn can_be(self, access: Access) -> bool {
        access == Access::default() || !self.name.starts_with("attract")
    }
}

/// Taps the button in sight that is called so, if there is one; names end in `(` where a number follows.
fn is_tapped(stage: &Stage, name: &str) -> bool {
    let sight = Sight::of(stage);
    let button = sight
        .buttons()
        .filter(|button| {
            button.label == name || name.ends_with(['(', '（']) && button.label.starts_with(name)
        })
        .max_by(|one, other| one.seen.height().total_cmp(&other.seen.height()));
    let Some(button) = button else { return false };
    let (x, y) = button.seen.middle();
    stage.tap(x, y).unwrap();
    true
}
