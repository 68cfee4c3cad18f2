//! Where a shop or a person is, and how far that is from elsewhere.

use serde::{Deserialize, Serialize};

/// Mean radius of the earth, in metres (IUGG).
const EARTH: f64 = 6_371_008.8;

/// A point on the map, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North positive, -90 to 90.
    pub latitude: f64,
    /// East positive, -180 to 180.
    pub longitude: f64,
}

impl Point {
    /// A point; none when it lies on no map.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let good = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        good.then_some(Self {
            latitude,
            longitude,
        })
    }

    /// Whole metres as the crow flies (haversine).
    pub fn metres(self, other: Self) -> u32 {
        let (one, two) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
        let east = half(self.longitude.to_radians(), other.longitude.to_radians());
        let chord = half(one, two) + one.cos() * two.cos() * east;
        let metres = 2.0 * EARTH * chord.clamp(0.0, 1.0).sqrt().asin();
        // At most half of the earth's girth: 20,015 km.
        metres.round() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> Point {
        Point::new(latitude, longitude).unwrap()
    }

    #[test]
    fn distances_are_those_of_the_map() {
        let malang = point(-7.9797, 112.6304);
        let surabaya = point(-7.2575, 112.7521);
        assert_eq!(malang.metres(malang), 0);
        // 81.4 km by the great-circle formula (spherical law of cosines, computed apart).
        assert!((81_000..82_000).contains(&malang.metres(surabaya)));
        let girth = point(0.0, 0.0).metres(point(0.0, 180.0));
        assert!((20_015_000..20_015_200).contains(&girth), "{girth}");
        for (latitude, longitude) in [(91.0, 0.0), (0.0, -181.0), (f64::NAN, 0.0)] {
            assert_eq!(Point::new(latitude, longitude), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn there_is_as_far_as_back_and_no_way_round_is_shorter(
            a in (-11.0..6.0_f64, 95.0..141.0_f64), b in (-11.0..6.0_f64, 95.0..141.0_f64), c in (-11.0..6.0_f64, 95.0..141.0_f64),
        ) {
            let (a, b, c) = (point(a.0, a.1), point(b.0, b.1), point(c.0, c.1));
            proptest::prop_assert_eq!(a.metres(b), b.metres(a));
            proptest::prop_assert!(a.metres(c) <= a.metres(b) + b.metres(c) + 2);
        }
    }
}
