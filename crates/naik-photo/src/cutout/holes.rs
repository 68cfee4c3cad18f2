//! Background seen through the product: handles, rings, the gaps of a basket.
//!
//! A graph cut dislikes small enclosed regions, because their boundary is long
//! for their area. So each region inside the product whose colours speak for
//! the background is asked again, alone.

use super::guidance::Label;

/// Regions under this part of the photo are texture, not holes.
const LEAST_AREA: f32 = 0.0006;
/// A pixel is a candidate from this preference for the background on, nats.
const CANDIDATE: f32 = -0.5;

/// Opens the holes in `mask`; `preference` is in nats, negative for the
/// background. A region is opened when its mean preference is at most
/// `verdict`. Pixels that the owner wants kept stay. Returns how many regions opened.
pub(super) fn open(
    mask: &mut [bool],
    preference: &[f32],
    labels: &[Label],
    width: usize,
    verdict: f32,
) -> usize {
    let height = mask.len() / width.max(1);
    let least = (LEAST_AREA * mask.len() as f32).max(6.0) as usize;
    let mut seen = vec![false; mask.len()];
    let mut region = Vec::new();
    let mut opened = 0;
    for start in 0..mask.len() {
        let candidate = |pixel: usize| {
            mask[pixel] && preference[pixel] < CANDIDATE && labels[pixel] == Label::Open
        };
        if seen[start] || !candidate(start) {
            continue;
        }
        region.clear();
        region.push(start);
        seen[start] = true;
        let mut read = 0;
        let mut sum = 0.0;
        let mut enclosed = true;
        while let Some(&pixel) = region.get(read) {
            read += 1;
            sum += preference[pixel];
            let (x, y) = (pixel % width, pixel / width);
            enclosed &= x > 0 && y > 0 && x + 1 < width && y + 1 < height;
            let around = [
                (x > 0).then(|| pixel - 1),
                (x + 1 < width).then(|| pixel + 1),
                (y > 0).then(|| pixel - width),
                (y + 1 < height).then(|| pixel + width),
            ];
            for other in around.into_iter().flatten() {
                if !seen[other] && candidate(other) {
                    seen[other] = true;
                    region.push(other);
                }
            }
        }
        if enclosed && region.len() >= least && sum / region.len() as f32 <= verdict {
            opened += 1;
            for &pixel in &region {
                mask[pixel] = false;
            }
        }
    }
    opened
}

/// Drops pieces of the product under `share` of the largest piece, and fills
/// gaps under the size of a hole. Pieces that the owner wants kept stay.
pub(super) fn tidy(mask: &mut [bool], labels: &[Label], width: usize, share: f32) {
    let least = (LEAST_AREA * mask.len() as f32).max(6.0) as usize;
    for (kind, keeps) in [(true, Label::Keep), (false, Label::Remove)] {
        let pieces = pieces(mask, width, kind);
        let largest = pieces.iter().map(Vec::len).max().unwrap_or(0);
        let limit = if kind {
            (share * largest as f32) as usize
        } else {
            least
        };
        for piece in pieces {
            if piece.len() < limit && piece.iter().all(|&pixel| labels[pixel] != keeps) {
                for pixel in piece {
                    mask[pixel] = !kind;
                }
            }
        }
    }
}

/// The connected pieces of one kind of pixel.
fn pieces(mask: &[bool], width: usize, kind: bool) -> Vec<Vec<usize>> {
    let height = mask.len() / width.max(1);
    let mut seen = vec![false; mask.len()];
    let mut pieces = Vec::new();
    for start in 0..mask.len() {
        if mask[start] != kind || seen[start] {
            continue;
        }
        seen[start] = true;
        let mut piece = vec![start];
        let mut read = 0;
        while let Some(&pixel) = piece.get(read) {
            read += 1;
            let (x, y) = (pixel % width, pixel / width);
            let around = [
                (x > 0).then(|| pixel - 1),
                (x + 1 < width).then(|| pixel + 1),
                (y > 0).then(|| pixel - width),
                (y + 1 < height).then(|| pixel + width),
            ];
            for other in around.into_iter().flatten() {
                if mask[other] == kind && !seen[other] {
                    seen[other] = true;
                    piece.push(other);
                }
            }
        }
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ring of product with background in its middle, as a 12x12 grid.
    fn ring() -> (Vec<bool>, Vec<f32>) {
        let inner = |pixel: usize| {
            let (x, y) = (pixel % 12, pixel / 12);
            (4..8).contains(&x) && (4..8).contains(&y)
        };
        let outer = |pixel: usize| {
            let (x, y) = (pixel % 12, pixel / 12);
            (2..10).contains(&x) && (2..10).contains(&y)
        };
        let mask = (0..144).map(outer).collect();
        let preference = (0..144)
            .map(|p| if outer(p) && !inner(p) { 4.0 } else { -4.0 })
            .collect();
        (mask, preference)
    }

    #[test]
    fn opens_what_is_background_inside() {
        let (mut mask, preference) = ring();
        assert_eq!(
            open(&mut mask, &preference, &[Label::Open; 144], 12, -1.0),
            1
        );
        assert!(!mask[5 * 12 + 5] && mask[3 * 12 + 3]);
    }

    #[test]
    fn a_kept_middle_stays() {
        let (mut mask, preference) = ring();
        assert_eq!(
            open(&mut mask, &preference, &[Label::Keep; 144], 12, -1.0),
            0
        );
    }

    #[test]
    fn specks_go_and_small_gaps_close() {
        let mut mask = vec![false; 144];
        mask[..72].fill(true);
        mask[30] = false;
        mask[143] = true;
        tidy(&mut mask, &[Label::Open; 144], 12, 0.05);
        assert!(mask[30] && !mask[143]);
    }
}
