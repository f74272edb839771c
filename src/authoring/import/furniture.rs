//! What stands around a story, told by its words: menus, buttons, bylines, other stories, the foot of the page.

use super::super::edition::Section;
use super::page::Furniture;
use super::words::{after, key, weight};

/// Words of the longest line that is looked at: what is longer is text.
const LONGEST: u32 = 60;

/// Names in the website's own menu block, its misspelling too, whatever the kiosk's menus hold.
const SITE_MENU: &[&str] = &[
    "about",
    "introduction",
    "development zones",
    "officials",
    "department",
    "industrial parks",
    "investing",
    "why liangjiang",
    "guide",
    "policies",
    "opportunitiies",
    "opportunities",
    "industries",
    "enterprises",
    "procedures",
    "living",
    "food",
    "hotels",
    "travel",
    "leisure",
    "info",
    "education",
    "news",
    "local",
    "business",
    "events",
    "life",
    "photos",
    "specials",
    "video",
    "success stories",
    "home",
    "contact us",
    "首页",
    "中文",
    "english",
];

const BUTTONS: &[&str] = &[
    "print",
    "mail",
    "email",
    "share",
    "to",
    "on",
    "facebook",
    "twitter",
    "linkedin",
    "wechat",
    "weibo",
    "whatsapp",
    "large",
    "medium",
    "small",
    "font",
    "size",
    "comments",
    "comment",
    "close",
    "top",
    "back",
    "打印",
    "打印本页",
    "分享",
    "分享到",
    "收藏",
    "关闭",
    "关闭窗口",
    "字号",
    "字体",
    "大",
    "中",
    "小",
    "微信",
    "微博",
    "qq空间",
    "返回顶部",
];

/// Beginnings of lines that count readers or ask for their telephone.
const COUNTERS: &[&str] = &[
    "浏览次数",
    "阅读次数",
    "点击次数",
    "访问次数",
    "浏览量",
    "阅读量",
    "扫一扫",
    "扫码",
    "分享到",
    "views:",
];

const RELATED: &[&str] = &[
    "related stories",
    "related news",
    "related articles",
    "related links",
    "related reading",
    "most viewed",
    "most read",
    "more stories",
    "more news",
    "read more",
    "latest news",
    "you may also like",
    "recommended",
    "previous:",
    "next:",
    "previous article",
    "next article",
    "上一篇",
    "下一篇",
    "相关新闻",
    "相关阅读",
    "相关链接",
    "相关文章",
    "相关报道",
    "推荐阅读",
    "延伸阅读",
];

const BYLINES: &[&str] = &[
    "editor:",
    "editors:",
    "(editor",
    "[editor",
    "web editor",
    "reporter:",
    "author:",
    "责任编辑",
    "（责任编辑",
    "(责任编辑",
    "编辑：",
    "编辑:",
    "责编",
    "记者：",
    "记者:",
    "作者：",
    "作者:",
    "审核：",
    "校对：",
    "通讯员：",
];

const FOOTERS: &[&str] = &[
    "copyright",
    "©",
    "版权所有",
    "powered by",
    "主办单位",
    "主办：",
    "主办:",
    "承办：",
    "技术支持",
    "网站地图",
    "站点地图",
    "sponsored by",
];

/// The names of a kiosk's menus and of the website's, the longest first.
#[derive(Debug)]
pub(super) struct MenuNames(Vec<String>);

impl MenuNames {
    /// Those of the website and of these sections, in every language.
    pub(super) fn of(sections: &[Section]) -> Self {
        let mut names: Vec<String> = SITE_MENU.iter().map(|name| (*name).to_owned()).collect();
        for section in sections {
            let topics = section.topics.iter().map(|topic| &topic.title);
            let titles = std::iter::once(&section.title).chain(topics);
            names.extend(titles.flat_map(|words| words.values()).map(|name| name.to_lowercase()));
        }
        names.retain(|name| !name.trim().is_empty());
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.dedup();
        Self(names)
    }

