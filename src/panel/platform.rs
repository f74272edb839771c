//! The Slint platform over a panel: one window, our clock, and an event loop that sleeps.

use std::rc::Rc;
use std::time::Duration;

use slint::PlatformError;
use slint::platform::{Platform, WindowAdapter};

use super::Glass;

/// Hands out the one window of a [`Glass`].
///
/// It offers no event loop proxy: other threads speak through the glass's inbox instead. That also keeps
/// the platform a matter of one thread, so that tests may run side by side.
pub(super) struct GlassPlatform(pub(super) Rc<Glass>);

impl Platform for GlassPlatform {
    fn create_window_adapter(&self) -> Result<Rc<dyn WindowAdapter>, PlatformError> {
        Ok(self.0.adapter())
    }

    fn run_event_loop(&self) -> Result<(), PlatformError> {
        self.0.run();
        Ok(())
    }

    fn duration_since_start(&self) -> Duration {
        self.0.clock().now()
    }
}
