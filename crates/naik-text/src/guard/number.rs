//! Numbers in copy, compared with the facts: prices, discounts, contents, time, stock, sales, permits, telephones.

use std::sync::LazyLock;

use naik_core::fact::Fact;
use regex::Regex;

use super::amount::{self, Amount, Unit};
use super::counted::{self, Kind};
use super::{Evidence, Finding, rule};

#[expect(clippy::expect_used, reason = "constant patterns, read by the tests")]
fn compile(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is well formed")
}

/// Telephone numbers, permit numbers and links that carry one.
static LONG: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\+?62|\b0)[ .-]?8\d(?:[ .-]?\d){6,11}\b|\b(?:id)?\d{13}-\d{2}\b|\b(?:id)?\d{9,20}\b",
    )
});
static DISCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:diskon|discount|disc|potongan|dipotong|promo|hemat|coret|semula|dulu(?:nya)?|harga (?:normal|awal|asli|lama|sebelum\w*)|turun|sale|off|cashback|sebelumnya|biasanya|was|save)\b|\bdari (?:harga )?(?:rp|\d)|\bjadi (?:rp|\d)|[-=]>",
    )
});
static SOLD_BEFORE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:terjual|laku|sold|dibeli|dipesan|kejual|payu)\b[^.]{0,24}$"));
static SOLD_AFTER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^\+? ?(?:[a-z]+ ){0,2}(?:sudah |telah |have been |were )?(?:terjual|laku|sold|dipesan)\b",
    )
});
static STOCK_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?:stok(?:nya)?|stock|sisa|tinggal|tersisa|ready|tersedia|siap kirim|in stock|tercatat|(?:ada|have|says) ?(?:sekarang|now)?)\b[^.\d]{0,18}$",
    )
});
/// `ada 3 ...` speaks of stock only when the number is the stock.
static WEAK_STOCK: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:tercatat|ada|have|says)\b[^.\d]{0,18}$"));
static MORE_THAN: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:lebih dari|lebih|over|more than)\b ?$"));
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:sejak|since|berdiri|mulai tahun|dari tahun|tahun)\b[^.\d]{0,8}$")
});
static CLOCK: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:jam|pukul|buka|tutup|open)\b[^.\d]{0,10}$"));
static RATING: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:rating|bintang|nilai|skor|ulasan|stars?)\b[^.\d]{0,10}$"));
static ORDER: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:beli|ambil|pesan|order|untuk|buy|tumbas)\b[^.\d]{0,8}$"));
/// `isi 5` counts pieces though it does not say so.
static CONTENTS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b(?:isi|isinya|isine|isinipun)(?: ?:)? ?$"));
static MONTH: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^ ?(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december|masehi|hijriah|imlek)",
    )
});

/// What a sentence says of a number beside the word that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A number of the things that follow it.
    Plain,
    /// Stars or marks.
    Rating,
    /// What is left to sell.
    Stock,
    /// A year of the calendar.
    Year,
    /// An hour of the day.
    Clock,
}

/// The sense of an amount in a folded text.
pub(crate) fn sense(text: &str, one: &Amount) -> Sense {
    let before = text.get(..one.from).unwrap_or_default();
    let Unit::Thing(word) = &one.unit else {
        return Sense::Plain;
    };
    if is_rating(word, before) {
        Sense::Rating
    } else if is_year(word, one) {
        Sense::Year
    } else if STOCK_BEFORE.is_match(before) {
        Sense::Stock
    } else if CLOCK.is_match(before) {
        Sense::Clock
    } else {
        Sense::Plain
    }
}

fn is_rating(word: &str, before: &str) -> bool {
    RATING.is_match(before) || matches!(word, "bintang" | "stars")
}

/// A bare number that may be a year: `sejak 2011 di Malang`.
fn is_year(word: &str, one: &Amount) -> bool {
    one.thousandths.is_multiple_of(1_000)
        && (1900..2100).contains(&(one.thousandths / 1_000))
        && counted::kind(word).is_none()
}

