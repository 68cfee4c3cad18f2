//! `naikkelas kit` and `naikkelas video`.

use std::path::Path;

use naik_app::catalogue::{self, CatalogueRequest};
use naik_app::error::AppError;
use naik_app::kit::{self, Made, Request};
use naik_app::progress::{Cancel, Step};
use naik_app::{cutout, facts};
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::{Finding, Gravity, Kit};
use naik_core::message::Message;
use naik_core::seed::Seed;
use serde::Serialize;
use serde_json::json;

use super::{Code, FINE, MENDABLE, fail_as, print_json, terminal};
use crate::args::{KitArgs, ToldFacts, VideoArgs};
use crate::terminal::Terminal;

/// Makes one kit, or one for each row of a catalogue.
pub(crate) fn run(args: KitArgs, cancel: &Cancel) -> Code {
    let terminal = terminal(args.lang);
    if args.photos.is_empty() && args.catalogue.is_none() {
        let error = AppError::Refused(Message::new("photos-none"));
        return fail_as(&terminal, &error, &[], args.json);
    }
    let request = match parts(&args.only).and_then(|parts| request(&args, parts, &terminal)) {
        Ok(request) => request,
        Err(error) => return fail_as(&terminal, &error, &[], args.json),
    };
    match &args.catalogue {
        Some(file) => many(file, request, &args, &terminal, cancel),
        None => one(&request, &args, &terminal, cancel),
    }
}

fn parts(only: &[String]) -> Result<Vec<Step>, AppError> {
    if only.is_empty() {
        return Ok(Step::ALL.to_vec());
    }
    let parse = |word: &String| {
        Step::parse(word)
            .ok_or_else(|| AppError::Refused(Message::new("part-unknown").with("part", word)))
    };
    only.iter().map(parse).collect()
}

fn request(args: &KitArgs, parts: Vec<Step>, terminal: &Terminal) -> Result<Request, AppError> {
    let mut notices = Vec::new();
    let mut known = Facts::default();
    let mut base = std::path::PathBuf::new();
    if let Some(file) = &args.facts {
        let reading = facts::read(file)?;
        known = reading.facts;
        notices = reading.notices;
        base = file.parent().map(Path::to_owned).unwrap_or_default();
    }
    // What is typed starts from where it is typed, not from the facts' folder.
    if args.told.logo.is_some() {
        base = std::path::PathBuf::new();
    }
    let told = args.told.pairs();
    notices.extend(facts::tell(
        &mut known,
        told.iter().map(|(fact, text)| (*fact, text.as_str())),
    ));
    if args.catalogue.is_none() {
        if !args.json && !args.yes && Terminal::can_ask() {
            ask(&mut known, terminal);
        }
        let is_told = args.facts.is_some() || known != Facts::default();
        notices.extend(kit::complete(&mut known, is_told, args.lang.into()));
    }
    Ok(Request {
        photos: args.photos.clone(),
        facts: known,
        notices,
        lang: args.lang.into(),
        seed: Seed(args.seed),
        date: args.date.unwrap_or_else(today),
        parts: parts.into_iter().map(Step::key).collect(),
        out: args.out.clone(),
        folder: None,
        base,
        photo_url: args.photo_url.clone(),
        prior: args.model.as_deref().map(cutout::model).transpose()?,
        sku: args.sku.clone(),
        shopee_template: args
            .shopee_template
            .as_deref()
            .map(kit::shopee_template)
            .transpose()?,
        choices: kit::Choices::default(),
    })
}

/// Asks for what is missing; an answer that can't be read is asked once more.
fn ask(known: &mut Facts, terminal: &Terminal) {
    const MOST: usize = 8;
    let questions = facts::questions(known, terminal.words());
    if questions.is_empty() {
        return;
    }
    terminal.say(&Message::new("ask-intro"));
    for (fact, question) in questions.into_iter().take(MOST) {
        for _ in 0..2 {
            let Some(answer) = terminal.ask(&question).filter(|answer| !declines(answer)) else {
                break;
            };
            let refused = facts::tell(known, [(fact, answer.as_str())]);
            let Some(notice) = refused.first() else { break };
            terminal.finding(&kit::put(terminal.words(), notice));
        }
    }
}

/// Whether an answer says that there is nothing to tell: the question is passed over, as it is without an answer.
fn declines(answer: &str) -> bool {
    const NO: &[&str] = &[
        "-",
        "belum",
        "dereng",
        "enggak",
        "gak",
        "mboten",
        "boten",
        "nggak",
        "no",
        "none",
        "not yet",
        "ora",
        "tidak",
        "tidak ada",
        "belum ada",
        "tdk",
    ];
    let answer = answer.trim().to_lowercase();
    NO.contains(&answer.as_str())
}

fn one(request: &Request, args: &KitArgs, terminal: &Terminal, cancel: &Cancel) -> Code {
    match kit::make(request, terminal.words(), terminal, cancel) {
        Ok(made) => tell(&made, args.json, terminal),
        Err((error, findings)) => {
            terminal.clear();
            findings
                .iter()
                .for_each(|finding| terminal.finding(finding));
            fail_as(terminal, &error, &findings, args.json)
        }
    }
}

/// A kit as it is printed: where it lies, and its contract to the letter.
#[derive(Serialize)]
struct Printed<'a> {
    folder: String,
    kit: &'a Kit,
}

