//! Pictures against the slots that they fill.

use super::codes;
use super::findings::Finding;
use crate::content::{Catalogue, PictureId, Slot};

/// How much a picture may be enlarged. A drawing of 1920 x 1080 fills a totem of 1080 x 1920 at 1.78, which looks
/// soft from near and right from a step away; at twice its size every edge is seen to blur.
const MOST_ENLARGED: f32 = 2.0;

/// Pictures that have too few pixels for one of `slots`.
pub(super) fn too_small(
    catalogue: &Catalogue,
    slots: &[(PictureId, Slot)],
    layout: &'static str,
) -> Vec<Finding> {
    slots
        .iter()
        .filter_map(|(id, slot)| {
            let picture = catalogue.picture(*id)?;
            let enlarged = (slot.width as f32 / picture.width.max(1) as f32)
                .max(slot.height as f32 / picture.height.max(1) as f32);
            (enlarged > MOST_ENLARGED).then(|| Finding {
                code: codes::PICTURE_SMALL,
                place: format!("picture {}", picture.slug),
                slot: String::new(),
                degree: enlarged,
                what: format!(
                    "is {} x {} pixels and fills a slot of {} x {}, {enlarged:.1} times its size",
                    picture.width, picture.height, slot.width, slot.height
                ),
                mend: "use a larger picture, such as 1920 x 1080".to_owned(),
                layout,
            })
        })
        .collect()
}