/// What the numbers of a folded sentence claim.
pub(crate) fn read(folded: &str, evidence: &Evidence) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut text = folded.to_owned();
    for found in LONG.find_iter(folded) {
        let digits: String = found
            .as_str()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        out.push(match evidence.number(&digits) {
            Some(fact) => Finding::proved(fact),
            None => broken("number-on-file"),
        });
        text.replace_range(found.range(), &" ".repeat(found.len()));
    }
    let amounts = amount::read(&text);
    let discount = DISCOUNT.is_match(&text);
    for one in &amounts {
        out.extend(judge(one, &amounts, &text, discount, evidence));
    }
    out
}

fn broken(id: &str) -> Finding {
    let (status, reason) = rule::reason(id);
    Finding::broken(status, reason)
}

fn proof(fact: Option<Fact>, id: &str) -> Option<Finding> {
    Some(fact.map_or_else(|| broken(id), Finding::proved))
}

fn judge(
    one: &Amount,
    all: &[Amount],
    text: &str,
    discount: bool,
    evidence: &Evidence,
) -> Option<Finding> {
    let before = text.get(..one.from).unwrap_or_default();
    let after = text.get(one.to..).unwrap_or_default();
    let whole = one.thousandths / 1_000;
    match &one.unit {
        Unit::Rupiah => Some(price(one, all, discount, evidence)),
        Unit::Percent => percent(one, discount, evidence),
        Unit::Gram | Unit::Millilitre | Unit::Centimetre => proof(
            evidence.states(one.thousandths, &one.unit, Sense::Plain),
            "amount-on-file",
        ),
        Unit::Time(_) => {
            let stated = evidence.states(one.thousandths, &one.unit, Sense::Plain);
            let hours = CLOCK.is_match(before);
            proof(
                stated,
                if hours {
                    "hours-on-file"
                } else {
                    "time-on-file"
                },
            )
        }
        Unit::Thing(word) => {
            let bare_price =
                whole >= 1_000 && (after.starts_with(",-") || after.trim_start().starts_with('/'));
            if bare_price
                || (whole >= 500
                    && text.get(..one.from).is_some_and(|t| {
                        t.trim_end().ends_with("harga")
                            || t.trim_end().ends_with("harganya")
                            || t.trim_end().ends_with("cuma")
                            || t.trim_end().ends_with("hanya")
                    }))
            {
                return Some(price(one, all, discount, evidence));
            }
            if MONTH.is_match(after) || is_twin_date(text, one) {
                return None;
            }
            thing(word, whole, before, after, evidence, one)
        }
    }
}

/// Numbers of things: sold, in stock, choices, people, years, ratings, contents.
fn thing(
    word: &str,
    whole: u64,
    before: &str,
    after: &str,
    evidence: &Evidence,
    one: &Amount,
) -> Option<Finding> {
    let states = |sense| evidence.states(one.thousandths, &one.unit, sense);
    let kind = counted::kind(word);
    if is_rating(word, before) {
        return proof(states(Sense::Rating), "testimonial");
    }
    // Before sales: "dipesan tahun 2021" names a year and counts nothing.
    if SINCE.is_match(before) && (1900..2100).contains(&whole) {
        return proof(states(Sense::Year), "time-on-file");
    }
    if SOLD_BEFORE.is_match(before) || SOLD_AFTER.is_match(after) {
        let more = MORE_THAN.is_match(before) || after.starts_with('+');
        let fits = evidence
            .sold
            .is_some_and(|sold| whole == sold || (more && whole < sold));
        return proof(fits.then_some(Fact::SoldCount), "sold-on-file");
    }
    if STOCK_BEFORE.is_match(before) && matches!(kind, None | Some(Kind::Goods)) {
        // `ada 40 medali` is no stock; `we have 40 now` is.
        let weak = WEAK_STOCK.is_match(before);
        let counts = !weak || evidence.sells_by(word) || matches!(word, "now" | "sekarang");
        let fits = counts && evidence.stock == Some(whole);
        let stated = fits.then_some(Fact::Stock).or_else(|| states(Sense::Stock));
        if stated.is_some() || !weak {
            return proof(stated, "stock-on-file");
        }
    }
    if kind == Some(Kind::Choices) {
        let fits = evidence.variants == whole && whole > 0;
        let stated = fits
            .then_some(Fact::Variants)
            .or_else(|| states(Sense::Plain));
        return proof(stated, "variants-on-file");
    }
    if kind == Some(Kind::People) && whole > 1 {
        return proof(states(Sense::Plain), "people-on-file");
    }
    if CLOCK.is_match(before) && whole <= 24 {
        return proof(states(Sense::Clock), "hours-on-file");
    }
    if ORDER.is_match(before) || whole <= 1 {
        return None;
    }
    // What remains is proof where the owner says it, and otherwise only counts when it counts goods.
    let contents = kind.is_none() && CONTENTS.is_match(before);
    let stated = states(Sense::Plain)
        .or_else(|| is_year(word, one).then(|| states(Sense::Year)).flatten())
        .or_else(|| {
            let pieces = Unit::Thing("pcs".to_owned());
            contents.then(|| evidence.states(one.thousandths, &pieces, Sense::Plain))?
        });
    if let Some(fact) = stated {
        return Some(Finding::proved(fact));
    }
    if evidence.sold == Some(whole) && evidence.sells_by(word) {
        return Some(Finding::proved(Fact::SoldCount));
    }
    let goods = matches!(kind, Some(Kind::Goods | Kind::Measure));
    (goods || contents && word.is_empty()).then(|| broken("amount-on-file"))
}

