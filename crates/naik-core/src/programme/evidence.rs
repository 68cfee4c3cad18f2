//! What a shop shows for itself: dated, of a kind, and not shown twice.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::day::plus;
use crate::id::{EvidenceId, PersonId, ShopId};
use crate::message::{Explain, Message};
use crate::money::Rupiah;

/// How old the thing shown may be when it is sent, in days; records of sales before the programme reach three months back.
pub const BACKDATED_DAYS: i64 = 120;
/// Bits in which two photos' fingerprints may differ and still show the same photo, of 64.
pub const LOOK_BITS: u32 = 6;

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Where the shop stood: median monthly sales of three months (`amount`), with workers, channels and permits.
    Baseline,
    /// The owner agreed to being accompanied.
    Consent,
    /// A permit; `subject` is its number, `place` its kind.
    Permit,
    /// Cost and price worked out for a product.
    PriceCalculation,
    /// Sales noted for a day; `amount` is their sum.
    SalesRecord,
    /// A clean product photo.
    Photo,
    /// A post; `place` is its channel.
    Post,
    /// A payment or a poster by QRIS.
    Qris,
    /// Answers within a day: a picture or a figure of a chat.
    ReplyTime,
    /// A live listing; `subject` is its address, `place` its marketplace.
    ListingLink,
    /// An order file of a marketplace; `units` counts its real orders, `place` names the marketplace.
    OrderExport,
    /// A rating; `units` is tenths of a star, `place` names the marketplace.
    Rating,
    /// Buyers who came again; `units` counts them.
    RepeatBuyers,
    /// A confirmed tie with a reseller; `subject` is the other shop.
    ResellerTie,
    /// A confirmed tie of supply or joint buying; `subject` is the other shop.
    SupplyTie,
    /// Another shop was taught; `subject` is that shop.
    Mentored,
    /// Books and papers that a bank asks for, or a loan.
    FinanceReady,
    /// Papers that export asks for, or an export.
    ExportReady,
    /// A mentor's visit.
    Visit,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 19] = [
        Self::Baseline,
        Self::Consent,
        Self::Permit,
        Self::PriceCalculation,
        Self::SalesRecord,
        Self::Photo,
        Self::Post,
        Self::Qris,
        Self::ReplyTime,
        Self::ListingLink,
        Self::OrderExport,
        Self::Rating,
        Self::RepeatBuyers,
        Self::ResellerTie,
        Self::SupplyTie,
        Self::Mentored,
        Self::FinanceReady,
        Self::ExportReady,
        Self::Visit,
    ];

    /// The word that is stored and used in message keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Consent => "consent",
            Self::Permit => "permit",
            Self::PriceCalculation => "price_calculation",
            Self::SalesRecord => "sales_record",
            Self::Photo => "photo",
            Self::Post => "post",
            Self::Qris => "qris",
            Self::ReplyTime => "reply_time",
            Self::ListingLink => "listing_link",
            Self::OrderExport => "order_export",
            Self::Rating => "rating",
            Self::RepeatBuyers => "repeat_buyers",
            Self::ResellerTie => "reseller_tie",
            Self::SupplyTie => "supply_tie",
            Self::Mentored => "mentored",
            Self::FinanceReady => "finance_ready",
            Self::ExportReady => "export_ready",
            Self::Visit => "visit",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word)
    }
}

/// By what one recognises that something was shown before.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fingerprint {
    /// SHA-256 of a file, in hexadecimal.
    File(String),
    /// How a photo looks, in 64 bits that a new size or a new compression hardly changes (perceptual hash).
    Look(u64),
    /// A photo by its look, and by the file in which it came: the same file may be sent as something else.
    Photo {
        /// As in `Look`.
        look: u64,
        /// As in `File`.
        file: String,
    },
}

impl Fingerprint {
    /// Whether both are of the same thing, as far as one can see.
    pub fn matches(&self, other: &Self) -> bool {
        let same_file = self.file().is_some() && self.file() == other.file();
        let same_look = match (self.look(), other.look()) {
            (Some(one), Some(two)) => (one ^ two).count_ones() <= LOOK_BITS,
            _ => false,
        };
        same_file || same_look
    }

