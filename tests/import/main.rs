//! Saved pages become drafts of stories: every fixture with what is expected of it, every bad page with its reason,
//! what is written, and pages that were damaged at random.

mod bad;
#[path = "../dice/mod.rs"]
mod dice;
mod folder;
mod good;
mod mutants;
mod odd;
mod writing;
