//! Toko saya: what the own shop shows to everyone.

use axum::extract::State;
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::storefront::{Own, Wish};
use naik_core::id::ProductId;
use naik_core::message::Explain;
use naik_core::phone::WhatsApp;
use naik_core::storefront::{ABOUT_MOST, Cloth, Open, Week};

use super::{Answer, Wrong, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::fault::sentence;
use crate::front::form::Form;
use crate::front::visit::Visit;

/// `GET /toko-saya`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    if visit.signed_in.is_none() {
        let own = context! { shop => () };
        return page_with(&visit, StatusCode::OK, "toko_saya.html", "toko", own);
    }
    let own = app.platform().own_storefront(&visit.who()).await?;
    draw(&visit, &own, None, &[])
}

/// `POST /toko-saya`
pub(crate) async fn save(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let (platform, who) = (app.platform(), visit.who());
    let mut wrong = Vec::new();
    let wish = read(&visit, &form, &mut wrong);
    if wrong.is_empty() {
        let key = form.key(&visit);
        match platform.set_storefront(&who, wish, &key).await {
            Ok(_) => return Ok(onward_with(&visit, "/toko-saya", "ok.kabar-toko")),
            Err(Fault::Refused(refusals)) => wrong.extend(told(&visit, &refusals)),
            Err(other) => return Err(other.into()),
        }
    }
    let own = platform.own_storefront(&who).await?;
    draw(&visit, &own, Some(&form), &wrong)
}

/// `POST /toko-saya/tarik`
pub(crate) async fn withdraw(State(app): State<App>, visit: Visit, _form: Form) -> Answer {
    app.platform().withdraw_storefront(&visit.who()).await?;
    Ok(onward_with(&visit, "/toko-saya", "ok.kabar-toko-tarik"))
}

fn read(visit: &Visit, form: &Form, wrong: &mut Wrong) -> Wish {
    let mut week = Week::default();
    for (place, day) in week.0.iter_mut().zip(1..) {
        let field = |name: &str| format!("{name}-{day}");
        if !form.has(&field("buka")) {
            continue;
        }
        match Open::parse(form.get(&field("dari")), form.get(&field("sampai"))) {
            Ok(open) => *place = Some(open),
            Err(error) => {
                let day = visit.say(&format!("hari-{day}"), &[]);
                let text = sentence(visit, &error.explain());
                wrong.push(("jam".to_owned(), format!("{day}: {text}")));
            }
        }
    }
    let mut shelf: Vec<(i64, ProductId)> = form
        .all("tampil")
        .iter()
        .filter_map(|text| text.parse::<ProductId>().ok())
        .map(|id| {
            let place = form.get(&format!("urut-{id}")).trim().parse();
            (place.unwrap_or(i64::MAX), id)
        })
        .collect();
    shelf.sort_by_key(|(place, _)| *place);
    Wish {
        slug: form.get("alamat").to_owned(),
        open: form.has("buka"),
        about: form.get("tentang").to_owned(),
        whatsapp: form.get("wa").to_owned(),
        qris: form.get("qris").to_owned(),
        cloth: Cloth::parse(form.get("warna")),
        week,
        shelf: shelf.into_iter().map(|(_, id)| id).collect(),
        revision: form.get("revisi").parse().unwrap_or(0),
    }
}

fn draw(visit: &Visit, own: &Own, form: Option<&Form>, wrong: &[(String, String)]) -> Answer {
    let front = own.front.as_ref();
    let kept = |field: &str, stored: Option<String>| -> String {
        form.map_or_else(
            || stored.unwrap_or_default(),
            |form| form.get(field).to_owned(),
        )
    };
    let week: Week = front
        .and_then(|front| serde_json::from_str(&front.hours).ok())
        .unwrap_or_default();
    let days: Vec<Value> = (1..)
        .zip(week.0)
        .map(|(day, open): (u8, Option<Open>)| {
            let told = |name: &str, stored: Option<u16>, otherwise: &str| match form {
                Some(form) => form.get(&format!("{name}-{day}")).to_owned(),
                None => stored.map_or_else(|| otherwise.to_owned(), Open::clock),
            };
            let is_open = match form {
                Some(form) => form.has(&format!("buka-{day}")),
                None => open.is_some(),
            };
            context! {
                n => day,
                name => visit.say(&format!("hari-{day}"), &[]),
                open => is_open,
                from => told("dari", open.map(|o| o.from), "08:00"),
                until => told("sampai", open.map(|o| o.until), "17:00"),
            }
        })
        .collect();
    let cloth = match form {
        Some(form) => Cloth::parse(form.get("warna")),
        None => front.map_or(Cloth::default(), |front| Cloth::parse(&front.color)),
    };
    let cloths: Vec<Value> = Cloth::ALL
        .into_iter()
        .map(|one| {
            context! {
                key => one.key(), label => visit.say(&format!("kain-{}", one.key()), &[]), checked => one == cloth,
            }
        })
        .collect();
    let products: Vec<Value> = (1..)
        .zip(&own.products)
        .map(|(place, (product, is_shown)): (u32, _)| {
            let id = product.id.to_string();
            let shown = match form {
                Some(form) => form.all("tampil").contains(&id),
                // A first storefront shows everything that has a price.
                None => *is_shown || (front.is_none() && product.facts.product.price.is_some()),
            };
            context! {
                name => product.facts.product.name.clone(),
                price => product.facts.product.price.map(|price| price.to_string()),
                kit => product.kit.is_some(),
                place => place,
                shown => shown,
                id => id,
            }
        })
        .collect();
    let number = front
        .and_then(|front| front.whatsapp.clone())
        .or_else(|| {
            let last = own.products.first()?;
            Some(last.0.facts.shop.whatsapp.as_ref()?.digits().to_owned())
        })
        .and_then(|digits| WhatsApp::parse(&digits).ok())
        .map(|number| number.local());
    let error = |field: &str| error_of(wrong, field);
    let slug = front.map(|front| front.slug.clone());
    let suggested = own.suggested.as_ref().map(|slug| slug.as_str().to_owned());
    let is_open = front.is_some_and(|front| front.open);
    let data = context! {
        shop => own.shop.name.clone(),
        origin => visit.origin.split("://").last(),
        address => slug.clone().filter(|_| is_open).map(|slug| format!("{}/toko/{slug}", visit.origin)),
        withdrawn => front.is_some_and(|front| front.withdrawn_at.is_some()),
        exists => front.is_some(),
        revision => front.map_or(0, |front| front.revision),
        form => context! {
            slug => kept("alamat", slug.or(suggested)),
            open => form.map_or(is_open || front.is_none(), |form| form.has("buka")),
            about => kept("tentang", front.map(|front| front.about.clone())),
            whatsapp => kept("wa", number),
            qris => kept("qris", front.and_then(|front| front.qris.clone())),
        },
        about_most => ABOUT_MOST,
        payee => own.payee.clone(),
        days => days,
        cloths => cloths,
        products => products,
        errors => context! {
            slug => error("alamat"), about => error("tentang"), whatsapp => error("wa"), qris => error("qris"),
            hours => error("jam"), shelf => error("rak"),
        },
        wrong => !wrong.is_empty(),
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "toko_saya.html", "toko", data)
}
