//! How long a long story takes to be laid out and drawn, against an ordinary one.
//!
//! From the wish to the frame with the words, without what other threads do; the budget of 50 ms is one of a release, so
//! only the ratio is asserted and the times are printed.

use std::time::{Duration, Instant};

use kiosk::app::Stage;
use kiosk::nav::Event;

use super::stories::lengthy;
use crate::glasses::{LEAST_ROOM, PANES};

/// Ten thousand words are thirty times as many as an ordinary story's: the time may go with them and no faster.
const MOST: f64 = 40.0;

/// How often each is opened; the quickest counts.
const TIMES: usize = 5;

/// The time of the thread that draws: the wish, the frame without the words, and the frame with them.
fn opening(stage: &Stage, slug: &str) -> Duration {
    stage.kiosk().handle(Event::Home);
    stage.rest().unwrap();
    let article = stage.kiosk().catalogue().article_by_slug(slug).unwrap().id;
    let start = Instant::now();
    stage.kiosk().handle(Event::OpenArticle(article));
    let _ = stage.glass().turn();
    let mut time = start.elapsed();
    while stage.kiosk().is_waiting() {
        let start = Instant::now();
        if stage.glass().take_one(Duration::ZERO) {
            let _ = stage.glass().turn();
            time += start.elapsed();
        } else {
            // The work is another thread's.
            std::thread::yield_now();
        }
    }
    time
}

fn quickest(stage: &Stage, slug: &str) -> Duration {
    (0..TIMES).map(|_| opening(stage, slug)).min().unwrap()
}

#[test]
fn ten_thousand_words_take_no_longer_than_their_number() {
    for pane in PANES.into_iter().chain([LEAST_ROOM]) {
        let [ordinary, long, breathless] = pane.open(lengthy().library(), |stage| {
            ["ordinary", "long", "breathless"].map(|slug| quickest(stage, slug))
        });
        println!(
            "{}: 320 words {ordinary:.1?}, 10,000 in paragraphs {long:.1?}, in one {breathless:.1?}",
            pane.name
        );
        for (name, time) in [("in paragraphs", long), ("in one", breathless)] {
            let ratio = time.as_secs_f64() / ordinary.as_secs_f64();
            assert!(ratio <= MOST, "{}: {name}, {ratio:.0} times an ordinary story", pane.name);
        }
    }
}
