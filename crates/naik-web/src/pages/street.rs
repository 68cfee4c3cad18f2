//! Toko: a shop as everyone sees it, with its products, its payment code, its feeds and its sitemap.

use axum::extract::{Path, Query, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::street::{CEILING, Choice, Front, PIECES_MOST, Ware, told};
use naik_core::encode::percent;
use naik_core::money::Rupiah;
use naik_core::storefront::Open;
use serde::Deserialize;

use super::{Answer, page, paper};
use crate::app::App;
use crate::fault::Broken;
use crate::front::visit::Visit;

/// How long a feed, a sitemap and a picture may be kept by those who fetch them.
const KEPT: &str = "public, max-age=300";

/// How many pieces someone wants, and of which kind.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Order {
    #[serde(default)]
    jumlah: String,
    #[serde(default)]
    pilihan: String,
}

impl Order {
    fn pieces(&self) -> u64 {
        let told = self.jumlah.trim().parse().unwrap_or(1);
        u64::clamp(told, 1, PIECES_MOST)
    }
}

/// The door of all pages of shops: one address for each, whatever way it was written or printed.
pub(crate) async fn canonical(State(app): State<App>, request: Request, next: Next) -> Response {
    let uri = request.uri().clone();
    let Some(rest) = uri.path().strip_prefix("/toko/") else {
        return next.run(request).await;
    };
    let rest = rest.trim_end_matches('/').to_owned();
    let mut parts: Vec<String> = rest.split('/').map(str::to_owned).collect();
    // Addresses of shops and of what they sell are in small letters; names of pictures may not be.
    parts
        .iter_mut()
        .take(2)
        .for_each(|part| part.make_ascii_lowercase());
    let plain = format!("/toko/{}", parts.join("/"));
    if plain != uri.path() {
        return onward_for_good(&plain, uri.query());
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    let Some(slug) = parts.first_mut() else {
        return response;
    };
    match app.platform().moved(slug).await {
        Ok(now) => {
            *slug = now;
            onward_for_good(&format!("/toko/{}", parts.join("/")), uri.query())
        }
        Err(Fault::Gone) => Broken::from(Fault::Gone).into_response(),
        // There was never one: that is said already.
        Err(_) => response,
    }
}

/// On to where something stands now. Not for ever: a shop may move back.
fn onward_for_good(path: &str, query: Option<&str>) -> Response {
    let to = match query {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    };
    let headers = [(LOCATION, to), (CACHE_CONTROL, KEPT.to_owned())];
    (StatusCode::PERMANENT_REDIRECT, headers).into_response()
}

/// `GET /toko/{shop}`
pub(crate) async fn show(State(app): State<App>, visit: Visit, Path(shop): Path<String>) -> Answer {
    let front = app.platform().front_window(&shop).await?;
    let wares: Vec<Value> = front
        .wares
        .iter()
        .map(|ware| {
            let at = front.place(ware, "");
            let price = ware.from_price();
            let one_price = price.is_some_and(|(_, more)| !more);
            context! {
                href => at.clone(),
                name => ware.facts.product.name.clone(),
                price => price.map(|(price, _)| price.to_string()),
                more => price.is_some_and(|(_, more)| more),
                previous => ware.facts.product.previous_price.filter(|_| one_price).map(|price| price.to_string()),
                photo => ware.pictures.first().map(|picture| format!("{at}/{}", picture.name)),
                empty => ware.facts.product.stock == Some(0),
            }
        })
        .collect();
    let greeting = visit.say("toko-sapa", &[("toko", &front.name)]);
    let own = context! {
        shop => outline(&visit, &front),
        canonical => format!("{}/toko/{}", visit.origin, front.slug),
        wares => wares,
        whatsapp => chat(&front, &greeting),
        prices => front.gives_prices.then(|| format!("/toko/{}/daftar-harga.pdf", front.slug)),
        picture => first_picture(&visit, &front),
        data => front.json_ld(&visit.origin),
    };
    page(&visit, "toko.html", "", own)
}

/// `GET /toko/{shop}/{product}`
pub(crate) async fn product(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path((shop, product)): Path<(String, String)>,
    Query(order): Query<Order>,
) -> Answer {
    let platform = app.platform();
    match product.as_str() {
        "meta.csv" => {
            let bytes = platform.front(&shop).await?.meta(&visit.origin)?;
            return Ok(kept("text/csv; charset=utf-8", bytes));
        }
        "google.xml" => {
            let text = platform.front(&shop).await?.google(&visit.origin);
            return Ok(kept("application/xml; charset=utf-8", text.into_bytes()));
        }
        "daftar-harga.pdf" => {
            let front = platform.front(&shop).await?;
            return paper::given(&app, &visit, &headers, &front).await;
        }
        "sitemap.xml" => {
            let text = platform.front_window(&shop).await?.sitemap(&visit.origin);
            return Ok(kept("application/xml; charset=utf-8", text.into_bytes()));
        }
        _ => {}
    }
    let front = platform.front_with(&shop, &product).await?;
    let ware = front.ware(&product)?;
    let at = front.place(ware, "");
    let pieces = order.pieces();
    let facts = &ware.facts.product;
    let chosen = ware.chosen(&order.pilihan);
    let price = unit_price(ware, chosen.as_ref());
    let total = price.map(|price| Rupiah::new(price.amount().saturating_mul(pieces)));
    let photos: Vec<String> = ware
        .pictures
        .iter()
        .map(|picture| format!("{at}/{}", picture.name))
        .collect();
    let text = order_text(&visit, &front, ware, chosen.as_ref(), pieces, total);
    let payable = total.filter(|_| front.has_qris);
    let too_much = payable.is_some_and(|total| total > CEILING);
    let choices: Vec<Value> = ware
        .choices()
        .into_iter()
        .map(|one| {
            context! {
                checked => chosen.as_ref().is_some_and(|chosen| chosen.key == one.key),
                key => one.key, name => one.name, price => one.price.map(|price| price.to_string()), empty => one.empty,
            }
        })
        .collect();
    let empty = chosen
        .as_ref()
        .map_or(facts.stock == Some(0), |one| one.empty);
    let own = context! {
        shop => outline(&visit, &front),
        canonical => format!("{}{at}", visit.origin),
        product => context! {
            name => facts.name.clone(),
            price => price.map(|price| price.to_string()),
            amount => price.map(Rupiah::amount),
            previous => facts.previous_price.filter(|_| price == facts.price).map(|price| price.to_string()),
            weight => facts.net_weight.map(|weight| weight.to_string()),
            told => told(&ware.facts),
            short => told(&ware.facts).replace('\n', " ").chars().take(200).collect::<String>(),
            empty => empty,
            days => facts.preorder_days.filter(|days| *days > 0),
        },
        photos => photos,
        picture => ware.pictures.first().map(|picture| format!("{}{at}/{}", visit.origin, picture.name)),
        pieces => pieces,
        total => total.map(|total| total.to_string()),
        whatsapp => chat(&front, &text),
        message => text,
        choices => choices,
        qr => payable.filter(|_| !too_much).map(|_| {
            let kind = chosen.as_ref().map_or_else(String::new, |one| format!("&pilihan={}", one.key));
            format!("{at}/qr.svg?jumlah={pieces}{kind}")
        }),
        qr_most => too_much.then(|| CEILING.to_string()),
        data => front.ware_json_ld(ware, &visit.origin),
    };
    page(&visit, "toko_produk.html", "", own)
}

/// `GET /toko/{shop}/{product}/{file}`: pictures, and the payment code with an amount.
pub(crate) async fn file(
    State(app): State<App>,
    headers: HeaderMap,
    Path((shop, product, file)): Path<(String, String, String)>,
    Query(order): Query<Order>,
) -> Answer {
    if file == "qr.svg" {
        let front = app.platform().front_with(&shop, &product).await?;
        let ware = front.ware(&product)?;
        let chosen = ware.chosen(&order.pilihan);
        let price = unit_price(ware, chosen.as_ref()).ok_or_else(Broken::missing)?;
        let amount = Rupiah::new(price.amount().saturating_mul(order.pieces()));
        let drawn = front.payment(amount)?;
        return Ok(kept("image/svg+xml", drawn.into_bytes()));
    }
    let found = app.platform().front_picture(&shop, &product, &file).await?;
    let (bytes, sha256) = found;
    let tag = format!("\"{sha256}\"");
    let same = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.contains(&tag));
    if same {
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, tag)]).into_response());
    }
    let mut response = kept("image/jpeg", bytes.to_vec());
    let tag = axum::http::HeaderValue::from_str(&tag).map_err(Broken::internal)?;
    response.headers_mut().insert(ETAG, tag);
    Ok(response)
}

