//! What the Slint compiler makes of `ui/`. Only the modules beside this one name these types.

#![expect(
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    trivial_numeric_casts,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::use_self,
    clippy::semicolon_if_nothing_returned,
    reason = "generated code keeps its own style"
)]

slint::include_modules!();
