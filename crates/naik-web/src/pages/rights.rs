//! Data & izin: consents with their history and clock, who may see what and who did, all data to take along, erasure.

use std::fs::File;
use std::io::Read;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use bytes::Bytes;
use minijinja::{Value, context};
use naik_app::platform::error::{Fault, Refusal};
use naik_app::platform::rights::{Look, Rights, Standing, WITHDRAWAL_MOST};
use naik_app::words::Words;
use naik_core::access::Action;
use naik_core::account::Purpose;
use naik_core::message::Message;

use super::entry::{KNOWN, first};
use super::{Answer, onward, onward_with, page, page_with};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::{Form, PARKED};
use crate::front::limit::Kind;
use crate::front::visit::{GUEST, SESSION, Visit};
use crate::view::say;

/// What is read from the disk at once, in bytes.
const PART: usize = 256 * 1024;
const HOUR: i64 = 3_600_000;

/// `GET /izin`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    draw(&app, &visit, &[]).await
}

/// `POST /izin`: a yes or a no to one purpose.
pub(crate) async fn change(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    visit.must_be_signed_in()?;
    let bad = || Broken::status(StatusCode::BAD_REQUEST);
    let purpose = Purpose::parse(form.get("tujuan")).ok_or_else(bad)?;
    let given = match form.get("jawab") {
        "beri" => true,
        "cabut" => false,
        _ => return Err(bad()),
    };
    app.platform()
        .set_consent(&visit.who(), purpose, given)
        .await?;
    let line = if given {
        "ok.kabar-izin"
    } else {
        "ok.kabar-izin-dicabut"
    };
    Ok(onward_with(&visit, "/izin", line))
}

/// `POST /izin/data.zip`: everything, from the disk part by part.
pub(crate) async fn export(State(app): State<App>, visit: Visit, _form: Form) -> Answer {
    visit.must_be_signed_in()?;
    visit.count(Kind::Long)?;
    let file = app.platform().export_mine(&visit.who()).await?;
    let size = file.metadata().map_err(Broken::internal)?.len();
    let day = naik_app::platform::day(app.platform().now());
    let name = format!("attachment; filename=\"naikkelas-{day}.zip\"");
    let parts = futures::stream::try_unfold(file, next);
    let mut response = Response::new(Body::from_stream(parts));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CONTENT_LENGTH, HeaderValue::from(size));
    let name = HeaderValue::from_str(&name).map_err(Broken::internal)?;
    headers.insert(CONTENT_DISPOSITION, name);
    Ok(response)
}

/// The next part of a file, read where no page waits.
async fn next(file: File) -> std::io::Result<Option<(Bytes, File)>> {
    let read = move || {
        let mut file = file;
        let mut part = Vec::with_capacity(PART);
        (&mut file).take(PART as u64).read_to_end(&mut part)?;
        Ok((!part.is_empty()).then(|| (Bytes::from(part), file)))
    };
    tokio::task::spawn_blocking(read)
        .await
        .map_err(std::io::Error::other)?
}

