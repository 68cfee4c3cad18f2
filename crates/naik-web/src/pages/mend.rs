//! Rapikan: the cut-out mended by touch.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use minijinja::context;
use naik_core::id::{PhotoId, ProductId};
use naik_core::kit::OutputKind;
use serde::{Deserialize, Serialize};

use super::products::id;
use super::{Answer, onward, page};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::Visit;

/// Strokes as the page sends them: points as pairs, in pixels of the whole photo.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Drawn {
    keep: Vec<Line>,
    remove: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Line {
    points: Vec<[f32; 2]>,
    radius: f32,
}

/// Strokes as the engine reads them.
#[derive(Serialize)]
struct Strokes {
    keep: Vec<Stroke>,
    remove: Vec<Stroke>,
}

#[derive(Serialize)]
struct Stroke {
    points: Vec<Point>,
    radius: f32,
}

#[derive(Serialize)]
struct Point {
    x: f32,
    y: f32,
}

impl From<Line> for Stroke {
    fn from(line: Line) -> Self {
        let points = line.points.into_iter().map(|[x, y]| Point { x, y });
        Self {
            points: points.collect(),
            radius: line.radius,
        }
    }
}

/// What the page sent, as the engine reads it.
fn strokes(json: &[u8]) -> Result<String, Broken> {
    let bad = |_| Broken::because(StatusCode::BAD_REQUEST, "galat-bentuk");
    let drawn: Drawn = if json.is_empty() {
        Drawn::default()
    } else {
        serde_json::from_slice(json).map_err(bad)?
    };
    let strokes = Strokes {
        keep: drawn.keep.into_iter().map(Stroke::from).collect(),
        remove: drawn.remove.into_iter().map(Stroke::from).collect(),
    };
    serde_json::to_string(&strokes).map_err(bad)
}

/// Strokes that were kept, as the page reads them.
fn drawn(kept: &str) -> Option<String> {
    let kept: serde_json::Value = serde_json::from_str(kept).ok()?;
    let lines = |name: &str| -> serde_json::Value {
        let strokes = kept.get(name).and_then(|list| list.as_array());
        strokes
            .into_iter()
            .flatten()
            .map(|stroke| {
                let points: Vec<serde_json::Value> = stroke
                    .get("points")
                    .and_then(|points| points.as_array())
                    .into_iter()
                    .flatten()
                    .map(|point| serde_json::json!([point.get("x"), point.get("y")]))
                    .collect();
                serde_json::json!({ "points": points, "radius": stroke.get("radius") })
            })
            .collect()
    };
    Some(serde_json::json!({ "keep": lines("keep"), "remove": lines("remove") }).to_string())
}

/// `GET /produk/{p}/rapikan/{photo}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
) -> Answer {
    let (product, photo) = (id::<ProductId>(&product)?, id::<PhotoId>(&photo)?);
    let who = visit.who();
    let (found, standing) = app.platform().standing(&who, product, None).await?;
    let rows = app.platform().photos(&who, product).await?;
    let row = rows
        .iter()
        .find(|row| row.id == photo.0)
        .ok_or_else(Broken::missing)?;
    let kit = standing.shown_kit()?;
    let cut = standing.shown.as_ref().and_then(|version| {
        let kit = kit.as_ref()?;
        let input = kit.inputs.iter().find(|one| one.sha256 == row.sha256)?;
        let output = kit
            .outputs
            .iter()
            .find(|o| o.kind == OutputKind::Cutout && o.source.contains(&input.file))?;
        Some(super::kit::address(product, version.number, &output.path))
    });
    let own = context! {
        product => context! { id => product.to_string(), name => found.facts.product.name },
        photo => context! {
            id => photo.to_string(),
            src => super::photos::address(product, row),
            // Where nothing was cut, the first try shows what would be.
            cut => cut.unwrap_or_else(|| format!("/produk/{product}/rapikan/{photo}/coba.png")),
            width => row.width,
            height => row.height,
        },
        strokes => row.strokes.as_deref().and_then(drawn),
    };
    page(&visit, "rapikan.html", "kit", own)
}

/// `POST /produk/{p}/rapikan/{photo}/coba`: the cut with these strokes, at once.
pub(crate) async fn attempt(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
    headers: axum::http::HeaderMap,
    body: Bytes,
) -> Answer {
    if !visit.is_own_call(&headers) {
        return Err(Broken::because(StatusCode::FORBIDDEN, "galat-formulir"));
    }
    cut(&app, &visit, &product, &photo, &body).await
}

/// `GET /produk/{p}/rapikan/{photo}/coba.png`: the cut without strokes.
pub(crate) async fn first_look(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
) -> Answer {
    cut(&app, &visit, &product, &photo, b"").await
}

async fn cut(app: &App, visit: &Visit, product: &str, photo: &str, json: &[u8]) -> Answer {
    let (product, photo) = (id::<ProductId>(product)?, id::<PhotoId>(photo)?);
    app.limits()
        .count(Kind::Trial, &visit.actor())
        .map_err(Broken::too_many)?;
    let strokes = strokes(json)?;
    let tried = app
        .platform()
        .try_strokes(&visit.who(), product, photo, strokes)
        .await?;
    let sure = if tried.confident { "true" } else { "false" };
    let mut response = ([(CONTENT_TYPE, "image/png")], tried.png).into_response();
    response
        .headers_mut()
        .insert("x-confident", axum::http::HeaderValue::from_static(sure));
    Ok(response)
}

/// `POST /produk/{p}/rapikan/{photo}/simpan`
pub(crate) async fn keep(
    State(app): State<App>,
    visit: Visit,
    Path((product, photo)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (product, photo) = (id::<ProductId>(&product)?, id::<PhotoId>(&photo)?);
    let strokes = strokes(form.get("sapuan").as_bytes())?;
    let key = form.key(&visit);
    app.platform()
        .keep_strokes(&visit.who(), product, photo, strokes, visit.lang, &key)
        .await?;
    Ok(onward(&format!("/produk/{product}/kit")))
}

#[cfg(test)]
mod tests {
    use super::{drawn, strokes};

    #[test]
    fn strokes_go_to_the_engine_and_back() {
        let page = br#"{"keep":[{"points":[[1,2],[3.5,4]],"radius":9}],"remove":[]}"#;
        let engine = strokes(page).unwrap();
        assert!(engine.contains(r#"{"x":3.5,"y":4.0}"#), "{engine}");
        let again = drawn(&engine).unwrap();
        assert_eq!(strokes(again.as_bytes()).unwrap(), engine);
        for bad in ["{", r#"{"keep":[{"points":[[1]],"radius":1}]}"#] {
            assert!(strokes(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
