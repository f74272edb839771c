//! Glass and fingers: where frames go and where touches come from.
//!
//! It owns the [`Panel`] trait and its implementations, the frame in memory, the damage, and the Slint
//! [`Platform`](slint::platform::Platform) that draws into a panel and waits without polling.
//! It knows nothing of content, of navigation or of the screens.

mod clock;
mod error;
mod frame;
mod glass;
mod inbox;
mod memory;
mod pixel;
mod platform;
mod rect;
mod still;
pub mod web;

pub use clock::Clock;
pub use error::Error;
pub use frame::Frame;
pub use glass::{Glass, SIDES};
pub use inbox::{Inbox, Input, Message, Waker};
pub use memory::Memory;
pub use pixel::Xrgb;
pub use rect::Rect;

/// A surface that shows frames.
///
/// One duty: to bring the damaged parts of a frame onto the glass.
/// A panel is told of every change once, in order, and may keep what it likes of it.
///
/// ```
/// use kiosk::panel::{Error, Frame, Panel, Rect};
///
/// /// Counts the pixels that it is asked to show.
/// #[derive(Debug, Default)]
/// struct Counter(u64);
///
/// impl Panel for Counter {
///     fn present(&mut self, _frame: &Frame, damage: &[Rect]) -> Result<(), Error> {
///         self.0 += damage.iter().map(|rect| rect.area()).sum::<u64>();
///         Ok(())
///     }
/// }
/// ```
pub trait Panel {
    /// Shows `frame`, which differs from the last one within `damage` at most.
    ///
    /// The rectangles lie within the frame and may be many, but do not overlap.
    ///
    /// # Errors
    ///
    /// When the surface is gone. The caller logs it and goes on: the next frame may succeed.
    fn present(&mut self, frame: &Frame, damage: &[Rect]) -> Result<(), Error>;
}
