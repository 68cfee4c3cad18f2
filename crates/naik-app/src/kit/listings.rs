//! Sheets, feeds and pictures for marketplaces, and what each of them would say.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use naik_connect::listing::{self, Image, Options, Product, Said, Video};
use naik_core::channel::Market;
use naik_core::facts::Facts;
use naik_core::kit::{Check, Kit, Output, OutputKind};
use naik_core::slug::slug;

use super::copy::Copy;
use super::record::Entry;
use super::report::markets;
use super::sizes::Sizes;
use super::{Job, Request, standing};
use crate::error::AppError;
use crate::output::sha256;
use crate::page::MarketReport;
use crate::progress::Step;
use crate::source;

/// The largest template that is read, in bytes.
const TEMPLATE_MAX: u64 = 20_000_000;

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
    pub(crate) video: Option<Video>,
}

/// Structured data of schema.org.
pub(crate) const JSON_LD: &str = "listings/product.jsonld";
const SCHEMA_ORG: &str = "schema-org";

/// What sheets say where the marketplace text is missing: nothing is invented.
const NO_TEXT: &str = "";

/// Makes every sheet, feed and archive, and checks each, with the kit's film, against its marketplace's limits.
pub(crate) fn make(
    job: &Job<'_>,
    copy: &Copy,
    sizes: &Sizes,
    film: Option<Video>,
) -> Result<Listings, AppError> {
    let mut listings = Listings::default();
    if !job.wants(Step::Listings) {
        return Ok(listings);
    }
    let total = Market::ALL.len() as u64 + 1;
    job.watch.at(Step::Listings, 0, total);
    let mut listed = listed(job.request, copy, film);
    for (done, market) in Market::ALL.into_iter().enumerate() {
        job.check()?;
        let files = files(&listed.sku, sizes, market);
        let images = photos(job, market, &files, &mut listings.outputs)?;
        listed.images.push((market, images));
        let (report, sheets) = sheet(job, market, &listed)?;
        listings.outputs.extend(sheets);
        listings.reports.push(report);
        if let Some(archive) = packed(job, market, &files)? {
            if let Some(report) = listings.reports.last_mut() {
                report.files.push(archive.path.clone());
            }
            listings.outputs.push(archive);
        }
        job.watch.at(Step::Listings, done as u64 + 1, total);
    }
    listings.outputs.push(json_ld(job, &listed)?);
    listings
        .outputs
        .push(preflight_report(job, &listings.reports)?);
    job.watch.at(Step::Listings, total, total);
    listings.listed = Some(listed);
    Ok(listings)
}

/// Writes the structured data of schema.org.
fn json_ld(job: &Job<'_>, listed: &Listed) -> Result<Output, AppError> {
    let started = Instant::now();
    let json = listing::json_ld(&listed.product(Market::Google, job.request.photo_url.as_deref()));
    Entry::new(OutputKind::Listing, JSON_LD, SCHEMA_ORG, "listing")
        .since(started)
        .write(job, json.as_bytes())
}

/// Writes the sheets of a kit that stands anew, with its words as they are now and the pictures that were cut for it;
/// nothing where it has none.
pub(crate) fn rewrite(
    job: &Job<'_>,
    copy: &Copy,
    kit: &Kit,
    film: Option<Video>,
) -> Result<Vec<Output>, AppError> {
    let mut listed = listed(job.request, copy, film);
    for market in Market::ALL {
        listed.images.push((market, standing::images(kit, market)));
    }
    let has = |variety: &str| {
        kit.outputs
            .iter()
            .any(|o| o.kind == OutputKind::Listing && o.variety == variety)
    };
    let mut outputs = Vec::new();
    let mut reports = Vec::new();
    for market in Market::ALL.into_iter().filter(|market| has(market.key())) {
        job.check()?;
        let (report, sheets) = sheet(job, market, &listed)?;
        reports.push(report);
        outputs.extend(sheets);
    }
    if has(SCHEMA_ORG) {
        outputs.push(json_ld(job, &listed)?);
    }
    if !reports.is_empty() {
        outputs.push(preflight_report(job, &reports)?);
    }
    Ok(outputs)
}

