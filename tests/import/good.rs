//! Every good page, and what its draft must be.

use jiff::civil::{Date, date};
use kiosk::authoring::{Draft, Wishes};
use kiosk::content::{NoReferences, parse_markdown};

use super::folder::*;

/// What is expected of a page.
struct Good {
    page: &'static str,
    /// What the author has to say, as topic and date.
    wishes: (Option<&'static str>, Option<Date>),
    /// section/topic/slug.
    place: &'static str,
    published: &'static str,
    kind: &'static str,
    headline: &'static str,
    caption: &'static str,
    blocks: usize,
    source: &'static str,
    address: bool,
}

const STORY: Good = Good {
    page: "",
    wishes: (None, None),
    place: "",
    published: "",
    kind: "story",
    headline: "",
    caption: "",
    blocks: 2,
    source: "Liangjiang New Area website",
    address: false,
};

const GOOD: &[Good] = &[
    // HTML.
    Good {
        page: "port-quarter.html",
        place: "news/local/guoyuan-port-moves-more-boxes-in-one-quarter",
        published: "2022-05-25",
        headline: "Guoyuan Port moves more boxes in one quarter",
        caption: "Cranes stand over a barge at Guoyuan Port.",
        blocks: 6,
        address: true,
        ..STORY
    },
    Good {
        page: "chain-meeting-old.html",
        place: "news/business/eleven-chains-report-on-nine-months",
        published: "2022-05-25",
        headline: "Eleven chains report on nine months",
        caption: "A car body passes along the line of a plant in Longxing.",
        blocks: 6,
        address: true,
        ..STORY
    },
    Good {
        page: "gbk-station.html",
        place: "news/local/page-2022-05-25-1",
        published: "2022-05-25",
        headline: "两江新区新增二十公里轨道",
        caption: "建设中的车站。",
        blocks: 3,
        source: "Chongqing Daily",
        ..STORY
    },
    Good {
        page: "photos-spring.html",
        place: "news/photos/spring-in-five-parks",
        published: "2021-03-02",
        kind: "gallery",
        headline: "Spring in five parks",
        caption: "Tulips open beside Mingyue Lake, where three hundred thousand bulbs were set.",
        blocks: 3,
        address: true,
        ..STORY
    },
    Good {
        page: "video-ship.html",
        place: "news/video/a-theatre-like-a-ship-of-glass",
        published: "2021-10-12",
        kind: "film",
        headline: "A theatre like a ship of glass",
        ..STORY
    },
    Good {
        page: "policy-table.html",
        place: "investing/policies/support-for-firms-in-figures",
        published: "2022-02-10",
        headline: "Support for firms in figures",
        blocks: 4,
        source: "iChongqing",
        address: true,
        ..STORY
    },
    Good {
        page: "opportunities-list.html",
        place: "investing/opportunities/where-partners-are-sought",
        published: "2022-05-25",
        headline: "Where partners are sought",
        blocks: 3,
        ..STORY
    },
    Good {
        page: "garden-visit.html",
        place: "living/travel/a-day-in-the-garden-expo-park",
        published: "2022-05-25",
        headline: "A day in the Garden Expo Park",
        blocks: 5,
        ..STORY
    },
    Good {
        page: "meta-day.html",
        place: "living/leisure/ski-hall-draws-summer-guests",
        published: "2018-08-20",
        headline: "Ski hall draws summer guests",
        ..STORY
    },
    Good {
        page: "address-day.html",
        place: "news/local/firms-are-back-at-work",
        published: "2020-07-21",
        headline: "Firms are back at work",
        address: true,
        ..STORY
    },
    Good {
        page: "no-day.html",
        wishes: (None, Some(date(2022, 5, 25))),
        place: "living/food/noodles-for-breakfast",
        published: "2022-05-25",
        headline: "Noodles for breakfast",
        ..STORY
    },
    Good {
        page: "zh-parks.html",
        place: "investing/industrial-parks/page-10000012",
        published: "2025-03-18",
        headline: "果园港枢纽产业园二期开工",
        blocks: 4,
        source: "某某园区",
        address: true,
        ..STORY
    },
    Good {
        page: "parks-twice.html",
        wishes: (Some("investing/industrial-parks"), None),
        place: "investing/industrial-parks/parks-near-the-airport",
        published: "2021-06-01",
        headline: "Parks near the airport",
        ..STORY
    },
    Good {
        page: "utf16-expo.html",
        place: "news/events/expo-hall-fills-for-four-days",
        published: "2024-05-27",
        headline: "Expo hall fills for four days",
        ..STORY
    },
    Good {
        page: "ragged-table.html",
        place: "investing/industries/lighthouse-plants-at-a-glance",
        published: "2022-04-02",
        headline: "Lighthouse plants at a glance",
        blocks: 3,
        source: "Chongqing Daily",
        ..STORY
    },
    // Text.
    Good {
        page: "chains.txt",
        place: "news/business/industrial-chains-of-the-area-grow-by-a",
        published: "2022-05-25",
        headline: "Industrial chains of the area grow by a tenth and more",
        caption: "A guest looks at a robot arm in a plant of the new area.",
        blocks: 3,
        ..STORY
    },
    Good {
        page: "trade-fair.txt",
        place: "news/events/trade-fair-signs-fifteen-projects",
        published: "2023-09-06",
        headline: "Trade fair signs fifteen projects",
        blocks: 3,
        source: "China Daily",
        ..STORY
    },
    Good {
        page: "zh-chain.txt",
        place: "news/business/page-2022-05-25-1",
        published: "2022-05-25",
        headline: "产业链九个月增长超一成",
        blocks: 3,
        ..STORY
    },
    Good {
        page: "zh-gbk-port.txt",
        place: "living/travel/page-2022-05-25-1",
        published: "2022-05-25",
        headline: "一日游遍园博园",
        caption: "游客在龙景湖边散步。",
        ..STORY
    },
    Good {
        page: "steps.txt",
        place: "investing/procedures/how-a-firm-is-registered",
        published: "2023-11-20",
        headline: "How a firm is registered",
        blocks: 6,
        ..STORY
    },
    Good {
        page: "cargo-table.txt",
        place: "investing/why-liangjiang/global-firms-come-in-growing-numbers",
        published: "2024-05-03",
        headline: "Global firms come in growing numbers",
        blocks: 3,
        ..STORY
    },
    Good {
        page: "photos-street.txt",
        place: "news/photos/six-streets-of-an-old-city",
        published: "2018-02-22",
        kind: "gallery",
        headline: "Six streets of an old city",
        caption: "Lamps light a street of the film town at dusk.",
        ..STORY
    },
    Good {
        page: "video-museum.txt",
        place: "news/video/behind-the-doors-of-the-science-museum",
        published: "2019-09-09",
        kind: "film",
        headline: "Behind the doors of the science museum",
        blocks: 1,
        ..STORY
    },
    Good {
        page: "hotels.txt",
        place: "living/hotels/where-guests-of-the-expo-stay",
        published: "2021-05-20",
        headline: "Where guests of the expo stay",
        blocks: 5,
        ..STORY
    },
    Good {
        page: "tree-town.txt",
        place: "news/life/old-walls-give-way-to-trees",
        published: "2022-01-26",
        headline: "Old walls give way to trees",
        source: "Chongqing Daily",
        ..STORY
    },
    Good {
        page: "marks.txt",
        place: "about/introduction/from-a-plan-on-paper-to-a-city",
        published: "2026-01-25",
        headline: "From a plan on paper to a city district with 31 sub-districts and 11 towns in fifteen years",
        blocks: 4,
        ..STORY
    },
    Good {
        page: "dishes.txt",
        place: "living/food/nine-squares-in-one-pot",
        published: "2021-01-01",
        headline: "Nine squares in one pot",
        ..STORY
    },
    Good {
        page: "no-day.txt",
        wishes: (None, Some(date(2023, 1, 2))),
        place: "living/education/institutes-gather-at-the-lake",
        published: "2023-01-02",
        headline: "Institutes gather at the lake",
        ..STORY
    },
    Good {
        page: "wrapped.txt",
        place: "news/success-stories/a-car-in-eighteen-hours",
        published: "2022-08-24",
        headline: "A car in eighteen hours",
        ..STORY
    },
    Good {
        page: "enterprise.txt",
        place: "investing/enterprises/a-glass-maker-adds-a-third-furnace",
        published: "2024-06-27",
        headline: "A glass maker adds a third furnace",
        blocks: 3,
        source: "Glass Weekly",
        ..STORY
    },
];

/// Names and wishes of all good pages.
pub(crate) fn good_pages() -> impl Iterator<Item = (&'static str, Wishes)> {
    GOOD.iter().map(|good| (good.page, good.wishes()))
}

impl Good {
    fn wishes(&self) -> Wishes {
        let (topic, date) = self.wishes;
        Wishes { topic: topic.map(str::to_owned), date, ..Wishes::default() }
    }
}

/// A draft taken apart again.
pub(crate) struct Taken {
    pub(crate) story: toml::Table,
    pub(crate) front: toml::Table,
    pub(crate) blocks: usize,
}

/// Takes a draft apart as a kiosk would read it; it must be whole and without faults.
pub(crate) fn taken_apart(draft: &Draft) -> Taken {
    let [(story_name, story), (text_name, text)] = draft.files.as_slice() else {
        panic!("two files: {:?}", draft.files);
    };
    assert_eq!(story_name, "story.toml");
    assert!(matches!(text_name.as_str(), "en.md" | "zh.md"), "{text_name}");
    let rest = text.strip_prefix("+++\n").expect("front matter");
    let (front, body) = rest.split_once("\n+++\n\n").expect("two parts");
    let parsed = parse_markdown(body, &NoReferences, 0);
    assert_eq!(parsed.faults, [], "{body}");
    assert!(!parsed.blocks.is_empty(), "no text");
    Taken {
        story: story.parse().expect("valid TOML"),
        front: front.parse().expect("valid TOML"),
        blocks: parsed.blocks.len(),
    }
}

#[test]
fn every_good_page_becomes_the_draft_that_is_expected() {
    let folder = Folder::english();
    let destination = folder.destination();
    let mut faults = Vec::new();
    for good in GOOD {
        let draft = match draft(good.page, &good.wishes(), &destination) {
            Ok(draft) => draft,
            Err(error) => {
                faults.push(format!("{error}"));
                continue;
            }
        };
        let taken = taken_apart(&draft);
        let source =
            taken.story["source"].as_array().expect("a list")[0].as_table().expect("a table");
        let word = |table: &toml::Table, key: &str| {
            table.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned()
        };
        for (what, is, expected) in [
            ("place", format!("{}/{}/{}", draft.section, draft.topic, draft.slug), good.place),
            ("published", taken.story["published"].to_string(), good.published),
            ("kind", word(&taken.story, "kind"), good.kind),
            ("headline", word(&taken.front, "headline"), good.headline),
            ("caption", word(&taken.front, "caption"), good.caption),
            ("source", word(source["name"].as_table().expect("by language"), "en"), good.source),
        ] {
            if is != expected {
                faults.push(format!("{}: {what} is {is:?}, not {expected:?}", good.page));
            }
        }
        if taken.blocks != good.blocks {
            faults.push(format!("{}: {} blocks, not {}", good.page, taken.blocks, good.blocks));
        }
        if source.contains_key("url") != good.address {
            faults.push(format!("{}: address {:?}", good.page, source.get("url")));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_files_of_four_pages_are_as_they_were_approved() {
    let folder = Folder::english();
    let destination = folder.destination();
    for page in ["port-quarter.html", "gbk-station.html", "chains.txt", "marks.txt"] {
        let draft = draft(page, &Wishes::default(), &destination).expect(page);
        for (name, text) in &draft.files {
            let path = fixture("expected").join(page).join(name);
            if std::env::var_os("BLESS").is_some() {
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
                std::fs::write(&path, text).expect("written");
            }
            let expected = std::fs::read_to_string(&path).expect("the approved file");
            assert_eq!(*text, expected, "{}", path.display());
        }
    }
}

#[test]
fn what_is_left_to_do_is_told() {
    let folder = Folder::english();
    let destination = folder.destination();
    let notes = |page| draft(page, &Wishes::default(), &destination).expect(page).notes.join("\n");
    let port = notes("port-quarter.html");
    for words in
        ["zh.md", "lead picture", "5 lines of menus", "1 hidden part", "2 scripts and styles"]
    {
        assert!(port.contains(words), "{words}: {port}");
    }
    assert!(!port.contains("is no https address"), "{port}");
    let old = notes("chain-meeting-old.html");
    assert!(old.contains("is no https address: no QR code is shown for it"), "{old}");
    assert!(notes("marks.txt").contains("Shorten the headline"));
    assert!(notes("marks.txt").contains("Write the summary anew"));
    assert!(
        notes("photos-spring.html").contains("A further picture is to be supplied: Plum trees")
    );
    assert!(notes("address-day.html").contains("from its address"));
    assert!(notes("zh-chain.txt").contains("without it the edition cannot be built"));
    assert!(notes("zh-parks.html").contains("Translate the name of the source"));
}
