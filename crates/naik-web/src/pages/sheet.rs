//! Lembar Usaha: one shop on one page, for its mentor and for whoever confirms. And Naik Kelas: levels that wait for a second
//! pair of eyes.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::decide::Decision;
use naik_app::platform::programme::standing::Course;
use naik_core::access::{Action, Member, Who, may};
use naik_core::id::{EvidenceId, HandOverId, PersonId, ShopId};
use naik_core::programme::history::{Cause, What};
use naik_core::programme::level::Level;

use super::course::{beside_view, place, task};
use super::evidence::first_told;
use super::products::id;
use super::{Answer, onward, onward_with, page, page_with};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::course::{self as shown, Names};
use crate::view::{chart, say};

/// Visits that are listed.
const VISITS: usize = 12;

/// `GET /binaan/{shop}`
pub(crate) async fn show(State(app): State<App>, visit: Visit, Path(shop): Path<String>) -> Answer {
    visit.must_be_signed_in()?;
    draw(&app, &visit, id(&shop)?, &Form::default(), None).await
}

/// What one may do on a shop's sheet.
struct Hands {
    /// Works in the shop.
    own: bool,
    judges: bool,
    confirms: bool,
    hands_over: bool,
}

fn hands(who: &Who, course: &Course) -> Hands {
    let scope = course.scope();
    let own = matches!(who, Who::Person(Member { shops, .. })
        if shops.iter().any(|(own, _)| *own == course.id()));
    Hands {
        own,
        judges: may(who, Action::CheckEvidence, &scope),
        confirms: may(who, Action::ConfirmLevel, &scope),
        hands_over: may(who, Action::OfferHandOver, &scope) && !own,
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    shop: ShopId,
    form: &Form,
    wrong: Option<String>,
) -> Answer {
    let (platform, who) = (app.platform(), visit.who());
    let words = app.words(visit.lang);
    let course = platform.course(&who, shop).await?;
    let hands = hands(&who, &course);
    let seen = platform.visits_to(&course).await?;
    let mut named = course.named();
    named.extend(seen.iter().map(|one| PersonId(one.mentor_id)));
    named.extend(course.people.iter().copied());
    let names = platform.names(named).await?;
    let week = platform.this_week(&course).await?;
    let beside = platform.beside(&course).await?;
    let next = course.next_level();
    let report = next.and_then(|level| course.report(level));
    let visits: Vec<Value> = seen
        .iter()
        .take(VISITS)
        .map(|one| {
            context! {
                day => one.day.parse().map(|day| say::day(words, day)).unwrap_or_default(),
                who => shown::name_of(visit, &names, PersonId(one.mentor_id)),
                state => one.state.clone(), note => one.note.clone(), next => one.next.clone(),
            }
        })
        .collect();
    let tasks: Vec<Value> = week
        .past
        .iter()
        .rev()
        .take(8)
        .map(|past| {
            let kind = naik_core::programme::task::kind(&past.task);
            let minutes = kind.map_or(0, |kind| kind.minutes).to_string();
            context! {
                text => visit.say(&format!("task-{}", past.task), &[("minutes", &minutes)]),
                week => say::day(words, past.monday),
                done => past.outcome == naik_core::programme::task::Outcome::Done,
            }
        })
        .collect();
    let others = if hands.hands_over {
        platform.other_mentors(&course).await?
    } else {
        Vec::new()
    };
    let mentors: Vec<Value> = others
        .iter()
        .map(|one| context! { id => one.id.to_string(), name => one.name.clone(), chosen => form.get("ke") == one.id.to_string() })
        .collect();
    let owner = course
        .people
        .first()
        .map(|one| shown::name_of(visit, &names, *one));
    let checkable = report.filter(|report| {
        let pending = course.standing.unconfirmed.contains_key(&report.level);
        report.is_met() && !pending && course.held_open().is_empty()
    });
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let own = context! {
        shop => context! { id => shop.to_string(), name => course.shop.name.clone(), owner => owner },
        wrong => wrong,
        own => hands.own,
        judges => hands.judges,
        confirms => hands.confirms,
        hands_over => hands.hands_over,
        place => place(visit, &course, &names),
        level => course.standing.level.map(|level| shown::level_name(visit, level)),
        until => course.standing.until.map(|day| say::day(words, day)),
        held => shown::held(visit, &course),
        certificate => platform.certificate_of(&course).await?.map(|number| number.to_string()),
        stairs => shown::stairs(visit, &course),
        next_level => next.map(|level| shown::level_name(visit, level)),
        findings => report.map(|report| shown::findings(visit, &course, report, &names)).unwrap_or_default(),
        check => checkable.map(|report| context! {
            number => report.level.number(), name => shown::level_name(visit, report.level),
            second => naik_core::programme::level::Ladder::get().row(report.level).is_some_and(|row| row.second),
        }),
        pending => pending(visit, &course, &names),
        waiting => shown::waiting(visit, &course, &names),
        drawing => drawing(app, visit, &course).await?,
        task => task(visit, &week),
        tasks => tasks,
        visits => visits,
        beside => beside_view(visit, &beside),
        asked => asked(app, visit, &course, &who).await?,
        mentors => mentors,
        form => context! { why => form.get("alasan"), level_why => form.get("part") },
        history => shown::history(visit, &course, &names),
    };
    page_with(visit, status, "lembar.html", "binaan", own)
}

/// Levels that wait for another person.
fn pending(visit: &Visit, course: &Course, names: &Names) -> Vec<Value> {
    let words = visit.app.words(visit.lang);
    course
        .standing
        .unconfirmed
        .iter()
        .map(|(level, mentor)| {
            let event = course.events.iter().rfind(
                |event| matches!(&event.what, What::Checked(checked) if checked == level),
            );
            context! {
                number => level.number(),
                name => shown::level_name(visit, *level),
                mentor => shown::name_of(visit, names, *mentor),
                day => event.map(|event| say::day(words, event.day)),
                why => event.filter(|event| !event.why.is_empty()).map(|event| event.why.clone()),
                findings => course.report(*level).map(|report| shown::findings(visit, course, report, names)).unwrap_or_default(),
            }
        })
        .collect()
}

/// Six months: what was noted, and when levels changed.
async fn drawing(app: &App, visit: &Visit, course: &Course) -> Result<Value, Fault> {
    let words = app.words(visit.lang);
    let months = app.platform().months(course).await?;
    let mut rows = Vec::new();
    let mut bars = Vec::new();
    for (start, sum) in &months {
        let here = |day: jiff::civil::Date| day.first_of_month() == *start;
        let changes: Vec<(u8, bool)> = course
            .standing
            .changes
            .iter()
            .filter(|change| here(change.day))
            .map(|change| {
                let up = matches!(change.cause, Cause::Reached { .. });
                (change.level.number(), up)
            })
            .collect();
        let told: Vec<String> = changes
            .iter()
            .map(|(level, up)| {
                let key = if *up { "lembar-naik" } else { "lembar-turun" };
                visit.say(key, &[("n", &level.to_string())])
            })
            .collect();
        let name = visit.say(&format!("bulan-{}", start.month()), &[]);
        rows.push(context! {
            month => say::month(words, *start),
            amount => sum.map(|sum| sum.to_string()),
            change => told.join(", "),
        });
        bars.push(chart::Month {
            name: name.chars().take(3).collect(),
            sum: sum.map(|sum| sum.amount()),
            // The last change of a month is where it ended.
            change: changes.last().copied(),
        });
    }
    Ok(context! {
        svg => chart::months(&visit.say("lembar-garis", &[]), &bars),
        rows => rows,
        noted => months.iter().any(|(_, sum)| sum.is_some()),
    })
}

/// The wish for another mentor that waits for the owner.
async fn asked(
    app: &App,
    visit: &Visit,
    course: &Course,
    who: &Who,
) -> Result<Option<Value>, Fault> {
    let Some(asked) = app.platform().open_hand_over(course.id()).await? else {
        return Ok(None);
    };
    let people = [PersonId(asked.to_mentor), PersonId(asked.asked_by)];
    let names = app.platform().names(people).await?;
    let mine = matches!(who, Who::Person(member) if member.id.0 == asked.asked_by);
    Ok(Some(context! {
        id => asked.id.to_string(),
        to => shown::name_of(visit, &names, PersonId(asked.to_mentor)),
        by => shown::name_of(visit, &names, PersonId(asked.asked_by)),
        why => asked.why.clone(),
        mine => mine,
    }))
}

/// `POST /binaan/{shop}/nilai`: a decision about evidence or a level.
pub(crate) async fn decide(
    State(app): State<App>,
    visit: Visit,
    Path(shop): Path<String>,
    form: Form,
) -> Answer {
    let shop = id::<ShopId>(&shop)?;
    let (decision, line) = decision(&form)?;
    let confirms = matches!(decision, Decision::Confirm(_) | Decision::TurnDown(_));
    let key = form.key(&visit);
    let why = form.get("alasan");
    match app
        .platform()
        .decide(&visit.who(), shop, decision, why, &key)
        .await
    {
        Ok(()) => {
            let sheet = format!("/binaan/{shop}");
            let to = if confirms { "/naik-kelas" } else { &sheet };
            Ok(onward_with(&visit, to, line))
        }
        Err(Fault::Refused(refusals)) => {
            let text = first_told(&visit, &refusals);
            draw(&app, &visit, shop, &form, Some(text)).await
        }
        Err(other) => Err(other.into()),
    }
}

fn decision(form: &Form) -> Result<(Decision, &'static str), Broken> {
    let ids = || -> Result<Vec<EvidenceId>, Broken> {
        form.get("bukti").split(',').map(id::<EvidenceId>).collect()
    };
    let level = || {
        let number = form.get("tingkat").parse().ok();
        number.and_then(Level::new).ok_or_else(Broken::missing)
    };
    Ok(match form.get("putusan") {
        "terima" => (Decision::Accept(ids()?), "ok.kabar-bukti-terima"),
        "tolak" => (Decision::Refuse(ids()?), "ok.kabar-bukti-tolak"),
        "periksa" => (Decision::Check(level()?), "ok.kabar-tingkat-periksa"),
        "sahkan" => (Decision::Confirm(level()?), "ok.kabar-tingkat-sah"),
        "kembalikan" => (Decision::TurnDown(level()?), "ok.kabar-tingkat-kembali"),
        _ => return Err(Broken::missing()),
    })
}

/// `POST /binaan/{shop}/serah`: asks that another mentor takes the shop.
pub(crate) async fn ask_hand_over(
    State(app): State<App>,
    visit: Visit,
    Path(shop): Path<String>,
    form: Form,
) -> Answer {
    let shop = id::<ShopId>(&shop)?;
    let to = form.get("ke").parse::<PersonId>().ok();
    let key = form.key(&visit);
    let asked = app
        .platform()
        .ask_hand_over(&visit.who(), shop, to, form.get("alasan"), &key)
        .await;
    match asked {
        Ok(()) => {
            let sheet = format!("/binaan/{shop}");
            Ok(onward_with(&visit, &sheet, "ok.kabar-serah-minta"))
        }
        Err(Fault::Refused(refusals)) => {
            let text = first_told(&visit, &refusals);
            draw(&app, &visit, shop, &form, Some(text)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /serah/{asked}/batal`
pub(crate) async fn withdraw_hand_over(
    State(app): State<App>,
    visit: Visit,
    Path(asked): Path<String>,
    _form: Form,
) -> Answer {
    let asked = id::<HandOverId>(&asked)?;
    let shop = app
        .platform()
        .withdraw_hand_over(&visit.who(), asked)
        .await?;
    let sheet = format!("/binaan/{shop}");
    Ok(onward_with(&visit, &sheet, "ok.kabar-serah-batal"))
}

/// `GET /naik-kelas`: levels that a mentor checked, each rule with its proof.
pub(crate) async fn queue(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let me = match visit.who() {
        Who::Person(member) => member.id,
        Who::Guest(_) => return Ok(onward("/masuk")),
    };
    let mut shops = Vec::new();
    for course in platform.to_confirm(&visit.who()).await? {
        let names = platform.names(course.named()).await?;
        let own = course.people.contains(&me)
            || course.standing.unconfirmed.values().any(|one| *one == me);
        shops.push(context! {
            id => course.shop.id.to_string(),
            name => course.shop.name.clone(),
            initials => crate::view::initials(&course.shop.name),
            level => course.standing.level.map(|level| shown::level_name(&visit, level)),
            own => own,
            pending => pending(&visit, &course, &names),
        });
    }
    page(
        &visit,
        "naik_kelas.html",
        "naik-kelas",
        context! { shops => shops },
    )
}
