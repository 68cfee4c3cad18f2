//! The built-in detectors: numbers, money, codes, disguises, names of gambling sites, addresses.

use super::brand::{is_named_number, is_plain_label, is_shop_word, is_site, is_site_word};
use super::link::{self, Judge, Link, Trait};
use super::memo::Words;
use super::signal::{D, Hits};
use crate::normal::layer::{SIGN, UPPER};
use crate::normal::{Normal, Span, Word};

/// Notes what the detectors see; gives the addresses.
pub(crate) fn detect(
    normal: &Normal,
    entries: Words<'_>,
    judge: &Judge,
    hits: &mut Hits,
) -> Vec<Link> {
    let links = link::read(&normal.folded, judge);
    links.iter().for_each(|link| note_link(link, hits));
    numbers(normal, hits);
    words(normal, entries, hits);
    links
}

fn note_link(link: &Link, hits: &mut Hits) {
    if !link.is(Trait::Apk) || link.name.is_some() {
        hits.note(D::LINK, link.span);
    }
    for (what, signal) in [
        (Trait::Official, D::OFFICIAL),
        (Trait::Lookalike, D::LOOKALIKE),
        (Trait::Shortener, D::SHORTENER),
        (Trait::FreeHost, D::FREEHOST),
        (Trait::RiskyEnding, D::RISKYTLD),
        (Trait::Ip, D::IPLINK),
        (Trait::Punycode, D::PUNYCODE),
        (Trait::MixedScript, D::PUNYCODE),
        (Trait::UserInfo, D::LOOKALIKE),
        (Trait::Apk, D::APK),
        (Trait::WhatsApp, D::WA),
        (Trait::Telegram, D::TELEGRAM),
        (Trait::Judol, D::JUDOLLINK),
        (Trait::Bait, D::BAITLINK),
    ] {
        if link.is(what) {
            hits.note(signal, link.span);
        }
    }
    if link.number.is_some() {
        hits.note(D::PHONE, link.span);
    }
}

/// Phone numbers, account numbers, percentages: runs of digits with single signs between.
fn numbers(normal: &Normal, hits: &mut Hits) {
    let bytes = &normal.folded.bytes;
    if bytes.iter().filter(|b| b.is_ascii_digit()).count() == 0 {
        return;
    }
    let mut at = 0;
    while let Some(step) = bytes
        .get(at..)
        .and_then(|r| r.iter().position(u8::is_ascii_digit))
    {
        let from = at + step;
        let after_letter = from
            .checked_sub(1)
            .and_then(|i| bytes.get(i))
            .is_some_and(u8::is_ascii_alphabetic);
        let mut end = from;
        let mut count = 0;
        let mut head = [0_u8; 4];
        let mut signs = 0;
        while let Some(byte) = bytes.get(end) {
            let digit = byte.is_ascii_digit()
                || *byte == b'#'
                || count > 3 && *byte == b'x' && !after_letter;
            if digit {
                if let Some(slot) = head.get_mut(count) {
                    *slot = *byte;
                }
                count += 1;
                end += 1;
            } else if count > 0
                && matches!(byte, b' ' | b'-' | b'.' | b'(' | b')')
                && bytes
                    .get(end + 1)
                    .is_some_and(|b| b.is_ascii_digit() || *b == b'#')
                && signs < 6
            {
                signs += 1;
                end += 1;
            } else {
                break;
            }
        }
        let place = normal.folded.span(from, end);
        if (2..=3).contains(&count) && signs == 0 && is_spelt_in_signs(normal, from) {
            hits.note(D::SIGNNAME, place);
        }
        let is_phone = match head {
            [b'0', b'8', ..] => (9..=14).contains(&count),
            [b'6', b'2', b'8', _] => (10..=15).contains(&count),
            [b'0', b'2'..=b'7', _, _] => (9..=12).contains(&count) && signs > 0,
            _ => false,
        };
        if is_phone && !after_letter {
            hits.note(D::PHONE, place);
        } else if (10..=16).contains(&count) && signs < 4 && !after_letter {
            hits.note(D::ACCOUNT, place);
        }
        if bytes.get(end) == Some(&b'%') || bytes.get(end..end + 2) == Some(b" %") {
            hits.note(D::PERCENT, place);
        }
        at = end.max(from + 1);
    }
}

