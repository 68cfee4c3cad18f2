//! Charts that the server draws: readable on a phone, without a script, with a table beside them.

use std::fmt::Write as _;

use naik_core::money::Rupiah;

/// The width of a drawing; one unit is one pixel on a phone of 360.
const WIDE: u64 = 328;
const HIGH: u64 = 176;
/// Room for the words left of and under the drawing.
const LEFT: u64 = 46;
const UNDER: u64 = 22;
const TOP: u64 = 10;

/// A line: one sum for each day, from the first.
pub(crate) struct Line {
    /// The class that colours it.
    pub(crate) class: &'static str,
    /// What had come together by the end of each day.
    pub(crate) points: Vec<u64>,
}

/// What came together day by day, as lines over a month of `days` days.
pub(crate) fn lines(title: &str, days: u64, lines: &[Line]) -> String {
    let highest = lines.iter().flat_map(|line| &line.points).max().copied();
    let top = round_up(highest.unwrap_or(0));
    let mut out = open(title, top);
    let days = days.max(2);
    let (room, tall) = (WIDE - LEFT - 8, HIGH - TOP - UNDER);
    let x = |day: u64| LEFT + day.min(days - 1) * room / (days - 1);
    for day in [1, 8, 15, 22, days] {
        let _ = write!(
            out,
            "<text class=\"gr-kata\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{day}</text>",
            x(day - 1),
            HIGH - 5
        );
    }
    for line in lines {
        let points: Vec<String> = (0..)
            .zip(&line.points)
            .map(|(day, sum)| format!("{},{}", x(day), height(*sum, top, tall)))
            .collect();
        let _ = write!(
            out,
            "<polyline class=\"{}\" points=\"{}\"/>",
            line.class,
            points.join(" ")
        );
        if let Some(last) = points.last().and_then(|point| point.split_once(',')) {
            let _ = write!(
                out,
                "<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"4\"/>",
                line.class, last.0, last.1
            );
        }
    }
    out.push_str("</svg>");
    out
}

/// One bar for each value; every `each`-th has its word under it.
pub(crate) fn bars(title: &str, values: &[(String, u64)], each: usize) -> String {
    let top = round_up(values.iter().map(|(_, v)| *v).max().unwrap_or(0));
    let mut out = open(title, top);
    let count = u64::try_from(values.len()).unwrap_or(1).max(1);
    let (room, tall) = (WIDE - LEFT - 4, HIGH - TOP - UNDER);
    for (at, (word, value)) in (0_u64..).zip(values) {
        let (start, end) = (LEFT + at * room / count, LEFT + (at + 1) * room / count);
        let y = height(*value, top, tall);
        if *value > 0 {
            let _ = write!(
                out,
                "<rect class=\"gr-batang\" x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"2\"/>",
                start + 1,
                (end - start).saturating_sub(2).max(1),
                (TOP + tall - y).max(2)
            );
        }
        if usize::try_from(at).unwrap_or(0) % each.max(1) == 0 {
            let _ = write!(
                out,
                "<text class=\"gr-kata\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                (start + end) / 2,
                HIGH - 5,
                plain(word)
            );
        }
    }
    out.push_str("</svg>");
    out
}

/// A month of a shop's line.
pub(crate) struct Month {
    /// Its short name.
    pub(crate) name: String,
    /// What was noted as sold; none where nothing was noted.
    pub(crate) sum: Option<u64>,
    /// The level that changed last in it, and whether it was reached.
    pub(crate) change: Option<(u8, bool)>,
}

/// Months side by side: what was noted, and over it the levels that were reached or lost. A month without any note is a
/// broken line and no bar: nothing is known of it.
pub(crate) fn months(title: &str, months: &[Month]) -> String {
    let top = round_up(months.iter().filter_map(|one| one.sum).max().unwrap_or(0));
    let mut out = open(title, top);
    let count = u64::try_from(months.len()).unwrap_or(1).max(1);
    // The upper part is for the marks of levels.
    let (room, tall, head) = (WIDE - LEFT - 4, HIGH - TOP - UNDER, 26);
    for (at, one) in (0_u64..).zip(months) {
        let (start, end) = (LEFT + at * room / count, LEFT + (at + 1) * room / count);
        let middle = (start + end) / 2;
        let wide = (end - start).saturating_sub(14).max(4);
        let foot = TOP + tall;
        let y = match one.sum {
            Some(sum) => {
                let y = height(sum, top, tall).max(TOP).min(foot - 2);
                let _ = write!(
                    out,
                    "<rect class=\"gr-batang\" x=\"{}\" y=\"{y}\" width=\"{wide}\" height=\"{}\" rx=\"4\"/>",
                    middle - wide / 2,
                    foot - y
                );
                y
            }
            None => {
                let _ = write!(
                    out,
                    "<path class=\"gr-kosong\" d=\"M{} {}h{wide}\"/>",
                    middle - wide / 2,
                    foot - 3
                );
                foot
            }
        };
        if let Some((level, up)) = one.change {
            let class = if up { "gr-naik" } else { "gr-turun" };
            let mark = y.saturating_sub(16).clamp(TOP + 10, foot - head);
            let _ = write!(
                out,
                "<circle class=\"{class}\" cx=\"{middle}\" cy=\"{mark}\" r=\"11\"/><text class=\"gr-tanda {class}\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}{level}</text>",
                mark + 4,
                if up { '\u{2191}' } else { '\u{2193}' }
            );
        }
        let _ = write!(
            out,
            "<text class=\"gr-kata\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            HIGH - 5,
            plain(&one.name)
        );
    }
    out.push_str("</svg>");
    out
}

