//! Visits as nobody planned them: odd editions, quick fingers, visitors who leave something behind, and a monkey.
//!
//! Time is moved by hand; elements are found by what is written on them, but for the monkey, which sees nothing but pixels.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]
#![allow(clippy::print_stdout, reason = "figures are what these tests are run for")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../dice/mod.rs"]
mod dice;
#[path = "../edition/mod.rs"]
mod edition;
mod eyes;
mod finger;
mod first_tap;
mod glasses;
mod monkey;
mod odd;
mod pressing;
mod reset;
mod transitions;
