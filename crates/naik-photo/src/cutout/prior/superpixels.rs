//! Small patches of one colour, so that cues are computed for hundreds of
//! regions instead of a hundred thousand pixels.
//!
//! Simple linear iterative clustering (Achanta et al. 2012): k-means over
//! colour and place in which a pixel only looks at the nine nearest patches.

use crate::cutout::region::around;
use crate::cutout::working::{Working, distance_squared};

/// A photo divided into connected patches.
pub(in crate::cutout) struct Superpixels {
    /// The patch of each pixel.
    pub(in crate::cutout) of: Vec<u32>,
    /// The patches.
    pub(in crate::cutout) patches: Vec<Patch>,
    /// Pairs of touching patches, smaller number first, sorted.
    pub(in crate::cutout) touching: Vec<(u32, u32)>,
}

/// One patch.
#[derive(Clone, Debug, Default)]
pub(in crate::cutout) struct Patch {
    /// Number of pixels.
    pub(in crate::cutout) size: f32,
    /// Mean Lab colour.
    pub(in crate::cutout) lab: [f32; 3],
    /// Mean place over the longer side of the photo.
    pub(in crate::cutout) place: [f32; 2],
    /// How many of its pixels lie on the photo's border.
    pub(in crate::cutout) border: f32,
}

/// How much a distance of one grid step counts, in Lab units.
const COMPACTNESS: f32 = 12.0;

impl Superpixels {
    /// Divides into about `count` patches.
    pub(in crate::cutout) fn new(working: &Working, count: usize) -> Self {
        let (width, height) = (working.width, working.height);
        let step = ((working.len() as f32 / count as f32).sqrt()).max(3.0);
        let columns = ((width as f32 / step).round() as usize).max(1);
        let rows = ((height as f32 / step).round() as usize).max(1);
        let cell = |x: usize, y: usize| (y * rows / height, x * columns / width);
        let mut of: Vec<u32> = (0..working.len())
            .map(|pixel| {
                let (row, column) = cell(pixel % width, pixel / width);
                (row * columns + column) as u32
            })
            .collect();
        let pull = (COMPACTNESS / step).powi(2);
        for _ in 0..5 {
            let mut centers = vec![[0.0_f32; 6]; columns * rows];
            for (pixel, &patch) in of.iter().enumerate() {
                let center = &mut centers[patch as usize];
                let [l, a, b] = working.lab[pixel];
                let values = [l, a, b, (pixel % width) as f32, (pixel / width) as f32, 1.0];
                for (sum, value) in center.iter_mut().zip(values) {
                    *sum += value;
                }
            }
            for center in &mut centers {
                let size = center[5];
                if size > 0.0 {
                    *center = center.map(|sum| sum / size);
                } else {
                    center[0] = f32::INFINITY;
                }
            }
            for (pixel, patch) in of.iter_mut().enumerate() {
                let (x, y) = (pixel % width, pixel / width);
                let (row, column) = cell(x, y);
                let mut best = f32::INFINITY;
                for near_row in row.saturating_sub(1)..(row + 2).min(rows) {
                    for near_column in column.saturating_sub(1)..(column + 2).min(columns) {
                        let index = near_row * columns + near_column;
                        let center = centers[index];
                        let color = [center[0], center[1], center[2]];
                        let away = (center[3] - x as f32).powi(2) + (center[4] - y as f32).powi(2);
                        let distance = distance_squared(color, working.lab[pixel]) + pull * away;
                        if distance < best {
                            best = distance;
                            *patch = index as u32;
                        }
                    }
                }
            }
        }
        let of = connect(&of, width, height, (step * step / 6.0) as usize);
        Self::describe(working, of)
    }

    fn describe(working: &Working, of: Vec<u32>) -> Self {
        let (width, height) = (working.width, working.height);
        let count = of.iter().max().map_or(0, |&last| last as usize + 1);
        let mut patches = vec![Patch::default(); count];
        let longer = width.max(height) as f32;
        let mut touching = Vec::new();
        for y in 0..height {
            for x in 0..width {
                let pixel = y * width + x;
                let patch = &mut patches[of[pixel] as usize];
                patch.size += 1.0;
                for (sum, value) in patch.lab.iter_mut().zip(working.lab[pixel]) {
                    *sum += value;
                }
                patch.place[0] += x as f32 / longer;
                patch.place[1] += y as f32 / longer;
                if x == 0 || y == 0 || x + 1 == width || y + 1 == height {
                    patch.border += 1.0;
                }
                let right = (x + 1 < width).then_some(pixel + 1);
                let below = (y + 1 < height).then_some(pixel + width);
                for other in right.into_iter().chain(below) {
                    let (a, b) = (of[pixel], of[other]);
                    if a != b {
                        touching.push((a.min(b), a.max(b)));
                    }
                }
            }
        }
        for patch in &mut patches {
            patch.lab = patch.lab.map(|sum| sum / patch.size);
            patch.place = patch.place.map(|sum| sum / patch.size);
        }
        touching.sort_unstable();
        touching.dedup();
        Self {
            of,
            patches,
            touching,
        }
    }

    /// A value for each patch as a value for each pixel.
    pub(in crate::cutout) fn spread(&self, values: &[f32]) -> Vec<f32> {
        self.of
            .iter()
            .map(|&patch| values[patch as usize])
            .collect()
    }
}

/// Renumbers connected pieces; a piece under `least` pixels joins the piece met before it.
fn connect(of: &[u32], width: usize, height: usize, least: usize) -> Vec<u32> {
    let mut fresh = vec![u32::MAX; of.len()];
    let mut next = 0;
    let mut piece = Vec::new();
    for start in 0..of.len() {
        if fresh[start] != u32::MAX {
            continue;
        }
        piece.clear();
        piece.push(start);
        fresh[start] = next;
        let mut before = None;
        let mut read = 0;
        while let Some(&pixel) = piece.get(read) {
            read += 1;
            for other in around(pixel, width, height).into_iter().flatten() {
                if fresh[other] == u32::MAX {
                    if of[other] == of[start] {
                        fresh[other] = next;
                        piece.push(other);
                    }
                } else if fresh[other] != next {
                    before = Some(fresh[other]);
                }
            }
        }
        match before {
            Some(before) if piece.len() < least => {
                for &pixel in &piece {
                    fresh[pixel] = before;
                }
            }
            _ => next += 1,
        }
    }
    fresh
}