/// `⭐❎✝⏲☔17`: a name spelt with signs, so that only its number can be read.
fn is_spelt_in_signs(normal: &Normal, number: usize) -> bool {
    let marks = normal.folded.marks.get(..number).unwrap_or_default();
    let bytes = normal.folded.bytes.get(..number).unwrap_or_default();
    // Digits in a frame are signs as well.
    let is_sign = |(mark, byte): &(&u8, &u8)| **mark & SIGN != 0 || byte.is_ascii_digit();
    marks
        .iter()
        .zip(bytes)
        .rev()
        .take_while(is_sign)
        .filter(|(mark, _)| **mark & SIGN != 0)
        .take(5)
        .count()
        >= 5
}

/// What single words show.
fn words(normal: &Normal, entries: Words<'_>, hits: &mut Hits) {
    let letters = normal
        .folded
        .bytes
        .iter()
        .filter(|b| b.is_ascii_alphabetic())
        .count();
    let capitals = normal
        .folded
        .marks
        .iter()
        .filter(|m| **m & UPPER != 0)
        .count();
    let whole = Span {
        from: 0,
        to: normal.folded.to.last().map_or(0, |t| *t as usize),
    };
    if letters >= 20 && capitals * 2 >= letters {
        hits.note(D::CAPS, whole);
    }
    if normal.emoji >= 3 {
        hits.note(D::EMOJI, whole);
    }
    match normal.words.len() {
        0 => {}
        1..=12 => hits.note(D::SHORT, whole),
        61.. => hits.note(D::LONG, whole),
        _ => {}
    }
    let mut before: &[u8] = b"";
    let known = normal.words.iter().zip(entries.iter());
    for (index, (word, entry)) in known.enumerate() {
        let text = normal.bytes(word);
        let place = || normal.span(word.from, word.to);
        let next = normal.words.get(index + 1);
        if word.signs & (Word::STYLED | Word::SPACED | Word::LEET | Word::HIDDEN) != 0
            || word.is_blended()
        {
            disguise(normal, word, text, next, hits);
        }
        if entry.site {
            hits.note(D::SITEWORD, place());
        }
        if let Some(next) = next {
            together(normal, word, next, hits);
        }
        if word.is(Word::UPPER) && !hits.has(D::CAPS) && entry.maybe {
            hits.note(D::CAPSNAME, place());
        }
        if is_framed(word) {
            hits.note(D::FRAMED, place());
        }
        if word.is(Word::MIXED) {
            if is_amount(text) {
                hits.note(D::MONEY, place());
            } else if is_site(text) && !is_plain_label(text) {
                hits.note(D::BRANDNUM, place());
            } else if is_named_number(text) && !is_plain_label(text) {
                hits.note(D::NAMENUM, place());
            } else if is_code(text) {
                hits.note(D::CODE, place());
            }
        } else if word.is(Word::DIGITS) {
            let unit = next.map(|n| normal.bytes(n)).unwrap_or_default();
            if before == b"rp"
                || matches!(
                    unit,
                    b"juta"
                        | b"jt"
                        | b"ribu"
                        | b"rb"
                        | b"miliar"
                        | b"milyar"
                        | b"jutaan"
                        | b"ribuan"
                        | b"perak"
                )
            {
                hits.note(D::MONEY, place());
            }
            if matches!(unit, b"persen" | b"prosen") {
                hits.note(D::PERCENT, place());
            }
        } else if entry.app {
            // Before elections these letters also stand for posters of candidates.
            let poster = |w: &Word| matches!(normal.bytes(w), b"kampanye" | b"peraga" | b"paslon");
            if !normal.words.iter().any(poster) {
                hits.note(D::APK, place());
            }
        } else if entry.chat && hits.has(D::PHONE) {
            hits.note(D::WA, place());
        }
        before = text;
    }
}

