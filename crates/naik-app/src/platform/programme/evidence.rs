//! Sending evidence, and taking it back while it waits.

use bytes::Bytes;
use jiff::civil::Date;
use naik_core::access::{Action, Who};
use naik_core::id::{EventId, EvidenceId, PersonId, ShopId};
use naik_core::message::{Explain, Message};
use naik_core::money::Rupiah;
use naik_core::permit::{Permit, PermitError};
use naik_core::programme::evidence::{Evidence, EvidenceError, Fingerprint, Kind, admit};
use naik_core::programme::history::{Event, Verdict, What};
use naik_core::programme::renewal::ends_by_number;
use naik_photo::decode::{self, DecodeOptions};
use naik_photo::{encode, likeness};
use naik_store::blob::digest;
use naik_store::repo::evidence::{self, Kept};
use naik_store::repo::{history, shop};
use naik_store::{On, StoreError};

use super::size::permit;
use super::standing::Course;
use crate::platform::Platform;
use crate::platform::error::Fault;
use crate::platform::reach::actor;

/// The longer side of a picture that is kept as evidence, in pixels.
const SIDE: u32 = 1600;
/// Quality of its JPEG.
const QUALITY: u8 = 85;
/// The longest address, in characters.
const ADDRESS_MOST: usize = 300;
/// The longest reason, in characters.
pub const WHY_MOST: usize = 500;
/// Channels in which one posts: words of a post's `place`.
pub const CHANNELS: [&str; 6] = [
    "instagram",
    "tiktok",
    "facebook",
    "whatsapp",
    "google",
    "other",
];
/// Marketplaces, as sales name them.
pub const MARKETS: [&str; 3] = ["shopee", "tiktok-tokopedia", "lazada"];
/// Words of a permit's `place`.
pub const PERMITS: [&str; 4] = ["nib", "pirt", "halal", "bpom"];
/// Hosts of marketplaces, their short ones included.
const HOSTS: [(&str, &str); 8] = [
    ("shopee.co.id", "shopee"),
    ("shp.ee", "shopee"),
    ("shope.ee", "shopee"),
    ("tokopedia.com", "tiktok-tokopedia"),
    ("tokopedia.link", "tiktok-tokopedia"),
    ("tiktok.com", "tiktok-tokopedia"),
    ("lazada.co.id", "lazada"),
    ("lzd.co", "lazada"),
];

/// Whether a picture goes with evidence of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// No.
    None,
    /// It may.
    Maybe,
    /// Without it nothing is shown.
    Must,
}

/// Kinds that an owner fills in a form for, in the order of the levels. The others come from the shop's own books, from
/// order files, from ties and from visits.
pub const BY_HAND: [Kind; 11] = [
    Kind::Baseline,
    Kind::Permit,
    Kind::Photo,
    Kind::Post,
    Kind::Qris,
    Kind::ReplyTime,
    Kind::ListingLink,
    Kind::Rating,
    Kind::RepeatBuyers,
    Kind::FinanceReady,
    Kind::ExportReady,
];

/// Whether a picture goes with a kind.
pub fn picture(kind: Kind) -> Picture {
    match kind {
        Kind::Photo
        | Kind::Qris
        | Kind::ReplyTime
        | Kind::Rating
        | Kind::RepeatBuyers
        | Kind::FinanceReady
        | Kind::ExportReady => Picture::Must,
        Kind::Post | Kind::Permit => Picture::Maybe,
        _ => Picture::None,
    }
}

/// What is to be shown, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The day of it; today when it is not told.
    pub on: Option<Date>,
    /// A number or an address.
    pub subject: String,
    /// Where it is from: a channel, a marketplace, a kind of permit.
    pub place: String,
    /// How many; tenths of stars for a rating, workers for a baseline.
    pub units: u64,
    /// How much.
    pub amount: Option<Rupiah>,
    /// Its own last day.
    pub until: Option<Date>,
    /// A picture.
    pub picture: Option<Bytes>,
    /// What the owner says about it.
    pub why: String,
}

