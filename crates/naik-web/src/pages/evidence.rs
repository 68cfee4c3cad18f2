//! Kirim bukti: what the own books show already, and a form for every other kind.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use jiff::civil::Date;
use minijinja::{Value, context};
use naik_app::platform::error::Fault;
use naik_app::platform::programme::evidence::{
    BY_HAND, CHANNELS, MARKETS, PERMITS, Picture, Wish, picture,
};
use naik_core::id::EvidenceId;
use naik_core::money::Rupiah;
use naik_core::programme::evidence::Kind;
use naik_core::programme::ladder::State as Met;
use naik_core::programme::level::Ladder;

use super::products::id;
use super::{Answer, Wrong, error_of, onward_with, page, page_with, told};
use crate::app::App;
use crate::fault::{Broken, sentence};
use crate::front::form::Form;
use crate::front::limit::Kind as Limit;
use crate::front::parcel::Parcel;
use crate::front::visit::Visit;
use crate::view::course as shown;
use crate::view::say;

/// Months of the baseline.
const MONTHS: usize = 3;

/// `GET /kelasku/bukti`
pub(crate) async fn choose(State(app): State<App>, visit: Visit) -> Answer {
    visit.must_be_signed_in()?;
    let platform = app.platform();
    let course = platform.own_course(&visit.who()).await?;
    let ready = platform.ready_books(&course).await?;
    let words = app.words(visit.lang);
    // What the next level still lacks comes first.
    let needed: Vec<Kind> = course
        .next_level()
        .and_then(|level| course.report(level))
        .map(|report| {
            let open = report
                .findings
                .iter()
                .filter(|one| one.state == Met::Missing);
            open.filter_map(|one| Ladder::get().rule(&one.rule))
                .flat_map(|rule| rule.tests.iter().flat_map(|test| test.kinds().to_vec()))
                .collect()
        })
        .unwrap_or_default();
    let mut kinds: Vec<Kind> = BY_HAND.to_vec();
    kinds.sort_by_key(|kind| !needed.contains(kind));
    let kinds: Vec<Value> = kinds
        .into_iter()
        .map(|kind| {
            context! {
                slug => shown::slug(kind),
                icon => shown::icon(kind),
                name => shown::kind_name(&visit, kind),
                text => visit.say(&format!("bukti-{}-isi", shown::slug(kind)), &[]),
                needed => needed.contains(&kind),
            }
        })
        .collect();
    let sum = ready.sales.iter().fold(0_u64, |sum, (_, amount)| {
        sum.saturating_add(amount.amount())
    });
    let prices: Vec<String> = ready.prices.iter().map(|(name, _)| name.clone()).collect();
    let own = context! {
        level => course.next_level().map(|level| shown::level_name(&visit, level)),
        sales => context! { n => ready.sales.len(), amount => Rupiah::new(sum).to_string() },
        prices => prices,
        consent => ready.consent.map(|day| say::day(words, day)),
        orders_needed => needed.contains(&Kind::OrderExport),
        kinds => kinds,
    };
    page(&visit, "bukti.html", "kelasku", own)
}

/// `POST /kelasku/bukti`: what the own books show of a kind.
pub(crate) async fn send_books(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let kind = shown::by_slug(form.get("part")).ok_or_else(Broken::missing)?;
    let key = form.key(&visit);
    match app.platform().send_books(&visit.who(), kind, &key).await {
        Ok(_) => Ok(onward_with(&visit, "/kelasku", "ok.kabar-bukti")),
        // Nothing new is no mistake of anyone's.
        Err(Fault::Refused(_)) => Ok(onward_with(
            &visit,
            "/kelasku/bukti",
            "warn.kabar-bukti-tidak-baru",
        )),
        Err(other) => Err(other.into()),
    }
}

/// `GET /kelasku/bukti/{kind}`
pub(crate) async fn form(State(app): State<App>, visit: Visit, Path(kind): Path<String>) -> Answer {
    visit.must_be_signed_in()?;
    let kind = by_hand(&kind)?;
    draw(&app, &visit, kind, &Form::default(), &[]).await
}

fn by_hand(slug: &str) -> Result<Kind, Broken> {
    let kind = shown::by_slug(slug).filter(|kind| BY_HAND.contains(kind));
    kind.ok_or_else(Broken::missing)
}

