//! Rencana: a cohort's weekly themes, their order and words, laid over its weeks.

use axum::extract::{Path, State};
use minijinja::{Value, context};
use naik_core::id::CohortId;
use naik_core::programme::calendar::Pace;
use naik_core::programme::cohort::WEEKS;
use naik_core::programme::plan::{Plan, Theme};

use super::products::id;
use super::programme::{refused, status};
use super::{Answer, error_of, onward_with, page_with};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// Keys of an organisation's own themes begin like this.
const OWN: &str = "sendiri-";

/// `GET /kelompok/{cohort}/rencana`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
) -> Answer {
    draw(&app, &visit, id(&cohort)?, &Form::default(), &[]).await
}

/// `POST /kelompok/{cohort}/rencana`
pub(crate) async fn revise(
    State(app): State<App>,
    visit: Visit,
    Path(cohort): Path<String>,
    form: Form,
) -> Answer {
    let cohort = id::<CohortId>(&cohort)?;
    let (platform, who) = (app.platform(), visit.who());
    let view = platform.plan_of(&who, cohort).await?;
    let read = form.get("versi").parse().unwrap_or(0);
    let themes = themes(&view.plan, &form);
    let (why, key) = (form.get("alasan"), form.key(&visit));
    match platform
        .revise_plan(&who, cohort, read, themes, why, &key)
        .await
    {
        Ok(()) => {
            let place = format!("/kelompok/{cohort}/rencana");
            Ok(onward_with(&visit, &place, "ok.kabar-rencana"))
        }
        Err(fault) => {
            let wrong = refused(&visit, fault)?;
            draw(&app, &visit, cohort, &form, &wrong).await
        }
    }
}

/// The themes as the form orders and names them.
fn themes(plan: &Plan, form: &Form) -> Vec<Theme> {
    let mut placed: Vec<(u32, Theme)> = Vec::new();
    for (at, theme) in (1_u32..).zip(&plan.themes) {
        if form.has(&format!("buang-{}", theme.key)) {
            continue;
        }
        let place = form.get(&format!("urut-{}", theme.key)).trim();
        let title = form.get(&format!("judul-{}", theme.key)).trim();
        let new = Theme {
            title: (!title.is_empty()).then(|| title.to_owned()),
            ..theme.clone()
        };
        // Twice the place, so that what moves to another's place comes before it.
        let order = match place.parse::<u32>() {
            Ok(place) if place < at => place.saturating_mul(2),
            Ok(place) if place > at => place.saturating_mul(2).saturating_add(2),
            _ => at * 2 + 1,
        };
        placed.push((order, new));
    }
    placed.sort_by_key(|(order, _)| *order);
    let mut themes: Vec<Theme> = placed.into_iter().map(|(_, theme)| theme).collect();
    let title = form.get("judul-baru").trim();
    if !title.is_empty() {
        let new = Theme {
            key: free_key(plan),
            title: Some(title.to_owned()),
            heavy: form.has("berat-baru"),
            after: Vec::new(),
        };
        let end = themes.len();
        let place = form.get("urut-baru").trim().parse::<usize>().unwrap_or(end);
        themes.insert(place.saturating_sub(1).min(end), new);
    }
    themes
}

/// A key that no theme of the plan has.
fn free_key(plan: &Plan) -> String {
    let taken = |key: &String| plan.themes.iter().any(|theme| theme.key == *key);
    (1_u32..)
        .map(|n| format!("{OWN}{n}"))
        .find(|key| !taken(key))
        .unwrap_or_default()
}

/// What a theme is called.
pub(super) fn name(visit: &Visit, theme: &Theme) -> String {
    match &theme.title {
        Some(title) => title.clone(),
        None => sentence(visit, &theme.name()),
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    cohort: CohortId,
    form: &Form,
    wrong: &[(String, String)],
) -> Answer {
    visit.must_be_signed_in()?;
    let view = app.platform().plan_of(&visit.who(), cohort).await?;
    let words = app.words(visit.lang);
    let weeks: Vec<Value> = view
        .weeks
        .iter()
        .map(|week| {
            context! {
                number => week.number,
                monday => say::day(words, week.monday),
                pace => match week.pace { Pace::Full => "", Pace::Light => "puasa", Pace::Rest => "lebaran" },
                theme => week.theme.as_ref().map(|theme| name(visit, theme)),
                heavy => week.theme.as_ref().is_some_and(|theme| theme.heavy),
                begun => week.begun,
            }
        })
        .collect();
    let begun = |theme: &Theme| {
        let mut of = view.weeks.iter().filter(|week| week.begun);
        of.any(|week| week.theme.as_ref().is_some_and(|one| one.key == theme.key))
    };
    let themes: Vec<Value> = (1..)
        .zip(&view.plan.themes)
        .map(|(at, theme): (u32, &Theme)| {
            let field = |name: &str, kept: String| {
                let name = format!("{name}-{}", theme.key);
                if form.has(&name) {
                    form.get(&name).to_owned()
                } else {
                    kept
                }
            };
            context! {
                key => theme.key.clone(),
                place => field("urut", at.to_string()),
                title => field("judul", theme.title.clone().unwrap_or_default()),
                standard => sentence(visit, &theme.name()),
                own => theme.key.starts_with(OWN),
                heavy => theme.heavy,
                begun => begun(theme),
                gone => form.has(&format!("buang-{}", theme.key)),
            }
        })
        .collect();
    let versions: Vec<Value> = view
        .versions
        .iter()
        .rev()
        .map(|plan| {
            context! {
                number => plan.version,
                why => plan.why.clone(),
                day => plan.author.map(|(_, day)| say::day(words, day)),
                current => plan.version == view.plan.version,
            }
        })
        .collect();
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        id => cohort.to_string(),
        programme => view.programme,
        version => if form.has("versi") { form.get("versi").to_owned() } else { view.plan.version.to_string() },
        weeks => weeks,
        all_weeks => WEEKS,
        themes => themes,
        versions => versions,
        form => context! {
            why => form.get("alasan"), title => form.get("judul-baru"), place => form.get("urut-baru"),
            heavy => form.has("berat-baru"),
        },
        errors => context! { whole => error(""), why => error("alasan") },
        wrong => !wrong.is_empty(),
    };
    page_with(visit, status(wrong), "rencana.html", "program", own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_theme_gets_a_key_that_is_free() {
        let mut plan = Plan::standard();
        assert_eq!(free_key(&plan), "sendiri-1");
        plan.themes.push(Theme {
            key: "sendiri-1".to_owned(),
            title: None,
            heavy: false,
            after: Vec::new(),
        });
        assert_eq!(free_key(&plan), "sendiri-2");
    }

    #[test]
    fn a_form_without_changes_changes_nothing() {
        let plan = Plan::standard();
        assert_eq!(themes(&plan, &Form::default()), plan.themes);
    }
}
