//! The glasses that visits are made on, and the editions that they show.

use kiosk::app::Stage;
use kiosk::content::{Library, seal};
use kiosk::nav::{Access, TextSize};
use kiosk::ui::Glazing;
use rusqlite::Connection;

use crate::common::{COMPACT, TALL, WIDE, on_stage_as, root};

/// The smallest glass that a kiosk has.
const SMALL: Glazing = Glazing { width: 800, height: 480, diagonal_in: Some(7.0), bottom_mm: None };

/// A glass, and how its visitors see.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pane {
    pub(crate) name: &'static str,
    pub(crate) glazing: Glazing,
    pub(crate) access: Access,
}

/// One of each layout, as designed.
pub(crate) const PANES: [Pane; 3] = [
    Pane { name: "wide", glazing: WIDE, access: Access::AS_DESIGNED },
    Pane { name: "tall", glazing: TALL, access: Access::AS_DESIGNED },
    Pane { name: "compact", glazing: COMPACT, access: Access::AS_DESIGNED },
];

/// The least room that words can have: the largest of them on the smallest glass.
pub(crate) const LEAST_ROOM: Pane = Pane {
    name: "small at 200 %",
    glazing: SMALL,
    access: Access { text_size: TextSize::Largest, ..Access::AS_DESIGNED },
};

impl Pane {
    /// The same glass for somebody who wants nothing to move: every page turns at once.
    pub(crate) fn calm(self) -> Self {
        Self { access: Access { is_calm: true, ..self.access }, ..self }
    }

    /// Runs `test` on a kiosk of its own, on a thread of its own.
    pub(crate) fn open<T: Send>(
        self,
        library: Library,
        test: impl FnOnce(&Stage) -> T + Send,
    ) -> T {
        on_stage_as(library, self.glazing, self.access, None, test)
    }
}

/// The shipped edition with nothing that comes or goes by the clock, and three stories in its loop: the way against
/// burn-in has eight steps, so that every slide comes to stand at every one of them.
pub(crate) fn timeless() -> Library {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("content.db");
    std::fs::copy(root("content.db"), &path).expect("a copy");
    let connection = Connection::open(&path).expect("it opens");
    connection
        .execute_batch(
            "UPDATE article SET valid_from = NULL, valid_until = NULL, weekdays = NULL, opens_at = NULL, closes_at = NULL; \
             UPDATE article SET featured_rank = NULL, pinned = 0 WHERE id NOT IN \
             (SELECT id FROM article WHERE featured_rank IS NOT NULL AND picture IS NOT NULL ORDER BY featured_rank, id LIMIT 3)",
        )
        .expect("changed");
    let digest = seal::digest(&connection).expect("a digest");
    connection
        .execute("INSERT OR REPLACE INTO seal VALUES (1, ?1, NULL)", [&digest])
        .expect("sealed");
    drop(connection);
    Library::from_bytes(std::fs::read(&path).expect("its bytes")).expect("it opens")
}
