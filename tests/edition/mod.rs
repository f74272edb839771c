//! Small editions made for a test: the real schema, a few rows, and whatever the test does to them.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::io::Cursor;
use std::path::{Path, PathBuf};

use kiosk::content::{schema, seal};
use rusqlite::Connection;
use tempfile::TempDir;

/// An edition in the making.
#[derive(Debug)]
pub(crate) struct Edition(pub(crate) Connection);

impl Edition {
    /// No rows, the right tables.
    pub(crate) fn empty() -> Self {
        let connection = Connection::open_in_memory().expect("memory");
        schema::create(&connection).expect("tables");
        Self(connection)
    }

    /// Two languages, one section, two topics, three stories, two pictures, and one of everything else.
    pub(crate) fn small() -> Self {
        let edition = Self::empty();
        edition.run(include_str!("small.sql"));
        for (id, slug, width, height) in [(1, "port", 64, 32), (2, "bridge", 32, 64)] {
            edition
                .0
                .execute(
                    "INSERT INTO picture VALUES (?1, ?2, 'image/png', ?3, ?4, 0.25, 0.5, ?5)",
                    (id, slug, width, height, png(width, height)),
                )
                .expect("a picture");
        }
        edition.run(
            "INSERT INTO picture_text VALUES (1, 1, 'A port', 'Drawn'), (1, 2, '港口', '绘制'), (2, 1, 'A bridge', 'Drawn'), (2, 2, '大桥', '绘制')",
        );
        edition
    }

    /// Runs statements with foreign keys unchecked, as a careless editor would.
    pub(crate) fn run(&self, sql: &str) {
        self.0
            .execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}"))
            .unwrap_or_else(|error| panic!("{error} in {sql}"));
    }

    /// Runs statements with CHECKs unchecked, as a forger would.
    pub(crate) fn forge(&self, sql: &str) {
        self.run(&format!(
            "PRAGMA ignore_check_constraints = ON; {sql}; PRAGMA ignore_check_constraints = OFF"
        ));
    }

    /// Seals what is there now.
    pub(crate) fn seal(&self) -> String {
        let digest = seal::digest(&self.0).expect("a digest");
        self.0
            .execute("INSERT OR REPLACE INTO seal VALUES (1, ?1, NULL)", [&digest])
            .expect("a seal");
        digest
    }

    /// The bytes of the file, as it is.
    pub(crate) fn bytes(mut self) -> Vec<u8> {
        self.0.serialize("main").expect("bytes").to_vec()
    }

    /// The bytes of the file, sealed.
    pub(crate) fn sealed_bytes(self) -> Vec<u8> {
        self.seal();
        self.bytes()
    }

    /// A file, sealed.
    pub(crate) fn save(self) -> File {
        File::of(&self.sealed_bytes())
    }
}

/// A file in a folder of its own, which goes with it.
#[derive(Debug)]
pub(crate) struct File {
    folder: TempDir,
    path: PathBuf,
}

impl File {
    /// A file of these bytes.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("content.db");
        std::fs::write(&path, bytes).expect("written");
        Self { folder, path }
    }

    /// Another path in the same folder.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// A PNG, red on the left and blue on the right.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let image = image::RgbImage::from_fn(width, height, |x, _| {
        image::Rgb(if x < width / 2 { [255, 0, 0] } else { [0, 0, 255] })
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).expect("encoded");
    bytes.into_inner()
}
