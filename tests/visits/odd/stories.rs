//! What odd authors write: too much, too little, in every script at once.

use std::fmt::Write as _;

use super::author::{Author, pages, words};

/// Letters of many scripts, marks that steer the direction, marks without width, pictures, marks upon marks.
const SCRIPTS: &str = "Liangjiang 两江新区 Новая зона النطاق الجديد \u{202e}desrever\u{202c} \u{2066}isolated\u{2069} \
    नई ज़ोन 새 구역 新しい区 👩‍🚀🇨🇳🏙️ Z\u{0335}\u{0321}\u{0322}a\u{0300}\u{0301}\u{0302} so\u{00AD}ft\u{200B}zero\u{FEFF} ½ ﷽ 𠮷 ﬁ";

/// Two hundred characters that may break nowhere.
const UNBROKEN: usize = 200;

/// Two hundred Latin characters in words.
fn latin() -> String {
    words(60).chars().take(200).collect()
}

/// Stories with too much and too little of everything; some of them run in the loop.
pub(super) fn stories() -> Author {
    let mut author = Author::new();
    author.run("UPDATE article SET featured_rank = NULL, valid_from = NULL, valid_until = NULL, weekdays = NULL, opens_at = NULL, closes_at = NULL, pinned = 0");
    let one_word = author.story("one-word", "A", "Word.");
    let latin_headline = author.story("latin", &latin(), "Short.");
    let chinese = "两江新区智能网联新能源汽车产业集群与内陆开放枢纽".repeat(9);
    let chinese: String = chinese.chars().take(200).collect();
    let chinese_headline = author.story("chinese", &chinese, &chinese.repeat(4));
    author.translate(chinese_headline, 2, &chinese, &chinese.repeat(4));
    let unbroken = "W".repeat(UNBROKEN);
    let unbroken_headline = author.story(
        "unbroken",
        &unbroken,
        &format!("{unbroken}\n\n## {unbroken}\n\n- {unbroken}\n\n> {unbroken}"),
    );
    author.put(
        "UPDATE article_text SET summary = ?1, caption = ?1 WHERE article = ?2",
        (&unbroken, unbroken_headline),
    );
    for (position, text) in [&unbroken, "1", ""].into_iter().enumerate() {
        author.put(
            "INSERT INTO article_fact VALUES (?1, 1, ?2, ?3, ?3, ?3)",
            (unbroken_headline, i64::try_from(position).unwrap(), text),
        );
    }
    let bare = author.story("bare", "Nothing but a headline", "");
    author.put("UPDATE article SET picture = NULL WHERE id = ?1", [bare]);
    author.put("UPDATE article_text SET summary = '' WHERE article = ?1", [bare]);
    let scripts = author.story(
        "scripts",
        SCRIPTS,
        &format!("{SCRIPTS}\n\n## {SCRIPTS}\n\n- *{SCRIPTS}*\n- **{SCRIPTS}**"),
    );
    author.translate(scripts, 2, SCRIPTS, SCRIPTS);
    for (rank, story) in
        [one_word, latin_headline, chinese_headline, unbroken_headline, bare, scripts]
            .into_iter()
            .enumerate()
    {
        author.put(
            "UPDATE article SET featured_rank = ?1 WHERE id = ?2",
            (i64::try_from(rank).unwrap() + 1, story),
        );
    }
    pictures(&mut author);
    author.story("table", "Thirty rows and six columns", &table());
    author
}

/// One story with fifty pictures, each in the text too.
fn pictures(author: &mut Author) {
    let mut body = String::from("Fifty pictures.");
    let mut chosen = Vec::new();
    for _ in 0..50 {
        let picture = author.picture();
        write!(body, "\n\n![Picture {picture}](picture:picture-{picture})").unwrap();
        chosen.push(picture);
    }
    let story = author.story("fifty-pictures", "Fifty pictures", &body);
    for (position, picture) in chosen.into_iter().enumerate() {
        author.put(
            "INSERT INTO article_picture VALUES (?1, ?2, ?3)",
            (story, i64::try_from(position).unwrap(), picture),
        );
    }
}

fn table() -> String {
    let mut table = String::from(
        "| Place | Ships | Founded | Area | Remarks | Of them |\n|---|---|---|---|---|---|\n",
    );
    for row in 0..30 {
        let remark = if row % 7 == 3 { words(25) } else { "—".to_owned() };
        writeln!(
            table,
            "| Warehouse {row} | {} | {} | {}.5 km² | {remark} | |",
            row * 1_234,
            1990 + row,
            row
        )
        .unwrap();
    }
    table
}

/// Stories of a length that nobody reads: ten thousand words in paragraphs, and in one.
pub(super) fn lengthy() -> Author {
    let mut author = Author::new();
    author.story("ordinary", "An ordinary story", &pages(320));
    author.story("long", "Ten thousand words", &pages(10_000));
    author.story("breathless", "Ten thousand words in one breath", &words(10_000));
    author.run("UPDATE article SET picture = NULL WHERE id > 99");
    author
}