/// `POST /kelasku/bukti/{kind}`
pub(crate) async fn send(
    State(app): State<App>,
    visit: Visit,
    Path(kind): Path<String>,
    parcel: Parcel,
) -> Answer {
    let kind = by_hand(&kind)?;
    let form = &parcel.form;
    if parcel.file("foto").is_some() {
        visit.count(Limit::Long)?;
    }
    let mut wrong: Wrong = Vec::new();
    let mut wish = Wish {
        subject: subject(kind, form),
        place: form.get("tempat").to_owned(),
        picture: parcel.file("foto"),
        why: form.get("catatan").to_owned(),
        ..Wish::default()
    };
    for (field, day) in [("tanggal", &mut wish.on), ("berlaku", &mut wish.until)] {
        match date(&visit, form, field) {
            Ok(found) => *day = found,
            Err(text) => wrong.push((field.to_owned(), text)),
        }
    }
    match numbers(&visit, kind, form) {
        Ok((units, amount)) => (wish.units, wish.amount) = (units, amount),
        Err(found) => wrong.extend(found),
    }
    if wrong.is_empty() {
        let key = form.key(&visit);
        match app
            .platform()
            .send_evidence(&visit.who(), kind, wish, &key)
            .await
        {
            Ok(_) => return Ok(onward_with(&visit, "/kelasku", "ok.kabar-bukti")),
            Err(Fault::Refused(refusals)) => wrong.extend(told(&visit, &refusals)),
            Err(other) => return Err(other.into()),
        }
    }
    draw(&app, &visit, kind, form, &wrong).await
}

fn subject(kind: Kind, form: &Form) -> String {
    match kind {
        Kind::Permit => form.get("nomor").to_owned(),
        Kind::Post | Kind::ListingLink => form.get("tautan").to_owned(),
        Kind::Baseline => {
            let known = |word: &&String| {
                CHANNELS.contains(&word.as_str()) || MARKETS.contains(&word.as_str())
            };
            let channels: Vec<String> = form.all("kanal").iter().filter(known).cloned().collect();
            channels.join(",")
        }
        _ => String::new(),
    }
}

fn date(visit: &Visit, form: &Form, field: &str) -> Result<Option<Date>, String> {
    match form.get(field).trim() {
        "" => Ok(None),
        text => {
            let wrong = |_| visit.say("jualan-tanggal-salah", &[]);
            text.parse().map(Some).map_err(wrong)
        }
    }
}

/// How many and how much, where the kind asks for it.
fn numbers(visit: &Visit, kind: Kind, form: &Form) -> Result<(u64, Option<Rupiah>), Wrong> {
    let whole = |field: &str| -> Result<u64, Wrong> {
        let text = form.get(field).trim();
        let wrong = |_| vec![(field.to_owned(), visit.say("angka-salah", &[]))];
        if text.is_empty() {
            return Ok(0);
        }
        text.parse::<u32>().map(u64::from).map_err(wrong)
    };
    match kind {
        Kind::Baseline => {
            let mut sums = Vec::new();
            let mut wrong = Vec::new();
            for n in 1..=MONTHS {
                let field = format!("bulan-{n}");
                match super::sales::money(visit, form, &field) {
                    Ok(Some(sum)) => sums.push(sum),
                    Ok(None) => wrong.push((field, visit.say("bukti-bulan-kosong", &[]))),
                    Err(text) => wrong.push((field, text)),
                }
            }
            let workers = whole("jumlah").unwrap_or_else(|found| {
                wrong.extend(found);
                0
            });
            sums.sort_unstable();
            match sums.get(MONTHS / 2) {
                Some(middle) if wrong.is_empty() => Ok((workers, Some(*middle))),
                _ => Err(wrong),
            }
        }
        Kind::Rating => Ok((stars(form.get("jumlah")), None)),
        Kind::RepeatBuyers => Ok((whole("jumlah")?, None)),
        _ => Ok((0, None)),
    }
}

/// Tenths of stars of `4,8`, `4.8` or `5`; 0 where it is none.
fn stars(text: &str) -> u64 {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let tenths = part.chars().next().and_then(|c| c.to_digit(10));
    match (whole.parse::<u8>(), tenths) {
        (Ok(whole), Some(tenths)) => u64::from(whole) * 10 + u64::from(tenths),
        _ => 0,
    }
}

