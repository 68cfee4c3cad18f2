//! For whoever keeps the system running: jobs, people, the log.

use axum::extract::{Path, Query, State};
use minijinja::{Value, context};
use naik_app::words::Words;
use naik_core::encode::percent;
use naik_core::id::{JobId, PersonId};
use naik_store::repo::Page;
use naik_store::repo::job::State as JobState;
use serde::Deserialize;

use super::products::id;
use super::{Answer, onward_with, page};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// Rows of one page.
const ROWS: u64 = 50;

/// What follows `?`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    keadaan: String,
    #[serde(default)]
    hal: u64,
    #[serde(default)]
    q: String,
}

impl Asked {
    fn page(&self) -> Page {
        Page {
            skip: self.hal.min(100_000) * ROWS,
            take: ROWS + 1,
        }
    }

    /// Takes the row that only tells whether there are more.
    fn more<T>(rows: &mut Vec<T>) -> bool {
        let more = rows.len() as u64 > ROWS;
        rows.truncate(usize::try_from(ROWS).unwrap_or(0));
        more
    }
}

/// `GET /admin/pekerjaan`
pub(crate) async fn jobs(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let words = app.words(visit.lang);
    let now = platform.now();
    let state = JobState::parse(&asked.keadaan);
    let (counts, mut rows) = platform.jobs(&visit.who(), state, asked.page()).await?;
    let more = Asked::more(&mut rows);
    let count = |state: JobState| {
        counts
            .iter()
            .find(|(one, _)| *one == state)
            .map_or(0, |(_, n)| *n)
    };
    let jobs: Vec<Value> = rows
        .iter()
        .map(|job| {
            let percent = (job.total > 0).then(|| job.done * 100 / job.total);
            let took = job
                .ended_at
                .map(|end| format!("{:.1} s", (end - job.created_at) as f64 / 1000.0));
            context! {
                id => job.id.to_string(),
                kind => job.kind.clone(),
                state => job.state.key(),
                about => job.step.clone(),
                percent => percent,
                error => job.error.clone(),
                attempts => job.attempts,
                max_attempts => job.most,
                when => say::when(words, job.created_at, now, visit.zone()),
                took => took,
            }
        })
        .collect();
    let own = context! {
        filter => state.map(JobState::key),
        counts => context! {
            waiting => count(JobState::Waiting),
            running => count(JobState::Running),
            done => count(JobState::Done),
            dead => count(JobState::Dead),
        },
        jobs => jobs,
        page => pages(&visit, &asked, more),
    };
    page(&visit, "admin_pekerjaan.html", "admin", own)
}

/// Where the page before and after this one are.
fn pages(visit: &Visit, asked: &Asked, more: bool) -> Value {
    let to = |page: u64| {
        let state = if asked.keadaan.is_empty() {
            String::new()
        } else {
            format!(
                "&keadaan={}",
                JobState::parse(&asked.keadaan).map_or("", JobState::key)
            )
        };
        let query = match asked.q.as_str() {
            "" => String::new(),
            text => format!("&q={}", percent(text, b"")),
        };
        format!("{}?hal={page}{state}{query}", visit.path)
    };
    context! {
        previous => asked.hal.checked_sub(1).map(to),
        next => more.then(|| to(asked.hal + 1)),
    }
}

/// `POST /admin/pekerjaan/{job}/ulang`
pub(crate) async fn retry(
    State(app): State<App>,
    visit: Visit,
    Path(job): Path<String>,
    _form: Form,
) -> Answer {
    let id = id::<JobId>(&job)?;
    app.platform().retry_job(&visit.who(), id).await?;
    Ok(onward_with(
        &visit,
        "/admin/pekerjaan",
        "ok.kabar-pekerjaan-ulang",
    ))
}

/// `POST /admin/pekerjaan/{job}/batal`
pub(crate) async fn cancel(
    State(app): State<App>,
    visit: Visit,
    Path(job): Path<String>,
    _form: Form,
) -> Answer {
    let id = id::<JobId>(&job)?;
    app.platform().cancel_job(&visit.who(), id).await?;
    Ok(onward_with(
        &visit,
        "/admin/pekerjaan",
        "ok.kabar-pekerjaan-batal",
    ))
}

