//! Files that are broken, forged or made to hurt: each ends in a clear error or in the content that was sealed,
//! never in a panic, a hang, or something half.

mod dice;
mod edition;

use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use dice::Dice;
use edition::{Edition, File};
use kiosk::content::{
    ArticleId, Error, LanguageId, Library, Limits, PageId, check, decode, faults, measure,
};

const EN: LanguageId = LanguageId(1);

/// What opening a file of these bytes must end in.
fn refused(name: &str, bytes: &[u8]) -> Error {
    let file = File::of(bytes);
    refused_at(name, file.path())
}

fn refused_at(name: &str, path: &Path) -> Error {
    let start = Instant::now();
    let error = Library::open(path).expect_err(name);
    assert!(start.elapsed() < Duration::from_secs(10), "{name} took {:?}", start.elapsed());
    assert!(error.code().starts_with("LK-E") && !error.help().is_empty(), "{name}");
    assert!(
        !error.to_string().chars().any(char::is_control),
        "{name} writes control characters to the log"
    );
    let told = check(path);
    assert!(!told.is_empty(), "the check finds nothing in {name}");
    error
}

/// Flips bits, cuts the end off, swaps pages, or splices in pages of another edition.
fn mutate(whole: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const PAGE: usize = 4_096;
    let mut bytes = whole.to_vec();
    // Most of a small file is unused; what is zero has little to lose.
    let used: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] != 0).collect();
    match dice.roll(10) {
        0 | 1 => bytes.truncate(dice.roll(whole.len())),
        2 => {
            let (a, b) =
                (dice.roll(whole.len() / PAGE) * PAGE, dice.roll(whole.len() / PAGE) * PAGE);
            bytes[a..a + PAGE].copy_from_slice(&whole[b..b + PAGE]);
            bytes[b..b + PAGE].copy_from_slice(&whole[a..a + PAGE]);
        }
        3 => {
            let at = dice.roll(whole.len().min(other.len()) / PAGE) * PAGE;
            bytes[at..at + PAGE].copy_from_slice(&other[at..at + PAGE]);
        }
        _ => {
            for _ in 0..=dice.roll(8) {
                bytes[used[dice.roll(used.len())]] ^= 1 << dice.roll(8);
            }
        }
    }
    bytes
}

#[test]
fn b1_a_damaged_copy_is_refused_or_shows_exactly_what_was_sealed() {
    let whole = Edition::small().sealed_bytes();
    let other = {
        let edition = Edition::small();
        edition.run("UPDATE article_text SET headline = 'Other'; UPDATE zone SET founded = 2000");
        edition.sealed_bytes()
    };
    let sealed = Library::from_bytes(whole.clone()).expect("whole").catalogue();
    let mut dice = Dice(0x4C4A_4B31);
    let (mut refused, mut same) = (0, 0);
    for mutant in 0..2_000 {
        let bytes = mutate(&whole, &other, &mut dice);
        // Its author may open it unsealed: then it must hold as well.
        if mutant % 20 == 0 {
            let file = File::of(&bytes);
            let _ = check(file.path());
            if let Ok(library) = Library::open_accepted(file.path()) {
                let _ = (library.article(ArticleId(1), EN), library.verify());
            }
        }
        match Library::from_bytes(bytes) {
            Ok(library) => {
                assert_eq!(*library.catalogue(), *sealed, "mutant {mutant} shows something else");
                library.article(ArticleId(1), EN).expect("whole");
                same += 1;
            }
            Err(error) => {
                assert!(!error.help().is_empty());
                refused += 1;
            }
        }
    }
    assert!(refused > 1_000, "{refused} refused and {same} unharmed: the mutator does not bite");
}

