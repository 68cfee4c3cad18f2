//! Turning a photo upright: the eight ways in which a phone can be held.

use rayon::prelude::*;

use crate::image::Image;

/// How stored rows relate to the upright photo, in EXIF's order 1 to 8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// 1: as stored.
    #[default]
    Upright,
    /// 2: mirrored left to right.
    Mirrored,
    /// 3: upside down.
    UpsideDown,
    /// 4: mirrored top to bottom.
    Flipped,
    /// 5: mirrored over the main diagonal.
    Transposed,
    /// 6: needs a quarter turn clockwise.
    QuarterClockwise,
    /// 7: mirrored over the other diagonal.
    Transversed,
    /// 8: needs a quarter turn counter-clockwise.
    QuarterCounter,
}

impl Orientation {
    /// From EXIF's number; `None` outside 1 to 8.
    pub fn from_exif(value: u16) -> Option<Self> {
        Some(match value {
            1 => Self::Upright,
            2 => Self::Mirrored,
            3 => Self::UpsideDown,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterClockwise,
            7 => Self::Transversed,
            8 => Self::QuarterCounter,
            _ => return None,
        })
    }

    /// Whether width and height change places.
    pub fn swaps_sides(self) -> bool {
        matches!(
            self,
            Self::Transposed | Self::QuarterClockwise | Self::Transversed | Self::QuarterCounter
        )
    }

    /// Turns stored pixels upright.
    pub fn apply<const CHANNELS: usize>(self, stored: Image<CHANNELS>) -> Image<CHANNELS> {
        if self == Self::Upright {
            return stored;
        }
        let (width, height) = (stored.width() as usize, stored.height() as usize);
        let (out_width, out_height) = if self.swaps_sides() {
            (height, width)
        } else {
            (width, height)
        };
        // Which stored pixel an upright pixel comes from, as a walk: start + x * step_x + y * step_y.
        let (w, last_x, last_y) = (
            width as isize,
            width.saturating_sub(1) as isize,
            height.saturating_sub(1) as isize,
        );
        let (start, step_x, step_y) = match self {
            Self::Upright => (0, 1, w),
            Self::Mirrored => (last_x, -1, w),
            Self::UpsideDown => (last_x + last_y * w, -1, -w),
            Self::Flipped => (last_y * w, 1, -w),
            Self::Transposed => (0, w, 1),
            Self::QuarterClockwise => (last_y * w, -w, 1),
            Self::Transversed => (last_x + last_y * w, -w, -1),
            Self::QuarterCounter => (last_x, w, -1),
        };
        let mut out = Image::<CHANNELS>::filled(out_width as u32, out_height as u32, 0);
        let from = stored.data();
        // Bands of rows, column by column inside: neighbouring stored bytes are still in the cache when the next row of the band wants them.
        const BAND: usize = 32;
        out.data_mut()
            .par_chunks_mut((out_width * CHANNELS * BAND).max(1))
            .enumerate()
            .for_each(|(band, rows)| {
                let band_height = rows.len() / (out_width * CHANNELS).max(1);
                for x in 0..out_width {
                    for y in 0..band_height {
                        let upright_y = (band * BAND + y) as isize;
                        let source =
                            (start + x as isize * step_x + upright_y * step_y) as usize * CHANNELS;
                        let target = (y * out_width + x) * CHANNELS;
                        rows[target..target + CHANNELS]
                            .copy_from_slice(&from[source..source + CHANNELS]);
                    }
                }
            });
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Gray;

    #[test]
    fn each_way_turns_a_letter_upright() {
        // Stored 3 wide, 2 high: 1 2 3 / 4 5 6.
        let stored = Gray::from_data(3, 2, vec![1, 2, 3, 4, 5, 6]).unwrap();
        for (exif, width, expected) in [
            (1, 3, [1, 2, 3, 4, 5, 6]),
            (2, 3, [3, 2, 1, 6, 5, 4]),
            (3, 3, [6, 5, 4, 3, 2, 1]),
            (4, 3, [4, 5, 6, 1, 2, 3]),
            (5, 2, [1, 4, 2, 5, 3, 6]),
            (6, 2, [4, 1, 5, 2, 6, 3]),
            (7, 2, [6, 3, 5, 2, 4, 1]),
            (8, 2, [3, 6, 2, 5, 1, 4]),
        ] {
            let upright = Orientation::from_exif(exif).unwrap().apply(stored.clone());
            assert_eq!(upright.width(), width, "{exif}");
            assert_eq!(upright.data(), expected, "{exif}");
        }
    }
}