/// A name in two words: `J E R U K B E T`, `M I G O 88`, `BOLA 138`.
fn together(normal: &Normal, word: &Word, next: &Word, hits: &mut Hits) {
    let (first, second) = (normal.bytes(word), normal.bytes(next));
    if first.len() < 3 || first.len() + second.len() > 20 || word.is(Word::MIXED | Word::DIGITS) {
        return;
    }
    let parted = word.is(Word::SPACED) && next.is(Word::SPACED);
    let numbered = matches!(second.len(), 2..=4)
        && second.first().is_some_and(u8::is_ascii_digit)
        && word.signs & (Word::SPACED | Word::UPPER) != 0;
    if !(parted || numbered) || is_plain_label(first) || is_shop_word(first) {
        return;
    }
    let mut name = [0_u8; 20];
    for (slot, byte) in name.iter_mut().zip(first.iter().chain(second)) {
        *slot = *byte;
    }
    let name = name.get(..first.len() + second.len()).unwrap_or_default();
    let place = normal.span(word.from, next.to);
    if parted && is_site_word(name) {
        hits.note(D::SITEWORD, place);
    }
    if numbered && is_site(name) {
        if word.is(Word::SPACED) {
            hits.note(D::STYLEDBRAND, place);
        } else if first.len() >= 4 && !hits.has(D::CAPS) {
            hits.note(D::CAPSNUM, place);
        }
    }
}

fn disguise(normal: &Normal, word: &Word, text: &[u8], next: Option<&Word>, hits: &mut Hits) {
    let place = normal.span(word.from, word.to);
    let letters = text.iter().filter(|b| b.is_ascii_alphabetic()).count();
    if word.is(Word::STYLED) && text.len() >= 3 {
        hits.note(D::STYLED, place);
    }
    if word.is_blended() && text.len() >= 3 {
        hits.note(D::BLENDED, place);
    }
    if word.is(Word::SPACED) {
        hits.note(D::SPACED, place);
    }
    if word.is(Word::LEET) {
        hits.note(D::LEET, place);
    }
    if word.is(Word::HIDDEN) {
        hits.note(D::HIDDEN, place);
    }
    let digits = text.len() - letters;
    let own = letters >= 3
        && (2..=4).contains(&digits)
        && text.iter().skip(letters).all(u8::is_ascii_digit);
    let split = letters >= 3 && digits == 0 && next.is_some_and(|n| is_number_of(normal, word, n));
    if word.signs & (Word::STYLED | Word::SPACED) != 0 && (own || split) && !is_plain_label(text) {
        hits.note(D::STYLEDBRAND, place);
    }
}

/// Whether a disguised number right behind a disguised name is a site's: no date, no year, nothing in brackets.
fn is_number_of(normal: &Normal, word: &Word, next: &Word) -> bool {
    let (name, number) = (normal.bytes(word), normal.bytes(next));
    if !next.is(Word::DIGITS)
        || next.signs & (Word::STYLED | Word::SPACED) == 0
        || !(2..=4).contains(&number.len())
        || normal.span(next.from, next.to).from > normal.span(word.from, word.to).to + 1
    {
        return false;
    }
    let mut whole = [0_u8; 20];
    let length = name.len() + number.len();
    for (slot, byte) in whole.iter_mut().zip(name.iter().chain(number)) {
        *slot = *byte;
    }
    number.len() == 3 || whole.get(..length).is_some_and(is_site)
}

/// A name between emoji as advertisers set it: `💎ALEXIS17💎`, `𝐃𝐎𝐑𝐀🔥`. Plain capitals need a sign on both sides.
fn is_framed(word: &Word) -> bool {
    let (led, trailed) = (word.is(Word::LED), word.is(Word::TRAILED));
    let costume = Word::STYLED | Word::MIXED | Word::HIDDEN | Word::SPACED | Word::BLENDED;
    word.to - word.from >= 4
        && (led && trailed && word.signs & (costume | Word::UPPER) != 0
            || (led || trailed) && word.signs & costume != 0 && !word.is(Word::DIGITS))
}

/// `5jt`, `100rb`, `rp50000`, `50k`.
fn is_amount(text: &[u8]) -> bool {
    let digits = text.iter().take_while(|b| b.is_ascii_digit()).count();
    if digits > 0 {
        return matches!(
            text.get(digits..).unwrap_or_default(),
            b"jt"
                | b"rb"
                | b"k"
                | b"juta"
                | b"ribu"
                | b"m"
                | b"jtan"
                | b"rban"
                | b"jutaan"
                | b"milyar"
                | b"miliar"
        );
    }
    text.strip_prefix(b"rp").is_some_and(|rest| {
        !rest.is_empty() && rest.iter().all(|b| b.is_ascii_digit() || *b == b'#')
    })
}