/// Tells what was made and what is to be mended; 1 when something asked for is missing or was refused.
fn tell(made: &Made, json: bool, terminal: &Terminal) -> Code {
    terminal.clear();
    let photos = made
        .kit
        .inputs
        .iter()
        .flat_map(|input| &input.findings)
        .filter(|f| f.gravity == Gravity::Mend);
    made.kit
        .findings
        .iter()
        .chain(photos)
        .for_each(|finding| terminal.finding(finding));
    let code = if json {
        let folder = made.folder.display().to_string();
        print_json(
            &Printed {
                folder,
                kit: &made.kit,
            },
            true,
        )
    } else {
        FINE
    };
    terminal.say(&Message::new("done-open").with("path", made.folder.join("index.html").display()));
    if kit::is_whole(&made.kit) {
        code
    } else {
        code.max(MENDABLE)
    }
}

fn many(
    file: &Path,
    template: Request,
    args: &KitArgs,
    terminal: &Terminal,
    cancel: &Cancel,
) -> Code {
    let read = match catalogue::read(file) {
        Ok(read) => read,
        Err(error) => return fail_as(terminal, &error, &[], args.json),
    };
    let findings: Vec<Finding> = template
        .notices
        .iter()
        .chain(&read.notices)
        .map(|notice| kit::put(terminal.words(), notice))
        .collect();
    findings
        .iter()
        .for_each(|finding| terminal.finding(finding));
    let request = CatalogueRequest {
        file: file.to_owned(),
        rows: read,
        template,
    };
    let mut rows = Vec::new();
    let result = catalogue::make(request, terminal.words(), terminal, cancel, |row| {
        terminal.say(
            &Message::new("catalogue-row")
                .with("line", row.line)
                .with("name", &row.name),
        );
        match &row.result {
            Ok(made) => {
                made.kit
                    .findings
                    .iter()
                    .for_each(|finding| terminal.finding(finding));
                terminal.say(
                    &Message::new("done-open")
                        .with("path", made.folder.join("index.html").display()),
                );
            }
            Err((error, findings)) => {
                findings
                    .iter()
                    .for_each(|finding| terminal.finding(finding));
                terminal.complain(error);
            }
        }
        rows.push(row.summary(terminal.words()));
    });
    terminal.clear();
    match result {
        Ok(done) => {
            let code = if args.json {
                print_json(
                    &json!({ "folder": args.out.display().to_string(), "products": rows, "files": done.files, "findings": findings }),
                    true,
                )
            } else {
                FINE
            };
            terminal.say(
                &Message::new("done-catalogue")
                    .with("done", done.made)
                    .with("total", done.total)
                    .with("path", args.out.display()),
            );
            let is_whole =
                done.made == done.total && findings.iter().all(|f| f.gravity == Gravity::Note);
            if is_whole { code } else { code.max(MENDABLE) }
        }
        Err(error) => fail_as(terminal, &error, &findings, args.json),
    }
}

/// Makes the video of a kit again.
pub(crate) fn video(args: &VideoArgs, cancel: &Cancel) -> Code {
    let terminal = terminal(args.lang);
    match kit::remake_video(&args.kit, terminal.words(), &terminal, cancel) {
        Ok(made) => tell(&made, args.json, &terminal),
        Err(error) => {
            terminal.clear();
            fail_as(&terminal, &error, &[], args.json)
        }
    }
}

/// The one place where the program reads the clock's date.
pub(crate) fn today() -> jiff::civil::Date {
    #[expect(
        clippy::disallowed_methods,
        reason = "the binary is where the date enters as a parameter"
    )]
    jiff::Zoned::now().date()
}

impl ToldFacts {
    /// What was told, by fact.
    fn pairs(&self) -> Vec<(Fact, String)> {
        let told = [
            (Fact::Name, &self.name),
            (Fact::Category, &self.category),
            (Fact::Price, &self.price),
            (Fact::Unit, &self.unit),
            (Fact::NetWeight, &self.net_weight),
            (Fact::Variants, &self.variants),
            (Fact::Ingredients, &self.ingredients),
            (Fact::Materials, &self.materials),
            (Fact::Process, &self.process),
            (Fact::Origin, &self.origin),
            (Fact::Story, &self.story),
            (Fact::Usage, &self.usage),
            (Fact::Storage, &self.storage),
            (Fact::ShelfLife, &self.shelf_life),
            (Fact::Stock, &self.stock),
            (Fact::PreorderDays, &self.preorder_days),
            (Fact::PreviousPrice, &self.previous_price),
            (Fact::SoldCount, &self.sold_count),
            (Fact::ShopName, &self.shop),
            (Fact::City, &self.city),
            (Fact::WhatsApp, &self.whatsapp),
            (Fact::Instagram, &self.instagram),
            (Fact::Tiktok, &self.tiktok),
            (Fact::Facebook, &self.facebook),
            (Fact::Colors, &self.colors),
            (Fact::Logo, &self.logo),
            (Fact::Nib, &self.nib),
            (Fact::Pirt, &self.pirt),
            (Fact::Halal, &self.halal),
            (Fact::Bpom, &self.bpom),
            (Fact::Brand, &self.brand),
        ];
        told.into_iter()
            .filter_map(|(fact, text)| text.clone().map(|text| (fact, text)))
            .collect()
    }
}
