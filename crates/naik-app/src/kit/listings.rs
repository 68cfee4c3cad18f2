//! Sheets, feeds and pictures for marketplaces, and what each of them would say.

use std::time::Instant;

use naik_connect::listing::{self, Image, Options, Product, Said};
use naik_core::channel::Market;
use naik_core::facts::Facts;
use naik_core::kit::{Check, Output, OutputKind};
use naik_core::limits::Limits;
use naik_photo::image::Rgb;
use naik_photo::rendition::{self, FileFormat, Fill, RenditionSpec};
use rayon::prelude::*;

use super::Job;
use super::copy::Copy;
use super::photos::Pictures;
use super::record::Entry;
use crate::error::AppError;
use crate::page::MarketReport;
use crate::progress::Step;

/// What was said of one marketplace.
pub(crate) type Report = MarketReport;

/// What came of it.
#[derive(Default)]
pub(crate) struct Listings {
    pub(crate) outputs: Vec<Output>,
    pub(crate) reports: Vec<Report>,
    pub(crate) listed: Option<Listed>,
}

/// A product as sheets list it, without its pictures' pixels.
#[derive(Clone, Debug)]
pub struct Listed {
    pub(crate) facts: Facts,
    pub(crate) sku: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) images: Vec<(Market, Vec<Image>)>,
}

/// What sheets say where the marketplace text is missing: nothing is invented.
const NO_TEXT: &str = "";

/// Makes every sheet, feed and archive, and checks each against its marketplace's limits.
pub(crate) fn make(
    job: &Job<'_>,
    copy: &Copy,
    pictures: &[Pictures],
) -> Result<Listings, AppError> {
    let mut listings = Listings::default();
    if !job.wants(Step::Listings) {
        return Ok(listings);
    }
    let total = Market::ALL.len() as u64 + 1;
    job.watch.at(Step::Listings, 0, total);
    let piece = copy.piece(naik_core::channel::Channel::Marketplace);
    let mut listed = Listed {
        facts: job.request.facts.clone(),
        sku: sku(&job.request.slug()),
        title: piece
            .and_then(|p| p.title.clone())
            .unwrap_or_else(|| job.request.facts.product.name.clone()),
        description: piece.map_or_else(|| NO_TEXT.to_owned(), |p| p.body.clone()),
        images: Vec::new(),
    };
    let sources = sources(pictures);
    for (done, market) in Market::ALL.into_iter().enumerate() {
        job.check()?;
        let (report, images) = one(job, market, &listed, &sources, &mut listings.outputs)?;
        listed.images.push((market, images));
        listings.reports.push(report);
        job.watch.at(Step::Listings, done as u64 + 1, total);
    }
    let started = Instant::now();
    let json = listing::json_ld(&listed.product(Market::Google, job.request.photo_url.as_deref()));
    let entry = Entry::new(
        OutputKind::Listing,
        "listings/product.jsonld",
        "schema-org",
        "listing",
    )
    .since(started);
    listings
        .outputs
        .push(entry.write(job.staging, json.as_bytes())?);
    listings
        .outputs
        .push(preflight_report(job, &listings.reports)?);
    job.watch.at(Step::Listings, total, total);
    listings.listed = Some(listed);
    Ok(listings)
}

/// One marketplace: its pictures, their archive, its sheet and its checks.
fn one(
    job: &Job<'_>,
    market: Market,
    listed: &Listed,
    sources: &[(&str, &Rgb)],
    outputs: &mut Vec<Output>,
) -> Result<(Report, Vec<Image>), AppError> {
    let started = Instant::now();
    let limits = Limits::get().market(market);
    let files: Vec<(String, Vec<u8>, u32, &str)> = sources
        .par_iter()
        .take(limits.images[1])
        .enumerate()
        .map(|(index, (source, picture))| {
            // A picture is never blown up: what it has is what is sent.
            let side = limits
                .image_wanted
                .min(picture.width().max(picture.height()))
                .max(limits.image_px[0]);
            let spec = RenditionSpec {
                name: market.key().to_owned(),
                width: side,
                height: side,
                format: FileFormat::Jpeg,
                max_bytes: limits.image_bytes,
                fill: Fill::Blur,
            };
            let bytes = rendition::fit(picture, &spec)?;
            Ok((
                format!("{}-{}.jpg", listed.sku.to_lowercase(), index + 1),
                bytes,
                side,
                *source,
            ))
        })
        .collect::<Result<_, AppError>>()?;
    for (name, bytes, side, source) in &files {
        let path = format!("photos/marketplace/{}/{name}", market.key());
        let entry =
            Entry::new(OutputKind::MarketPhoto, path, market.key(), "rendition").from(source);
        outputs.push(
            entry
                .sized(*side, *side)
                .since(started)
                .write(job.staging, bytes)?,
        );
    }
    let images: Vec<Image> = files
        .iter()
        .map(|(name, bytes, side, _)| Image {
            name: name.clone(),
            bytes: bytes.len(),
            width: *side,
            height: *side,
        })
        .collect();
    let mut report = Report {
        market,
        files: Vec::new(),
        checks: Vec::new(),
    };
    let mut product = listed.product(market, job.request.photo_url.as_deref());
    product.images.clone_from(&images);
    report.checks = checks(job, market, &product);
    let say = |message: &naik_core::message::Message| said(job.words, message);
    let options = Options {
        say: &say,
        template: None,
    };
    for file in listing::sheet(market, &[product], &options).map_err(|e| AppError::refused(&e))? {
        let path = format!("listings/{}", file.name);
        let entry =
            Entry::new(OutputKind::Listing, path.as_str(), market.key(), "listing").since(started);
        outputs.push(
            entry
                .checked(report.checks.clone())
                .write(job.staging, &file.bytes)?,
        );
        report.files.push(path);
    }
    if !files.is_empty() {
        let named: Vec<(String, &[u8])> = files
            .iter()
            .map(|(name, bytes, ..)| (name.clone(), bytes.as_slice()))
            .collect();
        let path = format!("listings/{}-photos.zip", market.key());
        let entry =
            Entry::new(OutputKind::Archive, path.as_str(), market.key(), "listing").since(started);
        outputs.push(entry.write(job.staging, &listing::archive(&named))?);
        report.files.push(path);
    }
    Ok((report, images))
}

