//! Coming in and going out: password, registration, card.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use minijinja::{Value, context};
use naik_app::platform::account::Registration;
use naik_app::platform::error::{Fault, Refusal};
use naik_app::platform::passkey::Site;
use naik_core::account::Purpose;
use naik_core::id::{EntryId, PersonId};

use super::{Answer, local, onward, page, page_with};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::form::{Form, PARKED};
use crate::front::limit::Kind;
use crate::front::visit::{COOKIE_LIVES, SESSION, Visit, cookie_of};
use crate::view::say;

/// The cookie of a browser that let someone in.
pub(super) const KNOWN: &str = "kenal";

/// `GET /masuk`
pub(crate) async fn form(visit: Visit) -> Answer {
    if visit.signed_in.is_some() {
        return Ok(onward("/produk"));
    }
    let own = context! { contact => (), error => (), locked => (), next => (), passkeys => passkeys(&visit) };
    page(&visit, "masuk.html", "akun", own)
}

/// Whether browsers know passkeys at this address.
fn passkeys(visit: &Visit) -> bool {
    Site::at(&visit.origin).is_some()
}

/// `POST /masuk`
pub(crate) async fn enter(
    State(app): State<App>,
    visit: Visit,
    headers: axum::http::HeaderMap,
    form: Form,
) -> Answer {
    visit.count(Kind::Entry)?;
    let contact = form.get("kontak").to_owned();
    let known = cookie_of(&headers, KNOWN)
        .and_then(|cookie| app.seal().read_known(&cookie, app.platform().now()));
    let password = form.get("sandi").to_owned();
    let entered = app
        .platform()
        .sign_in(&contact, password, Some(visit.guest), known)
        .await;
    let (error, locked) = match entered {
        Ok(person) => {
            let place = next_place(&app, &visit, &headers, form.get("ke")).await?;
            return let_in(&app, &visit, person.id, &place).await;
        }
        Err(Fault::Refused(wrong)) => (first(&visit, &wrong, ""), None),
        Err(Fault::Locked(seconds)) => (None, Some((seconds + 59) / 60)),
        Err(other) => return Err(other.into()),
    };
    let own = context! {
        contact => contact,
        error => error,
        locked => locked,
        next => form.get("ke"),
        passkeys => passkeys(&visit),
    };
    page_with(
        &visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        "masuk.html",
        "akun",
        own,
    )
}

