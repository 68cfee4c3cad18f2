//! What names of gambling sites look like.

/// A name and a number as sites of gambling are called: `dora77`, `pulau777`, `mona4d`.
pub(super) fn is_site(text: &[u8]) -> bool {
    let letters = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let tail = text.get(letters..).unwrap_or_default();
    if !(3..=14).contains(&letters) {
        return false;
    }
    // `sakti4d77`
    if let Some(rest) = tail.strip_prefix(b"4d")
        && rest.len() <= 3
        && rest.iter().all(u8::is_ascii_digit)
    {
        return true;
    }
    if matches!(tail, b"5d" | b"2d" | b"3d" | b"6d") {
        return letters >= 4;
    }
    if !(2..=4).contains(&tail.len()) || !tail.iter().all(u8::is_ascii_digit) {
        return false;
    }
    if tail.len() == 4 {
        return matches!(
            tail,
            b"1000" | b"5000" | b"8888" | b"7777" | b"9999" | b"1131" | b"1221"
        );
    }
    tail.windows(2).all(|p| p.first() == p.last())
        || matches!(
            tail,
            b"138"
                | b"168"
                | b"188"
                | b"288"
                | b"303"
                | b"388"
                | b"328"
                | b"338"
                | b"365"
                | b"123"
                | b"998"
                | b"789"
                | b"69"
                | b"76"
                | b"78"
                | b"86"
                | b"89"
                | b"98"
                | b"96"
                | b"68"
                | b"500"
                | b"225"
                | b"118"
                | b"128"
                | b"228"
                | b"268"
                | b"368"
                | b"988"
        )
}

/// `pasal33`, `rt05`, `kelas11`: words that take a number in honest talk.
pub(super) fn is_plain_label(text: &[u8]) -> bool {
    let letters = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    matches!(
        text.get(..letters).unwrap_or_default(),
        b"pasal"
            | b"ayat"
            | b"kelas"
            | b"covid"
            | b"jam"
            | b"nomor"
            | b"gen"
            | b"top"
            | b"blok"
            | b"bab"
            | b"hal"
            | b"jalan"
            | b"lantai"
            | b"angkatan"
            | b"tahun"
            | b"umur"
            | b"usia"
            | b"tanggal"
            | b"tgl"
            | b"uud"
            | b"smp"
            | b"sma"
            | b"smk"
            | b"sdn"
            | b"smpn"
            | b"sman"
            | b"smkn"
            | b"rev"
            | b"user"
            | b"vario"
            | b"beat"
            | b"nmax"
            | b"menit"
            | b"episode"
            | b"eps"
            | b"part"
            | b"vol"
            | b"seri"
            | b"type"
            | b"tipe"
            | b"size"
            | b"ukuran"
            | b"pukul"
            | b"level"
            | b"lvl"
            | b"no"
            | b"qs"
            | b"uu"
            | b"rp"
            | b"hpp"
            | b"ddr"
            | b"redmi"
            | b"note"
            | b"iphone"
            | b"samsung"
    )
}

/// A name and any two to four digits: sites are called so, and so are users.
pub(super) fn is_named_number(text: &[u8]) -> bool {
    let letters = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let tail = text.get(letters..).unwrap_or_default();
    (4..=14).contains(&letters)
        && (2..=4).contains(&tail.len())
        && tail.iter().all(u8::is_ascii_digit)
}

/// Words that shops write apart or in capitals before a number: `P R O M O 99`.
pub(super) fn is_shop_word(text: &[u8]) -> bool {
    matches!(
        text,
        b"promo"
            | b"sale"
            | b"diskon"
            | b"disc"
            | b"discount"
            | b"only"
            | b"hanya"
            | b"cuma"
            | b"harga"
            | b"open"
            | b"order"
            | b"ready"
            | b"stock"
            | b"stok"
            | b"total"
            | b"free"
            | b"bonus"
            | b"dirgahayu"
            | b"merdeka"
            | b"juara"
            | b"bab"
    )
}

/// `GUNUNGWIN`, `DOYOKJP`: what could be the name of a site when it stands in capitals.
pub(super) fn may_be_site(text: &[u8]) -> bool {
    let honest = [
        &b"erwin"[..],
        b"edwin",
        b"darwin",
        b"baldwin",
        b"kelvin",
        b"coplay",
        b"display",
        b"replay",
        b"cosplay",
        b"airplay",
        b"fairplay",
    ];
    (6..=16).contains(&text.len())
        && [
            &b"win"[..],
            b"jp",
            b"gaming",
            b"cash",
            b"play",
            b"vip",
            b"spin",
            b"bola",
            b"club",
            b"gg",
            b"jackpot",
            b"scatter",
            b"zeus",
        ]
        .iter()
        .any(|end| text.len() >= end.len() + 3 && text.ends_with(end))
        && !honest.contains(&text)
}

/// `jajantogel`, `jerukbet`, `kusumat0t0`: a name that ends, or begins, with what is played there.
pub(super) fn is_site_word(text: &[u8]) -> bool {
    if !(6..=18).contains(&text.len()) {
        return false;
    }
    // What the names end with ends so, apart from digits; nearly every other word is done here.
    let last = text
        .iter()
        .rposition(|b| !(b'5'..=b'9').contains(b) && *b != b'2');
    let may_end = last.and_then(|at| text.get(at)).is_some_and(|b| {
        matches!(
            b,
            b'o' | b'0' | b'l' | b't' | b'i' | b'1' | b'r' | b'q' | b'3' | b'4'
        )
    });
    if !may_end && !matches!(text.first(), Some(b'm' | b't' | b'j')) {
        return false;
    }
    let mut plain = [0_u8; 18];
    for (slot, byte) in plain.iter_mut().zip(text) {
        *slot = match byte {
            b'0' => b'o',
            b'1' => b'i',
            b'3' => b'e',
            b'4' => b'a',
            other => *other,
        };
    }
    let plain = plain.get(..text.len()).unwrap_or_default();
    let rest = plain
        .iter()
        .rposition(u8::is_ascii_alphabetic)
        .map_or(0, |last| last + 1);
    let name = plain.get(..rest).unwrap_or_default();
    let ends = |end: &[u8]| name.len() > end.len() + 2 && name.ends_with(end);
    let starts = |start: &[u8]| plain.len() > start.len() + 1 && plain.starts_with(start);
    let honest = [&b"alfabet"[..], b"alphabet", b"sorbet", b"hobbet", b"tibet"];
    [
        &b"toto"[..],
        b"togel",
        b"slot",
        b"bet",
        b"hoki",
        b"poker",
        b"gacor",
        b"qq",
    ]
    .iter()
    .any(|end| ends(end))
        && !honest.iter().any(|word| name.ends_with(word))
        || [&b"maxwin"[..], b"togel", b"jackpot"]
            .iter()
            .any(|s| starts(s))
}
