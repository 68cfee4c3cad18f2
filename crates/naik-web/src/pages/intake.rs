//! Impor peserta: an office's list of shops, what each row becomes, and the cards of those who were made.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::intake::{AT_ONCE, Becomes, Field, Made, Mapping, Preview};
use naik_core::id::{CohortId, IntakeFileId};

use super::mentor::qr;
use super::products::id;
use super::{Answer, onward, onward_with, page, page_with};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::document::Document;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// `GET /kelompok/{cohort}/impor`
pub(crate) async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    visit.must_be_signed_in()?;
    let cohort = id::<CohortId>(&cohort)?;
    asked(&app, &visit, cohort, None).await
}

async fn asked(app: &App, visit: &Visit, cohort: CohortId, error: Option<String>) -> Answer {
    let view = app.platform().cohort_view(&visit.who(), cohort).await?;
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let own = context! {
        id => cohort.to_string(), programme => view.programme.name, error => error, at_once => AT_ONCE,
    };
    page_with(visit, status, "peserta.html", "program", own)
}

/// `POST /kelompok/{cohort}/impor`
pub(crate) async fn receive(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    file: Document,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    if file.bytes.is_empty() {
        let text = visit.say("impor-tanpa-berkas", &[]);
        return asked(&app, &visit, cohort, Some(text)).await;
    }
    let held = app
        .platform()
        .hold_intake(&visit.who(), cohort, &file.name, file.bytes)
        .await;
    match held {
        Ok(file) => Ok(onward(&format!("/kelompok/{cohort}/impor/{file}"))),
        Err(Fault::Refused(refusals)) => {
            let text = refusals.first().map(|one| sentence(&visit, &one.message));
            asked(&app, &visit, cohort, text).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /kelompok/{cohort}/impor/{file}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((cohort, file)): Path<(String, String)>,
) -> Answer {
    let which = (id::<CohortId>(&cohort)?, id::<IntakeFileId>(&file)?);
    let preview = app.platform().preview_intake(&visit.who(), which).await?;
    draw(&visit, which, &preview)
}

fn draw(visit: &Visit, (cohort, file): (CohortId, IntakeFileId), preview: &Preview) -> Answer {
    let fields: Vec<Value> = Field::ALL
        .into_iter()
        .map(|field| {
            context! {
                key => field.key(),
                label => visit.say(&format!("peserta-kolom-{}", field.key()), &[]),
                needed => field.is_needed(),
                chosen => preview.list.mapping.get(&field).cloned().unwrap_or_default(),
            }
        })
        .collect();
    let stopped = preview.list.missing.iter().any(|field| field.is_needed());
    let new: Vec<Value> = preview
        .new
        .iter()
        .map(|(line, one)| {
            context! {
                line => line, owner => one.owner.clone(), shop => one.shop.clone(), contact => one.contact.to_string(),
                area => one.area.label(),
            }
        })
        .collect();
    let left: Vec<Value> = preview
        .left
        .iter()
        .map(|(line, said, becomes)| {
            let (column, text) = match becomes {
                Becomes::Wrong(field, why) => {
                    let column = visit.say(&format!("peserta-kolom-{}", field.key()), &[]);
                    (Some(column), sentence(visit, why))
                }
                Becomes::Twice => (None, visit.say("peserta-kembar-isi", &[])),
                Becomes::Known | Becomes::New(_) => (None, visit.say("peserta-ada-isi", &[])),
            };
            let wrong = column.is_some();
            context! { line => line, said => said.clone(), column => column, text => text, wrong => wrong }
        })
        .collect();
    let columns: Vec<String> = preview
        .list
        .columns
        .iter()
        .filter(|column| !column.trim().is_empty())
        .cloned()
        .collect();
    let sample: Vec<Vec<String>> = preview
        .list
        .sample
        .iter()
        .map(|row| row.iter().take(6).cloned().collect())
        .collect();
    let counts = preview.counts;
    let own = context! {
        cohort => cohort.to_string(),
        file => context! { id => file.to_string(), name => preview.file.name.clone() },
        stopped => stopped,
        mapped => preview.mapped,
        counts => context! { new => counts.new, known => counts.known, twice => counts.twice, wrong => counts.wrong },
        now => counts.new.min(AT_ONCE),
        at_once => AT_ONCE,
        new => new,
        left => left,
        left_all => counts.known + counts.twice + counts.wrong,
        cut => preview.list.cut,
        columns => columns,
        sample => sample,
        fields => fields,
    };
    page(visit, "peserta_lihat.html", "program", own)
}

/// `POST /kelompok/{cohort}/impor/{file}/kolom`
pub(crate) async fn map(
    State(app): State<App>,
    visit: Visit,
    Path((cohort, file)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let which = (id::<CohortId>(&cohort)?, id::<IntakeFileId>(&file)?);
    let mapping: Mapping = Field::ALL
        .into_iter()
        .map(|field| {
            let heading: String = form.get(field.key()).chars().take(300).collect();
            (field, heading)
        })
        .filter(|(_, heading)| !heading.trim().is_empty())
        .collect::<BTreeMap<_, _>>();
    app.platform()
        .map_intake(&visit.who(), which, &mapping)
        .await?;
    Ok(onward(&format!("/kelompok/{}/impor/{}", which.0, which.1)))
}

/// `POST /kelompok/{cohort}/impor/{file}/simpan`: the cards are the answer, since their secrets are shown once.
pub(crate) async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((cohort, file)): Path<(String, String)>,
    _form: Form,
) -> Answer {
    let which = (id::<CohortId>(&cohort)?, id::<IntakeFileId>(&file)?);
    let made = match app.platform().save_intake(&visit.who(), which).await {
        Ok(made) => made,
        // Sent twice: the first one made the accounts and showed their cards.
        Err(Fault::Missing) => {
            let place = format!("/kelompok/{}", which.0);
            app.platform().cohort_view(&visit.who(), which.0).await?;
            return Ok(onward_with(&visit, &place, "warn.kabar-peserta-sudah"));
        }
        Err(other) => return Err(other.into()),
    };
    let cards = made
        .iter()
        .map(|one| card_view(&visit, one))
        .collect::<Result<Vec<_>, Broken>>()?;
    let address = visit.origin.split_once("://").map(|(_, host)| host);
    let own = context! { cohort => which.0.to_string(), cards => cards, address => address };
    page(&visit, "peserta_kartu.html", "program", own)
}

fn card_view(visit: &Visit, made: &Made) -> Result<Value, Broken> {
    let link = format!("{}/kartu/{}", visit.origin, made.card.secret);
    Ok(context! {
        name => made.card.person.name.clone(),
        shop => made.shop.clone(),
        expires => say::date(visit.app.words(visit.lang), made.card.expires_at, visit.zone()),
        qr => Value::from_safe_string(qr(&link)?),
    })
}
