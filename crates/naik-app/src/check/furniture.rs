//! What a phone's screen holds beside the message: clock, battery, the field to type in. None of it is judged.

/// Whole lines of chat programs and of the bar above them.
const LINES: &[&str] = &[
    "ketik pesan",
    "tulis pesan",
    "kirim pesan",
    "type a message",
    "message",
    "pesan",
    "online",
    "daring",
    "mengetik",
    "typing",
    "hari ini",
    "kemarin",
    "today",
    "yesterday",
    "baru saja",
    "diteruskan",
    "forwarded",
    "diteruskan berkali-kali",
    "forwarded many times",
    "tambah ke kontak",
    "blokir",
    "laporkan",
    "balas",
    "reply",
    "pesan teks",
    "text message",
    "sms",
    "delivered",
    "read",
    "terkirim",
    "dibaca",
    "baca selengkapnya",
    "read more",
];
/// Beginnings of such lines.
const STARTS: &[&str] = &[
    "terakhir dilihat",
    "last seen",
    "pesan dan panggilan terenkripsi",
    "pesan dan panggilan dienkripsi",
    "messages and calls are end-to-end",
    "messages to this chat",
    "pengirim tidak ada di daftar kontak",
];
/// Beginnings of lines that ask for a tap: furniture when they go on in [`TAP_WORDS`] alone. Swindlers ask for taps, too.
const TAPS: &[&str] = &[
    "ketuk untuk",
    "ketuk di sini",
    "tap to",
    "tap for",
    "tap here",
];
/// What chat programs say after them: information on a contact, a group or a setting.
const TAP_WORDS: &str = "ketuk di sini untuk info informasi kontak grup bisnis akun ini selengkapnya selanjutnya lebih lanjut \
    mempelajari pelajari membalas memuat ulang mengubah pengaturan \
    tap here to for the more info information contact group business account this learn about reply retry reload change \
    settings";
/// Words of the bar at the top of a screen.
const BAR: &[&str] = &[
    "4g",
    "5g",
    "3g",
    "lte",
    "volte",
    "vo",
    "wifi",
    "h+",
    "kb/s",
    "mb/s",
    "b/s",
    "telkomsel",
    "xl",
    "indosat",
    "tri",
    "smartfren",
    "axis",
    "im3",
    "am",
    "pm",
    "wib",
    "wita",
    "wit",
];

/// The writing on a screenshot without the lines that belong to the phone. The order of what is left stays.
pub(super) fn without(text: &str) -> String {
    let kept: Vec<&str> = text
        .lines()
        .map(without_ticks)
        .filter(|line| line.trim().is_empty() || !is_furniture(line))
        .collect();
    kept.join("\n").trim().to_owned()
}

fn is_furniture(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let starts = STARTS.iter().any(|start| bare.starts_with(start));
    LINES.contains(&bare) || starts && !holds_address(&lower) || is_tap(&lower) || is_bar(&lower)
}

/// `Ketuk untuk info kontak.`, and nothing but that: an address, a number, a colon or a call to act is part of a message.
fn is_tap(lower: &str) -> bool {
    let plain = |c: char| c.is_alphabetic() || c == ' ' || c == '.';
    TAPS.iter().any(|start| lower.starts_with(start))
        && lower.chars().all(plain)
        && lower
            .split([' ', '.'])
            .filter(|word| !word.is_empty())
            .all(|word| TAP_WORDS.split_whitespace().any(|known| known == word))
}

/// Whether a word of a line is an address: `bri-undian.site`, `https://…`.
fn holds_address(lower: &str) -> bool {
    lower.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let ending = bare.rsplit_once('.').map_or("", |(_, ending)| ending);
        word.contains("://")
            || ending.len() >= 2 && ending.starts_with(|c: char| c.is_alphabetic())
            || bare.contains('/') && bare.contains('.')
    })
}

