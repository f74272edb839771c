//! An edition as the kiosk reads it: its catalogue, its bodies, its pictures, its seal, and the thread that serves them.

mod edition;

use std::sync::mpsc::channel;
use std::time::Duration;

use edition::{Edition, File};
use kiosk::content::{
    Answered, ArticleId, Asked, Block, Error, FigureId, Index, LanguageId, Librarian, Library,
    PageId, PictureId, Question, SectionId, Severity, Slot, Text, Ticket, TopicId, ZoneId, check,
    faults, seal,
};

const EN: LanguageId = LanguageId(1);
const ZH: LanguageId = LanguageId(2);

fn small() -> Library {
    Library::from_bytes(Edition::small().sealed_bytes()).expect("a good edition")
}

#[test]
fn a_sealed_edition_opens_from_a_file_and_from_memory_alike() {
    let file = Edition::small().save();
    let from_file = Library::open(file.path()).expect("from a file");
    assert_eq!(from_file.catalogue(), small().catalogue());
    assert!(from_file.problems().is_empty());
    from_file.verify().expect("still what was sealed");
}

#[test]
fn the_catalogue_has_everything_in_its_order() {
    let catalogue = small().catalogue();
    assert_eq!(
        (catalogue.version.as_str(), catalogue.made.to_string().as_str()),
        ("2026.11.1", "2026-11-24")
    );
    assert_eq!(catalogue.digest.len(), 64);
    let slugs: Vec<_> = catalogue.articles.iter().map(|article| article.slug.as_str()).collect();
    assert_eq!(
        slugs,
        ["eleven-chains", "old-photographs", "two-rivers"],
        "newest first, of one day by slug"
    );
    let featured: Vec<_> =
        catalogue.featured().iter().map(|article| article.slug.as_str()).collect();
    assert_eq!(
        featured,
        ["old-photographs", "eleven-chains", "two-rivers"],
        "pinned first, then by rank"
    );
    let about: Vec<_> =
        catalogue.articles_of_section(SectionId(1)).map(|article| article.id).collect();
    assert_eq!(about, [ArticleId(1)]);
    assert_eq!(catalogue.articles_of_topic(TopicId(2)).count(), 2);
    let points: Vec<_> =
        catalogue.figures[0].points[&ZH].iter().map(|point| point.label.as_str()).collect();
    assert_eq!(points, ["2021年", "2022年"], "earliest first, in their language");
    assert_eq!(catalogue.zones[0].point, Some((106.7236, 29.6209)));
    assert_eq!(catalogue.map[0].rings[0].len(), 3);
    let validity = catalogue.article(ArticleId(3)).expect("the gallery").validity;
    assert_eq!(validity.weekdays.expect("weekdays").to_string(), "mon,tue");
    assert_eq!(validity.hours.expect("hours").0.to_string(), "22:00:00");
}

#[test]
fn everything_is_found_by_key_and_by_slug() {
    let mut catalogue = (*small().catalogue()).clone();
    for _ in 0..2 {
        assert_eq!(
            catalogue.article_by_slug("two-rivers").map(|article| article.id),
            Some(ArticleId(1))
        );
        assert_eq!(
            catalogue.article(ArticleId(2)).map(|article| article.slug.as_str()),
            Some("eleven-chains")
        );
        assert_eq!(
            catalogue.picture_by_slug("bridge").map(|picture| picture.id),
            Some(PictureId(2))
        );
        assert!(
            catalogue.article(ArticleId(99)).is_none()
                && catalogue.article_by_slug("none").is_none()
        );
        assert!(
            catalogue.picture(PictureId(99)).is_none()
                && catalogue.picture_by_slug("none").is_none()
        );
        // A catalogue whose index is empty finds the same, only slower.
        catalogue.index = Index::default();
    }
    assert_eq!(catalogue.language_by_tag("ZH").map(|language| language.id), Some(ZH));
    assert_eq!(catalogue.section_by_slug("news").map(|section| section.id), Some(SectionId(2)));
    assert_eq!(
        catalogue.topic_by_slug(SectionId(2), "industry").map(|topic| topic.id),
        Some(TopicId(2))
    );
    assert_eq!(catalogue.page_by_slug("contact").map(|page| page.id), Some(PageId(1)));
    assert_eq!(catalogue.figure_by_slug("gdp").map(|figure| figure.id), Some(FigureId(1)));
    assert_eq!(catalogue.zone_by_slug("guoyuan-port").map(|zone| zone.id), Some(ZoneId(1)));
    assert_eq!(catalogue.glance().len(), 1);
}

