//! Program: an organisation's programmes, and planning a cohort.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::civil::Date;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::cohort::{NewProgramme, Run, Standing, Wish};
use naik_core::account::Area;
use naik_core::id::{CohortId, ProgrammeId};
use naik_core::programme::cohort::{Cohort, Phase, WEEKS};
use naik_core::programme::enrolment::State as Stands;
use naik_store::repo::person::Person;

use super::products::id;
use super::{Answer, Wrong, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// The word of a phase in message keys.
pub(super) fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Announced => "nanti",
        Phase::Open => "buka",
        Phase::Closed => "tutup",
        Phase::Running => "jalan",
        Phase::Ended => "selesai",
    }
}

/// `GET /program`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    draw(&app, &visit, &Form::default(), &[]).await
}

/// `POST /program`: founds a programme.
pub(crate) async fn found(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let wish = NewProgramme {
        organisation: form.get("organisasi").to_owned(),
        name: form.get("nama").to_owned(),
        area: form.get("wilayah").to_owned(),
    };
    let key = form.key(&visit);
    match app
        .platform()
        .found_programme(&visit.who(), wish, &key)
        .await
    {
        Ok(id) => Ok(onward_with(
            &visit,
            &format!("/program/{id}/baru"),
            "ok.kabar-program",
        )),
        Err(Fault::Refused(refusals)) => draw(&app, &visit, &form, &told(&visit, &refusals)).await,
        Err(other) => Err(other.into()),
    }
}

async fn draw(app: &App, visit: &Visit, form: &Form, wrong: &[(String, String)]) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let runs = platform.programmes(&visit.who()).await?;
    let area = platform.run_area(&visit.who()).await?;
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        area => area.label(),
        // Whoever runs a province or the country says for which city.
        wide => area.code().len() < 5,
        programmes => runs.iter().map(|run| run_view(visit, run)).collect::<Vec<_>>(),
        form => context! {
            organisation => form.get("organisasi"), name => form.get("nama"), area => form.get("wilayah"),
        },
        errors => context! {
            organisation => error("organisasi"), name => error("nama"), area => error("wilayah"),
        },
        wrong => !wrong.is_empty(),
    };
    page_with(visit, status(wrong), "program.html", "program", own)
}

fn run_view(visit: &Visit, run: &Run) -> Value {
    let cohorts: Vec<Value> = run
        .cohorts
        .iter()
        .map(|one| standing_view(visit, one))
        .collect();
    context! {
        id => run.programme.id.to_string(),
        name => run.programme.name.clone(),
        organisation => run.organisation.clone(),
        area => run.programme.area.label(),
        cohorts => cohorts,
    }
}

/// A cohort in a list.
pub(super) fn standing_view(visit: &Visit, one: &Standing) -> Value {
    let words = visit.app.words(visit.lang);
    let cohort = &one.kept.cohort;
    context! {
        id => cohort.id.to_string(),
        start => say::day(words, cohort.start),
        end => say::day(words, cohort.end()),
        opens => say::day(words, cohort.window.opens),
        closes => say::day(words, cohort.window.closes),
        places => cohort.places,
        lottery => cohort.lottery,
        mentors => cohort.mentors.len(),
        weeks => WEEKS,
        phase => phase_key(one.phase),
        applied => one.count(Stands::Applied),
        enrolled => one.count(Stands::Enrolled),
        waiting => one.count(Stands::Waiting),
        left => one.count(Stands::Left),
        completed => one.count(Stands::Completed),
        free => one.free(),
    }
}

/// `GET /program/{programme}/baru`
pub(crate) async fn blank(
    State(app): State<App>,
    visit: Visit,
    Path(programme): Path<String>,
) -> Answer {
    let id = id::<ProgrammeId>(&programme)?;
    let place = Place::new(id);
    cohort_form(&app, &visit, &place, Typed::default(), &[]).await
}

