//! Choices that files and tables write as a word, such as `accent = "river"`.

/// Declares an enum whose variants are written as fixed words, the same in TOML and in the tables.
macro_rules! word {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Deserialize)]
        pub(crate) enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every variant with its word.
            const WORDS: &[(Self, &'static str)] = &[$((Self::$variant, $word)),+];

            /// The word that stands for it.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// What `word` stands for, if it is one of ours.
            pub(crate) fn from_word(word: &str) -> Option<Self> {
                Self::WORDS
                    .iter()
                    .find(|(_, known)| *known == word)
                    .map(|(variant, _)| *variant)
            }
        }
    };
}

pub(super) use word;
