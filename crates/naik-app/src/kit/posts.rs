//! Designed posts: the product, one promise, the price, the shop.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use naik_core::kit::{Check, Finding, Notice, Output, OutputKind};
use naik_core::message::Message;
use naik_core::seed::Seed;
use naik_photo::encode;
use naik_photo::image::{Rgb, Rgba};
use naik_press::poster::{self, Brief, LayoutCheck, Poster, Slide};
use naik_press::{Brand, OwnedPicture, Picture, PressError, Price, Product};
use naik_text::copy::PosterCopy;
use rayon::prelude::*;

use super::copy::Copy;
use super::photos::Pictures;
use super::record::Entry;
use super::{Job, Request};
use crate::error::AppError;
use crate::progress::Step;
use crate::source;

/// JPEG quality of posts: flat colours and letters show artefacts early.
const QUALITY: u8 = 92;

/// What came of it.
#[derive(Default)]
pub(crate) struct Posts {
    pub(crate) outputs: Vec<Output>,
    pub(crate) findings: Vec<Finding>,
}

/// Makes every post of a kit; without photos there is nothing to show.
pub(crate) fn make(job: &Job<'_>, copy: &Copy, pictures: &[Pictures]) -> Result<Posts, AppError> {
    let mut posts = Posts::default();
    let Some(best) = best(pictures).filter(|_| job.wants(Step::Posts)) else {
        return Ok(posts);
    };
    let product = match product(best) {
        Err(AppError::Refused(message)) => {
            posts.findings.push(job.put(&Notice::failed(message)));
            return Ok(posts);
        }
        product => product?,
    };
    let brand = brand(job.request, &mut |message| {
        posts.findings.push(job.put(&Notice::mend(message)))
    });
    let price = price(job.request);
    let words = copy.poster();
    let seed = job.request.seed.of("posts");
    let said = Said::of(words, &job.request.facts.product.name, seed);
    let brief = Brief {
        name: &job.request.facts.product.name,
        headline: None,
        benefit: None,
        price: price.as_ref(),
        call: "",
        product: &product,
        brand: &brand,
        category: job.request.facts.product.category,
        slides: words.slides.each_ref().map(|slide| Slide {
            title: slide.title.clone(),
            body: slide.body.clone(),
        }),
    };
    let choices = &job.request.choices;
    let plan: Vec<_> = poster::choose(&brief, seed)
        .into_iter()
        .map(|(format, planned)| {
            let family = choices.family(format, planned, price.is_some());
            // What the owner chose stays; what we planned may give way to long words.
            let render = if choices.family == Some(family) {
                poster::render_as
            } else {
                poster::render
            };
            (format, family, render)
        })
        .collect();
    let (done, total) = (AtomicU64::new(0), plan.len() as u64);
    job.watch.at(Step::Posts, 0, total);
    let drawn = plan
        .par_iter()
        .map(|(format, family, render)| {
            job.check()?;
            let brief = said.on(*format, &brief);
            let started = Instant::now();
            let made = render(&brief, *family, *format, seed);
            let output = one(job, started, made, *format, &best.file);
            job.watch
                .at(Step::Posts, done.fetch_add(1, Ordering::Relaxed) + 1, total);
            match output {
                // What can't be drawn, such as a name without a letter that the fonts have, costs the post alone.
                Err(AppError::Refused(message)) => Ok(Err(message)),
                output => output.map(Ok),
            }
        })
        .collect::<Result<Vec<_>, AppError>>()?;
    for output in drawn {
        match output {
            Ok(output) => posts.outputs.push(output),
            Err(message) => {
                let finding = job.put(&Notice::failed(message));
                if !posts.findings.contains(&finding) {
                    posts.findings.push(finding);
                }
            }
        }
    }
    Ok(posts)
}

/// Words of the posts, in the order of their use: a kit whose posts all say the same is posted once.
struct Said {
    headlines: Vec<String>,
    benefits: Vec<String>,
    calls: Vec<String>,
}

impl Said {
    fn of(words: &PosterCopy, name: &str, seed: Seed) -> Self {
        let mut choice = seed.of("words");
        let mut shuffled = |list: &[String]| {
            let mut list: Vec<String> = list.iter().filter(|said| *said != name).cloned().collect();
            choice.shuffle(&mut list);
            list
        };
        Self {
            headlines: shuffled(&words.headlines),
            benefits: shuffled(&words.benefits),
            calls: shuffled(&words.calls),
        }
    }

    /// The brief with a post's own words. Where a headline leads it is the promise; elsewhere the name leads.
    fn on<'a>(&'a self, format: poster::Format, brief: &Brief<'a>) -> Brief<'a> {
        use poster::Format;
        let nth = |list: &'a [String], turn: usize| {
            let turn = turn.checked_rem(list.len())?;
            list.get(turn).map(String::as_str)
        };
        let (headline, promise, call) = match format {
            Format::Feed => (nth(&self.headlines, 0), None, 0),
            Format::Story => (nth(&self.headlines, 1), None, 1),
            Format::Square => (None, nth(&self.benefits, 0), 2),
            Format::Status => (None, nth(&self.headlines, 2), 3),
            Format::PriceCard => (None, nth(&self.benefits, 1), 0),
            Format::Slide(_) => (None, None, 1),
        };
        Brief {
            headline,
            benefit: promise.or_else(|| nth(&self.benefits, 0)),
            call: nth(&self.calls, call).unwrap_or_default(),
            ..brief.clone()
        }
    }
}

