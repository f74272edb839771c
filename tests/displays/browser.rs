//! Headless Chromium with a finger, driven through chromedriver over the W3C's `WebDriver` protocol.
//!
//! It knows the page's canvas and nothing of what is painted there.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use image::RgbImage;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::http;
use super::process::{Process, Stream, signal};

/// Every how many pixels of the canvas one is looked at, across and down.
pub(crate) const STEP: u32 = 2;

/// What keeps Chromium alone with the page: no screen, no network of its own, no first-run questions.
const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,720",
];

/// The size of the canvas and one pixel in [`STEP`], a character for a byte.
const LOOK: &str = r#"
    const [step] = arguments;
    const glass = document.getElementById("glass");
    const { width, height } = glass;
    const { data } = glass.getContext("2d").getImageData(0, 0, width, height);
    const pixels = [];
    for (let y = 0; y < height; y += step) {
        for (let x = 0; x < width; x += step) {
            const at = 4 * (y * width + x);
            pixels.push(String.fromCharCode(data[at], data[at + 1], data[at + 2]));
        }
    }
    return { width, height, pixels: pixels.join("") };
"#;

/// Where in the window a point of the canvas is.
const PLACE: &str = r#"
    const [x, y] = arguments;
    const glass = document.getElementById("glass");
    const box = glass.getBoundingClientRect();
    return [
        Math.round(box.left + ((x + 0.5) * box.width) / glass.width),
        Math.round(box.top + ((y + 0.5) * box.height) / glass.height),
    ];
"#;

/// A browser with one page.
#[derive(Debug)]
pub(crate) struct Browser {
    driver: SocketAddr,
    session: String,
    chromium: Option<u32>,
    // Dropped in this order: the driver ends before its browser's folder goes.
    _process: Process,
    _folder: TempDir,
}

impl Browser {
    /// Starts both programs.
    pub(crate) fn start(chromedriver: &Path, chromium: &Path) -> Self {
        let folder = TempDir::new().unwrap();
        // Whatever a browser leaves behind goes with the folder.
        let mut process = Process::start(
            Command::new(chromedriver)
                .arg("--port=0")
                .env("HOME", folder.path())
                .env("TMPDIR", folder.path()),
        );
        let line = process.line(Stream::Out, "started successfully on port");
        let port = line.trim_end_matches('.').rsplit(' ').next().and_then(|port| port.parse().ok());
        let port: u16 = port.unwrap_or_else(|| panic!("no port: {line}"));
        let driver = SocketAddr::from(([127, 0, 0, 1], port));
        let mut flags = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", folder.path().join("profile").display()));
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "goog:chromeOptions": { "binary": chromium, "args": flags }
        } } });
        let answer = command(driver, "POST", "/session", &wish);
        let session = answer["sessionId"].as_str().unwrap().to_owned();
        let chromium = answer["capabilities"]["goog:processID"].as_u64();
        let chromium = chromium.and_then(|id| id.try_into().ok());
        Self { driver, session, chromium, _process: process, _folder: folder }
    }

    /// Loads a page.
    pub(crate) fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// The body of a function, run in the page.
    pub(crate) fn run(&self, script: &str, arguments: &[u32]) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// What the canvas shows, one pixel in [`STEP`], and its size.
    pub(crate) fn look(&self) -> (RgbImage, (u32, u32)) {
        let seen = self.run(LOOK, &[STEP]);
        let side = |name: &str| u32::try_from(seen[name].as_u64().unwrap()).unwrap();
        let (width, height) = (side("width"), side("height"));
        let pixels = seen["pixels"].as_str().unwrap();
        let bytes = pixels.chars().map(|byte| u8::try_from(u32::from(byte)).unwrap()).collect();
        let picture = RgbImage::from_raw(width.div_ceil(STEP), height.div_ceil(STEP), bytes);
        (picture.unwrap(), (width, height))
    }

    /// Touches a point of the canvas and lifts the finger again.
    pub(crate) fn tap(&self, x: u32, y: u32) {
        let place = self.run(PLACE, &[x, y]);
        let finger = json!({ "actions": [{
            "type": "pointer",
            "id": "finger",
            "parameters": { "pointerType": "touch" },
            "actions": [
                { "type": "pointerMove", "duration": 0, "x": place[0], "y": place[1] },
                { "type": "pointerDown", "button": 0 },
                { "type": "pause", "duration": 80 },
                { "type": "pointerUp", "button": 0 }
            ]
        }] });
        self.post("/actions", &finger);
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        command(self.driver, "POST", &format!("/session/{}{path}", self.session), body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind, so the browser is closed first.
        let closed = http::ask(self.driver, "DELETE", &format!("/session/{}", self.session), "");
        if let (Err(_), Some(chromium)) = (closed, self.chromium) {
            signal("KILL", chromium);
        }
    }
}

/// One command to the driver, and its answer.
fn command(driver: SocketAddr, method: &str, path: &str, body: &Value) -> Value {
    let (status, text) = http::ask(driver, method, path, &body.to_string())
        .unwrap_or_else(|error| panic!("chromedriver does not answer {path}: {error}"));
    let mut answer: Value = serde_json::from_str(&text).unwrap_or_default();
    assert_eq!(status, 200, "chromedriver refuses {path}: {}", answer["value"]["message"]);
    answer["value"].take()
}