/// Where to go after coming in: to a form that waits, to the place that was wanted, or to the products.
pub(super) async fn next_place(
    app: &App,
    visit: &Visit,
    headers: &axum::http::HeaderMap,
    wanted: &str,
) -> Result<String, Broken> {
    if let Some(id) = parked(headers) {
        match app.platform().waited_form(visit.guest, id).await {
            Ok(_) => return Ok("/titipan".to_owned()),
            Err(Fault::Missing) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    Ok(if wanted.is_empty() {
        "/produk".to_owned()
    } else {
        local(wanted).to_owned()
    })
}

/// The form that waits for this browser, by its cookie.
fn parked(headers: &axum::http::HeaderMap) -> Option<EntryId> {
    cookie_of(headers, PARKED)?.parse().ok()
}

/// Begins a session for this browser, and goes on.
async fn let_in(app: &App, visit: &Visit, person: PersonId, place: &str) -> Answer {
    with_session(app, visit, person, onward(place)).await
}

/// Begins a session for this browser: its cookies go along with an answer.
pub(super) async fn with_session(
    app: &App,
    visit: &Visit,
    person: PersonId,
    mut response: Response,
) -> Answer {
    let platform = app.platform();
    let secret = platform.begin_session(person, visit.agent).await?;
    let known = app.seal().known(person, platform.now() + COOKIE_LIVES);
    for (name, value) in [(SESSION, secret), (KNOWN, known)] {
        response
            .headers_mut()
            .append(SET_COOKIE, visit.cookie(name, value, COOKIE_LIVES));
    }
    Ok(response)
}

/// `POST /keluar`
pub(crate) async fn leave(State(app): State<App>, visit: Visit, _form: Form) -> Answer {
    if let Some(one) = &visit.signed_in {
        app.platform().end_session(one).await?;
    }
    let mut response = onward("/");
    response
        .headers_mut()
        .append(SET_COOKIE, visit.cookie(SESSION, String::new(), 0));
    Ok(response)
}

/// `GET /daftar`
pub(crate) async fn register_form(visit: Visit) -> Answer {
    let own = registration(&visit, &Form::default(), &[], &[Purpose::Account]);
    page(&visit, "daftar.html", "akun", own)
}

/// `POST /daftar`
pub(crate) async fn register(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    visit.count(Kind::Account)?;
    let purposes = purposes(&form);
    let wish = Registration {
        name: form.get("nama").to_owned(),
        contact: form.get("kontak").to_owned(),
        password: form.get("sandi").to_owned(),
        shop: form.get("toko").to_owned(),
        area: app.settings().area.clone(),
        purposes: purposes.clone(),
        lang: visit.lang,
    };
    match app.platform().register(Some(visit.guest), wish).await {
        Ok(person) => let_in(&app, &visit, person, "/produk").await,
        Err(Fault::Refused(wrong)) => {
            let own = registration(&visit, &form, &wrong, &purposes);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            page_with(&visit, status, "daftar.html", "akun", own)
        }
        Err(other) => Err(other.into()),
    }
}

fn registration(visit: &Visit, form: &Form, wrong: &[Refusal], given: &[Purpose]) -> Value {
    let typed = |name: &str| form.has(name).then(|| form.get(name).to_owned());
    context! {
        form => context! { name => typed("nama"), contact => typed("kontak") },
        errors => context! {
            name => first(visit, wrong, "name"),
            contact => first(visit, wrong, "contact"),
            password => first(visit, wrong, "password"),
            consent => first(visit, wrong, "account"),
        },
        error => first(visit, wrong, ""),
        consents => consents(given),
    }
}

/// The purposes as switches.
pub(super) fn consents(given: &[Purpose]) -> Vec<Value> {
    Purpose::ALL
        .into_iter()
        .map(|purpose| {
            context! {
                key => purpose.key(),
                given => given.contains(&purpose),
                required => purpose == Purpose::Account,
                since => (),
            }
        })
        .collect()
}

/// The purposes that a form agrees to.
pub(super) fn purposes(form: &Form) -> Vec<Purpose> {
    form.all("izin")
        .iter()
        .filter_map(|word| Purpose::parse(word))
        .collect()
}

/// What is wrong with a field, in the visitor's words.
pub(super) fn first(visit: &Visit, wrong: &[Refusal], field: &str) -> Option<String> {
    wrong
        .iter()
        .find(|one| one.field == field)
        .map(|one| sentence(visit, &one.message))
}

/// `GET /kartu/{secret}`: greets whom the card lets in. Looking does not use it up: messengers look at links.
pub(crate) async fn card(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
) -> Answer {
    visit.count(Kind::Entry)?;
    card_page(&app, &visit, &secret, None).await
}

/// `POST /kartu/{secret}`
pub(crate) async fn use_card(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
    form: Form,
) -> Answer {
    visit.count(Kind::Entry)?;
    let password = Some(form.get("sandi").to_owned()).filter(|text| !text.is_empty());
    let entered = app
        .platform()
        .enter_by_card(&secret, password, &purposes(&form), Some(visit.guest))
        .await;
    match entered {
        Ok(person) => let_in(&app, &visit, person.id, "/produk").await,
        Err(Fault::Refused(wrong)) => {
            let error = wrong.first().map(|one| sentence(&visit, &one.message));
            card_page(&app, &visit, &secret, error).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn card_page(app: &App, visit: &Visit, secret: &str, error: Option<String>) -> Answer {
    let platform = app.platform();
    match platform.read_card(secret).await {
        Ok(greeting) => {
            let own = context! {
                state => "valid",
                name => greeting.person.name,
                made_by => greeting.made_by.unwrap_or_else(|| "NaikKelas".to_owned()),
                needs_password => greeting.person.password.is_none(),
                consents => if greeting.agreed { Vec::new() } else { consents(&[Purpose::Account]) },
                expires => say::date(app.words(visit.lang), greeting.expires_at, visit.zone()),
                error => error,
            };
            page(visit, "kartu.html", "akun", own)
        }
        Err(Fault::Refused(wrong)) => {
            let state = match wrong.first().map(|one| one.message.key.as_str()) {
                Some("card-used") => "used",
                Some("card-ended") => "expired",
                Some("card-revoked") => "revoked",
                _ => "unknown",
            };
            let own = context! { state => state };
            page_with(visit, StatusCode::GONE, "kartu.html", "akun", own)
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /titipan`: the form that was sent after its session had ended, to be sent again.
pub(crate) async fn waited(
    State(app): State<App>,
    visit: Visit,
    headers: axum::http::HeaderMap,
) -> Answer {
    let id = parked(&headers).ok_or_else(Broken::missing)?;
    let waited = app.platform().waited_form(visit.guest, id).await?;
    let fields: Vec<Value> = waited
        .fields
        .iter()
        .map(|(name, value)| context! { name => name, value => value })
        .collect();
    let own = context! { id => id.to_string(), to => waited.path, fields => fields };
    page(&visit, "titipan.html", "kit", own)
}

/// `POST /titipan`: the form that waited is not wanted any more.
pub(crate) async fn throw_away(visit: Visit, _form: Form) -> Answer {
    let mut response = onward("/produk");
    response
        .headers_mut()
        .append(SET_COOKIE, visit.cookie(PARKED, String::new(), 0));
    Ok(response)
}
