//! Days, amounts and counts as exports write them.

use jiff::civil::{Date, date};
use naik_core::message::{Explain, Message};
use naik_core::money::{MoneyError, Rupiah};
use naik_core::sale::QUANTITY_MOST;

/// The first letters of months, Indonesian and English.
const MONTHS: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar"],
    &["apr"],
    &["mei", "may"],
    &["jun"],
    &["jul"],
    &["agu", "aug", "ags"],
    &["sep"],
    &["okt", "oct"],
    &["nov", "nop"],
    &["des", "dec"],
];

/// A day with its hour: `2026-11-03 10:21`, `03/11/2026 10:21:00`, `3 Nov 2026 10:21`, `3 November 2026`, and a
/// spreadsheet's day number. Numbers alone are day first, unless AM or PM shows that Americans wrote them.
pub(super) fn day(text: &str) -> Result<(Date, Option<u8>), Message> {
    let wrong = || Message::new("orders-day").with("text", crate::clean::quote(text));
    let lower = text.trim().to_lowercase();
    if let Some(serial) = serial(&lower) {
        return Ok(serial);
    }
    let is_half_day = lower.ends_with("am") || lower.ends_with("pm");
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | 't'))
        .filter(|part| !part.is_empty())
        .collect();
    // `t` parts ISO's day from its hour; a month's name with a `t` in it is looked for in the whole text.
    let month_name = named_month(&lower);
    let numbers: Vec<i16> = parts
        .iter()
        .filter(|part| part.len() <= 4)
        .filter_map(|part| part.parse().ok())
        .take(3)
        .collect();
    let (year, month, day) = match (month_name, numbers.as_slice()) {
        (Some(month), [a, b, ..]) if *b > 31 => (*b, month, *a),
        (Some(month), [a, b, ..]) if *a > 31 => (*a, month, *b),
        (None, [year, month, day]) if *year > 31 => (*year, *month, *day),
        (None, [month, day, year]) if is_half_day => (*year, *month, *day),
        (None, [day, month, year]) => (*year, *month, *day),
        _ => return Err(wrong()),
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
        return Err(wrong());
    };
    if !(1990..=2200).contains(&year) {
        return Err(wrong());
    }
    let date = Date::new(year, month, day).map_err(|_| wrong())?;
    Ok((date, hour(&lower)))
}

/// A spreadsheet counts days from 30 December 1899.
fn serial(text: &str) -> Option<(Date, Option<u8>)> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    if whole.len() != 5 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let days: i64 = whole.parse().ok()?;
    let day = date(1899, 12, 30)
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()?;
    let fraction: f64 = format!("0.{part}0").parse().ok()?;
    let seconds = (fraction * 86_400.0).round();
    let hour = (!part.is_empty()).then_some((seconds / 3_600.0).floor().min(23.0) as u8);
    Some((day, hour))
}

fn named_month(text: &str) -> Option<i16> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words
        .filter(|word| word.len() >= 3)
        .find_map(|word| {
            MONTHS
                .iter()
                .position(|names| names.iter().any(|name| word.starts_with(name)))
        })
        .and_then(|at| i16::try_from(at + 1).ok())
}

/// The hour of `10:21`, `10.21` after a space, `9:30:33 pm`.
fn hour(text: &str) -> Option<u8> {
    let (before, _) = text.split_once(':')?;
    let digits: String = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect();
    let hour: u8 = digits.chars().rev().collect::<String>().parse().ok()?;
    let hour = match (text.ends_with("pm"), text.ends_with("am"), hour) {
        (true, _, 1..=11) => hour + 12,
        (_, true, 12) => 0,
        _ => hour,
    };
    (hour < 24).then_some(hour)
}

/// An amount: `Rp15.000`, `IDR 15000`, `15000.00`, `15,000.00`; nothing for an empty cell and for 0.
pub(super) fn amount(text: &str) -> Result<Option<Rupiah>, Message> {
    let text = text.trim();
    let bare = text.trim_start_matches('(').trim_end_matches(')').trim();
    let is_zero =
        bare.contains('0') && !bare.contains(|c: char| matches!(c, '1'..='9') || c.is_alphabetic());
    if bare.is_empty() || bare == "-" || is_zero {
        return Ok(None);
    }
    let is_negative = text.starts_with('(')
        || text
            .chars()
            .find(|c| c.is_ascii_digit() || is_minus(*c))
            .is_some_and(is_minus);
    match Rupiah::parse(bare) {
        Err(MoneyError::Zero) => Ok(None),
        _ if is_negative => {
            Err(Message::new("orders-negative").with("text", crate::clean::quote(text)))
        }
        Ok(amount) => Ok(Some(amount)),
        Err(MoneyError::NotANumber(_)) => {
            Err(Message::new("orders-amount").with("text", crate::clean::quote(text)))
        }
        Err(error) => Err(error.explain()),
    }
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '\u{2013}')
}

