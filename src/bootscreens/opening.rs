//! What is on the glass while the edition is opened: the two rivers on dark ground.

use embedded_graphics::pixelcolor::Rgb888;
use embedded_graphics::prelude::*;
use embedded_graphics::primitives::{Circle, PrimitiveStyle, Rectangle};

/// The ground: the dark blue-green of the dock.
const GROUND: Rgb888 = Rgb888::new(0x0f, 0x2d, 0x36);
/// The clear river.
const JIALING: Rgb888 = Rgb888::new(0x6c, 0xc3, 0xbd);
/// The silty river.
const YANGTZE: Rgb888 = Rgb888::new(0xe0, 0xa8, 0x66);

/// Two curves that become one, in the middle of the target.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening;

impl Drawable for Opening {
    type Color = Rgb888;
    type Output = ();

    fn draw<D: DrawTarget<Color = Rgb888>>(&self, target: &mut D) -> Result<(), D::Error> {
        let area = target.bounding_box();
        target.fill_solid(&area, GROUND)?;
        let short = area.size.width.min(area.size.height);
        let (reach, pen) = (short / 9, (short / 110).max(2));
        let centre = area.center();
        // The left river is drawn last and lies on top, as the clear water does at the meeting.
        for (color, side) in [(YANGTZE, 1), (JIALING, -1)] {
            for step in 0..=96 {
                let point = centre + river(step, side, reach);
                dot(target, point, pen, color)?;
            }
        }
        let mouth = centre + Point::new(0, signed(reach) / 3);
        let size = Size::new(pen, reach / 2);
        let tail = Rectangle::new(mouth - Point::new(signed(pen) / 2, 0), size);
        tail.into_styled(PrimitiveStyle::with_fill(YANGTZE)).draw(target)
    }
}

/// A point of the river from `side`, `step` of 96 from its source to the mouth.
#[expect(clippy::cast_possible_truncation, reason = "offsets within the screen")]
fn river(step: u32, side: i32, reach: u32) -> Point {
    let along = f64::from(step) / 96.0;
    let across = (1.0 - along).powf(1.6) * (1.0 - 0.25 * (along * std::f64::consts::PI).sin());
    let reach = f64::from(reach);
    Point::new((f64::from(side) * across * reach) as i32, ((along - 0.66) * reach) as i32)
}

fn dot<D: DrawTarget<Color = Rgb888>>(
    target: &mut D,
    at: Point,
    diameter: u32,
    color: Rgb888,
) -> Result<(), D::Error> {
    Circle::with_center(at, diameter).into_styled(PrimitiveStyle::with_fill(color)).draw(target)
}

fn signed(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}
