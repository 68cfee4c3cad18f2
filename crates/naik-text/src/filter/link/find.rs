//! Finds addresses in folded text: with and without scheme, `nama . com`, `nama dot com`, `nama[.]com`, numbers, `.apk` files.

use super::Found;
use crate::normal::layer::{Layer, STYLED};

/// Endings that make an address without scheme, path or `www.`.
const PLAIN: &[&str] = &[
    "com", "net", "org", "id", "xyz", "site", "online", "club", "vip", "biz", "info", "shop",
    "store", "app", "dev", "link", "live", "fun", "top", "pro", "asia", "icu", "cyou", "click",
    "website", "space", "tech", "cloud", "page", "life", "world", "win", "bet", "casino", "games",
    "lol", "ink", "cc", "tv", "io", "ai", "gg", "ly", "gl", "me", "us", "uk", "sg", "my", "ru",
    "cn", "tk", "ml", "ga", "cf", "gq", "pw", "ws", "mobi", "one", "bio", "art", "blog", "news",
    "today", "support", "group", "center", "company", "email", "finance", "loan", "money", "cash",
    "credit", "bank", "gov", "edu", "ac", "co", "run", "im",
];

/// Endings before which a dot may stand apart.
const APART: &[&str] = &[
    "com", "net", "org", "xyz", "site", "online", "club", "vip", "biz", "shop", "top", "win",
    "bet", "id", "info", "link",
];

/// The same, where a space after the dot alone parts them: none is a word that begins a sentence.
const APART_AFTER: &[&str] = &["com", "net", "org", "xyz"];

/// Addresses looked for in one text; the rest of a text that holds more is not read for them.
const MOST: usize = 200;

/// Bytes with which a look for an address begins.
const INTEREST: [bool; 256] = {
    let mut out = [false; 256];
    let marks = *b".:dtcnx";
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
            b'.' => dotted(text, at, out.last().map_or(0, |l| l.to)),
            b':' => schemed(text, at, out.last().map_or(0, |l| l.to)),
            b'd' | b't' | b'c' | b'n' | b'x' if begins => {
                spelt(text, at, out.last().map_or(0, |l| l.to))
            }
            _ => None,
        };
        at += 1;
        if let Some(found) = found
            && found.from >= out.last().map_or(0, |l| l.to)
        {
            at = found.to.max(at);
            before = text.at(at - 1);
            out.push(found);
            if out.len() >= MOST {
                break;
            }
        }
    }
    out
}