    /// SHA-256 of the file, where it is known.
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::File(file) | Self::Photo { file, .. } => Some(file),
            Self::Look(_) => None,
        }
    }

    /// How it looks, where it is a photo.
    pub fn look(&self) -> Option<u64> {
        match self {
            Self::Look(look) | Self::Photo { look, .. } => Some(*look),
            Self::File(_) => None,
        }
    }
}

/// A piece of evidence, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// Whose it is.
    pub shop: ShopId,
    /// What it is.
    pub kind: Kind,
    /// The day of what it shows, in the shop's own zone.
    pub on: Date,
    /// Who sent it.
    pub sender: PersonId,
    /// What it is about, where the kind says so.
    #[serde(default)]
    pub subject: String,
    /// Where it is from, where the kind says so.
    #[serde(default)]
    pub place: String,
    /// How many, where the kind says so.
    #[serde(default)]
    pub units: u64,
    /// How much, where the kind says so.
    #[serde(default)]
    pub amount: Option<Rupiah>,
    /// The last day on which it counts, where it has one of its own: a permit's.
    #[serde(default)]
    pub until: Option<Date>,
    /// By what it is recognised.
    #[serde(default)]
    pub fingerprint: Option<Fingerprint>,
}

/// Why evidence is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// It speaks of a day that has not come.
    #[error("the evidence speaks of a day that has not come")]
    Future,
    /// It speaks of a day long past.
    #[error("the evidence speaks of a day more than {BACKDATED_DAYS} days ago")]
    Backdated,
    /// It ended before it was sent.
    #[error("the evidence has expired")]
    Expired,
    /// The shop has shown it before.
    #[error("the shop has shown this before")]
    Twice,
    /// The shop has shown it before, as evidence of something else.
    #[error("the shop has shown this before as something else")]
    OtherKind,
    /// Another shop has shown it.
    #[error("another shop has shown this")]
    OtherShop,
    /// What the kind asks for is missing: an address, a number, a sum.
    #[error("something is missing in the evidence")]
    Incomplete,
}

impl Explain for EvidenceError {
    fn explain(&self) -> Message {
        match self {
            Self::Future => Message::new("evidence-future"),
            Self::Backdated => Message::new("evidence-backdated").with("days", BACKDATED_DAYS),
            Self::Expired => Message::new("evidence-expired"),
            Self::Twice => Message::new("evidence-twice"),
            Self::OtherKind => Message::new("evidence-other-kind"),
            Self::OtherShop => Message::new("evidence-other-shop"),
            Self::Incomplete => Message::new("evidence-incomplete"),
        }
    }
}

impl Evidence {
    /// Evidence that says no more than what it is, whose, and of which day.
    pub fn plain(id: EvidenceId, (shop, sender): (ShopId, PersonId), kind: Kind, on: Date) -> Self {
        Self {
            id,
            shop,
            kind,
            on,
            sender,
            subject: String::new(),
            place: String::new(),
            units: 0,
            amount: None,
            until: None,
            fingerprint: None,
        }
    }

    /// Whether all is there that its kind asks for.
    fn is_complete(&self) -> bool {
        match self.kind {
            Kind::Baseline | Kind::SalesRecord => self.amount.is_some(),
            Kind::Permit | Kind::ListingLink => !self.subject.is_empty() && !self.place.is_empty(),
            Kind::Post => !self.place.is_empty(),
            Kind::OrderExport => {
                self.units > 0 && !self.place.is_empty() && self.fingerprint.is_some()
            }
            Kind::Rating => (1..=50).contains(&self.units) && !self.place.is_empty(),
            Kind::RepeatBuyers => self.units > 0,
            Kind::ResellerTie | Kind::SupplyTie | Kind::Mentored => {
                !self.subject.is_empty() && self.subject != self.shop.to_string()
            }
            Kind::Photo => self.fingerprint.is_some(),
            Kind::Consent
            | Kind::PriceCalculation
            | Kind::Qris
            | Kind::ReplyTime
            | Kind::FinanceReady
            | Kind::ExportReady
            | Kind::Visit => true,
        }
    }
}

