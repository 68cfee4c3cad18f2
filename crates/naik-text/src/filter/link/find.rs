//! Finds addresses in folded text: with and without scheme, `nama . com`, `nama dot com`, `nama[.]com`, numbers, `.apk` files.

use std::collections::HashSet;

use super::apart::{apart, apart_host, comma, lonely_id, next_dot, spelt};
use super::{Found, ip};
use crate::normal::layer::{Layer, STYLED};

/// Endings that make an address without scheme, path or `www.`.
pub(super) const PLAIN: &[&str] = &[
    "com", "net", "org", "id", "xyz", "site", "online", "club", "vip", "biz", "info", "shop",
    "store", "app", "dev", "link", "live", "fun", "top", "pro", "asia", "icu", "cyou", "click",
    "website", "space", "tech", "cloud", "page", "life", "world", "win", "bet", "casino", "games",
    "lol", "ink", "cc", "tv", "io", "ai", "gg", "ly", "gl", "me", "us", "uk", "sg", "my", "ru",
    "cn", "tk", "ml", "ga", "cf", "gq", "pw", "ws", "mobi", "one", "bio", "art", "blog", "news",
    "today", "support", "group", "center", "company", "email", "finance", "loan", "money", "cash",
    "credit", "bank", "gov", "edu", "ac", "co", "run", "im",
];

/// Endings under which a name may be a number alone: elsewhere it is a price.
const NUMBERED: &[&str] = &[
    "com", "net", "org", "xyz", "vip", "bet", "win", "top", "club",
];

/// Addresses of one text of which repeats are kept as well.
const MOST: usize = 200;

/// Different addresses kept of one text.
const DIFFERENT: usize = 5000;

/// Digits of a phone number with its country, and how many of them are certainly not all.
const PHONE: usize = 15;
const SHORT_PHONE: usize = 10;

/// Bytes with which a look for an address begins.
const INTEREST: [bool; 256] = {
    let mut out = [false; 256];
    let marks = *b".:,dtcnx";
    let mut at = 0;
    while at < marks.len() {
        out[marks[at] as usize] = true;
        at += 1;
    }
    out
};

/// Addresses of a folded text, in order. Linear in its length.
pub(crate) fn find(text: &Layer) -> Vec<Found> {
    let bytes = &text.bytes;
    let mut out: Vec<Found> = Vec::new();
    let mut seen = HashSet::new();
    let mut done = 0;
    let mut at = 0;
    let mut before = b' ';
    while let Some(byte) = bytes.get(at).copied() {
        if INTEREST.get(usize::from(byte)) == Some(&false) {
            before = byte;
            at += 1;
            continue;
        }
        let begins = !before.is_ascii_alphanumeric();
        before = byte;
        let found = match byte {
            b'.' => dotted(text, at, done),
            b':' => schemed(text, at, done),
            b',' => comma(text, at, done),
            b'd' | b't' | b'c' | b'n' | b'x' if begins => spelt(text, at, done),
            _ => None,
        };
        at += 1;
        if let Some(found) = found.filter(|f| f.from >= done) {
            done = found.to;
            at = done.max(at);
            before = text.at(at - 1);
            // A flood of one address must not wash another one out of sight.
            let is_new = seen.len() < DIFFERENT && seen.insert(key(&found));
            if is_new || out.len() < MOST {
                out.push(found);
            }
        }
    }
    out
}

/// What makes two addresses the same.
fn key(found: &Found) -> (String, String, Option<u32>, bool) {
    (
        found.host.clone(),
        found.path.clone(),
        found.port,
        found.plain && found.user.is_none(),
    )
}

fn is_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Where the label that ends at `end` begins; at most 63 bytes back, never before `floor`.
pub(super) fn label_start(text: &Layer, end: usize, floor: usize) -> usize {
    let mut from = end;
    while from > floor && end - from < 63 && text.bytes.get(from - 1).is_some_and(|b| is_label(*b))
    {
        from -= 1;
    }
    from
}

