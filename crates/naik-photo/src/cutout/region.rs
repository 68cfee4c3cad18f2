//! Connected regions of a mask: neighbours, pieces, outlines and what is too small to stay.

use super::guidance::Label;
use super::holes::LEAST_AREA;

/// Left, right, above, below, where inside the photo.
pub(super) fn around(pixel: usize, width: usize, height: usize) -> [Option<usize>; 4] {
    let (x, y) = (pixel % width, pixel / width);
    [
        (x > 0).then(|| pixel - 1),
        (x + 1 < width).then(|| pixel + 1),
        (y > 0).then(|| pixel - width),
        (y + 1 < height).then(|| pixel + width),
    ]
}

/// The connected pieces of one kind of pixel.
pub(super) fn pieces(mask: &[bool], width: usize, kind: bool) -> Vec<Vec<usize>> {
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
            for other in around(pixel, width, height).into_iter().flatten() {
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

/// The mask with everything inside its outline; what the owner removed stays open.
pub(super) fn filled(mask: &[bool], labels: &[Label], width: usize) -> Vec<bool> {
    let height = mask.len() / width.max(1);
    let mut out = mask.to_vec();
    for piece in pieces(mask, width, false) {
        let open = piece.iter().any(|&pixel| {
            let (x, y) = (pixel % width, pixel / width);
            labels[pixel] == Label::Remove || x == 0 || y == 0 || x + 1 == width || y + 1 == height
        });
        if !open {
            for pixel in piece {
                out[pixel] = true;
            }
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specks_go_and_small_gaps_close() {
        let mut mask = vec![false; 144];
        mask[..72].fill(true);
        mask[30] = false;
        mask[143] = true;
        tidy(&mut mask, &[Label::Open; 144], 12, 0.05);
        assert!(mask[30] && !mask[143]);
    }

    #[test]
    fn pieces_are_joined_by_sides_not_by_corners() {
        let mask = [true, false, false, true];
        let sizes: Vec<usize> = pieces(&mask, 2, true).iter().map(Vec::len).collect();
        assert_eq!(sizes, [1, 1]);
        assert_eq!(around(0, 2, 2), [None, Some(1), None, Some(2)]);
    }
}
