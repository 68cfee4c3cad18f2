//! Komentar: a list of comments sorted into those to hide and those to keep. Nothing is hidden by itself, nothing is kept
//! but the words that a shop lets pass.

use axum::extract::State;
use axum::http::StatusCode;
use bytes::Bytes;
use minijinja::{Value, context};
use naik_app::check::{COMMENTS_MOST, Certainty, CommentsReport, HideRow, KeepRow, Label};
use naik_app::platform::allow::{allowed, changed};
use naik_app::platform::check::COMMENTS_BYTES;
use naik_app::platform::error::{Fault, Refusal};
use naik_core::encode::percent;

use super::cash::attached;
use super::entry::first;
use super::{Answer, page_with};
use crate::app::App;
use crate::front::limit::Kind;
use crate::front::parcel::Parcel;
use crate::front::visit::Visit;

/// Comments of each kind that a page shows; the table holds all.
const SHOWN: usize = 200;
/// The longest piece of a comment that is shown, in characters.
const PIECE: usize = 280;
/// Pasted comments that come back with the page, in bytes: more would make it slow on a phone.
const BACK: usize = 60_000;

/// The largest table that lies within the page, in bytes.
const TABLE_BACK: usize = 100_000;
/// The name of the table.
const TABLE: &str = "komentar-disembunyikan.csv";

/// What was sent, to be shown again.
#[derive(Default)]
struct Sent {
    text: String,
    allow: String,
    /// The shop's words that the page knew.
    known: String,
    /// How the comments were read, where that is to be told.
    notes: Vec<String>,
}

/// `GET /komentar`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    let words = app.platform().allowed_words(&visit.who()).await?;
    let sent = Sent {
        allow: words.join("\n"),
        known: words.join("\n"),
        ..Sent::default()
    };
    draw(&visit, &sent, &[], None)
}

/// `POST /komentar`
pub(crate) async fn sort(State(app): State<App>, visit: Visit, parcel: Parcel) -> Answer {
    visit.count(Kind::Long)?;
    let typed = parcel.form.get("komentar");
    let mut sent = Sent {
        text: if typed.len() <= BACK {
            typed.to_owned()
        } else {
            String::new()
        },
        allow: parcel.form.get("boleh").to_owned(),
        known: parcel.form.get("boleh-asal").to_owned(),
        notes: Vec::new(),
    };
    let comments = match parcel.file("berkas") {
        Some(bytes) => bytes,
        None => Bytes::copy_from_slice(typed.as_bytes()),
    };
    match sorted(&app, &visit, comments, &sent).await {
        Ok((report, allow)) => {
            if parcel.form.get("unduh") == "1" {
                let table = table(&visit, &report).into_bytes();
                return attached("text/csv; charset=utf-8", table, TABLE);
            }
            sent.allow = allow.join("\n");
            if in_shop(&visit) {
                sent.known.clone_from(&sent.allow);
            }
            let words = app.words(visit.lang);
            let notes = report.notes();
            sent.notes = notes.iter().map(|note| words.say(note).text).collect();
            draw(&visit, &sent, &[], Some(&report))
        }
        Err(Fault::Refused(wrong)) => draw(&visit, &sent, &wrong, None),
        Err(other) => Err(other.into()),
    }
}

async fn sorted(
    app: &App,
    visit: &Visit,
    comments: Bytes,
    sent: &Sent,
) -> Result<(CommentsReport, Vec<String>), Fault> {
    let mut allow = allowed(&sent.allow)?;
    let platform = app.platform();
    if in_shop(visit) {
        let (kept, seen) = (
            platform.allowed_words(&visit.who()).await?,
            allowed(&sent.known)?,
        );
        // Counted again: two pages may have added to them.
        allow = allowed(&changed(&kept, &seen, &allow).join("\n"))?;
    }
    let words = app.words(visit.lang).clone();
    let report = platform
        .sort_comments(comments, allow.clone(), words)
        .await?;
    platform.keep_allowed_words(&visit.who(), &allow).await?;
    Ok((report, allow))
}

