//! What the Slint compiler makes of `ui/`. Only the modules beside this one name these types.

#![allow(
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    trivial_numeric_casts,
    clippy::all,
    clippy::pedantic,
    clippy::todo,
    clippy::unwrap_used,
    clippy::use_self,
    reason = "generated code keeps its own style"
)]

slint::include_modules!();