#[test]
fn b3_what_is_no_edition_is_named_for_what_it_is() {
    let good = Edition::small().sealed_bytes();
    let named = |bytes: &[u8], wanted: &str| {
        let error = refused(wanted, bytes);
        assert!(error.to_string().contains(wanted), "{error} does not say «{wanted}»");
    };
    named(b"", "empty");
    named(b"some notes\n", "looks like a text");
    named(b"<!DOCTYPE html><html></html>", "looks like a web page");
    named(b"PK\x03\x04 and more", "ZIP archive");
    named(b"\x89PNG\r\n\x1a\n and more", "a picture");
    named(&[0; 4_096], "begins with zeros");
    named(&[0x9C; 4_096], "encrypted or damaged");
    named(b"** This file contains an SQLite 2.1 database **", "SQLite 2");
    named(&good[..64], "ends within its header");
    named(&good[..100], "damaged");
    named(&good[..good.len() / 2], "damaged");

    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let kinds = |path: &Path, wanted: &str| {
        let error = refused_at(wanted, path);
        assert!(matches!(&error, Error::NotAFile { kind, .. } if *kind == wanted), "{error}");
    };
    kinds(folder.path(), "a folder");
    std::fs::write(at("good.db"), &good).expect("written");
    std::os::unix::fs::symlink(at("good.db"), at("link.db")).expect("a link");
    kinds(&at("link.db"), "a symbolic link");
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.db")).expect("a socket");
    kinds(&at("socket.db"), "a socket");
    kinds(Path::new("/dev/null"), "a device");
    let made = std::process::Command::new("mkfifo").arg(at("fifo.db")).status();
    if made.is_ok_and(|status| status.success()) {
        kinds(&at("fifo.db"), "a named pipe");
    }
    assert!(matches!(refused_at("none", &at("none.db")), Error::Io { .. }));

    let sparse = std::fs::File::create(at("sparse.db")).expect("created");
    sparse.set_len(100 << 30).expect("sparse");
    assert!(matches!(refused_at("100 GB", &at("sparse.db")), Error::TooLarge { .. }));
    // A folder reached by a link is no attack: staff name their media so.
    std::os::unix::fs::symlink(folder.path(), at("media")).expect("a link");
    Library::open(&at("media/good.db")).expect("the file itself is no link");
}

#[test]
fn b3_half_of_something_is_refused_with_advice() {
    for suffix in ["-wal", "-journal"] {
        let file = Edition::small().save();
        std::fs::write(file.beside(&format!("content.db{suffix}")), b"").expect("written");
        Library::open(file.path()).expect("an empty journal means nothing");
        std::fs::write(file.beside(&format!("content.db{suffix}")), b"unfinished")
            .expect("written");
        assert!(matches!(refused_at(suffix, file.path()), Error::Sidecar { .. }));
    }
    let mut wal = Edition::small().sealed_bytes();
    wal[18..20].copy_from_slice(&[2, 2]);
    assert!(matches!(refused("WAL", &wal), Error::WriteAhead { .. }));
    let mut utf16 = Edition::small().sealed_bytes();
    utf16[59] = 2;
    assert!(matches!(refused("UTF-16", &utf16), Error::Encoding { .. }));
}

#[test]
fn b4_another_application_or_version_is_told_so() {
    for (pragma, wanted) in [
        ("application_id = 0", "not an edition"),
        ("user_version = 2", "needs a newer kiosk"),
        ("user_version = 0", "schema version 0"),
    ] {
        let edition = Edition::small();
        edition.run(&format!("PRAGMA {pragma}"));
        let error = refused(pragma, &edition.sealed_bytes());
        assert!(error.to_string().contains(wanted), "{error}");
    }
}

