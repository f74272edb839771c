//! What is found: exactly what a plain scan finds, in the right order, by pinyin too.

use kiosk::content::search::{HITS_MAX, HitKind};
use kiosk::content::{Library, ZoneId};

use crate::{EN, Reading, ZH, marked, scan, shipped, text, things};

#[test]
fn what_is_found_is_what_a_plain_scan_finds() {
    let reading = Reading::of(shipped());
    let scanned = [EN, ZH].map(|language| scan::texts(&reading.library, language));
    let mut counts = Vec::new();
    for (typed, language) in [
        ("港", ZH),
        ("两", ZH),
        ("江", ZH),
        ("的", ZH),
        ("桥", ZH),
        ("龘", ZH),
        ("镓", ZH),
        ("两江", ZH),
        ("重庆", ZH),
        ("果园", ZH),
        ("汽车", ZH),
        ("医院", ZH),
        ("的重", ZH),
        ("港的", ZH),
        ("江重", ZH),
        ("果园港", ZH),
        ("两江新区", ZH),
        ("新能源汽车", ZH),
        ("多式联运", ZH),
        ("中欧班列", ZH),
        ("两江重庆", ZH),
        ("两江 汽车", ZH),
        ("果园港 铁路", ZH),
        ("礼嘉，悦来", ZH),
        ("新能源 汽车 产量", ZH),
        ("inv", EN),
        ("investing", EN),
        ("port", EN),
        ("guoyuan", EN),
        ("chongq", EN),
        ("zzz", EN),
        ("metro line", EN),
        ("VEHICLES", EN),
        ("ｐｏｒｔ", EN),
        ("pörts", EN),
        ("5g", EN),
        ("2024", EN),
        ("hospital school", EN),
    ] {
        let texts = &scanned[usize::from(language == ZH)];
        let expected = scan::scan(texts, typed);
        let found = reading.find(typed, language);
        assert_eq!(found.total, expected.len(), "{typed}");
        assert_eq!(found.hits.len(), expected.len().min(HITS_MAX), "{typed}");
        let things = things(&found);
        assert_eq!(things.len(), found.hits.len(), "nothing twice: {typed}");
        assert!(things.is_subset(&expected), "{typed}: {:?}", things.difference(&expected));
        counts.push(found.total);
    }
    assert!(
        counts.iter().filter(|count| (1..HITS_MAX).contains(*count)).count() > 15,
        "{counts:?}"
    );
}

#[test]
fn chinese_titles_are_found_by_pinyin_and_the_characters_are_marked() {
    let reading = Reading::of(shipped());
    let port = HitKind::Zone(zone(&reading.library, "果园港"));
    for (typed, shown) in [
        ("guoyuangang", "果园港"),
        ("GuoYuan", "果园"),
        ("guoyu", "果园"),
        ("guo yuan", "果园"),
        ("guo'yuan", "果园"),
        ("gyg", "果园港"),
        ("GYG", "果园港"),
        ("ｇｙｇ", "果园港"),
        ("yuangang", "园港"),
        ("果园 gang", "果园港"),
    ] {
        let found = reading.find(typed, ZH);
        let hit = found.hits.iter().find(|hit| hit.what == port);
        let hit = hit.unwrap_or_else(|| panic!("{typed} finds the port: {found:?}"));
        assert_eq!(marked(&hit.title), [shown], "{typed}");
        assert!(
            found.suggestions.contains(&"果园港".to_owned()),
            "{typed}: {:?}",
            found.suggestions
        );
    }
    for (typed, shown) in
        [("liangjiang", "两江"), ("liangj", "两江"), ("chongqing", "重庆"), ("cq", "重庆")]
    {
        let found = reading.find(typed, ZH);
        assert!(
            found.hits.iter().any(|hit| marked(&hit.title).contains(&shown)),
            "{typed} is {shown}: {:?}",
            found.suggestions
        );
    }
    assert_eq!(reading.find("guoyuan", EN).hits.first().map(|hit| hit.what), Some(port), "Latin");
    assert_eq!(reading.find("uoyuangang", ZH).total, 0, "a syllable begins at its beginning");
}

fn zone(library: &Library, name: &str) -> ZoneId {
    let catalogue = library.catalogue();
    let zone = catalogue.zones.iter().find(|zone| zone.name.exact(ZH) == Some(name));
    zone.expect("the zone").id
}

#[test]
fn a_title_that_is_the_query_comes_first_and_then_those_that_begin_with_it() {
    let reading = Reading::of(shipped());
    let catalogue = reading.library.catalogue();
    for language in [EN, ZH] {
        for zone in &catalogue.zones {
            let name = catalogue.text(&zone.name, language);
            let found = reading.find(name, language);
            let first = found.hits.first().expect("a hit");
            assert!(text(&first.title).starts_with(name), "{name}: {}", text(&first.title));
            assert_eq!(found.suggestions.first().map(String::as_str), Some(name));
        }
        for card in &catalogue.articles {
            let headline = catalogue.text(&card.headline, language);
            let found = reading.find(headline, language);
            assert!(
                found.hits.iter().any(|hit| hit.what == HitKind::Article(card.id)),
                "{headline} finds itself"
            );
        }
    }
}

#[test]
fn letters_are_found_however_they_are_written() {
    let reading = Reading::of(shipped());
    let total = |typed: &str| reading.find(typed, EN).total;
    assert!(total("changan") > 0, "the car maker is there");
    for (one, other) in [
        ("PORT", "port"),
        ("ｐｏｒｔ", "port"),
        ("pört", "port"),
        ("5,000", "5000"),
        ("  port  ", "port"),
        ("po\u{200B}rt", "port"),
        ("chang'an", "changan"),
        ("chang’an", "changan"),
    ] {
        assert_eq!(total(one), total(other), "{one} as {other}");
    }
}

#[test]
fn the_articles_of_a_topic_are_found_by_the_pinyin_of_its_name() {
    let reading = Reading::of(shipped());
    let catalogue = reading.library.catalogue();
    let topic = catalogue.topics.iter().find(|topic| topic.title.exact(ZH) == Some("投资指南"));
    let topic = topic.expect("the topic").id;
    for typed in ["touzizhinan", "tzzn", "touzi"] {
        let found = reading.find(typed, ZH);
        let articles = catalogue.articles_of_topic(topic).map(|card| HitKind::Article(card.id));
        assert!(articles.into_iter().all(|what| things(&found).contains(&what)), "{typed}");
        assert!(found.suggestions.contains(&"投资指南".to_owned()), "{typed}");
    }
}
