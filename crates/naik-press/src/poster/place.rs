//! Finding the largest place for the product that the words leave.

use crate::geometry::Rect;
use crate::product::Product;

/// Pixels between the places that are tried.
const STEP: f32 = 24.0;
/// Cells along the longer side of the product's outline.
const CELLS: f32 = 72.0;

/// Where the product may stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    /// It stays inside.
    pub(crate) area: Rect,
    /// Wished centre, as shares of the area.
    pub(crate) gravity: (f32, f32),
    /// Space kept free around words, in pixels.
    pub(crate) clearance: f32,
    /// When set, its foot stands on this line.
    pub(crate) floor: Option<f32>,
}

/// The largest box for the product that keeps clear of `obstacles`; its own outline is what may not touch, not its box.
pub(crate) fn largest(product: &Product, room: Room, obstacles: &[Rect]) -> Rect {
    let aspect = product.aspect();
    let area = room.area;
    let full_w = area.w.min(area.h * aspect);
    let blocked: Vec<Rect> = obstacles.iter().map(|r| r.inset(-room.clearance)).collect();
    let cells = |share: f32| ((CELLS * share.min(1.0)).ceil() as usize).max(2);
    let columns = cells(aspect);
    let mask = product.silhouette(columns, cells(1.0 / aspect));
    let mut scale = 1.0_f32;
    while scale > 0.2 {
        let (w, h) = (full_w * scale, full_w * scale / aspect);
        if let Some(at) = best_place(&mask, columns, (w, h), room, &blocked) {
            return at;
        }
        scale *= 0.955;
    }
    // No place without a touch: small, at the wished centre; the check will say so.
    let (w, h) = (full_w * 0.2, full_w * 0.2 / aspect);
    Rect::new(area.center().0 - w / 2.0, area.center().1 - h / 2.0, w, h)
}

fn best_place(
    mask: &[bool],
    columns: usize,
    (w, h): (f32, f32),
    room: Room,
    blocked: &[Rect],
) -> Option<Rect> {
    let area = room.area;
    let wish = (
        area.x + (area.w - w) * room.gravity.0,
        room.floor
            .map_or(area.y + (area.h - h) * room.gravity.1, |floor| floor - h),
    );
    if wish.1 < area.y - 0.5 {
        return None;
    }
    let steps = |from: f32, to: f32| {
        let count = ((to - from) / STEP).ceil().max(0.0) as usize;
        (0..=count).map(move |i| {
            if count == 0 {
                from
            } else {
                from + (to - from) * i as f32 / count as f32
            }
        })
    };
    let ys: Vec<f32> = if room.floor.is_some() {
        vec![wish.1]
    } else {
        steps(area.y, area.bottom() - h).chain([wish.1]).collect()
    };
    let xs: Vec<f32> = steps(area.x, area.right() - w).chain([wish.0]).collect();
    let mut spots: Vec<(f32, f32, f32)> = ys
        .iter()
        .flat_map(|y| {
            xs.iter()
                .map(move |x| ((x - wish.0).hypot(y - wish.1), *x, *y))
        })
        .collect();
    spots.sort_by(|a, b| a.0.total_cmp(&b.0));
    spots
        .into_iter()
        .map(|(_, x, y)| Rect::new(x, y, w, h))
        .find(|at| blocked.iter().all(|r| !covers(mask, columns, *at, *r)))
}

/// Whether any cell of the silhouette, placed at `at`, touches a box.
fn covers(mask: &[bool], columns: usize, at: Rect, area: Rect) -> bool {
    if !at.intersects(area) {
        return false;
    }
    let rows = mask.len() / columns;
    let (cw, ch) = (at.w / columns as f32, at.h / rows as f32);
    let cells = |from: f32, to: f32, size: f32, most: usize| {
        let first = (from / size).floor().max(0.0) as usize;
        let last = ((to / size).ceil().max(0.0) as usize).min(most);
        first.min(most)..last
    };
    let across = cells(area.x - at.x, area.right() - at.x, cw, columns);
    let mut down = cells(area.y - at.y, area.bottom() - at.y, ch, rows);
    down.any(|row| {
        mask[row * columns..(row + 1) * columns]
            .get(across.clone())
            .is_some_and(|cells| cells.iter().any(|cell| *cell))
    })
}