#[test]
fn b4_a_schema_that_is_not_exactly_ours_is_refused() {
    let many: String = (0..10_000).fold(String::new(), |mut sql, number| {
        let _ = write!(sql, "CREATE TABLE t{number} (x);");
        sql
    });
    let wide = format!(
        "CREATE TABLE wide ({})",
        (0..1_999).map(|number| format!("c{number}")).collect::<Vec<_>>().join(",")
    );
    let deep = format!("CREATE TABLE deep (x CHECK ({}x{}))", "(1+".repeat(400), ")".repeat(400));
    let extension = "name TEXT NOT NULL CHECK (load_extension('x') IS NULL),";
    for sql in [
        "CREATE TABLE extra (x)",
        "CREATE INDEX extra ON article (kind)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE VIEW extra AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
        "CREATE TRIGGER extra AFTER INSERT ON article BEGIN DELETE FROM article; END",
        "CREATE VIRTUAL TABLE extra USING fts5 (x)",
        "CREATE VIRTUAL TABLE extra USING rtree (a, b, c)",
        "DROP TABLE page_text; CREATE VIEW page_text AS SELECT 1 AS page, 1 AS language, '' AS headline, '' AS summary, '' AS body",
        "DROP TABLE page_text; CREATE VIRTUAL TABLE page_text USING fts5 (page, language, headline, summary, body)",
        "DROP TABLE map_shape_text",
        "ALTER TABLE zone ADD COLUMN extra TEXT",
        "DELETE FROM zone; ALTER TABLE zone ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000)))",
        "ALTER TABLE zone RENAME COLUMN founded TO established",
        "ALTER TABLE zone RENAME TO place",
        "ANALYZE",
        "DROP TABLE map_shape_text; CREATE TABLE map_shape_text (shape INTEGER, language INTEGER, name TEXT)",
        &format!(
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'name TEXT NOT NULL,', '{}') WHERE name = 'map_shape_text'",
            extension.replace('\'', "''")
        ),
        &many,
        &wide,
        &deep,
    ] {
        let edition = Edition::small();
        edition.run(sql);
        // Its seal cannot always be computed, and must not matter.
        let error = refused(&sql[..sql.len().min(60)], &edition.bytes());
        assert!(
            matches!(error, Error::Schema { .. } | Error::Sql { .. } | Error::Damaged { .. }),
            "{error:?} for {}",
            &sql[..sql.len().min(60)]
        );
    }
    let hidden = Edition::small();
    hidden.run("CREATE TABLE \"bad\u{1b}[31m\u{202e}name\" (x)");
    assert!(matches!(refused("escapes in a name", &hidden.bytes()), Error::Schema { .. }));
}

#[test]
fn b4_comments_and_blanks_in_the_schema_do_not_matter() {
    let edition = Edition::small();
    edition.run(
        "DROP TABLE map_shape_text;
         CREATE TABLE   map_shape_text (shape INTEGER NOT NULL REFERENCES map_shape (id), -- a note
         language INTEGER NOT NULL REFERENCES language (id),\n name TEXT NOT NULL, PRIMARY KEY (shape, language) ) STRICT",
    );
    let error = Library::from_bytes(edition.sealed_bytes()).err();
    // A blank before a bracket is still another declaration; only runs of blanks and comments are one.
    assert!(matches!(error, None | Some(Error::Schema { .. })), "{error:?}");
}

/// Puts a value into a table whose declaration forbids it, behind the declaration's back.
fn forged(table: &str, lax: &str, insert: &str) -> Vec<u8> {
    let edition = Edition::small();
    edition.run(&format!(
        "CREATE TABLE kept AS SELECT sql FROM sqlite_schema WHERE name = '{table}';
         DROP TABLE {table}; CREATE TABLE {table} {lax}; {insert};
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = (SELECT sql FROM kept) WHERE name = '{table}';
         PRAGMA writable_schema = RESET; DROP TABLE kept"
    ));
    edition.sealed_bytes()
}