#[test]
fn a_missing_translation_falls_back_along_the_chain() {
    let catalogue = small().catalogue();
    let headline = &catalogue.article(ArticleId(2)).expect("it").headline;
    assert_eq!(catalogue.text(headline, ZH), "Eleven supply chains");
    assert_eq!(
        catalogue.text(headline, LanguageId(77)),
        "Eleven supply chains",
        "an unknown language"
    );
    let chinese_only: Text = [(ZH, "两江".to_owned())].into_iter().collect();
    assert_eq!(catalogue.text(&chinese_only, EN), "两江", "better another language than nothing");
    assert_eq!(catalogue.text(&Text::default(), EN), "");
}

#[test]
fn a_circle_of_fallbacks_ends() {
    let edition = Edition::small();
    edition.run("UPDATE language SET fallback = 2 WHERE id = 1");
    let library = Library::from_bytes(edition.sealed_bytes()).expect("opens");
    let catalogue = library.catalogue();
    assert!(catalogue.fallback_chain(EN).count() <= 5);
    assert_eq!(library.article(ArticleId(2), ZH).expect("a body").language, EN);
    assert!(
        faults(&library)
            .iter()
            .any(|fault| fault.code == "LK-C001" && fault.severity == Severity::Error)
    );
}

#[test]
fn an_article_comes_with_all_that_stands_beside_it() {
    let body = small().article(ArticleId(1), EN).expect("a body");
    assert_eq!((body.language, body.caption.as_str()), (EN, "The port."));
    assert!(
        matches!(&body.blocks[0], Block::Paragraph(text) if text.markdown == "The **lead**\\.")
    );
    assert!(
        matches!(&body.blocks[1], Block::Heading { level: 2, text } if text == "What came next")
    );
    assert!(
        matches!(&body.blocks[2], Block::Picture { picture: PictureId(2), caption } if caption == "Here")
    );
    assert!(matches!(&body.blocks[3], Block::Figure { figure: FigureId(1), .. }));
    assert!(matches!(body.blocks[4], Block::Fact(0)));
    assert_eq!(body.facts[0].value, "28,000");
    assert_eq!(body.sources[0].url.as_deref(), Some("https://www.example.org/a"));
    assert_eq!(body.sources[1].name, "The bulletin");
    assert_eq!(body.zones, [ZoneId(1)]);
    assert!(body.words > 5);
    let gallery = small().article(ArticleId(3), ZH).expect("a gallery").gallery;
    assert_eq!((gallery[0].picture, gallery[0].caption.as_str()), (PictureId(2), "大桥"));
}

#[test]
fn a_body_is_in_the_language_that_has_it() {
    let library = small();
    assert_eq!(library.article(ArticleId(1), ZH).expect("Chinese").facts[0].label, "辆汽车");
    assert_eq!(library.article(ArticleId(2), ZH).expect("falls back").language, EN);
    assert_eq!(library.page(PageId(1), ZH).expect("a page").language, ZH);
    assert_eq!(
        library.article(ArticleId(3), ZH).expect("no words").language,
        ZH,
        "headline and captions count"
    );
    for error in [
        library.article(ArticleId(99), EN).expect_err("no such article"),
        library.page(PageId(99), EN).expect_err("no such page"),
        library.picture_bytes(PictureId(99)).expect_err("no such picture"),
    ] {
        assert!(matches!(error, Error::Missing { .. }), "{error}");
    }
}

#[test]
fn a_broken_reference_costs_the_visitor_nothing_but_itself() {
    let edition = Edition::small();
    edition.run(
        "UPDATE article_text SET body = 'before\n\n![](picture:gone)\n\nafter' WHERE article = 2",
    );
    let library = Library::from_bytes(edition.sealed_bytes()).expect("opens");
    assert_eq!(library.article(ArticleId(2), EN).expect("a body").blocks.len(), 2);
    let fault =
        faults(&library).into_iter().find(|fault| fault.code == "LK-C016").expect("told of");
    assert_eq!(fault.place, "article eleven-chains [en], line 3");
    assert!(fault.what.contains("gone") && !fault.mend.is_empty(), "{fault}");
}

