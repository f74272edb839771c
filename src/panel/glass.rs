//! The thread of the glass: takes touches, lets time pass, draws what changed and hands it to the panel.

use std::cell::{Cell, Ref, RefCell};
use std::fmt;
use std::ops::ControlFlow;
use std::rc::Rc;
use std::time::Duration;

use slint::platform::software_renderer::{
    MinimalSoftwareWindow, PhysicalRegion, RepaintBufferType,
};
use slint::platform::{
    PointerEventButton, WindowAdapter, WindowEvent, duration_until_next_timer_update, set_platform,
    update_timers_and_animations,
};
use slint::{LogicalPosition, PhysicalSize};

use super::platform::GlassPlatform;
use super::{Clock, Error, Frame, Inbox, Input, Message, Panel, Rect, Waker};

/// The time between two frames of an animation: 60 a second.
const FRAME_TIME: Duration = Duration::from_micros(16_667);

/// The smallest and the largest side that a panel may have, in pixels.
pub const SIDES: std::ops::RangeInclusive<u32> = 240..=7680;

/// A window on a panel. It belongs to the thread that made it.
pub struct Glass {
    window: Rc<MinimalSoftwareWindow>,
    frame: RefCell<Frame>,
    panel: RefCell<Box<dyn Panel>>,
    inbox: Inbox,
    clock: Clock,
    on_wake: RefCell<Option<Box<dyn FnMut()>>>,
    panel_is_failing: Cell<bool>,
    drawn_at: Cell<Duration>,
}

impl fmt::Debug for Glass {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frame = self.frame.borrow();
        formatter
            .debug_struct("Glass")
            .field("width", &frame.width())
            .field("height", &frame.height())
            .field("clock", &self.clock)
            .finish_non_exhaustive()
    }
}

impl Glass {
    /// Makes the calling thread's Slint draw frames of `width` by `height` pixels into `panel`.
    ///
    /// The inbox comes from outside, because some panels send touches into it from their own threads.
    ///
    /// # Errors
    ///
    /// A size that no panel has, or a thread that has a Slint platform already.
    pub fn install(
        (width, height): (u32, u32),
        panel: Box<dyn Panel>,
        inbox: Inbox,
        clock: Clock,
    ) -> Result<Rc<Self>, Error> {
        if !SIDES.contains(&width) || !SIDES.contains(&height) {
            return Err(Error::Size { width, height });
        }
        let window = MinimalSoftwareWindow::new(RepaintBufferType::ReusedBuffer);
        let glass = Rc::new(Self {
            window,
            frame: RefCell::new(Frame::new(width, height)),
            panel: RefCell::new(panel),
            inbox,
            clock,
            on_wake: RefCell::new(None),
            panel_is_failing: Cell::new(false),
            drawn_at: Cell::new(Duration::ZERO),
        });
        set_platform(Box::new(GlassPlatform(Rc::clone(&glass))))
            .map_err(|error| Error::Slint(slint::PlatformError::Other(error.to_string())))?;
        glass.window.set_size(PhysicalSize::new(width, height));
        Ok(glass)
    }

    /// Calls `work` on this thread whenever another one has sent [`Message::Wake`].
    pub fn on_wake(&self, work: impl FnMut() + 'static) {
        *self.on_wake.borrow_mut() = Some(Box::new(work));
    }

    /// A sender into the inbox.
    #[must_use]
    pub fn waker(&self) -> Waker {
        self.inbox.waker()
    }

