//! Which stories run in the attract loop, in which order and for how long.

use std::time::Duration;

use super::Slide;
use crate::content::ArticleId;

/// The longest loop. A visitor who stops stays about two minutes (medians of 1:52 to 2:30 at three
/// museum tables, Open Exhibits 2013), which is twelve slides of ten seconds.
pub const MAX_SLIDES: usize = 12;

/// How many stories stand in when none is featured.
const STAND_INS: usize = 8;

const SHORTEST_DWELL: Duration = Duration::from_secs(6);
const LONGEST_DWELL: Duration = Duration::from_secs(15);

/// A story that may be shown now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Candidate {
    /// The story.
    pub article: ArticleId,
    /// Its rank among the featured ones, smaller is earlier; `None` is not featured.
    pub rank: Option<u32>,
    /// Always among the first.
    pub pinned: bool,
    /// It has a picture to fill the screen with.
    pub has_picture: bool,
    /// Seconds on the glass as its author set them.
    pub dwell_s: Option<u32>,
    /// Words on its slide, in all languages shown there.
    pub words: u32,
}

/// The loop made of `candidates`, which come newest first.
///
/// Featured stories by pin and rank; where none is featured, the newest with a picture stand in, so
/// that an edition that forgot to feature anything still fills the screen.
#[must_use]
pub fn playlist(candidates: &[Candidate]) -> Vec<Slide> {
    let mut chosen: Vec<&Candidate> = candidates.iter().filter(|one| one.rank.is_some()).collect();
    if chosen.is_empty() {
        chosen = candidates.iter().filter(|one| one.has_picture).take(STAND_INS).collect();
    }
    // The sort is stable: of equal rank the newer story stays first.
    chosen.sort_by_key(|one| (!one.pinned, one.rank));
    chosen
        .into_iter()
        .take(MAX_SLIDES)
        .map(|one| Slide { article: one.article, dwell: dwell(one) })
        .collect()
}

/// Time to notice the slide, and to read its words at 150 a minute.
fn dwell(candidate: &Candidate) -> Duration {
    let wanted = match candidate.dwell_s {
        Some(seconds) => Duration::from_secs(seconds.into()),
        None => Duration::from_secs(3) + Duration::from_millis(u64::from(candidate.words) * 400),
    };
    wanted.clamp(SHORTEST_DWELL, LONGEST_DWELL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(article: i64, rank: Option<u32>) -> Candidate {
        Candidate {
            article: ArticleId(article),
            rank,
            pinned: false,
            has_picture: true,
            dwell_s: None,
            words: 15,
        }
    }

    fn order(candidates: &[Candidate]) -> Vec<i64> {
        playlist(candidates).iter().map(|slide| slide.article.0).collect()
    }

    #[test]
    fn featured_stories_run_by_pin_and_rank_and_the_others_not_at_all() {
        let mut pinned = candidate(4, Some(9));
        pinned.pinned = true;
        let candidates = [candidate(1, Some(2)), candidate(2, None), candidate(3, Some(1)), pinned];
        assert_eq!(order(&candidates), [4, 3, 1], "pinned first, then by rank");
    }

    #[test]
    fn of_equal_rank_the_newer_story_comes_first() {
        assert_eq!(order(&[candidate(8, Some(1)), candidate(5, Some(1))]), [8, 5], "newest first");
    }

    #[test]
    fn without_featured_stories_the_newest_with_a_picture_stand_in() {
        let mut bare = candidate(1, None);
        bare.has_picture = false;
        let mut candidates = vec![bare];
        candidates.extend((2..20).map(|id| candidate(id, None)));
        assert_eq!(order(&candidates), [2, 3, 4, 5, 6, 7, 8, 9], "eight, and none without picture");
    }

    #[test]
    fn the_loop_is_never_longer_than_twelve() {
        let candidates: Vec<_> = (1..40).map(|id| candidate(id, Some(1))).collect();
        assert_eq!(playlist(&candidates).len(), MAX_SLIDES, "cut");
    }

    #[test]
    fn dwell_follows_the_words_within_six_and_fifteen_seconds() {
        for (words, dwell_s, milliseconds) in [
            (0, None, 6_000),
            (15, None, 9_000),
            (200, None, 15_000),
            (15, Some(7), 7_000),
            (15, Some(900), 15_000),
        ] {
            let one = Candidate { dwell_s, words, ..candidate(1, Some(1)) };
            assert_eq!(
                playlist(&[one])[0].dwell,
                Duration::from_millis(milliseconds),
                "{words} words, {dwell_s:?}"
            );
        }
    }
}
