//! Harga: what a product costs to make, what each channel leaves, and which price to ask.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::margin::{Costing, INGREDIENTS_MOST, Margin};
use naik_core::id::ProductId;
use naik_core::margin::{Cost, Fees, Item};
use naik_core::money::Rupiah;

use super::products::id;
use super::sales::{place, whole};
use super::{Answer, Wrong, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::say;

/// Empty rows for ingredients under those that are told.
const EMPTY_ROWS: usize = 3;

/// `GET /produk/{p}/harga`
pub(crate) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
) -> Answer {
    let product = id(&product)?;
    let margin = app.platform().margin(&visit.who(), product).await?;
    draw(&visit, product, &margin, &margin.costing, &[])
}

/// `POST /produk/{p}/harga`
pub(crate) async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(product): Path<String>,
    form: Form,
) -> Answer {
    let product = id::<ProductId>(&product)?;
    let (platform, who) = (app.platform(), visit.who());
    let mut wrong = Vec::new();
    let costing = read(&visit, &form, &mut wrong);
    if wrong.is_empty() {
        let revision = form.get("revisi").parse().unwrap_or(0);
        let key = form.key(&visit);
        match platform
            .tell_cost(&who, product, revision, &costing, &key)
            .await
        {
            Ok(()) => {
                let place = format!("/produk/{product}/harga");
                return Ok(onward_with(&visit, &place, "ok.kabar-tersimpan"));
            }
            Err(Fault::Refused(refusals)) => wrong.extend(told(&visit, &refusals)),
            Err(other) => return Err(other.into()),
        }
    }
    let margin = platform.margin(&who, product).await?;
    draw(&visit, product, &margin, &costing, &wrong)
}

/// What a form tells, and what of it can't be read.
fn read(visit: &Visit, form: &Form, wrong: &mut Wrong) -> Costing {
    let mut amount = |field: &str| -> u64 {
        let read = money_or_zero(visit, form.get(field));
        read.unwrap_or_else(|text| {
            wrong.push((field.to_owned(), text));
            0
        })
    };
    let cost = Cost {
        labour: amount("tenaga"),
        other: amount("lain"),
        packaging: amount("kemasan"),
        pieces: 0,
        ingredients: Vec::new(),
    };
    let (promo, shipping) = (amount("promo"), amount("ongkir"));
    let mut ingredients = Vec::new();
    let rows = form.all("bahan").iter().zip(form.all("bahan-harga"));
    for (name, price) in rows.take(INGREDIENTS_MOST) {
        let price = money_or_zero(visit, price).unwrap_or_else(|text| {
            wrong.push(("bahan".to_owned(), text));
            0
        });
        let name: String = name.trim().chars().take(80).collect();
        if price > 0 || !name.is_empty() {
            ingredients.push(Item { name, price });
        }
    }
    let mut number = |field: &str, otherwise: u32| -> u32 {
        whole(visit, form.get(field), otherwise).unwrap_or_else(|text| {
            wrong.push((field.to_owned(), text));
            otherwise
        })
    };
    let pieces = number("hasil", 0).min(1_000_000);
    let wanted = u64::from(number("untung", 30));
    let mut commission = std::collections::BTreeMap::new();
    for channel in naik_core::sale::SaleChannel::ALL {
        let text = form.get(&format!("komisi-{}", channel.key())).trim();
        match hundredths(text) {
            Some(share) => {
                commission.insert(channel.key().to_owned(), share);
            }
            None if text.is_empty() => {}
            None => wrong.push(("biaya".to_owned(), visit.say("harga-angka-salah", &[]))),
        }
    }
    Costing {
        cost: Cost {
            pieces,
            ingredients,
            ..cost
        },
        promo,
        shipping,
        wanted,
        commission,
    }
}

fn money_or_zero(visit: &Visit, text: &str) -> Result<u64, String> {
    match text.trim() {
        "" | "0" => Ok(0),
        text => Rupiah::parse(text).map(Rupiah::amount).map_err(|error| {
            use naik_core::message::Explain;
            sentence(visit, &error.explain())
        }),
    }
}