/// `GET /admin/orang`
pub(crate) async fn people(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let words = app.words(visit.lang);
    let now = platform.now();
    let query = asked.q.trim();
    let mut rows = platform.people(&visit.who(), query, asked.page()).await?;
    let more = Asked::more(&mut rows);
    let people: Vec<Value> = rows
        .iter()
        .map(|one| {
            let person = &one.person;
            context! {
                id => person.id.to_string(),
                name => person.name.clone(),
                contact => person.contact.to_string(),
                roles => vec![person.role.key()],
                area => person.area.label(),
                seen => one.seen.map(|at| say::when(words, at, now, visit.zone())),
                locked => person.locked_until.is_some_and(|until| until > now),
            }
        })
        .collect();
    let own = context! { query => query, people => people, page => pages(&visit, &asked, more) };
    page(&visit, "admin_orang.html", "admin", own)
}

/// `POST /admin/orang/{person}/buka`
pub(crate) async fn unlock(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<String>,
    _form: Form,
) -> Answer {
    let id = id::<PersonId>(&person)?;
    app.platform().unlock(&visit.who(), id).await?;
    Ok(onward_with(&visit, "/admin/orang", "ok.kabar-dibuka"))
}

/// `GET /admin/jejak`
pub(crate) async fn log(
    State(app): State<App>,
    visit: Visit,
    Query(asked): Query<Asked>,
) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let words = app.words(visit.lang);
    let now = platform.now();
    let mut rows = platform.log(&visit.who(), asked.page()).await?;
    let more = Asked::more(&mut rows);
    let entries: Vec<Value> = rows
        .iter()
        .map(|one| {
            let entry = &one.entry;
            context! {
                when => say::when(words, entry.at, now, visit.zone()),
                who => one.who.clone().or_else(|| actor(words, &entry.actor)),
                what => action(words, &entry.action),
                subject => one.about.clone().or_else(|| subject(words, &entry.subject)),
                denied => entry.outcome == "refused",
            }
        })
        .collect();
    let own = context! { entries => entries, page => pages(&visit, &asked, more) };
    page(&visit, "admin_jejak.html", "admin", own)
}

/// Who did something without having an account: nothing for a guest, whom the page names itself.
fn actor(words: &Words, text: &str) -> Option<String> {
    match text.split_once(':') {
        None => Some(words.label("jejak-mesin", &[])),
        Some(("person", _)) => Some(words.label("jejak-terhapus", &[])),
        Some(_) => None,
    }
}

/// What was done, in words; the word of the log where there are none.
fn action(words: &Words, key: &str) -> String {
    let label = format!("jejak-aksi-{}", kebab(key));
    if words.has(&label) {
        words.label(&label, &[])
    } else {
        key.to_owned()
    }
}

/// What it was done to, when that has no name: its kind and the start of its id.
fn subject(words: &Words, text: &str) -> Option<String> {
    let (kind, id) = text.split_once(':')?;
    let key = format!("jejak-pada-{kind}");
    if !words.has(&key) {
        return Some(text.to_owned());
    }
    let start: String = id.chars().rev().take(6).collect();
    let start: String = start.chars().rev().collect();
    Some(words.label(&key, &[("id", &start)]))
}

/// `SeeProduct` as keys write it: `see-product`.
fn kebab(word: &str) -> String {
    let mut out = String::new();
    for letter in word.chars() {
        if letter.is_ascii_uppercase() {
            if !out.is_empty() {
                out.push('-');
            }
            out.push(letter.to_ascii_lowercase());
        } else {
            out.push(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::kebab;

    #[test]
    fn a_right_is_written_as_keys_are() {
        assert_eq!(kebab("SeeProduct"), "see-product");
        assert_eq!(kebab("sign-in"), "sign-in");
    }
}