/// Whether a line is made of clocks, percents and the names of networks alone: `10.21  4G  87%`.
fn is_bar(lower: &str) -> bool {
    let mut known = false;
    lower.split_whitespace().all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
        let is_known = is_clock(bare) || is_percent(bare) || BAR.contains(&bare);
        known |= is_known;
        // What a reader makes of the little pictures there is a letter or two, or a sign.
        is_known
            || bare.chars().count() <= 2 && !bare.bytes().any(|b| b.is_ascii_digit())
            || is_speed(bare)
    }) && known
}

/// `9:41`, `21.30`.
fn is_clock(word: &str) -> bool {
    let Some((hours, minutes)) = word.split_once([':', '.']) else {
        return false;
    };
    let number = |text: &str, most: u8| {
        (1..=2).contains(&text.len()) && text.parse::<u8>().is_ok_and(|number| number <= most)
    };
    minutes.len() == 2 && number(hours, 23) && number(minutes, 59)
}

/// `87%`.
fn is_percent(word: &str) -> bool {
    let number = word.strip_suffix('%');
    number.is_some_and(|number| number.parse::<u8>().is_ok_and(|number| number <= 100))
}

/// `0,35` before `KB/s`.
fn is_speed(word: &str) -> bool {
    word.len() <= 5
        && word.contains(['.', ','])
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

/// A line without the clock and the ticks at the end of a bubble: `… ya kak 10.21 ✓✓`.
fn without_ticks(line: &str) -> &str {
    let ticks = |c: char| matches!(c, '✓' | '✔' | '√');
    let bare = line.trim_end();
    let unticked = bare.trim_end_matches(|c: char| ticks(c) || c.is_whitespace());
    if unticked.len() == bare.len() {
        return line;
    }
    match unticked.rsplit_once(char::is_whitespace) {
        Some((before, last)) if is_clock(last) => before.trim_end(),
        _ => unticked,
    }
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn only_the_message_is_left_of_a_screen() {
        for (screen, message) in [
            (
                "10.21 4G 87%\nBudi Kurir\nterakhir dilihat hari ini pukul 09.12\nHari ini\nPaket Anda tertahan,\nbayar Rp250.000 ya kak 10.21 ✓✓\nKetik pesan\n",
                "Budi Kurir\nPaket Anda tertahan,\nbayar Rp250.000 ya kak",
            ),
            (
                "9:41 \u{2022} LTE 100%\nPesan dan panggilan terenkripsi secara end-to-end. Ketuk untuk info.\nHalo kak\nType a message",
                "Halo kak",
            ),
            ("0,35 KB/s Vo 5G 21:30\nHalo", "Halo"),
            (
                "Ketuk untuk info kontak\nKetuk di sini untuk info selengkapnya.\nTap to learn more\nTap here for contact info\nHalo",
                "Halo",
            ),
            // A swindler's call is the message.
            (
                "Ketuk di sini untuk klaim hadiah:\nKetuk untuk masuk: bri-undian.site",
                "Ketuk di sini untuk klaim hadiah:\nKetuk untuk masuk: bri-undian.site",
            ),
            (
                "Tap to claim your prize\nKetuk untuk info: 0812 3456 7890\nKetuk untuk info selengkapnya bit.ly/x",
                "Tap to claim your prize\nKetuk untuk info: 0812 3456 7890\nKetuk untuk info selengkapnya bit.ly/x",
            ),
            (
                "Messages to this chat win prizes at undian-bri.site",
                "Messages to this chat win prizes at undian-bri.site",
            ),
            // A message may speak of hours, percents and amounts.
            ("Rapat jam 10.21\nDiskon 50%", "Rapat jam 10.21\nDiskon 50%"),
            ("12.500", "12.500"),
            ("Pesan 2 bungkus", "Pesan 2 bungkus"),
            ("satu\n\ndua", "satu\n\ndua"),
            ("", ""),
        ] {
            assert_eq!(without(screen), message, "{screen}");
            assert_eq!(without(message), message, "{message}");
        }
    }
}