/// Whether evidence is taken on a day; `known` is what it might repeat, of all shops.
///
/// Permits and the baseline may be old; what they say holds until it ends.
///
/// # Errors
/// When it is of the future or too old, has expired, lacks something, or was shown before.
pub fn admit(new: &Evidence, known: &[Evidence], today: Date) -> Result<(), EvidenceError> {
    let lasting = matches!(new.kind, Kind::Permit | Kind::Baseline | Kind::Consent);
    if new.on > today {
        return Err(EvidenceError::Future);
    }
    if !lasting && new.on < plus(today, -BACKDATED_DAYS) {
        return Err(EvidenceError::Backdated);
    }
    if new
        .until
        .is_some_and(|until| until < today || until < new.on)
    {
        return Err(EvidenceError::Expired);
    }
    if !new.is_complete() {
        return Err(EvidenceError::Incomplete);
    }
    let same = |old: &&Evidence| old.id != new.id && repeats(new, old);
    let twins: Vec<&Evidence> = known.iter().filter(same).collect();
    match twins.first() {
        None => Ok(()),
        Some(_) if twins.iter().any(|twin| twin.shop != new.shop) => Err(EvidenceError::OtherShop),
        Some(_) if twins.iter().all(|twin| twin.kind != new.kind) => Err(EvidenceError::OtherKind),
        Some(_) => Err(EvidenceError::Twice),
    }
}