    /// Whether `text` is one of the names.
    pub(super) fn is_one(&self, text: &str) -> bool {
        let lower = text.trim().to_lowercase();
        self.0.contains(&lower)
    }

    /// Whether `text` is nothing but two or more of the names.
    fn are_all_of(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let mut rest = lower.as_str();
        let mut found = 0;
        loop {
            rest = rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            if rest.is_empty() {
                return found >= 2;
            }
            let after = self.0.iter().find_map(|name| {
                let after = rest.strip_prefix(name.as_str())?;
                let ends = after.chars().next().is_none_or(|next| !next.is_ascii_alphanumeric());
                ends.then_some(after)
            });
            match after {
                Some(after) => rest = after,
                None => return false,
            }
            found += 1;
        }
    }
}

/// What a line is by its words, if it is no part of a story.
pub(super) fn furniture(text: &str, names: &MenuNames) -> Option<Furniture> {
    if weight(text) > LONGEST {
        return None;
    }
    let lower = text.to_lowercase();
    let begins = |known: &[&str]| known.iter().any(|words| lower.starts_with(words));
    let is_footer = begins(FOOTERS)
        || lower.contains("all rights reserved")
        || lower.contains("icp备")
        || lower.contains("公网安备")
        || (lower.contains("privacy policy") && lower.contains("terms"));
    if is_footer {
        return Some(Furniture::Footer);
    }
    if names.are_all_of(text)
        || matches!(key(text).as_str(), "中文" | "中文版" | "english" | "search")
    {
        return Some(Furniture::Menu);
    }
    if are_buttons(&lower) || (begins(COUNTERS) && weight(text) <= 12) {
        return Some(Furniture::Share);
    }
    if begins(BYLINES) && weight(text) <= 20 {
        return Some(Furniture::Byline);
    }
    let is_by = after(text, "by ").is_some_and(|name| {
        weight(name) <= 6
            && !name.ends_with('.')
            && name.chars().next().is_some_and(char::is_uppercase)
    });
    if is_by {
        return Some(Furniture::Byline);
    }
    (begins(RELATED) && weight(text) <= 25).then_some(Furniture::Related)
}

fn are_buttons(lower: &str) -> bool {
    let mut buttons = lower
        .split(|letter: char| letter.is_whitespace() || "|/·+-:：,【】[]（）()".contains(letter))
        .filter(|word| !word.is_empty())
        .peekable();
    buttons.peek().is_some()
        && buttons.all(|word| BUTTONS.contains(&word) || word == "e" || word == "a")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_a_story_is_told_by_its_words() {
        let names = MenuNames::of(&[]);
        for (text, kind) in [
            (
                "ABOUT Introduction Development Zones Officials Department Industrial Parks",
                Furniture::Menu,
            ),
            (
                "INVESTING Why Liangjiang Guide Policies Opportunitiies Industrial Parks",
                Furniture::Menu,
            ),
            ("Contact Us 中文", Furniture::Menu),
            ("中文", Furniture::Menu),
            ("Contact Us | Terms and Conditions | Privacy Policy", Furniture::Footer),
            ("Copyright 2022 Liangjiang New Area", Furniture::Footer),
            ("渝ICP备00000000号", Furniture::Footer),
            ("Print Mail", Furniture::Share),
            ("Print | E-mail | Large Medium Small", Furniture::Share),
            ("【字号：大 中 小】", Furniture::Share),
            ("浏览次数：128", Furniture::Share),
            ("责任编辑：本站", Furniture::Byline),
            ("By Our Staff", Furniture::Byline),
            ("Related stories", Furniture::Related),
            ("上一篇：果园港", Furniture::Related),
        ] {
            assert_eq!(furniture(text, &names), Some(kind), "{text}");
        }
        for text in [
            "About 1,360 square kilometres belong to the new area.",
            "Food",
            "By 2025 the port will handle more boxes.",
            "By rail and river, boxes go west.",
            "Next, a second line was opened.",
            "The court hears cases of copyright.",
        ] {
            assert_eq!(furniture(text, &names), None, "{text}");
        }
    }
}