/// `GET /sitemap.xml`
pub(crate) async fn sitemaps(State(app): State<App>, visit: Visit) -> Answer {
    let text = app.platform().sitemaps(&visit.origin).await?;
    Ok(kept("application/xml; charset=utf-8", text.into_bytes()))
}

fn kept(kind: &'static str, bytes: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, KEPT)], bytes).into_response()
}

/// What the head of every page of a shop shows.
fn outline(visit: &Visit, front: &Front) -> Value {
    let mut hours: Vec<Value> = Vec::new();
    for (day, open) in (1..).zip(front.week.0) {
        let time = open.map(|open| {
            format!(
                "{} – {}",
                Open::clock(open.from).replace(':', "."),
                Open::clock(open.until).replace(':', ".")
            )
        });
        hours.push(context! { day => visit.say(&format!("hari-{day}"), &[]), time => time });
    }
    let city = front
        .wares
        .iter()
        .find_map(|ware| ware.facts.shop.city.clone());
    context! {
        slug => front.slug.clone(),
        name => front.name.clone(),
        about => front.about.clone(),
        cloth => front.cloth.key(),
        city => city,
        hours => front.week.0.iter().any(Option::is_some).then_some(hours),
    }
}

/// A link that opens WhatsApp with a message; without a number the reader chooses whom to send it to.
fn chat(front: &Front, text: &str) -> Option<String> {
    let number = front.whatsapp.as_ref()?;
    Some(format!(
        "https://wa.me/{}?text={}",
        number.digits(),
        percent(text, b"")
    ))
}

/// What one piece costs: that of the kind that was chosen.
fn unit_price(ware: &Ware, chosen: Option<&Choice>) -> Option<Rupiah> {
    chosen.map_or(ware.facts.product.price, |one| one.price)
}

fn order_text(
    visit: &Visit,
    front: &Front,
    ware: &Ware,
    chosen: Option<&Choice>,
    pieces: u64,
    total: Option<Rupiah>,
) -> String {
    let mut name: String = ware.facts.product.name.chars().take(120).collect();
    if let Some(one) = chosen {
        name.push_str(&format!(" ({})", one.name));
    }
    let n = pieces.to_string();
    let mut args = vec![
        ("toko", front.name.as_str()),
        ("n", n.as_str()),
        ("barang", name.as_str()),
    ];
    let total = total.map(|total| total.to_string());
    match &total {
        Some(total) => {
            args.push(("uang", total));
            visit.say("toko-pesan-harga", &args)
        }
        None => visit.say("toko-pesan", &args),
    }
}

fn first_picture(visit: &Visit, front: &Front) -> Option<String> {
    front.wares.iter().find_map(|ware| {
        let picture = ware.pictures.first()?;
        let at = front.place(ware, &visit.origin);
        Some(format!("{at}/{}", picture.name))
    })
}
