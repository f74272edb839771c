//! What is drawn without Slint, by embedded-graphics, on any
//! [`DrawTarget`](embedded_graphics::draw_target::DrawTarget).
//!
//! It knows pixels and colours, and nothing of content, navigation or the screens.

mod opening;
mod qr;

pub use opening::Opening;
pub use qr::{QrCode, QrError};
