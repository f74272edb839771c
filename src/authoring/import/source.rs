//! The names of sources in the languages of an edition.

use super::super::edition::Words;
use super::words::key;

/// The area's own website.
const WEBSITE: (&str, &str) = ("Liangjiang New Area website", "两江新区官方网站");

/// Sources with a name in both languages, and other ways of writing them.
const KNOWN: &[(&str, &str, &[&str])] = &[
    (
        WEBSITE.0,
        WEBSITE.1,
        &["liangjiang new area", "两江新区官网", "两江新区", "english.liangjiang.gov.cn"],
    ),
    ("China Daily", "中国日报网", &["chinadaily.com.cn", "中国日报"]),
    ("Chongqing Daily", "重庆日报", &["cqrb.cn"]),
    ("Xinhua", "新华社", &["xinhua news agency", "xinhuanet", "新华网"]),
    ("People's Daily", "人民日报", &["人民网", "people.cn"]),
    ("iChongqing", "重庆国际传播中心", &["ichongqing.info"]),
];

/// The name of a source in each of `languages`, and whether one of them is still to be translated.
pub(super) fn names<'a>(
    told: Option<&str>,
    languages: impl Iterator<Item = &'a str>,
    is_chinese: bool,
) -> (Words, bool) {
    let known = told.map_or(Some(WEBSITE), |told| {
        let is = |name: &str| key(name) == key(told);
        let row = KNOWN.iter().find(|(english, chinese, others)| {
            is(english) || is(chinese) || others.iter().any(|name| is(name))
        });
        row.map(|(english, chinese, _)| (*english, *chinese))
    });
    let mut words = Words::new();
    let mut is_to_translate = false;
    for tag in languages {
        let is_zh = is_language(tag, "zh");
        let name = match (known, told) {
            (Some((english, chinese)), _) => {
                if is_zh {
                    chinese
                } else {
                    english
                }
            }
            (None, told) => {
                is_to_translate |= is_zh != is_chinese;
                told.unwrap_or_default()
            }
        };
        words.insert(tag.to_owned(), name.to_owned());
    }
    (words, is_to_translate)
}

/// Whether `tag` is the language `wanted`, in whatever script: zh, zh-Hans.
pub(super) fn is_language(tag: &str, wanted: &str) -> bool {
    tag.split('-').next().is_some_and(|primary| primary.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_a_name_in_every_language() {
        let of = |told| names(told, ["en", "zh"].into_iter(), true);
        assert_eq!(of(None).0["zh"], "两江新区官方网站");
        assert_eq!(
            of(Some("重庆日报")),
            (
                Words::from([
                    ("en".into(), "Chongqing Daily".into()),
                    ("zh".into(), "重庆日报".into())
                ]),
                false
            )
        );
        let (words, is_to_translate) = of(Some("某报"));
        assert!(is_to_translate && words["en"] == "某报");
    }
}