impl Platform {
    /// Sends evidence of one's own shop. The same key sends it once, however often it comes.
    ///
    /// # Errors
    /// `Refused` field by field: of the future, too old, shown before by this shop or another, incomplete; `Forbidden` for
    /// people without a shop; `Missing` for kinds that nobody fills in.
    pub async fn send_evidence(
        &self,
        who: &Who,
        kind: Kind,
        wish: Wish,
        key: &str,
    ) -> Result<EvidenceId, Fault> {
        if !BY_HAND.contains(&kind) {
            return Err(Fault::Missing);
        }
        let shop = self.own_shop(who, Action::SendEvidence).await?;
        let wish = tidy(kind, wish)?;
        let (file, fingerprint) = match &wish.picture {
            Some(bytes) => {
                let (file, fingerprint) = self.take_picture(kind, bytes.clone()).await?;
                (Some(file), Some(fingerprint))
            }
            None if picture(kind) == Picture::Must => {
                let why = Message::new("proofs-no-picture");
                return Err(Fault::field("foto", why));
            }
            None => (None, None),
        };
        let id = EvidenceId(self.outside.id());
        let change = self.store.begin().await?;
        let request = format!("send-evidence {}", kind.key());
        // Asked first: the second sending of one form would be shown twice otherwise.
        let kept = self
            .receipt(&change, &actor(who), key, &request, &id.to_string())
            .await?;
        if let Some(earlier) = kept {
            change.rollback().await.map_err(StoreError::from)?;
            let damaged = |_| Fault::Internal("a receipt that names no evidence".to_owned());
            return earlier.parse().map_err(damaged);
        }
        let course = self.course_now(&change, shop).await?;
        if kind == Kind::Baseline {
            one_baseline(&course)?;
        }
        let new = Evidence {
            id,
            shop,
            kind,
            on: wish.on.unwrap_or(course.today),
            sender: sender(who)?,
            subject: wish.subject,
            place: wish.place,
            units: wish.units,
            amount: wish.amount,
            until: wish.until,
            fingerprint,
        };
        self.admit_evidence(&change, &course, &new).await?;
        self.add_evidence(&change, course.today, new, file, &wish.why)
            .await?;
        let subject = format!("shop:{shop}");
        self.note(&change, who, "send-evidence", &subject, "done")
            .await?;
        change.commit().await.map_err(StoreError::from)?;
        Ok(id)
    }

    /// Whether evidence may be shown; what the shop itself took back may be shown again.
    pub(super) async fn admit_evidence(
        &self,
        db: &impl On,
        course: &Course,
        new: &Evidence,
    ) -> Result<(), Fault> {
        let mut known = evidence::alike(db, new).await?;
        known.retain(|old| old.shop != new.shop || course.standing.verdicts.contains_key(&old.id));
        admit(new, &known, course.today).map_err(|error| refused(new.kind, error))
    }

    /// Writes evidence down with the event of its sending, on a day of the shop's own zone.
    pub(super) async fn add_evidence(
        &self,
        db: &impl On,
        today: Date,
        new: Evidence,
        file: Option<String>,
        why: &str,
    ) -> Result<(), Fault> {
        let now = self.now();
        let kept = Kept {
            evidence: new.clone(),
            file,
            created_at: now,
        };
        evidence::add(db, &kept).await?;
        let event = Event {
            id: EventId(self.outside.id()),
            day: today,
            by: new.sender,
            why: why.trim().chars().take(WHY_MOST).collect(),
            what: What::Sent(new.clone()),
        };
        history::add(db, new.shop, &event, now).await?;
        Ok(())
    }

    /// Takes evidence back that waits for its check; its picture goes.
    ///
    /// # Errors
    /// `Missing` when it is not of the own shop, `Refused` when it waits no more.
    pub async fn withdraw_evidence(&self, who: &Who, id: EvidenceId) -> Result<(), Fault> {
        let shop = self.own_shop(who, Action::SendEvidence).await?;
        let change = self.store.begin().await?;
        let course = self.course_now(&change, shop).await?;
        let kept = course.evidence(id).ok_or(Fault::Missing)?;
        if course.standing.verdicts.get(&id) != Some(&Verdict::Waiting) {
            return Err(Fault::field("", Message::new("proofs-judged")));
        }
        let file = kept.file.clone();
        self.take_back(&change, &course, id, sender(who)?, "")
            .await?;
        self.note(
            &change,
            who,
            "withdraw-evidence",
            &format!("shop:{shop}"),
            "done",
        )
        .await?;
        change.commit().await.map_err(StoreError::from)?;
        self.drop_files(file.into_iter().collect()).await?;
        Ok(())
    }

