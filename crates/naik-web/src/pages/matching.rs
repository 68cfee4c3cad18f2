//! Pasangan: a proposal of mentors for shops, with its reasons, changed by hand and confirmed.

use axum::extract::{Path, State};
use minijinja::{Value, context};
use naik_app::platform::programme::matching::{Matching, Pair};
use naik_core::id::{CohortId, EnrolmentId, PersonId};

use super::products::id;
use super::programme::{refused, status};
use super::{Answer, error_of, onward_with, page_with};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::visit::Visit;

/// Shops of one form: the rest follows when these are confirmed.
const SHOWN: usize = 100;
/// What a shop's field begins with.
const FIELD: &str = "usaha-";

/// `GET /kelompok/{cohort}/pasangan`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    draw(&app, &visit, id(&cohort)?, &[]).await
}

/// `POST /kelompok/{cohort}/pasangan`
pub(crate) async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    let pairs: Vec<(EnrolmentId, Option<PersonId>)> = form
        .pairs()
        .into_iter()
        .filter_map(|(name, value)| {
            let enrolment = name.strip_prefix(FIELD)?.parse().ok()?;
            Some((enrolment, value.parse().ok()))
        })
        .collect();
    let key = form.key(&visit);
    match app
        .platform()
        .confirm_matches(&visit.who(), cohort, &pairs, &key)
        .await
    {
        Ok(_) => {
            let place = format!("/kelompok/{cohort}/pasangan");
            Ok(onward_with(&visit, &place, "ok.kabar-pasangan"))
        }
        Err(fault) => {
            let wrong = refused(&visit, fault)?;
            draw(&app, &visit, cohort, &wrong).await
        }
    }
}

async fn draw(app: &App, visit: &Visit, cohort: CohortId, wrong: &[(String, String)]) -> Answer {
    visit.must_be_signed_in()?;
    let (platform, who) = (app.platform(), visit.who());
    let view = platform.cohort_view(&who, cohort).await?;
    let found = platform.matching(&who, cohort).await?;
    let mentors: Vec<Value> = found
        .mentors
        .iter()
        .map(|(one, load)| {
            context! { id => one.id.to_string(), name => one.name.clone(), load => load }
        })
        .collect();
    let pairs = |all: &[Pair]| -> Vec<Value> {
        all.iter()
            .take(SHOWN)
            .map(|pair| pair_view(visit, &found, pair))
            .collect()
    };
    let own = context! {
        id => cohort.to_string(),
        programme => view.programme.name,
        mentors => mentors,
        open => pairs(&found.open),
        open_all => found.open.len(),
        done => pairs(&found.done),
        done_all => found.done.len(),
        errors => context! { whole => error_of(wrong, "") },
    };
    page_with(visit, status(wrong), "pasangan.html", "program", own)
}

fn pair_view(visit: &Visit, found: &Matching, pair: &Pair) -> Value {
    let named = |id: PersonId| {
        let mut all = found.mentors.iter();
        all.find(|(one, _)| one.id == id)
            .map(|(one, _)| one.name.clone())
    };
    let reasons: Vec<String> = pair
        .reasons
        .iter()
        .map(|reason| sentence(visit, reason))
        .collect();
    context! {
        field => format!("{FIELD}{}", pair.enrolment),
        shop => pair.shop.clone(),
        mentor => pair.mentor.map(|id| id.to_string()),
        name => pair.mentor.and_then(named),
        reasons => reasons,
        agreed => pair.agreed,
    }
}
