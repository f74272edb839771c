//! Where the visitor is: every answer to every event, every waiting time to the millisecond, what is left of
//! a visit, a walk over every reachable state, and random visits.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod answers;
mod attract;
mod ending;
mod glass;
mod pausing;
mod promises;
mod random;
mod tables;
mod turning;
mod waiting;
mod walk;
mod world;