    /// Writes down that evidence was taken back, and forgets its file.
    pub(super) async fn take_back(
        &self,
        db: &impl On,
        course: &Course,
        id: EvidenceId,
        by: PersonId,
        why: &str,
    ) -> Result<(), Fault> {
        let event = Event {
            id: EventId(self.outside.id()),
            day: course.today,
            by,
            why: why.to_owned(),
            what: What::Withdrawn(id),
        };
        history::add(db, course.id(), &event, self.now()).await?;
        evidence::forget_file(db, id).await?;
        Ok(())
    }

    /// Keeps a picture without what its file said beside the pixels, and says by what it is recognised: a photo by its look
    /// and its bytes, a screenshot or a poster by its bytes alone, since these look alike whatever they say.
    pub(super) async fn take_picture(
        &self,
        kind: Kind,
        bytes: Bytes,
    ) -> Result<(String, Fingerprint), Fault> {
        let _turn = self.heavy_turn().await?;
        let sent = digest(&bytes);
        let read = tokio::task::spawn_blocking(move || {
            let photo = decode::decode(&bytes, &DecodeOptions::at_most(SIDE))
                .map_err(|error| Fault::field("foto", error.explain()))?;
            let look = likeness::look(&photo.pixels);
            let jpeg = encode::jpeg(&photo.pixels, QUALITY)
                .map_err(|error| Fault::Internal(error.to_string()))?;
            Ok::<_, Fault>((jpeg, look))
        });
        let broke = |_| Fault::Internal("reading a picture broke off".to_owned());
        let (jpeg, look) = read.await.map_err(broke)??;
        let file = self.store.blobs().put(jpeg.into(), self.now()).await?;
        let fingerprint = if kind == Kind::Photo {
            Fingerprint::Photo { look, file: sent }
        } else {
            Fingerprint::File(sent)
        };
        Ok((file, fingerprint))
    }

    /// Where a shop stands at this moment of a change; whoever asks was asked before.
    pub(super) async fn course_now(&self, db: &impl On, id: ShopId) -> Result<Course, Fault> {
        self.read_course(db, shop::get(db, id).await?).await
    }
}

/// Who sends.
pub(super) fn sender(who: &Who) -> Result<PersonId, Fault> {
    match who {
        Who::Person(member) => Ok(member.id),
        Who::Guest(_) => Err(Fault::Forbidden),
    }
}

/// What was typed, as it is kept: numbers and addresses in their standard form.
fn tidy(kind: Kind, mut wish: Wish) -> Result<Wish, Fault> {
    wish.subject = wish.subject.trim().to_owned();
    let unknown = || Fault::field("tempat", Message::new("proofs-no-place"));
    match kind {
        Kind::Permit => {
            let unknown = || Fault::field("tempat", Message::new("proofs-no-permit-kind"));
            let what = permit(&wish.place).ok_or_else(unknown)?;
            let read = Permit::parse(what, &wish.subject)
                .map_err(|error| Fault::field("nomor", not_read(&wish, &error)))?;
            wish.until = wish.until.or_else(|| ends_by_number(&read));
            wish.subject = read.number;
        }
        Kind::ListingLink => {
            let (address, market) = address(&wish.subject)?;
            wish.place = market
                .or_else(|| known(&MARKETS, &wish.place))
                .unwrap_or_else(|| "other".to_owned());
            wish.subject = address;
        }
        Kind::Post => {
            wish.place = known(&CHANNELS, &wish.place).ok_or_else(unknown)?;
            if !wish.subject.is_empty() {
                wish.subject = address(&wish.subject)?.0;
            } else if wish.picture.is_none() {
                return Err(Fault::field("tautan", Message::new("proofs-no-post")));
            }
        }
        Kind::Rating => {
            wish.place = known(&MARKETS, &wish.place).ok_or_else(unknown)?;
            if !(1..=50).contains(&wish.units) {
                return Err(Fault::field("jumlah", Message::new("proofs-no-stars")));
            }
        }
        Kind::RepeatBuyers if wish.units == 0 || wish.units > 100_000 => {
            return Err(Fault::field("jumlah", Message::new("proofs-no-buyers")));
        }
        _ => {}
    }
    Ok(wish)
}

/// Why a permit's number is not taken; what a kit leaves out for it is not said here.
fn not_read(wish: &Wish, error: &PermitError) -> Message {
    if wish.subject.is_empty() {
        return Message::new("proofs-no-number");
    }
    Message::new(&format!("proofs-permit-{}", wish.place)).with("text", &error.text)
}

