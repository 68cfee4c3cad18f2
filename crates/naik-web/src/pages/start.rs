//! The first page, the language, and what belongs to the phone: offline page, share target, design system.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, SET_COOKIE};
use axum::response::{IntoResponse, Response};
use minijinja::context;
use naik_core::id::ProductId;
use naik_store::repo::Page;

use super::products::brief;
use super::{Answer, check, local, onward, onward_with, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::upload::Photos;
use crate::front::visit::{LANG, Visit, by_code};
use crate::view;

/// A language is remembered for a year, in milliseconds.
const REMEMBERED: i64 = 365 * 24 * 3_600_000;

/// `GET /`
pub(crate) async fn start(State(app): State<App>, visit: Visit) -> Answer {
    let who = visit.who();
    let latest = Page { skip: 0, take: 3 };
    let mut drafts = Vec::new();
    for (product, standing, photos) in app.platform().my_kits(&who, latest).await? {
        drafts.push(brief(&visit, &product, &standing, &photos));
    }
    page(
        &visit,
        "mulai.html",
        "beranda",
        context! { drafts => drafts },
    )
}

/// `POST /bahasa`
pub(crate) async fn language(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let mut response = onward(local(form.get("back")));
    if let Some(lang) = by_code(form.get("lang")) {
        let cookie = visit.cookie(LANG, lang.code().to_owned(), REMEMBERED);
        response.headers_mut().append(SET_COOKIE, cookie);
        if let Some(one) = &visit.signed_in {
            app.platform().set_lang(&one.who, lang).await?;
        }
    }
    Ok(response)
}

/// `GET /luring`
pub(crate) async fn offline(visit: Visit) -> Answer {
    page(&visit, "luring.html", "", context! {})
}

/// `GET /gaya`
pub(crate) async fn style(visit: Visit) -> Answer {
    page(&visit, "gaya.html", "", context! {})
}

/// `POST /terima`: photos that another app shares begin a product; words are a message to be checked.
pub(crate) async fn receive(State(app): State<App>, mut visit: Visit, photos: Photos) -> Answer {
    if photos.photos.is_empty() {
        // What the page offers, such as another language, belongs to the address that it can be opened at.
        "/cek".clone_into(&mut visit.path);
        return check::judge(&app, &visit, &photos.words).await;
    }
    let who = visit.who();
    let key = app.platform().outside.id().to_string();
    let id = app.platform().begin_product(&who, &key).await?;
    add_all(&app, &visit, id, photos).await
}

/// Adds photos, and goes on to the product's page; what is wrong with one is said there.
pub(crate) async fn add_all(app: &App, visit: &Visit, id: ProductId, photos: Photos) -> Answer {
    let place = format!("/produk/{id}/foto");
    let mut refused = false;
    for (name, bytes) in photos.photos {
        let added = app
            .platform()
            .add_photo(&visit.who(), id, &name, bytes)
            .await;
        match added {
            Ok(_) => {}
            Err(naik_app::platform::error::Fault::Refused(_)) => refused = true,
            Err(other) => return Err(other.into()),
        }
    }
    if refused {
        return Ok(onward_with(visit, &place, "bad.kabar-foto-ditolak"));
    }
    Ok(onward(&place))
}

/// `GET /static/{*name}`
pub(crate) async fn file(axum::extract::Path(name): axum::extract::Path<String>) -> Answer {
    let found = view::file(&name).ok_or_else(Broken::missing)?;
    let keep = if found.for_ever {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    Ok((
        [(CONTENT_TYPE, found.mime), (CACHE_CONTROL, keep)],
        found.bytes,
    )
        .into_response())
}

/// `GET /sw.js` and `GET /manifest.webmanifest`: their address decides what they may speak for.
pub(crate) async fn root_file(name: &'static str) -> Response {
    match view::file(name) {
        Some(found) => (
            [(CONTENT_TYPE, found.mime), (CACHE_CONTROL, "no-cache")],
            found.bytes,
        )
            .into_response(),
        None => Broken::missing().into_response(),
    }
}

/// `GET /robots.txt`: first pages may be found; people's own may not.
pub(crate) async fn robots(State(app): State<App>) -> Response {
    let mut text = String::from(
        "User-agent: *\nDisallow: /produk/\nDisallow: /kartu/\nDisallow: /admin/\nDisallow: /akun\nDisallow: /izin\nDisallow: /jualan\nDisallow: /toko-saya\nDisallow: /kunjungan\nDisallow: /senin\nDisallow: /jejaring\n",
    );
    if let Some(origin) = &app.settings().public_url {
        text.push_str(&format!(
            "Sitemap: {}/sitemap.xml\n",
            origin.trim_end_matches('/')
        ));
    }
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
