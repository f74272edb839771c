//! Words of pictures among the blocks of a story.

use super::page::{Block, Kind, Part};
use super::words::{ends_a_sentence, weight};

/// Words of the longest caption that the page names one.
const LONGEST: u32 = 60;
/// Words of the longest paragraph that is a caption by standing below a picture or alone at the end.
const LONGEST_UNNAMED: u32 = 40;
/// Words of the longest that only stands below a picture and looks like any paragraph.
const LONGEST_PLAIN: u32 = 25;

/// Parts `blocks` into those of the story and the captions, in their order; pictures are in neither.
pub(super) fn part(blocks: Vec<Block>, is_html: bool) -> (Vec<Block>, Vec<String>) {
    let mut story: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut captions = Vec::new();
    let mut after_picture = false;
    let last = blocks.len().saturating_sub(1);
    let prose = blocks.iter().filter(|block| is_paragraph(block)).count();
    let mut before_is_apart = false;
    for (index, block) in blocks.into_iter().enumerate() {
        let was_after_picture = std::mem::replace(&mut after_picture, block.kind == Kind::Picture);
        if block.kind == Kind::Picture {
            continue;
        }
        let stands_alone = !is_html
            && index == last
            && block.look.is_apart
            && !before_is_apart
            && weight(&block.text) <= LONGEST_UNNAMED;
        let is_below = was_after_picture
            && (block.look.is_apart && weight(&block.text) <= LONGEST_UNNAMED
                || weight(&block.text) <= LONGEST_PLAIN);
        let is_caption = is_words(&block)
            && (block.part == Part::Caption
                || has_credit(&block.text)
                || (prose > 2 && (stands_alone || is_below)));
        before_is_apart = block.look.is_apart;
        if is_caption && weight(&block.text) <= LONGEST {
            captions.extend(without_credit(&block.text));
        } else {
            story.push(block);
        }
    }
    (story, captions)
}

fn is_words(block: &Block) -> bool {
    matches!(block.kind, Kind::Text | Kind::Heading(4..=6))
}

fn is_paragraph(block: &Block) -> bool {
    block.kind == Kind::Text && block.part != Part::Caption && ends_a_sentence(&block.text)
}

/// Whether the words name who made a picture.
fn has_credit(text: &str) -> bool {
    credit(text).is_some_and(|at| at > 0 || weight(text) <= 12)
}

/// Where the name of who made the picture begins.
fn credit(text: &str) -> Option<usize> {
    let text = text.trim_end_matches(['.', '。', ' ']);
    for (open, close) in [('[', ']'), ('(', ')'), ('（', '）'), ('【', '】')] {
        let Some(start) = text.rfind(open).filter(|_| text.ends_with(close)) else { continue };
        let within: String = text
            .get(start..)
            .unwrap_or_default()
            .chars()
            .skip(1)
            .collect::<String>()
            .to_lowercase();
        let is_credit = within.starts_with("photo")
            || within.starts_with("picture")
            || within.starts_with("provided to")
            || within.starts_with('图')
            || within.contains("摄")
            || within.contains("供图")
            || within.contains("图片来源");
        if is_credit {
            return Some(start);
        }
    }
    // "…。 新华社 摄": the credit is what follows the last sentence.
    if text.ends_with('摄') || text.ends_with("供图") {
        return Some(text.rfind('。').map_or(0, |end| end + '。'.len_utf8()));
    }
    for mark in [" 图/", " 摄/", " Photo: ", " Photo by ", " Photo/"] {
        if let Some(at) = text.rfind(mark) {
            return Some(at);
        }
    }
    ["Photo: ", "Photo by ", "图/", "摄/"].iter().any(|mark| text.starts_with(mark)).then_some(0)
}

/// The caption without the name of who made the picture: the kiosk shows another one.
fn without_credit(text: &str) -> Option<String> {
    let end = credit(text).unwrap_or(text.len());
    let words = text.get(..end).unwrap_or(text).trim();
    let words = words.strip_prefix("图为").or_else(|| words.strip_prefix("图：")).unwrap_or(words);
    (!words.is_empty()).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credit_of_a_picture_is_cut() {
        for (text, expected) in [
            ("Boxes at Guoyuan Port. [Photo/Xinhua]", Some("Boxes at Guoyuan Port.")),
            ("Boxes at Guoyuan Port. [Photo by the port]", Some("Boxes at Guoyuan Port.")),
            ("果园港的集装箱。（图/两江新区官网）", Some("果园港的集装箱。")),
            ("图为果园港的集装箱。 本站 摄", Some("果园港的集装箱。")),
            ("[Photo/Xinhua]", None),
            ("Boxes at Guoyuan Port.", Some("Boxes at Guoyuan Port.")),
        ] {
            assert_eq!(without_credit(text).as_deref(), expected, "{text}");
        }
        assert!(has_credit("[Photo/Xinhua]") && has_credit("果园港（本站 摄）"));
        assert!(
            !has_credit("The port (opened in 2013)") && !has_credit("拍摄于果园港的短片上线。")
        );
    }
}