/// `POST /izin/hapus`: erases, once the word was typed.
pub(crate) async fn erase(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    visit.must_be_signed_in()?;
    let word = visit.say("izin-hapus-kata", &[]);
    if form.get("kata").trim() != word {
        let wrong = [Refusal::new(
            "word",
            Message::new("erase-word").with("word", &word),
        )];
        return draw(&app, &visit, &wrong).await;
    }
    match app.platform().erase_me(&visit.who(), visit.guest).await {
        Ok(number) => {
            let mut response = onward(&format!("/izin/tanda/{number}"));
            // The browser forgets as well.
            for name in [SESSION, GUEST, KNOWN, PARKED] {
                let over = visit.cookie(name, String::new(), 0);
                response.headers_mut().append(SET_COOKIE, over);
            }
            Ok(response)
        }
        Err(Fault::Refused(wrong)) => draw(&app, &visit, &wrong).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /izin/tanda/{number}`: the receipt of an erasure, for whoever holds its number. It names nobody.
pub(crate) async fn receipt(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<String>,
) -> Answer {
    let fits = number.len() <= 40
        && number
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !fits {
        return Err(Broken::missing());
    }
    let found = app.platform().erasure(&number).await?;
    let words = app.words(visit.lang);
    let own = context! {
        number => found.number,
        at => say::moment(words, found.at, visit.zone()),
        shops => found.shops,
        products => found.products,
        files => found.files,
        sales => found.sales,
        cash => found.cash,
        storefronts => found.storefronts,
        programme => found.programme,
        backup => found.backup_at.map(|at| say::date(words, at, visit.zone())),
    };
    page(&visit, "izin_tanda.html", "akun", own)
}

async fn draw(app: &App, visit: &Visit, wrong: &[Refusal]) -> Answer {
    let platform = app.platform();
    let words = app.words(visit.lang);
    let now = platform.now();
    let rights = platform.rights(&visit.who()).await?;
    let own = context! {
        consents => rights.consents.iter().map(|one| standing(visit, one, &rights, now)).collect::<Vec<_>>(),
        allowed => rights.allowed.iter().map(|(role, actions)| context! {
            role => role.key(),
            may => actions.iter().map(|action| right(*action)).collect::<Vec<_>>(),
        }).collect::<Vec<_>>(),
        looks => rights.looks.iter().map(|one| look(visit, one, now)).collect::<Vec<_>>(),
        shops => rights.shops.clone(),
        backup => rights.backup_at.map(|at| say::date(words, at, visit.zone())),
        word => visit.say("izin-hapus-kata", &[]),
        error => first(visit, wrong, "word").or_else(|| first(visit, wrong, "")),
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "izin.html", "akun", own)
}

/// A purpose, with the clock of its withdrawal while that runs.
fn standing(visit: &Visit, one: &Standing, rights: &Rights, now: i64) -> Value {
    let words = visit.app.words(visit.lang);
    let moment = |at: i64| say::moment(words, at, visit.zone());
    let clock = one.withdrawn_at().map(|at| {
        let latest = at + WITHDRAWAL_MOST;
        let mentors = rights.mentors.to_string();
        let key = format!("izin-dicabut-{}", one.purpose.key());
        context! {
            at => moment(at),
            latest => moment(latest),
            hours => (latest - now).max(0).div_euclid(HOUR),
            running => latest > now,
            done => visit.say(&key, &[("n", &mentors)]),
        }
    });
    context! {
        key => one.purpose.key(),
        given => one.given,
        required => one.purpose == Purpose::Account,
        since => one.history.first().filter(|_| one.given).map(|entry| moment(entry.at)),
        clock => clock,
        history => one.history.iter().map(|entry| context! {
            given => entry.given, at => moment(entry.at), wording => entry.wording,
        }).collect::<Vec<_>>(),
    }
}

/// A right's word in message keys.
fn right(action: Action) -> &'static str {
    match action {
        Action::SeeProduct => "see-product",
        Action::EditProduct => "edit-product",
        Action::SeeShop => "see-shop",
        Action::EditShop => "edit-shop",
        Action::IssueCard => "issue-card",
        Action::CreatePerson => "create-person",
        Action::SeePeople => "see-people",
        Action::TendJobs => "tend-jobs",
        Action::ReadAudit => "read-audit",
        Action::SeeProgress => "see-progress",
        Action::SendEvidence => "send-evidence",
        Action::CheckEvidence => "check-evidence",
        Action::ConfirmLevel => "confirm-level",
        Action::NoteVisit => "note-visit",
        Action::OfferHandOver => "offer-hand-over",
        Action::JoinProgramme => "join-programme",
        Action::RunProgramme => "run-programme",
    }
}

fn look(visit: &Visit, one: &Look, now: i64) -> Value {
    let words = visit.app.words(visit.lang);
    context! {
        when => say::when(words, one.at, now, visit.zone()),
        who => who(visit, words, one),
        what => what(visit, words, one),
        refused => one.refused,
    }
}

fn who(visit: &Visit, words: &Words, one: &Look) -> String {
    match (&one.name, one.role) {
        (Some(name), Some(role)) => {
            let role = words.label(&format!("peran-{}", role.key()), &[]);
            format!("{name}, {role}")
        }
        _ if one.machine => visit.say("izin-jejak-mesin", &[]),
        _ => visit.say("izin-jejak-seseorang", &[]),
    }
}

fn what(visit: &Visit, words: &Words, one: &Look) -> String {
    let key = format!("izin-jejak-{}", one.action.to_lowercase());
    if one.refused {
        visit.say("izin-jejak-ditolak", &[])
    } else if words.has(&key) {
        visit.say(&key, &[])
    } else {
        visit.say("izin-jejak-lain", &[])
    }
}
