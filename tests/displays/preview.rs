//! `kiosk preview`, the program itself: every file that is saved is built and told of, slips too.

use std::fs;
use std::path::Path;

use kiosk::authoring::export;

use super::kiosk;
use super::process::{Process, Stream};

/// A preview of `folder`, whose own files go into `scratch`.
fn start(folder: &Path, scratch: &Path) -> Process {
    let folder = folder.to_str().unwrap();
    let mut command =
        kiosk(&["preview", "--web-address", "127.0.0.1:0", "--size", "640x480", folder]);
    Process::start(command.env("TMPDIR", scratch))
}

#[test]
fn what_is_saved_is_built_and_a_slip_is_told_and_mended() {
    let home = tempfile::tempdir().unwrap();
    let (folder, scratch) = (home.path().join("content"), home.path().join("scratch"));
    fs::create_dir(&scratch).unwrap();
    let starter = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/starter/starter.db");
    export(&starter, &folder).unwrap();
    let text = folder.join("stories/news/business/chain-chiefs-nine-months/en.md");
    let good = fs::read_to_string(&text).unwrap();

    let mut preview = start(&folder, &scratch);
    preview.next_line(Stream::Out, "Built: edition");
    preview.next_line(Stream::Out, "The kiosk is at http://");
    fs::write(&text, good.replacen("headline = \"", "headline = \"Anew: ", 1)).unwrap();
    preview.next_line(Stream::Out, "Built: edition");
    fs::write(&text, good.replacen("+++", "", 1)).unwrap();
    preview.next_line(Stream::Out, "The glass stays as it is until then");
    fs::write(&text, &good).unwrap();
    preview.next_line(Stream::Out, "Built: edition");
    let left: Vec<_> = fs::read_dir(&scratch).unwrap().collect();
    assert!(left.is_empty(), "nothing is left behind: {left:?}");
}

#[test]
fn a_folder_that_cannot_be_built_yet_is_told_of_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("edition.toml"), "version = 1").unwrap();
    let mut preview = start(home.path(), home.path());
    preview.next_line(Stream::Out, "The small edition inside the program is shown until then");
    preview.next_line(Stream::Out, "The kiosk is at http://");
}
