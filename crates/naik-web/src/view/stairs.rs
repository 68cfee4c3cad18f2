//! The ladder of a cohort as a picture: one pile for each week, the highest level at its foot.

use std::fmt::Write as _;

use super::chart::{plain, rounded_up};

/// One unit is one pixel on a phone of 360.
const WIDE: u64 = 328;
const HIGH: u64 = 196;
/// Room for the words left of and under the drawing.
const LEFT: u64 = 34;
const UNDER: u64 = 20;
const TOP: u64 = 8;

/// A week's shops.
pub(crate) struct Pile {
    /// What stands under it.
    pub(crate) word: String,
    /// Shops on each step, from those without a level; 0 where it is not shown.
    pub(crate) parts: Vec<u64>,
    /// Shops that are on a step that is not shown.
    pub(crate) hidden: u64,
}

/// Piles of one scale; every fourth has its word under it.
pub(crate) fn draw(title: &str, piles: &[Pile]) -> String {
    let whole = |pile: &Pile| pile.parts.iter().sum::<u64>() + pile.hidden;
    let top = rounded_up(piles.iter().map(whole).max().unwrap_or(0), 10);
    let (room, tall) = (WIDE - LEFT, HIGH - TOP - UNDER);
    let mut out = format!(
        "<svg class=\"grafik\" viewBox=\"0 0 {WIDE} {HIGH}\" role=\"img\" aria-label=\"{}\">",
        plain(title)
    );
    for part in [0, 1, 2] {
        let y = TOP + tall - part * tall / 2;
        let _ = write!(
            out,
            "<path class=\"gr-sumbu\" d=\"M{LEFT} {y}H{WIDE}\"/><text class=\"gr-kata\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            LEFT - 6,
            y + 4,
            top / 2 * part
        );
    }
    // Few weeks make no wide piles.
    let count = u64::try_from(piles.len()).unwrap_or(1).max(13);
    for (at, pile) in (0_u64..).zip(piles) {
        let (start, end) = (LEFT + at * room / count, LEFT + (at + 1) * room / count);
        let mut foot = 0;
        let steps = (0..pile.parts.len()).rev();
        let shown = steps.filter_map(|step| Some((step, *pile.parts.get(step)?)));
        for (class, shops) in shown
            .map(|(step, shops)| (format!("gr-t{step}"), shops))
            .chain([("gr-sembunyi".to_owned(), pile.hidden)])
        {
            if shops == 0 {
                continue;
            }
            let (low, high) = (height(foot, top, tall), height(foot + shops, top, tall));
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{}\" y=\"{high}\" width=\"{}\" height=\"{}\"/>",
                start + 1,
                (end - start).saturating_sub(2).max(1),
                low.saturating_sub(high).max(1)
            );
            foot += shops;
        }
        if at % 4 == 0 || piles.len() < 13 {
            let _ = write!(
                out,
                "<text class=\"gr-kata\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                (start + end) / 2,
                HIGH - 4,
                plain(&pile.word)
            );
        }
    }
    out.push_str("</svg>");
    out
}

fn height(value: u64, top: u64, tall: u64) -> u64 {
    let part = u128::from(value) * u128::from(tall) / u128::from(top.max(1));
    TOP + tall - u64::try_from(part).unwrap_or(tall).min(tall)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pile_holds_all_its_shops_and_says_which_are_hidden() {
        let piles = [Pile {
            word: "1".to_owned(),
            parts: vec![0, 6, 0, 7],
            hidden: 3,
        }];
        let drawn = draw("Tangga \"A\"", &piles);
        assert_eq!(drawn.matches("<rect").count(), 3);
        assert!(
            drawn.contains("gr-t1") && drawn.contains("gr-t3") && drawn.contains("gr-sembunyi")
        );
        assert!(drawn.contains("aria-label=\"Tangga &quot;A&quot;\"") && drawn.contains(">20<"));
    }

    #[test]
    fn nothing_and_too_much_are_drawn_too() {
        let far = Pile {
            word: "<b>".to_owned(),
            parts: vec![u64::MAX / 4; 4],
            hidden: 0,
        };
        for piles in [vec![], vec![far]] {
            let drawn = draw("x", &piles);
            assert!(drawn.ends_with("</svg>") && !drawn.contains("<b>"));
        }
    }
}