/// Pictures in the order in which buyers see them: the product on white, in scenes, then as photographed.
fn sources(pictures: &[Pictures]) -> Vec<(&str, &Rgb)> {
    let mut order: Vec<(&str, &Rgb)> = Vec::new();
    order.extend(
        pictures
            .iter()
            .filter_map(|p| Some((p.stem.as_str(), p.white.as_ref()?))),
    );
    for turn in 0..2 {
        order.extend(
            pictures
                .iter()
                .filter_map(|p| Some((p.stem.as_str(), &p.scenes.get(turn)?.1))),
        );
    }
    // A doubted photo leads only where nothing better is there.
    order.extend(pictures.iter().map(|p| (p.stem.as_str(), &p.tidied)));
    order
}

/// The shop's own code: capitals, short enough for every marketplace.
fn sku(slug: &str) -> String {
    let short: String = slug.chars().take(40).collect();
    short.trim_matches('-').to_uppercase()
}

fn said(words: &crate::words::Words, message: &naik_core::message::Message) -> Said {
    let said = words.say(message);
    Said {
        text: said.text,
        hint: said.hint.unwrap_or_default(),
    }
}

/// The marketplace's rules, in words.
fn checks(job: &Job<'_>, market: Market, product: &Product<'_>) -> Vec<Check> {
    listing::preflight(market, product)
        .into_iter()
        .map(|finding| {
            let said = said(job.words, &finding.message);
            let text = if said.hint.is_empty() {
                said.text
            } else {
                format!("{}. {}", said.text, said.hint)
            };
            Check {
                rule: finding.rule.to_owned(),
                passed: finding.passed,
                text,
            }
        })
        .collect()
}

/// All checks as one text, for those who have only the folder.
fn preflight_report(job: &Job<'_>, reports: &[Report]) -> Result<Output, AppError> {
    let mut text = String::new();
    for report in reports {
        let red = report.checks.iter().filter(|check| !check.passed).count();
        let sign = if red == 0 { "✓" } else { "✗" };
        text.push_str(&format!("{sign} {}\n", report.market.name()));
        for check in &report.checks {
            text.push_str(&format!(
                "  {} {}: {}\n",
                if check.passed { "✓" } else { "✗" },
                check.rule,
                check.text
            ));
        }
        text.push('\n');
    }
    Entry::new(
        OutputKind::Report,
        "listings/preflight.txt",
        "preflight",
        "listing",
    )
    .write(job.staging, text.as_bytes())
}

impl Listed {
    /// The product as one marketplace gets it.
    fn product<'a>(&'a self, market: Market, base_url: Option<&'a str>) -> Product<'a> {
        let mut product = Product::new(
            &self.facts,
            self.sku.clone(),
            &self.title,
            &self.description,
        );
        product.base_url = base_url;
        product.images = self
            .images
            .iter()
            .find(|(of, _)| *of == market)
            .map(|(_, images)| images.clone())
            .unwrap_or_default();
        product
    }
}

/// One sheet a marketplace for many products; names and bytes.
///
/// # Errors
/// Only by a mistake of ours.
pub fn sheets(
    listed: &[Listed],
    words: &crate::words::Words,
    photo_url: Option<&str>,
) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let mut files = Vec::new();
    for market in Market::ALL {
        let products: Vec<Product<'_>> = listed
            .iter()
            .map(|one| one.product(market, photo_url))
            .collect();
        let say = |message: &naik_core::message::Message| said(words, message);
        let made = listing::sheet(
            market,
            &products,
            &Options {
                say: &say,
                template: None,
            },
        )
        .map_err(|e| AppError::refused(&e))?;
        files.extend(made.into_iter().map(|file| (file.name, file.bytes)));
    }
    Ok(files)
}
