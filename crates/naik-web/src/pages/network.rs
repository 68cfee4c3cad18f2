//! Jejaring: shops around the own one, what they could do for each other, and what came of it.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::network::{Known, Network, Tell};
use naik_core::category::Category;
use naik_core::encode::percent;
use naik_core::id::ShopId;
use naik_core::message::Message;
use naik_core::programme::network::{goods, usual_goods};
use naik_core::programme::place::Point;
use naik_core::programme::tie::{Deed, Kind, State as Stand};

use super::monday::distance;
use super::products::id;
use super::{Answer, Wrong, error_of, onward_with, page_with, told};
use crate::app::App;
use crate::front::form::Form;
use crate::front::visit::Visit;
use crate::view::neighbours::{Dot, Node, map, web};
use crate::view::say;

/// Metres of one degree of latitude, on the mean sphere.
const DEGREE: f64 = 111_195.0;

/// `GET /jejaring`
pub(crate) async fn show(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    draw(&app, &visit, None, &[]).await
}

/// `POST /jejaring`: what the own shop tells its neighbours.
pub(crate) async fn tell(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let mut wrong = Vec::new();
    let at = point(&visit, &form, &mut wrong);
    if wrong.is_empty() {
        let wish = Tell {
            at,
            makes: typed_goods(&visit, &form, "buat"),
            needs: typed_goods(&visit, &form, "butuh"),
            resells: form.has("jualkan"),
            delivers: form.has("antar"),
            wants_courier: form.has("cari-kurir"),
            revision: form.get("revisi").parse().unwrap_or(0),
        };
        match app.platform().tell_neighbours(&visit.who(), wish).await {
            Ok(()) => return Ok(onward_with(&visit, "/jejaring", "ok.kabar-jejaring")),
            Err(Fault::Refused(refusals)) => wrong.extend(told(&visit, &refusals)),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&app, &visit, Some(&form), &wrong).await
}

/// `POST /jejaring/ajak`
pub(crate) async fn offer(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let kind = Kind::parse(form.get("untuk")).ok_or(Fault::Missing)?;
    let to = id::<ShopId>(form.get("usaha"))?;
    let key = form.key(&visit);
    let offered = app.platform().offer_tie(&visit.who(), kind, to, &key).await;
    match offered {
        Ok(_) => Ok(onward_with(&visit, "/jejaring", "ok.kabar-ajak")),
        Err(Fault::Refused(refusals)) => draw(&app, &visit, None, &told(&visit, &refusals)).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /jejaring/{tie}`: yes, no, it has happened, no longer.
pub(crate) async fn answer(
    State(app): State<App>,
    visit: Visit,
    Path(tie): Path<String>,
    form: Form,
) -> Answer {
    let (deed, line) = match form.get("jawab") {
        "terima" => (Deed::Accept, "ok.kabar-ajakan-terima"),
        "tolak" => (Deed::Decline, "ok.kabar-ajakan-tolak"),
        "terjadi" => (Deed::Confirm, "ok.kabar-ikatan-terjadi"),
        "akhiri" => (Deed::End, "ok.kabar-ikatan-akhir"),
        _ => return Err(Fault::Missing.into()),
    };
    // The buttons of one tie share its form's key.
    let key = format!("{} {}", form.key(&visit), form.get("jawab"));
    let answered = app
        .platform()
        .answer_tie(&visit.who(), id(&tie)?, deed, &key)
        .await;
    match answered {
        Ok(Stand::Confirmed) => Ok(onward_with(&visit, "/jejaring", "ok.kabar-ikatan-sah")),
        Ok(_) => Ok(onward_with(&visit, "/jejaring", line)),
        Err(Fault::Refused(refusals)) => draw(&app, &visit, None, &told(&visit, &refusals)).await,
        Err(other) => Err(other.into()),
    }
}

/// The point that was typed or found by the phone: `-7.98`, `-7,98`; none where both are empty.
fn point(visit: &Visit, form: &Form, wrong: &mut Wrong) -> Option<Point> {
    let (north, east) = (form.get("lintang").trim(), form.get("bujur").trim());
    if north.is_empty() && east.is_empty() {
        return None;
    }
    let read = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    let found = read(north)
        .zip(read(east))
        .and_then(|(north, east)| Point::new(north, east));
    if found.is_none() {
        let text = visit.say("jejaring-titik-salah", &[]);
        wrong.push(("titik".to_owned(), text));
    }
    found
}

/// Goods that were ticked, and those that were typed; what is called like one of ours is that one.
fn typed_goods(visit: &Visit, form: &Form, field: &str) -> Vec<String> {
    let named: BTreeMap<String, &str> = goods()
        .into_iter()
        .map(|key| (visit.say(&format!("goods-{key}"), &[]).to_lowercase(), key))
        .collect();
    let typed = form.get(&format!("{field}-lain")).split([',', '\n']);
    let typed = typed.map(|word| {
        let word = word.trim().to_lowercase();
        named.get(&word).map_or(word, |key| (*key).to_owned())
    });
    form.all(field).iter().cloned().chain(typed).collect()
}

/// Goods in the reader's words; own words stay as they are.
fn goods_said(visit: &Visit, word: &str) -> String {
    if goods().contains(word) {
        visit.say(&format!("goods-{word}"), &[])
    } else {
        word.to_owned()
    }
}

async fn draw(app: &App, visit: &Visit, form: Option<&Form>, wrong: &[(String, String)]) -> Answer {
    let net = app.platform().network(&visit.who()).await?;
    let near = near(&net);
    let number = |shop: ShopId| {
        near.iter()
            .position(|one| one.shop == shop)
            .map(|at| at + 1)
    };
    let words = app.words(visit.lang);
    let suggested: Vec<Value> = Kind::ALL
        .into_iter()
        .filter_map(|kind| {
            let rows: Vec<Value> = net
                .suggested
                .iter()
                .filter(|one| one.found.kind == kind)
                .map(|one| {
                    context! {
                        shop => one.found.shop.to_string(), name => one.name.clone(),
                        number => number(one.found.shop), category => category(visit, one.category),
                        far => one.found.metres.map(|metres| distance(visit, metres)),
                        why => reason(visit, &one.found.reason),
                    }
                })
                .collect();
            let word = kebab(kind.key());
            (!rows.is_empty()).then(|| context! { kind => kind.key(), word => word, rows => rows })
        })
        .collect();
    let tie = |known: &Known| {
        let name = known.name.clone();
        let message = visit.say(
            &format!("jejaring-pesan-{}", kebab(known.tie.kind.key())),
            &[("dari", &net.shop.name), ("ke", &name)],
        );
        context! {
            id => known.tie.id.to_string(), word => kebab(known.tie.kind.key()), name => name, mine => known.is_mine,
            number => number(known.other), state => known.tie.state.key(), confirm => known.may_confirm,
            day => say::day(words, known.tie.since),
            whatsapp => known.whatsapp.as_ref().map(|number| link(number, &message)),
        }
    };
    let pick = |which: &dyn Fn(&Known) -> bool| -> Vec<Value> {
        net.ties.iter().filter(|one| which(one)).map(tie).collect()
    };
    let offered = |known: &Known| known.tie.state == Stand::Offered;
    let standing: Vec<&Known> = net.ties.iter().filter(|one| !offered(one)).collect();
    let nodes: Vec<Node> = tied(&standing)
        .into_iter()
        .map(|(known, firm)| Node {
            number: number(known.other).unwrap_or(0),
            name: known.name.clone(),
            firm,
        })
        .collect();
    let own = context! {
        shop => net.shop.name.clone(),
        seen => net.is_seen,
        placed => net.told.profile.at.is_some(),
        around => net.around,
        suggested => suggested,
        received => pick(&|one| offered(one) && !one.is_mine),
        sent => pick(&|one| offered(one) && one.is_mine),
        ties => pick(&|one| !offered(one)),
        web => (!nodes.is_empty()).then(|| {
            web(&visit.say("jejaring-gambar", &[("usaha", &net.shop.name)]), &net.shop.name, &nodes)
        }),
        map => draw_map(visit, &net, &near),
        near => near.iter().zip(1..).map(|(one, number)| context! {
            number => number, name => one.name.clone(), tied => one.tied,
            far => one.metres.map(|metres| distance(visit, metres)),
            side => one.side.map(|side| visit.say(&format!("arah-{side}"), &[])),
        }).collect::<Vec<_>>(),
        form => told_form(visit, &net, form),
        errors => context! {
            whole => error_of(wrong, ""), at => error_of(wrong, "titik"), makes => error_of(wrong, "buat"),
            needs => error_of(wrong, "butuh"),
        },
        wrong => !wrong.is_empty(),
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "jejaring.html", "jejaring", own)
}

/// Each tied shop once; whether one of its ties is confirmed.
fn tied<'a>(ties: &[&'a Known]) -> Vec<(&'a Known, bool)> {
    let mut found: Vec<(&Known, bool)> = Vec::new();
    for known in ties {
        let firm = known.tie.state == Stand::Confirmed;
        match found.iter_mut().find(|(one, _)| one.other == known.other) {
            Some((_, any)) => *any |= firm,
            None => found.push((known, firm)),
        }
    }
    found
}

/// A shop that has a number on the page: one that is suggested, or that one is tied to.
struct Neighbour {
    shop: ShopId,
    name: String,
    at: Option<Point>,
    metres: Option<u32>,
    side: Option<usize>,
    tied: bool,
}

/// The shops of the page, the nearest first; those without a place last.
fn near(net: &Network) -> Vec<Neighbour> {
    let mut found: Vec<Neighbour> = Vec::new();
    let here = net.told.profile.at;
    let mut add = |shop: ShopId, name: &str, at: Option<Point>, tied: bool| {
        if let Some(one) = found.iter_mut().find(|one| one.shop == shop) {
            one.tied |= tied;
            return;
        }
        let both = here.zip(at);
        found.push(Neighbour {
            shop,
            name: name.to_owned(),
            at,
            metres: both.map(|(here, at)| here.metres(at)),
            side: both.map(|(here, at)| side(here, at)),
            tied,
        });
    };
    for known in &net.ties {
        add(
            known.other,
            &known.name,
            known.at,
            known.tie.state != Stand::Offered,
        );
    }
    for one in &net.suggested {
        add(one.found.shop, &one.name, one.at, false);
    }
    found.sort_by_key(|one| (one.metres.unwrap_or(u32::MAX), one.shop));
    found
}

/// Metres to the east and to the north.
fn away(here: Point, at: Point) -> (f64, f64) {
    let east = (at.longitude - here.longitude) * DEGREE * here.latitude.to_radians().cos();
    (east, (at.latitude - here.latitude) * DEGREE)
}

/// In which of eight directions, from north round by east: 0 to 7.
fn side(here: Point, at: Point) -> usize {
    let (east, north) = away(here, at);
    let eighths = east.atan2(north).to_degrees() / 45.0;
    // Between -4 and 4, so that it fits.
    (eighths.round() as i32).rem_euclid(8) as usize
}

fn draw_map(visit: &Visit, net: &Network, near: &[Neighbour]) -> Option<String> {
    let here = net.told.profile.at?;
    let dots: Vec<Dot> = near
        .iter()
        .zip(1..)
        .filter_map(|(one, number)| {
            Some(Dot {
                number,
                at: away(here, one.at?),
                tied: one.tied,
            })
        })
        .collect();
    let title = visit.say("jejaring-peta", &[("n", &dots.len().to_string())]);
    (!dots.is_empty()).then(|| map(&title, &dots))
}

/// The form as it was typed, or as it is kept.
fn told_form(visit: &Visit, net: &Network, form: Option<&Form>) -> Value {
    let profile = &net.told.profile;
    let degrees = |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:.6}"));
    let (usual_makes, usual_needs) = usual_goods(profile.category);
    let chips = |field: &str, kept: &[String], usual: &[String]| -> Vec<Value> {
        let typed = form.map(|form| form.all(field));
        // What nobody told is what such shops usually make and need: a proposal to look over.
        let kept = if kept.is_empty() { usual } else { kept };
        let ticked = typed.unwrap_or(kept);
        let mut all: Vec<&str> = goods().into_iter().collect();
        all.sort_by_key(|key| !ticked.iter().any(|one| one == key));
        all.into_iter()
            .map(|key| {
                context! {
                    key => key, label => goods_said(visit, key), checked => ticked.iter().any(|one| one == key),
                }
            })
            .collect()
    };
    let own_words = |field: &str, kept: &[String]| match form {
        Some(form) => form.get(&format!("{field}-lain")).to_owned(),
        None => {
            let known = goods();
            let own = kept.iter().filter(|word| !known.contains(word.as_str()));
            own.cloned().collect::<Vec<_>>().join(", ")
        }
    };
    let ticked = |field: &str, kept: bool| form.map_or(kept, |form| form.has(field));
    let text = |field: &str, kept: String| match form {
        Some(form) => form.get(field).to_owned(),
        None => kept,
    };
    context! {
        category => category(visit, profile.category),
        makes => chips("buat", &profile.makes, usual_makes),
        needs => chips("butuh", &profile.needs, usual_needs),
        makes_own => own_words("buat", &profile.makes),
        needs_own => own_words("butuh", &profile.needs),
        resells => ticked("jualkan", profile.resells),
        delivers => ticked("antar", profile.delivers),
        wants_courier => ticked("cari-kurir", profile.wants_courier),
        latitude => text("lintang", degrees(profile.at.map(|at| at.latitude))),
        longitude => text("bujur", degrees(profile.at.map(|at| at.longitude))),
        revision => net.told.revision,
        told => net.told.revision > 0,
    }
}

/// Why a shop is suggested, with goods in the reader's words.
fn reason(visit: &Visit, message: &Message) -> String {
    let args: Vec<(&str, String)> = message
        .args
        .iter()
        .map(|(name, value)| {
            let value = if name == "goods" {
                goods_said(visit, value)
            } else {
                value.clone()
            };
            (name.as_str(), value)
        })
        .collect();
    let args: Vec<(&str, &str)> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
    visit.say(&message.key, &args)
}

fn category(visit: &Visit, category: Category) -> String {
    visit.say(&format!("category-{}", category.key()), &[])
}

/// A chat with a prepared message.
fn link(number: &str, message: &str) -> String {
    format!("https://wa.me/{number}?text={}", percent(message, b""))
}

fn kebab(word: &str) -> String {
    word.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_lie_where_the_compass_says() {
        let here = Point::new(-7.98, 112.63).unwrap();
        for (north, east, expected) in [
            (0.01, 0.0, 0),
            (0.01, 0.01, 1),
            (0.0, 0.01, 2),
            (-0.01, 0.01, 3),
            (-0.01, 0.0, 4),
            (0.0, -0.01, 6),
            (0.01, -0.01, 7),
            (0.0, 0.0, 0),
        ] {
            let at = Point::new(here.latitude + north, here.longitude + east).unwrap();
            assert_eq!(side(here, at), expected, "{north} {east}");
        }
    }
}