#[test]
fn the_digest_is_the_documented_one_and_sees_every_change() {
    // Computed by another program from the description in seal.rs.
    let plain = rusqlite::Connection::open_in_memory().expect("memory");
    plain
        .execute_batch(
            "CREATE TABLE b (k TEXT NOT NULL, l INTEGER NOT NULL, r REAL, z BLOB, PRIMARY KEY (k, l)) STRICT;
             INSERT INTO b VALUES ('q', -1, 1e300, NULL), ('p', 2, -0.5, x''), ('p', 1, 2.0, x'ff');
             CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT) STRICT;
             INSERT INTO a VALUES (7, '果园'), (1, NULL);
             CREATE TABLE seal (digest TEXT); INSERT INTO seal VALUES ('anything')",
        )
        .expect("tables");
    assert_eq!(
        seal::digest(&plain).expect("a digest"),
        "74a8cc64ea086d5b7c5eacdf48669cbb16754dd8c0096d6846d5d4ad3cc51c19",
        "a change here breaks every seal in the field"
    );
    let sealed = Edition::small().seal();
    for change in [
        "UPDATE article_text SET body = body || ' ' WHERE article = 1 AND language = 1",
        "UPDATE figure_point SET value = 435.00000001 WHERE value = 435.0",
        "UPDATE zone SET founded = NULL",
        "UPDATE picture SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE id = 1",
        "DELETE FROM article_zone",
        "UPDATE edition SET sequence = 1",
    ] {
        let edition = Edition::small();
        edition.run(change);
        assert_ne!(edition.seal(), sealed, "{change}");
    }
    let edition = Edition::small();
    edition.run("CREATE TABLE other (x); DROP TABLE other; UPDATE zone SET area_km2 = 5.0; UPDATE zone SET area_km2 = 4.0");
    edition.run("CREATE TABLE kept AS SELECT * FROM page_text; DELETE FROM page_text; INSERT INTO page_text SELECT * FROM kept ORDER BY language DESC; DROP TABLE kept");
    assert_eq!(edition.seal(), sealed, "how SQLite lays rows out does not count");
    assert_eq!(seal::digest(&edition.0).expect("a digest"), sealed, "nor does the seal itself");
}

#[test]
fn a_missing_and_a_broken_seal_are_told_apart_and_mended_alike() {
    let unsealed = File::of(&Edition::small().bytes());
    let missing = Library::open(unsealed.path()).expect_err("not sealed");
    assert!(matches!(missing, Error::NoSeal { .. }), "{missing}");
    assert!(missing.help().contains("kiosk content seal"));
    assert!(Library::open_unsealed(unsealed.path()).is_ok(), "its author may open it");
    assert!(Library::open_accepted(unsealed.path()).is_err(), "the shelf has only sealed ones");

    let edition = Edition::small();
    edition.seal();
    edition.run("UPDATE zone SET founded = 2009");
    let changed = File::of(&edition.bytes());
    let broken = Library::open(changed.path()).expect_err("changed");
    assert!(matches!(broken, Error::SealBroken { .. }), "{broken}");
    assert!(broken.help().contains("kiosk content seal"));
    assert!(check(changed.path()).iter().any(|fault| fault.code == "LK-E19"));
    let accepted =
        Library::open_accepted(changed.path()).expect("the whole file is not read at start-up");
    assert!(matches!(accepted.verify(), Err(Error::SealBroken { .. })), "but later");
}