fn one(
    job: &Job<'_>,
    started: Instant,
    made: Result<Poster, PressError>,
    format: poster::Format,
    source: &str,
) -> Result<Output, AppError> {
    let made = made.map_err(|e| AppError::refused(&e))?;
    let (width, height) = (made.width, made.height);
    let picture = Rgb::from_data(width, height, made.rgb)
        .ok_or_else(|| AppError::Internal("a poster has another size than it says".to_owned()))?;
    let bytes = encode::jpeg(&picture, QUALITY)?;
    let engine = format!("poster/{}", made.family.map_or("", poster::Family::key));
    Entry::new(
        OutputKind::Post,
        format!("posts/{}.jpg", format.key()),
        format.key(),
        &engine,
    )
    .from(source)
    .sized(width, height)
    .since(started)
    .checked(checks(&made.checks))
    .write(job, &bytes)
}

/// Layout checks as the contract holds them.
pub(crate) fn checks(checks: &[LayoutCheck]) -> Vec<Check> {
    checks
        .iter()
        .map(|check| Check {
            rule: check.rule.to_owned(),
            passed: check.passed,
            text: check.detail.clone(),
        })
        .collect()
}

/// The photo that shows the product best: the surest cut-out, or else the first photo.
pub(crate) fn best(pictures: &[Pictures]) -> Option<&Pictures> {
    let sure = pictures.iter().filter(|p| p.cut.is_some());
    // The first of equals: owners put the best photo first.
    sure.reduce(|best, next| {
        if next.confidence > best.confidence + 0.02 {
            next
        } else {
            best
        }
    })
    .or(pictures.first())
}

/// The product of a photo for posters and video.
pub(crate) fn product(pictures: &Pictures) -> Result<Product, AppError> {
    let refuse = |e: naik_press::PressError| AppError::refused(&e);
    match &pictures.cut {
        Some(cut) => Product::cutout(view(&cut.fetch()?)).map_err(refuse),
        None => Product::photo(opaque(&pictures.tidied.fetch()?).as_picture()).map_err(refuse),
    }
}

/// A picture with alpha, as naik-press takes it.
pub(crate) fn view(picture: &Rgba) -> Picture<'_> {
    Picture {
        width: picture.width(),
        height: picture.height(),
        rgba: picture.data(),
    }
}

/// A picture without alpha, as naik-press takes it.
pub(crate) fn opaque(picture: &Rgb) -> OwnedPicture {
    let (pixels, _) = picture.data().as_chunks::<3>();
    let rgba = pixels
        .iter()
        .flat_map(|&[r, g, b]| [r, g, b, 255])
        .collect();
    OwnedPicture {
        width: picture.width(),
        height: picture.height(),
        rgba,
    }
}

/// The price as posters write it.
pub(crate) fn price(request: &Request) -> Option<Price> {
    let product = &request.facts.product;
    let now = product.price?;
    Some(Price {
        now: now.to_string(),
        before: product
            .previous_price
            .filter(|before| *before > now)
            .map(|before| before.to_string()),
        // Read alike in all three languages.
        unit: product.unit.as_ref().map(|unit| format!("per {unit}")),
    })
}

/// The shop as posters show it; a logo that can't be read is told and left out.
pub(crate) fn brand(request: &Request, tell: &mut dyn FnMut(Message)) -> Brand {
    let shop = &request.facts.shop;
    let logo = shop.logo.as_ref().and_then(|path| {
        let logo = logo(&request.base.join(path));
        if logo.is_none() {
            tell(Message::new("logo-not-read").with("path", path));
        }
        logo
    });
    Brand {
        shop: shop.name.clone(),
        city: shop.city.clone(),
        colors: request.choices.colors(&shop.colors),
        whatsapp: shop.whatsapp.as_ref().map(|number| number.local()),
        logo,
    }
}

/// A logo: small pictures are fine here, and transparency is kept.
fn logo(path: &Path) -> Option<OwnedPicture> {
    use naik_photo::decode::{DecodeOptions, decode};
    let bytes = source::read(path).ok()?;
    let photo = decode(
        &bytes,
        &DecodeOptions {
            min_side: 16,
            ..DecodeOptions::at_most(600)
        },
    )
    .ok()?;
    let mut logo = opaque(&photo.pixels);
    if let Some(alpha) = &photo.alpha {
        lift(&mut logo, alpha.data());
    }
    Some(logo)
}

/// Takes away the white that the decoder laid a transparent picture on, and gives it its alpha back.
pub(crate) fn lift(picture: &mut OwnedPicture, alpha: &[u8]) {
    let (pixels, _) = picture.rgba.as_chunks_mut::<4>();
    for (pixel, alpha) in pixels.iter_mut().zip(alpha) {
        let share = f32::from(*alpha).max(1.0) / 255.0;
        for value in &mut pixel[..3] {
            *value = ((f32::from(*value) - 255.0 * (1.0 - share)) / share).clamp(0.0, 255.0) as u8;
        }
        pixel[3] = *alpha;
    }
}
