//! Binaan: shops in one's care, and cards for their owners.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::account::Invitation;
use naik_app::platform::care::{CardState, InCare};
use naik_app::platform::error::{Fault, Refusal};
use naik_core::access::Who;
use naik_core::account::{Area, Role};
use naik_core::id::{PersonId, ShopId};
use naik_store::repo::Page;
use qrcode::QrCode;
use qrcode::render::svg;
use serde::Deserialize;

use super::entry::first;
use super::products::id;
use super::{Answer, onward, page_with};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::{initials, say};

/// The most shops on one page.
const SHOWN: u64 = 200;

/// `GET /binaan`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    care(&app, &visit, &Form::default(), &[], asked.q.trim()).await
}

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// Whether a shop or its owner is called so.
fn is_called(one: &InCare, query: &str) -> bool {
    let query = query.to_lowercase();
    let owner = one.owner.as_ref().map_or("", |owner| owner.name.as_str());
    one.shop.name.to_lowercase().contains(&query) || owner.to_lowercase().contains(&query)
}

async fn care(app: &App, visit: &Visit, form: &Form, wrong: &[Refusal], query: &str) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let all = Page {
        skip: 0,
        take: SHOWN,
    };
    let words = app.words(visit.lang);
    let now = platform.now();
    let mut shops: Vec<Value> = Vec::new();
    // The sheet of a shop is for whoever accompanies it with its owner's consent.
    let accompanied = match visit.who() {
        Who::Person(member) => member.mentored,
        Who::Guest(_) => Vec::new(),
    };
    let in_care = platform.care(&visit.who(), all).await?;
    for one in in_care.into_iter().filter(|one| is_called(one, query)) {
        let owner = one.owner.as_ref();
        let waits = one.card == CardState::Waiting;
        shops.push(context! {
            name => one.shop.name.clone(),
            href => accompanied.contains(&ShopId(one.shop.id)).then(|| format!("/binaan/{}", one.shop.id)),
            owner => owner.map(|owner| owner.name.clone()),
            owner_id => owner.map(|owner| owner.id.to_string()),
            initials => initials(&one.shop.name),
            area => Area::parse(&one.shop.area).map_or(one.shop.area.clone(), |area| area.label().to_owned()),
            kits => one.kits,
            seen => one.last.map(|at| say::when(words, at, now, visit.zone())),
            card => owner.filter(|_| waits).map(|owner| context! { id => owner.id.to_string() }),
        });
    }
    let typed = |name: &str| form.has(name).then(|| form.get(name).to_owned());
    let area = visit
        .signed_in
        .as_ref()
        .map(|one| one.person.area.label().to_owned());
    let own = context! {
        area => area,
        query => (!query.is_empty()).then_some(query),
        shops => shops,
        form => context! { name => typed("nama"), contact => typed("kontak"), shop => typed("toko") },
        errors => context! {
            name => first(visit, wrong, "name"),
            contact => first(visit, wrong, "contact"),
            shop => first(visit, wrong, "shop"),
        },
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "binaan.html", "binaan", own)
}

/// `POST /binaan/kartu`: a card for an owner who is there, or for a new one. The card's page is the answer, since its
/// secret is shown once.
pub(crate) async fn make_card(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let Some(one) = &visit.signed_in else {
        return Ok(onward("/masuk"));
    };
    let platform = app.platform();
    let holder = if form.get("orang").is_empty() {
        let wish = Invitation {
            name: form.get("nama").to_owned(),
            contact: form.get("kontak").to_owned(),
            role: Role::Owner,
            area: one.person.area.code().to_owned(),
            shop: form.get("toko").to_owned(),
            lang: visit.lang,
        };
        match platform.invite(&one.who, wish).await {
            Ok(id) => id,
            Err(Fault::Refused(wrong)) => return care(&app, &visit, &form, &wrong, "").await,
            Err(other) => return Err(other.into()),
        }
    } else {
        form.get("orang")
            .parse::<PersonId>()
            .map_err(|_| Broken::missing())?
    };
    printed(&app, &visit, holder).await
}

/// Makes a card and shows it, once.
async fn printed(app: &App, visit: &Visit, holder: PersonId) -> Answer {
    let platform = app.platform();
    let fresh = platform.issue_card(&visit.who(), holder).await?;
    let link = format!("{}/kartu/{}", visit.origin, fresh.secret);
    let address = visit
        .origin
        .split_once("://")
        .map(|(_, host)| host.to_owned());
    let own = context! {
        name => fresh.person.name,
        shop => platform.shop_of(fresh.person.id).await?,
        expires => say::date(app.words(visit.lang), fresh.expires_at, visit.zone()),
        address => address,
        qr => Value::from_safe_string(qr(&link)?),
    };
    page_with(visit, StatusCode::OK, "binaan_kartu.html", "binaan", own)
}

/// A QR code as SVG, with the quiet edge of four modules that ISO/IEC 18004 asks for.
pub(super) fn qr(link: &str) -> Result<String, Broken> {
    let code = QrCode::new(link).map_err(Broken::internal)?;
    let picture = code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .quiet_zone(true)
        .build();
    // Into a page goes the picture alone, without the declaration of a document.
    Ok(picture.find("<svg").map_or(picture.clone(), |start| {
        picture.split_at(start).1.to_owned()
    }))
}

/// `POST /binaan/kartu/{orang}/cabut`
pub(crate) async fn revoke(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<String>,
    _form: Form,
) -> Answer {
    let id = id::<PersonId>(&person)?;
    app.platform().revoke_cards(&visit.who(), id).await?;
    Ok(super::onward_with(
        &visit,
        "/binaan",
        "ok.kabar-kartu-cabut",
    ))
}

/// `POST /admin/orang/{orang}/kartu`: a card for anyone who may be given one.
pub(crate) async fn card_for(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<String>,
    _form: Form,
) -> Answer {
    let id = id::<PersonId>(&person)?;
    printed(&app, &visit, id).await
}