fn known(words: &[&str], word: &str) -> Option<String> {
    words.contains(&word).then(|| word.to_owned())
}

/// An address without what follows `?` and `#`, which differs each time it is shared; and the marketplace that it is of.
/// A marketplace's may come without its scheme, as its app shares it; all others need theirs.
fn address(text: &str) -> Result<(String, Option<String>), Fault> {
    let wrong = || Fault::field("tautan", Message::new("proofs-no-address"));
    let scheme = ["https://", "http://"].into_iter().find(|scheme| {
        let start = text.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let rest = text.get(scheme.map_or(0, str::len)..).unwrap_or_default();
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = rest.trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let good = host.contains('.')
        && host.chars().all(plain)
        && !path.is_empty()
        && path
            .chars()
            .all(|c| c.is_ascii_graphic() && !"\"'<>\\`".contains(c))
        && text.len() <= ADDRESS_MOST;
    if !good {
        return Err(wrong());
    }
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let of = |name: &&(&str, &str)| {
        host == name.0
            || host
                .strip_suffix(name.0)
                .is_some_and(|start| start.ends_with('.'))
    };
    let market = HOSTS
        .iter()
        .find(of)
        .map(|(_, market)| (*market).to_owned());
    if scheme.is_none() && market.is_none() {
        return Err(wrong());
    }
    Ok((format!("https://{host}/{path}"), market))
}

/// What growth is measured against is told once: another one would have to be taken back, or refused, before.
fn one_baseline(course: &Course) -> Result<(), Fault> {
    let stands = |kept: &Kept| {
        kept.evidence.kind == Kind::Baseline
            && course
                .standing
                .verdicts
                .get(&kept.evidence.id)
                .is_some_and(|verdict| *verdict != Verdict::Refused)
    };
    if course.shown.iter().any(stands) {
        return Err(Fault::field("", Message::new("proofs-one-baseline")));
    }
    Ok(())
}

/// The field of a form that an error belongs to.
fn refused(kind: Kind, error: EvidenceError) -> Fault {
    let what = match kind {
        Kind::Permit => "nomor",
        Kind::ListingLink | Kind::Post => "tautan",
        _ if picture(kind) == Picture::Must => "foto",
        _ => "",
    };
    let field = match error {
        EvidenceError::Future | EvidenceError::Backdated => "tanggal",
        EvidenceError::Expired => "berlaku",
        EvidenceError::Twice
        | EvidenceError::OtherKind
        | EvidenceError::OtherShop
        | EvidenceError::Incomplete => what,
    };
    Fault::field(field, error.explain())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_however_it_was_shared() {
        for (text, expected) in [
            (
                "https://shopee.co.id/Keripik-i.1.2?sp_atk=a#b",
                Some(("https://shopee.co.id/Keripik-i.1.2", Some("shopee"))),
            ),
            (
                "http://www.Tokopedia.com/toko/keripik/",
                Some((
                    "https://tokopedia.com/toko/keripik",
                    Some("tiktok-tokopedia"),
                )),
            ),
            (
                "https://vt.tiktok.com/ZS1",
                Some(("https://vt.tiktok.com/ZS1", Some("tiktok-tokopedia"))),
            ),
            (
                "https://bukalapak.com/p/1",
                Some(("https://bukalapak.com/p/1", None)),
            ),
            (
                "https://jahatshopee.co.id/p",
                Some(("https://jahatshopee.co.id/p", None)),
            ),
            (
                "shopee.co.id/Keripik-i.1.2",
                Some(("https://shopee.co.id/Keripik-i.1.2", Some("shopee"))),
            ),
            (
                "www.tokopedia.com/toko/keripik?x=1",
                Some((
                    "https://tokopedia.com/toko/keripik",
                    Some("tiktok-tokopedia"),
                )),
            ),
            (
                "HTTPS://Shopee.co.id/p",
                Some(("https://shopee.co.id/p", Some("shopee"))),
            ),
            ("ftp://shopee.co.id/p", None),
            ("keripik pedas", None),
            ("bukalapak.com/p/1", None),
            ("data:text/html,x", None),
            ("javascript:alert(1)", None),
            ("javascript:alert(1)//shopee.co.id/p", None),
            ("https://shopee.co.id", None),
            ("https://shopee.co.id/\"><script>", None),
            ("https:///x", None),
        ] {
            let found = address(text).ok();
            let found = found
                .as_ref()
                .map(|(address, market)| (address.as_str(), market.as_deref()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
