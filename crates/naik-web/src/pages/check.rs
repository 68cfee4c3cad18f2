//! Cek Pesan: is this message a hoax, a scam, gambling, abuse, or nothing that we know? Nothing pasted is kept.

use axum::extract::State;
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::check::{Label, Stand};
use naik_app::platform::check::MESSAGE_MOST;
use naik_app::platform::error::Fault;

use super::entry::first;
use super::{Answer, onward_with, page_with};
use crate::app::App;
use crate::fault::Broken;
use crate::front::limit::Kind;
use crate::front::parcel::Parcel;
use crate::front::visit::Visit;
use crate::view::verdict::{shown, word};

/// `GET /cek`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    draw(&app, &visit, "", None, None).await
}

/// `POST /cek`: a message in words, on a screenshot, or both.
pub(crate) async fn check(State(app): State<App>, visit: Visit, parcel: Parcel) -> Answer {
    let typed = parcel.form.get("teks");
    let Some(picture) = parcel.file("gambar") else {
        return judge(&app, &visit, typed).await;
    };
    visit.count(Kind::Long)?;
    match app.platform().read_screenshot(picture).await {
        Ok(read) => {
            let text = format!("{typed}\n{read}");
            judge(&app, &visit, text.trim()).await
        }
        Err(Fault::Refused(wrong)) => {
            let error = first(&visit, &wrong, "picture").or_else(|| first(&visit, &wrong, ""));
            draw(&app, &visit, typed, error, None).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Judges a message, and shows what is said about it.
pub(crate) async fn judge(app: &App, visit: &Visit, text: &str) -> Answer {
    visit.count(Kind::Check)?;
    let words = app.words(visit.lang).clone();
    match app.platform().check_message(text, words).await {
        Ok(checked) => {
            let result = shown(visit, text, &checked);
            draw(app, visit, "", None, Some(result)).await
        }
        Err(Fault::Refused(wrong)) => {
            let error = first(visit, &wrong, "text");
            draw(app, visit, text, error, None).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /cek/keliru`: the verdict was wrong. The message is kept only where the box is ticked.
pub(crate) async fn wrong(State(app): State<App>, visit: Visit, parcel: Parcel) -> Answer {
    visit.count(Kind::Check)?;
    let form = &parcel.form;
    let label = Label::parse(form.get("label"))
        .ok_or_else(|| Broken::because(StatusCode::UNPROCESSABLE_ENTITY, "galat-bentuk"))?;
    let consent = form.has("boleh");
    let words = app.words(visit.lang).clone();
    app.platform()
        .report_wrong(form.get("teks"), label, consent, words)
        .await?;
    let line = if consent {
        "ok.kabar-keliru-simpan"
    } else {
        "ok.kabar-keliru"
    };
    Ok(onward_with(&visit, "/cek", line))
}

async fn draw(
    app: &App,
    visit: &Visit,
    text: &str,
    error: Option<String>,
    result: Option<Value>,
) -> Answer {
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let own = context! {
        reads => app.platform().reads_screenshots().await,
        most => MESSAGE_MOST,
        text => text,
        error => error,
        result => result,
        labels => Label::ALL.map(Label::key),
    };
    page_with(visit, status, "cek.html", "cek", own)
}

/// What others may take a shop's own text for, before it goes out; nothing where they would take it for what it is.
pub(crate) async fn taken_for(
    app: &App,
    visit: &Visit,
    text: &str,
) -> Result<Option<Value>, Broken> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let text: String = text.chars().take(MESSAGE_MOST).collect();
    let words = app.words(visit.lang).clone();
    let checked = app.platform().check_message(&text, words).await?;
    if checked.verdict.stand == Stand::Unknown {
        return Ok(None);
    }
    let seen = word(&checked);
    let mut reasons: Vec<String> = Vec::new();
    for reason in &checked.verdict.reasons {
        if !reasons.contains(&reason.text) && reasons.len() < 3 {
            reasons.push(reason.text.clone());
        }
    }
    Ok(Some(context! {
        key => seen.key, color => seen.color, icon => seen.icon,
        word => visit.verdict_word(&seen),
        reasons => reasons,
    }))
}