fn is_label(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Where the label that ends at `end` begins; at most 63 bytes back, never before `floor`.
fn label_start(text: &Layer, end: usize, floor: usize) -> usize {
    let mut from = end;
    while from > floor && end - from < 63 && text.bytes.get(from - 1).is_some_and(|b| is_label(*b))
    {
        from -= 1;
    }
    from
}

fn label_end(text: &Layer, from: usize) -> usize {
    let mut to = from;
    while to - from < 63 && text.bytes.get(to).is_some_and(|b| is_label(*b)) {
        to += 1;
    }
    to
}

fn word(text: &Layer, from: usize, to: usize) -> &str {
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
    let mut host_from = at + 3;
    // `https://bri.co.id@jahat.xyz`: what stands before @ is no host.
    let mut look = host_from;
    while text
        .bytes
        .get(look)
        .is_some_and(|b| is_label(*b) || matches!(b, b'.' | b'@' | b':'))
        && look - host_from < 255
    {
        if text.at(look) == b'@' {
            host_from = look + 1;
        }
        look += 1;
    }
    let to = host_end(text, host_from);
    let host = word(text, host_from, to);
    let ip = is_ip(host);
    if !ip && (!host.contains('.') || host.len() < 4) {
        return None;
    }
    Some(finish(
        text,
        from,
        host_from,
        to,
        host.to_owned(),
        ip,
        false,
    ))
}

/// The end of a run of labels with single dots between.
fn host_end(text: &Layer, from: usize) -> usize {
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
        let ip = is_ip(host);
        let after = text.at(to);
        let rich = host.starts_with("www.")
            || after == b'/' && text.at(to + 1) != b' '
            || after == b':' && text.at(to + 1).is_ascii_digit();
        if ip {
            return rich.then(|| finish(text, from, from, to, host.to_owned(), true, false));
        }
        let ending = host.rsplit('.').next().unwrap_or_default();
        if ending == "apk" {
            let mut found = finish(text, from, from, to, host.to_owned(), false, false);
            found.file = true;
            return Some(found);
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
        return (letters && named && known)
            .then(|| finish(text, from, from, to, host.to_owned(), false, false));
    }
    apart(text, at, at + 1, done)
}

/// Hosts so common that they stand without path: `s.id`, `bit.ly`, `wa.me`, `t.me`.
fn is_known_short(host: &str) -> bool {
    matches!(host, "wa.me" | "t.me" | "line.me" | "bio.link" | "about.me")
}

/// `nama . com`, `nama [.] com`, `nama .com`: the dot from `dot_from` to `dot_to` stands apart from one side at least.
fn apart(text: &Layer, dot_from: usize, dot_to: usize, done: usize) -> Option<Found> {
    let skip = |b: u8| matches!(b, b' ' | b'[' | b'(' | b']' | b')' | b'{' | b'}');
    let mut left = dot_from;
    while left > done && dot_from - left < 3 && text.bytes.get(left - 1).is_some_and(|b| skip(*b)) {
        left -= 1;
    }
    let mut right = dot_to;
    while right - dot_to < 3 && text.bytes.get(right).is_some_and(|b| skip(*b)) {
        right += 1;
    }
    let to = label_end(text, right);
    let ending = word(text, right, to);
    let allowed = if left < dot_from { APART } else { APART_AFTER };
    if !allowed.contains(&ending) || before_is_sign(text, to) {
        return None;
    }
    let from = label_start(text, left, done);
    let label = word(text, from, left);
    // A sentence may end before `id` or `info`: only a name with digits is believed there.
    let sure = !matches!(
        ending,
        "id" | "info" | "top" | "link" | "site" | "online" | "shop" | "club" | "win"
    ) || label.bytes().any(|b| b.is_ascii_digit());
    if label.len() < 3 || !sure || label.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let host = format!("{label}.{ending}");
    Some(finish(text, from, from, to, host, false, true))
}

fn before_is_sign(text: &Layer, to: usize) -> bool {
    text.bytes
        .get(to)
        .is_some_and(|b| b.is_ascii_alphanumeric())
}

/// `nama dot com`, `nama titik com`, and `nama77 com`.
fn spelt(text: &Layer, at: usize, done: usize) -> Option<Found> {
    let end = label_end(text, at);
    match word(text, at, end) {
        "dot" | "titik" | "dott" => apart(text, at, end, done),
        "com" | "net" | "xyz" => {
            if at < done + 4 || text.bytes.get(at - 1) != Some(&b' ') {
                return None;
            }
            let from = label_start(text, at - 1, done);
            let name = word(text, from, at - 1);
            let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
            let digits = name.len() - letters;
            (letters >= 3
                && (2..=4).contains(&digits)
                && name.bytes().skip(letters).all(|b| b.is_ascii_digit()))
            .then(|| {
                finish(
                    text,
                    from,
                    from,
                    end,
                    format!("{name}.{}", word(text, at, end)),
                    false,
                    true,
                )
            })
        }
        _ => None,
    }
}

fn is_ip(host: &str) -> bool {
    let mut parts = 0;
    host.split('.').all(|part| {
        parts += 1;
        part.len() <= 3 && part.parse::<u8>().is_ok()
    }) && parts == 4
}

/// Whether the public suffix list knows the ending.
fn is_ending(ending: &str) -> bool {
    psl::suffix(ending.as_bytes()).is_some_and(|s| s.is_known())
}

/// Adds port and path, and looks at how the host was written.
fn finish(
    text: &Layer,
    from: usize,
    host_from: usize,
    to: usize,
    host: String,
    ip: bool,
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
    Found {
        from,
        to: end,
        host: host.trim_matches(|c| c == '-' || c == '.').to_owned(),
        path: word(text, path_from, end).to_owned(),
        port,
        ip,
        broken,
        styled,
        file: false,
    }
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
}