/// Sixty topics in one section, one story in one of them, and a section with none; twelve languages' worth of nothing.
pub(super) fn menus() -> Author {
    let mut author = Author::new();
    for position in 1..=60 {
        let id = author.key();
        author
            .put("INSERT INTO topic VALUES (?1, 1, ?2, ?3)", (id, format!("topic-{id}"), position));
        let title = if position % 20 == 7 { words(30) } else { format!("Topic {position}") };
        author.put("INSERT INTO topic_text VALUES (?1, 1, ?2, '')", (id, title));
        if position == 30 {
            author.story_in(id, "alone", "The only one here", "Alone.");
        }
    }
    let id = author.key();
    author.put("INSERT INTO section VALUES (?1, 'empty', 9, 'indigo')", [id]);
    author.put(
        "INSERT INTO section_text VALUES (?1, 1, ?2, ?3)",
        (id, "A section without any topic", words(60)),
    );
    author
}

/// Zones without a word, with far too many, at one point, nowhere; and figures of every bad shape.
pub(super) fn numbers() -> Author {
    let mut author = Author::new();
    let long = words(300);
    for (at, (text, point)) in [
        (String::new(), None),
        (long.clone(), Some((106.6, 29.6))),
        ("x".to_owned(), Some((106.6, 29.6))),
        ("W".repeat(200), Some((-170.0, -80.0))),
        ("两江".repeat(200), Some((106.600_001, 29.600_001))),
    ]
    .into_iter()
    .enumerate()
    {
        let id = author.key();
        author.put(
            "INSERT INTO zone VALUES (?1, ?2, ?3, 'park', ?4, ?5, 1, NULL, NULL)",
            (id, format!("zone-{at}"), id, point.map(|point| point.0), point.map(|point| point.1)),
        );
        author.put("INSERT INTO zone_text VALUES (?1, 1, ?2, ?2, ?2, ?2)", (id, &text));
        if !text.is_empty() {
            author.put("INSERT INTO zone_figure VALUES (?1, 0, 1, ?2, ?2, ?2)", (id, &text));
        }
    }
    for chart in ["bars", "line", "dots"] {
        for (name, values) in series() {
            let id = author.key();
            author.put(
                "INSERT INTO figure VALUES (?1, ?2, ?1, ?3, NULL)",
                (id, format!("{chart}-{name}"), chart),
            );
            author.put(
                "INSERT INTO figure_text VALUES (?1, 1, ?2, 'units', '', 'Somebody')",
                (id, &name),
            );
            for (at, value) in values.iter().enumerate() {
                author.put(
                    "INSERT INTO figure_point VALUES (?1, ?2, 1, ?3, ?4, ?5)",
                    (
                        id,
                        format!("{}", 1990 + at),
                        format!("{}", 1990 + at),
                        value,
                        format!("{value}"),
                    ),
                );
            }
            let body = format!("![](figure:{chart}-{name})");
            author.story(&format!("{chart}-{name}"), &name, &body);
        }
    }
    author
}

fn series() -> Vec<(String, Vec<f64>)> {
    vec![
        ("thirty".to_owned(), (0..30).map(|at| f64::from(at * at % 17)).collect()),
        ("equal".to_owned(), vec![7.0; 5]),
        ("zero".to_owned(), vec![0.0; 3]),
        ("negative".to_owned(), vec![-3.0, 12.5, -40.0, 0.0]),
        ("single".to_owned(), vec![1.0]),
        ("huge".to_owned(), vec![1.0e300, -1.0e300, 1.0e-300]),
    ]
}

/// Nothing that an edition can be without: no zone, no figure, no page, nothing featured, no picture.
pub(super) fn spare() -> Author {
    let author = Author::new();
    author.run(
        "DELETE FROM article_zone; DELETE FROM zone_figure; DELETE FROM zone_text; DELETE FROM zone; \
         DELETE FROM figure_point; DELETE FROM figure_text; DELETE FROM figure; \
         DELETE FROM page_text; DELETE FROM page; \
         DELETE FROM article_picture_text; DELETE FROM article_picture; \
         UPDATE article SET picture = NULL, featured_rank = NULL, pinned = 0; \
         UPDATE article_text SET body = 'Words alone.'; \
         DELETE FROM picture_text; DELETE FROM picture; DELETE FROM map_shape_text; DELETE FROM map_shape",
    );
    author
}

/// No story at all.
pub(super) fn empty() -> Author {
    let author = spare();
    author.run(
        "DELETE FROM article_source_text; DELETE FROM article_source; DELETE FROM article_fact; \
         DELETE FROM article_text; DELETE FROM article",
    );
    author
}

/// A third language in which there is next to nothing, neither from the authors nor from the program.
pub(super) fn three_languages() -> Author {
    let author = Author::new();
    author.run("INSERT INTO language VALUES (3, 'de', 'Deutsch', 'Neues Gebiet Liangjiang', 2, 1)");
    author.translate(1, 3, "Wo zwei Flüsse sich treffen", "Ein Absatz.");
    author
}
