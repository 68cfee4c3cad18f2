//! Judging a finished poster: what a careful printer would refuse.

use naik_core::color::Color;

use crate::canvas::Canvas;
use crate::geometry::Rect;
use crate::palette::READABLE;
use crate::product::SOLID;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutCheck {
    /// `contrast`, `margin`, `safe-zone`, `clear-of-product`, `clear-of-text`, `legible`, `product-large`, `pattern`.
    pub rule: &'static str,
    /// Whether it holds.
    pub passed: bool,
    /// The measured value, in technical English.
    pub detail: String,
}

/// Text as it stands on the page.
#[derive(Clone, Debug)]
pub(crate) struct SetText {
    /// Ink box of each line.
    pub(crate) lines: Vec<Rect>,
    pub(crate) ink: Color,
    pub(crate) size: f32,
}

/// Smallest letters that are read on a phone that shows 1080 pixels at a third of the size.
pub(crate) const LEAST_SIZE: f32 = 28.0;

pub(crate) struct Judged<'a> {
    /// The page before any letter was painted.
    pub(crate) ground: &'a Canvas,
    pub(crate) texts: &'a [SetText],
    pub(crate) margin: Rect,
    pub(crate) safe: Rect,
    /// Where the product stands, and its pixels.
    pub(crate) product: Option<(Rect, &'a Canvas)>,
    pub(crate) patterns: &'a [Rect],
    pub(crate) least_share: f32,
}

/// Least contrast of an ink with the pixels of a box.
pub(crate) fn contrast_over(ground: &Canvas, area: Rect, ink: Color) -> f64 {
    let mut least = 21.0_f64;
    let (x0, y0) = (area.x.max(0.0) as usize, area.y.max(0.0) as usize);
    let (x1, y1) = (area.right().ceil() as usize, area.bottom().ceil() as usize);
    let mut last = None;
    for y in (y0..y1).step_by(3) {
        for x in (x0..x1).step_by(3) {
            let Some(color) = ground.color_at(x, y) else {
                continue;
            };
            // Grounds are mostly flat: a colour seen just before needs no second look.
            if last == Some(color) {
                continue;
            }
            last = Some(color);
            least = least.min(color.contrast(ink));
        }
    }
    least
}

fn check(rule: &'static str, passed: bool, detail: String) -> LayoutCheck {
    LayoutCheck {
        rule,
        passed,
        detail,
    }
}

/// Looks at everything.
pub(crate) fn judge(page: &Judged<'_>) -> Vec<LayoutCheck> {
    let lines: Vec<(Rect, &SetText)> = page
        .texts
        .iter()
        .flat_map(|text| text.lines.iter().map(move |line| (*line, text)))
        .collect();
    let contrast = lines
        .iter()
        .map(|(line, text)| contrast_over(page.ground, *line, text.ink))
        .fold(21.0, f64::min);
    let outside = |area: Rect| lines.iter().find(|(line, _)| !area.contains(*line));
    let overlaps = lines.iter().enumerate().find_map(|(at, (a, _))| {
        lines[at + 1..].iter().find(|(b, _)| {
            // Descenders of a tight heading may reach between the next line's capitals.
            let slack = |r: Rect| Rect::new(r.x, r.y + r.h * 0.2, r.w, r.h * 0.6);
            slack(*a).intersects(slack(*b))
        })
    });
    let smallest = page.texts.iter().map(|t| t.size).fold(f32::MAX, f32::min);
    let mut checks = vec![
        check(
            "contrast",
            contrast >= READABLE,
            format!("least {contrast:.2}, wanted {READABLE}"),
        ),
        check(
            "margin",
            outside(page.margin).is_none(),
            outside(page.margin)
                .map_or_else(|| "all text inside".to_owned(), |(r, _)| format!("{r:?}")),
        ),
        check(
            "safe-zone",
            outside(page.safe).is_none(),
            outside(page.safe)
                .map_or_else(|| "all text inside".to_owned(), |(r, _)| format!("{r:?}")),
        ),
        check(
            "clear-of-text",
            overlaps.is_none(),
            overlaps.map_or_else(|| "no text on text".to_owned(), |(r, _)| format!("{r:?}")),
        ),
        check(
            "legible",
            smallest >= LEAST_SIZE,
            format!("smallest {smallest:.0} px"),
        ),
    ];
    let under = |area: &Rect| lines.iter().any(|(line, _)| line.intersects(*area));
    let woven = page.patterns.iter().find(|area| under(area));
    checks.push(check(
        "pattern",
        woven.is_none(),
        woven.map_or_else(|| "none under text".to_owned(), |r| format!("{r:?}")),
    ));
    if let Some((at, sprite)) = page.product {
        let hidden = lines.iter().find(|(line, _)| touches(sprite, at, *line));
        checks.push(check(
            "clear-of-product",
            hidden.is_none(),
            hidden.map_or_else(
                || "no text on the product".to_owned(),
                |(r, _)| format!("{r:?}"),
            ),
        ));
        let frame = page.ground.frame();
        // The longer of width and height share: a wide tray and a tall bottle are both large then.
        let share = (at.w / frame.w).max(at.h / frame.h);
        checks.push(check(
            "product-large",
            share >= page.least_share,
            format!("{:.0} % of the side", share * 100.0),
        ));
    }
    checks
}

/// Whether any solid pixel of a placed sprite lies in a box.
fn touches(sprite: &Canvas, at: Rect, area: Rect) -> bool {
    if !at.intersects(area) {
        return false;
    }
    let (pixels, _) = sprite.pixels.as_chunks::<4>();
    let width = sprite.width as usize;
    let clamp = |v: f32, most: u32| v.clamp(0.0, most as f32) as usize;
    let (x0, x1) = (
        clamp(area.x - at.x, sprite.width),
        clamp(area.right() - at.x, sprite.width),
    );
    let (y0, y1) = (
        clamp(area.y - at.y, sprite.height),
        clamp(area.bottom() - at.y, sprite.height),
    );
    pixels
        .chunks_exact(width.max(1))
        .take(y1)
        .skip(y0)
        .any(|row| row[x0..x1].iter().any(|pixel| pixel[3] >= SOLID))
}
