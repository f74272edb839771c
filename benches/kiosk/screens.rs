//! Drawing: repaint, fade, press, scroll, change of screen.

use std::time::{Duration, Instant};

use jiff::civil::Date;
use kiosk::app::{Place, Setup, Stage, WallClock};
use kiosk::content::Library;
use kiosk::nav::{Event, IdlePolicy};
use kiosk::panel::{Frame, Input};
use kiosk::ui::Glazing;

use crate::Effort;
use crate::baseline::median;
use crate::table::Table;

/// One frame of an animation.
const FRAME: Duration = Duration::from_millis(16);

/// Measures on a thread of its own, because Slint takes one platform a thread.
pub(crate) fn measure(glazing: Glazing, effort: Effort, table: &mut Table) {
    std::thread::scope(|scope| {
        scope.spawn(|| on_stage(&open(glazing), effort, table)).join().unwrap();
    });
}

fn open(glazing: Glazing) -> Stage {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/content.db");
    Stage::open(Setup {
        library: Library::open(file.as_ref()).unwrap(),
        glazing,
        text_scale: 1.0,
        wall: WallClock::Set(Date::constant(2026, 11, 24).at(12, 0, 0, 0)),
        language: None,
        policy: IdlePolicy::default(),
    })
    .unwrap()
}

fn on_stage(stage: &Stage, effort: Effort, table: &mut Table) {
    nothing(stage, effort, table);
    fade(stage, effort, table);
    repaint(stage, effort, table);
    press(stage, effort, table);
    change(stage, effort, table);
    scroll(stage, effort, table);
}

fn turn(stage: &Stage) {
    // A bench sends no message to quit.
    let _ = stage.glass().turn();
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// The share of pixels that differ, in percent.
fn damage(before: &Frame, after: &Frame) -> f64 {
    let differing = before.pixels().iter().zip(after.pixels()).filter(|(a, b)| a != b).count();
    100.0 * differing as f64 / before.pixels().len() as f64
}

fn nothing(stage: &Stage, effort: Effort, table: &mut Table) {
    let times = (0..effort.rounds * 10).map(|_| timed(|| turn(stage)));
    table.add("a turn with nothing changed", median(times), Some(0.1), "");
}

/// Every frame of the loop's change from one story to the next.
fn fade(stage: &Stage, effort: Effort, table: &mut Table) {
    let mut times = Vec::new();
    for _ in 0..effort.rounds.div_ceil(8) {
        stage.wait_for_deadline().unwrap();
        // The slide has changed and its fade has begun.
        for _ in 0..36 {
            stage.glass().clock().advance(FRAME);
            times.push(timed(|| turn(stage)));
        }
        stage.rest().unwrap();
    }
    let worst = times.iter().max().copied().unwrap_or_default();
    let note = format!("worst {:.1} ms of {} frames", worst.as_secs_f64() * 1e3, times.len());
    table.add("a frame of the fade", median(times), Some(25.0), note);
    let (width, height) = {
        let frame = stage.glass().frame();
        (frame.width(), frame.height())
    };
    let bytes = width as usize * height as usize * 3;
    let (from, to, mut out) = (vec![10_u8; bytes], vec![200_u8; bytes], vec![0_u8; bytes]);
    let times =
        (0..effort.rounds).map(|_| timed(|| kiosk::ui::fade::blend(&from, &to, &mut out, 100)));
    table.add("of it the blending alone", median(times), None, "");
}

/// The whole screen, by turning between two full-screen languages of the same loop slide.
fn repaint(stage: &Stage, effort: Effort, table: &mut Table) {
    let window = stage.kiosk().ui().window();
    let times = (0..effort.rounds).map(|_| {
        // Another size and back makes every pixel stale.
        let size = window.size();
        window.set_size(slint::PhysicalSize::new(size.width - 1, size.height));
        window.set_size(size);
        timed(|| turn(stage))
    });
    table.add("a full repaint of the loop", median(times), Some(16.0), "");
    stage.settle().unwrap();
}

fn press(stage: &Stage, effort: Effort, table: &mut Table) {
    stage.kiosk().handle(Event::Home);
    stage.rest().unwrap();
    // Releases carry no labels to find elements by; a menu of the dock is at one of these points in any layout.
    let (width, height) = {
        let frame = stage.glass().frame();
        (frame.width() as f32, frame.height() as f32)
    };
    let y = height - 24.0;
    let x = [0.3, 0.36, 0.42, 0.48].map(|share| share * width).into_iter().find(|x| {
        let before = stage.glass().frame().clone();
        stage.glass().touch(Input::Pressed { x: *x, y });
        turn(stage);
        let answers = damage(&before, &stage.glass().frame()) > 0.0;
        stage.glass().touch(Input::Cancelled);
        stage.rest().unwrap();
        answers
    });
    let x = x.expect("the dock has a menu there");
    let mut share = 0.0;
    let times: Vec<Duration> = (0..effort.rounds)
        .map(|_| {
            let before = stage.glass().frame().clone();
            let time = timed(|| {
                stage.glass().touch(Input::Pressed { x, y });
                turn(stage);
            });
            share = damage(&before, &stage.glass().frame());
            stage.glass().touch(Input::Cancelled);
            stage.rest().unwrap();
            time
        })
        .collect();
    table.add(
        "a press, touch to drawn",
        median(times),
        Some(2.0),
        format!("{share:.1} % of the screen"),
    );
}

fn change(stage: &Stage, effort: Effort, table: &mut Table) {
    let catalogue = stage.kiosk().catalogue().clone();
    let section = catalogue.sections[0].id;
    let times: Vec<Duration> = (0..effort.rounds)
        .map(|_| {
            stage.kiosk().handle(Event::Home);
            stage.rest().unwrap();
            timed(|| {
                stage.kiosk().handle(Event::OpenSection(section));
                turn(stage);
            })
        })
        .collect();
    table.add("home to a section, first frame", median(times), None, "pictures follow");
}

fn scroll(stage: &Stage, effort: Effort, table: &mut Table) {
    let place = Place::parse("article/from-plane-to-platform", stage.kiosk().catalogue()).unwrap();
    stage.go(place).unwrap();
    let (x, y) = {
        let frame = stage.glass().frame();
        (frame.width() as f32 * 0.6, frame.height() as f32 * 0.6)
    };
    stage.glass().touch(Input::Pressed { x, y });
    turn(stage);
    let mut moved = 0.0;
    let times: Vec<Duration> = (0..effort.rounds)
        .map(|_| {
            moved += 8.0;
            stage.glass().clock().advance(FRAME);
            timed(|| {
                stage.glass().touch(Input::Moved { x, y: y - moved });
                turn(stage);
            })
        })
        .collect();
    stage.glass().touch(Input::Cancelled);
    stage.rest().unwrap();
    table.add("a frame of dragging a story", median(times), None, "");
}
