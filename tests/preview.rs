//! `kiosk preview`, the program itself: every file that is saved is built and told of, slips too.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use kiosk::authoring::export;

/// Long enough for a loaded machine; a line that does not come by then never comes.
const PATIENCE: Duration = Duration::from_secs(90);

/// A running preview and what it says.
struct Preview {
    process: Child,
    lines: Receiver<String>,
}

impl Preview {
    fn start(folder: &Path, scratch: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_kiosk"))
            .args(["preview", "--web-address", "127.0.0.1:0", "--size", "640x480"])
            .arg(folder)
            .env("TMPDIR", scratch)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { process, lines }
    }

    /// Waits for a line with these words in it.
    fn says(&self, words: &str) {
        let end = Instant::now() + PATIENCE;
        let mut heard = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            if line.contains(words) {
                return;
            }
            heard.push(line);
        }
        panic!("«{words}» was not said, but: {heard:#?}");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
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

    let preview = Preview::start(&folder, &scratch);
    preview.says("Built: edition");
    preview.says("The kiosk is at http://");
    fs::write(&text, good.replacen("headline = \"", "headline = \"Anew: ", 1)).unwrap();
    preview.says("Built: edition");
    fs::write(&text, good.replacen("+++", "", 1)).unwrap();
    preview.says("The glass stays as it is until then");
    fs::write(&text, &good).unwrap();
    preview.says("Built: edition");
    let left: Vec<_> = fs::read_dir(&scratch).unwrap().collect();
    assert!(left.is_empty(), "nothing is left behind: {left:?}");
}

#[test]
fn a_folder_that_cannot_be_built_yet_is_told_of_at_the_start() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("edition.toml"), "version = 1").unwrap();
    let preview = Preview::start(home.path(), home.path());
    preview.says("The small edition inside the program is shown until then");
    preview.says("The kiosk is at http://");
}
