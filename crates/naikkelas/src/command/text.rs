//! `naikkelas write` and `naikkelas check-claims`.

use std::path::Path;

use naik_app::error::AppError;
use naik_app::{facts, text};
use naik_core::channel::Channel;
use naik_core::kit::{Gravity, Status};
use naik_core::message::Message;
use naik_core::seed::Seed;

use super::{Code, FINE, MENDABLE, fail_as, print, print_json, terminal};
use crate::args::{CheckClaimsArgs, WriteArgs};
use crate::command::kit::today;
use crate::terminal::Terminal;

/// Prints copy for every channel, or for those that were named.
pub(crate) fn write(args: &WriteArgs) -> Code {
    let terminal = terminal(args.lang);
    let reading = match facts::read(&args.facts) {
        Ok(reading) => reading,
        Err(error) => return fail_as(&terminal, &error, &[], args.json),
    };
    let findings: Vec<_> = reading
        .notices
        .iter()
        .map(|n| naik_app::kit::put(terminal.words(), n))
        .collect();
    findings
        .iter()
        .for_each(|finding| terminal.finding(finding));
    let channels = if args.channel.is_empty() {
        Channel::ALL.to_vec()
    } else {
        args.channel.clone()
    };
    let date = args.date.unwrap_or_else(today);
    let written = text::write(
        &reading.facts,
        args.lang.into(),
        Seed(args.seed),
        date,
        channels,
    );
    let code = if args.json {
        print_json(&written, true)
    } else {
        print(&written.for_people(terminal.words()))
    };
    if findings
        .iter()
        .any(|finding| finding.gravity > Gravity::Note)
    {
        code.max(MENDABLE)
    } else {
        code
    }
}

/// Marks each sentence of a text; 1 when one is unproved or forbidden.
pub(crate) fn check_claims(args: &CheckClaimsArgs) -> Code {
    let terminal = terminal(args.lang);
    match checked(args, &terminal) {
        Ok(report) => {
            let code = if args.json {
                print_json(&report, true)
            } else {
                tell(&report, &terminal)
            };
            if report.is_clean() {
                code
            } else {
                code.max(MENDABLE)
            }
        }
        Err(error) => fail_as(&terminal, &error, &[], args.json),
    }
}

fn checked(args: &CheckClaimsArgs, terminal: &Terminal) -> Result<text::ClaimReport, AppError> {
    let reading = facts::read(&args.facts)?;
    // A fact that could not be read proves nothing.
    for notice in &reading.notices {
        terminal.finding(&naik_app::kit::put(terminal.words(), notice));
    }
    let copy = if args.text == Path::new("-") {
        facts::text_of(std::io::stdin().lock(), &args.text)?
    } else {
        facts::text(&args.text)?
    };
    Ok(text::check(&copy, &reading.facts))
}

/// One line a sentence: its verdict, the rule, and a safer wording.
fn tell(report: &text::ClaimReport, terminal: &Terminal) -> Code {
    let label = |status: Status| {
        terminal.words().label(
            match status {
                Status::Proved => "verdict-proved",
                Status::Neutral => "verdict-neutral",
                Status::Unproved => "verdict-unproved",
                Status::Forbidden => "verdict-forbidden",
            },
            &[],
        )
    };
    let mut marked = 0;
    let mut code = FINE;
    for sentence in &report.sentences {
        let sign = match sentence.status {
            Status::Proved => "✓",
            Status::Neutral => "·",
            Status::Unproved => "?",
            Status::Forbidden => "✗",
        };
        code = code.max(print(&format!(
            "{sign} {} ({})",
            sentence.text,
            label(sentence.status)
        )));
        if sentence.status >= Status::Unproved {
            marked += 1;
            for reason in [&sentence.rule, &sentence.source].into_iter().flatten() {
                code = code.max(print(&format!("    {reason}")));
            }
            if let Some(safer) = &sentence.safer {
                let safer = terminal.words().label("safer", &[("text", safer)]);
                code = code.max(print(&format!("    {safer}")));
            }
        }
    }
    let summary = if marked == 0 {
        Message::new("summary-clean")
    } else {
        Message::new("summary-marked").with("count", marked)
    };
    terminal.say(&summary);
    code
}
