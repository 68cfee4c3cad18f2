//! Kit: what is made and what is there, one part after the other, in versions.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse};
use futures::Stream;
use minijinja::Value;
use naik_app::platform::error::Fault;
use naik_app::platform::kit::{Wish, Work};
use naik_app::progress::Step;
use naik_core::encode::percent;
use naik_core::id::ProductId;
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;

use super::products::id;
use super::{Answer, onward, onward_with, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::kit::Shown;
use crate::view::mime;

/// The address of a file of a version; a version's files never change.
pub(crate) fn address(product: ProductId, number: i32, path: &str) -> String {
    format!("/produk/{product}/v/{number}/{}", percent(path, b"/"))
}

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    versi: Option<String>,
}

/// `POST /produk/{p}/kit`: starts making.
pub(crate) async fn order(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    form: Form,
) -> Answer {
    let product = id(&product)?;
    ask(&app, &visit, product, Wish::default(), &form).await
}

/// `POST /produk/{p}/kit/ulang`: one part anew.
pub(crate) async fn again(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    form: Form,
) -> Answer {
    let product = id(&product)?;
    let part = Step::parse(form.get("part"))
        .ok_or_else(|| Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk"))?;
    let chosen = |name: &str| Some(form.get(name).to_owned()).filter(|text| !text.is_empty());
    let wish = Wish {
        work: Work::Parts(vec![part.key().to_owned()]),
        scene: chosen("scene"),
        family: chosen("family"),
        color: chosen("color"),
    };
    ask(&app, &visit, product, wish, &form).await
}

/// Asks for work, and goes to where it is seen; what is missing is asked for first.
pub(crate) async fn ask(
    app: &App,
    visit: &Visit,
    product: ProductId,
    wish: Wish,
    form: &Form,
) -> Answer {
    let key = form.key(visit);
    let asked = app
        .platform()
        .order_kit(&visit.who(), product, wish, visit.lang, &key)
        .await;
    match asked {
        Ok(_) => Ok(onward(&format!("/produk/{product}/kit"))),
        Err(Fault::Refused(wrong)) => {
            let field = wrong.first().map_or("", |one| one.field.as_str());
            let (place, line) = match field {
                "foto" => (format!("/produk/{product}/foto"), "warn.kabar-perlu-foto"),
                "nama" => (
                    format!("/produk/{product}/fakta/nama"),
                    "warn.kabar-perlu-nama",
                ),
                _ => return Err(Fault::Refused(wrong).into()),
            };
            Ok(onward_with(visit, &place, line))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /produk/{p}/kit/batal`
pub(crate) async fn cancel(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    _form: Form,
) -> Answer {
    let product = id(&product)?;
    app.platform().cancel_kit(&visit.who(), product).await?;
    Ok(onward(&format!("/produk/{product}/kit")))
}

/// `POST /produk/{p}/versi/{n}/pakai`
pub(crate) async fn use_version(
    State(app): State<App>,
    visit: Visit,
    Path((product, number)): Path<(String, i32)>,
    _form: Form,
) -> Answer {
    let product = id(&product)?;
    app.platform()
        .show_version(&visit.who(), product, number)
        .await?;
    let place = format!("/produk/{product}/kit");
    Ok(onward_with(&visit, &place, "ok.kabar-versi"))
}

/// `GET /produk/{p}/kit`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let product = id(&product)?;
    let number = match asked.versi.as_deref().map(str::parse) {
        None => None,
        Some(Ok(number)) => Some(number),
        Some(Err(_)) => return Err(Broken::missing()),
    };
    match value(&app, &visit, product, number).await? {
        Some(own) => page(&visit, "kit.html", "kit", own),
        // Nothing was asked for yet: first the photos.
        None => Ok(onward(&format!("/produk/{product}/foto"))),
    }
}

/// `GET /produk/{p}/kit/bagian`: the parts alone, for a page that is open.
pub(crate) async fn parts(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let html = fragment(&app, &visit, id(&product)?).await?;
    Ok(Html(html).into_response())
}

async fn fragment(app: &App, visit: &Visit, product: ProductId) -> Result<String, Broken> {
    let own = value(app, visit, product, None)
        .await?
        .ok_or_else(Broken::missing)?;
    Ok(visit.draw("kit_bagian.html", "kit", own)?)
}

/// Everything the page shows; nothing when no kit was ever asked for.
async fn value(
    app: &App,
    visit: &Visit,
    id: ProductId,
    number: Option<i32>,
) -> Result<Option<Value>, Broken> {
    let platform = app.platform();
    let who = visit.who();
    let (product, standing) = platform.standing(&who, id, number).await?;
    if standing.versions.is_empty() {
        return Ok(None);
    }
    let photos = platform.photos(&who, id).await?;
    let kit = standing.shown_kit()?;
    let texts = platform.texts(&standing.files).await?;
    let shown = Shown {
        visit,
        product: &product,
        standing: &standing,
        photos: &photos,
        kit: kit.as_ref(),
        texts: &texts,
    };
    // Each text is judged anew: milliseconds that other pages need not wait for.
    Ok(Some(tokio::task::block_in_place(|| shown.value())))
}

/// `GET /produk/{p}/kit/alir`: the parts whenever they have moved on, until the kit stands.
pub(crate) async fn stream(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Broken> {
    let product = id(&product)?;
    // Whoever may not see it learns so before the stream begins.
    let (_, standing) = app.platform().standing(&visit.who(), product, None).await?;
    let start = Following {
        ears: app.platform().listen(),
        ends: standing.making.is_none(),
        app,
        visit,
        product,
        said: String::new(),
    };
    let events = futures::stream::unfold(Some(start), |state| async move {
        let following = state?;
        following.next().await
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))))
}

/// A page without the keys of its forms, which are fresh each time that it is drawn.
fn without_keys(html: &str) -> String {
    const MARK: &str = "name=\"kunci\" value=\"";
    let mut parts = html.split(MARK);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut text, part| {
        text.push_str(part.split_once('"').map_or(part, |(_, rest)| rest));
        text
    })
}

struct Following {
    app: App,
    visit: Visit,
    product: ProductId,
    ears: tokio::sync::broadcast::Receiver<ProductId>,
    /// What was sent last: the same is not sent again.
    said: String,
    ends: bool,
}

impl Following {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Option<Self>)> {
        if self.ends {
            return Some((Ok(Event::default().event("usai").data("1")), None));
        }
        loop {
            let html = fragment(&self.app, &self.visit, self.product).await.ok()?;
            if html.contains("data-usai") {
                self.ends = true;
            }
            let said = without_keys(&html);
            if said != self.said || self.ends {
                self.said = said;
                let event = Event::default()
                    .event("bagian")
                    .data(html.replace('\r', ""));
                return Some((Ok(event), Some(self)));
            }
            // At most four a second; news of other workers' kits come by looking.
            tokio::time::sleep(Duration::from_millis(250)).await;
            let heard = tokio::time::timeout(Duration::from_secs(3), async {
                loop {
                    match self.ears.recv().await {
                        Ok(product) if product == self.product => return true,
                        Ok(_) => {}
                        Err(RecvError::Lagged(_)) => return true,
                        Err(RecvError::Closed) => return false,
                    }
                }
            })
            .await;
            if heard == Ok(false) {
                return None;
            }
        }
    }
}

/// `GET /produk/{p}/v/{n}/{*path}`
pub(crate) async fn file(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path((product, number, path)): Path<(String, i32, String)>,
) -> Answer {
    let product = id(&product)?;
    if path.contains('\0') {
        return Err(Broken::missing());
    }
    let (bytes, sha256) = app
        .platform()
        .kit_file(&visit.who(), product, number, &path)
        .await?;
    let tag = format!("\"{sha256}\"");
    let same = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.contains(&tag));
    if same {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    let kind = mime(&path);
    let mut response = (
        [
            (CONTENT_TYPE, kind),
            (CACHE_CONTROL, "private, max-age=3600"),
            (ETAG, &tag),
        ],
        bytes,
    )
        .into_response();
    // A kit's own page, and whatever a browser might run, is for saving.
    if kind.starts_with("text/html") || kind == "application/octet-stream" {
        let save = axum::http::HeaderValue::from_static("attachment");
        response.headers_mut().insert(CONTENT_DISPOSITION, save);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::{address, without_keys};
    use naik_core::id::{ProductId, Uuid};

    #[test]
    fn the_same_parts_are_the_same_whatever_their_keys() {
        let page = |key: &str| format!("<p>a</p><input name=\"kunci\" value=\"{key}\"><p>b</p>");
        assert_eq!(without_keys(&page("1")), without_keys(&page("2")));
        assert_ne!(without_keys(&page("1")), without_keys("<p>a</p><p>c</p>"));
        assert_eq!(without_keys("a"), "a");
    }

    #[test]
    fn an_address_holds_whatever_a_file_is_called() {
        let id = ProductId(Uuid::nil());
        let found = address(id, 2, "photos/1-foto baru (2).jpg/white.jpg");
        assert!(
            found.ends_with("/v/2/photos/1-foto%20baru%20%282%29.jpg/white.jpg"),
            "{found}"
        );
    }
}
