//! Fakta: one card after the other, each may be skipped, saved at each step.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::facts::cards::{Card, Field, Input};
use naik_app::facts::fill;
use naik_app::platform::error::Fault;
use naik_app::platform::kit::Wish;
use naik_core::access::Action;
use naik_core::category::Category;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::id::ProductId;
use naik_core::kit::Notice;

use super::kit::ask;
use super::products::id;
use super::{Answer, onward, page_with};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::form::Form;
use crate::front::visit::Visit;

/// How often a card is tried again when another tab was faster.
const TRIES: usize = 3;

fn card(text: &str) -> Result<Card, Broken> {
    Card::parse(text).ok_or_else(Broken::missing)
}

/// `GET /produk/{p}/fakta/{card}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((product, word)): Path<(String, String)>,
) -> Answer {
    let (product, card) = (id(&product)?, card(&word)?);
    let found = app
        .platform()
        .reach(&visit.who(), product, Action::SeeProduct)
        .await?;
    draw(&app, &visit, product, &found.facts, card, &[], &[]).await
}

/// `POST /produk/{p}/fakta/{card}`
pub(crate) async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((product, word)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (product, card) = (id(&product)?, card(&word)?);
    let mut typed = Vec::new();
    let mut notices = Vec::new();
    if !form.has("lewati") {
        typed = form.pairs();
        notices = keep(&app, &visit, product, card, &typed).await?;
    }
    if !notices.is_empty() {
        let found = app
            .platform()
            .reach(&visit.who(), product, Action::SeeProduct)
            .await?;
        return draw(&app, &visit, product, &found.facts, card, &typed, &notices).await;
    }
    match card.next() {
        Some(next) => Ok(onward(&format!("/produk/{product}/fakta/{}", next.key()))),
        None => ask(&app, &visit, product, Wish::default(), &form).await,
    }
}

/// Keeps what was typed. Another tab that was faster costs nothing: each card changes its own fields alone.
async fn keep(
    app: &App,
    visit: &Visit,
    product: ProductId,
    card: Card,
    typed: &[(String, String)],
) -> Result<Vec<Notice>, Broken> {
    let who = visit.who();
    for _ in 0..TRIES {
        let found = app
            .platform()
            .reach(&who, product, Action::EditProduct)
            .await?;
        let mut facts = found.facts.clone();
        let notices = fill(&mut facts, card, typed);
        if facts == found.facts {
            return Ok(notices);
        }
        match app
            .platform()
            .tell_facts(&who, product, found.revision, &facts)
            .await
        {
            Ok(()) => return Ok(notices),
            Err(Fault::Changed) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Fault::Changed.into())
}

async fn draw(
    app: &App,
    visit: &Visit,
    product: ProductId,
    facts: &Facts,
    card: Card,
    typed: &[(String, String)],
    notices: &[Notice],
) -> Answer {
    let words = app.words(visit.lang);
    let photos = app.platform().photos(&visit.who(), product).await?;
    let fields: Vec<Value> = card
        .fields(facts, words)
        .iter()
        .map(|one| field(visit, one, typed, notices))
        .collect();
    let cards: Vec<Value> = Card::ALL
        .into_iter()
        .map(|one| {
            let category = facts.product.category;
            let filled = one.facts(category).into_iter().any(|fact| facts.has(fact));
            context! { key => one.key(), filled => filled }
        })
        .collect();
    let loose: Vec<String> = notices
        .iter()
        .filter(|notice| field_of(notice).is_none())
        .map(|notice| sentence(visit, &notice.message))
        .collect();
    let name = &facts.product.name;
    let own = context! {
        product => context! {
            id => product.to_string(),
            name => (!name.is_empty()).then_some(name),
            photo => photos.first().map(|photo| super::photos::address(product, photo)),
        },
        card => card.key(),
        cards => cards,
        fields => fields,
        notices => loose,
        last => card.next().is_none(),
        uploading => false,
        back => back(product, card),
    };
    let status = if notices.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "fakta.html", "kit", own)
}

fn back(product: ProductId, card: Card) -> String {
    let before = Card::ALL.into_iter().find(|one| one.next() == Some(card));
    match before {
        Some(before) => format!("/produk/{product}/fakta/{}", before.key()),
        None => format!("/produk/{product}/foto"),
    }
}

/// Which field a notice is about.
fn field_of(notice: &Notice) -> Option<&str> {
    notice
        .message
        .args
        .iter()
        .find(|(name, _)| name == "fact")
        .map(|(_, fact)| fact.as_str())
}

fn field(visit: &Visit, one: &Field, typed: &[(String, String)], notices: &[Notice]) -> Value {
    // What was typed wrongly stands there to be mended, not what was known before.
    let wrong = notices
        .iter()
        .find(|notice| field_of(notice) == Some(one.name));
    let again = typed
        .iter()
        .find(|(name, _)| name == one.name && wrong.is_some())
        .map(|(_, text)| text.clone());
    let value = again.unwrap_or_else(|| one.value.clone());
    let kind = match one.input {
        Input::Text | Input::Quantity | Input::List => "text",
        Input::Story => "area",
        Input::Number => "number",
        Input::Money => "money",
        Input::Phone => "phone",
        Input::Choice => "choice",
    };
    let options: Vec<Value> = one
        .choices
        .iter()
        .map(|(key, label)| {
            context! {
                value => *key,
                label => label.clone(),
                icon => (one.fact == Fact::Category).then(|| icon(key)),
                checked => value == *key,
            }
        })
        .collect();
    context! {
        name => one.name,
        kind => kind,
        label => one.label.clone(),
        stem => stem(one.fact),
        value => (!value.is_empty()).then_some(value),
        error => wrong.map(|notice| sentence(visit, &notice.message)),
        hint => (!one.question.is_empty() && !one.is_main).then(|| one.question.clone()),
        example => one.example.clone(),
        max => 600,
        optional => !one.is_main,
        rows => 4,
        options => options,
    }
}

/// The key of a field's label: `isian-net-weight`; the shop's name is told from the product's.
fn stem(fact: Fact) -> String {
    let key = fact.key();
    let last = key.rsplit('.').next().unwrap_or(key);
    let last = if fact == Fact::ShopName {
        "shop-name"
    } else {
        last
    };
    format!("isian-{}", last.replace('_', "-"))
}

fn icon(category: &str) -> &'static str {
    match Category::parse(category) {
        Some(Category::Snack) => "cookie",
        Some(Category::Coffee) => "coffee",
        Some(Category::Sambal) => "flame",
        Some(Category::Bakery) => "cake-slice",
        Some(Category::Herbal) => "leaf",
        Some(Category::Batik) => "flower-2",
        Some(Category::Fashion) => "shirt",
        Some(Category::Craft) => "shopping-basket",
        Some(Category::Pottery) => "amphora",
        Some(Category::Service) => "hand-helping",
        Some(Category::Frozen) => "snowflake",
        _ => "package",
    }
}
