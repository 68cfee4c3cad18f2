//! Teks: one text edited, with each sentence judged as one types.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::kit::{TEXT_MOST, Wish, Work};
use naik_app::studio::text::judge;
use naik_core::channel::Channel;
use naik_core::facts::Facts;
use naik_core::id::ProductId;

use super::entry::first;
use super::products::id;
use super::{Answer, check, onward, page_with};
use crate::app::App;
use crate::fault::Broken;
use crate::front::form::Form;
use crate::front::limit::Kind;
use crate::front::visit::Visit;
use crate::view::kit::judgement;

fn channel(key: &str) -> Result<Channel, Broken> {
    Channel::ALL
        .into_iter()
        .find(|channel| channel.key() == key)
        .ok_or_else(Broken::missing)
}

/// A text in what the page asks for: a marketplace's has a title.
struct Text {
    title: Option<String>,
    body: String,
}

impl Text {
    fn read(channel: Channel, text: &str) -> Self {
        let text = text.trim_end();
        match (channel, text.split_once('\n')) {
            (Channel::Marketplace, Some((title, body))) => Self {
                title: Some(title.trim().to_owned()),
                body: body.trim_start().to_owned(),
            },
            (Channel::Marketplace, None) => Self {
                title: Some(text.to_owned()),
                body: String::new(),
            },
            _ => Self {
                title: None,
                body: text.to_owned(),
            },
        }
    }

    fn of(form: &Form, channel: Channel) -> Self {
        let title = (channel == Channel::Marketplace).then(|| form.get("title").to_owned());
        Self {
            title,
            body: form.get("text").to_owned(),
        }
    }

    fn whole(&self) -> String {
        match &self.title {
            Some(title) => format!("{}\n\n{}", title.trim(), self.body.trim()),
            None => self.body.trim().to_owned(),
        }
    }
}

/// `GET /produk/{p}/teks/{channel}`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((product, key)): Path<(String, String)>,
) -> Answer {
    let (product, channel) = (id(&product)?, channel(&key)?);
    let (facts, text) = current(&app, &visit, product, channel).await?;
    let text = Text::read(channel, &text);
    draw(&app, &visit, product, channel, &facts, &text, None).await
}

async fn current(
    app: &App,
    visit: &Visit,
    product: ProductId,
    channel: Channel,
) -> Result<(Facts, String), Broken> {
    let (found, standing) = app.platform().standing(&visit.who(), product, None).await?;
    let texts = app.platform().texts(&standing.files).await?;
    texts
        .into_iter()
        .find(|(one, _)| *one == channel)
        .map(|(_, text)| (found.facts, text))
        .ok_or_else(Broken::missing)
}

/// `POST /produk/{p}/teks/{channel}`
pub(crate) async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((product, key)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (product, channel) = (id(&product)?, channel(&key)?);
    let text = Text::of(&form, channel);
    let wish = Wish {
        work: Work::Text {
            channel: channel.key().to_owned(),
            body: text.whole(),
        },
        ..Wish::default()
    };
    let key = form.key(&visit);
    let asked = app
        .platform()
        .order_kit(&visit.who(), product, wish, visit.lang, &key)
        .await;
    match asked {
        Ok(_) => Ok(onward(&format!("/produk/{product}/kit"))),
        Err(Fault::Refused(wrong)) => {
            let (facts, _) = current(&app, &visit, product, channel).await?;
            let error = first(&visit, &wrong, "teks").or_else(|| first(&visit, &wrong, ""));
            draw(&app, &visit, product, channel, &facts, &text, error).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /produk/{p}/teks/{channel}/jaga`: what the guard says of what is being typed.
pub(crate) async fn judged(
    State(app): State<App>,
    visit: Visit,
    Path((product, key)): Path<(String, String)>,
    form: Form,
) -> Answer {
    let (product, channel) = (id(&product)?, channel(&key)?);
    app.limits()
        .count(Kind::Trial, &visit.actor())
        .map_err(Broken::too_many)?;
    let found = app
        .platform()
        .reach(&visit.who(), product, naik_core::access::Action::SeeProduct)
        .await?;
    let text = Text::of(&form, channel).whole();
    let own = context! {
        judged => judgement_of(&visit, &found.facts, channel, &text),
        taken_for => check::taken_for(&app, &visit, &text).await?,
    };
    let html = visit.draw("teks_jaga.html", "kit", own)?;
    Ok(Html(html).into_response())
}

fn judgement_of(visit: &Visit, facts: &Facts, channel: Channel, text: &str) -> Value {
    // Longer texts are refused when they are saved; judging them costs the others' time.
    let text: String = text.chars().take(TEXT_MOST).collect();
    let words = visit.app.words(visit.lang);
    let judged = tokio::task::block_in_place(|| judge(facts, channel, &text, words));
    judgement(&text, &judged)
}

async fn draw(
    app: &App,
    visit: &Visit,
    product: ProductId,
    channel: Channel,
    facts: &Facts,
    text: &Text,
    error: Option<String>,
) -> Answer {
    let status = if error.is_none() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let own = context! {
        product => context! { id => product.to_string(), name => facts.product.name.clone() },
        channel => context! { key => channel.key(), name => channel.name() },
        title => text.title.clone(),
        title_max => text.title.as_ref().map(|_| 255),
        title_error => (),
        body => text.body.clone(),
        error => error,
        judged => judgement_of(visit, facts, channel, &text.whole()),
        taken_for => check::taken_for(app, visit, &text.whole()).await?,
    };
    page_with(visit, status, "teks.html", "kit", own)
}
