//! Papan Kota: a cohort in numbers, each with how many it is of and how many are not known.

use axum::Extension;
use axum::extract::{Path, Query, State};
use jiff::civil::Date;
use minijinja::{Value, context};
use naik_app::platform::programme::board::BoardView;
use naik_app::platform::programme::reckoning::Reckoning;
use naik_app::words::Words;
use naik_core::id::CohortId;
use naik_core::month::Month;
use naik_core::programme::board::{AT_RISK, Board, Count, SMALLEST, Shown, alone, percent};
use naik_core::programme::cohort::{Cohort, Phase};
use naik_core::programme::level::Level;

use super::cash::attached;
use super::products::id;
use super::programme::standing_view;
use super::sales::Asked;
use super::{Answer, onward, page};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::Visit;
use crate::view::stairs::{self, Pile};
use crate::view::{chart, say};

/// `GET /papan`: the cohort that runs, or else the newest.
pub(crate) async fn latest(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    let all = app.platform().cohorts(&visit.who()).await?;
    let today = app.platform().today();
    let runs = |one: &&(String, Cohort)| one.1.phase(today) == Phase::Running;
    match all.iter().find(runs).or_else(|| all.first()) {
        Some((_, one)) => Ok(onward(&format!("/papan/{}", one.id))),
        None => page(&visit, "papan_kosong.html", "papan", context! {}),
    }
}

/// `GET /papan/{cohort}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    visit.must_be_signed_in()?;
    let found = app
        .platform()
        .board(&visit.who(), id::<CohortId>(&cohort)?)
        .await?;
    let months = app
        .platform()
        .board_months(&visit.who(), id::<CohortId>(&cohort)?)
        .await?;
    let all = app.platform().cohorts(&visit.who()).await?;
    let words = app.words(visit.lang);
    let others: Vec<Value> = all
        .iter()
        .map(|(name, one)| {
            let id = one.id.to_string();
            context! {
                current => id == cohort, id => id, name => name.clone(), start => say::day(words, one.start),
            }
        })
        .collect();
    let own = context! {
        id => cohort,
        programme => found.view.programme.name.clone(),
        area => found.view.programme.area.label(),
        cohort => standing_view(&visit, &found.view.standing),
        week => found.view.standing.kept.cohort.week(found.view.today),
        others => others,
        months => months_view(words, &months, found.view.today),
        loads => loads(&found),
        without => found.without,
        smallest => SMALLEST,
        at_risk_from => AT_RISK,
        running => found.running.map(running),
        board => found.kept.as_ref().map(|kept| {
            let made = say::moment(words, kept.made_at, visit.zone());
            board_view(&visit, &kept.board, (kept.version, made))
        }),
    };
    page(&visit, "papan.html", "papan", own)
}

/// How far a reckoning is, for `parts/hitungan.html`.
pub(super) fn running((done, total): (i32, i32)) -> Value {
    context! { done => done, total => total }
}

/// Months that a paper can be made of; the last whole one is chosen, or else the newest.
fn months_view(words: &Words, months: &[Month], today: Date) -> Vec<Value> {
    let last = Month::of(today).before();
    let chosen = months.iter().find(|month| **month == last);
    let chosen = chosen.or_else(|| months.first());
    months
        .iter()
        .map(|month| {
            context! {
                key => month.to_string(), name => say::month(words, month.first()),
                chosen => chosen == Some(month),
            }
        })
        .collect()
}

fn loads(found: &BoardView) -> Vec<Value> {
    let most = found
        .loads
        .iter()
        .map(|(_, shops)| *shops)
        .max()
        .unwrap_or(0);
    found
        .loads
        .iter()
        .map(|(name, shops)| {
            context! { name => name.clone(), shops => shops, bar => chart::share(*shops, most.max(1)) }
        })
        .collect()
}

