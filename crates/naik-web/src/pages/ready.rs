//! Periksa: what each marketplace would say, and mending everything that a program can.

use axum::extract::{Path, State};
use minijinja::{Value, context};
use naik_app::platform::kit::{Wish, Work};
use naik_app::studio::{Problem, Readiness};
use naik_core::id::ProductId;
use naik_core::kit::Kit;

use super::kit::ask;
use super::products::id;
use super::{Answer, page};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;

/// `GET /produk/{p}/periksa`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let product = id(&product)?;
    let words = app.words(visit.lang).clone();
    let checked = app
        .platform()
        .check_kit(&visit.who(), product, words)
        .await?;
    let markets: Vec<Value> = checked
        .markets
        .iter()
        .map(|market| row(product, &checked.kit, market))
        .collect();
    let fixable: usize = checked
        .markets
        .iter()
        .map(|market| market.problems.iter().filter(|p| p.fixable).count())
        .sum();
    let margin = app.platform().margin(&visit.who(), product).await?;
    let losses: Vec<String> = margin
        .losses()
        .map(|one| super::sales::place(&visit, one.channel))
        .collect();
    let mended: Vec<String> = Vec::new();
    let own = context! {
        product => context! { id => product.to_string(), name => checked.product.facts.product.name },
        markets => markets,
        summary => context! {
            ok => checked.markets.iter().filter(|m| m.ready).count(),
            all => checked.markets.len(),
            fixable => fixable,
        },
        mended => mended,
        losses => losses.join(", "),
    };
    page(&visit, "periksa.html", "kit", own)
}

fn row(product: ProductId, kit: &Kit, market: &Readiness) -> Value {
    let failed: Vec<Value> = market
        .problems
        .iter()
        .map(|p| problem(product, p))
        .collect();
    let passed: Vec<Value> = kit
        .outputs
        .iter()
        .filter(|output| output.variety == market.market)
        .flat_map(|output| &output.checks)
        .filter(|check| check.passed)
        .map(|check| context! { name => check.text.clone(), text => "" })
        .collect();
    context! {
        key => market.market,
        name => market.name,
        ok => market.ready,
        failed => failed,
        passed => passed,
    }
}

fn problem(product: ProductId, problem: &Problem) -> Value {
    context! {
        name => problem.name.clone(),
        text => problem.reason.clone(),
        remedy => problem.remedy.clone(),
        fixable => problem.fixable,
        href => problem.card.map(|card| format!("/produk/{product}/fakta/{card}")),
    }
}

/// `POST /produk/{p}/perbaiki`
pub(crate) async fn mend(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    form: Form,
) -> Answer {
    let product = id(&product)?;
    let wish = Wish {
        work: Work::Mend,
        ..Wish::default()
    };
    ask(&app, &visit, product, wish, &form).await
}