#[test]
fn the_librarian_answers_by_ticket_and_wakes() {
    let (wake, woken) = channel();
    let librarian = Librarian::start(small(), 1 << 20, move || {
        let _ = wake.send(());
    })
    .expect("a thread");
    let slot = Slot { width: 20, height: 20 };
    let asked = [
        (1, Asked::Article { id: ArticleId(1), language: ZH }),
        (2, Asked::Page { id: PageId(1), language: EN }),
        (3, Asked::Picture { id: PictureId(1), slot }),
        (4, Asked::Picture { id: PictureId(99), slot }),
        (5, Asked::Picture { id: PictureId(1), slot }),
    ];
    let count = asked.len();
    for (ticket, what) in asked {
        librarian.ask(Question { ticket: Ticket(ticket), what });
    }
    let mut answers = Vec::new();
    while answers.len() < count {
        woken.recv_timeout(Duration::from_secs(20)).expect("woken");
        answers.extend(librarian.answers());
    }
    answers.sort_by_key(|answer| answer.ticket);
    assert!(matches!(&answers[0].what, Ok(Answered::Article(body)) if body.language == ZH));
    assert!(matches!(&answers[1].what, Ok(Answered::Page(_))));
    assert!(matches!(&answers[3].what, Err(Error::Missing { .. })));
    let (Ok(Answered::Picture(first)), Ok(Answered::Picture(again))) =
        (&answers[2].what, &answers[4].what)
    else {
        panic!("pictures");
    };
    assert_eq!(first, again);
    assert_eq!(first.rgb()[..3], [255, 0, 0], "around the focus, a quarter from the left");
}

