//! Kunjungan: a mentor's visits, in five taps, also without a network; what was written twice is shown side by side.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::visit::{Field, NewVisit, Recorded, Visited};
use naik_core::access::Who;
use naik_core::id::{ShopId, VisitId};
use naik_core::programme::visit::{AHEAD_DAYS, BACK_DAYS, NEXT_MAX, NOTE_MAX, State as How};
use naik_core::programme::visit::{USUAL_TOPICS, Visit as Written, topics};
use naik_store::repo::visit::Visit as Row;
use serde::Deserialize;
use serde_json::json;

use super::products::id;
use super::{Answer, Wrong, error_of, onward, onward_with, page_with, told};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::parcel::Parcel;
use crate::front::visit::{Visit, wants_json};
use crate::view::say;

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    /// The shop to begin with.
    #[serde(default)]
    usaha: String,
    /// The visit to change.
    #[serde(default)]
    ubah: String,
}

/// `GET /kunjungan`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let mut typed = Typed::fresh(&app, &asked.usaha);
    if !asked.ubah.is_empty() {
        let row = app
            .platform()
            .own_visit(&visit.who(), id(&asked.ubah)?)
            .await?;
        typed = Typed::of(&row);
    }
    draw(&app, &visit, typed, &[], None).await
}

/// `POST /kunjungan`: one visit, from the page or from its script.
pub(crate) async fn record(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    parcel: Parcel,
) -> Answer {
    let by_script = wants_json(&headers);
    if visit.signed_in.is_none() {
        return match by_script {
            true => Err(Broken::because(
                StatusCode::UNAUTHORIZED,
                "kunjungan-masuk-lagi",
            )),
            false => Ok(onward("/masuk")),
        };
    }
    let (platform, who) = (app.platform(), visit.who());
    let form = &parcel.form;
    let typed = Typed::read(form);
    let mut wrong = Vec::new();
    let recorded = match typed.new_visit(&visit, &mut wrong) {
        Some(new) => match platform.record_visit(&who, new).await {
            Err(Fault::Refused(refusals)) => {
                wrong.extend(told(&visit, &refusals));
                None
            }
            other => Some(other?),
        },
        None => None,
    };
    match recorded {
        None if by_script => Err(Broken::fields(wrong)),
        None => draw(&app, &visit, typed, &wrong, None).await,
        Some(Recorded::Conflict(theirs)) if by_script => {
            let body = json!({ "theirs": as_json(&theirs), "same_day": typed.is_other(&theirs) });
            Ok((StatusCode::CONFLICT, Json(body)).into_response())
        }
        Some(Recorded::Conflict(theirs)) => draw(&app, &visit, typed, &[], Some(&theirs)).await,
        Some(Recorded::Kept(id, revision)) if by_script => {
            Ok(Json(json!({ "id": id, "revision": revision })).into_response())
        }
        Some(Recorded::Kept(id, _)) => {
            let Some(photo) = parcel.file("foto") else {
                return Ok(onward_with(&visit, "/kunjungan", "ok.kabar-kunjungan"));
            };
            let line = match platform.attach_photo(&who, id, photo, true).await {
                Ok(()) => "ok.kabar-kunjungan",
                Err(Fault::Refused(_)) => "warn.kabar-kunjungan-tanpa-foto",
                Err(other) => return Err(other.into()),
            };
            Ok(onward_with(&visit, "/kunjungan", line))
        }
    }
}

/// `POST /kunjungan/{id}/foto`: the second piece of a visit.
pub(crate) async fn attach(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<String>,
    parcel: Parcel,
) -> Answer {
    if visit.signed_in.is_none() {
        return Err(Broken::because(
            StatusCode::UNAUTHORIZED,
            "kunjungan-masuk-lagi",
        ));
    }
    let number = id::<VisitId>(&number)?;
    let photo = parcel
        .file("foto")
        .ok_or_else(|| Broken::status(StatusCode::BAD_REQUEST))?;
    let instead = parcel.form.has("ganti");
    app.platform()
        .attach_photo(&visit.who(), number, photo, instead)
        .await?;
    Ok(Json(json!({ "id": number })).into_response())
}

/// `GET /kunjungan/{id}/foto`
pub(crate) async fn photo(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<String>,
) -> Answer {
    let bytes = app
        .platform()
        .visit_photo(&visit.who(), id(&number)?)
        .await?;
    let kind = super::photos::kind(&bytes);
    Ok((
        [
            (CONTENT_TYPE, kind),
            (CACHE_CONTROL, "private, max-age=3600"),
        ],
        bytes,
    )
        .into_response())
}

/// A visit as it stands in the form.
#[derive(Clone, Default)]
struct Typed {
    id: String,
    shop: String,
    state: String,
    day: String,
    topic: String,
    note: String,
    next: String,
    read: String,
    has_photo: bool,
    apart: bool,
}

impl Typed {
    fn fresh(app: &App, shop: &str) -> Self {
        Self {
            id: app.platform().outside.id().to_string(),
            shop: shop.to_owned(),
            state: How::Done.key().to_owned(),
            day: app.platform().today().to_string(),
            ..Self::default()
        }
    }

    fn of(row: &Row) -> Self {
        Self {
            id: row.id.to_string(),
            shop: row.shop_id.to_string(),
            state: row.state.clone(),
            day: row.day.clone(),
            topic: row.topic.clone(),
            note: row.note.clone(),
            next: row.next.clone(),
            read: row.revision.to_string(),
            has_photo: row.file.is_some(),
            apart: false,
        }
    }

