//! How wide words are, and how they are broken into lines. The widths are those of the bold face, so that nothing is
//! wider on the glass than it was taken for here.

use crate::content::is_wide;

/// Widths of the characters from U+0020 to U+007E in thousandths of the type's size.
const WIDTHS: [u16; 95] = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

/// Characters before which no line begins.
const CLOSING: &str = "）」』》、，。：；！？)]},.:;!?%’”";

/// Characters after which no line ends.
const OPENING: &str = "（「『《([{‘“";

/// Words of place names that no line parts. Hanzi may be parted anywhere, but names read better by their words.
const WORDS: [&str; 30] = [
    "两江", "重庆", "中国", "国际", "中央", "商务", "综合", "保税", "数字", "经济", "产业", "创新",
    "协同", "智慧", "公园", "新城", "新区", "数据", "博览", "中心", "会展", "机场", "车站", "足球",
    "自由", "贸易", "试验", "片区", "合作", "工业",
];

/// The height of a line, in times of the type's size.
pub(super) const LINE: f32 = 1.45;

/// The width of `text` in one line, in times of the type's size.
pub(super) fn width(text: &str) -> f32 {
    text.chars().map(advance).sum()
}

fn advance(letter: char) -> f32 {
    let known = u32::from(letter)
        .checked_sub(0x20)
        .and_then(|at| usize::try_from(at).ok())
        .and_then(|at| WIDTHS.get(at));
    match known {
        Some(&width) => f32::from(width) / 1_000.0,
        // Accented letters are no wider than the widest plain one, everything else no wider than a hanzi.
        None => 1.0,
    }
}

/// Words in lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Broken {
    /// The lines, parted by line feeds.
    pub(super) text: String,
    pub(super) lines: u8,
    /// The width of the longest line, in times of the type's size.
    pub(super) width: f32,
}

/// `text` in `lines` lines of about the same width; `None` where it has not so many places to break.
pub(super) fn broken(text: &str, lines: u8) -> Option<Broken> {
    let text = text.trim();
    if lines == 0 || text.is_empty() {
        return None;
    }
    let whole = width(text);
    let pieces = pieces(text);
    if pieces.len() < usize::from(lines) {
        return None;
    }
    // The narrowest width at which the words take so many lines. A line of words is never much wider than its share.
    let mut limit = whole / f32::from(lines);
    let step = (whole * 0.01).max(0.05);
    loop {
        let filled = fill(&pieces, limit);
        if filled.len() <= usize::from(lines) {
            let width = filled.iter().map(|line| width(line)).fold(0.0, f32::max);
            return (filled.len() == usize::from(lines)).then(|| Broken {
                text: filled.join("\n"),
                lines,
                width,
            });
        }
        limit += step;
    }
}

/// Words that stay together, each with the blank behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut letters = text.char_indices().peekable();
    let mut start = 0;
    while let Some((_, letter)) = letters.next() {
        let Some(&(at, next)) = letters.peek() else { break };
        let is_after_blank = letter == ' ' && next != ' ';
        let is_between_hanzi = is_wide(letter) || (is_wide(next) && letter != ' ');
        let is_word = WORDS.iter().any(|word| word.chars().eq([letter, next]));
        let may_part =
            !CLOSING.contains(next) && !OPENING.contains(letter) && next != ' ' && !is_word;
        if is_after_blank || (is_between_hanzi && may_part) {
            let (piece, after) = rest.split_at(at - start);
            pieces.push(piece);
            rest = after;
            start = at;
        }
    }
    pieces.push(rest);
    pieces
}

/// The pieces in lines no wider than `limit`, save for a piece that is wider itself.
fn fill(pieces: &[&str], limit: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if width(line) + width(piece.trim_end()) <= limit => line.push_str(piece),
            _ => lines.push((*piece).to_owned()),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, lines: u8) -> Option<String> {
        broken(text, lines).map(|broken| broken.text)
    }

    #[test]
    fn lines_of_english_break_at_blanks_and_are_about_the_same_width() {
        assert_eq!(lines("Guoyuan Port", 1).as_deref(), Some("Guoyuan Port"));
        assert_eq!(lines("Guoyuan Port", 2).as_deref(), Some("Guoyuan\nPort"));
        assert_eq!(
            lines("Lianglu Cuntan Comprehensive Bonded Zone", 2).as_deref(),
            Some("Lianglu Cuntan\nComprehensive Bonded Zone")
        );
        assert_eq!(lines("Airport", 2), None, "a word is not broken");
    }

    #[test]
    fn lines_of_chinese_break_anywhere_but_not_at_a_bracket() {
        assert_eq!(lines("江北嘴中央商务区", 2).as_deref(), Some("江北嘴中央\n商务区"));
        let zone = lines("中国（重庆）自由贸易试验区两江片区", 3).unwrap_or_default();
        for line in zone.lines() {
            assert!(!line.starts_with('）') && !line.ends_with('（'), "{zone}");
        }
        assert_eq!(lines("重庆BOE工厂", 2).as_deref(), Some("重庆BOE\n工厂"), "Latin stays whole");
    }

    #[test]
    fn nothing_has_no_lines() {
        assert_eq!(lines("  ", 1), None);
        assert_eq!(lines("Port", 0), None);
    }

    #[test]
    fn hanzi_are_square_and_latin_letters_are_narrower() {
        assert!((width("两江") - 2.0).abs() < 1e-6);
        assert!(width("Port") < 2.5 && width("Port") > 2.0, "{}", width("Port"));
    }
}