#[test]
fn b5_values_of_the_wrong_type_are_clean_errors() {
    let lax = "(id INTEGER PRIMARY KEY, kind TEXT, in_new_area INTEGER, rings TEXT)";
    for values in [
        "(1, x'00ff', 1, '[]')",
        "(1, 3.5, 1, '[]')",
        "(1, 'river', 'yes', '[]')",
        "(1, NULL, 1, '[]')",
        "(1, 'river', NULL, '[]')",
        "(1, 'sea', 1, '[]')",
    ] {
        let bytes = forged("map_shape", lax, &format!("INSERT INTO map_shape VALUES {values}"));
        let error = refused(values, &bytes);
        assert!(
            matches!(error, Error::Damaged { .. } | Error::Value { .. }),
            "{error:?} for {values}"
        );
    }
    for (sql, what) in [
        ("UPDATE article_text SET headline = CAST(x'e69e9cff' AS TEXT)", "UTF-8"),
        ("UPDATE zone_text SET name = 'a' || char(0) || 'b'", "NUL"),
        ("UPDATE figure_point SET value = 9e999", "value"),
        ("UPDATE article SET featured_rank = 9223372036854775807 WHERE id = 1", "featured_rank"),
        ("UPDATE article SET published_on = '2022-02-30', updated_on = '2022-02-30'", "day"),
        ("UPDATE article SET opens_at = '29:00', closes_at = '10:00'", "time"),
        ("UPDATE article SET weekdays = 'mon,tues'", "mon,tue"),
        ("UPDATE edition SET made_on = '9999-99-99'", "edition"),
        ("UPDATE map_shape SET rings = '[[[1,2],[3,4]'", "ring"),
        ("UPDATE map_shape SET rings = '{}'", "ring"),
        ("UPDATE zone SET area_km2 = 9e999", "area_km2"),
        // SQLite leaves CHECKs out of a read-only connection, so the reader has its own bounds.
        ("UPDATE picture SET width = 0", "width"),
        ("UPDATE picture SET focus_x = 1.5", "focus_x"),
        ("UPDATE article SET dwell_s = 1000000", "dwell_s"),
        ("UPDATE article SET updated_on = '2001-01-01'", "published"),
        ("UPDATE article SET kind = 'advert'", "advert"),
        ("UPDATE zone SET latitude = 91", "latitude"),
        ("UPDATE figure SET glance = -1", "glance"),
    ] {
        let edition = Edition::small();
        edition.forge(sql);
        let error = refused(sql, &edition.sealed_bytes());
        assert!(error.to_string().contains(what), "{error} does not say «{what}»");
    }
}

#[test]
fn b5_bad_values_that_only_a_body_has_cost_one_body_and_are_found_by_the_check() {
    for sql in [
        "UPDATE article_text SET body = CAST(x'ff' AS TEXT) WHERE article = 1 AND language = 1",
        "UPDATE article_fact SET value = CAST(x'ff' AS TEXT) WHERE article = 1 AND language = 1",
        "UPDATE article_source SET dated_on = '2022-13-01' WHERE article = 1 AND position = 0",
    ] {
        let edition = Edition::small();
        edition.run(sql);
        let library = Library::from_bytes(edition.sealed_bytes()).expect("the catalogue is whole");
        let error = library.article(ArticleId(1), EN).expect_err("its body is not");
        assert!(matches!(error, Error::Value { .. }), "{error}");
        library.article(ArticleId(2), EN).expect("the others are");
        assert!(faults(&library).iter().any(|fault| fault.code == "LK-E26"), "{sql} is not found");
    }
}

#[test]
fn b6_more_than_any_kiosk_needs_is_refused_by_its_bound() {
    let counted = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < ";
    for (sql, table) in [
        (
            format!("{counted}10100) INSERT INTO section SELECT i, 's' || i, i, 'river' FROM n"),
            "section",
        ),
        (
            format!(
                "{counted}100100) INSERT INTO article (id, slug, topic, kind, published_on, updated_on) SELECT i, 'a' || i, 1, 'story', '2022-01-01', '2022-01-01' FROM n"
            ),
            "article",
        ),
        (
            format!(
                "{counted}200) INSERT INTO language SELECT i, 'x' || i, 'x', 'x', i, NULL FROM n"
            ),
            "language",
        ),
    ] {
        let edition = Edition::small();
        edition.run(&sql);
        let error = refused(table, &edition.bytes());
        assert!(
            matches!(&error, Error::TooManyRows { table: found, .. } if *found == table),
            "{error}"
        );
    }
    let long = |bytes: usize| format!("replace(hex(zeroblob({})), '00', 'ab')", bytes / 2);
    for (sql, column) in [
        (format!("UPDATE article_text SET body = {}", long(20 << 20)), "body"),
        (format!("UPDATE page_text SET body = {}", long(300 << 10)), "body"),
        (
            format!("UPDATE article_text SET headline = {} WHERE article = 2", long(1 << 20)),
            "headline",
        ),
        (format!("UPDATE map_shape SET rings = {}", long(2 << 20)), "rings"),
    ] {
        let edition = Edition::small();
        edition.run(&sql);
        let error = refused(column, &edition.sealed_bytes());
        assert!(matches!(&error, Error::Value { column: found, .. } if found == column), "{error}");
    }
}

