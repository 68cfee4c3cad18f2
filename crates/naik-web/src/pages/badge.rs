//! Lencana: a badge as everyone may see it, the documents that prove it, and a desk where anyone can check one.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE};
use axum::response::IntoResponse;
use jiff::Timestamp;
use minijinja::{Value, context};
use naik_app::badge::{Genuine, Standing};
use naik_app::platform::badge::{About, achievement_name};
use naik_app::platform::error::Fault;
use naik_app::words::Words;
use naik_core::id::BadgeId;
use naik_core::message::Explain;
use naik_core::programme::certificate::Number;
use naik_core::programme::level::Ladder;

use super::entry::first;
use super::products::id;
use super::{Answer, onward_with, page_with};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::parcel::Parcel;
use crate::front::visit::Visit;
use crate::view::say::{self, Zone};

/// `GET /lencana`
pub(crate) async fn desk(State(app): State<App>, visit: Visit) -> Answer {
    draw_desk(&app, &visit, "", None, None).await
}

/// `POST /lencana`: a badge that someone brings, pasted or as a file. It is judged and forgotten.
pub(crate) async fn check(State(app): State<App>, visit: Visit, parcel: Parcel) -> Answer {
    visit.count(Kind::Check)?;
    let typed = parcel.form.get("teks").trim().to_owned();
    let text = match parcel.file("berkas") {
        Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        None => typed.clone(),
    };
    if text.is_empty() {
        let error = visit.say("lencana-kosong", &[]);
        return draw_desk(&app, &visit, "", Some(error), None).await;
    }
    match app.platform().check_badge(&text).await? {
        Ok(genuine) => {
            let result = result(&visit, &genuine, "lencana");
            draw_desk(&app, &visit, "", None, Some(result)).await
        }
        Err(trouble) => {
            let error = sentence(&visit, &trouble.explain());
            draw_desk(&app, &visit, &typed, Some(error), None).await
        }
    }
}

async fn draw_desk(
    app: &App,
    visit: &Visit,
    text: &str,
    error: Option<String>,
    result: Option<Value>,
) -> Answer {
    let words = app.words(visit.lang);
    let levels: Vec<Value> = Ladder::get()
        .rows
        .iter()
        .map(|row| {
            let number = row.number.number();
            context! {
                n => number,
                name => words.label(&format!("level-{}", row.key), &[]),
                criteria => words.label(&format!("badge-criteria-{number}"), &[]),
            }
        })
        .collect();
    let own = app.platform().own_badges(&visit.who()).await?;
    let own: Vec<Value> = own
        .iter()
        .map(|one| {
            context! {
                id => one.id.to_string(),
                name => About::parse(&one.about).map(|about| achievement_name(words, about)),
                since => one.since.parse().map(|day| say::day(words, day)).unwrap_or_default(),
                revoked => one.revoked_at.is_some(),
            }
        })
        .collect();
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page =
        context! { text => text, error => error, result => result, levels => levels, own => own };
    page_with(visit, status, "lencana.html", "cek", page)
}

/// `GET /lencana/{id}`: the page of a badge; with `.json` behind it, the badge itself.
pub(crate) async fn show(State(app): State<App>, visit: Visit, Path(name): Path<String>) -> Answer {
    if let Some(plain) = name.strip_suffix(".json") {
        let id = id::<BadgeId>(plain)?;
        let seen = app.platform().badge(&visit.who(), id).await?;
        return Ok(document(seen.badge.document));
    }
    draw(&app, &visit, id::<BadgeId>(&name)?, &Form::default(), None).await
}

