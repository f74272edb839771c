//! Keys of rows in an edition, one type a table, so that they cannot be mixed up.
//!
//! A key means something only together with the edition that it was read from.

/// Declares a key type over a row's integer key.
macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

key!(
    /// Key of a `language` row.
    LanguageId
);
key!(
    /// Key of a `section` row: one of the main menus.
    SectionId
);
key!(
    /// Key of a `topic` row: an entry of a section's menu.
    TopicId
);
key!(
    /// Key of an `article` row.
    ArticleId
);
key!(
    /// Key of a `page` row: contact, terms, privacy.
    PageId
);
key!(
    /// Key of a `picture` row.
    PictureId
);
key!(
    /// Key of a `figure` row: a series of numbers.
    FigureId
);
key!(
    /// Key of a `zone` row.
    ZoneId
);
