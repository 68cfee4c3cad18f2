//! Numbers, mail and user names in a message that is kept: nobody is to be called by whoever reads it.

/// Digits of a run from which on it may be a telephone or an account.
const DIGITS: usize = 7;
/// Digits at its start that stay: they tell a mobile phone from a bank account.
const STAY: usize = 4;
/// Signs between two digits of one number, at most: `(0812) - 3456`. Invisible ones don't count.
const BETWEEN: usize = 4;
/// What mail and user names become.
const USER: &str = "@user";

/// The text with `#` for the digits after the fourth of every run of seven and more, whatever script they are in and
/// whatever signs stand between them, and `@user` for mail and user names. Amounts of money and dates stay.
pub(super) fn masked(text: &str) -> String {
    without_numbers(&without_names(text))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}' | '\u{300}'..='\u{36f}')
}

fn without_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<char> = chars.clone();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !c.is_numeric() {
            at += 1;
            continue;
        }
        if let Some(end) = amount(&chars, at) {
            at = end;
            continue;
        }
        let end = run(&chars, at);
        let digits: Vec<usize> = (at..end)
            .filter(|i| chars.get(*i).is_some_and(|c| c.is_numeric()))
            .collect();
        let part: String = chars.get(at..end).unwrap_or_default().iter().collect();
        if digits.len() >= DIGITS && !are_dates(&part) {
            for index in digits.into_iter().skip(STAY) {
                if let Some(place) = out.get_mut(index) {
                    *place = '#';
                }
            }
        }
        at = end;
    }
    out.into_iter().collect()
}

/// The end of a run of digits: after its last digit, before a letter, an amount, or more signs than a number has.
fn run(chars: &[char], start: usize) -> usize {
    let (mut end, mut between) = (start, 0);
    for (at, c) in chars.iter().enumerate().skip(start) {
        if c.is_numeric() {
            if between > 0 && amount(chars, at).is_some() {
                break;
            }
            (end, between) = (at + 1, 0);
        } else if !is_invisible(*c) {
            if c.is_alphabetic() || between == BETWEEN {
                break;
            }
            between += 1;
        }
    }
    end
}

/// The end of an amount of money that starts here: after `Rp`, or before `juta` and the like, and written as amounts are.
fn amount(chars: &[char], start: usize) -> Option<usize> {
    let length = chars
        .get(start..)?
        .iter()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .count();
    let written: String = chars.get(start..start + length)?.iter().collect();
    let written = written.trim_end_matches(['.', ',']);
    let end = start + written.len();
    // What goes on in another sign or digit is a longer number.
    let goes_on = chars
        .get(end)
        .is_some_and(|c| c.is_numeric() || matches!(c, '/' | '_' | '(' | ')'));
    if goes_on || !is_amount(written) {
        return None;
    }
    let before: String = chars
        .get(start.saturating_sub(6)..start)?
        .iter()
        .flat_map(|c| c.to_lowercase())
        .collect();
    let mark = before.trim_end_matches([' ', '.', '\u{a0}', ':']);
    let marked = ["rp", "idr", "usd"].into_iter().any(|sign| {
        mark.strip_suffix(sign)
            .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    }) || mark.ends_with('$');
    let after: String = chars
        .get(end..)?
        .iter()
        .skip_while(|c| **c == ' ')
        .take_while(|c| c.is_alphabetic())
        .flat_map(|c| c.to_lowercase())
        .collect();
    let counted = matches!(
        after.as_str(),
        "juta"
            | "jt"
            | "ribu"
            | "rb"
            | "k"
            | "miliar"
            | "milyar"
            | "triliun"
            | "rupiah"
            | "ewu"
            | "yuta"
    );
    (marked || counted).then_some(end)
}

/// `1.250.000`, `1,250,000.50`, `1250000`; no amount begins with a zero, and telephones are longer.
fn is_amount(written: &str) -> bool {
    let mut groups = written.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if first.is_empty() || first.starts_with('0') && written.len() > 1 && !written.starts_with("0,")
    {
        return false;
    }
    let Some((last, middle)) = rest.split_last() else {
        return first.len() <= 9;
    };
    let thousands = middle.iter().all(|group| group.len() == 3);
    let decimal = if middle.is_empty() {
        first.len() <= 9
    } else {
        first.len() <= 3
    };
    thousands && (last.len() == 3 && first.len() <= 3 || matches!(last.len(), 1 | 2) && decimal)
}

/// Whether a run is made of dates and times alone: `12/05/2024 10:30`, `2024-05-01 - 2024-05-31`.
fn are_dates(part: &str) -> bool {
    let mut words = part
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | '–' | '—'))
        .filter(|word| !word.is_empty() && *word != "-")
        .peekable();
    words.peek().is_some() && words.all(|word| is_date(word) || is_time(word) || is_year(word))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_from(word, 1900, 2099)
}

fn is_from(word: &str, least: u16, most: u16) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
        && word
            .parse::<u16>()
            .is_ok_and(|n| (least..=most).contains(&n))
}

fn is_date(word: &str) -> bool {
    ['/', '-', '.'].into_iter().any(|sign| {
        let parts: Vec<&str> = word.split(sign).collect();
        let short = |part: &str, most| part.len() <= 2 && is_from(part, 1, most);
        match parts.as_slice() {
            [day, month, year] if is_year(year) => short(day, 31) && short(month, 12),
            [year, month, day] if is_year(year) => short(day, 31) && short(month, 12),
            _ => false,
        }
    })
}

