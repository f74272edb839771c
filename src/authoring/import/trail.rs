//! The line that tells where a page stands: `Home > News > Local`, `首页 > 新闻 > 本地`, `You are here: …`.

use super::page::{Block, Part};
use super::words::{after, key};

/// Longest such line in bytes.
const LONGEST: usize = 600;

const LABELS: &[&str] = &[
    "you are here",
    "your position",
    "current position",
    "current location",
    "location",
    "您当前的位置",
    "您的当前位置",
    "您现在的位置",
    "您所在的位置",
    "当前位置",
    "您的位置",
    "现在位置",
    "所在位置",
    "位置",
];

const ARROWS: [char; 9] = ['>', '＞', '»', '›', '→', '》', '▸', '≫', '➤'];

/// The steps from the first page to this one, without the first page; `None` where `block` is no such line.
pub(super) fn steps(block: &Block) -> Option<Vec<String>> {
    let text = block.text.as_str();
    if text.len() > LONGEST {
        return None;
    }
    let labelled = LABELS.iter().find_map(|label| {
        let rest = after(text, label)?.trim_start();
        rest.strip_prefix([':', '：'])
    });
    let is_named = labelled.is_some() || block.part == Part::Trail;
    let text = labelled.unwrap_or(text);
    let has_arrows = text.contains(ARROWS);
    let is_parting = |letter: char| {
        ARROWS.contains(&letter)
            || (!has_arrows && letter == '/')
            || (!has_arrows && is_named && matches!(letter, '|' | '-' | '\\'))
    };
    let mut steps: Vec<String> = text
        .split(is_parting)
        .map(|step| step.trim_matches([' ', ':', '：', '·']).to_owned())
        .filter(|step| !step.is_empty())
        .collect();
    let starts_at_home = steps.first().is_some_and(|step| is_home(step));
    if starts_at_home {
        steps.remove(0);
    }
    ((is_named || (starts_at_home && text.contains(is_parting))) && !steps.is_empty())
        .then_some(steps)
}

fn is_home(step: &str) -> bool {
    matches!(
        key(step).as_str(),
        "home" | "homepage" | "frontpage" | "index" | "首页" | "主页" | "网站首页" | "网站主页"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Vec<String>> {
        steps(&Block::text(text.to_owned()))
    }

    #[test]
    fn every_form_of_a_trail_is_read() {
        for (text, expected) in [
            ("Home > Business", vec!["Business"]),
            ("Home>>News>Local", vec!["News", "Local"]),
            ("HOME » Living » Travel", vec!["Living", "Travel"]),
            ("首页 > 新闻 > 本地", vec!["新闻", "本地"]),
            ("当前位置：首页 ＞ 新闻", vec!["新闻"]),
            ("You are here: Home / News / Events", vec!["News", "Events"]),
            ("Home / News", vec!["News"]),
        ] {
            assert_eq!(
                of(text).as_deref(),
                Some(expected.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>().as_slice()),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_trail_is_none() {
        for text in ["Home | About | News", "Home", "3 > 2", "Homes > News", "", "Home >"] {
            assert_eq!(of(text), None, "{text}");
        }
        let trail = Block { part: Part::Trail, ..Block::text("News > Local".into()) };
        assert_eq!(steps(&trail).map(|steps| steps.len()), Some(2));
    }
}
