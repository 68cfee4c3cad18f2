//! Kelasku: the stairs, the one next step, this week's one task, what is still missing.

use axum::extract::{Path, State};
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::size::{Basis, Beside};
use naik_app::platform::programme::standing::Course;
use naik_app::platform::programme::week::ThisWeek;
use naik_core::access::{Post, Who};
use naik_core::id::HandOverId;
use naik_core::message::Explain;
use naik_core::programme::calendar::Pace;
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::day::WEEK;
use naik_core::programme::task::Outcome;

use super::products::id;
use super::{Answer, onward, onward_with, page};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::course::{self as shown, Names};
use crate::view::{chart, say};

/// `GET /kelasku`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    let (platform, who) = (app.platform(), visit.who());
    visit.must_be_signed_in()?;
    let course = match platform.own_course(&who).await {
        Ok(course) => course,
        // Whoever accompanies or confirms has a page of their own.
        Err(Fault::Forbidden) if matches!(&who, Who::Person(member) if member.shops.is_empty()) => {
            return Ok(onward("/binaan"));
        }
        Err(other) => return Err(other.into()),
    };
    let names = platform.names(course.named()).await?;
    let week = platform.this_week(&course).await?;
    let beside = platform.beside(&course).await?;
    let owns = matches!(&who, Who::Person(member)
        if member.shops.iter().any(|(own, post)| *own == course.id() && *post == Post::Owner));
    let words = app.words(visit.lang);
    let report = course.next_level().and_then(|level| course.report(level));
    let next = report.and_then(|report| report.next()).map(|finding| {
        let said = words.say(&finding.explain());
        context! {
            text => said.text, hint => said.hint,
            href => if finding.state == naik_core::programme::ladder::State::Missing { shown::href(&finding.rule) } else { None },
        }
    });
    let own = context! {
        shop => course.shop.name.clone(),
        owns => owns,
        place => place(&visit, &course, &names),
        stairs => shown::stairs(&visit, &course),
        level => course.standing.level.map(|level| shown::level_name(&visit, level)),
        until => course.standing.until.map(|day| say::day(words, day)),
        held => shown::held(&visit, &course),
        certificate => platform.certificate_of(&course).await?.map(|number| number.to_string()),
        next_level => course.next_level().map(|level| shown::level_name(&visit, level)),
        complete => report.is_some_and(|report| report.is_met()),
        pending => course.standing.unconfirmed.keys().next().map(|level| shown::level_name(&visit, *level)),
        next => next,
        findings => report.map(|report| shown::findings(&visit, &course, report, &names)).unwrap_or_default(),
        task => task(&visit, &week),
        waiting => shown::waiting(&visit, &course, &names),
        refused => shown::refused(&visit, &course, &names),
        beside => beside_view(&visit, &beside),
        reminders => reminders(&visit, &beside),
        hand_over => hand_over(&app, &visit, &course).await?,
        history => shown::history(&visit, &course, &names),
    };
    page(&visit, "kelasku.html", "kelasku", own)
}

/// The cohort in which a shop is, with its day and its mentor; none where it is in none.
pub(crate) fn place(visit: &Visit, course: &Course, names: &Names) -> Option<Value> {
    let place = course.place.as_ref()?;
    let words = visit.app.words(visit.lang);
    let all = u64::from(WEEKS) * u64::try_from(WEEK).unwrap_or(7);
    let day = place.cohort.day(course.today).map(u64::from);
    let enrolment = &place.enrolment.enrolment;
    Some(context! {
        programme => place.programme.name.clone(),
        state => enrolment.state.key(),
        day => day,
        days => all,
        week => place.cohort.week(course.today),
        bar => day.map(|day| chart::share(day, all)),
        start => say::day(words, place.cohort.start),
        end => say::day(words, place.cohort.end()),
        ended => course.today > place.cohort.end(),
        mentor => enrolment.mentor.and_then(|mentor| names.get(&mentor.0).cloned()),
    })
}

