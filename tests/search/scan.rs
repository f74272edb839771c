//! The slow way to search: every text of an edition, read from end to end. Shares no code with the index.

use std::collections::BTreeSet;

use kiosk::content::search::HitKind;
use kiosk::content::{Block, Body, LanguageId, Library};

/// The texts of everything that can be found, by thing.
pub(crate) fn texts(library: &Library, language: LanguageId) -> Vec<(HitKind, Vec<String>)> {
    let catalogue = library.catalogue();
    let say = |text| catalogue.text(text, language).to_owned();
    let mut texts = Vec::new();
    for card in &catalogue.articles {
        let topic = catalogue.topic(card.topic).expect("a topic");
        let section = catalogue.section(topic.section).expect("a section");
        let mut lines =
            vec![say(&card.headline), say(&card.summary), say(&topic.title), say(&section.title)];
        lines.extend(words(library.article(card.id, language).expect("a body")));
        texts.push((HitKind::Article(card.id), lines));
    }
    for zone in &catalogue.zones {
        let mut lines = vec![
            say(&zone.name),
            say(&zone.summary),
            say(&zone.industries),
            say(&zone.enterprises),
        ];
        for figure in zone.figures.get(&language).into_iter().flatten() {
            lines.extend([figure.value.clone(), figure.label.clone()]);
        }
        texts.push((HitKind::Zone(zone.id), lines));
    }
    for figure in &catalogue.figures {
        texts.push((HitKind::Figure(figure.id), vec![say(&figure.title), say(&figure.note)]));
    }
    for page in &catalogue.pages {
        let mut lines = vec![say(&page.headline), say(&page.summary)];
        lines.extend(words(library.page(page.id, language).expect("a body")));
        texts.push((HitKind::Page(page.id), lines));
    }
    texts
}

fn words(body: Body) -> Vec<String> {
    let mut lines = vec![body.caption];
    for block in body.blocks {
        match block {
            Block::Heading { text, .. } => lines.push(text),
            Block::Paragraph(text) | Block::Quote(text) => lines.push(text.plain),
            Block::List(items) => lines.extend(items.into_iter().map(|item| item.text.plain)),
            Block::Table { head, rows } => {
                lines.extend(head.into_iter().chain(rows.into_iter().flatten()));
            }
            Block::Picture { caption, .. } | Block::Figure { caption, .. } => lines.push(caption),
            Block::Fact(_) => {}
        }
    }
    lines.extend(body.facts.into_iter().flat_map(|fact| [fact.value, fact.label]));
    lines
}

/// What has every word of `typed` somewhere: Chinese ones as they stand, others as the beginning of a word.
pub(crate) fn scan(texts: &[(HitKind, Vec<String>)], typed: &str) -> BTreeSet<HitKind> {
    let plain: String = typed.chars().map(plain).collect();
    let wanted: Vec<_> = plain.split(|c: char| c.is_whitespace() || c == '，').collect();
    let has = |lines: &[String], word: &str| {
        lines.iter().any(|line| {
            if word.is_ascii() {
                let line = line.to_lowercase().replace(['\'', '’'], "");
                let mut words = line.split(|c: char| !c.is_ascii_alphanumeric());
                words.any(|written| written.starts_with(word))
            } else {
                line.split_whitespace().collect::<String>().contains(word)
            }
        })
    };
    texts
        .iter()
        .filter(|(_, lines)| wanted.iter().all(|word| has(lines, word)))
        .map(|(what, _)| *what)
        .collect()
}

fn plain(character: char) -> char {
    match character {
        'ö' => 'o',
        'Ａ'..='ｚ' => char::from_u32(u32::from(character) - 0xFEE0).expect("a letter"),
        other => other.to_ascii_lowercase(),
    }
}