fn board_view(visit: &Visit, board: &Board, (version, made): (u32, String)) -> Value {
    let words = visit.app.words(visit.lang);
    let steps: Vec<String> = std::iter::once(visit.say("papan-tanpa-kelas", &[]))
        .chain(
            Level::all()
                .map(|level| format!("{} {}", level.number(), sentence(visit, &level.name()))),
        )
        .collect();
    let weeks: Vec<Value> = board
        .weeks
        .iter()
        .map(|week| {
            let cells: Vec<String> = board.row(week).into_iter().map(said).collect();
            context! { number => week.number, day => say::day(words, week.day), cells => cells }
        })
        .collect();
    let now = board.weeks.last().map_or_else(Vec::new, |week| {
        let whole: u64 = week.steps.iter().sum();
        let mut rows: Vec<Value> = (0..)
            .zip(&steps)
            .zip(board.row(week))
            .map(|((step, name), cell): ((u8, &String), Shown)| {
                let bar = match cell {
                    Shown::Exact(count) => Some(chart::share(count, whole)),
                    Shown::Few | Shown::Hidden => None,
                };
                context! { step => step, name => name.clone(), count => said(cell), bar => bar }
            })
            .collect();
        // The highest level stands on top, as on a ladder.
        rows.reverse();
        rows
    });
    let counts: Vec<Value> = board
        .counts()
        .into_iter()
        .map(|(key, count)| count_view(visit, key, count))
        .collect();
    let pieces = board.evidence;
    context! {
        version => version,
        made => made,
        day => say::day(words, board.day),
        shops => said(alone(board.shops)),
        uncounted => (board.uncounted > 0).then(|| said(board.uncounted_shown())),
        left => said(alone(board.left)),
        accepted => pieces.accepted,
        refused => pieces.refused,
        waiting => pieces.waiting,
        steps => steps,
        weeks => weeks,
        now => now,
        counts => counts,
        drawing => stairs::draw(&visit.say("papan-tangga", &[]), &drawn(board)),
    }
}

/// The rows of the ladder as they may be drawn: what is hidden leaves a gap in the pile, told as such.
fn drawn(board: &Board) -> Vec<Pile> {
    board
        .weeks
        .iter()
        .map(|week| {
            let whole: u64 = week.steps.iter().sum();
            let parts: Vec<u64> = board
                .row(week)
                .into_iter()
                .map(|cell| match cell {
                    Shown::Exact(count) => count,
                    Shown::Few | Shown::Hidden => 0,
                })
                .collect();
            let known: u64 = parts.iter().sum();
            Pile {
                word: week.number.to_string(),
                hidden: whole.saturating_sub(known),
                parts,
            }
        })
        .collect()
}

fn said(count: Shown) -> String {
    match count {
        Shown::Exact(count) => count.to_string(),
        Shown::Few => format!("<{SMALLEST}"),
        Shown::Hidden => "–".to_owned(),
    }
}

fn count_view(visit: &Visit, key: &str, count: Count) -> Value {
    let told = count.shown();
    let part = match (told.have, told.of) {
        (Shown::Exact(have), Shown::Exact(of)) => Some(percent(have, of)),
        _ => None,
    };
    let missing_percent = matches!(told.missing, Shown::Exact(_)).then(|| count.missing_percent());
    context! {
        key => key,
        name => visit.say(&format!("papan-angka-{key}"), &[]),
        what => visit.say(&format!("papan-angka-{key}-isi"), &[]),
        have => said(told.have),
        of => said(told.of),
        percent => part,
        bar => part.map(|part| chart::share(part, 100)),
        missing => said(told.missing),
        missing_percent => missing_percent,
    }
}

/// `POST /papan/{cohort}/hitung`, `POST /pertumbuhan/{cohort}/hitung`: asks for the numbers of the page that has the button.
pub(crate) async fn reckon(
    State(app): State<App>,
    visit: Visit,
    Extension(what): Extension<Reckoning>,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    let key = form.key(&visit);
    app.platform()
        .ask_reckoning(&visit.who(), what, cohort, &key)
        .await?;
    let page = match what {
        Reckoning::Board => "papan",
        Reckoning::Growth => "pertumbuhan",
    };
    Ok(onward(&format!("/{page}/{cohort}")))
}

/// `GET /papan/{cohort}/laporan.pdf`: a month of the cohort on paper, the last whole one where none is named.
pub(crate) async fn paper(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    visit.count(Kind::Long)?;
    let month = asked.told(app.platform().today_of(&visit.who()).await?)?;
    let words = app.words(visit.lang).clone();
    let (bytes, name) = app
        .platform()
        .cohort_paper(&visit.who(), id(&cohort)?, month, words)
        .await?;
    attached("application/pdf", bytes, &name)
}

/// `GET /papan/{cohort}/papan.xlsx`
pub(crate) async fn workbook(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    visit.count(Kind::Long)?;
    let words = app.words(visit.lang).clone();
    let (bytes, name) = app
        .platform()
        .board_workbook(&visit.who(), id(&cohort)?, words)
        .await?;
    attached(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        bytes,
        &name,
    )
}

/// `GET /papan/{cohort}/tangga.csv`
pub(crate) async fn table(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    visit.count(Kind::Long)?;
    let words = app.words(visit.lang);
    let (bytes, name) = app
        .platform()
        .board_table(&visit.who(), id(&cohort)?, words)
        .await?;
    attached("text/csv; charset=utf-8", bytes, &name)
}

/// `GET /papan/{cohort}/papan.parquet`
pub(crate) async fn columns(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    visit.count(Kind::Long)?;
    let (bytes, name) = app
        .platform()
        .board_columns(&visit.who(), id(&cohort)?)
        .await?;
    attached("application/vnd.apache.parquet", bytes, &name)
}
