//! Several pictures at work at once, handed over one after another in their order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Threads that draw; more would mostly wait for memory.
const THREADS: usize = 2;

/// Makes something of each of `items` on two threads and hands the results to `take` in the order of `items`.
///
/// Stops early when `take` fails, and hands on its error.
pub(in super::super) fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    make: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), E>,
) -> Result<(), E> {
    let next = AtomicUsize::new(0);
    // A result waits in the channel or with the receiver only until those before it are done.
    let (done, results) = sync_channel(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            let done = done.clone();
            let (next, make) = (&next, &make);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { return };
                    if done.send((index, make(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (index, result) in results {
            waiting.insert(index, result);
            while let (Some(result), Some(item)) = (waiting.remove(&turn), items.get(turn)) {
                take(item, result)?;
                turn += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_their_items() {
        let items: Vec<u64> = (0..50).collect();
        let mut seen = Vec::new();
        let done: Result<(), ()> = in_order(
            &items,
            |item| (0..(50 - item) * 1000).fold(*item, |sum, next| sum ^ next ^ next),
            |item, result| {
                assert_eq!(*item, result);
                seen.push(result);
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        assert_eq!(seen, items);
    }

    #[test]
    fn the_first_failure_ends_it() {
        let items: Vec<u64> = (0..50).collect();
        let done = in_order(
            &items,
            |item| *item,
            |item, _| if *item == 3 { Err("three") } else { Ok(()) },
        );
        assert_eq!(done, Err("three"));
    }
}
