//! A text file in two parts: TOML between two `+++` lines, and the Markdown below.

use super::super::faults::{Faults, codes};
use super::text_file::TextFile;

/// The line that opens and closes the front matter.
pub(in super::super) const FENCE: &str = "+++";

/// Parts `file` into its front matter and its body; the body has no empty lines around it.
pub(super) fn split(file: &TextFile, faults: &mut Faults) -> Option<(TextFile, TextFile)> {
    let mut front_length = 0;
    let mut lines = file.text.split_inclusive('\n');
    if lines.next().is_none_or(|line| line.trim_end() != FENCE) {
        faults.error(
            codes::FRONT_MATTER,
            &file.at_line(1),
            "the file does not begin with a +++ line",
            "begin it with +++, then headline = \"…\" and summary = \"…\", then +++ again, then the text",
        );
        return None;
    }
    let front_start = file.text.find('\n').map_or(file.text.len(), |end| end + 1);
    for (index, line) in lines.enumerate() {
        if line.trim_end() != FENCE {
            front_length += line.len();
            continue;
        }
        let front = file.text.get(front_start..front_start + front_length)?;
        let body = file.text.get(front_start + front_length + line.len()..)?;
        let empty_lines = body.lines().take_while(|line| line.trim().is_empty()).count();
        let text = body.split_inclusive('\n').skip(empty_lines).collect::<String>();
        return Some((file.piece(front, 1), file.piece(text.trim_end(), index + 2 + empty_lines)));
    }
    faults.error(
        codes::FRONT_MATTER,
        &file.at_line(1),
        "the front matter is not closed",
        "add a line with +++ alone between the last key and the text",
    );
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_begins_after_the_second_fence() {
        let mut faults = Faults::default();
        let file = TextFile::new("en.md", "+++\na = 1\n+++\n\nLead.\n\nMore.\n\n");
        let (front, body) = split(&file, &mut faults).expect("two parts");
        assert_eq!(front.text, "a = 1\n");
        assert_eq!(front.place_of("a"), "en.md:2");
        assert_eq!(body.text, "Lead.\n\nMore.");
        assert_eq!(body.place_of("Lead"), "en.md:5");
    }

    #[test]
    fn an_open_front_matter_is_a_fault() {
        for text in ["+++\na = 1\n\nLead.\n", "a = 1\n", "", "+++"] {
            let mut faults = Faults::default();
            assert!(split(&TextFile::new("en.md", text), &mut faults).is_none());
            assert!(faults.any_error(), "{text:?}");
        }
    }
}
