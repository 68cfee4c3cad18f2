//! A certificate: for a level that two people stand for, or for a programme gone through to its end.

use jiff::civil::Date;
use naik_core::lang::Lang;
use naik_core::message::Message;
use serde_json::json;

use super::catalogue::without_scheme;
use super::printable::printable;
use super::world::Desk;
use super::{Paper, Say, label, qr};
use crate::error::PressError;

/// What it is given for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Award {
    /// A level: `Kelas 3: Usaha digital`.
    Level(String),
    /// A programme, and its weeks.
    Programme {
        /// Its name.
        name: String,
        /// How many weeks it took.
        weeks: u32,
    },
}

/// Who stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signer {
    /// Their name.
    pub name: String,
    /// The day, in words.
    pub day: String,
}

/// What a certificate says.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Who gives it: the organisation behind the programme.
    pub giver: String,
    /// The shop's name.
    pub shop: String,
    /// Its city.
    pub city: Option<String>,
    /// What for.
    pub award: Award,
    /// Who checked the evidence.
    pub checked: Option<Signer>,
    /// Who confirmed it; another person.
    pub confirmed: Option<Signer>,
    /// Its number, which anyone may check.
    pub number: String,
    /// The page on which anyone checks it.
    pub link: String,
    /// The day of issue.
    pub made: Date,
    /// The same in words.
    pub made_said: String,
    /// The last day on which it holds, in words; a programme that was completed stays so.
    pub until: Option<String>,
    /// The language of the words around it.
    pub lang: Lang,
}

/// The certificate: one A4 page across.
///
/// # Errors
/// When the link does not fit into a code; else only by a mistake of ours.
pub fn certificate(given: &Certificate, say: &Say<'_>) -> Result<Paper, PressError> {
    let shop = printable(&given.shop, 90).unwrap_or_else(|| label(say, "paper-shop"));
    let giver = printable(&given.giver, 90).unwrap_or_default();
    let heading = label(say, "paper-certificate");
    let (sentence, level) = match &given.award {
        Award::Level(name) => (
            label(say, "paper-level-met"),
            printable(name, 60).unwrap_or_default(),
        ),
        Award::Programme { name, weeks } => (
            say(&Message::new("paper-programme-done").with("weeks", weeks)),
            printable(name, 70).unwrap_or_default(),
        ),
    };
    let people: Vec<_> = [
        ("paper-checked-by", &given.checked),
        ("paper-confirmed-by", &given.confirmed),
    ]
    .into_iter()
    .filter_map(|(role, signer)| {
        let signer = signer.as_ref()?;
        Some(json!({ "role": label(say, role), "name": printable(&signer.name, 50)?, "day": signer.day }))
    })
    .collect();
    let issued = say(&Message::new("paper-issued").with("day", &given.made_said));
    let valid = match &given.until {
        Some(day) => say(&Message::new("paper-until").with("day", day)),
        None => issued.clone(),
    };
    let data = json!({
        "title": format!("{heading} {} {shop}", given.number),
        "author": giver,
        "lang": given.lang.code(),
        "giver": giver,
        "heading": heading,
        "shop": shop,
        "place": given.city.as_deref().and_then(|city| printable(city, 60)),
        "sentence": sentence,
        "level": level,
        "people": people,
        "number": given.number,
        "issued": given.until.as_ref().map(|_| issued),
        "valid": valid,
        "address": given.link,
        "address-shown": without_scheme(&given.link),
        "words": {
            "given": label(say, "paper-given"),
            "number": label(say, "paper-number"),
            "check": label(say, "paper-check"),
        },
    });
    let mut desk = Desk::new("/certificate.typ", &data)?;
    desk.lay("/qr.svg".to_owned(), qr::svg(&given.link)?);
    desk.set(format!("{heading} {}", given.number), given.made)
}
