//! The attract loop: standing still, drawn anew, and changing from one story to the next.

use std::hint::black_box;

use kiosk::app::Stage;
use kiosk::ui::{Glazing, fade};

use crate::Effort;
use crate::screens::{nothing, repaint};
use crate::stage::{FRAME, share_drawn, turn};
use crate::table::{Budget, Row, Table, ratio};
use crate::times::{Times, timed};

/// Frames of one change that are timed: nearly all of its 600 ms.
const FRAMES: usize = 35;

/// Measures on a kiosk that is in its loop, and leaves it there.
pub(crate) fn measure(stage: &Stage, glazing: Glazing, effort: Effort, table: &mut Table) {
    nothing("the loop, nothing changed", stage, effort, table);
    repaint("the loop, every pixel anew", stage, glazing, effort, table);
    let blend = blend(glazing, effort);
    let (change, drawn) = change(stage, effort);
    table.add(Row {
        what: "one frame of a change of story",
        time: change.median(),
        // The budget is for the large screen: a small frame fits a nearer cache, and its copy is unbeatable.
        budget: if glazing.width < 1_920 { Budget::None } else { Budget::Times(25.0) },
        drawn: Some(drawn),
        note: format!(
            "{}; {:.1} x its blending, the goal is 2",
            change.worst(),
            ratio(change.median(), blend.median())
        ),
    });
    table.add(Row { what: "  of it the blending", time: blend.median(), ..Row::default() });
}

/// Waits for the loop to move on and times every frame of its fade, a few stories long.
fn change(stage: &Stage, effort: Effort) -> (Times, f64) {
    stage.wait_for_deadline().unwrap();
    let drawn = share_drawn(stage, || stage.glass().clock().advance(FRAME));
    stage.rest().unwrap();
    let mut times = Vec::new();
    for _ in 0..effort.rounds.div_ceil(8) {
        // The next picture is there by now: it was ordered when the last change ended.
        stage.wait_for_deadline().unwrap();
        for _ in 0..FRAMES {
            stage.glass().clock().advance(FRAME);
            times.push(timed(|| turn(stage)));
        }
        stage.rest().unwrap();
    }
    (times.into_iter().collect(), drawn)
}

/// Mixing two pictures of the size of the screen, three bytes a pixel.
fn blend(glazing: Glazing, effort: Effort) -> Times {
    let bytes = glazing.width as usize * glazing.height as usize * 3;
    let (from, to, mut out) = (vec![10_u8; bytes], vec![200_u8; bytes], vec![1_u8; bytes]);
    Times::of(effort.rounds, || {
        fade::blend(black_box(&from), black_box(&to), &mut out, black_box(100));
        black_box(&mut out);
    })
}