    /// The clock that animations and timers follow.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The last frame drawn.
    #[must_use]
    pub fn frame(&self) -> Ref<'_, Frame> {
        self.frame.borrow()
    }

    /// Draws on the frame without Slint and shows it: what is on the glass before the first screen.
    pub fn paint(&self, draw: impl FnOnce(&mut Frame)) {
        let mut frame = self.frame.borrow_mut();
        draw(&mut frame);
        let whole = frame.bounds();
        self.present(&frame, &[whole]);
    }

    pub(super) fn adapter(&self) -> Rc<dyn WindowAdapter> {
        Rc::<MinimalSoftwareWindow>::clone(&self.window)
    }

    /// Runs until somebody sends [`Message::Quit`]. Sleeps whenever nothing moves.
    pub fn run(&self) {
        loop {
            if self.turn().is_break() {
                return;
            }
            let timeout = self.until_next_turn();
            if let Some(message) = self.inbox.wait(timeout)
                && self.take(message).is_break()
            {
                return;
            }
        }
    }

    /// Takes in all messages that are waiting, lets timers fire, and draws if anything changed.
    pub fn turn(&self) -> ControlFlow<()> {
        update_timers_and_animations();
        while let Some(message) = self.inbox.take() {
            self.take(message)?;
        }
        self.draw();
        ControlFlow::Continue(())
    }

    /// Waits for one message from another thread and takes it in, however long that is.
    /// For scripted runs, which must not go on before work asked for is done.
    pub fn take_one(&self, patience: Duration) -> bool {
        match self.inbox.wait(Some(patience)) {
            Some(message) => {
                let _ = self.take(message);
                true
            }
            None => false,
        }
    }

    /// Moves a scripted clock on by `span`, stopping for every frame and timer on the way.
    pub fn advance(&self, span: Duration) {
        let end = self.clock.now() + span;
        loop {
            if self.turn().is_break() {
                return;
            }
            let now = self.clock.now();
            if now >= end {
                return;
            }
            let step = self.until_next_turn().unwrap_or(end).max(Duration::from_millis(1));
            self.clock.advance(step.min(end.saturating_sub(now)));
        }
    }

    /// How long nothing will happen by itself; `None` is for ever.
    fn until_next_turn(&self) -> Option<Duration> {
        let timer = duration_until_next_timer_update();
        if self.window.has_active_animations() {
            let due = self.drawn_at.get() + FRAME_TIME;
            let frame = due.saturating_sub(self.clock.now());
            return Some(timer.map_or(frame, |timer| timer.min(frame)));
        }
        timer
    }

    fn take(&self, message: Message) -> ControlFlow<()> {
        match message {
            Message::Input(input) => self.touch(input),
            Message::Repaint => self.repaint(),
            Message::Wake => {
                // Taken out while it runs, so that it may set another one.
                let work = self.on_wake.borrow_mut().take();
                if let Some(mut work) = work {
                    work();
                    self.on_wake.borrow_mut().get_or_insert(work);
                }
            }
            Message::Quit => return ControlFlow::Break(()),
        }
        ControlFlow::Continue(())
    }

    /// Passes a touch to the window, as pointer events of a left button.
    pub fn touch(&self, input: Input) {
        let button = PointerEventButton::Left;
        let scale = self.window.scale_factor();
        let at = |x: f32, y: f32| LogicalPosition::new(x / scale, y / scale);
        let events = match input {
            Input::Pressed { x, y } => {
                vec![WindowEvent::PointerPressed { position: at(x, y), button }]
            }
            Input::Moved { x, y } => vec![WindowEvent::PointerMoved { position: at(x, y) }],
            // A finger that is gone hovers nowhere.
            Input::Released { x, y } => vec![
                WindowEvent::PointerReleased { position: at(x, y), button },
                WindowEvent::PointerExited,
            ],
            Input::Cancelled => vec![WindowEvent::PointerExited],
        };
        for event in events {
            self.window.dispatch_event(event);
        }
    }

    fn repaint(&self) {
        let frame = self.frame.borrow();
        self.present(&frame, &[frame.bounds()]);
    }

    fn draw(&self) {
        // Counted from the last frame that was due, drawn or not, so that an animation that changes
        // nothing visible does not spin.
        let now = self.clock.now();
        if now >= self.drawn_at.get() + FRAME_TIME {
            self.drawn_at.set(now);
        }
        self.window.draw_if_needed(|renderer| {
            self.drawn_at.set(now);
            let mut frame = self.frame.borrow_mut();
            let stride = frame.width() as usize;
            let region = renderer.render(frame.pixels_mut(), stride);
            let damage = rects(&region, &frame);
            if !damage.is_empty() {
                self.present(&frame, &damage);
            }
        });
    }

    fn present(&self, frame: &Frame, damage: &[Rect]) {
        let result = self.panel.borrow_mut().present(frame, damage);
        let was_failing = self.panel_is_failing.replace(result.is_err());
        match (result, was_failing) {
            (Err(error), false) => {
                tracing::error!(%error, help = error.help(), "the panel does not show frames");
            }
            (Ok(()), true) => tracing::info!("the panel shows frames again"),
            _ => {}
        }
    }
}

fn rects(region: &PhysicalRegion, frame: &Frame) -> Vec<Rect> {
    region
        .iter()
        .filter_map(|(origin, size)| {
            let rect = Rect {
                x: u32::try_from(origin.x).unwrap_or(0),
                y: u32::try_from(origin.y).unwrap_or(0),
                width: size.width,
                height: size.height,
            };
            rect.clipped(frame.width(), frame.height())
        })
        .collect()
}