#[test]
fn b7_evil_texts_reach_the_glass_without_what_makes_them_evil() {
    let edition = Edition::small();
    edition.run("UPDATE article_text SET headline = 'a' || char(27) || '[31m' || char(8238) || char(10) || 'b' || char(57665), body = 'x' || char(7, 8237) || 'y' WHERE article = 2");
    let library = Library::from_bytes(edition.sealed_bytes()).expect("opens");
    let catalogue = library.catalogue();
    let headline =
        catalogue.text(&catalogue.article(ArticleId(2)).expect("it").headline, EN).to_owned();
    assert_eq!(headline, "a[31m b");
    let body = format!("{:?}", library.article(ArticleId(2), EN).expect("a body").blocks);
    assert!(body.contains("\"xy\""), "{body}");
    let told = faults(&library);
    assert!(told.iter().filter(|fault| fault.code == "LK-C009").count() >= 2, "{told:#?}");
}

#[test]
fn b8_markdown_bombs_in_a_body_end_in_blocks() {
    for bomb in [
        ">".repeat(10_000) + " x",
        "- ".repeat(10_000) + "x",
        "*".repeat(200_000),
        "[".repeat(100_000),
        "<a".repeat(80_000),
        "![](picture:port)\n\n".repeat(10_000),
        format!("{}\n{}\n{}", "|a".repeat(2_000), "|-".repeat(2_000), "|b\n".repeat(20_000)),
        "[^1]".repeat(20_000) + "\n\n[^1]: x\n",
        "&amp;".repeat(50_000),
    ] {
        let edition = Edition::small();
        edition.0.execute("UPDATE page_text SET body = ?1", [&bomb]).expect("stored");
        let library = Library::from_bytes(edition.sealed_bytes()).expect("opens");
        let body = library.page(PageId(1), EN).expect("a body");
        assert!(body.blocks.len() <= 1_000, "{} blocks of {}", body.blocks.len(), &bomb[..10]);
    }
}

/// A PNG whose header claims this size and whose pixels are nothing.
fn png_claiming(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([depth, colour, 0, 0, 0]);
    chunk(&mut out, *b"IHDR", &header);
    chunk(&mut out, *b"IDAT", &[0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]);
    chunk(&mut out, *b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, name: [u8; 4], data: &[u8]) {
    out.extend(u32::try_from(data.len()).expect("short").to_be_bytes());
    let start = out.len();
    out.extend(name);
    out.extend(data);
    let crc = out[start..].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    });
    out.extend((!crc).to_be_bytes());
}

