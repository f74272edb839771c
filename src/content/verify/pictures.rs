//! Every picture, decoded as the glass would decode it.

use super::Report;
use crate::content::contain::contained;
use crate::content::error::Error;
use crate::content::fault::codes;
use crate::content::ids::PictureId;
use crate::content::library::Library;
use crate::content::picture::{Limits, decode, measure};
use crate::content::record::Problems;

/// Decodes every picture and compares it with its row.
pub(super) fn check(library: &Library, report: &mut Report) -> Result<(), Error> {
    let catalogue = library.catalogue();
    let problems = Problems::default();
    let mut pictures = Vec::new();
    library.store().each(
        "picture",
        "SELECT id, mime FROM picture ORDER BY id",
        &problems,
        |row| {
            pictures.push((PictureId(row.get(0)?), row.line(1)?));
            Ok(())
        },
    )?;
    for error in problems.into_vec() {
        report.problem(&error);
    }
    for (id, mime) in pictures {
        // A row that the catalogue could not take has been told of.
        let Some(card) = catalogue.picture(id) else {
            continue;
        };
        let place = format!("picture {}", card.slug);
        let decoded = contained(&place, || {
            let bytes = library.picture_bytes(id)?;
            let measured = measure(&bytes, Limits::default())?;
            let picture = decode(&bytes, Limits::default())?;
            Ok((measured.format, picture.width(), picture.height()))
        });
        let (format, width, height) = match decoded {
            Ok(decoded) => decoded,
            Err(error) => {
                report.problem(&error.at(&place));
                continue;
            }
        };
        if (width, height) != (card.width, card.height) {
            report.error(
                codes::PICTURE_SIZE,
                place.clone(),
                format!(
                    "is {width} x {height} pixels, and its row says {} x {}",
                    card.width, card.height
                ),
                "write its real size into the row, as it is seen upright",
            );
        }
        if format.mime() != mime {
            report.error(
                codes::PICTURE_FORMAT,
                place,
                format!("is {}, and its row says {mime}", format.mime()),
                "write its real format into the row",
            );
        }
    }
    Ok(())
}