async fn draw(app: &App, visit: &Visit, id: BadgeId, form: &Form, error: Option<String>) -> Answer {
    let seen = app.platform().badge(&visit.who(), id).await?;
    let (row, words) = (&seen.badge, app.words(visit.lang));
    let own = context! {
        id => id.to_string(),
        name => achievement_name(words, seen.about),
        certificate => Number::of(id).to_string(),
        level => match seen.about { About::Level(level) => Some(level.number()), About::Programme(_) => None },
        criteria => criteria(words, seen.about),
        result => result(visit, &seen.genuine, "lencana"),
        proofs => proofs(&row.document),
        own => seen.is_own,
        named => row.named,
        shows => row.proofs,
        revokes => seen.may_revoke && row.revoked_at.is_none(),
        reason => form.get("alasan"),
        error => error,
    };
    let status = if form.has("alasan") {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    page_with(visit, status, "lencana_satu.html", "cek", own)
}

/// `POST /lencana/{id}/tampil`: what the owner lets be shown.
pub(crate) async fn display(
    State(app): State<App>,
    visit: Visit,
    Path(name): Path<String>,
    form: Form,
) -> Answer {
    let id = id::<BadgeId>(&name)?;
    let words = app.words(visit.lang);
    let shown = (form.has("nama"), form.has("bukti"));
    app.platform()
        .show_on_badge(&visit.who(), words, id, shown)
        .await?;
    let path = format!("/lencana/{id}");
    Ok(onward_with(&visit, &path, "ok.kabar-lencana-tampil"))
}

/// `POST /lencana/{id}/cabut`
pub(crate) async fn revoke(
    State(app): State<App>,
    visit: Visit,
    Path(name): Path<String>,
    form: Form,
) -> Answer {
    let id = id::<BadgeId>(&name)?;
    let key = form.key(&visit);
    let done = app
        .platform()
        .revoke_badge(&visit.who(), id, form.get("alasan"), &key)
        .await;
    match done {
        Ok(()) => {
            let path = format!("/lencana/{id}");
            Ok(onward_with(&visit, &path, "ok.kabar-lencana-cabut"))
        }
        Err(Fault::Refused(wrong)) => {
            let error = first(&visit, &wrong, "alasan");
            draw(&app, &visit, id, &form, error).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /lencana/penerbit.json`
pub(crate) async fn issuer(State(app): State<App>) -> Answer {
    Ok(document(app.platform().issuer_document().await?))
}

/// `GET /lencana/dicabut.json`
pub(crate) async fn revoked(State(app): State<App>) -> Answer {
    Ok(document(app.platform().revocation_list().await?))
}

/// A public document, which pages of other sites may read too.
fn document(text: String) -> axum::response::Response {
    (
        [
            (CONTENT_TYPE, "application/json"),
            (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        ],
        text,
    )
        .into_response()
}

/// What a badge is given for, in a sentence.
pub(crate) fn criteria(words: &Words, about: About) -> String {
    match about {
        About::Level(level) => words.label(&format!("badge-criteria-{}", level.number()), &[]),
        About::Programme(_) => words.label("badge-programme-criteria", &[]),
    }
}

/// How a badge or its certificate stands, in the words of `stem`.
pub(crate) fn result(visit: &Visit, genuine: &Genuine, stem: &str) -> Value {
    let words = visit.app.words(visit.lang);
    let day = |moment: Timestamp| say::date(words, moment.as_millisecond(), Zone::WIB);
    let (color, picture) = match genuine.standing {
        Standing::Valid => ("ok", "shield-check"),
        Standing::Unlisted | Standing::Unproven | Standing::Early => ("tunggu", "circle-alert"),
        Standing::Expired => ("tunggu", "clock"),
        Standing::Revoked(_) => ("buruk", "shield-x"),
    };
    let reason = match &genuine.standing {
        Standing::Revoked(reason) => Some(reason.clone()),
        _ => None,
    };
    let key = genuine.standing.key();
    context! {
        color => color,
        icon => picture,
        word => words.label(&format!("{stem}-{key}"), &[]),
        means => words.label(&format!("{stem}-{key}-isi"), &[]),
        reason => reason,
        name => genuine.name.clone(),
        holder => genuine.holder.clone(),
        issuer => genuine.issuer.clone(),
        from => day(genuine.from),
        until => genuine.until.map(day),
    }
}

/// What the signed document names as its proofs.
fn proofs(document: &str) -> Vec<Value> {
    let read: serde_json::Value = serde_json::from_str(document).unwrap_or_default();
    let all = read.get("evidence").and_then(|all| all.as_array());
    all.into_iter()
        .flatten()
        .filter_map(|one| {
            let word = |name: &str| one.get(name).and_then(|value| value.as_str());
            Some(context! { url => word("id")?, name => word("name")? })
        })
        .collect()
}
