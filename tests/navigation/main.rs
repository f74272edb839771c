//! Where the visitor is: tables, a walk over every reachable state, and random visits.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod random;
mod tables;
mod walk;
mod world;
