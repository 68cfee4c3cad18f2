//! Sertifikat: anyone types a number and sees whether its certificate holds; its owner has it as a paper.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use minijinja::context;
use naik_app::platform::badge::achievement_name;
use naik_app::platform::certificate::Shown;
use naik_app::platform::error::Fault;
use naik_core::message::Explain;
use naik_core::programme::certificate::{Number, NumberError};
use serde::Deserialize;

use super::badge::{criteria, result};
use super::cash::attached;
use super::{Answer, onward, page_with};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::limit::Kind;
use crate::front::visit::Visit;

/// The most of what was typed that is shown again, in characters.
const ECHO_MOST: usize = 60;

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    nomor: Option<String>,
}

/// `GET /sertifikat`: one field for a number; a good one leads to its page.
pub(crate) async fn ask(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let Some(typed) = asked.nomor else {
        return draw(&visit, StatusCode::OK, "", None, None);
    };
    match typed.parse::<Number>() {
        Ok(number) => Ok(onward(&format!("/sertifikat/{number}"))),
        Err(error) => wrong(&visit, StatusCode::UNPROCESSABLE_ENTITY, &typed, error),
    }
}

/// `GET /sertifikat/{number}`: how a certificate stands; with `.pdf` behind it, the paper.
pub(crate) async fn show(State(app): State<App>, visit: Visit, Path(name): Path<String>) -> Answer {
    let (typed, is_paper) = match name.strip_suffix(".pdf") {
        Some(typed) => (typed, true),
        None => (name.as_str(), false),
    };
    let number = match typed.parse::<Number>() {
        Ok(number) => number,
        Err(_) if is_paper => return Err(Broken::missing()),
        Err(error) => return wrong(&visit, StatusCode::NOT_FOUND, typed, error),
    };
    let page = format!("/sertifikat/{number}");
    if is_paper {
        return paper(&app, &visit, number).await;
    }
    // Whatever way it was typed, a certificate has one address.
    if typed != number.to_string() {
        return Ok(onward(&page));
    }
    visit.count(Kind::Check)?;
    match app.platform().certificate(&visit.who(), number).await {
        Ok(shown) => draw(&visit, StatusCode::OK, "", None, Some(&shown)),
        Err(Fault::Missing) => {
            let said = number.to_string();
            draw(&visit, StatusCode::NOT_FOUND, &said, None, None)
        }
        Err(other) => Err(other.into()),
    }
}

async fn paper(app: &App, visit: &Visit, number: Number) -> Answer {
    visit.must_be_signed_in()?;
    visit.count(Kind::Long)?;
    let words = app.words(visit.lang).clone();
    let (bytes, name) = app
        .platform()
        .certificate_paper(&visit.who(), number, &visit.origin, words)
        .await?;
    attached("application/pdf", bytes, &name)
}

fn wrong(visit: &Visit, status: StatusCode, typed: &str, error: NumberError) -> Answer {
    let told = sentence(visit, &error.explain());
    draw(visit, status, typed, Some(told), None)
}

/// The page: a certificate, or a number that no certificate has, or a field with what is wrong in it.
fn draw(
    visit: &Visit,
    status: StatusCode,
    typed: &str,
    error: Option<String>,
    shown: Option<&Shown>,
) -> Answer {
    let words = visit.app.words(visit.lang);
    let found = shown.map(|shown| {
        let about = shown.seen.about;
        context! {
            number => shown.number.to_string(),
            criteria => criteria(words, about),
            // The badge itself speaks the country's language; its page the reader's.
            result => context! {
                name => achievement_name(words, about),
                ..result(visit, &shown.seen.genuine, "sertifikat")
            },
            named => shown.seen.genuine.holder.is_some(),
            organisation => shown.organisation.clone(),
            badge => shown.seen.badge.id.to_string(),
            own => shown.seen.is_own,
            paper => shown.may_print && shown.seen.badge.revoked_at.is_none(),
        }
    });
    let echo: String = typed.chars().take(ECHO_MOST).collect();
    let own = context! {
        unknown => status == StatusCode::NOT_FOUND && error.is_none(),
        typed => echo,
        error => error,
        found => found,
    };
    page_with(visit, status, "sertifikat.html", "cek", own)
}