/// `POST /program/{programme}/baru`
pub(crate) async fn plan(
    State(app): State<App>,
    visit: Visit,
    Path(programme): Path<String>,
    form: Form,
) -> Answer {
    let id = id::<ProgrammeId>(&programme)?;
    let (wish, key) = (wish(&form), form.key(&visit));
    match app
        .platform()
        .plan_cohort(&visit.who(), id, wish, &key)
        .await
    {
        Ok(cohort) => Ok(onward_with(
            &visit,
            &format!("/kelompok/{cohort}"),
            "ok.kabar-kelompok",
        )),
        Err(Fault::Refused(refusals)) => {
            let wrong = told(&visit, &refusals);
            cohort_form(&app, &visit, &Place::new(id), typed(&form), &wrong).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /kelompok/{cohort}/ubah`
pub(crate) async fn edit(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    let id = id::<CohortId>(&cohort)?;
    let view = app.platform().cohort_view(&visit.who(), id).await?;
    let kept = view.standing.kept;
    let place = Place::of(&kept.cohort);
    let typed = kept_as_typed(&kept.cohort, kept.revision);
    cohort_form(&app, &visit, &place, typed, &[]).await
}

/// `POST /kelompok/{cohort}/ubah`
pub(crate) async fn change(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let id = id::<CohortId>(&cohort)?;
    let (platform, who) = (app.platform(), visit.who());
    let read = form.get("revisi").parse().unwrap_or(-1);
    let refusals = match platform.change_cohort(&who, id, read, wish(&form)).await {
        Ok(()) => {
            let place = format!("/kelompok/{id}");
            return Ok(onward_with(&visit, &place, "ok.kabar-tersimpan"));
        }
        Err(Fault::Refused(refusals)) => refusals,
        Err(other) => return Err(other.into()),
    };
    let kept = platform.cohort_view(&who, id).await?.standing.kept;
    let wrong = told(&visit, &refusals);
    cohort_form(&app, &visit, &Place::of(&kept.cohort), typed(&form), &wrong).await
}

/// Where a cohort's form leads to and back.
struct Place {
    programme: ProgrammeId,
    action: String,
    back: String,
    is_new: bool,
}

impl Place {
    fn new(programme: ProgrammeId) -> Self {
        Self {
            programme,
            action: format!("/program/{programme}/baru"),
            back: "/program".to_owned(),
            is_new: true,
        }
    }

    fn of(cohort: &Cohort) -> Self {
        Self {
            programme: cohort.programme,
            action: format!("/kelompok/{}/ubah", cohort.id),
            back: format!("/kelompok/{}", cohort.id),
            is_new: false,
        }
    }
}

/// What stands in the fields of the form.
#[derive(Default)]
struct Typed {
    start: String,
    opens: String,
    closes: String,
    places: String,
    lottery: bool,
    mentors: Vec<String>,
    revision: String,
}

fn typed(form: &Form) -> Typed {
    Typed {
        start: form.get("mulai").to_owned(),
        opens: form.get("buka").to_owned(),
        closes: form.get("tutup").to_owned(),
        places: form.get("tempat").to_owned(),
        lottery: form.has("undian"),
        mentors: form.all("pendamping").to_vec(),
        revision: form.get("revisi").to_owned(),
    }
}

fn kept_as_typed(cohort: &Cohort, revision: i32) -> Typed {
    Typed {
        start: cohort.start.to_string(),
        opens: cohort.window.opens.to_string(),
        closes: cohort.window.closes.to_string(),
        places: cohort.places.to_string(),
        lottery: cohort.lottery,
        mentors: cohort.mentors.iter().map(ToString::to_string).collect(),
        revision: revision.to_string(),
    }
}

fn wish(form: &Form) -> Wish {
    let day = |name: &str| form.get(name).trim().parse::<Date>().ok();
    Wish {
        start: day("mulai"),
        opens: day("buka"),
        closes: day("tutup"),
        places: form.get("tempat").trim().replace('.', "").parse().ok(),
        lottery: form.has("undian"),
        mentors: form
            .all("pendamping")
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect(),
    }
}

async fn cohort_form(
    app: &App,
    visit: &Visit,
    place: &Place,
    typed: Typed,
    wrong: &[(String, String)],
) -> Answer {
    visit.must_be_signed_in()?;
    let (platform, who) = (app.platform(), visit.who());
    let programme = platform.run_programme(&who, place.programme).await?;
    let mentors: Vec<Value> = platform
        .mentors_for(&who, place.programme)
        .await?
        .iter()
        .map(|one| mentor_view(one, &typed.mentors))
        .collect();
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        programme => programme.name,
        action => place.action.clone(),
        back => place.back.clone(),
        is_new => place.is_new,
        mentors => mentors,
        form => context! {
            start => typed.start, opens => typed.opens, closes => typed.closes, places => typed.places,
            lottery => typed.lottery, revision => typed.revision,
        },
        errors => context! {
            whole => error(""), start => error("mulai"), opens => error("buka"), closes => error("tutup"),
            places => error("tempat"), mentors => error("pendamping"),
        },
    };
    page_with(visit, status(wrong), "kelompok_isi.html", "program", own)
}

fn mentor_view(one: &Person, chosen: &[String]) -> Value {
    let id = one.id.to_string();
    context! {
        checked => chosen.contains(&id),
        id => id,
        name => one.name.clone(),
        area => Area::label(&one.area),
    }
}

/// 200, or 422 when something is wrong.
pub(super) fn status(wrong: &[(String, String)]) -> StatusCode {
    if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// What was refused, in words; any other fault goes on its way.
pub(super) fn refused(visit: &Visit, fault: Fault) -> Result<Wrong, Fault> {
    match fault {
        Fault::Refused(refusals) => Ok(told(visit, &refusals)),
        other => Err(other),
    }
}
