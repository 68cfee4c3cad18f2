//! The words that every family sets, measured and not yet placed.

use naik_core::color::Color;

use super::{Copy, Page};
use crate::canvas::{Canvas, Paint};
use crate::geometry::{Path, Rect};
use crate::palette::Ground;
use crate::picture;
use crate::poster::can_be_set;
use crate::poster::element::{self, Element};
use crate::raster::Mask;
use crate::text::{self, Align, Style};

/// What is left of the size of title and price where they leave the product too little.
const TIGHT: f32 = 0.75;

impl Page<'_> {
    /// The shop's logo and name, with the city.
    pub(crate) fn shop(&self, ink: Color, width: f32) -> Option<Element> {
        let name = self.brand.shop.as_deref().filter(|s| can_be_set(s))?;
        let line = match self.brand.city.as_deref().filter(|s| can_be_set(s)) {
            Some(city) => format!("{name} · {city}"),
            None => name.to_owned(),
        };
        let logo = self.logo(64.0);
        let beside = if logo.is_some() { 64.0 + 18.0 } else { 0.0 };
        let style = Style::label(35.0, 30.0);
        // The city is left out before the name is cut.
        let block = text::fit(&line, style, width - beside, 60.0)
            .filter(|block| !block.cut)
            .or_else(|| text::fit(name, style, width - beside, 60.0))?;
        let text = Element::text(block, ink);
        Some(match logo {
            Some(picture) => {
                let mut out = Element::space(beside + text.w, 64.0);
                out.pictures.push((picture, 0.0, 0.0));
                out.boxes.push(Rect::new(0.0, 0.0, 64.0, 64.0));
                let y = (64.0 - text.h) / 2.0;
                let text = text.moved(beside, y);
                out.words.extend(text.words);
                out.boxes.extend(text.boxes);
                out
            }
            None => text,
        })
    }

    /// The logo in a square with soft corners.
    fn logo(&self, side: f32) -> Option<Canvas> {
        let logo = self.brand.logo.as_ref()?.as_picture();
        logo.check().ok()?;
        let source = logo.window(0, 0, logo.width, logo.height, 400);
        let scale = side / source.width.max(source.height) as f32;
        let (w, h) = (source.width as f32 * scale, source.height as f32 * scale);
        let window = [0.0, 0.0, source.width as f32, source.height as f32];
        let small = picture::resample(&source, window, w.round() as u32, h.round() as u32);
        let mut out = Canvas::new(side as u32, side as u32, None);
        let corner = Path::rounded(Rect::new((side - w) / 2.0, (side - h) / 2.0, w, h), 12.0);
        let mask = Mask::fill(&corner, out.width, out.height);
        let (x, y) = ((side - w) / 2.0, (side - h) / 2.0);
        out.put(&small, x.round() as i32, y.round() as i32, Some(&mask), 1.0);
        Some(out)
    }

    /// Title and, under a headline, the product's name.
    pub(crate) fn title(
        &self,
        copy: &Copy,
        ground: Ground,
        style: Style,
        width: f32,
        height: f32,
    ) -> Element {
        let (mut style, mut height) = (style, height);
        if copy.price_leads {
            style.most = style.most.min(70.0);
            style.least = style.least.min(44.0);
        }
        if copy.is_tight {
            style.most = (style.most * TIGHT).max(style.least);
            height *= TIGHT;
        }
        let lead = copy.lead.as_deref().and_then(|lead| {
            // The name is what a buyer has to remember: smaller than the headline, never small.
            let label = Style::heading((style.most * 0.62).clamp(46.0, 66.0), 38.0)
                .lines(2)
                .leading(1.12)
                .tracking(-0.024)
                .align(style.align);
            text::fit(lead, label, width, 130.0)
        });
        let room = height - lead.as_ref().map_or(0.0, |b| b.height + 30.0);
        let title = text::fit(&copy.title, style, width, room.max(style.least));
        let gap = title.as_ref().map_or(0.0, |t| (t.size * 0.34).max(26.0));
        element::column(
            [
                (0.0, title.map(|block| Element::text(block, ground.ink))),
                (gap, lead.map(|block| Element::text(block, ground.loud))),
            ],
            style.align,
        )
    }

    /// The one benefit.
    pub(crate) fn benefit(
        &self,
        copy: &Copy,
        ink: Color,
        width: f32,
        align: Align,
    ) -> Option<Element> {
        let lines = if copy.slide.is_some() { 4 } else { 2 };
        let style = Style::running(42.0, 35.0).lines(lines).align(align);
        let block = text::fit(copy.benefit.as_deref()?, style, width, 60.0 * lines as f32)?;
        Some(Element::text(block, ink))
    }

    /// The price: what it was, what it is, for how much.
    pub(crate) fn price(
        &self,
        copy: &Copy,
        ground: Ground,
        most: f32,
        width: f32,
        align: Align,
    ) -> Option<Element> {
        let price = copy.price.as_ref()?;
        let most = if copy.price_leads { most * 1.6 } else { most };
        let most = if copy.is_tight { most * TIGHT } else { most };
        let style = Style::heading(most, 44.0).lines(1).tracking(-0.04);
        let now = text::fit(&price.now, style, width, most)?;
        let small = (now.size * 0.4).clamp(32.0, 46.0);
        let unit = price.unit.as_deref().and_then(|unit| {
            let style = Style::label(small, 30.0).face(crate::font::Face::Medium);
            text::fit(unit, style, width, 60.0)
        });
        let before = price.before.as_deref().and_then(|before| {
            let style = Style::label(small, 30.0).face(crate::font::Face::Medium);
            text::fit(before, style, width, 60.0)
        });
        let before = before.map(|mut block| {
            // Struck through at the height of a lower-case letter's middle; part of the letters, so that it has their ink.
            let (w, size, middle) = (block.width, block.size, block.height * 0.54);
            let line = Rect::new(-4.0, middle - size * 0.045, w + 8.0, size * 0.09);
            block.outline.join(Path::rect(line));
            Element::text(block, ground.quiet)
        });
        let gap = now.size * 0.24;
        let baseline = now.height;
        let fits_beside = unit
            .as_ref()
            .is_some_and(|u| now.width + gap + u.width <= width);
        let now_part = Element::text(now, ground.loud);
        let (row, under) = match unit {
            Some(unit) if fits_beside && align == Align::Left => {
                let unit = Element::text(unit, ground.quiet);
                let mut row = Element::space(now_part.w + gap + unit.w, now_part.h);
                row.below = now_part.below.max(unit.below);
                row.hang = now_part.hang;
                let (x, y) = (now_part.w + gap, baseline - unit.h);
                for part in [now_part, unit.moved(x, y)] {
                    row.words.extend(part.words);
                    row.boxes.extend(part.boxes);
                }
                (row, None)
            }
            Some(unit) => (now_part, Some(Element::text(unit, ground.quiet))),
            None => (now_part, None),
        };
        Some(element::column(
            [(0.0, before), (22.0, Some(row)), (22.0, under)],
            align,
        ))
    }

    /// The words of the call, with the number where both fit.
    pub(crate) fn call(&self, copy: &Copy, ink: Color, width: f32) -> Option<Element> {
        let call = copy.call.as_deref()?;
        let style = Style::label(40.0, 32.0);
        let long = copy
            .number
            .as_deref()
            .filter(|n| !call.contains(n))
            .map(|n| format!("{call} {n}"));
        let block = long
            .and_then(|long| text::fit(&long, Style::label(40.0, 36.0), width, 60.0))
            .filter(|block| !block.cut && block.lines.len() == 1)
            .or_else(|| text::fit(call, style, width, 60.0))
            .filter(|block| !block.cut || width >= self.content.w * 0.7)?;
        Some(Element::text(block, ink))
    }

    /// Price and call at the two ends of a row; one under the other where a row is too narrow.
    pub(crate) fn foot(
        &self,
        price: Option<Element>,
        call: impl Fn(&Self, f32) -> Option<Element>,
        width: f32,
        align: Align,
    ) -> Element {
        let taken = price.as_ref().map_or(0.0, |p| p.w + 36.0);
        if price.is_none() || align != Align::Center {
            let beside = call(self, width - taken);
            if beside.is_some() || call(self, width).is_none() {
                return match (align, price.is_some()) {
                    (Align::Left, false) => beside.unwrap_or_default(),
                    (Align::Center, false) => element::column([(0.0, beside)], Align::Center),
                    _ => element::ends(price, beside, width),
                };
            }
        }
        element::column([(0.0, price), (34.0, call(self, width))], align)
    }

    /// The call in a filled pill.
    pub(crate) fn pill(&self, copy: &Copy, fill: Color, ink: Color, width: f32) -> Option<Element> {
        let words = self.call(copy, ink, width - 84.0)?;
        let radius = words.h + 60.0;
        Some(words.on_card((42.0, 30.0), radius, Paint::Flat(fill, 1.0)))
    }

    /// The call in a filled pill with an outline, for where the ground changes below it.
    pub(crate) fn framed_pill(&self, copy: &Copy, ground: Ground, width: f32) -> Option<Element> {
        let words = self.call(copy, ground.ink, width - 84.0)?;
        let (pad, line) = ((38.0, 26.0), 4.0);
        let radius = words.h + 60.0;
        let inner = words.on_card(pad, radius, Paint::Flat(ground.color, 1.0));
        Some(inner.on_card((line, line), radius, Paint::Flat(ground.ink, 1.0)))
    }

    /// The call in an outlined pill.
    pub(crate) fn ring(&self, copy: &Copy, ink: Color, width: f32) -> Option<Element> {
        let words = self.call(copy, ink, width - 84.0)?;
        Some(words.in_ring((42.0, 30.0), 4.0, ink))
    }
}