fn is_time(word: &str) -> bool {
    [':', '.'].into_iter().any(|sign| {
        let parts: Vec<&str> = word.split(sign).collect();
        let short = |part: &str, most| matches!(part.len(), 1 | 2) && is_from(part, 0, most);
        match parts.as_slice() {
            [hour, minute] => short(hour, 24) && short(minute, 59),
            [hour, minute, second] => short(hour, 24) && short(minute, 59) && short(second, 59),
            _ => false,
        }
    })
}

fn without_names(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    // Everything before this place is written.
    let mut done = 0;
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !matches!(c, '@' | '＠' | '﹫') {
            at += 1;
            continue;
        }
        let before = chars.get(done..at).unwrap_or_default();
        let name = before.iter().rev().take_while(|c| is_of_name(**c)).count();
        let after = chars.get(at + 1..).unwrap_or_default();
        let mut host = after.iter().take_while(|c| is_of_name(**c)).count();
        // A full stop ends the sentence and not the name.
        while host > 0
            && after
                .get(host - 1)
                .is_some_and(|c| !c.is_alphanumeric() && *c != '_')
        {
            host -= 1;
        }
        let told: String = after.get(..host).unwrap_or_default().iter().collect();
        if told.is_empty() || is_price(&told) {
            at += 1;
            continue;
        }
        out.extend(chars.get(done..at - name).unwrap_or_default());
        out.push_str(USER);
        at += 1 + host;
        done = at;
    }
    out.extend(chars.get(done..).unwrap_or_default());
    out
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | '．') || is_invisible(c)
}

/// `@15rb`, `2@15.000`: so much for each.
fn is_price(told: &str) -> bool {
    let unit = told.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ','));
    unit.len() < told.len()
        && matches!(
            unit.to_lowercase().as_str(),
            "" | "rb"
                | "ribu"
                | "k"
                | "jt"
                | "juta"
                | "an"
                | "pcs"
                | "kg"
                | "gr"
                | "g"
                | "ml"
                | "cm"
        )
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn numbers_are_masked_whatever_is_between_their_digits() {
        for (text, wanted) in [
            ("wa 081234567890 ya", "wa 0812######## ya"),
            ("wa 0812-3456-7890", "wa 0812-####-####"),
            ("(0812) 3456 7890", "(0812) #### ####"),
            ("0812/3456/7890", "0812/####/####"),
            ("0812_3456_7890", "0812_####_####"),
            ("0812 - 3456 - 7890", "0812 - #### - ####"),
            ("+62 (812) 3456-7890 ya", "+62 (81#) ####-#### ya"),
            ("０８１２３４５６７８９０", "０８１２########"),
            ("𝟎𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟎", "𝟎𝟖𝟏𝟐########"),
            ("٠٨١٢٣٤٥٦٧٨٩٠", "٠٨١٢########"),
            (
                "0\u{200b}8\u{200b}1\u{200b}2\u{200b}3\u{200b}4\u{200b}5",
                "0\u{200b}8\u{200b}1\u{200b}2\u{200b}#\u{200b}#\u{200b}#",
            ),
            ("0812\n3456\n7890", "0812\n####\n####"),
            ("0812🔥3456🔥7890", "0812🔥####🔥####"),
            ("rek 1234567", "rek 1234###"),
            ("wa.me/6281234567890", "wa.me/6281#########"),
            ("Rp50.000 ke 0812 3456 7890", "Rp50.000 ke 0812 #### ####"),
            ("Rp50.000 0812 3456 7890", "Rp50.000 0812 #### ####"),
            ("Rp 0812.3456.7890", "Rp 0812.####.####"),
            ("12/05/2024 0812 3456 7890", "12/05/#### #### #### ####"),
        ] {
            assert_eq!(masked(text), wanted, "{text}");
        }
    }

    #[test]
    fn amounts_dates_and_short_numbers_stay() {
        for text in [
            "harga 15000",
            "Rp1.250.000 saja",
            "Rp 1.250.000,- per bulan",
            "IDR 1,250,000.50",
            "Rp1250000 dan Rp 2.500.000.",
            "2.500.000 rupiah, 1250000 rupiah",
            "150 juta, 1.500.000 ribu",
            "tanggal 12/05/2024 10:30 WIB",
            "2024-05-01 - 2024-05-31",
            "12.05.2024",
            "kode 123456",
            "beli 2 @15.000 dan 3 @15rb",
            "satu\n\ndua\r\ntiga",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn mail_and_user_names_are_masked_and_lines_stay() {
        for (text, wanted) in [
            ("ke budi@contoh.com saja", "ke @user saja"),
            ("a@b.c\nbaris dua", "@user\nbaris dua"),
            ("surel:budi.s@contoh.co.id, ya", "surel:@user, ya"),
            ("(budi@contoh.com).", "(@user)."),
            ("a@b.co\tb@c.co\r\nx", "@user\t@user\r\nx"),
            ("081234567890@contoh.com", "@user"),
            ("halo @budi_s, cek", "halo @user, cek"),
            ("tanya @toko.id.", "tanya @user."),
            ("budi＠contoh.com", "@user"),
            ("a @ b", "a @ b"),
        ] {
            assert_eq!(masked(text), wanted, "{text}");
        }
    }
}
