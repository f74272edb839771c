//! What a body can refer to: pictures, figures and facts.

use super::super::catalogue::Catalogue;
use super::super::chars::quoted;
use super::super::ids::{FigureId, PictureId};
use super::fault::MarkdownFaultKind;

/// Knows the pictures and figures that a body may name.
pub trait References {
    /// The picture of that slug.
    fn picture(&self, slug: &str) -> Option<PictureId>;

    /// The figure of that slug.
    fn figure(&self, slug: &str) -> Option<FigureId>;
}

/// For a text that stands alone: there is nothing that it may name.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoReferences;

impl References for NoReferences {
    fn picture(&self, _: &str) -> Option<PictureId> {
        None
    }

    fn figure(&self, _: &str) -> Option<FigureId> {
        None
    }
}

impl References for Catalogue {
    fn picture(&self, slug: &str) -> Option<PictureId> {
        self.picture_by_slug(slug).map(|picture| picture.id)
    }

    fn figure(&self, slug: &str) -> Option<FigureId> {
        self.figure_by_slug(slug).map(|figure| figure.id)
    }
}

/// What one reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Picture(PictureId),
    Figure(FigureId),
    /// The fact of that position, from 0.
    Fact(usize),
}

/// What `reference` leads to, in a text with `facts` facts beside it.
pub(super) fn find(
    reference: &str,
    references: &dyn References,
    facts: usize,
) -> Result<Target, MarkdownFaultKind> {
    let unknown = || MarkdownFaultKind::ReferenceUnknown { target: quoted(reference) };
    let (scheme, name) = reference.split_once(':').ok_or_else(unknown)?;
    let slug = || quoted(name);
    match scheme {
        "picture" => references
            .picture(name)
            .map(Target::Picture)
            .ok_or_else(|| MarkdownFaultKind::PictureMissing { slug: slug() }),
        "figure" => references
            .figure(name)
            .map(Target::Figure)
            .ok_or_else(|| MarkdownFaultKind::FigureMissing { slug: slug() }),
        // Authors count from 1.
        "fact" => name
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1))
            .filter(|position| *position < facts)
            .map(Target::Fact)
            .ok_or_else(|| MarkdownFaultKind::FactMissing { number: slug() }),
        _ => Err(unknown()),
    }
}