#[test]
fn the_librarian_turns_to_a_new_edition_whole() {
    let (wake, woken) = channel();
    let librarian = Librarian::start(small(), 1 << 20, move || {
        let _ = wake.send(());
    })
    .expect("a thread");
    let picture = |ticket| Question {
        ticket: Ticket(ticket),
        what: Asked::Picture { id: PictureId(1), slot: Slot { width: 8, height: 8 } },
    };
    let answer = |ticket| loop {
        woken.recv_timeout(Duration::from_secs(20)).expect("woken");
        if let Some(answer) = librarian.answers().find(|answer| answer.ticket == Ticket(ticket)) {
            break answer.what;
        }
    };
    librarian.ask(picture(1));
    assert!(answer(1).is_ok());
    let edition = Edition::small();
    edition.run("DELETE FROM picture WHERE id = 1; UPDATE article SET picture = 2; DELETE FROM picture_text WHERE picture = 1; DELETE FROM article_picture_text; DELETE FROM article_picture");
    librarian.turn_to(Library::from_bytes(edition.sealed_bytes()).expect("the next edition"));
    librarian.ask(picture(2));
    assert!(
        matches!(answer(2), Err(Error::Missing { .. })),
        "nothing of the old edition is left in the cache"
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table: one damage a row")]
fn every_fault_of_content_is_found_with_its_place() {
    for (damage, code, severity, place) in [
        ("UPDATE edition SET default_language = 9", "LK-C002", Severity::Error, "edition"),
        (
            "UPDATE language SET tag = 'en_GB' WHERE id = 1",
            "LK-C003",
            Severity::Error,
            "language en_GB",
        ),
        (
            "UPDATE article SET slug = 'Two Rivers' WHERE id = 1",
            "LK-C004",
            Severity::Error,
            "article Two Rivers",
        ),
        (
            "DELETE FROM topic_text WHERE topic = 1 AND language = 2",
            "LK-C006",
            Severity::Warning,
            "topic introduction [zh]",
        ),
        (
            "UPDATE article_text SET summary = '' WHERE article = 1",
            "LK-C007",
            Severity::Error,
            "article two-rivers",
        ),
        (
            "UPDATE article_text SET headline = 'a b c d e f g h i j k l m' WHERE article = 1 AND language = 1",
            "LK-C008",
            Severity::Warning,
            "article two-rivers [en]",
        ),
        (
            "UPDATE article_text SET headline = '一二三四五六七八九十一二三四五六七八九十一二三' WHERE article = 1 AND language = 2",
            "LK-C008",
            Severity::Warning,
            "article two-rivers [zh]",
        ),
        (
            "UPDATE zone_text SET name = 'a' || char(8238) WHERE language = 1",
            "LK-C009",
            Severity::Error,
            "zone_text guoyuan-port [en], name",
        ),
        (
            "UPDATE article_fact SET label = 'a' || char(8203) WHERE language = 1",
            "LK-C010",
            Severity::Warning,
            "article_fact two-rivers [en], label",
        ),
        (
            "UPDATE page_text SET headline = replace(hex(zeroblob(50)), '00', 'ab') WHERE language = 1",
            "LK-C011",
            Severity::Warning,
            "page_text contact [en], headline",
        ),
        (
            "UPDATE picture_text SET alt = '' WHERE picture = 2",
            "LK-C012",
            Severity::Error,
            "picture bridge",
        ),
        ("UPDATE picture SET width = 65 WHERE id = 1", "LK-C013", Severity::Error, "picture port"),
        (
            "UPDATE picture SET mime = 'image/webp' WHERE id = 1",
            "LK-C014",
            Severity::Error,
            "picture port",
        ),
        (
            "UPDATE picture SET bytes = x'00' WHERE id = 1",
            "LK-E15",
            Severity::Error,
            "picture port",
        ),
        (
            "UPDATE article_text SET body = '# Title' WHERE article = 1 AND language = 1",
            "LK-C015",
            Severity::Error,
            "article two-rivers [en], line 1",
        ),
        (
            "UPDATE page_text SET body = '![](fact:1)' WHERE language = 2",
            "LK-C016",
            Severity::Error,
            "page contact [zh], line 1",
        ),
        (
            "UPDATE article_fact SET period = '' WHERE language = 2",
            "LK-C017",
            Severity::Error,
            "article two-rivers [zh], fact 1",
        ),
        (
            "UPDATE zone_figure SET period = '' WHERE language = 2",
            "LK-C017",
            Severity::Error,
            "zone guoyuan-port [zh]",
        ),
        (
            "UPDATE figure_point SET period = 'May 2021' WHERE language = 1 AND period = '2021'",
            "LK-C017",
            Severity::Error,
            "figure gdp [en]",
        ),
        ("UPDATE figure_text SET source = ''", "LK-C018", Severity::Error, "figure gdp"),
        ("DELETE FROM figure_point", "LK-C019", Severity::Error, "figure gdp"),
        (
            "DELETE FROM figure_point WHERE language = 2",
            "LK-C019",
            Severity::Warning,
            "figure gdp [zh]",
        ),
        (
            "INSERT INTO topic VALUES (3, 1, 'culture', 1)",
            "LK-C020",
            Severity::Warning,
            "topic about/culture",
        ),
        ("UPDATE article SET featured_rank = NULL", "LK-C021", Severity::Warning, "attract loop"),
        (
            "UPDATE article SET valid_from = '2027-01-01' WHERE id = 3",
            "LK-C022",
            Severity::Error,
            "article old-photographs",
        ),
        (
            "UPDATE article_source SET url = 'javascript:alert(1)' WHERE position = 0 AND article = 1",
            "LK-C023",
            Severity::Error,
            "article two-rivers, source",
        ),
        (
            "DELETE FROM article_source WHERE article = 2; DELETE FROM article_source_text WHERE article = 2",
            "LK-C024",
            Severity::Error,
            "article eleven-chains",
        ),
        (
            "UPDATE article SET picture = NULL WHERE id = 2",
            "LK-C025",
            Severity::Warning,
            "article eleven-chains",
        ),
        (
            "DELETE FROM topic WHERE id = 1; DELETE FROM topic_text WHERE topic = 1; UPDATE article SET topic = 2",
            "LK-C028",
            Severity::Error,
            "section about",
        ),
        (
            "DELETE FROM article_picture_text WHERE language = 2",
            "LK-C006",
            Severity::Warning,
            "article_picture old-photographs/0 [zh]",
        ),
        (
            "DELETE FROM article_text WHERE article = 2",
            "LK-C007",
            Severity::Error,
            "article eleven-chains",
        ),
        ("UPDATE article SET topic = 9 WHERE id = 2", "LK-E17", Severity::Error, "edition"),
    ] {
        let edition = Edition::small();
        edition.run(damage);
        let file = edition.save();
        let faults = check(file.path());
        assert!(
            faults.iter().any(|fault| (fault.code, fault.severity, fault.place.as_str())
                == (code, severity, place)),
            "{damage}: {faults:#?}"
        );
    }
}

#[test]
fn a_good_edition_has_no_errors_and_only_the_warnings_that_its_smallness_earns() {
    let file = Edition::small().save();
    let mut codes: Vec<_> =
        check(file.path()).into_iter().map(|fault| (fault.severity, fault.code)).collect();
    codes.dedup();
    let warning = |code| (Severity::Warning, code);
    assert_eq!(codes, [warning("LK-C021"), warning("LK-C029"), warning("LK-C006")]);
}
