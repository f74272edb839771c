//! What the attract loop has to know of a story, from its card.

use crate::content::{ArticleCard, Catalogue, TextLength};
use crate::nav::Candidate;

/// What the loop has to know of a story.
pub(super) fn candidate(catalogue: &Catalogue, article: &ArticleCard) -> Candidate {
    let headlines = catalogue.languages.iter();
    let headlines = headlines.filter_map(|language| article.headline.exact(language.id));
    let summary = catalogue.text(&article.summary, catalogue.default_language);
    let words = headlines.chain([summary]).map(|text| TextLength::of(text).to_words()).sum();
    Candidate {
        article: article.id,
        rank: article.featured.map(|featured| featured.rank),
        pinned: article.featured.is_some_and(|featured| featured.pinned),
        has_picture: article.picture.is_some(),
        dwell_s: article.featured.and_then(|featured| featured.dwell_s),
        words,
    }
}
