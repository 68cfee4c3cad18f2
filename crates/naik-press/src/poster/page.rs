//! A poster while it is made: words are measured and reserved first, the
//! product takes the largest place that is left, letters are painted last.
//!
//! Long because measuring, reserving and painting share one page and its order.

use naik_core::color::Color;
use naik_core::limits::Limits;

use super::check::{self, Judged, SetText};
use super::element::{self, Element};
use super::place::{self, Room};
use super::{Brief, Format, Poster, can_be_set};
use crate::canvas::{Canvas, Paint};
use crate::error::PressError;
use crate::geometry::{Path, Rect};
use crate::palette::{Ground, MORI, Palette, READABLE, TINTA};
use crate::pattern::{self, Weave};
use crate::picture;
use crate::product::{self, Product, Shadow};
use crate::raster::Mask;
use crate::text::{self, Align, Style};
use crate::{Brand, Price};

/// Space to the edge that stays free of words: 6.7 % of the width.
pub(crate) const MARGIN: f32 = 72.0;

/// The words of one poster.
pub(crate) struct Copy {
    pub(crate) title: String,
    /// The name, where a headline leads.
    pub(crate) lead: Option<String>,
    pub(crate) benefit: Option<String>,
    pub(crate) price: Option<Price>,
    pub(crate) call: Option<String>,
    /// The number to write to, where the app around the picture has no button.
    pub(crate) number: Option<String>,
    /// The slide's place in the carousel.
    pub(crate) slide: Option<u8>,
    /// Whether the price leads.
    pub(crate) price_leads: bool,
}

impl Copy {
    /// Leaves out what is missed least: the benefit, then the headline before the `name`.
    /// Whether there was something; a slide keeps its words, they are what it is for.
    pub(crate) fn shorten(&mut self, name: &str) -> bool {
        if self.slide.is_some() {
            return false;
        }
        if self.benefit.take().is_some() {
            return true;
        }
        let led = self.lead.take().is_some();
        if led {
            self.title = name.to_owned();
        }
        led
    }

    pub(crate) fn of(brief: &Brief<'_>, format: Format) -> Result<Self, PressError> {
        if !can_be_set(brief.name) {
            return Err(PressError::NoName(brief.name.chars().take(40).collect()));
        }
        let own = |text: &str| can_be_set(text).then(|| text.to_owned());
        let headline = brief.headline.and_then(own);
        let price = brief.price.filter(|p| can_be_set(&p.now)).cloned();
        let mut copy = Self {
            title: headline.clone().unwrap_or_else(|| brief.name.to_owned()),
            lead: headline.map(|_| brief.name.to_owned()),
            benefit: brief.benefit.and_then(own),
            price_leads: format == Format::PriceCard && price.is_some(),
            price,
            call: own(brief.call),
            number: brief.brand.whatsapp.as_deref().and_then(own),
            slide: None,
        };
        // One promise: where a headline leads, it is the one.
        if copy.lead.is_some() {
            copy.benefit = None;
        }
        match format {
            Format::Slide(nth) => {
                let nth = nth.min(2);
                copy.slide = Some(nth);
                let slide = &brief.slides[usize::from(nth)];
                let titled = own(&slide.title);
                let says_more = titled.as_ref().is_some_and(|title| title != brief.name);
                copy.lead = (nth != 1 && says_more).then(|| brief.name.to_owned());
                copy.title = titled.unwrap_or_else(|| brief.name.to_owned());
                copy.benefit = own(&slide.body);
                if nth < 2 {
                    copy.price = None;
                    copy.call = None;
                }
            }
            Format::PriceCard => {
                copy.title = brief.name.to_owned();
                copy.lead = None;
                // One message: the price.
                if copy.price_leads {
                    copy.benefit = None;
                }
            }
            // On WhatsApp the answer field is right below.
            Format::Status => copy.number = None,
            Format::Feed | Format::Square | Format::Story => {}
        }
        Ok(copy)
    }
}