/// `12.12`, `11.11`: a shopping day, not a number.
fn is_twin_date(text: &str, one: &Amount) -> bool {
    let written = text.get(one.from..one.to).unwrap_or_default();
    written
        .split_once('.')
        .is_some_and(|(day, month)| day == month && day.len() <= 2)
}

fn price(one: &Amount, all: &[Amount], discount: bool, evidence: &Evidence) -> Finding {
    let amount = one.thousandths / 1_000;
    if let Some(fact) = evidence.states(one.thousandths, &Unit::Rupiah, Sense::Plain) {
        return Finding::proved(fact);
    }
    if let (Some(now), Some(previous)) = (evidence.price, evidence.previous)
        && discount
        && (amount == previous || amount == previous - now)
    {
        return Finding::proved(Fact::PreviousPrice);
    }
    let counted = evidence.price.is_some_and(|price| {
        all.iter().any(|other| {
            let count = other.thousandths / 1_000;
            matches!(other.unit, Unit::Thing(_))
                && (2..=100).contains(&count)
                && price.checked_mul(count) == Some(amount)
        })
    });
    if counted {
        return Finding::proved(Fact::Price);
    }
    broken(if discount {
        "discount-amount"
    } else {
        "price-on-file"
    })
}

fn percent(one: &Amount, discount: bool, evidence: &Evidence) -> Option<Finding> {
    if discount {
        let fits = evidence
            .price
            .zip(evidence.previous)
            .is_some_and(|(now, previous)| {
                // Rounded down: a discount may be told smaller than it is, never larger.
                let off = (previous - now) * 100_000 / previous;
                one.thousandths <= off && off < one.thousandths + 1_000
            });
        return proof(fits.then_some(Fact::PreviousPrice), "discount-amount");
    }
    proof(
        evidence.states(one.thousandths, &Unit::Percent, Sense::Plain),
        "percent-on-file",
    )
}

#[cfg(test)]
mod tests {
    use naik_core::facts::Facts;
    use naik_core::kit::Status;

    use crate::guard;

    #[test]
    fn a_year_in_the_owners_story_is_no_number_of_sales() {
        let story = "Cap tembaganya dipesan tahun 2021 dan masih dipakai sampai sekarang.";
        let mut facts = Facts::default();
        facts.product.name = "Kain batik".to_owned();
        facts.product.story = Some(story.to_owned());
        assert_eq!(guard::check(story, &facts).worst(), Status::Proved);
        // Told of nobody's story it stays a claim, and so do sales.
        facts.product.story = None;
        assert_eq!(guard::check(story, &facts).worst(), Status::Unproved);
        assert_eq!(
            guard::check("Sudah terjual 2021 lembar.", &facts).worst(),
            Status::Unproved
        );
    }
}
