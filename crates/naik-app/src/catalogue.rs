//! Many products at once: one kit a row, and the marketplaces' sheets for all of them together.
//!
//! One product is worked on at a time, with all cores inside it, so that memory
//! stays flat however long the file is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use naik_connect::catalogue::{self as files, Row};
use naik_connect::listing;
use naik_core::facts::{Facts, Permits, Shop};
use naik_core::kit::{Finding, Gravity, Notice};
use naik_core::message::{Explain, Message};
use naik_core::slug::slug;
use serde::Serialize;

use crate::error::AppError;
use crate::kit::{self, Listed, Made, Request};
use crate::progress::{Cancel, Watch};
use crate::words::Words;
use crate::{output, source};

/// A catalogue and what all its kits share.
pub struct CatalogueRequest {
    /// The CSV or XLSX file; photos are looked for beside it.
    pub file: PathBuf,
    /// What stands in it.
    pub rows: Rows,
    /// Language, seed, parts and places; its shop and permits fill what a row leaves open.
    pub template: Request,
}

/// One row, done.
pub struct RowMade {
    /// The row's number in the file, from 1.
    pub line: usize,
    /// The product's name.
    pub name: String,
    /// Its kit, or why there is none.
    pub result: Result<Made, (AppError, Vec<Finding>)>,
}

/// One row in a few words, for JSON.
#[derive(Debug, Serialize)]
pub struct RowSummary {
    /// The row's number in the file, from 1.
    pub line: usize,
    /// The product's name.
    pub name: String,
    /// Its kit's folder.
    pub folder: Option<String>,
    /// Milliseconds that it took.
    pub milliseconds: u64,
    /// What went wrong or should be mended.
    pub findings: Vec<Finding>,
}

/// The products of a file, as far as it could be read.
pub struct Rows {
    /// The products.
    rows: Vec<Row>,
    /// What was noticed about the file itself: columns that mean nothing, rows too many.
    pub notices: Vec<Notice>,
}

/// A catalogue, done.
pub struct CatalogueDone {
    /// Kits made.
    pub made: usize,
    /// Rows in the file.
    pub total: usize,
    /// Sheets for all products together, as paths.
    pub files: Vec<String>,
}

impl RowMade {
    /// The row in a few words.
    pub fn summary(&self, words: &Words) -> RowSummary {
        let (folder, milliseconds, findings) = match &self.result {
            Ok(made) => (
                Some(made.folder.display().to_string()),
                made.kit.milliseconds,
                made.kit.findings.clone(),
            ),
            Err((error, findings)) => {
                let said = words.say(&error.explain());
                let own = Finding {
                    gravity: Gravity::Failed,
                    key: error.explain().key,
                    text: said.text,
                    hint: said.hint.unwrap_or_default(),
                };
                (None, 0, findings.iter().cloned().chain([own]).collect())
            }
        };
        RowSummary {
            line: self.line,
            name: self.name.clone(),
            folder,
            milliseconds,
            findings,
        }
    }
}

/// Reads a catalogue.
///
/// # Errors
/// When the file can't be read or holds no product.
pub fn read(path: &Path) -> Result<Rows, AppError> {
    let bytes = source::read_up_to(path, files::FILE_MAX as u64 + 1)?;
    let mut catalogue = files::read(&bytes).map_err(|e| AppError::refused(&e))?;
    let rows = catalogue.by_ref().collect();
    Ok(Rows {
        rows,
        notices: catalogue.notices,
    })
}

/// Makes a kit for each row and tells of each as it is done.
///
/// # Errors
/// When the place can't be written, the person stopped it, or the common sheets can't be written.
pub fn make(
    request: CatalogueRequest,
    words: &Words,
    watch: &dyn Watch,
    cancel: &Cancel,
    mut each: impl FnMut(&RowMade),
) -> Result<CatalogueDone, AppError> {
    let rows = request.rows.rows;
    let base = request
        .file
        .parent()
        .map(Path::to_owned)
        .unwrap_or_default();
    let mut template = request.template;
    output::writable(&template.out)?;
    let mut taken = Taken {
        told: rows.iter().flat_map(told_codes).collect(),
        ..Taken::default()
    };
    let mut listed = Vec::new();
    let mut made = 0;
    let total = rows.len();
    for row in rows {
        if cancel.asked() {
            return Err(AppError::Cancelled);
        }
        let line = row.line;
        let name = row.reading.facts.product.name.clone();
        let result = prepare(row, &base, &mut template, &mut taken)
            .map_err(|e| (e, Vec::new()))
            .and_then(|request| {
                let result = kit::make(&request, words, watch, cancel);
                // The prior is one for the whole catalogue: hand it back for the next row.
                template.prior = request.prior;
                result
            });
        // Where one kit can't be written, none can.
        if let Err((error @ (AppError::Cancelled | AppError::Write { .. }), _)) = result {
            return Err(error);
        }
        let mut row = RowMade { line, name, result };
        if let Ok(done) = &mut row.result {
            made += usize::from(kit::is_whole(&done.kit));
            listed.extend(done.listed.take());
        }
        each(&row);
    }
    let files = if listed.len() > 1 {
        sheets(&listed, &template, words)?
    } else {
        Vec::new()
    };
    Ok(CatalogueDone { made, total, files })
}