/// `8,25` percent in hundredths; `None` for what is no share.
fn hundredths(text: &str) -> Option<u64> {
    let normal = text.trim_end_matches(['%', ' ']).replace(',', ".");
    let (whole, part) = normal.split_once('.').unwrap_or((normal.as_str(), ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 2 || part.len() > 2 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: u64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * 100 + part)
}

/// Hundredths of a percent as people write them: `8`, `8,25`.
fn percent(share: u64) -> String {
    match share % 100 {
        0 => (share / 100).to_string(),
        rest if rest % 10 == 0 => format!("{},{}", share / 100, rest / 10),
        rest => format!("{},{rest:02}", share / 100),
    }
}

fn draw(
    visit: &Visit,
    product: ProductId,
    margin: &Margin,
    told: &Costing,
    wrong: &[(String, String)],
) -> Answer {
    let words = visit.app.words(visit.lang);
    let shown = |amount: u64| (amount > 0).then(|| Rupiah::new(amount).to_string());
    let cost = &told.cost;
    let mut ingredients: Vec<Value> = cost
        .ingredients
        .iter()
        .map(|item| context! { name => item.name.clone(), price => shown(item.price) })
        .collect();
    let rows = (ingredients.len() + EMPTY_ROWS).min(INGREDIENTS_MOST);
    ingredients.resize(
        rows.max(ingredients.len()),
        context! { name => "", price => () },
    );
    let channels: Vec<Value> = margin
        .channels
        .iter()
        .map(|one| {
            let key = one.channel.key();
            context! {
                key => key,
                name => place(visit, one.channel),
                fee => one.left.map(|left| left.fee.to_string()),
                left => one.left.map(|left| left.left.to_string()),
                percent => one.left.map(|left| left.percent),
                loss => one.left.is_some_and(|left| left.is_loss()),
                ask => one.ask.map(|price| price.to_string()),
                sure => one.fee.sure || one.is_own,
                commission => percent(one.fee.commission),
                own => one.is_own.then(|| percent(one.fee.commission)),
            }
        })
        .collect();
    let error = |field: &str| error_of(wrong, field);
    let facts = &margin.product.facts.product;
    let losses: Vec<String> = margin
        .losses()
        .map(|one| place(visit, one.channel))
        .collect();
    let own = context! {
        product => context! {
            id => product.to_string(), name => facts.name.clone(), price => facts.price.map(|p| p.to_string()),
        },
        revision => margin.revision,
        per_piece => margin.per_piece.map(|cost| cost.to_string()),
        form => context! {
            ingredients => ingredients,
            pieces => (cost.pieces > 0).then(|| cost.pieces.to_string()),
            labour => shown(cost.labour), other => shown(cost.other), packaging => shown(cost.packaging),
            promo => shown(told.promo), shipping => shown(told.shipping), wanted => told.wanted.to_string(),
        },
        errors => context! {
            ingredients => error("bahan"), pieces => error("hasil"), labour => error("tenaga"), other => error("lain"),
            packaging => error("kemasan"), promo => error("promo"), shipping => error("ongkir"),
            wanted => error("untung"), fees => error("biaya"),
        },
        wanted => told.wanted,
        channels => channels,
        losses => losses.join(", "),
        checked => Fees::get().checked.parse().map(|day| say::day(words, day)).unwrap_or_default(),
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "harga.html", "kit", own)
}

/// What each channel leaves of a product's price, for the page that shares it; nothing without a price.
pub(crate) fn beside(visit: &Visit, margin: &Margin) -> Option<Value> {
    let words = visit.app.words(visit.lang);
    let price = margin.product.facts.product.price?;
    let rows: Vec<Value> = margin
        .channels
        .iter()
        .filter_map(|one| {
            let left = one.left?;
            Some(context! {
                name => place(visit, one.channel),
                fee => left.fee.to_string(),
                percent => format!("{}%", percent(one.fee.commission)),
                net => left.left.to_string(),
            })
        })
        .collect();
    Some(context! {
        price => price.to_string(),
        date => Fees::get().checked.parse().map(|day| say::day(words, day)).unwrap_or_default(),
        cost => margin.per_piece.map(|cost| cost.to_string()),
        rows => rows,
    })
}

#[cfg(test)]
mod tests {
    use super::{hundredths, percent};

    #[test]
    fn shares_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("8", Some(800)),
            ("8,25", Some(825)),
            ("8.5%", Some(850)),
            ("0", Some(0)),
            ("", None),
            ("100", None),
            ("-1", None),
            ("8,255", None),
            ("delapan", None),
        ] {
            assert_eq!(hundredths(text), wanted, "{text}");
        }
        for (share, text) in [(800, "8"), (825, "8,25"), (850, "8,5"), (5, "0,05")] {
            assert_eq!(percent(share), text);
        }
    }
}
