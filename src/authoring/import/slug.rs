//! The name of a story's folder, from its title or from the address of its page.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::slug::is_slug;

/// Words of a slug at most.
const WORDS: usize = 8;
/// Letters of a slug that is made here, before a number may follow.
const LETTERS: usize = 60;

/// A slug for a story that no other story has.
pub(super) fn free(
    title: &str,
    address: Option<&str>,
    is_chinese: bool,
    day: Date,
    taken: &BTreeSet<String>,
) -> String {
    let of_title = if is_chinese { None } else { of_title(title) };
    let named = of_title.or_else(|| address.and_then(of_address));
    let is_free = |slug: &String| !taken.contains(slug);
    let (base, first) = match named {
        Some(base) if is_free(&base) => return base,
        Some(base) => (base, 2_u32),
        None => (format!("page-{day}"), 1),
    };
    // Among one more numbers than there are stories, one is free.
    let numbers = (first..).take(taken.len() + 1);
    let mut others = numbers.map(|number| format!("{base}-{number}"));
    others.find(is_free).unwrap_or(base)
}

fn of_title(title: &str) -> Option<String> {
    let plain: String = title.chars().filter(|letter| !matches!(letter, '\'' | '’')).collect();
    let mut slug = String::new();
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    for word in words.filter(|word| !word.is_empty()).take(WORDS) {
        let word = word.get(..LETTERS.min(word.len())).unwrap_or(word).to_ascii_lowercase();
        if slug.len() + 1 + word.len() > LETTERS && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    is_slug(&slug).then_some(slug)
}

/// `page-37550740` from `…/content_37550740.htm`.
fn of_address(address: &str) -> Option<String> {
    let name = address.split(['?', '#']).next()?.rsplit('/').next()?;
    let stem = name.split('.').next()?;
    let id = stem.rsplit(['_', '-', 'c', 't']).next()?;
    let is_id = (5..=12).contains(&id.len()) && id.bytes().all(|letter| letter.is_ascii_digit());
    is_id.then(|| format!("page-{id}"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DAY: Date = date(2022, 5, 25);

    #[test]
    fn a_slug_is_made_of_the_words_of_the_title() {
        let none = BTreeSet::new();
        for (title, slug) in [
            ("Port's record: 30 million tons, again", "ports-record-30-million-tons-again"),
            (
                "One two three four five six seven eight nine",
                "one-two-three-four-five-six-seven-eight",
            ),
            (
                "Extraordinarily internationalisation-minded counterrevolutionaries everywhere",
                "extraordinarily-internationalisation-minded",
            ),
            ("Con", "page-2022-05-25-1"),
            ("…", "page-2022-05-25-1"),
        ] {
            assert_eq!(free(title, None, false, DAY, &none), slug, "{title}");
        }
    }

    #[test]
    fn a_chinese_story_is_named_after_its_page() {
        let mut taken = BTreeSet::new();
        let address = Some("http://example.org/2022-05/25/content_37550740.htm");
        assert_eq!(free("果园港5G", address, true, DAY, &taken), "page-37550740");
        assert_eq!(free("果园港", None, true, DAY, &taken), "page-2022-05-25-1");
        taken.extend(["page-37550740".to_owned(), "page-2022-05-25-1".to_owned()]);
        assert_eq!(free("果园港", address, true, DAY, &taken), "page-37550740-2");
        assert_eq!(free("果园港", None, true, DAY, &taken), "page-2022-05-25-2");
    }
}
