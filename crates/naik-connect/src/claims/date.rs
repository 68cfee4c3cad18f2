//! The day of a fact-check, as feeds and spreadsheets write it. What is no date makes no fact-check.

use jiff::civil::Date;

/// Months in Indonesian and English; any beginning of at least three letters is known too.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february", "pebruari"],
    &["maret", "march"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["agustus", "august", "agt", "ags"],
    &["september"],
    &["oktober", "october"],
    &["november", "nopember"],
    &["desember", "december"],
];
const DAYS: &str = "senin selasa rabu kamis jumat jum sabtu minggu ahad monday tuesday wednesday thursday friday \
    saturday sunday mon tue tues wed thu thurs fri sat sun sen sel rab kam sab min";
/// Words that stand beside a time of day.
const CLOCK: &str = "am pm wib wita wit gmt utc z pukul jam at";

/// The date as a year, a month or a day: `2020`, `2024-03`, `2024-03-01`; `None` when it is none.
pub(super) fn date(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    // `2024-03-01T10:00:00Z`
    let day = match lower.split_once('t') {
        Some((day, time)) if day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) => {
            day
        }
        _ => lower.as_str(),
    };
    let mut words: Vec<&str> = day
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '/' | '.' | '\'' | '’'))
        .filter(|word| !word.is_empty())
        .collect();
    if words.first().is_some_and(|word| among(DAYS, word)) {
        words.remove(0);
    }
    // `Jum'at`
    if words.first() == Some(&"at") {
        words.remove(0);
    }
    if let [whole] = words.as_slice()
        && whole.len() == 8
        && is_number(whole)
    {
        return written(
            whole.get(..4)?,
            month_number(whole.get(4..6)?),
            whole.get(6..),
        );
    }
    let (found, rest) = split(&words)?;
    rest.iter().all(|word| is_clock(word)).then_some(found)
}

/// The date at the start, and the words after it.
fn split<'a>(words: &'a [&'a str]) -> Option<(String, &'a [&'a str])> {
    let parts: [Option<&str>; 3] = [
        words.first().copied(),
        words.get(1).copied(),
        words.get(2).copied(),
    ];
    let after = |n: usize| words.get(n..).unwrap_or_default();
    match parts {
        [Some(year), Some(month), Some(day)]
            if is_year(year) && is_short(month) && is_short(day) =>
        {
            Some((written(year, month_number(month), Some(day))?, after(3)))
        }
        [Some(year), Some(month), _] if is_year(year) && is_short(month) => {
            Some((written(year, month_number(month), None)?, after(2)))
        }
        // In Indonesia the day stands first; what can't be so is the other way about.
        [Some(day), Some(month), Some(year)]
            if is_year(year) && is_short(month) && is_short(day) =>
        {
            let found = written(year, month_number(month), Some(day))
                .or_else(|| written(year, month_number(day), Some(month)))?;
            Some((found, after(3)))
        }
        [Some(day), Some(month), Some(year)] if is_year(year) && named(month).is_some() => {
            Some((written(year, named(month), Some(ordinal(day)))?, after(3)))
        }
        // `17-Agu-20`: beside a month's name two digits are a year of this century, as spreadsheets shorten it.
        [Some(day), Some(month), Some(year)]
            if named(month).is_some() && is_short(day) && year.len() == 2 && is_number(year) =>
        {
            let year = format!("20{year}");
            Some((written(&year, named(month), Some(day))?, after(3)))
        }
        [Some(month), Some(day), Some(year)] if is_year(year) && named(month).is_some() => {
            Some((written(year, named(month), Some(ordinal(day)))?, after(3)))
        }
        [Some(month), Some(year), _] if is_year(year) && named(month).is_some() => {
            Some((written(year, named(month), None)?, after(2)))
        }
        [Some(month), Some(year), _] if is_year(year) && is_short(month) => {
            Some((written(year, month_number(month), None)?, after(2)))
        }
        [Some(year), _, _] if is_year(year) => Some((year.to_owned(), after(1))),
        _ => None,
    }
}

fn written(year: &str, month: Option<i8>, day: Option<&str>) -> Option<String> {
    let month = month?;
    let whole: i16 = year.parse().ok().filter(|_| is_year(year))?;
    let Some(day) = day else {
        return (1..=12)
            .contains(&month)
            .then(|| format!("{year}-{month:02}"));
    };
    let day: i8 = day.parse().ok()?;
    Date::new(whole, month, day)
        .ok()
        .map(|date| date.to_string())
}

fn month_number(text: &str) -> Option<i8> {
    text.parse().ok()
}

/// The number of a month's name.
fn named(word: &str) -> Option<i8> {
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|names| names.iter().any(|name| name.starts_with(word)))?;
    i8::try_from(at + 1).ok()
}

/// `2nd` as `2`.
fn ordinal(word: &str) -> &str {
    ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}

fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_number(word) && matches!(word.get(..2), Some("19" | "20"))
}

fn is_short(word: &str) -> bool {
    word.len() <= 2 && is_number(word)
}

/// `10:00:00`, `+0700`, `wib`.
fn is_clock(word: &str) -> bool {
    let bare = word.trim_start_matches(['+', '(']).trim_end_matches(')');
    among(CLOCK, bare)
        || bare.starts_with(|c: char| c.is_ascii_digit())
            && bare
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ':' | 'z' | '+' | 'a' | 'p' | 'm'))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_read_and_other_words_are_none() {
        for (text, wanted) in [
            ("2020", "2020"),
            ("17-Agu-20", "2020-08-17"),
            ("3-Nov-18", "2018-11-03"),
            (" 2024-03 ", "2024-03"),
            ("2024-3-1", "2024-03-01"),
            ("2024-03-01", "2024-03-01"),
            ("2024-03-01T10:00:00Z", "2024-03-01"),
            ("2024-03-01 10:00:00+07:00", "2024-03-01"),
            ("20240301", "2024-03-01"),
            ("2 Jan 2024", "2024-01-02"),
            ("2 Januari 2024", "2024-01-02"),
            ("02-Mei-2024", "2024-05-02"),
            ("Januari 2024", "2024-01"),
            ("Senin, 12 Agustus 2024 10:15 WIB", "2024-08-12"),
            ("Jum'at, 9 Agu 2024", "2024-08-09"),
            ("Mon, 05 Feb 2024 07:00:00 +0700", "2024-02-05"),
            ("March 5th, 2024", "2024-03-05"),
            ("31/12/2023", "2023-12-31"),
            ("12/31/2023", "2023-12-31"),
            ("Sept 2023", "2023-09"),
        ] {
            assert_eq!(date(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "",
            "segera",
            "entah",
            "kemarin",
            "entah 2024",
            "2024-13",
            "2024-02-30",
            "30 Februari 2024",
            "24",
            "0000-00-00",
            "2024 entah kapan",
            "Jan",
            "-",
            "1234567",
            "versi 2.0",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