async fn draw(
    app: &App,
    visit: &Visit,
    kind: Kind,
    form: &Form,
    wrong: &[(String, String)],
) -> Answer {
    let platform = app.platform();
    let course = platform.own_course(&visit.who()).await?;
    let slug = shown::slug(kind);
    let option = |words: &[&str], stem: &str| -> Vec<Value> {
        words
            .iter()
            .map(|word| {
                let label = match stem {
                    "izin-jenis" => visit.say(&format!("izin-jenis-{word}"), &[]),
                    _ => shown::place(visit, word),
                };
                let chosen =
                    form.get("tempat") == *word || form.all("kanal").iter().any(|one| one == word);
                context! { value => *word, label => label, checked => chosen }
            })
            .collect()
    };
    let places = match kind {
        Kind::Permit => option(&PERMITS, "izin-jenis"),
        Kind::Post => option(&CHANNELS, ""),
        Kind::Rating => option(&MARKETS, ""),
        _ => Vec::new(),
    };
    let channels = if kind == Kind::Baseline {
        option(&CHANNELS, "")
            .into_iter()
            .chain(option(&MARKETS, ""))
            .collect()
    } else {
        Vec::new()
    };
    let month = |n: i64| {
        say::month(
            app.words(visit.lang),
            naik_core::programme::day::month(course.today, -n),
        )
    };
    let months: Vec<Value> = (1_i64..)
        .take(MONTHS)
        .map(|n| {
            let field = format!("bulan-{n}");
            context! {
                name => field.clone(), label => month(n), value => form.get(&field),
                error => error_of(wrong, &field),
            }
        })
        .collect();
    let error = |field: &str| error_of(wrong, field);
    let own = context! {
        slug => slug.clone(),
        mark => shown::icon(kind),
        name => shown::kind_name(visit, kind),
        text => visit.say(&format!("bukti-{slug}-isi"), &[]),
        picture => match picture(kind) {
            Picture::None => "none",
            Picture::Maybe => "maybe",
            Picture::Must => "must",
        },
        places => places,
        channels => channels,
        months => if kind == Kind::Baseline { months } else { Vec::new() },
        dated => kind != Kind::Baseline,
        lasting => kind == Kind::Permit,
        linked => matches!(kind, Kind::Post | Kind::ListingLink),
        counted => match kind {
            Kind::Baseline => "pekerja",
            Kind::Rating => "bintang",
            Kind::RepeatBuyers => "pembeli",
            _ => "",
        },
        today => course.today.to_string(),
        form => context! {
            number => form.get("nomor"), link => form.get("tautan"), count => form.get("jumlah"),
            day => form.get("tanggal"), until => form.get("berlaku"), note => form.get("catatan"),
        },
        errors => context! {
            whole => error(""), place => error("tempat"), number => error("nomor"), link => error("tautan"),
            count => error("jumlah"), day => error("tanggal"), until => error("berlaku"), picture => error("foto"),
        },
        again => !wrong.is_empty() && picture(kind) != Picture::None,
    };
    let status = if wrong.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page_with(visit, status, "bukti_kirim.html", "kelasku", own)
}

/// `POST /kelasku/bukti-tarik/{evidence}`
pub(crate) async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path(evidence): Path<String>,
    _form: Form,
) -> Answer {
    let evidence = id::<EvidenceId>(&evidence)?;
    match app
        .platform()
        .withdraw_evidence(&visit.who(), evidence)
        .await
    {
        Ok(()) => Ok(onward_with(&visit, "/kelasku", "ok.kabar-bukti-tarik")),
        Err(Fault::Refused(_)) => Ok(onward_with(
            &visit,
            "/kelasku",
            "warn.kabar-bukti-sudah-diperiksa",
        )),
        Err(other) => Err(other.into()),
    }
}

/// `GET /bukti/{evidence}/foto`
pub(crate) async fn photo(
    State(app): State<App>,
    visit: Visit,
    Path(evidence): Path<String>,
) -> Answer {
    let evidence = id::<EvidenceId>(&evidence)?;
    let bytes = app
        .platform()
        .evidence_picture(&visit.who(), evidence)
        .await?;
    Ok((
        [
            (CONTENT_TYPE, "image/jpeg"),
            (CACHE_CONTROL, "private, max-age=3600"),
        ],
        bytes,
    )
        .into_response())
}

/// The first thing that was refused, in words.
pub(crate) fn first_told(visit: &Visit, refusals: &[naik_app::platform::error::Refusal]) -> String {
    let first = refusals.first();
    first.map_or_else(String::new, |one| sentence(visit, &one.message))
}

#[cfg(test)]
mod tests {
    use super::stars;

    #[test]
    fn stars_are_read_as_people_write_them() {
        for (text, expected) in [
            ("4,8", 48),
            ("4.85", 48),
            ("5", 50),
            (" 4 ", 40),
            ("", 0),
            ("lima", 0),
            ("-1", 0),
            ("4,é", 0),
            ("99", 990),
        ] {
            assert_eq!(stars(text), expected, "{text}");
        }
    }
}
