//! The folder `pictures/`: each picture with the file of its words beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use super::super::edition::{Picture, PictureText};
use super::super::faults::{Faults, codes};
use super::super::pictures::{self, Form};
use super::folder::{Folder, stray};
use super::known::{Known, check_slug};
use super::text_file::TextFile;
use super::toml_file;

/// The folder's name.
pub(in super::super) const PICTURES: &str = "pictures";

/// A picture and the file that its pixels come from.
#[derive(Debug)]
pub(in super::super) struct Drawing {
    /// What is known of it.
    pub(in super::super) picture: Picture,
    /// How its file is written.
    pub(in super::super) form: Form,
    /// Its file's name in the folder of sources.
    pub(in super::super) name: String,
    /// Its file on disk.
    pub(in super::super) path: PathBuf,
}

/// Reads the pictures in order of their slugs.
pub(super) fn read(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Drawing> {
    let mut images: BTreeMap<String, (String, Form)> = BTreeMap::new();
    let mut words: BTreeSet<String> = BTreeSet::new();
    for entry in folder.list(PICTURES, faults) {
        let (stem, ending) = entry.name.rsplit_once('.').unwrap_or((&entry.name, ""));
        if entry.is_folder {
            stray(&entry.path, "pictures lie side by side, not in folders", faults);
        } else if ending == "toml" {
            words.insert(stem.to_owned());
        } else if let Some(form) = Form::from_ending(ending) {
            if let Some((other, _)) = images.get(stem) {
                faults.error(
                    codes::DUPLICATE,
                    &entry.path,
                    &format!("there is already a picture \"{stem}\": {other}"),
                    "keep one of the two files, or give one another name",
                );
            } else {
                images.insert(stem.to_owned(), (entry.path.clone(), form));
            }
        } else {
            stray(&entry.path, "it is no .svg, .jpg, .png or .webp", faults);
        }
    }
    for stem in &words {
        if !images.contains_key(stem) {
            faults.error(
                codes::PICTURE,
                &format!("{PICTURES}/{stem}.toml"),
                &format!("there is no picture \"{stem}\" to go with these words"),
                &format!("add {stem}.svg, .jpg, .png or .webp, or take the file away"),
            );
        }
    }
    known.pictures = images.keys().cloned().collect();
    let mut drawings = Vec::new();
    for (slug, (name, form)) in images {
        check_slug(&slug, &name, faults);
        let words_name = format!("{PICTURES}/{slug}.toml");
        if !words.contains(&slug) {
            faults.error(
                codes::PICTURE,
                &name,
                "the file of its words is missing",
                &format!("add {words_name} with focus, alt and credit"),
            );
        }
        let words = words
            .contains(&slug)
            .then(|| folder.text(&words_name, faults))
            .flatten()
            .and_then(|file| read_words(&file, known, faults));
        let look =
            folder.bytes(&name, form.limit(), faults).and_then(|bytes| {
                match pictures::look(&bytes, form) {
                    Ok(look) => Some(look),
                    Err(fault) => {
                        faults.error(codes::PICTURE, &name, &fault.what, &fault.mend);
                        None
                    }
                }
            });
        if let (Some(words), Some(look)) = (words, look) {
            drawings.push(Drawing {
                picture: Picture {
                    slug,
                    mime: look.mime,
                    width: look.width,
                    height: look.height,
                    focus: words.focus,
                    texts: words.texts,
                },
                form,
                path: folder.on_disk(&name),
                name,
            });
        }
    }
    drawings
}

/// `pictures/<slug>.toml`: the focus, and a table for each language.
#[derive(Debug, Default)]
struct WordsFile {
    focus: [f64; 2],
    texts: BTreeMap<String, PictureText>,
}

fn read_words(file: &TextFile, known: &Known, faults: &mut Faults) -> Option<WordsFile> {
    let words: WordsFile = toml_file::parse(file, faults).value?;
    if !words.focus.iter().all(|part| (0.0..=1.0).contains(part)) {
        faults.error(
            codes::VALUE,
            &file.place_of("focus"),
            "the focus lies outside the picture",
            "write two numbers between 0 and 1, from the left and from the top: focus = [0.5, 0.5]",
        );
    }
    let tags = words.texts.keys().map(String::as_str);
    known.check_languages("words", tags, file, &file.name, faults);
    for (tag, text) in &words.texts {
        for (key, value) in [("alt", &text.alt), ("credit", &text.credit)] {
            if value.trim().is_empty() {
                faults.error(
                    codes::EMPTY,
                    &file.place_of(&format!("[{tag}]")),
                    &format!("{key} is empty in \"{tag}\""),
                    "write one plain sentence that says what is seen, and who made the picture",
                );
            }
        }
    }
    Some(words)
}

// By hand and not by `flatten`, which would lose the line of a fault.
impl<'de> Deserialize<'de> for WordsFile {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct FocusAndTexts;

        impl<'de> Visitor<'de> for FocusAndTexts {
            type Value = WordsFile;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a focus, and a table for each language")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WordsFile, A::Error> {
                let mut words = WordsFile { focus: [0.5, 0.5], ..WordsFile::default() };
                while let Some(key) = map.next_key::<String>()? {
                    if key == "focus" {
                        words.focus = map.next_value()?;
                    } else {
                        words.texts.insert(key, map.next_value()?);
                    }
                }
                Ok(words)
            }
        }

        from.deserialize_map(FocusAndTexts)
    }
}