#[test]
fn b9_pictures_that_claim_too_much_are_refused_before_memory_is_asked_for() {
    let jpeg = {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::RgbImage::new(16, 16)
            .write_to(&mut bytes, image::ImageFormat::Jpeg)
            .expect("encoded");
        let mut bytes = bytes.into_inner();
        let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame");
        bytes[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xDC, 0xFF, 0xDC]);
        bytes
    };
    let mut webp = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".to_vec();
    webp.extend([0xFE, 0x3F, 0, 0xFE, 0x3F, 0, b'V', b'P', b'8', b'L', 0, 0, 0, 0]);
    for (name, bytes) in [
        ("30 000 squared", png_claiming(30_000, 30_000, 8, 2)),
        ("22 000 squared, grey", png_claiming(22_000, 22_000, 8, 0)),
        ("7 000 squared", png_claiming(7_000, 7_000, 8, 0)),
        ("6 000 squared with 16 bits and alpha", png_claiming(6_000, 6_000, 16, 6)),
        ("8193 wide", png_claiming(8_193, 1, 8, 0)),
        ("the widest PNG", png_claiming(i32::MAX as u32, 1, 8, 0)),
        ("65 500 squared JPEG", jpeg),
        ("16 383 squared WebP", webp),
        ("no width", png_claiming(0, 10, 8, 0)),
        ("no pixels", png_claiming(10, 10, 8, 0)),
        ("no bytes", vec![]),
        ("a GIF", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
        ("a BMP", b"BM and more".to_vec()),
        ("an SVG", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
    ] {
        let start = Instant::now();
        let error = decode(&bytes, Limits::default()).expect_err(name);
        assert!(start.elapsed() < Duration::from_secs(2), "{name} took {:?}", start.elapsed());
        assert!(
            matches!(error, Error::PictureTooLarge { .. } | Error::PictureBroken { .. }),
            "{name}: {error:?}"
        );
        assert!(
            measure(&bytes, Limits::default()).is_err() || name == "no pixels",
            "{name} was measured"
        );
    }
}

#[test]
fn b9_a_thousand_frames_are_one_picture() {
    let still = edition::png(8, 4);
    let mut animated = still[..33].to_vec();
    chunk(&mut animated, *b"acTL", &[0, 0, 0x27, 0x10, 0, 0, 0, 0]);
    animated.extend(&still[33..]);
    let picture = decode(&animated, Limits::default()).expect("its first frame");
    assert_eq!((picture.width(), picture.height()), (8, 4));
}

#[test]
fn b9_broken_pictures_are_errors_and_no_panics() {
    let mut dice = Dice(9);
    for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg, image::ImageFormat::WebP] {
        let mut bytes = std::io::Cursor::new(Vec::new());
        image::load_from_memory(&edition::png(40, 30))
            .expect("a picture")
            .write_to(&mut bytes, format)
            .expect("encoded");
        let whole = bytes.into_inner();
        for end in (0..whole.len()).step_by(7) {
            let _ = decode(&whole[..end], Limits::default());
        }
        for _ in 0..400 {
            let mut mutant = whole.clone();
            for _ in 0..=dice.roll(6) {
                let at = dice.roll(mutant.len());
                mutant[at] ^= 1 << dice.roll(8);
            }
            let _ = decode(&mutant, Limits::default());
        }
    }
}

#[test]
fn b14_references_that_lead_nowhere_are_refused_and_all_told_of() {
    let edition = Edition::small();
    edition.run(
        "DELETE FROM picture WHERE id = 2; UPDATE article SET topic = 99 WHERE id = 1; INSERT INTO article_zone VALUES (2, 0, 77)",
    );
    let file = edition.save();
    assert!(matches!(refused_at("broken references", file.path()), Error::Reference { .. }));
    let told: Vec<_> = check(file.path())
        .into_iter()
        .filter(|fault| fault.code == "LK-E17")
        .map(|fault| fault.what)
        .collect();
    for table in ["article_zone", "of article points", "picture_text"] {
        assert!(told.iter().any(|what| what.contains(table)), "{table} is not in {told:#?}");
    }
}

#[test]
fn b14_an_edition_with_nothing_to_show_opens_and_says_so() {
    let edition = Edition::empty();
    edition.run("INSERT INTO language VALUES (1, 'en', 'English', 'Place', 0, NULL); INSERT INTO edition VALUES (1, '1', '2026-01-01', 0, 1)");
    let library = Library::from_bytes(edition.sealed_bytes()).expect("opens");
    assert!(library.catalogue().articles.is_empty());
    assert!(faults(&library).iter().any(|fault| fault.code == "LK-C021"));

    let expired = Edition::small();
    expired.run("UPDATE article SET valid_until = '2001-01-01', valid_from = NULL");
    let library = Library::from_bytes(expired.sealed_bytes()).expect("opens");
    let now = "2026-11-24T12:00".parse().expect("a moment");
    assert!(
        library.catalogue().articles.iter().all(|article| !article.validity.is_shown(now, true))
    );

    for rows in ["DELETE FROM edition", "DELETE FROM language"] {
        let edition = Edition::small();
        edition.run(rows);
        let error = Library::from_bytes(edition.sealed_bytes()).expect_err(rows);
        assert!(matches!(error, Error::Missing { .. } | Error::Reference { .. }), "{error}");
    }
}
