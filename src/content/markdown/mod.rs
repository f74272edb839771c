//! A body in Markdown -> blocks that a screen can lay out.
//!
//! The subset is that of `docs/content.md`; what lies outside is reported and left out,
//! or kept as plain words where they are worth keeping.
//! Knows nothing of languages, rows or how a block is drawn.

mod builder;
mod fault;
mod references;
mod rich;
mod table;

use pulldown_cmark::{Options, Parser};

use super::article::Block;
use super::bounds::BODY_MAX_BYTES;
use builder::Builder;
pub use fault::{MarkdownFault, MarkdownFaultKind};
pub use references::{NoReferences, References};

/// What a body holds, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// What can be shown.
    pub blocks: Vec<Block>,
    /// What the author has to mend, in the order of lines.
    pub faults: Vec<MarkdownFault>,
}

/// Reads `body`, beside which `facts` facts stand, looking up what it refers to in `references`.
///
/// Takes time in proportion to the length of the body, which is at most [`BODY_MAX_BYTES`]:
/// a longer one is a fault and has no blocks.
#[must_use]
pub fn parse(body: &str, references: &dyn References, facts: usize) -> Parsed {
    if body.len() > BODY_MAX_BYTES {
        return Parsed {
            blocks: Vec::new(),
            faults: vec![MarkdownFault {
                line: 1,
                kind: MarkdownFaultKind::BodyTooLong { bytes: body.len() },
            }],
        };
    }
    // Footnotes are read only so that they can be named as faults.
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut builder = Builder::new(body, references, facts);
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        builder.take(event, range.start);
    }
    builder.finish()
}

#[cfg(test)]
mod tests;