/// Letters and digits in a jumble: `ijh76k79`.
fn is_code(text: &[u8]) -> bool {
    let digits = text.iter().filter(|b| b.is_ascii_digit()).count();
    let changes = text
        .windows(2)
        .filter(|p| p.iter().filter(|b| b.is_ascii_digit()).count() == 1)
        .count();
    (5..=12).contains(&text.len()) && digits >= 2 && text.len() - digits >= 2 && changes >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::memo::Memo;
    use crate::filter::model::Model;
    use crate::filter::phrase::PhrasesBuilder;
    use crate::filter::signal::{DETECTORS, detector};
    use crate::filter::standard::Standard;
    use crate::normal::{Known, Normaliser};
    use crate::similar::WordTerms;

    #[test]
    fn detectors_see_what_they_name() {
        let judge = Judge::parse(
            include_str!("../../data/filter/links.toml"),
            include_str!("../../data/filter/official.tsv"),
        )
        .unwrap();
        let known = Known::new(["menang", "terus", "hadiah", "bonus", "jeruk", "bet"]);
        for (text, wanted) in [
            ("hub 0812 3456 7890 ya", vec!["@phone"]),
            ("WA 0812########", vec!["@phone", "@wa"]),
            ("+62 812-3456-7890", vec!["@phone"]),
            ("021-5001234", vec!["@phone"]),
            ("norek 1234567890", vec!["@account"]),
            ("dapat Rp50.000 atau 5jt", vec!["@money"]),
            ("bunga 2 %", vec!["@percent"]),
            ("pin ijh76k79", vec!["@code"]),
            ("main dora77", vec!["@brandnum"]),
            ("kelas11 pasal33 tahun99", vec![]),
            ("𝐃𝐎𝐑𝐀𝟕𝟕", vec!["@brandnum", "@styled", "@styledbrand"]),
            ("𝐃𝐎𝐑𝐀 𝟗𝟗𝟖", vec!["@styled", "@styledbrand", "@capsnum"]),
            ("𝐒𝐚𝐛𝐭𝐮 (𝟐𝟔/𝟏𝟎) 𝐭𝐚𝐡𝐮𝐧 𝟐𝟎𝟐𝟓 𝐧𝐨𝐦𝐨𝐫 𝟏𝟒", vec!["@styled"]),
            ("m𝐞nang terus", vec!["@blended"]),
            (
                "P S T O T O 9 9",
                vec!["@brandnum", "@styledbrand", "@spaced"],
            ),
            ("h4d14h", vec!["@leet"]),
            ("bo\u{200b}nus", vec!["@hidden"]),
            ("cuma ALEXIS17 kok", vec!["@namenum"]),
            ("💎KUSUMA💎 ya", vec!["@framed"]),
            ("coba ⭐❎✝⏲☔❕17 ya", vec!["@emoji", "@signname"]),
            ("mantap 👍👍👍👍👍👍100", vec!["@emoji"]),
            ("lagi J E R U K B E T ya", vec!["@spaced", "@siteword"]),
            ("di M I G O 88 aja", vec!["@styledbrand", "@spaced"]),
            ("P R O M O 99 ya", vec!["@spaced"]),
            ("pakai BOLA 138 kok", vec!["@capsnum"]),
            ("naik VARIO 160 dan RT 05", vec![]),
            ("makasih GUNUNGWIN akhirnya", vec!["@capsname"]),
            ("di KUSUMAT0T0🔥", vec!["@code", "@siteword", "@framed"]),
            ("alat peraga kampanye (APK)", vec![]),
            ("mantap🔥 GOL🔥 enak 2x", vec![]),
            ("alfabet sorbet internet JERUKBET", vec!["@siteword"]),
            ("INI HURUF BESAR SEMUA YA KAWAN", vec!["@caps"]),
            ("ok 🔥🔥🔥", vec!["@emoji"]),
            ("https://bri.co.id", vec!["@link", "@official"]),
        ] {
            let mut hits = Hits::default();
            hits.reset(DETECTORS.len());
            let mut reader = Normaliser::new(&known);
            let normal = reader.read(text);
            let mut memo = Memo::default();
            let words = memo.read(
                normal,
                &Model::blank(Vec::new()),
                &PhrasesBuilder::default().build(Standard::default()),
                &|_, _| WordTerms::None,
            );
            detect(normal, words, &judge, &mut hits);
            let mut seen: Vec<&str> = hits
                .seen()
                .iter()
                .map(|s| DETECTORS[usize::from(*s)])
                .filter(|s| *s != "@short")
                .collect();
            seen.sort_by_key(|s| detector(s));
            assert_eq!(seen, wanted, "{text}");
        }
    }
}
