//! Wrong input on the command line: a kiosk that can show something shows it, the rest is refused with advice.

use std::fs;
use std::net::TcpListener;

use tempfile::TempDir;

use super::process::{Process, Stream};
use super::{EDITION, PATIENCE, address, http, kiosk};

/// Starts the web display on an edition that cannot be shown; gives what it says of it.
fn shows_the_starter_edition(content: &str) -> String {
    let web = ["--display", "web", "--web-address", "127.0.0.1:0", "--content", content];
    let mut kiosk = Process::start(&mut kiosk(&web));
    let told = kiosk.line(Stream::Err, "the starter edition is shown");
    assert!(told.contains(content), "names the file: {told}");
    assert!(told.contains("LK-E"), "has a code for the manual: {told}");
    let address = address(&mut kiosk);
    let (status, page) = http::ask(address, "GET", "/", "").unwrap();
    assert_eq!(status, 200, "the page is there");
    assert!(page.contains("<canvas"), "and has a canvas: {page}");
    let (status, _) = http::ask(address, "GET", "/frame", "").unwrap();
    assert_eq!(status, 200, "and there is a picture for it");
    told
}

/// Runs the program to its end; gives its exit code and what it says on standard error.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let mut kiosk = Process::start(&mut kiosk(arguments));
    let status = kiosk.end(PATIENCE);
    let out = kiosk.all(Stream::Out);
    assert_eq!(out, "", "{arguments:?}: faults go to standard error");
    (status.code(), kiosk.all(Stream::Err))
}

/// Asserts that every one of `parts` was said.
#[track_caller]
fn says(told: &str, parts: &[&str]) {
    for part in parts {
        assert!(told.contains(part), "it does not say «{part}», but:\n{told}");
    }
}

#[test]
fn a_missing_edition_is_told_with_advice_and_the_starter_edition_shown() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("nothing-here.db");
    let told = shows_the_starter_edition(file.to_str().unwrap());
    says(&told, &["cannot be read", "check that the file is there"]);
}

#[test]
fn a_text_as_edition_is_told_with_advice_and_the_starter_edition_shown() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("notes.txt");
    fs::write(&file, "A shopping list is no edition.\n").unwrap();
    let told = shows_the_starter_edition(file.to_str().unwrap());
    says(&told, &["not an SQLite database", "kiosk content build"]);
}

#[test]
fn a_taken_port_is_named_with_a_way_out() {
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = holder.local_addr().unwrap().to_string();
    let web = ["--display", "web", "--web-address", &taken, "--content", EDITION];
    let (code, told) = refused(&web);
    assert_eq!(code, Some(1), "{told}");
    says(&told, &["error: ", &taken, " help: ", "--web-address"]);
}

#[test]
fn an_address_open_to_other_machines_has_to_be_meant() {
    let open = ["--display", "web", "--web-address", "0.0.0.0:0", "--content", EDITION];
    let (code, told) = refused(&open);
    assert_eq!(code, Some(1), "{told}");
    says(&told, &["error: ", "0.0.0.0:0", "reachable from other machines", " help: "]);
    says(&told, &["--web-exposed", "127.0.0.1"]);
}

#[test]
fn an_unknown_flag_is_named() {
    let (code, told) = refused(&["--frobnicate"]);
    assert_eq!(code, Some(2), "{told}");
    says(&told, &["error: ", "--frobnicate", "--help"]);
}

#[test]
fn a_shot_of_no_known_screen_lists_the_screens() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("shot.png");
    let shot = ["shot", "nowhere", "--content", EDITION, "--output", file.to_str().unwrap()];
    let (code, told) = refused(&shot);
    assert_eq!(code, Some(1), "{told}");
    says(&told, &["error: ", "nowhere", " help: ", "attract", "section/news"]);
    assert!(!file.exists(), "and draws nothing");
}

#[test]
fn a_size_of_no_panel_is_refused_with_the_bounds() {
    for arguments in [["--size", "5x5"].as_slice(), &["shot", "home", "--size", "5x5"]] {
        let (code, told) = refused(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {told}");
        says(&told, &["error: ", "5x5", "--size", "240 to 7680"]);
    }
}
