//! A monkey at the glass: thousands of touches that mean nothing, and what must hold whatever they do.
//!
//! It sees pixels and asks for the state; it knows no name of anything on the screen, so that it can play with a release,
//! too. It runs in a process of its own, so that its memory is its own.

pub(crate) mod hand;
mod run;

use std::process::Command;

/// How many touches the long form makes; `KIOSK_MONKEY_TOUCHES` asks for another number.
const LONG: usize = 200_000;

/// How many the short form makes: less than a minute's worth.
const SHORT: usize = 2_000;

#[test]
#[ignore = "long: cargo test --release --test visits -- --ignored monkey"]
fn long_monkey() {
    let touches = std::env::var("KIOSK_MONKEY_TOUCHES").ok().and_then(|count| count.parse().ok());
    run::run(touches.unwrap_or(LONG));
}

#[test]
fn a_monkey_finds_no_dead_end_no_stuck_press_and_no_growing_memory() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "monkey::long_monkey", "--ignored", "--nocapture", "--test-threads=1"])
        .env("KIOSK_MONKEY_TOUCHES", SHORT.to_string())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    println!("{told}");
    assert!(output.status.success(), "{told}\n{complaint}");
    assert!(told.contains("1 passed"), "it ran at all: {told}");
}
