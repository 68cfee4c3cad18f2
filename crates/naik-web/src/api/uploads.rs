//! Photos, chunk by chunk, over a network that comes and goes.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use naik_app::platform::error::Fault;
use naik_app::platform::photo::{CHUNK_MOST, OnItsWay};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::key::Caller;
use crate::app::App;
use crate::fault::Broken;
use crate::pages::products::id as product_id;

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");

/// A photo that is to be sent.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Begin {
    /// The product's id.
    product: String,
    /// The file's name.
    #[serde(default)]
    name: String,
    /// Bytes of the whole photo, at most 25,000,000.
    size: u64,
    /// Chosen by the sender: the same key is the same upload.
    key: String,
}

/// How far an upload is.
#[derive(Serialize, ToSchema)]
pub(crate) struct Upload {
    /// Its id.
    id: String,
    /// Bytes that have arrived: the next chunk begins here.
    offset: u64,
    /// The photo's id, once it is whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
}

impl From<OnItsWay> for Upload {
    fn from(state: OnItsWay) -> Self {
        Self {
            id: state.id.to_string(),
            offset: state.received,
            photo: state.photo.map(|photo| photo.to_string()),
        }
    }
}

fn answer(status: StatusCode, state: OnItsWay) -> Response {
    let offset = HeaderValue::from(state.received);
    let mut response = (status, Json(Upload::from(state))).into_response();
    response.headers_mut().insert(OFFSET, offset);
    response
}

/// Begins an upload, or finds the one that was begun with this key.
#[utoipa::path(post, path = "/api/v1/uploads", tag = "uploads", request_body = Begin,
    responses((status = 201, body = Upload), (status = 422, description = "No photo, or too large")))]
pub(crate) async fn begin(
    State(app): State<App>,
    caller: Caller,
    Json(begin): Json<Begin>,
) -> Result<Response, Broken> {
    let product = product_id(&begin.product)?;
    let state = app
        .platform()
        .begin_upload(&caller.who, product, &begin.name, begin.size, &begin.key)
        .await?;
    Ok(answer(StatusCode::CREATED, state))
}

/// How far an upload is.
#[utoipa::path(get, path = "/api/v1/uploads/{id}", tag = "uploads",
    params(("id" = String, Path, description = "The upload's id")),
    responses((status = 200, body = Upload), (status = 404, description = "No such upload")))]
pub(crate) async fn state(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Broken> {
    let id = id.parse().map_err(|_| Broken::missing())?;
    let state = app.platform().upload(&caller.who, id).await?;
    Ok(answer(StatusCode::OK, state))
}

/// Takes a chunk of at most 262,144 bytes that begins at `Upload-Offset`.
#[utoipa::path(patch, path = "/api/v1/uploads/{id}", tag = "uploads",
    params(("id" = String, Path, description = "The upload's id"),
        ("Upload-Offset" = u64, Header, description = "Where the chunk begins")),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Upload, description = "The photo is whole"), (status = 204, description = "Go on"),
        (status = 409, description = "The chunk does not begin where the last one ended; `Upload-Offset` says where"),
        (status = 422, description = "The whole is no photo that can be used")))]
pub(crate) async fn chunk(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Broken> {
    let id = id.parse().map_err(|_| Broken::missing())?;
    if body.len() > CHUNK_MOST {
        return Err(Broken::status(StatusCode::PAYLOAD_TOO_LARGE));
    }
    let offset = headers
        .get(OFFSET)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Broken::status(StatusCode::BAD_REQUEST))?;
    match app
        .platform()
        .take_chunk(&caller.who, id, offset, body)
        .await
    {
        Ok(state) if state.photo.is_some() => Ok(answer(StatusCode::OK, state)),
        Ok(state) => {
            let offset = HeaderValue::from(state.received);
            Ok((StatusCode::NO_CONTENT, [(OFFSET, offset)]).into_response())
        }
        Err(Fault::Changed) => {
            let state = app.platform().upload(&caller.who, id).await?;
            Ok(answer(StatusCode::CONFLICT, state))
        }
        Err(other) => Err(other.into()),
    }
}