/// The poster under construction.
pub(crate) struct Page<'a> {
    pub(crate) canvas: Canvas,
    pub(crate) product: &'a Product,
    pub(crate) palette: Palette,
    pub(crate) brand: &'a Brand,
    /// Where words may stand: inside margin and safe zone.
    pub(crate) content: Rect,
    margin: Rect,
    safe: Rect,
    parts: Vec<Element>,
    patterns: Vec<Rect>,
    placed: Option<(Rect, Canvas)>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(brief: &Brief<'a>, format: Format, palette: Palette) -> Self {
        let (width, height) = format.size();
        let frame = Rect::new(0.0, 0.0, width as f32, height as f32);
        let margin = frame.inset(MARGIN);
        let safe = match format {
            Format::Story | Format::Status => {
                let zone = Limits::get().story_zone();
                Rect::edges(
                    zone.left as f32,
                    zone.top as f32,
                    frame.w - zone.right as f32,
                    frame.h - zone.bottom as f32,
                )
            }
            _ => margin,
        };
        let content = Rect::edges(
            margin.x.max(safe.x),
            // The tallest letters reach above the capitals.
            margin.y.max(safe.y) + 4.0,
            margin.right().min(safe.right()),
            // Hanging letters stay inside too.
            margin.bottom().min(safe.bottom()),
        );
        Self {
            canvas: Canvas::new(width, height, Some(palette.paper.color)),
            product: brief.product,
            palette,
            brand: brief.brand,
            content,
            margin,
            safe,
            parts: Vec::new(),
            patterns: Vec::new(),
            placed: None,
        }
    }

    pub(crate) fn is_tall(&self) -> bool {
        self.canvas.height > 1500
    }

    pub(crate) fn is_square(&self) -> bool {
        self.canvas.height < 1200
    }

    /// Whether words and product stand side by side: there is no height for one above the other.
    pub(crate) fn is_side_by_side(&self) -> bool {
        let slim = self.product.aspect() < 0.5 && !self.product.is_photo;
        let wide = self.product.aspect() > 1.35 && !self.product.is_photo;
        (self.is_square() && !wide) || (slim && !self.is_tall())
    }

    /// Distance in pixels from a point to the nearest line of words that is not on a card.
    pub(crate) fn nearest_words(&self, (x, y): (f32, f32)) -> f32 {
        let bare = self.parts.iter().flat_map(|part| {
            let carded = |r: &Rect| {
                part.shapes
                    .iter()
                    .any(|(path, _)| path.bounds().is_some_and(|b| b.contains(*r)))
            };
            part.words
                .iter()
                .flat_map(|w| &w.set.lines)
                .filter(move |r| !carded(r))
        });
        bare.map(|r| {
            let dx = (r.x - x).max(x - r.right()).max(0.0);
            let dy = (r.y - y).max(y - r.bottom()).max(0.0);
            dx.hypot(dy)
        })
        .fold(f32::MAX, f32::min)
    }

    pub(crate) fn frame(&self) -> Rect {
        self.canvas.frame()
    }

    /// Covers the whole sheet.
    pub(crate) fn ground(&mut self, paint: Paint) {
        let all = Path::rect(self.frame());
        self.canvas.fill(&all, paint);
    }

    /// Puts a part down with its top left at a point; words keep clear of the product from then on.
    pub(crate) fn add(&mut self, part: Element, x: f32, y: f32) -> Rect {
        // The tallest letters of a large heading reach above the capitals.
        let lines = part.words.iter().flat_map(|w| &w.set.lines);
        let over = lines
            .map(|line| self.safe.y - (line.y + y))
            .fold(0.0, f32::max);
        let y = y + over;
        let at = Rect::new(x, y, part.w, part.h);
        self.parts.push(part.moved(x, y));
        at
    }

    /// Puts down a part that is already where it belongs.
    pub(crate) fn add_placed(&mut self, part: Element) {
        self.parts.push(part);
    }

    /// Whether a placed part would touch what is already there, with `space` pixels between.
    pub(crate) fn collides(&self, part: &Element, space: f32) -> bool {
        let taken = self.parts.iter().flat_map(|p| &p.boxes);
        taken.clone().any(|r| {
            part.boxes
                .iter()
                .any(|own| own.inset(-space).intersects(*r))
        })
    }

    /// Puts a part down with its lower left at a point; hanging letters stay above it.
    pub(crate) fn add_above(&mut self, part: Element, x: f32, bottom: f32) -> Rect {
        let y = bottom - part.h - part.below;
        self.add(part, x, y)
    }

    /// A ground on which the product stands off: `first` unless the product's rim is too like it.
    pub(crate) fn contrasting(&self, first: Ground, second: Ground) -> Ground {
        let apart = |g: Ground| crate::palette::distance(g.color, self.product.rim);
        if apart(first) < 0.2 && apart(second) > apart(first) {
            second
        } else {
            first
        }
    }

    /// The largest place for the product that the words leave.
    pub(crate) fn place(&self, room: Room) -> Rect {
        let obstacles: Vec<Rect> = self
            .parts
            .iter()
            .flat_map(|part| part.boxes.iter().copied())
            .collect();
        place::largest(self.product, room, &obstacles)
    }

    /// Paints the product with its shadow; a photo becomes a print with rounded corners.
    pub(crate) fn paint_product(&mut self, at: Rect, shadow: Shadow) {
        let (w, h) = (at.w.round().max(1.0), at.h.round().max(1.0));
        let at = Rect::new(at.x.round(), at.y.round(), w, h);
        let mut sprite = self.product.sized(w as u32, h as u32);
        let mut shadow = shadow;
        if self.product.is_photo {
            let corner = Path::rounded(Rect::new(0.0, 0.0, w, h), 28.0);
            let mask = Mask::fill(&corner, sprite.width, sprite.height);
            let mut cut = Canvas::new(sprite.width, sprite.height, None);
            cut.put(&sprite, 0, 0, Some(&mask), 1.0);
            sprite = cut;
            shadow = Shadow::Drop(0.02, 0.03, 0.32);
        }
        product::cast(&mut self.canvas, &sprite, at, shadow, self.palette.shade());
        self.canvas
            .put(&sprite, at.x as i32, at.y as i32, None, 1.0);
        self.placed = Some((at, sprite));
    }

    /// Fills a shape with the photo, its middle kept; the shape's box is the product's place.
    pub(crate) fn paint_photo_in(&mut self, path: &Path) {
        let Some(bounds) = path.bounds() else { return };
        let (x, y) = (bounds.x.floor(), bounds.y.floor());
        let (w, h) = ((bounds.right() - x).ceil(), (bounds.bottom() - y).ceil());
        let mask = Mask::fill(path, self.canvas.width, self.canvas.height);
        let photo = picture::cover(&self.product.canvas, w as u32, h as u32);
        self.canvas
            .put(&photo, x as i32, y as i32, Some(&mask), 1.0);
        let inner = Mask::fill(&path.clone().moved(-x, -y), photo.width, photo.height);
        let mut sprite = Canvas::new(photo.width, photo.height, None);
        sprite.put(&photo, 0, 0, Some(&inner), 1.0);
        self.placed = Some((Rect::new(x, y, w, h), sprite));
    }

    /// Fills a shape with a near view of the product: where it shows most, on `under` where it ends.
    pub(crate) fn paint_closeup(&mut self, path: &Path, under: Color) {
        let Some(bounds) = path.bounds() else { return };
        let frame = self.frame();
        let seen = Rect::edges(
            bounds.x.max(frame.x).floor(),
            bounds.y.max(frame.y).floor(),
            bounds.right().min(frame.right()).ceil(),
            bounds.bottom().min(frame.bottom()).ceil(),
        );
        let mask = Mask::fill(path, self.canvas.width, self.canvas.height);
        self.canvas.fill_mask(&mask, Paint::Flat(under, 1.0));
        let near = self.product.closeup(seen.w as u32, seen.h as u32);
        let (x, y) = (seen.x as i32, seen.y as i32);
        self.canvas.put(&near, x, y, Some(&mask), 1.0);
        let inner = Mask::fill(
            &path.clone().moved(-seen.x, -seen.y),
            near.width,
            near.height,
        );
        let mut sprite = Canvas::new(near.width, near.height, None);
        sprite.put(&near, 0, 0, Some(&inner), 1.0);
        self.placed = Some((seen, sprite));
    }

    /// On tall formats the app's own buttons cover the lower end: a hem of kawung instead of nothing.
    pub(crate) fn hem(&mut self, thread: Color, opacity: f32) {
        if !self.is_tall() {
            return;
        }
        let f = self.frame();
        let top = f.h - 288.0;
        let area = Path::rect(Rect::edges(0.0, top, f.w, f.h));
        let fade = [(0.0, top), (0.0, f.h)];
        self.weave(
            &area,
            72.0,
            Weave::Line,
            Paint::Fade(thread, fade, [0.0, opacity]),
        );
    }

    /// Weaves kawung into a shape, unless words stand there.
    pub(crate) fn weave(&mut self, shape: &Path, step: f32, weave: Weave, paint: Paint) {
        let Some(area) = shape.bounds() else { return };
        let words = self
            .parts
            .iter()
            .flat_map(|p| &p.words)
            .flat_map(|w| &w.set.lines);
        if words.clone().any(|line| line.inset(-8.0).intersects(area)) {
            return;
        }
        let (width, height) = (self.canvas.width, self.canvas.height);
        let mut mask = Mask::fill(&pattern::kawung(area, step, weave), width, height);
        let clip = Mask::fill(shape, width, height);
        for dy in 0..mask.h {
            for dx in 0..mask.w {
                let at = dy * mask.w + dx;
                let seen = clip.at(mask.x + dx as i32, mask.y + dy as i32);
                mask.cover[at] =
                    crate::canvas::times(u32::from(mask.cover[at]), u32::from(seen)) as u8;
            }
        }
        self.canvas.fill_mask(&mask, paint);
        self.patterns.push(area);
    }

    // The words that every family sets.

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
        let mut style = style;
        if copy.price_leads {
            style.most = style.most.min(70.0);
            style.least = style.least.min(44.0);
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

    /// Paints what was reserved, judges the page and hands it over.
    pub(crate) fn finish(mut self) -> Poster {
        let parts = std::mem::take(&mut self.parts);
        for part in &parts {
            for (path, paint) in &part.shapes {
                self.canvas.fill(path, *paint);
            }
            for (picture, x, y) in &part.pictures {
                self.canvas
                    .put(picture, x.round() as i32, y.round() as i32, None, 1.0);
            }
        }
        let mut words: Vec<_> = parts.into_iter().flat_map(|part| part.words).collect();
        for word in &mut words {
            self.make_readable(&mut word.set);
        }
        let texts: Vec<SetText> = words.iter().map(|w| w.set.clone()).collect();
        let checks = check::judge(&Judged {
            ground: &self.canvas,
            texts: &texts,
            margin: self.margin.inset(MARGIN * -0.08),
            safe: self.safe,
            product: self.placed.as_ref().map(|(at, sprite)| (*at, sprite)),
            patterns: &self.patterns,
            least_share: 0.36,
        });
        for word in &words {
            self.canvas
                .fill(&word.outline, Paint::Flat(word.set.ink, 1.0));
        }
        Poster {
            width: self.canvas.width,
            height: self.canvas.height,
            rgb: self.canvas.rgb(),
            checks,
        }
    }

    /// Takes tinta or mori where the wished ink cannot be read on the real pixels, and a plate where neither can.
    fn make_readable(&mut self, set: &mut SetText) {
        let least = |canvas: &Canvas, ink: Color| {
            set.lines
                .iter()
                .map(|line| check::contrast_over(canvas, *line, ink))
                .fold(21.0, f64::min)
        };
        if least(&self.canvas, set.ink) >= READABLE {
            return;
        }
        let (dark, light) = (least(&self.canvas, TINTA), least(&self.canvas, MORI));
        set.ink = if dark >= light { TINTA } else { MORI };
        if dark.max(light) < READABLE {
            let plate = if set.ink == TINTA { MORI } else { TINTA };
            for line in &set.lines {
                let path = Path::rounded(line.inset(-8.0), 10.0);
                self.canvas.fill(&path, Paint::Flat(plate, 1.0));
            }
        }
    }
}
