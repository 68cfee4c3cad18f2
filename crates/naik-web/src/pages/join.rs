//! Ikut program: an owner's way into a cohort, and a lottery that everyone may do again.

use axum::extract::{Path, State};
use minijinja::{Value, context};
use naik_app::platform::programme::apply::Offer;
use naik_core::id::{CohortId, EnrolmentId};
use naik_core::programme::cohort::{Phase, WEEKS};
use naik_core::programme::enrolment::State as Stands;
use naik_core::programme::lottery::{Draw, Notice};

use super::products::id;
use super::programme::{phase_key, refused, status};
use super::{Answer, error_of, onward_with, page, page_with};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// The whole draw, for anyone with Python; its first line names the figure.
const DRAW: &str = include_str!("undian.py");
/// Tickets that a page lists; the program that does the draw again has all of them.
const LISTED: usize = 500;

/// `GET /ikut`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    draw(&app, &visit, &[]).await
}

/// `POST /ikut/{cohort}`
pub(crate) async fn apply(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    let agrees = form.get("setuju") == "mentoring";
    let key = form.key(&visit);
    match app
        .platform()
        .apply(&visit.who(), cohort, agrees, &key)
        .await
    {
        Ok(_) => Ok(onward_with(&visit, "/ikut", "ok.kabar-ikut")),
        Err(fault) => {
            let wrong = refused(&visit, fault)?;
            draw(&app, &visit, &wrong).await
        }
    }
}

/// `POST /ikut/keluar/{enrolment}`
pub(crate) async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path(enrolment): Path<String>,
    form: Form,
) -> Answer {
    let enrolment = id::<EnrolmentId>(&enrolment)?;
    let key = form.key(&visit);
    match app.platform().withdraw(&visit.who(), enrolment, &key).await {
        Ok(()) => Ok(onward_with(&visit, "/ikut", "ok.kabar-ikut-batal")),
        Err(fault) => {
            let wrong = refused(&visit, fault)?;
            draw(&app, &visit, &wrong).await
        }
    }
}

async fn draw(app: &App, visit: &Visit, wrong: &[(String, String)]) -> Answer {
    visit.must_be_signed_in()?;
    let offers = app.platform().offers(&visit.who()).await?;
    let offered = |offer: &&Offer| {
        let open = matches!(offer.phase, Phase::Announced | Phase::Open);
        let free = offer
            .mine
            .as_ref()
            .is_none_or(|mine| mine.state == Stands::Withdrawn);
        open && free
    };
    let (open, mine): (Vec<&Offer>, Vec<&Offer>) = offers.list.iter().partition(offered);
    let own = context! {
        shop => offers.shop.clone(),
        agreed => offers.agreed,
        open => open.into_iter().map(|offer| offer_view(visit, offer)).collect::<Vec<_>>(),
        mine => mine.into_iter().map(|offer| offer_view(visit, offer)).collect::<Vec<_>>(),
        weeks => WEEKS,
        errors => context! { whole => error_of(wrong, ""), consent => error_of(wrong, "setuju") },
    };
    page_with(visit, status(wrong), "ikut.html", "ikut", own)
}

fn offer_view(visit: &Visit, offer: &Offer) -> Value {
    let words = visit.app.words(visit.lang);
    let cohort = &offer.kept.cohort;
    let mine = offer.mine.as_ref().map(|mine| {
        context! {
            id => mine.id.to_string(),
            state => mine.state.key(),
            ticket => mine.ticket.as_str(),
            applied => say::day(words, mine.applied),
            rank => mine.rank.map(|rank| rank.saturating_sub(cohort.places)).filter(|rank| *rank > 0),
            leaves => !mine.state.is_final(),
            enrolled => mine.state == Stands::Enrolled,
        }
    });
    context! {
        id => cohort.id.to_string(),
        programme => offer.programme.name.clone(),
        organisation => offer.organisation.clone(),
        start => say::day(words, offer.days.0),
        end => say::day(words, offer.days.1),
        opens => say::day(words, cohort.window.opens),
        closes => say::day(words, cohort.window.closes),
        places => cohort.places,
        applied => offer.applied,
        lottery => cohort.lottery,
        drawn => offer.kept.draw.is_some(),
        source => offer.kept.source.as_ref().map(|(text, _)| text.clone()),
        phase => phase_key(offer.phase),
        mentor => offer.mentor.clone(),
        mine => mine,
    }
}

/// `GET /undian/{cohort}`: for everyone.
pub(crate) async fn lottery(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    let found = app.platform().lottery(id(&cohort)?).await?;
    let words = app.words(visit.lang);
    let cohort = &found.kept.cohort;
    let drawn = found.kept.draw.as_ref().map(|(notice, draw)| {
        let some = |tickets: &[naik_core::programme::lottery::Ticket]| {
            let listed = tickets.iter().take(LISTED);
            listed
                .map(|ticket| ticket.as_str().to_owned())
                .collect::<Vec<_>>()
        };
        context! {
            words => notice.words.clone(),
            places => notice.places,
            tickets => notice.tickets.len(),
            order => some(&draw.places),
            waiting => some(&draw.waiting),
            placed => draw.places.len(),
            waits => draw.waiting.len(),
            program => program(notice, draw),
        }
    });
    let own = context! {
        programme => found.programme.clone(),
        organisation => found.organisation.clone(),
        start => say::day(words, cohort.start),
        opens => say::day(words, cohort.window.opens),
        closes => say::day(words, cohort.window.closes),
        places => cohort.places,
        applied => found.applied,
        source => found.kept.source.as_ref().map(|(text, at)| {
            context! { text => text.clone(), said => say::moment(words, *at, visit.zone()) }
        }),
        phase => phase_key(found.phase),
        drawn => drawn,
    };
    page(&visit, "undian.html", "", own)
}

/// The draw as a program with all that it depends on: it prints the same order as the page.
fn program(notice: &Notice, draw: &Draw) -> String {
    let mut tickets: Vec<&str> = notice.tickets.iter().map(|one| one.as_str()).collect();
    tickets.sort_unstable();
    let first = draw.places.first().map_or("", |one| one.as_str());
    format!(
        "{DRAW}\nfigure = {}\ntickets = {:?}.split()\nplaces, waiting = draw(figure, tickets, {})\nprint(\"\\n\".join(places))  # {first} ...\n",
        quoted(&notice.words),
        tickets.join(" "),
        notice.places,
    )
}

/// A text as Python writes it: JSON's way is one of Python's.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use naik_core::programme::lottery::Ticket;

    #[test]
    fn the_program_is_the_one_of_the_rules_and_holds_all_that_the_draw_depends_on() {
        let rules = include_str!("../../../../docs/reference/programme-rules.md");
        assert!(rules.contains(DRAW.trim()), "the page and the rules differ");
        let notice = Notice {
            words: "7.412,33".to_owned(),
            tickets: ["NK2", "NK1"]
                .map(|text| Ticket::parse(text).unwrap())
                .to_vec(),
            places: 1,
        };
        let text = program(&notice, &notice.draw().unwrap());
        assert!(text.contains("figure = \"7.412,33\""), "{text}");
        assert!(text.contains("tickets = \"NK1 NK2\".split()"), "{text}");
    }
}
