//! A panel without glass: tests, pictures of screens and benches look at the frame itself.

use super::{Error, Frame, Panel, Rect};

/// Counts what it is shown and keeps nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Memory {
    /// Frames shown.
    pub frames: u64,
    /// Pixels that were damaged, over all frames.
    pub pixels: u64,
}

impl Panel for Memory {
    fn present(&mut self, _frame: &Frame, damage: &[Rect]) -> Result<(), Error> {
        self.frames += 1;
        self.pixels += damage.iter().map(|rect| rect.area()).sum::<u64>();
        Ok(())
    }
}