/// A count: `2`, `2,0`, `2.00`; nothing for an empty cell.
pub(super) fn count(text: &str) -> Result<Option<u32>, Message> {
    let wrong = || Message::new("orders-count").with("text", crate::clean::quote(text));
    let bare = text.trim();
    if bare.is_empty() {
        return Ok(None);
    }
    let (whole, part) = bare.split_once([',', '.']).unwrap_or((bare, ""));
    if whole.len() > 9
        || !whole.bytes().all(|b| b.is_ascii_digit())
        || part.bytes().any(|b| b != b'0')
        || part.len() == 3
    {
        return Err(wrong());
    }
    let count: u32 = whole.parse().map_err(|_| wrong())?;
    if count > QUANTITY_MOST {
        return Err(wrong());
    }
    Ok(Some(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_every_style() {
        let wanted = date(2026, 11, 3);
        for (text, hour) in [
            ("2026-11-03", None),
            ("2026-11-03 10:21", Some(10)),
            ("2026-11-03T10:21:00+07:00", Some(10)),
            ("03/11/2026 10:21:00", Some(10)),
            ("3/11/2026", None),
            ("03-11-2026 09:05", Some(9)),
            ("03.11.2026", None),
            ("3 Nov 2026 10:21", Some(10)),
            ("3 November 2026", None),
            ("03 Nop 2026", None),
            ("Nov 3, 2026", None),
            ("11/3/2026 9:30:33 PM", Some(21)),
            ("46329", None),
            ("46329,5", Some(12)),
            (" 2026/11/03 ", None),
        ] {
            assert_eq!(day(text), Ok((wanted, hour)), "{text}");
        }
        for (text, month) in [
            ("3 Oktober 2026", 10),
            ("3 Agustus 2026", 8),
            ("3 Mei 2026", 5),
            ("3 Sept 2026", 9),
        ] {
            assert_eq!(day(text).map(|d| d.0.month()), Ok(month), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "kemarin",
            "31/02/2026",
            "13/25/2026",
            "3/11/26",
            "2026",
            "99999999",
            "=NOW()",
            "3 Blabla 2026",
            "00/00/0000",
        ] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_are_read_as_exports_write_them() {
        for (text, wanted) in [
            ("Rp15.000", Some(15_000)),
            ("Rp 15.000", Some(15_000)),
            ("IDR 15000", Some(15_000)),
            ("15000.00", Some(15_000)),
            ("15,000.00", Some(15_000)),
            ("15.000,00", Some(15_000)),
            ("15000", Some(15_000)),
            ("0", None),
            ("Rp0", None),
            ("-0", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(amount(text), Ok(wanted.map(Rupiah::new)), "{text}");
        }
        for (text, key) in [
            ("-15.000", "orders-negative"),
            ("Rp-15.000", "orders-negative"),
            ("-Rp15.000", "orders-negative"),
            ("(15.000)", "orders-negative"),
            ("\u{2212}15000", "orders-negative"),
            ("=1+1", "orders-amount"),
            ("gratis", "orders-amount"),
            ("15000.50", "money-part-of-rupiah"),
            ("999999999999", "money-too-large"),
        ] {
            assert_eq!(
                amount(text).map_err(|m| m.key),
                Err(key.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn counts_are_whole() {
        for (text, wanted) in [
            ("2", Some(2)),
            ("2.0", Some(2)),
            ("2,00", Some(2)),
            ("", None),
            ("0", Some(0)),
        ] {
            assert_eq!(count(text), Ok(wanted), "{text}");
        }
        for text in ["-1", "1,5", "dua", "1.000", "9999999999", "=2"] {
            assert!(count(text).is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_cell_breaks_them(text in ".{0,30}") {
            let _ = (day(&text), amount(&text), count(&text));
        }

        #[test]
        fn a_day_written_three_ways_is_one_day(days in 0_i64..15_000) {
            let wanted = date(1995, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let (y, m, d) = (wanted.year(), wanted.month(), wanted.day());
            let name = MONTHS[usize::try_from(m).unwrap() - 1][0];
            for text in [format!("{y}-{m:02}-{d:02}"), format!("{d}/{m}/{y}"), format!("{d} {name} {y}")] {
                proptest::prop_assert_eq!(day(&text), Ok((wanted, None)));
            }
        }
    }
}
