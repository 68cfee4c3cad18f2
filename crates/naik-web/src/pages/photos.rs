//! Foto: a product's photos.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::response::IntoResponse;
use minijinja::context;
use naik_app::platform::photo::PHOTOS_MOST;
use naik_core::access::Action;
use naik_core::id::{PhotoId, ProductId};
use naik_store::repo::photo::Photo;

use super::products::id;
use super::start::add_all;
use super::{Answer, onward, page};
use crate::app::App;
use crate::front::form::Form;
use crate::front::upload::Photos;
use crate::front::visit::Visit;

/// The address of a photo as it was sent.
pub(crate) fn address(product: ProductId, photo: &Photo) -> String {
    format!("/produk/{product}/asal/{}", photo.id)
}

/// `GET /produk/{p}/foto`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let product = id(&product)?;
    let who = visit.who();
    let found = app
        .platform()
        .reach(&who, product, Action::SeeProduct)
        .await?;
    let rows = app.platform().photos(&who, product).await?;
    let photos: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(n, photo)| {
            context! {
                id => photo.id.to_string(),
                src => address(product, photo),
                width => photo.width,
                height => photo.height,
                main => n == 0,
                hints => Vec::<String>::new(),
            }
        })
        .collect();
    let name = &found.facts.product.name;
    let own = context! {
        product => context! { id => product.to_string(), name => (!name.is_empty()).then_some(name) },
        photos => photos,
        max => PHOTOS_MOST,
    };
    page(&visit, "foto.html", "kit", own)
}

/// `POST /produk/{p}/foto`
pub(crate) async fn add(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    photos: Photos,
) -> Answer {
    add_all(&app, &visit, id(&product)?, photos).await
}

/// `POST /produk/{p}/foto/{photo}/hapus`
pub(crate) async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
    _form: Form,
) -> Answer {
    let (product, photo) = (id(&product)?, id::<PhotoId>(&photo)?);
    app.platform()
        .remove_photo(&visit.who(), product, photo)
        .await?;
    Ok(onward(&format!("/produk/{product}/foto")))
}

/// `POST /produk/{p}/foto/{photo}/utama`
pub(crate) async fn front(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
    _form: Form,
) -> Answer {
    let (product, photo) = (id(&product)?, id::<PhotoId>(&photo)?);
    app.platform()
        .front_photo(&visit.who(), product, photo)
        .await?;
    Ok(onward(&format!("/produk/{product}/foto")))
}

/// `GET /produk/{p}/asal/{photo}`: the photo as it was sent.
pub(crate) async fn original(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
) -> Answer {
    let (product, photo) = (id(&product)?, id::<PhotoId>(&photo)?);
    let bytes = app
        .platform()
        .photo_bytes(&visit.who(), product, photo)
        .await?;
    let kind = kind(&bytes);
    let tag = format!("\"{photo}\"");
    Ok((
        [
            (CONTENT_TYPE, kind),
            (CACHE_CONTROL, "private, max-age=86400"),
            (ETAG, &tag),
        ],
        bytes,
    )
        .into_response())
}

/// The kind of a photo: what the decoder took is one of these; the browser is told not to guess.
pub(crate) fn kind(bytes: &[u8]) -> &'static str {
    match bytes.get(..4) {
        Some([0xff, 0xd8, ..]) => "image/jpeg",
        Some([0x89, b'P', b'N', b'G']) => "image/png",
        Some(b"RIFF") => "image/webp",
        _ => "application/octet-stream",
    }
}
