//! What the index costs and how soon it answers, on the shipped edition and on one of ten thousand articles.
//!
//! Run it by name, in a release build: `cargo test --release --test search measure -- --ignored --nocapture`.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use kiosk::content::Library;
use kiosk::content::search::Index;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::{NOON, shipped, shipped_path};

/// How many copies of the shipped articles make ten thousand.
const COPIES: usize = 70;

/// The shipped edition with its articles many times over, each copy with a title of its own.
fn large(folder: &TempDir) -> Library {
    let path = folder.path().join("large.db");
    std::fs::copy(shipped_path(), &path).expect("a copy");
    let connection = Connection::open(&path).expect("the copy");
    connection
        .execute_batch(&format!(
            "PRAGMA foreign_keys = OFF;
             CREATE TEMP TABLE copy AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {COPIES}) SELECT i FROM n;
             INSERT INTO article SELECT id + i * 1000, slug || '-' || i, topic, kind, published_on, updated_on, historic, NULL,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0 FROM article, copy WHERE id < 1000;
             INSERT INTO article_text SELECT article + i * 1000, language, headline || ' ' || i, summary, caption, body
               FROM article_text, copy WHERE article < 1000;
             INSERT INTO article_fact SELECT article + i * 1000, language, position, value, label, period
               FROM article_fact, copy WHERE article < 1000;"
        ))
        .expect("copies");
    drop(connection);
    Library::open_unsealed(&path).expect("the large edition")
}

fn queries(library: &Library) -> Vec<(String, kiosk::content::LanguageId)> {
    let catalogue = library.catalogue();
    let mut queries = Vec::new();
    for language in &catalogue.languages {
        for (count, card) in catalogue.articles.iter().take(144).enumerate() {
            let title = catalogue.text(&card.headline, language.id);
            let characters: Vec<char> = title.chars().collect();
            let length = 1 + count % 6;
            let start = count % characters.len().saturating_sub(length).max(1);
            queries.push((characters[start..].iter().take(length).collect(), language.id));
        }
        for typed in [
            "重庆",
            "两江新区",
            "的",
            "年",
            "2024",
            "5G",
            "guoyuan",
            "gyg",
            "liangjiang",
            "lj",
            "q",
            "zhongguo",
            "the",
            "a",
            "t",
            "inv",
            "chang an",
            "new energy vehicles",
            "port",
            "chongqing",
            "liangjiang new area",
            "a b c d e f g h",
            "新能源 汽车",
            "两江 2024",
            "bus 港",
        ] {
            queries.push((typed.to_owned(), language.id));
        }
    }
    queries
}

fn measure(name: &str, library: &Library) {
    let start = Instant::now();
    let mut index = Index::new(library).expect("an index");
    let mut longest = start.elapsed();
    while !index.is_whole() {
        let step = Instant::now();
        index.step(library);
        longest = longest.max(step.elapsed());
    }
    println!(
        "{name}: built in {:?}, longest step {longest:?}, {} KiB",
        start.elapsed(),
        index.bytes() >> 10
    );

    let catalogue = library.catalogue();
    let titles: Vec<String> = catalogue
        .articles
        .iter()
        .map(|card| catalogue.text(&card.headline, catalogue.languages[1].id).to_lowercase())
        .collect();
    let pass = (0..100)
        .map(|_| {
            let start = Instant::now();
            black_box(titles.iter().filter(|title| title.contains(black_box("果园港"))).count());
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    let folding = (0..100)
        .map(|_| {
            let start = Instant::now();
            let titles = catalogue
                .articles
                .iter()
                .map(|card| catalogue.text(&card.headline, catalogue.languages[0].id));
            black_box(
                titles.filter(|title| title.to_lowercase().contains(black_box("port"))).count(),
            );
            start.elapsed()
        })
        .min()
        .unwrap_or_default();
    println!(
        "{name}: a pass over {} titles {pass:?} as they are, {folding:?} with letter case folded",
        titles.len()
    );

    let mut times: Vec<(Duration, String, usize)> = Vec::new();
    for (query, language) in queries(library) {
        // The best of five: other programs on the machine take whole milliseconds out of some.
        let (time, total) = (0..5)
            .map(|_| {
                let start = Instant::now();
                let found = index.search(library, &query, language, NOON).expect("an answer");
                (start.elapsed(), found.total)
            })
            .min()
            .unwrap_or_default();
        times.push((time, query, total));
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].0;
    println!(
        "{name}: {} queries, p50 {:?}, p90 {:?}, p99 {:?}",
        times.len(),
        at(50),
        at(90),
        at(99)
    );
    for (time, query, total) in times.iter().rev().take(12) {
        println!("    {time:?} {query:?} {total}");
    }
}

#[test]
#[ignore = "a measurement, not a proof"]
fn measure_search() {
    measure("shipped", &shipped());
    let folder = TempDir::new().expect("a folder");
    let library = large(&folder);
    measure("large", &library);
}
