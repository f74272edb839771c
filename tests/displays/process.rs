//! A child process: started, listened to, told to end, and killed when its guard is dropped.
//!
//! It knows nothing of what the process is for.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::PATIENCE;

/// Which of its two streams a line came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Out,
    Err,
}

/// A running child process.
#[derive(Debug)]
pub(crate) struct Process {
    name: String,
    child: Child,
    lines: Receiver<(Stream, String)>,
    heard: Vec<(Stream, String)>,
}

impl Process {
    /// Starts it, with nothing to read and with both streams listened to.
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let (sender, lines) = mpsc::channel();
        listen(child.stdout.take().unwrap(), Stream::Out, sender.clone());
        listen(child.stderr.take().unwrap(), Stream::Err, sender);
        Self { name, child, lines, heard: Vec::new() }
    }

    /// Asks it to end, as systemd and `kill` do.
    pub(crate) fn ask_to_end(&self) {
        signal("TERM", self.child.id());
    }

    /// Waits for a line with `part` in it; one that was heard already will do.
    pub(crate) fn line(&mut self, stream: Stream, part: &str) -> String {
        let heard = self.heard.iter().find(|line| is_of(line, stream, part));
        match heard {
            Some((_, line)) => line.clone(),
            None => self.next_line(stream, part),
        }
    }

    /// Waits for a line with `part` in it that was not heard yet.
    pub(crate) fn next_line(&mut self, stream: Stream, part: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    self.heard.push(line.clone());
                    if is_of(&line, stream, part) {
                        return line.1;
                    }
                }
                Err(reason) => {
                    panic!("{} did not say «{part}» on {stream:?}: {reason}", self.name)
                }
            }
        }
    }

    /// Waits until it has ended.
    pub(crate) fn end(&mut self, patience: Duration) -> ExitStatus {
        let what = format!("the end of {}", self.name);
        until(&what, patience, || self.child.try_wait().unwrap().ok_or("it still runs"))
    }

    /// Everything that it says on one stream until both are closed.
    pub(crate) fn all(&mut self, stream: Stream) -> String {
        loop {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => self.heard.push(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("{} does not close its output", self.name)
                }
            }
        }
        let lines = self.heard.iter().filter(|line| line.0 == stream);
        lines.map(|line| line.1.as_str()).collect::<Vec<_>>().join("\n")
    }
}

fn is_of(line: &(Stream, String), stream: Stream, part: &str) -> bool {
    line.0 == stream && line.1.contains(part)
}

impl Drop for Process {
    #[expect(clippy::print_stderr, reason = "what it said helps to find out why a test failed")]
    fn drop(&mut self) {
        // One that has ended already is only collected.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if thread::panicking() {
            self.heard.extend(self.lines.try_iter());
            let lines = self.heard.iter().map(|(stream, line)| format!("  {stream:?} {line}\n"));
            eprintln!("{} said:\n{}", self.name, lines.collect::<String>());
        }
    }
}

/// Sends a signal, by the shell's own `kill`: small machines have no program of that name.
pub(crate) fn signal(name: &str, id: u32) {
    let mut shell = Command::new("sh");
    let sent = shell.args(["-c", r#"kill -s "$0" "$1""#, name, &id.to_string()]).status();
    // A process that has just ended gets none, which is as good.
    sent.unwrap_or_else(|error| panic!("no shell to send SIG{name} with: {error}"));
}

/// Passes the lines on until the stream is closed.
fn listen(stream: impl Read + Send + 'static, which: Stream, lines: Sender<(Stream, String)>) {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            // Nobody hears it any more, but a full pipe would stop the process: read on.
            let _ = lines.send((which, String::from_utf8_lossy(&line).into_owned()));
        }
    });
}

/// Asks again and again until there is an answer; the last reason why not is told at the end of the patience.
pub(crate) fn until<T, R: std::fmt::Display>(
    what: &str,
    patience: Duration,
    mut ask: impl FnMut() -> Result<T, R>,
) -> T {
    let deadline = Instant::now() + patience;
    loop {
        match ask() {
            Ok(answer) => return answer,
            Err(reason) => assert!(
                Instant::now() < deadline,
                "waited {} s for {what}, but {reason}",
                patience.as_secs()
            ),
        }
        pause(Duration::from_millis(100));
    }
}

/// Lets other processes work. They send this one nothing that could be waited for, so time has to do.
pub(crate) fn pause(time: Duration) {
    let deadline = Instant::now() + time;
    // Parking may end early, and pictures that are compared too soon look as if nothing moved.
    while let Some(rest) =
        deadline.checked_duration_since(Instant::now()).filter(|rest| !rest.is_zero())
    {
        thread::park_timeout(rest);
    }
}