pub(super) fn label_end(text: &Layer, from: usize) -> usize {
    let mut to = from;
    while to - from < 63 && text.bytes.get(to).is_some_and(|b| is_label(*b)) {
        to += 1;
    }
    to
}

pub(super) fn word(text: &Layer, from: usize, to: usize) -> &str {
    text.bytes
        .get(from..to)
        .and_then(|b| std::str::from_utf8(b).ok())
        .unwrap_or_default()
}

/// `://` with anything behind it that may be a host, `http` or `hxxp` before it.
fn schemed(text: &Layer, at: usize, done: usize) -> Option<Found> {
    if text.at(at + 1) != b'/' || text.at(at + 2) != b'/' {
        return None;
    }
    let from = label_start(text, at, done);
    if !matches!(
        word(text, from, at),
        "http" | "https" | "hxxp" | "hxxps" | "ttp" | "ttps"
    ) {
        return None;
    }
    let first = at + 3;
    // `https://bri.co.id@jahat.xyz`: what stands before @ is no host.
    let mut sign = None;
    let mut look = first;
    while look - first < 255 && text.bytes.get(look).is_some_and(|b| is_user(*b)) {
        if text.at(look) == b'@' {
            sign = Some(look);
        }
        look += 1;
    }
    sign.and_then(|sign| {
        let mut found = host_at(text, from, sign + 1)?;
        found.user = Some(word(text, first, sign).to_owned());
        Some(found)
    })
    .or_else(|| host_at(text, from, first))
}

/// What may stand before the `@` of an address.
fn is_user(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'/' | b'?' | b'#' | b'\\' | b'<' | b'>' | b'"')
}

/// The address whose host begins at `host_from`, behind a scheme.
fn host_at(text: &Layer, from: usize, host_from: usize) -> Option<Found> {
    if text.at(host_from) == b'[' {
        let inside = text.bytes.get(host_from + 1..)?.iter().take(46);
        let to = host_from + 1 + inside.take_while(|b| **b != b']').count();
        let host = word(text, host_from + 1, to);
        return (text.at(to) == b']' && ip::is_v6(host)).then(|| {
            let whole = word(text, host_from, to + 1).to_owned();
            numbered(finish(text, from, host_from, to + 1, whole, false))
        });
    }
    let to = host_end(text, host_from);
    let host = word(text, host_from, to);
    if ip::is_read(host) {
        return Some(numbered(finish(
            text,
            from,
            host_from,
            to,
            host.to_owned(),
            false,
        )));
    }
    if !host.contains('.') {
        // `http://bit .ly/abc`
        let dot = next_dot(text, to)?;
        let (host, to) = apart_host(text, host_from, to, dot, true)?;
        return Some(finish(text, from, host_from, to, host, true));
    }
    (host.len() >= 4).then(|| finish(text, from, host_from, to, host.to_owned(), false))
}

fn numbered(found: Found) -> Found {
    Found { ip: true, ..found }
}

/// The end of a run of labels with single dots between.
pub(super) fn host_end(text: &Layer, from: usize) -> usize {
    let mut to = label_end(text, from);
    while to > from && text.at(to) == b'.' && to - from < 255 {
        let next = label_end(text, to + 1);
        if next == to + 1 {
            break;
        }
        to = next;
    }
    to
}

