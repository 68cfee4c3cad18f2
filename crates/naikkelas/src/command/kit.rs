//! `naikkelas kit` and `naikkelas video`.

use std::path::Path;
use std::process::ExitCode;

use naik_app::catalogue::{self, CatalogueRequest};
use naik_app::error::AppError;
use naik_app::kit::{self, Made, Request};
use naik_app::progress::{Cancel, Step};
use naik_app::{cutout, facts};
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::Gravity;
use naik_core::message::Message;
use naik_core::seed::Seed;
use serde_json::json;

use super::{MENDABLE, fail, print_json, terminal};
use crate::args::{KitArgs, ToldFacts, VideoArgs};
use crate::terminal::Terminal;

/// Makes one kit, or one for each row of a catalogue.
pub(crate) fn run(args: KitArgs, cancel: &Cancel) -> ExitCode {
    let terminal = terminal(args.lang);
    let parts = match parts(&args.only) {
        Ok(parts) => parts,
        Err(error) => return fail(&terminal, &error),
    };
    let request = match request(&args, parts, &terminal) {
        Ok(request) => request,
        Err(error) => return fail(&terminal, &error),
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
    let told = args.told.pairs();
    notices.extend(facts::tell(
        &mut known,
        told.iter().map(|(fact, text)| (*fact, text.as_str())),
    ));
    if args.catalogue.is_none() {
        if !args.json && !args.yes && Terminal::can_ask() {
            ask(&mut known, terminal);
        }
        notices.extend(kit::complete(
            &mut known,
            args.facts.is_some() || !told.is_empty(),
        ));
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
    })
}

/// Asks for what is missing; an answer that can't be read is asked once more.
fn ask(known: &mut Facts, terminal: &Terminal) {
    const MOST: usize = 8;
    let questions = facts::questions(known);
    if questions.is_empty() {
        return;
    }
    terminal.say(&Message::new("ask-intro"));
    for (fact, message) in questions.into_iter().take(MOST) {
        let question = terminal.words().say(&message).text;
        for _ in 0..2 {
            let Some(answer) = terminal.ask(&question) else {
                break;
            };
            let refused = facts::tell(known, [(fact, answer.as_str())]);
            let Some(notice) = refused.first() else { break };
            terminal.finding(&kit::put(terminal.words(), notice));
        }
    }
}

fn one(request: &Request, args: &KitArgs, terminal: &Terminal, cancel: &Cancel) -> ExitCode {
    match kit::make(request, terminal.words(), terminal, cancel) {
        Ok(made) => tell(&made, args.json, terminal),
        Err((error, findings)) => {
            terminal.clear();
            findings
                .iter()
                .for_each(|finding| terminal.finding(finding));
            fail(terminal, &error)
        }
    }
}

/// Tells what was made and what is to be mended; 1 when something asked for is missing or was refused.
fn tell(made: &Made, json: bool, terminal: &Terminal) -> ExitCode {
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
    if json {
        print_json(
            &json!({ "folder": made.folder.display().to_string(), "kit": made.kit }),
            true,
        );
    }
    terminal.say(&Message::new("done-open").with("path", made.folder.join("index.html").display()));
    if kit::is_whole(&made.kit) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(MENDABLE)
    }
}

fn many(
    file: &Path,
    template: Request,
    args: &KitArgs,
    terminal: &Terminal,
    cancel: &Cancel,
) -> ExitCode {
    let request = CatalogueRequest {
        file: file.to_owned(),
        template,
    };
    let mut rows = Vec::new();
    let result = catalogue::make(request, terminal.words(), terminal, cancel, |row| {
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
            if args.json {
                print_json(
                    &json!({ "folder": args.out.display().to_string(), "products": rows, "files": done.files }),
                    true,
                );
            }
            terminal.say(
                &Message::new("done-catalogue")
                    .with("done", done.made)
                    .with("total", done.total)
                    .with("path", args.out.display()),
            );
            if done.made == done.total {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(MENDABLE)
            }
        }
        Err(error) => fail(terminal, &error),
    }
}

/// Makes the video of a kit again.
pub(crate) fn video(args: &VideoArgs, cancel: &Cancel) -> ExitCode {
    let terminal = terminal(args.lang);
    match kit::remake_video(&args.kit, terminal.words(), &terminal, cancel) {
        Ok(made) => tell(&made, args.json, &terminal),
        Err(error) => {
            terminal.clear();
            fail(&terminal, &error)
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