/// The week's task, in words.
pub(crate) fn task(visit: &Visit, week: &ThisWeek) -> Value {
    let words = visit.app.words(visit.lang);
    let theme = week.theme.as_ref().map(|theme| {
        let own = theme.title.clone();
        own.unwrap_or_else(|| words.say(&theme.name()).text)
    });
    let Some(task) = &week.task else {
        return context! { theme => theme, week => week.number, rest => week.pace == Pace::Rest };
    };
    let said = words.say(&task.explain());
    context! {
        key => task.key.clone(),
        text => said.text,
        hint => said.hint,
        why => words.say(&task.reason).text,
        due => say::day(words, task.due),
        theme => theme,
        week => week.number,
        outcome => week.outcome.map(|one| if one == Outcome::Done { "done" } else { "skipped" }),
        href => naik_core::programme::task::kind(&task.key)
            .and_then(|kind| kind.rule.as_deref())
            .and_then(shown::href),
    }
}

/// The legal class and how far the shop has come with digital tools.
pub(crate) fn beside_view(visit: &Visit, beside: &Beside) -> Value {
    let words = visit.app.words(visit.lang);
    let legal = beside.legal.as_ref().map(|legal| {
        context! {
            name => words.say(&legal.classed.class.name()).text,
            law => legal.classed.law.clone(),
            sales => legal.sales.to_string(),
            upto => legal.classed.upto.map(|upto| upto.to_string()),
            bar => legal.classed.upto.map(|upto| chart::share(legal.sales.amount(), upto.amount().max(1))),
            told => legal.basis == Basis::Told,
        }
    });
    context! { legal => legal, adoption => words.say(&beside.adoption.name()).text, adoption_key => beside.adoption.name().key }
}

/// Papers that end, in words; the days in them as people read them.
fn reminders(visit: &Visit, beside: &Beside) -> Vec<String> {
    let words = visit.app.words(visit.lang);
    beside
        .reminders
        .iter()
        .map(|one| {
            let mut message = one.explain();
            for (name, value) in &mut message.args {
                if name == "date" {
                    *value = say::day(words, one.ends);
                }
            }
            sentence(visit, &message)
        })
        .collect()
}

/// What the owner is asked: that another mentor takes the shop.
async fn hand_over(app: &App, visit: &Visit, course: &Course) -> Result<Option<Value>, Fault> {
    let Some(asked) = app.platform().open_hand_over(course.id()).await? else {
        return Ok(None);
    };
    let people = [
        Some(asked.to_mentor),
        asked.from_mentor,
        Some(asked.asked_by),
    ];
    let people = people.into_iter().flatten().map(naik_core::id::PersonId);
    let names = app.platform().names(people).await?;
    let name = |id| shown::name_of(visit, &names, naik_core::id::PersonId(id));
    Ok(Some(context! {
        id => asked.id.to_string(),
        to => name(asked.to_mentor),
        from => asked.from_mentor.map(name),
        by => name(asked.asked_by),
        why => asked.why.clone(),
        day => say::date(app.words(visit.lang), asked.created_at, visit.zone()),
    }))
}

/// `POST /kelasku/tugas`
pub(crate) async fn tell_task(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let outcome = match form.get("jadi") {
        "sudah" => Some(Outcome::Done),
        "lewati" => Some(Outcome::Skipped),
        _ => None,
    };
    app.platform()
        .tell_task(&visit.who(), form.get("tugas"), outcome)
        .await?;
    let line = match outcome {
        Some(Outcome::Done) => "ok.kabar-tugas-sudah",
        Some(Outcome::Skipped) => "ok.kabar-tugas-lewati",
        None => "ok.kabar-tugas-batal",
    };
    Ok(onward_with(&visit, "/kelasku", line))
}

/// `POST /kelasku/serah/{asked}`
pub(crate) async fn answer_hand_over(
    State(app): State<App>,
    visit: Visit,
    Path(asked): Path<String>,
    form: Form,
) -> Answer {
    let asked = id::<HandOverId>(&asked)?;
    let agreed = form.get("jawab") == "ya";
    app.platform()
        .answer_hand_over(&visit.who(), asked, agreed)
        .await?;
    let line = if agreed {
        "ok.kabar-serah-ya"
    } else {
        "ok.kabar-serah-tidak"
    };
    Ok(onward_with(&visit, "/kelasku", line))
}