/// A dot between labels: a host without scheme, or one whose dots stand apart.
fn dotted(text: &Layer, at: usize, done: usize) -> Option<Found> {
    let touches_left = at > done
        && text
            .bytes
            .get(at.checked_sub(1)?)
            .is_some_and(|b| is_label(*b));
    let touches_right = text.at(at + 1).is_ascii_alphanumeric();
    if touches_left && touches_right {
        let from = label_start(text, at, done);
        // A mail address is no address of a site.
        if from > done && text.bytes.get(from - 1) == Some(&b'@') {
            return None;
        }
        let to = host_end(text, from);
        let host = word(text, from, to).trim_matches('-');
        let after = text.at(to);
        let rich = host.starts_with("www.")
            || after == b'/' && text.at(to + 1) != b' '
            || after == b':' && text.at(to + 1).is_ascii_digit();
        if ip::is_dotted(host) || ip::is_hex(host) {
            let sure = rich || host.contains('x');
            return sure.then(|| numbered(finish(text, from, from, to, host.to_owned(), false)));
        }
        let ending = host.rsplit('.').next().unwrap_or_default();
        if ending == "apk" {
            let mut found = finish(text, from, from, to, host.to_owned(), false);
            found.file = true;
            return Some(found);
        }
        if let Some(end) = lonely_id(text, ending, to) {
            let host = format!("{host}.id");
            return Some(finish(text, from, from, end, host, true));
        }
        let front = host
            .strip_suffix(ending)
            .unwrap_or_default()
            .trim_end_matches('.');
        let front = front.strip_prefix("rp").unwrap_or(front);
        if front.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            && (front.contains('.')
                || from > 0 && text.at(from - 1) == b'.'
                || !NUMBERED.contains(&ending))
        {
            return None;
        }
        let letters = ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic());
        let digit_name = host.bytes().any(|b| b.is_ascii_digit());
        let first = host.split('.').next().unwrap_or_default();
        let named = first.len() >= 2 || rich;
        let short = matches!(
            ending,
            "me" | "us"
                | "my"
                | "co"
                | "ai"
                | "tv"
                | "im"
                | "one"
                | "run"
                | "art"
                | "info"
                | "live"
                | "link"
                | "top"
                | "fun"
                | "win"
                | "life"
                | "news"
                | "group"
                | "support"
                | "bank"
                | "email"
                | "money"
                | "cash"
                | "today"
                | "pro"
                | "world"
                | "space"
                | "games"
                | "center"
                | "bio"
                | "ws"
                | "page"
                | "blog"
        );
        let known = is_ending(ending)
            && (rich
                || PLAIN.contains(&ending)
                    && (!short
                        || digit_name
                        || host.matches('.').count() > 1
                        || host.contains('-')
                        || is_known_short(host)));
        // `bca.co`: a name with a foreign ending, or a sentence that goes on without a space.
        let unsure = !known && ending == "co" && first.len() >= 3;
        return (letters && named && (known || unsure)).then(|| Found {
            unsure,
            ..finish(text, from, from, to, host.to_owned(), false)
        });
    }
    apart(text, at, at + 1, done)
}

/// Hosts so common that they stand without path: `s.id`, `bit.ly`, `wa.me`, `t.me`.
fn is_known_short(host: &str) -> bool {
    matches!(host, "wa.me" | "t.me" | "line.me" | "bio.link" | "about.me")
}

/// Whether the public suffix list knows the ending.
fn is_ending(ending: &str) -> bool {
    psl::suffix(ending.as_bytes()).is_some_and(|s| s.is_known())
}

/// Adds port and path, and looks at how the host was written.
pub(super) fn finish(
    text: &Layer,
    from: usize,
    host_from: usize,
    to: usize,
    host: String,
    broken: bool,
) -> Found {
    let mut end = to;
    let mut port = None;
    if text.at(end) == b':' && text.at(end + 1).is_ascii_digit() {
        let mut digits = end + 1;
        let mut number = 0_u32;
        while digits - end <= 5 && text.at(digits).is_ascii_digit() {
            number = number * 10 + u32::from(text.at(digits) - b'0');
            digits += 1;
        }
        port = Some(number);
        end = digits;
    }
    let path_from = end;
    if matches!(text.at(end), b'/' | b'?') {
        while end - path_from < 2000
            && text
                .bytes
                .get(end)
                .is_some_and(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'|'))
        {
            end += 1;
        }
        while end > path_from
            && matches!(
                text.at(end - 1),
                b'.' | b',' | b')' | b'!' | b'?' | b';' | b'*' | b'_' | b'\''
            )
        {
            end -= 1;
        }
    }
    let styled = text
        .marks
        .get(host_from..to)
        .is_some_and(|m| m.iter().any(|b| b & STYLED != 0));
    let path = word(text, path_from, end).to_owned();
    let mut number = String::new();
    if matches!(host.as_str(), "wa.me" | "api.whatsapp.com") {
        let skipped = path.bytes().take_while(|b| !b.is_ascii_digit()).count();
        let stop = phone(text, path_from + skipped, end, &mut number);
        end = end.max(stop);
    }
    Found {
        from,
        to: end,
        host: host.trim_matches(|c| c == '-' || c == '.').to_owned(),
        path,
        number,
        port,
        broken,
        styled,
        plain: is_typed(text, host_from, to),
        ..Found::default()
    }
}

