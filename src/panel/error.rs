//! What can go wrong with a panel.

/// A panel that could not be opened or could not show a frame.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A surface of no pixels, or of more than a panel can have.
    #[error("a panel of {width} x {height} pixels cannot be")]
    Size {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Slint refused the platform or the window.
    #[error("the display could not be set up: {0}")]
    Slint(#[from] slint::PlatformError),
    /// The address of the web panel cannot be listened on.
    #[error("the web display cannot listen on {address}: {reason}")]
    WebAddress {
        /// Address and port.
        address: String,
        /// What the system said.
        reason: String,
    },
    /// The web panel may only be reached from this machine unless told otherwise.
    #[error("the web display would be reachable from other machines at {address}")]
    WebExposed {
        /// Address and port.
        address: String,
    },
}

impl Error {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Size { .. } => {
                "give a size between 320x240 and 7680x7680, for example --size 1920x1080"
            }
            Self::Slint(_) => "try another display, for example --display web",
            Self::WebAddress { .. } => {
                "another program may hold the port: stop it, or choose another one with --web-address 127.0.0.1:8081"
            }
            Self::WebExposed { .. } => {
                "use 127.0.0.1, or add --web-exposed if everybody on the network may see and touch the screen"
            }
        }
    }
}
