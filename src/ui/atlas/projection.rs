//! From degrees on the globe to pixels in the box: equirectangular, true at the middle latitude.

use super::geometry::{Point, Rect};

/// The least stretch of land that is shown, in degrees of latitude: a single place is not blown up further.
const LEAST_DEGREES: f64 = 0.08;

/// Where the places of the globe lie in the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Projection {
    longitude: f64,
    latitude: f64,
    /// What a degree of longitude is worth, in degrees of latitude.
    shrink: f64,
    /// Pixels a degree of latitude.
    scale: f64,
    centre: Point,
}

impl Projection {
    /// Shows all of `points` in `inner`, as large as they get there.
    pub(super) fn fitting(points: &[(f64, f64)], inner: &Rect) -> Self {
        let bounds = |of: fn(&(f64, f64)) -> f64| {
            let all = || points.iter().map(of).filter(|value| value.is_finite());
            let least = all().fold(f64::INFINITY, f64::min);
            let most = all().fold(f64::NEG_INFINITY, f64::max);
            if least <= most { (least, most) } else { (0.0, 0.0) }
        };
        let (west, east) = bounds(|point| point.0);
        let (south, north) = bounds(|point| point.1);
        let latitude = f64::midpoint(south, north);
        // Never 0, so that even a place at a pole has a width.
        let shrink = latitude.to_radians().cos().max(0.01);
        let across = ((east - west) * shrink).max(LEAST_DEGREES);
        let down = (north - south).max(LEAST_DEGREES);
        let scale = (f64::from(inner.width) / across).min(f64::from(inner.height) / down);
        Self {
            longitude: f64::midpoint(west, east),
            latitude,
            shrink,
            scale: scale.max(0.0),
            centre: inner.centre(),
        }
    }

    /// The pixel of a longitude and latitude.
    #[expect(clippy::cast_possible_truncation, reason = "a pixel needs no more than f32")]
    pub(super) fn pixel(&self, (longitude, latitude): (f64, f64)) -> Point {
        let x = (longitude - self.longitude) * self.shrink * self.scale;
        let y = (self.latitude - latitude) * self.scale;
        Point::new(self.centre.x + x as f32, self.centre.y + y as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect::new(20.0, 10.0, 400.0, 200.0);

    #[test]
    fn north_is_up_and_east_is_right() {
        let projection = Projection::fitting(&[(106.4, 29.5), (106.8, 29.8)], &BOX);
        let (south_west, north_east) =
            (projection.pixel((106.4, 29.5)), projection.pixel((106.8, 29.8)));
        assert!(south_west.x < north_east.x, "east is right");
        assert!(south_west.y > north_east.y, "north is up");
    }

    #[test]
    fn a_kilometre_is_as_long_across_as_it_is_down() {
        let projection = Projection::fitting(&[(106.4, 29.5), (106.8, 29.8)], &BOX);
        let origin = projection.pixel((106.6, 29.65));
        let shrink = 29.65_f64.to_radians().cos();
        let east = projection.pixel((106.6 + 0.01 / shrink, 29.65)).x - origin.x;
        let north = origin.y - projection.pixel((106.6, 29.66)).y;
        assert!((east - north).abs() < 0.05, "{east} {north}");
    }

    #[test]
    fn all_points_lie_in_the_box_and_touch_two_of_its_edges() {
        let points = [(106.46, 29.57), (106.82, 29.79), (106.6, 29.61)];
        let projection = Projection::fitting(&points, &BOX);
        for point in points {
            assert!(BOX.grown(0.01).contains(projection.pixel(point)), "{point:?}");
        }
        let low = projection.pixel((106.46, 29.57));
        let high = projection.pixel((106.82, 29.79));
        let fills =
            (high.x - low.x - BOX.width).abs() < 0.1 || (low.y - high.y - BOX.height).abs() < 0.1;
        assert!(fills, "{low:?} {high:?}");
    }

    #[test]
    fn one_point_or_none_or_nonsense_lies_in_the_middle() {
        for points in [vec![(106.5, 29.6)], vec![], vec![(f64::NAN, 91.0)]] {
            let projection = Projection::fitting(&points, &BOX);
            assert!(projection.scale.is_finite(), "{points:?}");
        }
        let projection = Projection::fitting(&[(106.5, 29.6)], &BOX);
        assert_eq!(projection.pixel((106.5, 29.6)), BOX.centre());
    }
}
