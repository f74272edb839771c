//! What is wrong with an edition, in words for its author.

use std::fmt;

use super::error::Error;

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The edition must not be shown.
    Error,
    /// It can be shown, and looks or reads worse than it should.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One thing that is wrong with an edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// A code that stays the same from version to version: see [`codes`].
    pub code: &'static str,
    /// Where: the table, the slug, the language, the line.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What the author does about it.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { severity, code, place, what, mend } = self;
        write!(formatter, "{severity} {code} {place}: {what}; {mend}")
    }
}

impl From<&Error> for Fault {
    fn from(error: &Error) -> Self {
        let place = match error {
            Error::Value { place, column, .. } => format!("{place}, {column}"),
            Error::PictureBroken { place, .. } | Error::PictureTooLarge { place, .. } => {
                place.clone()
            }
            _ => "edition".to_owned(),
        };
        let mut what = match error {
            Error::Value { what, .. } => what.clone(),
            other => other.to_string(),
        };
        let mut cause = std::error::Error::source(error);
        while let Some(error) = cause {
            what += ": ";
            what += &super::chars::quoted(&error.to_string());
            cause = error.source();
        }
        Self {
            severity: Severity::Error,
            code: error.code(),
            place,
            what,
            mend: error.help().to_owned(),
        }
    }
}

/// The codes of faults of content; those of files are told by [`Error::code`].
pub mod codes {
    /// Names a code and says what it stands for.
    macro_rules! codes {
        ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
            $($(#[$doc])* pub const $name: &str = $code;)*

            /// All of them.
            #[cfg(test)]
            pub(crate) const ALL: &[&str] = &[$($code),*];
        };
    }

    codes! {
        /// Fallbacks of languages go round in a circle.
        LANGUAGE_CYCLE = "LK-C001";
        /// The default language is not one of the edition's.
        LANGUAGE_DEFAULT = "LK-C002";
        /// A language tag is not well formed.
        LANGUAGE_TAG = "LK-C003";
        /// A slug is not well formed.
        SLUG_FORM = "LK-C004";
        /// A slug is used twice.
        SLUG_TWICE = "LK-C005";
        /// A text has no translation into a language.
        TEXT_UNTRANSLATED = "LK-C006";
        /// A text is there in no language.
        TEXT_MISSING = "LK-C007";
        /// A headline or summary is too long for its place.
        TEXT_LONG = "LK-C008";
        /// A text has control characters or turns the direction of writing.
        TEXT_CONTROL = "LK-C009";
        /// A text has characters that nobody can see or read.
        TEXT_INVISIBLE = "LK-C010";
        /// A word is longer than a line.
        TEXT_WORD = "LK-C011";
        /// A picture has no alternative text.
        PICTURE_ALT = "LK-C012";
        /// A picture is not as large as its row says.
        PICTURE_SIZE = "LK-C013";
        /// A picture is not of the format that its row says.
        PICTURE_FORMAT = "LK-C014";
        /// A body is outside the subset of Markdown.
        MARKDOWN = "LK-C015";
        /// A body refers to what is not there.
        MARKDOWN_REFERENCE = "LK-C016";
        /// A figure or fact has no period.
        FIGURE_PERIOD = "LK-C017";
        /// A figure has no source.
        FIGURE_SOURCE = "LK-C018";
        /// A figure has no points in a language.
        FIGURE_POINTS = "LK-C019";
        /// A topic has no story.
        TOPIC_EMPTY = "LK-C020";
        /// The attract loop has too few or too many stories.
        FEATURED_COUNT = "LK-C021";
        /// Something can never be shown.
        VALIDITY_NEVER = "LK-C022";
        /// An address is not one that a QR code may carry.
        ADDRESS = "LK-C023";
        /// An article names no source.
        SOURCE_MISSING = "LK-C024";
        /// A story has no lead picture.
        PICTURE_LEAD = "LK-C025";
        /// A character is not in the kiosk's fonts.
        GLYPH = "LK-C026";
        /// More facts than the column holds.
        FACTS_COUNT = "LK-C027";
        /// A section has no topics.
        SECTION_EMPTY = "LK-C028";
        /// The home screen has too few or too many figures.
        GLANCE_COUNT = "LK-C029";
        /// An address is not https, so that no QR code may carry it.
        ADDRESS_PLAIN = "LK-C030";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_for_two_things() {
        let mut codes = codes::ALL.to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), codes::ALL.len());
    }
}