/// Collects the digits of a phone number; past the end of the path, spaces may part them while it is too short.
fn phone(text: &Layer, from: usize, path_to: usize, number: &mut String) -> usize {
    let mut at = from;
    let mut stop = from;
    while number.len() < PHONE {
        let byte = text.at(at);
        let hidden = matches!(byte, b'#' | b'x') && number.len() > 3;
        if byte.is_ascii_digit() || hidden {
            number.push(char::from(byte));
            at += 1;
            stop = at;
            continue;
        }
        let parted = matches!(byte, b' ' | b'-' | b'.') && text.at(at + 1).is_ascii_digit();
        // The next number may be a count or a date.
        let goes_on = at < path_to && byte != b' ' || number.len() < SHORT_PHONE;
        if number.is_empty() || !parted || !goes_on {
            break;
        }
        at += 1;
    }
    stop
}

/// Whether the labels of `from..to` stand in the original as they stand here: every letter its own one byte.
fn is_typed(text: &Layer, from: usize, to: usize) -> bool {
    let width = |at: usize| {
        let (from, to) = (text.from.get(at), text.to.get(at));
        to.zip(from).map_or(0, |(t, f)| t.saturating_sub(*f))
    };
    let styled = |at: usize| text.marks.get(at).is_some_and(|m| m & STYLED != 0);
    (from..to)
        .filter(|at| is_label(text.at(*at)) || text.at(*at) == b'.')
        .all(|at| {
            // A joiner that a copy left behind the last letter stands outside the host.
            let trails = at + 1 == to && width(at) >= 4 && !styled(at);
            width(at) == 1 || trails
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::layer::fold_into;

    #[test]
    fn addresses_are_found_however_written() {
        for (text, wanted) in [
            ("Klik https://bri.co.id/login ya.", vec!["bri.co.id/login"]),
            (
                "cek www.undian-bri.blogspot.com",
                vec!["www.undian-bri.blogspot.com"],
            ),
            ("daftar slot88 . com", vec!["slot88.com"]),
            ("daftar di gacor77 com ya", vec!["gacor77.com"]),
            ("mainslot[.]com", vec!["mainslot.com"]),
            ("mainslot dot com", vec!["mainslot.com"]),
            ("mainslot titik com", vec!["mainslot.com"]),
            ("wa.me/628123456", vec!["wa.me/628123456"]),
            ("s.id/abc bit.ly/xYz", vec!["s.id/abc", "bit.ly/xyz"]),
            ("http://103.10.1.2:8080/a", vec!["103.10.1.2/a"]),
            ("Surat.apk", vec!["surat.apk"]),
            ("Mᴀɪɴ ᴅɪ ꜱʟᴏᴛ88.ᴄᴏᴍ", vec!["slot88.com"]),
            ("https://bri.co.id@jahat.xyz/x", vec!["jahat.xyz/x"]),
            ("https://bri.co.id:443%2f@jahat.xyz/x", vec!["jahat.xyz/x"]),
            ("https://tiktok.com/@toko", vec!["tiktok.com/@toko"]),
            ("buka bri . co . id ya", vec!["bri.co.id"]),
            ("buka login . bri [.] co [.] id", vec!["login.bri.co.id"]),
            (
                "buka bri .co.id dan bca.co .id",
                vec!["bri.co.id", "bca.co.id"],
            ),
            ("bri titik co titik id/hadiah", vec!["bri.co.id/hadiah"]),
            ("http://bit .ly/abc", vec!["bit.ly/abc"]),
            (
                "klik bit .ly/abc atau s . id/hadiah",
                vec!["bit.ly/abc", "s.id/hadiah"],
            ),
            ("http://3232235777/x", vec!["3232235777/x"]),
            ("0x7f.0.0.1", vec!["0x7f.0.0.1"]),
            ("http://[::1]:8080/x", vec!["[::1]/x"]),
            ("main slot88,com yuk", vec!["slot88.com"]),
            ("harga 50rb,online dan covid19,online", vec![]),
            ("daftar slot88, com", vec![]),
            ("di rumah. covid19.go.id ya", vec!["covid19.go.id"]),
            ("klik . www.contoh.com ya", vec!["www.contoh.com"]),
            ("totalnya Rp10.000.id ya", vec![]),
            ("semua 15.000/pcs, 2.500.000.net", vec![]),
            ("777.com", vec!["777.com"]),
            ("bagus.saya suka", vec![]),
            ("Terima kasih . Info/pesan ke toko", vec![]),
            ("http://localhost . Kemudian simpan", vec![]),
            ("http://15000 dan ada[::1] jam 10:30", vec![]),
            ("Enak.Murah sekali dll.semua", vec![]),
            ("Harga Rp15.000 versi 1.2.3.4 pukul 10.30", vec![]),
            ("hubungi budi@contoh.com", vec![]),
            ("Sudah selesai. Info lebih lanjut di kantor", vec![]),
            ("ya.. ...", vec![]),
            ("dia pergi.ke pasar", vec![]),
        ] {
            let mut layer = Layer::default();
            fold_into(text, &mut layer);
            let seen: Vec<String> = find(&layer).into_iter().map(|f| f.host + &f.path).collect();
            assert_eq!(seen, wanted, "{text}");
        }
    }
    #[test]
    fn a_flood_of_one_address_hides_no_other() {
        let text = format!(
            "{} https://jahat.xyz/a {}",
            "google.com ".repeat(3000),
            "bri.co.id ".repeat(3000)
        );
        let mut layer = Layer::default();
        fold_into(&text, &mut layer);
        let seen = find(&layer);
        assert_eq!(seen.len(), MOST + 2);
        assert!(seen.iter().any(|f| f.host == "jahat.xyz"));
    }

    #[test]
    fn phone_numbers_are_kept_whole() {
        for (text, number, rest) in [
            ("wa.me/6281234567890 ya", "6281234567890", " ya"),
            ("wa.me/+62 812-3456-7890 ya", "6281234567890", " ya"),
            ("wa.me/62812 3456 7890 3 pcs", "6281234567890", " 3 pcs"),
            ("https://wa.me/+62-812-3456-7890.", "6281234567890", "."),
            ("wa.me/6281234567890 20 buah", "6281234567890", " 20 buah"),
            ("wa.me/toko", "", ""),
        ] {
            let mut layer = Layer::default();
            fold_into(text, &mut layer);
            let found = find(&layer);
            let first = found.first().unwrap();
            assert_eq!(first.number, number, "{text}");
            assert_eq!(&text[first.to..], rest, "{text}");
        }
    }

    #[test]
    fn only_plain_letters_are_typed() {
        for (text, wanted) in [
            ("https://bri.co.id/x", true),
            ("https://BRI.co.id", true),
            ("bri . co . id", true),
            ("https://bri.co.id\u{200b} ya", true),
            ("https://brí.co.id", false),
            ("https://bri\u{200b}.co.id", false),
            ("https://bri.co.i\u{301}d", false),
            ("𝐛𝐜𝐚.co.id", false),
            ("bri.co.𝐢𝐝", false),
        ] {
            let mut layer = Layer::default();
            fold_into(text, &mut layer);
            assert_eq!(
                find(&layer).first().map(|f| f.plain),
                Some(wanted),
                "{text}"
            );
        }
    }
}