/// Whether words are kept: for whoever works in a shop.
fn in_shop(visit: &Visit) -> bool {
    visit.signed_in.as_ref().is_some_and(|one| match &one.who {
        naik_core::access::Who::Person(member) => !member.shops.is_empty(),
        naik_core::access::Who::Guest(_) => false,
    })
}

fn draw(visit: &Visit, sent: &Sent, wrong: &[Refusal], report: Option<&CommentsReport>) -> Answer {
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let error = first(visit, wrong, "comments").or_else(|| first(visit, wrong, ""));
    let own = context! {
        text => sent.text.clone(),
        allow => sent.allow.clone(),
        error => error,
        allow_error => first(visit, wrong, "allow"),
        most => COMMENTS_MOST,
        most_mb => COMMENTS_BYTES / 1_000_000,
        kept => in_shop(visit),
        known => sent.known.clone(),
        notes => sent.notes.clone(),
        result => report.map(|report| shown(visit, report)),
    };
    page_with(visit, status, "komentar.html", "cek", own)
}

fn shown(visit: &Visit, report: &CommentsReport) -> Value {
    let csv = table(visit, report);
    let hide: Vec<Value> = report
        .hide
        .iter()
        .take(SHOWN)
        .map(|row| hidden(visit, row))
        .collect();
    let keep: Vec<Value> = report.keep.iter().take(SHOWN).map(kept).collect();
    let list: Vec<&str> = report.hide.iter().map(|row| row.text.as_str()).collect();
    // A long list comes as a file of its own: within the page it would be megabytes.
    let small = csv.len() <= TABLE_BACK;
    context! {
        all => report.comments,
        hidden => report.hide.len(),
        kept => report.keep.len(),
        allowed => report.allowed,
        sure => report.hide.iter().filter(|row| row.certainty == Certainty::Yakin).count(),
        kinds => kinds(visit, report),
        hide => hide,
        hide_more => report.hide.len().saturating_sub(SHOWN),
        keep => keep,
        keep_more => report.keep.len().saturating_sub(SHOWN),
        csv => small.then(|| format!("data:text/csv;charset=utf-8,{}", percent(&csv, b""))),
        list => small.then(|| list.join("\n")),
    }
}

/// How many there are of each kind, the most first.
fn kinds(visit: &Visit, report: &CommentsReport) -> Vec<Value> {
    let mut counts: Vec<(usize, Label)> = Label::ALL
        .into_iter()
        .map(|label| {
            let of_kind = report.hide.iter().filter(|row| row.label == label);
            (of_kind.count(), label)
        })
        .filter(|(n, _)| *n > 0)
        .collect();
    counts.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    counts
        .into_iter()
        .map(|(n, label)| context! { n => n, name => name(visit, label) })
        .collect()
}

fn hidden(visit: &Visit, row: &HideRow) -> Value {
    context! {
        line => row.line,
        author => row.author.clone(),
        kind => name(visit, row.label),
        sure => row.certainty == Certainty::Yakin,
        reasons => row.reasons.iter().take(2).cloned().collect::<Vec<_>>(),
        text => short(&row.text),
    }
}

fn kept(row: &KeepRow) -> Value {
    context! {
        line => row.line,
        author => row.author.clone(),
        allowed_by => row.allowed_by.clone(),
        doubtful => row.doubtful,
        text => short(&row.text),
    }
}

fn name(visit: &Visit, label: Label) -> String {
    visit.say(&format!("cek-label-{}", label.key()), &[])
}

fn table(visit: &Visit, report: &CommentsReport) -> String {
    let heading = ["baris", "penulis", "jenis", "alasan", "isi"]
        .map(|column| visit.say(&format!("komentar-kolom-{column}"), &[]));
    let heading = heading.each_ref().map(String::as_str);
    report.hide_csv(heading, |label| name(visit, label))
}

fn short(text: &str) -> String {
    match text.char_indices().nth(PIECE) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
