//! Pictures in the size of their slots, for `ui/globals/pictures.slint`.
//!
//! A slot asks for its picture whenever it is laid out. What is not there yet is ordered once; when it
//! comes, only the slots of that picture look again.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use slint::{ComponentHandle, Image, Model, ModelRc, Rgb8Pixel, SharedPixelBuffer, VecModel};

use super::generated::{AppWindow, Pictures as Glass};
use crate::content::{Cache, PictureId, Pixels, Slot};

/// Bytes of pictures kept for the next screen; a full screen of 1920 x 1080 takes 6 MiB.
const KEPT_BYTES: usize = 48 << 20;

/// A picture at a size.
type Order = (PictureId, Slot);

/// Pixels as Slint shares them.
pub(super) type Buffer = SharedPixelBuffer<Rgb8Pixel>;

/// What is there, what is on its way, and whom to ask.
pub(super) struct Pictures {
    kept: RefCell<Cache<Order, Buffer>>,
    ordered: RefCell<HashSet<Order>>,
    /// Every picture asked for since the last look at them, while somebody looks.
    watched: RefCell<Option<HashSet<Order>>>,
    arrivals: Rc<VecModel<i32>>,
    order: Box<dyn Fn(PictureId, Slot)>,
}

impl std::fmt::Debug for Pictures {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Pictures").field("ordered", &self.ordered).finish_non_exhaustive()
    }
}

impl Pictures {
    /// Connects the slots of `window`; `order` asks for a picture that comes by [`arrived`](Self::arrived).
    pub(super) fn connect(
        window: &AppWindow,
        order: impl Fn(PictureId, Slot) + 'static,
    ) -> Rc<Self> {
        let pictures = Rc::new(Self {
            kept: RefCell::new(Cache::new(KEPT_BYTES)),
            ordered: RefCell::default(),
            watched: RefCell::default(),
            arrivals: Rc::default(),
            order: Box::new(order),
        });
        let glass = window.global::<Glass<'_>>();
        glass.set_arrivals(ModelRc::from(Rc::<VecModel<i32>>::clone(&pictures.arrivals)));
        glass.on_at({
            let pictures = Rc::clone(&pictures);
            move |picture, width, height, _arrival| {
                let (Ok(width), Ok(height)) = (u32::try_from(width), u32::try_from(height)) else {
                    return Image::default();
                };
                let slot = Slot { width, height };
                let buffer = pictures.at(PictureId(picture.into()), slot);
                buffer.map(Image::from_rgb8).unwrap_or_default()
            }
        });
        pictures
    }

    /// Makes room for the keys of another edition, and forgets the pictures of the one before.
    pub(super) fn reset(&self, highest: i64) {
        self.ordered.borrow_mut().clear();
        *self.kept.borrow_mut() = Cache::new(KEPT_BYTES);
        let rows = usize::try_from(highest).unwrap_or(0).min(1 << 20) + 1;
        self.arrivals.set_vec(vec![0; rows]);
    }

    /// The picture if it is there; else it is ordered.
    pub(super) fn at(&self, picture: PictureId, slot: Slot) -> Option<Buffer> {
        if let Some(watched) = self.watched.borrow_mut().as_mut() {
            watched.insert((picture, slot));
        }
        if let Some(buffer) = self.kept.borrow_mut().get(&(picture, slot)) {
            return Some(buffer);
        }
        if self.ordered.borrow_mut().insert((picture, slot)) {
            (self.order)(picture, slot);
        }
        None
    }

    /// The pictures asked for since the last call, the first of which begins to watch; in a fixed order.
    pub(super) fn take_asked(&self) -> Vec<Order> {
        let watched = self.watched.replace(Some(HashSet::new())).unwrap_or_default();
        let mut watched: Vec<Order> = watched.into_iter().collect();
        watched.sort_by_key(|(picture, slot)| (picture.0, slot.width, slot.height));
        watched
    }

    /// Takes in a picture that was ordered. `None` is one that could not be had: it is not asked for again.
    pub(super) fn arrived(&self, picture: PictureId, slot: Slot, pixels: Option<&Pixels>) {
        let Some(pixels) = pixels else { return };
        self.ordered.borrow_mut().remove(&(picture, slot));
        let buffer = Buffer::clone_from_slice(pixels.rgb(), pixels.width, pixels.height);
        self.kept.borrow_mut().insert((picture, slot), buffer, pixels.rgb().len());
        if let Ok(row) = usize::try_from(picture.0)
            && let Some(count) = self.arrivals.row_data(row)
        {
            self.arrivals.set_row_data(row, count.wrapping_add(1));
        }
    }
}
