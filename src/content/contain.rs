//! A net under code that reads untrusted bytes: a panic there costs one answer and not the thread.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::Error;

/// What `work` returns, or the error that it panicked over `what`.
pub(super) fn contained<T>(
    what: &str,
    work: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(Error::Panicked { what: what.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let answer: Result<(), _> = contained("picture 7", || panic!("a test of the net"));
        assert!(matches!(answer, Err(Error::Panicked { what }) if what == "picture 7"));
    }
}
