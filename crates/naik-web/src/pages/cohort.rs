//! One cohort: what is to be done next, who applied, and who gets a place.

use axum::extract::{Path, Query, State};
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::cohort::View;
use naik_app::platform::programme::places::Applicant;
use naik_core::id::{CohortId, EnrolmentId};
use naik_core::programme::cohort::Phase;
use naik_core::programme::day::plus;
use naik_core::programme::enrolment::{LATE_DAYS, State as Stands};
use naik_store::repo::Page;
use serde::Deserialize;

use super::products::id;
use super::programme::{refused, standing_view, status};
use super::{Answer, error_of, onward_with, page_with};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// Shops of one page.
const ROWS: u64 = 50;
/// Pages that are turned, at most.
const PAGES: u64 = 10_000;

/// What follows `?`.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    keadaan: String,
    #[serde(default)]
    hal: u64,
}

/// `GET /kelompok/{cohort}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    draw(&app, &visit, id(&cohort)?, &asked, &Form::default(), &[]).await
}

async fn draw(
    app: &App,
    visit: &Visit,
    cohort: CohortId,
    asked: &Asked,
    form: &Form,
    wrong: &[(String, String)],
) -> Answer {
    visit.must_be_signed_in()?;
    let (platform, who) = (app.platform(), visit.who());
    let view = platform.cohort_view(&who, cohort).await?;
    let state = Stands::parse(&asked.keadaan);
    let page = Page {
        skip: asked.hal.min(PAGES) * ROWS,
        take: ROWS + 1,
    };
    let mut shops = platform.applicants(&who, cohort, state, page).await?;
    let more = shops.len() as u64 > ROWS;
    shops.truncate(usize::try_from(ROWS).unwrap_or(0));
    let names = |id| {
        view.mentors
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.name.clone())
    };
    let words = app.words(visit.lang);
    let rows: Vec<Value> = shops
        .iter()
        .map(|one: &Applicant| {
            let enrolment = &one.enrolment;
            context! {
                id => enrolment.id.to_string(),
                shop => one.shop.clone(),
                ticket => enrolment.ticket.as_str(),
                applied => say::day(words, enrolment.applied),
                state => enrolment.state.key(),
                rank => enrolment.rank,
                mentor => enrolment.mentor.and_then(names),
            }
        })
        .collect();
    let states: Vec<Value> = Stands::ALL
        .into_iter()
        .filter(|state| view.standing.count(*state) > 0)
        .map(|one| {
            context! { key => one.key(), count => view.standing.count(one), current => state == Some(one) }
        })
        .collect();
    let turn = |hal: u64| format!("/kelompok/{cohort}?keadaan={}&hal={hal}", asked.keadaan);
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        programme => view.programme.name.clone(),
        organisation => view.organisation.clone(),
        cohort => standing_view(visit, &view.standing),
        week => view.standing.kept.cohort.week(view.today),
        next => next(&view),
        source => source(visit, &view),
        drawn => view.standing.kept.draw.is_some(),
        mentors => view.mentors.iter().map(|one| one.name.clone()).collect::<Vec<_>>(),
        states => states,
        all => state.is_none(),
        state => state.map(Stands::key),
        total => view.standing.counts.values().sum::<u64>(),
        shops => rows,
        previous => (asked.hal > 0).then(|| turn(asked.hal - 1)),
        following => more.then(|| turn(asked.hal + 1)),
        form => context! { source => form.get("sumber"), words => form.get("angka") },
        errors => context! { whole => error(""), source => error("sumber"), words => error("angka") },
    };
    page_with(visit, status(wrong), "kelompok.html", "program", own)
}

fn source(visit: &Visit, view: &View) -> Option<Value> {
    let (text, at) = view.standing.kept.source.clone()?;
    let words = visit.app.words(visit.lang);
    Some(context! { text => text, said => say::moment(words, at, visit.zone()) })
}

/// What is to be done next; one thing at a time.
fn next(view: &View) -> &'static str {
    let (standing, cohort) = (&view.standing, &view.standing.kept.cohort);
    let applied = standing.count(Stands::Applied) > 0;
    let waits = standing.count(Stands::Waiting) > 0;
    let in_time = view.today <= plus(cohort.start, LATE_DAYS);
    match standing.phase {
        Phase::Announced | Phase::Open if cohort.lottery && standing.kept.source.is_none() => {
            "sumber"
        }
        Phase::Announced | Phase::Open => "tunggu",
        Phase::Ended if standing.count(Stands::Enrolled) > 0 => "selesai",
        Phase::Ended => "usai",
        _ if applied && cohort.lottery && standing.kept.draw.is_some() => "jalan",
        _ if applied && cohort.lottery && standing.kept.source.is_none() => "tanpa-sumber",
        _ if applied && cohort.lottery => "undi",
        _ if applied => "bagi",
        _ if waits && standing.free() > 0 && in_time => "berikut",
        _ if view.standing.count(Stands::Enrolled) == 0 => "kosong",
        _ => "jalan",
    }
}

/// What a form on this page does; the answer is the page again, with what was refused.
async fn done(
    app: &App,
    visit: &Visit,
    cohort: CohortId,
    form: &Form,
    outcome: Result<(), Fault>,
    line: &str,
) -> Answer {
    match outcome {
        Ok(()) => Ok(onward_with(visit, &format!("/kelompok/{cohort}"), line)),
        Err(fault) => {
            let wrong = refused(visit, fault)?;
            draw(app, visit, cohort, &Asked::default(), form, &wrong).await
        }
    }
}

/// `POST /kelompok/{cohort}/sumber`: says where the lottery's figure will come from.
pub(crate) async fn source_of(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id(&cohort)?;
    let outcome = app
        .platform()
        .name_source(&visit.who(), cohort, form.get("sumber"))
        .await;
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-sumber").await
}

/// `POST /kelompok/{cohort}/undi`
pub(crate) async fn draw_lots(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id(&cohort)?;
    let outcome = app
        .platform()
        .draw_lottery(&visit.who(), cohort, form.get("angka"), &form.key(&visit))
        .await;
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-undi").await
}

/// `POST /kelompok/{cohort}/bagi`
pub(crate) async fn give(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id(&cohort)?;
    let key = form.key(&visit);
    let outcome = app.platform().give_places(&visit.who(), cohort, &key).await;
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-bagi").await
}

/// `POST /kelompok/{cohort}/berikut`
pub(crate) async fn call(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id(&cohort)?;
    let key = form.key(&visit);
    let outcome = app.platform().call_next(&visit.who(), cohort, &key).await;
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-berikut").await
}

/// `POST /kelompok/{cohort}/selesai`
pub(crate) async fn complete(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id(&cohort)?;
    let key = form.key(&visit);
    let outcome = app
        .platform()
        .complete_cohort(&visit.who(), cohort, &key)
        .await;
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-lulus").await
}

/// `POST /kelompok/{cohort}/keluar/{enrolment}`
pub(crate) async fn let_go(
    State(app): State<App>,
    visit: Visit,
    Path((cohort, enrolment)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    let enrolment = id::<EnrolmentId>(&enrolment)?;
    let key = form.key(&visit);
    let outcome = app
        .platform()
        .let_go(&visit.who(), enrolment, &key)
        .await
        .map(drop);
    done(&app, &visit, cohort, &form, outcome, "ok.kabar-keluar").await
}