/// A bar inside a row of a table: how much of the whole.
pub(crate) fn share(part: u64, whole: u64) -> String {
    let wide = if whole == 0 {
        0
    } else {
        u64::try_from(u128::from(part) * 100 / u128::from(whole)).unwrap_or(100)
    };
    format!(
        "<svg class=\"gr-bagian\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"gr-dasar\" width=\"100\" height=\"8\"/><rect class=\"gr-batang\" width=\"{wide}\" height=\"8\"/></svg>"
    )
}

fn height(value: u64, top: u64, tall: u64) -> u64 {
    let part = u128::from(value) * u128::from(tall) / u128::from(top.max(1));
    TOP + tall - u64::try_from(part).unwrap_or(tall).min(tall)
}

fn open(title: &str, top: u64) -> String {
    let mut out = format!(
        "<svg class=\"grafik\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" aria-label=\"{}\">",
        plain(title)
    );
    let tall = HIGH - TOP - UNDER;
    for part in [0, 1, 2] {
        let y = TOP + tall - part * tall / 2;
        let _ = write!(
            out,
            "<path class=\"gr-sumbu\" d=\"M{LEFT} {y}H{WIDE}\"/><text class=\"gr-kata\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            LEFT - 6,
            y + 4,
            if part == 0 {
                "0".to_owned()
            } else {
                Rupiah::new(top / 2 * part).spoken()
            }
        );
    }
    out
}

/// The next number that people like to read, with all zeros; at least 2,000.
fn round_up(value: u64) -> u64 {
    rounded_up(value, 1_000).max(2_000)
}

/// The next number that people like to read from a unit on: of 10 they are 10, 20, 40, 50, 80, 100 ...
pub(super) fn rounded_up(value: u64, from: u64) -> u64 {
    let mut unit = from;
    loop {
        for step in [1, 2, 4, 5, 8] {
            let top = unit.saturating_mul(step);
            if top >= value {
                return top;
            }
        }
        let Some(next) = unit.checked_mul(10) else {
            return u64::MAX;
        };
        unit = next;
    }
}

/// A word of ours or a label, safe in an attribute and between tags.
pub(super) fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_at_round_numbers() {
        for (value, top) in [
            (0, 2_000),
            (2_001, 4_000),
            (15_000, 20_000),
            (47_000, 50_000),
            (81_000, 100_000),
            (1_250_000, 2_000_000),
            (u64::MAX, u64::MAX),
        ] {
            assert_eq!(round_up(value), top, "{value}");
        }
    }

    #[test]
    fn a_chart_says_what_it_shows_and_runs_nothing() {
        let line = Line {
            class: "gr-kini",
            points: vec![0, 15_000, 15_000, 45_000],
        };
        let drawn = lines("Bulan \"ini\" <b>", 30, &[line]);
        assert!(drawn.contains("aria-label=\"Bulan &quot;ini&quot; &lt;b&gt;\""));
        assert!(drawn.contains("50rb") && drawn.contains("<polyline"));
        assert!(!drawn.contains("style=") && !drawn.contains("<b>"));
        let drawn = bars("Jam", &[("<7".to_owned(), 5), ("8".to_owned(), 0)], 1);
        assert!(drawn.contains("&lt;7") && drawn.matches("gr-batang").count() == 1);
        // Nothing at all, and more than there can be, are drawn too.
        for values in [vec![], vec![("x".to_owned(), u64::MAX)]] {
            assert!(bars("Jam", &values, 0).ends_with("</svg>"));
        }
        let far = Line {
            class: "gr-kini",
            points: vec![u64::MAX; 40],
        };
        assert!(lines("x", 0, &[far]).ends_with("</svg>"));
    }

    #[test]
    fn a_month_without_notes_is_not_a_month_of_nothing() {
        let month = |sum, change| Month {
            name: "Mei".to_owned(),
            sum,
            change,
        };
        let drawn = months(
            "Enam bulan",
            &[
                month(None, None),
                month(Some(0), None),
                month(Some(1_000_000), Some((2, true))),
                month(Some(u64::MAX), Some((2, false))),
            ],
        );
        assert_eq!(drawn.matches("gr-batang").count(), 3);
        assert_eq!(drawn.matches("gr-kosong").count(), 1);
        assert_eq!(drawn.matches("<circle class=\"gr-naik\"").count(), 1);
        assert_eq!(drawn.matches("<circle class=\"gr-turun\"").count(), 1);
        assert!(months("x", &[]).ends_with("</svg>"));
    }

    #[test]
    fn a_share_is_a_part_of_the_whole() {
        assert!(share(1, 4).contains("width=\"25\""));
        assert!(share(1, 0).contains("width=\"0\""));
    }
}