/// Whether one shows the same as another: by fingerprint, by the number of a permit, by a listing's or a post's address.
fn repeats(new: &Evidence, old: &Evidence) -> bool {
    let seen = match (&new.fingerprint, &old.fingerprint) {
        (Some(one), Some(two)) => one.matches(two),
        _ => false,
    };
    let named = new.kind == old.kind
        && match new.kind {
            // One may show a permit again when it was renewed; another shop may not show it at all.
            Kind::Permit => {
                new.subject == old.subject && (new.shop != old.shop || new.until == old.until)
            }
            // A listing may be shown again to say that it is still there, but not on the same day, nor by another shop.
            Kind::ListingLink => {
                new.subject == old.subject && (new.shop != old.shop || new.on == old.on)
            }
            // One post is one post, however often its address is told.
            Kind::Post => !new.subject.is_empty() && new.subject == old.subject,
            _ => false,
        };
    seen || named
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::id::Uuid;
    use jiff::civil::date;

    pub(crate) const SHOP: ShopId = ShopId(Uuid::from_u128(1));
    pub(crate) const OWNER: PersonId = PersonId(Uuid::from_u128(2));

    pub(crate) fn evidence(number: u128, kind: Kind, on: Date) -> Evidence {
        Evidence::plain(EvidenceId(Uuid::from_u128(number)), (SHOP, OWNER), kind, on)
    }

    fn photo(number: u128, look: u64) -> Evidence {
        Evidence {
            fingerprint: Some(Fingerprint::Look(look)),
            ..evidence(number, Kind::Photo, date(2026, 3, 1))
        }
    }

    #[test]
    fn evidence_has_its_time() {
        let today = date(2026, 3, 10);
        let visit = |on| evidence(1, Kind::Visit, on);
        for (on, expected) in [
            (today, Ok(())),
            (date(2026, 3, 11), Err(EvidenceError::Future)),
            (date(2025, 11, 10), Ok(())),
            (date(2025, 11, 9), Err(EvidenceError::Backdated)),
        ] {
            assert_eq!(admit(&visit(on), &[], today), expected, "{on}");
        }
        let permit = |until| Evidence {
            subject: "ID35110000123450126".to_owned(),
            place: "halal".to_owned(),
            until,
            ..evidence(1, Kind::Permit, date(2023, 1, 1))
        };
        assert_eq!(admit(&permit(None), &[], today), Ok(()));
        assert_eq!(admit(&permit(Some(today)), &[], today), Ok(()));
        let past = permit(Some(date(2026, 3, 9)));
        assert_eq!(admit(&past, &[], today), Err(EvidenceError::Expired));
    }

    #[test]
    fn evidence_is_complete() {
        let today = date(2026, 3, 10);
        for kind in Kind::ALL {
            let bare = admit(&evidence(1, kind, today), &[], today);
            let full = Evidence {
                subject: "x".to_owned(),
                place: "shopee".to_owned(),
                units: 45,
                amount: Some(Rupiah::new(1)),
                fingerprint: Some(Fingerprint::File("00".to_owned())),
                ..evidence(1, kind, today)
            };
            assert_eq!(admit(&full, &[], today), Ok(()), "{kind:?}");
            let plain = matches!(
                kind,
                Kind::Consent
                    | Kind::PriceCalculation
                    | Kind::Qris
                    | Kind::ReplyTime
                    | Kind::FinanceReady
                    | Kind::ExportReady
                    | Kind::Visit
            );
            let expected = if plain {
                Ok(())
            } else {
                Err(EvidenceError::Incomplete)
            };
            assert_eq!(bare, expected, "{kind:?}");
            assert_eq!(Kind::parse(kind.key()), Some(kind));
        }
        let own = Evidence {
            subject: SHOP.to_string(),
            ..evidence(1, Kind::SupplyTie, today)
        };
        assert_eq!(admit(&own, &[], today), Err(EvidenceError::Incomplete));
    }

    #[test]
    fn nothing_is_shown_twice() {
        let today = date(2026, 3, 10);
        let known = [photo(1, 0xff00)];
        for (look, expected) in [
            (0xff00, Err(EvidenceError::Twice)),
            (0xff3f, Err(EvidenceError::Twice)), // six bits off: saved anew
            (0xff7f, Ok(())),
        ] {
            assert_eq!(admit(&photo(2, look), &known, today), expected, "{look:x}");
        }
        assert_eq!(
            admit(&known[0], &known, today),
            Ok(()),
            "sent again by a retry"
        );
        let sent = |number, kind, fingerprint| Evidence {
            fingerprint: Some(fingerprint),
            ..evidence(number, kind, date(2026, 3, 1))
        };
        let picture = |look| Fingerprint::Photo {
            look,
            file: "cd".to_owned(),
        };
        let as_file = Fingerprint::File("cd".to_owned());
        let photo_first = [sent(1, Kind::Photo, picture(0xff00))];
        let poster_first = [sent(1, Kind::Qris, as_file.clone())];
        for (known, kind, fingerprint, expected) in [
            (
                &photo_first,
                Kind::Qris,
                &as_file,
                Err(EvidenceError::OtherKind),
            ),
            (
                &poster_first,
                Kind::Photo,
                &picture(7),
                Err(EvidenceError::OtherKind),
            ),
            (
                &poster_first,
                Kind::Qris,
                &as_file,
                Err(EvidenceError::Twice),
            ),
            (
                &photo_first,
                Kind::Photo,
                &Fingerprint::Look(0xff3f),
                Err(EvidenceError::Twice),
            ),
            (
                &photo_first,
                Kind::Qris,
                &Fingerprint::File("ef".to_owned()),
                Ok(()),
            ),
        ] {
            let new = sent(2, kind, fingerprint.clone());
            assert_eq!(
                admit(&new, known, today),
                expected,
                "{kind:?} {fingerprint:?}"
            );
        }
        let file = |number, shop: u128| Evidence {
            shop: ShopId(Uuid::from_u128(shop)),
            units: 5,
            place: "shopee".to_owned(),
            fingerprint: Some(Fingerprint::File("ab".to_owned())),
            ..evidence(number, Kind::OrderExport, today)
        };
        let first = [file(1, 1)];
        assert_eq!(admit(&file(2, 1), &first, today), Err(EvidenceError::Twice));
        assert_eq!(
            admit(&file(2, 9), &first, today),
            Err(EvidenceError::OtherShop)
        );
        let both = [file(1, 1), file(3, 9)];
        assert_eq!(
            admit(&file(2, 1), &both, today),
            Err(EvidenceError::OtherShop)
        );
        let link = |number, shop: u128, on| Evidence {
            shop: ShopId(Uuid::from_u128(shop)),
            subject: "https://shopee.co.id/x".to_owned(),
            place: "shopee".to_owned(),
            ..evidence(number, Kind::ListingLink, on)
        };
        let first = [link(1, 1, date(2026, 2, 1))];
        assert_eq!(admit(&link(2, 1, today), &first, today), Ok(()));
        assert_eq!(
            admit(&link(2, 9, today), &first, today),
            Err(EvidenceError::OtherShop)
        );
    }
}
