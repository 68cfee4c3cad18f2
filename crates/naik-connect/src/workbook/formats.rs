//! Which cells hold days: a workbook keeps them as numbers, and only their number format tells.

use std::collections::HashMap;
use std::io::BufRead;

use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use quick_xml::events::Event;

use super::{Xml, attribute};
use crate::catalogue::CatalogueError;

/// Between the days that both calendars of Excel count from.
const DAYS_TO_1904: f64 = 1_462.0;
const MILLISECONDS: f64 = 86_400_000.0;
/// The end of the year 9999.
const LAST_DAY: f64 = 2_958_466.0;
/// The most formats that are kept: more than Excel writes.
const FORMATS_MAX: usize = 65_536;

/// For each style of a cell whether its number is a day.
pub(super) struct Formats {
    is_day: Vec<bool>,
    is_1904: bool,
}

impl Formats {
    pub(super) fn read(
        part: Option<Box<dyn BufRead + '_>>,
        is_1904: bool,
    ) -> Result<Self, CatalogueError> {
        let mut is_day = Vec::new();
        let mut own: HashMap<u32, bool> = HashMap::new();
        let mut in_cells = false;
        let mut xml = part.map(Xml::new);
        while let Some(event) = xml.as_mut().map(Xml::next).transpose()?.flatten() {
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    let number = |name| {
                        Ok::<_, CatalogueError>(
                            attribute(&element, name)?.and_then(|id| id.parse().ok()),
                        )
                    };
                    match element.local_name().as_ref() {
                        "numFmt" if own.len() < FORMATS_MAX => {
                            let code = attribute(&element, "formatCode")?.unwrap_or_default();
                            if let Some(id) = number("numFmtId")? {
                                own.insert(id, shows_day(&code));
                            }
                        }
                        "cellXfs" => in_cells = true,
                        "xf" if in_cells && is_day.len() < FORMATS_MAX => {
                            let id = number("numFmtId")?.unwrap_or(0);
                            is_day
                                .push(own.get(&id).copied().unwrap_or_else(|| is_built_in_day(id)));
                        }
                        _ => {}
                    }
                }
                Event::End(element) if element.local_name().as_ref() == "cellXfs" => {
                    in_cells = false
                }
                _ => {}
            }
        }
        Ok(Self { is_day, is_1904 })
    }

    /// A number as people see it: whole ones without `.0`, long ones without an exponent; days and hours as such.
    pub(super) fn shown(&self, number: f64, style: Option<usize>) -> String {
        if style.and_then(|style| self.is_day.get(style)) == Some(&true)
            && let Some(text) = self.day(number)
        {
            return text;
        }
        if number.fract() == 0.0 && number.abs() < 1e18 {
            return format!("{number:.0}");
        }
        // A decimal comma, so that 15.125 is not taken for fifteen thousand.
        number.to_string().replace('.', ",")
    }

    /// `2026-11-27`, or `2026-11-27 08:15:00` where the number tells the hour.
    fn day(&self, number: f64) -> Option<String> {
        let number = number + if self.is_1904 { DAYS_TO_1904 } else { 0.0 };
        if !(0.0..LAST_DAY).contains(&number) {
            return None;
        }
        // Excel counts a 29 February 1900 that never was.
        let number = if number < 60.0 { number + 1.0 } else { number };
        let milliseconds = (number * MILLISECONDS).round() as i64;
        let epoch: DateTime = date(1899, 12, 30).at(0, 0, 0, 0);
        let when = epoch.checked_add(milliseconds.milliseconds()).ok()?;
        Some(if milliseconds % MILLISECONDS as i64 == 0 {
            when.date().to_string()
        } else {
            when.strftime("%Y-%m-%d %H:%M:%S").to_string()
        })
    }
}

/// The formats without a code of their own that show days or hours (ECMA-376, 18.8.30); 46 is a length of time.
fn is_built_in_day(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58)
}

/// Whether a format's code shows a day or an hour: a letter of one outside of quotation marks, brackets and escapes. What
/// counts hours beyond a day, `[h]:mm`, is a length of time.
fn shows_day(code: &str) -> bool {
    let mut letters = code.chars();
    let mut found = false;
    while let Some(letter) = letters.next() {
        match letter {
            // A literal, a width, a filling: the next letter is none of the format.
            '\\' | '_' | '*' => _ = letters.next(),
            '"' => _ = letters.find(|letter| *letter == '"'),
            '[' => {
                let inside: String = letters
                    .by_ref()
                    .take_while(|letter| *letter != ']')
                    .collect();
                let length = inside.to_ascii_lowercase();
                if !length.is_empty()
                    && ["h", "m", "s"]
                        .iter()
                        .any(|unit| length.replace(unit, "").is_empty())
                {
                    return found;
                }
            }
            // Only the part for numbers above nothing.
            ';' => break,
            _ => found |= "dmyhs".contains(letter.to_ascii_lowercase()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_others() {
        for code in [
            "dd/mm/yyyy",
            "d mmm yyyy;@",
            "[$-421]dd mmmm yyyy",
            "h:mm AM/PM",
            "yyyy\\-mm\\-dd",
            "mm:ss",
        ] {
            assert!(shows_day(code), "{code}");
        }
        for code in [
            "General",
            "#,##0",
            "\"Rp\"#,##0",
            "[Red]-0.00",
            "[h]:mm:ss",
            "[mm]:ss",
            "0.00E+00",
            "0;\"d\"",
            "_d0",
            "@",
            "",
        ] {
            assert!(!shows_day(code), "{code}");
        }
    }

    #[test]
    fn numbers_and_days_are_shown_as_people_write_them() {
        let formats = |is_1904| Formats {
            is_day: vec![false, true],
            is_1904,
        };
        let shown = |number, style| formats(false).shown(number, Some(style));
        assert_eq!(shown(15_000.0, 0), "15000");
        assert_eq!(shown(15.125, 0), "15,125");
        assert_eq!(shown(6_281_234_567_890.0, 0), "6281234567890");
        assert_eq!(shown(46_353.0, 1), "2026-11-27");
        assert_eq!(shown(46_353.5, 1), "2026-11-27 12:00:00");
        assert_eq!(shown(1.0, 1), "1900-01-01");
        assert_eq!(shown(61.0, 1), "1900-03-01");
        // No day: a number after all.
        assert_eq!(shown(-3.0, 1), "-3");
        assert_eq!(shown(1e12, 1), "1000000000000");
        assert_eq!(formats(true).shown(44_891.0, Some(1)), "2026-11-27");
        assert_eq!(formats(false).shown(3.0, None), "3");
        assert_eq!(shown(f64::NAN, 1), "NaN");
    }
}