/// The request of one row.
fn prepare(
    row: Row,
    base: &Path,
    template: &mut Request,
    taken: &mut Taken,
) -> Result<Request, AppError> {
    if row.photos.is_empty() {
        return Err(AppError::Refused(
            Message::new("catalogue-no-photo").with("line", row.line),
        ));
    }
    let mut facts = row.reading.facts;
    // A logo is looked for beside the file that tells of it.
    let teller = if facts.shop.logo.is_some() {
        base
    } else {
        &template.base
    };
    let logo_base = teller.to_owned();
    fill(&mut facts, &template.facts);
    let mut notices = row.reading.notices;
    notices.extend(kit::complete(&mut facts, true, template.lang));
    let folder = free(&slug(&facts.product.name), &mut taken.folders);
    let is_told = is_code(row.sku.as_deref());
    let sku = row
        .sku
        .filter(|_| is_told)
        .unwrap_or_else(|| kit::made_code(&folder));
    let free = taken.code(&sku, is_told, &facts);
    if free != sku {
        let message = Message::new("catalogue-sku-twice")
            .with("sku", &sku)
            .with("line", row.line)
            .with("free", &free);
        // A code that we made is no mistake of the owner's.
        notices.push(if is_told {
            Notice::mend(message)
        } else {
            Notice::note(message)
        });
    }
    Ok(Request {
        photos: row.photos.iter().map(|photo| base.join(photo)).collect(),
        facts,
        notices,
        lang: template.lang,
        seed: template.seed.of(&folder),
        date: template.date,
        parts: template.parts.clone(),
        out: template.out.clone(),
        folder: Some(folder),
        base: logo_base,
        photo_url: template.photo_url.clone(),
        prior: template.prior.take(),
        sku: Some(free),
        shopee_template: template.shopee_template.clone(),
        choices: template.choices.clone(),
    })
}

/// What other rows have.
#[derive(Default)]
struct Taken {
    /// Folders of earlier rows.
    folders: BTreeSet<String>,
    /// Codes of earlier rows and their variants, as marketplaces read them.
    codes: BTreeSet<String>,
    /// Codes that any row tells: none is given to another.
    told: BTreeSet<String>,
}

impl Taken {
    /// The code, or where another product has it, one of its own.
    fn code(&mut self, sku: &str, is_told: bool, facts: &Facts) -> String {
        let mut free = sku.to_owned();
        let mut number = 1;
        loop {
            let codes = listing::codes(facts, &free);
            let is_owners = is_told && number == 1;
            if codes.is_disjoint(&self.codes) && (is_owners || codes.is_disjoint(&self.told)) {
                self.codes.extend(codes);
                return free;
            }
            number += 1;
            free = kit::numbered(sku, number);
        }
    }
}

/// Whether anything of a code can be written.
fn is_code(sku: Option<&str>) -> bool {
    sku.is_some_and(|sku| !listing::code(sku).is_empty())
}

/// The codes that a row tells, as marketplaces read them.
fn told_codes(row: &Row) -> BTreeSet<String> {
    match &row.sku {
        Some(sku) if is_code(Some(sku)) => listing::codes(&row.reading.facts, sku),
        _ => BTreeSet::new(),
    }
}

/// A folder's name that no earlier row has.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.to_owned();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{name}-{number}");
        number += 1;
    }
    free
}

/// Fills shop and permits that a row leaves open.
fn fill(facts: &mut Facts, defaults: &Facts) {
    let Shop {
        name,
        city,
        whatsapp,
        instagram,
        tiktok,
        facebook,
        colors,
        logo,
    } = &defaults.shop;
    let shop = &mut facts.shop;
    shop.name = shop.name.take().or_else(|| name.clone());
    shop.city = shop.city.take().or_else(|| city.clone());
    shop.whatsapp = shop.whatsapp.take().or_else(|| whatsapp.clone());
    shop.instagram = shop.instagram.take().or_else(|| instagram.clone());
    shop.tiktok = shop.tiktok.take().or_else(|| tiktok.clone());
    shop.facebook = shop.facebook.take().or_else(|| facebook.clone());
    shop.logo = shop.logo.take().or_else(|| logo.clone());
    if shop.colors.is_empty() {
        shop.colors.clone_from(colors);
    }
    // A permit for one product says nothing about another; only the business number is the shop's.
    let Permits { nib, .. } = &defaults.permits;
    facts.permits.nib = facts.permits.nib.take().or_else(|| nib.clone());
}

/// Writes one sheet a marketplace for all products.
fn sheets(listed: &[Listed], template: &Request, words: &Words) -> Result<Vec<String>, AppError> {
    let mut paths = Vec::new();
    for (name, bytes) in kit::sheets(listed, words, template)? {
        let path = template.out.join("listings").join(name);
        output::write_whole(&path, &bytes)?;
        paths.push(path.display().to_string());
    }
    Ok(paths)
}
