//! Akun: oneself, consents, sessions, password, passkeys, keys to the API.

use axum::extract::State;
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::{Fault, Refusal};
use naik_app::platform::passkey::Site;
use naik_app::platform::session::SignedIn;
use naik_app::platform::token::Scope;
use naik_core::account::Purpose;

use super::entry::{first, purposes};
use super::{Answer, onward, onward_with, page_with, passkey};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::Visit;
use crate::view::say;

/// Keys end after a year, in milliseconds.
const KEY_LIVES: i64 = 365 * 24 * 3_600_000;

/// `GET /akun`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    match &visit.signed_in {
        Some(one) => account(&app, &visit, one, &[], None).await,
        None => Ok(onward("/masuk")),
    }
}

/// `POST /akun`: one part of the page at a time, told by `bagian`.
pub(crate) async fn change(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let Some(one) = &visit.signed_in else {
        return Ok(onward("/masuk"));
    };
    let platform = app.platform();
    let done = match form.get("bagian") {
        "diri" => platform
            .set_profile(&one.who, form.get("nama"), form.get("kontak"))
            .await
            .map(|()| "ok.kabar-tersimpan"),
        "izin" => consents(&app, one, &purposes(&form))
            .await
            .map(|()| "ok.kabar-izin"),
        "sesi" => platform
            .end_other_sessions(one)
            .await
            .map(|_| "ok.kabar-keluar-lain"),
        "sandi" => {
            visit.count(Kind::Entry)?;
            let (old, new) = (form.get("sandi_lama"), form.get("sandi"));
            platform
                .change_password(&one.who, old.to_owned(), new.to_owned(), Some(one.session))
                .await
                .map(|()| "ok.kabar-sandi")
        }
        "kunci-nama" => {
            let id = form
                .get("kunci_id")
                .parse()
                .map_err(|_| Broken::missing())?;
            platform
                .rename_passkey(&one.who, id, form.get("nama_kunci"))
                .await
                .map(|()| "ok.kabar-kunci-nama")
        }
        "kunci-lepas" => {
            let id = form
                .get("kunci_id")
                .parse()
                .map_err(|_| Broken::missing())?;
            platform
                .remove_passkey(&one.who, Site::at(&visit.origin).as_ref(), id)
                .await
                .map(|()| "ok.kabar-kunci-lepas")
        }
        "token" => match make_token(&app, one, &form).await {
            Ok(secret) => return account(&app, &visit, one, &[], Some(secret)).await,
            Err(error) => Err(error),
        },
        "token-cabut" => {
            let id = form.get("token").parse().map_err(|_| Broken::missing())?;
            platform
                .revoke_token(&one.who, id)
                .await
                .map(|()| "ok.kabar-token-cabut")
        }
        _ => return Err(Broken::status(StatusCode::BAD_REQUEST)),
    };
    match done {
        Ok(line) => Ok(onward_with(&visit, "/akun", line)),
        Err(Fault::Refused(wrong)) => account(&app, &visit, one, &wrong, None).await,
        Err(other) => Err(other.into()),
    }
}

async fn consents(app: &App, one: &SignedIn, given: &[Purpose]) -> Result<(), Fault> {
    for purpose in Purpose::ALL {
        if purpose != Purpose::Account {
            app.platform()
                .set_consent(&one.who, purpose, given.contains(&purpose))
                .await?;
        }
    }
    Ok(())
}

async fn make_token(app: &App, one: &SignedIn, form: &Form) -> Result<String, Fault> {
    let wanted = form.all("scope");
    let scopes: Vec<Scope> = Scope::ALL
        .into_iter()
        .filter(|scope| wanted.iter().any(|word| word == scope.key()))
        .collect();
    let ends = app.platform().now() + KEY_LIVES;
    app.platform()
        .make_token(&one.who, form.get("nama_token"), &scopes, Some(ends))
        .await
}

async fn account(
    app: &App,
    visit: &Visit,
    one: &SignedIn,
    wrong: &[Refusal],
    new_token: Option<String>,
) -> Answer {
    let platform = app.platform();
    let words = app.words(visit.lang);
    let now = platform.now();
    let history = platform.consents(&one.who).await?;
    let consents: Vec<Value> = Purpose::ALL
        .into_iter()
        .map(|purpose| {
            let last = history
                .iter()
                .rev()
                .find(|entry| entry.purpose == purpose.key());
            let given = last.is_some_and(|entry| entry.given);
            context! {
                key => purpose.key(),
                given => given,
                required => purpose == Purpose::Account,
                since => last.filter(|_| given).map(|entry| say::date(words, entry.at, visit.zone())),
            }
        })
        .collect();
    let sessions: Vec<Value> = platform
        .sessions(one)
        .await?
        .iter()
        .map(|row| {
            context! {
                device => row.agent.clone(),
                when => say::when(words, row.seen_at, now, visit.zone()),
                current => row.id == one.session.0,
            }
        })
        .collect();
    let tokens: Vec<Value> = platform
        .tokens(&one.who)
        .await?
        .iter()
        .filter(|row| row.revoked_at.is_none())
        .map(|row| {
            let scopes: Vec<String> = row
                .scopes
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| visit.say(&format!("scope-{}", word.replace(':', "-")), &[]))
                .collect();
            context! {
                id => row.id.to_string(),
                name => row.name.clone(),
                scopes => scopes,
                used => row.used_at.map(|at| say::when(words, at, now, visit.zone())),
            }
        })
        .collect();
    let own = context! {
        contact => one.person.contact.to_string(),
        area => area_name(one),
        consents => consents,
        sessions => sessions,
        passkeys => passkey::list(app, visit, one).await?,
        passkeys_off => Site::at(&visit.origin).is_none().then(|| host(&visit.origin)),
        has_password => one.person.password.is_some(),
        errors => context! {
            name => first(visit, wrong, "name"),
            contact => first(visit, wrong, "contact"),
            old_password => first(visit, wrong, "old"),
            password => first(visit, wrong, "new"),
            token_name => first(visit, wrong, "token"),
            passkey => first(visit, wrong, "passkey"),
        },
        tokens => tokens,
        scopes => Scope::ALL.map(Scope::key),
        new_token => new_token,
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "akun.html", "akun", own)
}

/// An address as people read it aloud.
fn host(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, host)| host)
}

fn area_name(one: &SignedIn) -> Option<String> {
    let area = &one.person.area;
    (!area.code().is_empty()).then(|| area.label().to_owned())
}
