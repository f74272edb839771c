//! Everything that is wrong with a folder of sources, collected so that an author sees it all at once.

use crate::content::{Fault, Severity};

/// What the codes of faults in sources stand for; those of editions are in [`content`](crate::content).
pub(super) mod codes {
    /// A file is no part of an edition and is left out.
    pub(crate) const STRAY: &str = "LK-S01";
    /// A file or folder cannot be read.
    pub(crate) const UNREADABLE: &str = "LK-S02";
    /// A file is not text in UTF-8.
    pub(crate) const NOT_TEXT: &str = "LK-S03";
    /// A file is too large.
    pub(crate) const TOO_LARGE: &str = "LK-S04";
    /// A file that must be there is not.
    pub(crate) const MISSING_FILE: &str = "LK-S05";
    /// A file is not TOML.
    pub(crate) const TOML: &str = "LK-S06";
    /// A key is missing or not known.
    pub(crate) const KEY: &str = "LK-S07";
    /// A value cannot be right.
    pub(crate) const VALUE: &str = "LK-S08";
    /// The front matter is not closed, or there is none.
    pub(crate) const FRONT_MATTER: &str = "LK-S09";
    /// A name is no slug.
    pub(crate) const SLUG: &str = "LK-S10";
    /// A name is there twice.
    pub(crate) const DUPLICATE: &str = "LK-S11";
    /// Something is referred to that is not there.
    pub(crate) const REFERENCE: &str = "LK-S12";
    /// A language is not one of the edition's.
    pub(crate) const LANGUAGE: &str = "LK-S13";
    /// A text is missing in a language.
    pub(crate) const TRANSLATION: &str = "LK-S14";
    /// Something that must be filled in is empty.
    pub(crate) const EMPTY: &str = "LK-S15";
    /// Days or periods stand in the wrong order.
    pub(crate) const ORDER: &str = "LK-S16";
    /// The Markdown of a text is not what a kiosk can set.
    pub(crate) const TEXT: &str = "LK-S17";
    /// A picture cannot be drawn or stored, or lacks its words.
    pub(crate) const PICTURE: &str = "LK-S18";
    /// A picture is shown nowhere.
    pub(crate) const UNUSED: &str = "LK-S19";
    /// The map cannot be read.
    pub(crate) const MAP: &str = "LK-S20";
}

/// Faults as they are found.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<Fault>);

impl Faults {
    /// Adds something that must be mended.
    pub(super) fn error(&mut self, code: &'static str, place: &str, what: &str, mend: &str) {
        self.add(Severity::Error, code, place, what, mend);
    }

    /// Adds something that should be mended.
    pub(super) fn warning(&mut self, code: &'static str, place: &str, what: &str, mend: &str) {
        self.add(Severity::Warning, code, place, what, mend);
    }

    fn add(&mut self, severity: Severity, code: &'static str, place: &str, what: &str, mend: &str) {
        self.0.push(Fault {
            severity,
            code,
            place: place.to_owned(),
            what: what.to_owned(),
            mend: mend.to_owned(),
        });
    }

    /// Adds what was found elsewhere.
    pub(super) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.0.extend(faults);
    }

    /// Adds all of `others`.
    pub(super) fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether anything must be mended.
    pub(super) fn any_error(&self) -> bool {
        self.0.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// The faults in the order of [`sort`], each once.
    pub(super) fn into_sorted(self) -> Vec<Fault> {
        let mut faults = self.0;
        sort(&mut faults);
        faults
    }

    /// One line a fault, for tests.
    #[cfg(test)]
    pub(super) fn lines(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

/// Sorts faults by weight, then by place and line, and drops those that say the same.
pub(super) fn sort(faults: &mut Vec<Fault>) {
    faults.sort_by(|one, other| key(one).cmp(&key(other)));
    faults.dedup();
}

fn key(fault: &Fault) -> (Severity, &str, usize, &str, &str) {
    let (file, line) = match fault.place.rsplit_once(':') {
        Some((file, line)) => match line.parse() {
            Ok(line) => (file, line),
            Err(_) => (fault.place.as_str(), 0),
        },
        None => (fault.place.as_str(), 0),
    };
    (fault.severity, file, line, fault.code, &fault.what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_come_first_and_lines_count_as_numbers() {
        let mut faults = Faults::default();
        faults.warning(codes::STRAY, "a.md", "odd", "mend");
        faults.error(codes::VALUE, "b.md:10", "tenth", "mend");
        faults.error(codes::VALUE, "b.md:9", "ninth", "mend");
        faults.error(codes::VALUE, "b.md:9", "ninth", "mend");
        let places: Vec<String> =
            faults.into_sorted().into_iter().map(|fault| fault.place).collect();
        assert_eq!(places, ["b.md:9", "b.md:10", "a.md"]);
    }
}