/// A product as sheets list it, without its pictures.
pub(crate) fn listed(request: &Request, copy: &Copy, film: Option<Video>) -> Listed {
    let piece = copy.piece(naik_core::channel::Channel::Marketplace);
    Listed {
        facts: request.facts.clone(),
        sku: sku(request),
        title: piece
            .and_then(|p| p.title.clone())
            .unwrap_or_else(|| request.facts.product.name.clone()),
        description: piece.map_or_else(|| NO_TEXT.to_owned(), |p| p.body.clone()),
        images: Vec::new(),
        video: film,
    }
}

/// The pictures of one marketplace: name, bytes, side, source.
type Files<'a> = Vec<(String, Arc<[u8]>, u32, &'a str)>;

fn files<'a>(sku: &str, sizes: &'a Sizes, market: Market) -> Files<'a> {
    let stem = picture_stem(sku);
    sizes
        .of(market)
        .enumerate()
        .map(|(index, (bytes, side, source))| {
            let name = format!("{stem}-{}.jpg", index + 1);
            (name, bytes, side, source)
        })
        .collect()
}

/// Writes the pictures of one marketplace.
fn photos(
    job: &Job<'_>,
    market: Market,
    files: &Files<'_>,
    outputs: &mut Vec<Output>,
) -> Result<Vec<Image>, AppError> {
    let started = Instant::now();
    for (name, bytes, side, source) in files {
        let path = format!("photos/marketplace/{}/{name}", market.key());
        let entry =
            Entry::new(OutputKind::MarketPhoto, path, market.key(), "rendition").from(source);
        let entry = entry.sized(*side, *side).since(started);
        outputs.push(entry.write(job, bytes)?);
    }
    let image = |(name, bytes, side, _): &(String, Arc<[u8]>, u32, &str)| Image {
        name: name.clone(),
        bytes: bytes.len(),
        width: *side,
        height: *side,
    };
    Ok(files.iter().map(image).collect())
}

/// Writes the sheet of one marketplace, with its checks.
fn sheet(
    job: &Job<'_>,
    market: Market,
    listed: &Listed,
) -> Result<(Report, Vec<Output>), AppError> {
    let started = Instant::now();
    let product = listed.product(market, job.request.photo_url.as_deref());
    let checks = checks(job, market, &product);
    let say = |message: &naik_core::message::Message| said(job.words, message);
    let options = Options {
        say: &say,
        template: job.request.shopee_template.as_deref(),
    };
    let made = listing::sheet(market, &[product], &options).map_err(|e| AppError::refused(&e))?;
    let mut outputs = Vec::new();
    for file in made {
        let path = format!("listings/{}", file.name);
        let entry = Entry::new(OutputKind::Listing, path, market.key(), "listing").since(started);
        outputs.push(entry.checked(checks.clone()).write(job, &file.bytes)?);
    }
    let report = Report {
        market,
        files: outputs.iter().map(|output| output.path.clone()).collect(),
        checks,
    };
    Ok((report, outputs))
}

/// Writes the pictures of one marketplace in one file; nothing where there are none.
fn packed(job: &Job<'_>, market: Market, files: &Files<'_>) -> Result<Option<Output>, AppError> {
    if files.is_empty() {
        return Ok(None);
    }
    let started = Instant::now();
    let named: Vec<(String, &[u8])> = files
        .iter()
        .map(|(name, bytes, ..)| (name.clone(), bytes.as_ref()))
        .collect();
    let path = format!("listings/{}-photos.zip", market.key());
    let entry = Entry::new(OutputKind::Archive, path, market.key(), "listing").since(started);
    entry.write(job, &listing::archive(&named)).map(Some)
}

/// The most characters of a code that we make: with a variant's part behind it, it fits every marketplace.
const SKU_MAX: usize = 32;

/// The shop's own code, or one made from the kit's folder where none is told or nothing of it can be written.
fn sku(request: &Request) -> String {
    request
        .sku
        .clone()
        .filter(|sku| !listing::code(sku).is_empty())
        .unwrap_or_else(|| made_code(&request.slug()))
}

