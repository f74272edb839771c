//! Every way in which a folder of sources can be wrong.

use kiosk::content::{Fault, Severity};

use crate::workshop::{STORY, STORY_FOLDER, Workshop, png};

const STORY_TOML: &str = "stories/news/business/chain-chiefs/story.toml";
const EN: &str = "stories/news/business/chain-chiefs/en.md";
const ZH: &str = "stories/news/business/chain-chiefs/zh.md";

/// A slip of the pen: the file, what stood there and what stands there now,
/// then the line, the code and some words of the fault; line 0 where it has none.
type Slip = (&'static str, &'static str, &'static str, usize, &'static str, &'static str);

const SLIPS: &[Slip] = &[
    ("edition.toml", "version", "versoin", 2, "LK-S07", "\"versoin\" is not known"),
    ("edition.toml", "2026-11-24", "\"2026-11-24\"", 3, "LK-S08", "where a day or a time belongs"),
    (
        "edition.toml",
        "default_language = \"en\"",
        "default_language = \"fr\"",
        4,
        "LK-S13",
        "\"fr\"",
    ),
    ("edition.toml", "fallback = \"en\"", "fallback = \"zh\"", 0, "LK-S13", "stand in"),
    ("edition.toml", "tag = \"zh\"", "tag = \"en\"", 10, "LK-S11", "twice"),
    (
        "menus.toml",
        "slug = \"photo\"",
        "slug = \"business\"",
        16,
        "LK-S11",
        "\"business\" is there twice",
    ),
    ("menus.toml", "\"river\"", "\"blue\"", 4, "LK-S08", "\"blue\" is not known"),
    ("menus.toml", "title.en = \"Photo\"\n", "", 16, "LK-S14", "title"),
    ("menus.toml", "slug = \"photo\"", "slug = \"Photo\"", 16, "LK-S10", "not a slug"),
    ("menus.toml", "title.en = \"Photo\"", "title.fr = \"Photo\"", 17, "LK-S13", "\"fr\""),
    ("menus.toml", "slug = \"news\"", "slug = \"news", 3, "LK-S06", "closing quote is missing"),
    ("figures.toml", "period = \"2021\"", "period = \"2019\"", 3, "LK-S16", "later point"),
    ("figures.toml", "value.en = 401", "value.en = nan", 3, "LK-S08", "not a number"),
    ("figures.toml", "value.en = 401\n", "", 3, "LK-S14", "value"),
    ("figures.toml", "glance = 1", "glance = 0", 3, "LK-S08", "glance"),
    ("zones.toml", "29.6209", "129.6209", 3, "LK-S08", "point"),
    ("zones.toml", "area_km2 = 4.0", "area_km2 = -4.0", 3, "LK-S08", "area_km2"),
    ("zones.toml", "founded = 2008", "founded = 20080", 3, "LK-S08", "founded"),
    (
        "zones.toml",
        "period.en = \"in 2020\"\nperiod.zh = \"2020年\"",
        "period = \"\"",
        3,
        "LK-S15",
        "period",
    ),
    ("map.geojson", "]}}\n]}", "]}}\n]", 6, "LK-S20", "cannot be read"),
    (STORY_TOML, "rank = 1", "rank = \"1\"", 13, "LK-S08", "where a whole number belongs"),
    (STORY_TOML, "updated = 2022-05-26", "updated = 2022-05-24", 3, "LK-S16", "before"),
    (STORY_TOML, "updated = 2022-05-26", "updated = 3022-05-26", 3, "LK-S08", "3022"),
    (STORY_TOML, "2022-05-26", "2022-02-30", 3, "LK-S06", "not in the calendar"),
    (STORY_TOML, "\"river\"", "\"rivers\"", 5, "LK-S12", "no picture \"rivers\""),
    (STORY_TOML, "[\"port\"]", "[\"prot\"]", 6, "LK-S12", "no zone \"prot\""),
    (STORY_TOML, "[\"port\"]", "[\"port\", \"port\"]", 6, "LK-S11", "twice"),
    (STORY_TOML, "https://", "javascript://", 10, "LK-S08", "not an address"),
    (STORY_TOML, "rank = 1", "rank = 0", 12, "LK-S08", "rank"),
    (STORY_TOML, "rank = 1", "rank = 1\ndwell_s = 60", 14, "LK-S08", "dwell_s"),
    (STORY_TOML, "closes = 02:30:00\n", "", 15, "LK-S08", "only one"),
    (STORY_TOML, "02:30:00", "02:30:30", 20, "LK-S08", "seconds"),
    (STORY_TOML, "until = 2026", "until = 2025", 17, "LK-S16", "before"),
    (STORY_TOML, "[\"tue\", \"mon\"]", "[\"mon\", \"mon\"]", 18, "LK-S08", "weekdays"),
    (
        "stories/news/photo/a-walk/story.toml",
        "[[source]]\nname.en = \"Website\"\nname.zh = \"网站\"\ndate = 2021-01-02\n",
        "",
        0,
        "LK-S15",
        "no source",
    ),
    (EN, "2022\"\n+++", "2022\"\n", 1, "LK-S09", "not closed"),
    (EN, "+++\nheadline", "headline", 1, "LK-S09", "+++"),
    (EN, "label", "lable", 7, "LK-S07", "\"lable\""),
    (EN, "period = \"2022\"", "period = \"\"", 7, "LK-S15", "empty period"),
    (EN, "fact:1", "fact:2", 15, "LK-S17", "fact"),
    (EN, "figure:gdp", "figure:gpd", 17, "LK-S17", "gpd"),
    (EN, "picture:quay", "picture:key", 19, "LK-S17", "key"),
    (EN, "The lead", "The [lead](https://example.org)", 11, "LK-S17", "link"),
    ("pages/contact/page.toml", "updated", "update", 1, "LK-S07", "\"update\""),
    ("pictures/river.toml", "0.25", "2.5", 1, "LK-S08", "outside"),
    (
        "pictures/river.toml",
        "[en]\nalt = \"Water.\"\n",
        "[en]\n",
        2,
        "LK-S07",
        "\"alt\" is missing",
    ),
    ("pictures/river.toml", "\"Water.\"", "\" \"", 2, "LK-S15", "alt is empty"),
    ("pictures/river.toml", "[zh]", "[fr]", 0, "LK-S13", "\"fr\""),
    ("pictures/river.svg", "<rect", "<text>a</text><rect", 0, "LK-S18", "writing"),
    (
        "pictures/river.svg",
        "url(#g)",
        "url(https://example.org/#g)",
        0,
        "LK-S18",
        "outside the file",
    ),
    ("pictures/river.svg", "1080\" viewBox", "1920\" viewBox", 0, "LK-S18", "16 to 9"),
];

/// A line in a story as it should be, as an author may write it, and how it is said to be mended.
const HINTS: &[(&str, &str, &str)] = &[
    ("kind = \"story\"", "kind = “story”", "use straight quotes \", not “ ”"),
    ("kind = \"story\"", "kind = «story»", "use straight quotes \", not « »"),
    ("kind = \"story\"", "kind = ‘story’", "use straight quotes \", not ‘ ’"),
    ("kind = \"story\"", "kind = \"story”", "use straight quotes \", not ”"),
    ("zones = [\"port\"]", "zones = [\n“port”,\n]", "use straight quotes \", not “ ”"),
    ("kind = \"story\"", "kind = \"story", "write a \" behind the text too"),
    ("kind = \"story\"", "kind = story\"", "write a \" before the text too"),
    ("kind = \"story\"", "kind = story", "kind = \"…\""),
    ("kind = \"story\"", "kind: \"story\"", "write kind = …"),
    ("kind = \"story\"", "kind = 3", "one of the words"),
    ("kind = \"story\"", "kind = 1.2.3", "kind = \"…\""),
    ("kind = \"story\"", "kind = \"story\"\nkind = \"film\"", "keep one of the two lines"),
    ("kind = \"story\"", "kind =", "write the value"),
    ("updated = 2022-05-26", "updated = 24.11.2026", "without quotes: 2026-11-24"),
    ("updated = 2022-05-26", "updated = 25/5/2022", "without quotes: 2022-05-25"),
    ("updated = 2022-05-26", "updated = 5/25/2022", "without quotes: 2022-05-25"),
    ("updated = 2022-05-26", "updated = 3/5/2022 # or May?", "year-month-day"),
    ("updated = 2022-05-26", "updated = 2022年5月26日", "without quotes: 2022-05-26"),
    ("updated = 2022-05-26", "updated = 26 May 2022", "year-month-day"),
    ("updated = 2022-05-26", "updated = 2022-13-26", "correct the day"),
    ("updated = 2022-05-26", "updated = \"2022-05-26\"", "take the quotes away: 2022-05-26"),
    ("updated = 2022-05-26", "updated = \"26.5.2022\"", "without quotes: 2022-05-26"),
    ("opens = 22:00:00", "opens = 9:00", "write 09:00:00"),
    ("opens = 22:00:00", "opens = \"9:00\"", "write 09:00:00"),
    ("opens = 22:00:00", "opens = 24:00:00", "write 09:00:00"),
    ("rank = 1", "rank = \"1\"", "a whole number, without quotes"),
    ("rank = 1", "rank = 1.5", "a whole number, without quotes"),
    ("rank = 1", "rank = 1,5", "write a point"),
    ("pinned = true", "pinned = yes", "true or false"),
    ("pinned = true", "pinned = \"true\"", "true or false"),
    ("zones = [\"port\"]", "zones = \"port\"", "write it in brackets"),
    ("zones = [\"port\"]", "zones = [\"port\"", "close it with ]"),
    ("[featured]", "[featured", "close it with ]"),
    ("rank = 1", "rank = 1\nkind = \"story\"", "`kind` belongs above the first [ or [[ line"),
    ("until = 2026-12-31", "picture = \"quay\"", "`picture` belongs above the first [ or [[ line"),
    ("[\"tue\", \"mon\"]", "[\"monday\"]", "mon, tue"),
    ("name.en = \"Website\"\nname.zh = \"网站\"", "name = \"Website\"", "name.en = \"…\""),
];

#[test]
fn a_slip_in_a_line_is_told_once_and_in_an_authors_words() {
    for &(from, to, hint) in HINTS {
        let workshop = Workshop::new();
        workshop.edit(STORY_TOML, from, to);
        let faults = workshop.faults();
        let [fault] = &faults[..] else { panic!("{to}: not one fault: {faults:#?}") };
        assert!(fault.mend.contains(hint), "{to}: {fault}");
        for jargon in ["expected", "u32", "datetime", "sequence", "literal", "invalid type"] {
            assert!(!fault.to_string().contains(jargon), "{to}: {fault}");
        }
    }
}

#[test]
fn a_story_is_a_story_where_nothing_is_said() {
    let workshop = Workshop::new();
    let as_before = workshop.build("said.db");
    workshop.edit(STORY_TOML, "kind = \"story\"\n", "");
    let unsaid = workshop.build("unsaid.db");
    assert_eq!(kiosk::authoring::diff(&as_before, &unsaid).expect("compared"), []);
}

#[test]
fn a_story_without_a_topic_folder_is_told_once() {
    let workshop = Workshop::new();
    for name in ["story.toml", "en.md", "zh.md"] {
        let text = std::fs::read(workshop.folder().join(STORY_FOLDER).join(name)).expect("read");
        workshop.write(&format!("stories/news/x-noodles/{name}"), text);
    }
    let faults = workshop.faults();
    let [fault] = &faults[..] else { panic!("not one fault: {faults:#?}") };
    assert_eq!(fault.what, "a topic folder is missing between news/ and x-noodles/");
    assert!(fault.mend.contains("business, photo"), "{fault}");
}

#[test]
fn a_text_with_the_wrong_ending_is_to_be_renamed() {
    for (proper, wrong) in [(EN, "en.txt"), (EN, "en.md.txt"), (EN, "en.markdown")] {
        let workshop = Workshop::new();
        let text = std::fs::read(workshop.folder().join(proper)).expect("read");
        workshop.remove(proper);
        workshop.write(&format!("{STORY_FOLDER}/{wrong}"), text);
        let faults = workshop.faults();
        let [fault] = &faults[..] else { panic!("not one fault: {faults:#?}") };
        assert_eq!(fault.mend, format!("rename {wrong} to en.md"));
    }
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_so() {
    let workshop = Workshop::new();
    let nowhere = workshop.folder().join("conten");
    let error =
        kiosk::authoring::build(&nowhere, &workshop.edition("bad.db")).expect_err("refused");
    assert_eq!(error.to_string(), format!("there is no folder {}", nowhere.display()));
    assert!(error.help().contains("slip"), "{}", error.help());
}

/// Another way to be wrong: how the folder becomes so, then the place, the code and some words of the fault.
type Mistake = (fn(&Workshop), &'static str, &'static str, &'static str);

fn mistakes() -> Vec<Mistake> {
    vec![
        (|w| w.remove("edition.toml"), "edition.toml", "LK-S02", "cannot be read"),
        (
            |w| w.edit("map.geojson", "\"district\"", "\"lake\""),
            "map.geojson, feature 1",
            "LK-S20",
            "lake",
        ),
        (|w| w.remove(STORY_TOML), STORY_FOLDER, "LK-S05", "story.toml is missing"),
        (|w| w.remove(EN), EN, "LK-S14", "\"en\" is missing"),
        (
            |w| w.write("stories/news/sport/match/story.toml", STORY),
            "stories/news/sport",
            "LK-S12",
            "no topic \"sport\"",
        ),
        (
            |w| w.write("stories/new/business/other/story.toml", STORY),
            "stories/new/business",
            "LK-S12",
            "no section \"new\"",
        ),
        (
            |w| w.write("stories/news/photo/chain-chiefs/story.toml", STORY),
            "stories/news/photo/chain-chiefs",
            "LK-S11",
            "already a story",
        ),
        (|w| w.write(ZH, [0xff, 0xfe, 0x31]), ZH, "LK-S03", "UTF-8"),
        (|w| w.write(ZH, vec![b' '; 2 << 20]), ZH, "LK-S04", "larger"),
        (
            |w| w.write(ZH, "+++\nheadline = \"a\"\nsummary = \"b\"\n+++\n\n"),
            ZH,
            "LK-S15",
            "no text",
        ),
        (
            |w| w.remove("pages/contact/page.toml"),
            "pages/contact",
            "LK-S05",
            "page.toml is missing",
        ),
        (|w| w.remove("pictures/quay.toml"), "pictures/quay.png", "LK-S18", "words"),
        (
            |w| w.remove("pictures/river.svg"),
            "pictures/river.toml",
            "LK-S18",
            "no picture \"river\"",
        ),
        (
            |w| w.write("pictures/river.png", png(4, 4)),
            "pictures/river.svg",
            "LK-S11",
            "already a picture",
        ),
        (|w| w.write("pictures/quay.png", "not a picture"), "pictures/quay.png", "LK-S18", ""),
        (|w| w.write("pictures/quay.png", png(9000, 2)), "pictures/quay.png", "LK-S18", "large"),
    ]
}

#[test]
fn every_slip_of_the_pen_is_told_with_its_line_and_how_to_mend_it() {
    for &(file, from, to, line, code, words) in SLIPS {
        let workshop = Workshop::new();
        workshop.edit(file, from, to);
        let place = if line == 0 { file.to_owned() } else { format!("{file}:{line}") };
        expect(&workshop, &place, code, words);
    }
}

#[test]
fn every_other_mistake_is_told_with_its_place_and_how_to_mend_it() {
    for (make, place, code, words) in mistakes() {
        let workshop = Workshop::new();
        make(&workshop);
        expect(&workshop, place, code, words);
    }
}

/// Expects an error at `place`, or on a line of it, with that code and those words.
fn expect(workshop: &Workshop, place: &str, code: &str, words: &str) {
    let faults = workshop.faults();
    let is_told = |fault: &Fault| {
        let is_there = fault.place == place
            || fault.place.strip_prefix(place).is_some_and(|rest| rest.starts_with(':'));
        is_there
            && fault.code == code
            && fault.what.contains(words)
            && fault.severity == Severity::Error
    };
    assert!(faults.iter().any(is_told), "{place} {code} {words:?} is not among {faults:#?}");
    assert!(faults.iter().all(|fault| !fault.mend.is_empty()), "{faults:#?}");
}

#[test]
fn a_picture_cut_short_behind_its_header_keeps_the_edition_from_being_made() {
    let workshop = Workshop::new();
    let whole = png(320, 240);
    workshop.write("pictures/quay.png", &whole[..whole.len() / 2]);
    let faults = workshop.faults();
    assert!(faults.iter().any(|fault| fault.place.contains("quay")), "{faults:#?}");
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let workshop = Workshop::new();
    workshop.edit("menus.toml", "\"river\"", "\"blue\"");
    workshop.edit("zones.toml", "kind = \"port\"", "kind = \"harbour\"");
    workshop.edit("figures.toml", "chart = \"bars\"", "chart = \"pie\"\ncolour = 1");
    workshop.edit("pictures/river.svg", "<rect", "<image href=\"a.png\"/><rect");
    workshop.edit(&format!("{STORY_FOLDER}/en.md"), "## A heading", "# A heading");
    workshop.write("stories/news/photo/a-walk/zh.md", "no front matter");
    let faults = workshop.faults();
    for place in [
        "figures.toml:5",
        "figures.toml:6",
        "menus.toml:4",
        "pictures/river.svg",
        "stories/news/business/chain-chiefs/en.md:13",
        "stories/news/photo/a-walk/zh.md:1",
        "zones.toml:4",
    ] {
        assert!(
            faults.iter().any(|fault| fault.place == place),
            "{place} is not among {faults:#?}"
        );
    }
    assert_eq!(faults.len(), 7, "one fault does not make others: {faults:#?}");
}