    fn read(form: &Form) -> Self {
        let text = |name: &str| form.get(name).trim().to_owned();
        Self {
            id: text("id"),
            shop: text("usaha"),
            state: text("keadaan"),
            day: text("tanggal"),
            topic: text("bahasan"),
            note: text("catatan"),
            next: text("lanjut"),
            read: text("revisi"),
            has_photo: false,
            apart: form.has("terpisah"),
        }
    }

    /// Whether it is a note of its own rather than another version of that one.
    fn is_other(&self, row: &Row) -> bool {
        self.id.parse() != Ok(VisitId(row.id))
    }

    /// The visit, where all that is needed can be read.
    fn new_visit(&self, visit: &Visit, wrong: &mut Wrong) -> Option<NewVisit> {
        let mut refuse = |field: &str, key: &str| {
            wrong.push((field.to_owned(), visit.say(key, &[])));
        };
        let shop = self.shop.parse::<ShopId>();
        if shop.is_err() {
            refuse("usaha", "kunjungan-usaha-kosong");
        }
        let day = self.day.parse();
        if day.is_err() {
            refuse("tanggal", "kunjungan-tanggal-salah");
        }
        let state = How::parse(&self.state);
        if state.is_none() {
            refuse("keadaan", "kunjungan-keadaan-kosong");
        }
        let number = self.id.parse();
        if number.is_err() {
            refuse("", "galat-bentuk");
        }
        Some(NewVisit {
            id: number.ok()?,
            shop: shop.ok()?,
            visit: Written {
                day: day.ok()?,
                state: state?,
                topic: self.topic.clone(),
                note: self.note.clone(),
                next: self.next.clone(),
            },
            read: self.read.parse().ok(),
            apart: self.apart,
        })
    }

    fn view(&self, visit: &Visit, shops: &[Visited]) -> Value {
        let named = shops
            .iter()
            .find(|one| one.shop.id.to_string() == self.shop)
            .map(|one| one.shop.name.clone());
        let topic = visit.say(&format!("theme-{}", self.topic), &[]);
        let day = self.day.parse().ok();
        context! {
            id => self.id.clone(), shop => self.shop.clone(), shop_name => named, state => self.state.clone(),
            day => self.day.clone(),
            day_said => day.map(|day| say::day(visit.app.words(visit.lang), day)),
            topic => self.topic.clone(), topic_said => (!self.topic.is_empty()).then_some(topic),
            note => self.note.clone(), next => self.next.clone(), read => self.read.clone(),
            photo => self.has_photo,
        }
    }
}

/// A visit as the script reads it.
fn as_json(row: &Row) -> serde_json::Value {
    json!({
        "id": row.id, "revision": row.revision, "shop": row.shop_id, "state": row.state, "day": row.day,
        "topic": row.topic, "note": row.note, "next": row.next, "photo": row.file.is_some(),
    })
}

async fn draw(
    app: &App,
    visit: &Visit,
    typed: Typed,
    wrong: &[(String, String)],
    conflict: Option<&Row>,
) -> Answer {
    let Who::Person(member) = visit.who() else {
        return Ok(onward("/masuk"));
    };
    let Field { shops, recent } = app.platform().field(&visit.who()).await?;
    let rows: Vec<Value> = shops
        .iter()
        .map(|one| {
            context! {
                id => one.shop.id.to_string(), name => one.shop.name.clone(), owner => one.owner.clone(),
                ahead => one.ahead,
            }
        })
        .collect();
    let recent: Vec<Value> = recent
        .iter()
        .map(|(row, shop)| {
            context! {
                shop => shop.clone(), json => as_json(row).to_string(), ..Typed::of(row).view(visit, &shops)
            }
        })
        .collect();
    let topic = |key: &str| {
        context! { key => key, label => visit.say(&format!("theme-{key}"), &[]) }
    };
    let usual: Vec<Value> = USUAL_TOPICS.iter().map(|key| topic(key)).collect();
    let others: Vec<Value> = topics().skip(USUAL_TOPICS.len()).map(topic).collect();
    let theirs = conflict.map(|row| Typed::of(row).view(visit, &shops));
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        mentor => member.id.to_string(),
        shops => rows,
        recent => recent,
        usual => usual,
        others => others,
        other_topic => !typed.topic.is_empty() && !USUAL_TOPICS.contains(&&*typed.topic),
        form => typed.view(visit, &shops),
        theirs => theirs,
        same_day => conflict.is_some_and(|row| typed.is_other(row)),
        back_days => BACK_DAYS,
        ahead_days => AHEAD_DAYS,
        note_most => NOTE_MAX,
        next_most => NEXT_MAX,
        errors => context! {
            whole => error(""), shop => error("usaha"), state => error("keadaan"), day => error("tanggal"),
            topic => error("bahasan"), note => error("catatan"), next => error("lanjut"), photo => error("foto"),
        },
        wrong => !wrong.is_empty(),
    };
    let status = match (wrong.is_empty(), conflict) {
        (_, Some(_)) => StatusCode::CONFLICT,
        (true, None) => StatusCode::OK,
        (false, None) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page_with(visit, status, "kunjungan.html", "kunjungan", own)
}