/// A code made from the kit's folder: capitals, and different where two long names begin alike.
pub(crate) fn made_code(slug: &str) -> String {
    let code = if slug.len() > SKU_MAX {
        let short: String = slug.chars().take(SKU_MAX - 7).collect();
        let hash: String = sha256(slug.as_bytes()).chars().take(6).collect();
        format!("{}-{hash}", short.trim_matches('-'))
    } else {
        slug.to_owned()
    };
    code.to_uppercase()
}

/// The same code with a number, short enough for every marketplace.
pub(crate) fn numbered(sku: &str, number: u32) -> String {
    let end = format!("-{number}");
    let start: String = listing::code(sku)
        .chars()
        .take(SKU_MAX - end.len())
        .collect();
    format!("{}{end}", start.trim_end_matches('-'))
}

/// How the names of a product's pictures begin: the code in lower case, with a mark where a file's name can't hold
/// it as it is. `KT.1` and `KT-1` are two products, and their pictures often lie in one folder.
fn picture_stem(sku: &str) -> String {
    let code = listing::code(sku).to_lowercase();
    let name = slug(&code);
    if name == code {
        return name;
    }
    let mark: String = sha256(code.as_bytes()).chars().take(6).collect();
    format!("{name}-{mark}")
}

/// Reads the template that a seller downloaded from Shopee.
///
/// # Errors
/// When it can't be read, or is not such a template.
pub fn shopee_template(path: &Path) -> Result<Arc<[u8]>, AppError> {
    let bytes: Arc<[u8]> = source::read_up_to(path, TEMPLATE_MAX)?.into();
    let options = Options {
        say: &|_| Said::default(),
        template: Some(&bytes),
    };
    listing::sheet(Market::Shopee, &[], &options).map_err(|e| AppError::refused(&e))?;
    Ok(bytes)
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
        .map(|finding| check(job, &finding))
        .collect()
}

fn check(job: &Job<'_>, finding: &listing::Finding) -> Check {
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
}

/// Checks a film that was made anew for a kit that stands, and says so where the kit tells of its marketplaces.
pub(crate) fn check_film(job: &Job<'_>, kit: &mut Kit, film: &Video) -> Result<(), AppError> {
    let is_film = |check: &Check| check.rule.starts_with("video-");
    for market in Market::ALL {
        let sheets = kit
            .outputs
            .iter_mut()
            .filter(|output| output.kind == OutputKind::Listing && output.variety == market.key());
        for sheet in sheets {
            sheet.checks.retain(|check| !is_film(check));
            let after = sheet
                .checks
                .iter()
                .rposition(|c| c.rule.starts_with("photo-"));
            let at = after.map_or(0, |after| after + 1);
            let found = listing::preflight_video(market, film);
            let found = found.iter().map(|finding| check(job, finding));
            sheet.checks.splice(at..at, found.collect::<Vec<_>>());
        }
    }
    let reports = markets(kit);
    let old = kit
        .outputs
        .iter_mut()
        .find(|output| output.kind == OutputKind::Report && output.path == PREFLIGHT);
    if let Some(old) = old {
        *old = preflight_report(job, &reports)?;
    }
    Ok(())
}

/// Where all checks stand as one text.
const PREFLIGHT: &str = "listings/preflight.txt";

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
    Entry::new(OutputKind::Report, PREFLIGHT, "preflight", "listing").write(job, text.as_bytes())
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
        product.video.clone_from(&self.video);
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
    request: &Request,
) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let mut files = Vec::new();
    for market in Market::ALL {
        let products: Vec<Product<'_>> = listed
            .iter()
            .map(|one| one.product(market, request.photo_url.as_deref()))
            .collect();
        let say = |message: &naik_core::message::Message| said(words, message);
        let made = listing::sheet(
            market,
            &products,
            &Options {
                say: &say,
                template: request.shopee_template.as_deref(),
            },
        )
        .map_err(|e| AppError::refused(&e))?;
        files.extend(made.into_iter().map(|file| (file.name, file.bytes)));
    }
    Ok(files)
}
