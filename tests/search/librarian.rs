//! Search by way of the librarian: every question has its answer, and the edition is the one of the moment.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use kiosk::content::search::Found;
use kiosk::content::{
    Answer, Answered, Asked, Error, Librarian, Library, PictureId, Question, Slot, Ticket,
};

use crate::edition::Edition;
use crate::{EN, NOON, ZH, shipped, small};

/// A librarian and the sound of its bell.
fn start(library: Library) -> (Librarian, Receiver<()>) {
    let (ring, bell) = channel();
    let wake = move || {
        let _ = ring.send(());
    };
    (Librarian::start(library, 1 << 20, wake).expect("a thread"), bell)
}

fn search(ticket: u64, typed: &str) -> Question {
    let language = if typed.is_ascii() { EN } else { ZH };
    Question {
        ticket: Ticket(ticket),
        what: Asked::Search { query: typed.into(), language, at: NOON },
    }
}

/// The next `count` answers by ticket.
fn answers(
    librarian: &Librarian,
    bell: &Receiver<()>,
    count: usize,
) -> BTreeMap<u64, Result<Answered, Error>> {
    let mut answers = BTreeMap::new();
    while answers.len() < count {
        bell.recv_timeout(Duration::from_secs(30)).expect("an answer in time");
        answers.extend(librarian.answers().map(|Answer { ticket, what }| (ticket.0, what)));
    }
    answers
}

fn found(answer: Option<&Result<Answered, Error>>) -> &Found {
    match answer {
        Some(Ok(Answered::Found(found))) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_search_right_after_opening_waits_for_the_index_and_is_answered() {
    let (librarian, bell) = start(shipped());
    librarian.ask(search(1, "果园港"));
    let answers = answers(&librarian, &bell, 1);
    let found = found(answers.get(&1));
    assert_eq!(found.query, "果园港");
    assert!(found.total > 1, "{}", found.total);
}

#[test]
fn of_many_searches_the_last_is_answered_and_none_is_left_without_an_answer() {
    let (librarian, bell) = start(shipped());
    for ticket in 1..=100 {
        librarian.ask(search(ticket, "port"));
    }
    let slot = Slot { width: 64, height: 64 };
    librarian
        .ask(Question { ticket: Ticket(101), what: Asked::Picture { id: PictureId(1), slot } });
    let answers = answers(&librarian, &bell, 101);
    assert!(found(answers.get(&100)).total > 0);
    let overtaken =
        answers.values().filter(|answer| matches!(answer, Err(Error::Overtaken))).count();
    assert!(overtaken >= 50, "{overtaken}: nobody waits for half a word");
    assert!(
        matches!(answers.get(&101), Some(Ok(Answered::Picture(_)))),
        "pictures are none the worse"
    );
}

#[test]
fn after_a_turn_it_searches_the_new_edition() {
    let (librarian, bell) = start(shipped());
    librarian.ask(search(1, "where two rivers meet"));
    let _ = answers(&librarian, &bell, 1);
    librarian.turn_to(small(Edition::small()));
    librarian.ask(search(2, "eleven"));
    let answers = answers(&librarian, &bell, 1);
    assert_eq!(found(answers.get(&2)).total, 1, "one story of three");
}
