//! Changes against a baseline, month by month: a line for the median and a band for the middle half, for two groups.

use std::fmt::Write as _;

use naik_core::measure::share::signed;

use super::chart::plain;

const WIDE: f64 = 328.0;
const HIGH: f64 = 200.0;
const LEFT: f64 = 50.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 10.0;
const UNDER: f64 = 24.0;
/// About what a letter takes, at the size of the drawing's words.
const LETTER: f64 = 7.0;
/// Changes beyond are drawn at the edge, in percent.
const MOST: i64 = 1_000;

/// A group's month: lower quartile, median and upper quartile, in percent of change.
pub(crate) type Band = Option<[i64; 3]>;

/// One month: its word, those with a place, those who wait.
pub(crate) type Month = (String, Band, Band);

/// The drawing. `begins` is the place of the programme's first month, which a line marks; `word` stands at it.
pub(crate) fn bands(title: &str, months: &[Month], begins: usize, word: &str) -> String {
    let (low, high) = ends(months);
    let step = step(high - low);
    let (low, high) = (
        low.div_euclid(step) * step,
        (high + step - 1).div_euclid(step) * step,
    );
    let mut out = format!(
        "<svg class=\"grafik\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" aria-label=\"{}\">",
        plain(title)
    );
    let y = |percent: i64| {
        let part = (percent.clamp(low, high) - low) as f64 / (high - low).max(1) as f64;
        HIGH - UNDER - part * (HIGH - UNDER - TOP)
    };
    let x = |place: usize| {
        let last = months.len().saturating_sub(1).max(1);
        LEFT + place as f64 * (WIDE - LEFT - RIGHT) / last as f64
    };
    let mut mark = low;
    while mark <= high {
        let class = if mark == 0 { "gr-nol" } else { "gr-sumbu" };
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{LEFT} {y:.1}H{WIDE}\"/><text class=\"gr-kata\" x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
            LEFT - 6.0,
            y(mark) + 4.0,
            signed(mark),
            y = y(mark),
        );
        mark += step;
    }
    if begins > 0 && begins < months.len() {
        let at = x(begins);
        // Where it would leave the drawing the word stands on the other side of its line.
        let ends = at + 4.0 + LETTER * word.chars().count() as f64;
        let (from, anchor) = if ends > WIDE {
            (at - 4.0, "end")
        } else {
            (at + 4.0, "start")
        };
        let _ = write!(
            out,
            "<path class=\"gr-mulai\" d=\"M{at:.1} {TOP}V{:.1}\"/><text class=\"gr-kata\" x=\"{from:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{}</text>",
            HIGH - UNDER,
            TOP + 9.0,
            plain(word)
        );
    }
    let each = months.len().div_ceil(6).max(1);
    for (place, (word, ..)) in months.iter().enumerate().step_by(each) {
        let _ = write!(
            out,
            "<text class=\"gr-kata\" x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x(place),
            HIGH - 6.0,
            plain(word)
        );
    }
    for (class, of) in [("lalu", 1), ("kini", 0)] {
        let group: Vec<(usize, [i64; 3])> = months
            .iter()
            .enumerate()
            .filter_map(|(place, (_, one, other))| {
                let band = if of == 0 { one } else { other };
                band.map(|band| (place, band))
            })
            .collect();
        // A month that nothing is known of is a gap, not a line across it.
        for run in group.chunk_by(|one, next| one.0 + 1 == next.0) {
            draw(&mut out, class, run, &x, &y);
        }
    }
    out.push_str("</svg>");
    out
}

fn draw(
    out: &mut String,
    class: &str,
    run: &[(usize, [i64; 3])],
    x: &impl Fn(usize) -> f64,
    y: &impl Fn(i64) -> f64,
) {
    let point = |place: usize, value: i64| format!("{:.1},{:.1}", x(place), y(value));
    let upper = run.iter().map(|(place, [.., high])| point(*place, *high));
    let lower = run
        .iter()
        .rev()
        .map(|(place, [low, ..])| point(*place, *low));
    let band: Vec<String> = upper.chain(lower).collect();
    let line: Vec<String> = run
        .iter()
        .map(|(place, [_, middle, _])| point(*place, *middle))
        .collect();
    let _ = write!(
        out,
        "<polygon class=\"gr-pita {class}\" points=\"{}\"/><polyline class=\"gr-{class}\" points=\"{}\"/>",
        band.join(" "),
        line.join(" ")
    );
    if let Some((place, [_, middle, _])) = run.last() {
        let _ = write!(
            out,
            "<circle class=\"gr-titik {class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>",
            x(*place),
            y(*middle)
        );
    }
}

/// The lowest and the highest change; nothing is always among them.
fn ends(months: &[Month]) -> (i64, i64) {
    let all = months
        .iter()
        .flat_map(|(_, one, other)| [one, other])
        .flatten()
        .flatten();
    all.fold((-10, 10), |(low, high), value| {
        let value = (*value).clamp(-100, MOST);
        (low.min(value), high.max(value))
    })
}

/// Between marks, so that there are three to six of them.
fn step(range: i64) -> i64 {
    [5, 10, 20, 25, 50, 100, 200]
        .into_iter()
        .find(|step| range / step <= 5)
        .unwrap_or(400)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_leaves_the_drawing() {
        let months: Vec<Month> = (0..12)
            .map(|_| ("Des".to_owned(), Some([-100, 0, 5_000]), None))
            .collect();
        for count in 2..=months.len() {
            for begins in 1..count {
                let drawn = bands("x", &months[..count], begins, "mulai");
                for text in drawn.split("<text ").skip(1) {
                    let (head, rest) = text.split_once('>').unwrap();
                    let word = rest.split('<').next().unwrap();
                    let wide = LETTER * word.chars().count() as f64;
                    let at = head.split("x=\"").nth(1).unwrap();
                    let at: f64 = at.split('"').next().unwrap().parse().unwrap();
                    let from = match head.rsplit('"').nth(1).unwrap() {
                        "end" => at - wide,
                        "middle" => at - wide / 2.0,
                        _ => at,
                    };
                    assert!(
                        from >= 0.0 && from + wide <= WIDE,
                        "{begins} of {count}: {word}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_gap_is_not_drawn_across() {
        let month = |band| ("Jan <1>".to_owned(), band, None);
        let some = Some([-5, 3, 14]);
        let drawn = bands(
            "Dua \"kelompok\"",
            &[month(some), month(None), month(some)],
            1,
            "mulai",
        );
        assert_eq!(drawn.matches("<polyline").count(), 2);
        assert!(drawn.contains("Dua &quot;kelompok&quot;") && drawn.contains("Jan &lt;1&gt;"));
        assert!(!drawn.contains("style=") && !drawn.contains("NaN"));
        for months in [vec![], vec![month(Some([-100, 0, 90_000]))]] {
            let drawn = bands("x", &months, 9, "");
            assert!(drawn.ends_with("</svg>") && !drawn.contains("NaN") && !drawn.contains("inf"));
        }
    }
}
