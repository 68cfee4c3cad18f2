//! Two pictures of a shop and those around it, drawn by the server: who is tied to whom, and where they are.
//!
//! Shops are numbers in the pictures and rows in the table beside them, so that
//! a long name breaks nothing and a screen reader misses nothing.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::chart::plain;

/// One unit is one pixel on a phone of 360.
const WIDE: f64 = 328.0;
const HIGH: f64 = 300.0;
/// From the middle to the ring of others.
const RING: f64 = 104.0;
/// The most shops that have room on the ring.
pub(crate) const NODES_MOST: usize = 12;
/// Letters of a name under its number.
const LETTERS: usize = 13;

/// A shop that the own one is tied to.
pub(crate) struct Node {
    /// Its number in the table.
    pub(crate) number: usize,
    /// Its name.
    pub(crate) name: String,
    /// Whether the tie is confirmed by both; otherwise its line is broken.
    pub(crate) firm: bool,
}

/// The own shop in the middle, those that it is tied to around it.
pub(crate) fn web(title: &str, own: &str, nodes: &[Node]) -> String {
    let mut out = open(title);
    let (x, y) = (WIDE / 2.0, HIGH / 2.0);
    let shown = nodes.get(..NODES_MOST).unwrap_or(nodes);
    let places: Vec<(f64, f64)> = (0_u32..)
        .zip(shown)
        .map(|(at, _)| {
            let turn = TAU * f64::from(at) / (shown.len() as f64) - TAU / 4.0;
            // Wider than high, as the picture is.
            (x + turn.cos() * (RING + 16.0), y - 8.0 + turn.sin() * RING)
        })
        .collect();
    for (node, (there, down)) in shown.iter().zip(&places) {
        let class = if node.firm {
            "jr-tali"
        } else {
            "jr-tali lepas"
        };
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{x:.0} {y:.0}L{there:.0} {down:.0}\"/>"
        );
    }
    dot(&mut out, "jr-titik sendiri", (x, y), 27.0, "");
    label(&mut out, "jr-nama", (x, y + 44.0), &short(own));
    for (node, (there, down)) in shown.iter().zip(&places) {
        let number = node.number.to_string();
        dot(&mut out, "jr-titik", (*there, *down), 17.0, &number);
        label(
            &mut out,
            "jr-nama",
            (*there, down + 32.0),
            &short(&node.name),
        );
    }
    out.push_str("</svg>");
    out
}

/// A shop on the map.
pub(crate) struct Dot {
    /// Its number in the table.
    pub(crate) number: usize,
    /// Metres to the east and to the north of the own shop.
    pub(crate) at: (f64, f64),
    /// Whether a tie binds both already.
    pub(crate) tied: bool,
}

/// The own shop in the middle, north above, others where they are; rings tell how far.
pub(crate) fn map(title: &str, dots: &[Dot]) -> String {
    let mut out = open(title);
    let (x, y) = (WIDE / 2.0, HIGH / 2.0);
    let room = HIGH / 2.0 - 20.0;
    let far = |dot: &Dot| dot.at.0.hypot(dot.at.1);
    let farthest = dots.iter().map(far).fold(500.0, f64::max);
    let rings = rings(farthest);
    let edge = rings.last().copied().unwrap_or(500.0);
    for ring in &rings {
        let radius = ring / edge * room;
        let _ = write!(
            out,
            "<circle class=\"jr-ring\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius:.1}\"/>"
        );
        let word = if *ring < 1_000.0 {
            format!("{ring:.0} m")
        } else {
            format!("{:.0} km", ring / 1_000.0)
        };
        label(&mut out, "jr-jauh", (x, y - radius - 4.0), &word);
    }
    dot(&mut out, "jr-titik sendiri", (x, y), 9.0, "");
    for one in dots {
        let place = (x + one.at.0 / edge * room, y - one.at.1 / edge * room);
        let class = if one.tied {
            "jr-titik terikat"
        } else {
            "jr-titik"
        };
        dot(&mut out, class, place, 12.0, &one.number.to_string());
    }
    out.push_str("</svg>");
    out
}

/// Two or three round distances in metres, the last at least as far as the farthest shop.
fn rings(farthest: f64) -> Vec<f64> {
    let steps = [
        500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 40_000.0,
    ];
    let last = steps.iter().position(|step| *step >= farthest);
    let last = last.unwrap_or(steps.len() - 1);
    let from = last.saturating_sub(2);
    steps.get(from..=last).unwrap_or(&steps).to_vec()
}

fn open(title: &str) -> String {
    format!(
        "<svg class=\"grafik tetangga\" viewBox=\"0 0 {WIDE:.0} {HIGH:.0}\" role=\"img\" aria-label=\"{}\">",
        plain(title)
    )
}

fn dot(out: &mut String, class: &str, (x, y): (f64, f64), radius: f64, word: &str) {
    let _ = write!(
        out,
        "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.0}\"/>"
    );
    if !word.is_empty() {
        label(out, "jr-angka", (x, y + 4.5), word);
    }
}

fn label(out: &mut String, class: &str, (x, y): (f64, f64), word: &str) {
    let _ = write!(
        out,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{}</text>",
        plain(word)
    );
}

/// The beginning of a name.
fn short(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    let start: String = name.chars().take(LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(number: usize, name: &str, firm: bool) -> Node {
        Node {
            number,
            name: name.to_owned(),
            firm,
        }
    }

    #[test]
    fn a_web_names_its_shops_and_runs_nothing() {
        let nodes = [
            node(1, "Dapur <b>Lastri</b>", true),
            node(2, "Kopi Dampit Cak Kopi yang panjang sekali", false),
        ];
        let drawn = web("Jejaring \"Bu Sri\"", "Keripik Bu Sri", &nodes);
        assert!(drawn.contains("aria-label=\"Jejaring &quot;Bu Sri&quot;\""));
        assert!(drawn.contains("Kopi Dampit…") && !drawn.contains("<b>"));
        assert_eq!(drawn.matches("jr-tali lepas").count(), 1);
        assert_eq!(drawn.matches("class=\"jr-angka\"").count(), 2);
        // None at all, and more than there is room for, are drawn too.
        let many: Vec<Node> = (1..40).map(|number| node(number, "x", true)).collect();
        assert!(web("x", "y", &[]).ends_with("</svg>"));
        let drawn = web("x", "y", &many);
        assert_eq!(drawn.matches("class=\"jr-angka\"").count(), NODES_MOST);
    }

    #[test]
    fn a_map_holds_every_shop() {
        for (farthest, expected) in [
            (0.0, &[500.0][..]),
            (900.0, &[500.0, 1_000.0]),
            (4_000.0, &[1_000.0, 2_000.0, 5_000.0]),
            (1e9, &[10_000.0, 20_000.0, 40_000.0]),
        ] {
            assert_eq!(rings(farthest), expected, "{farthest}");
        }
        let dots = [Dot {
            number: 1,
            at: (3_000.0, -3_000.0),
            tied: true,
        }];
        let drawn = map("Peta", &dots);
        assert!(drawn.contains("terikat") && drawn.contains("5 km"));
    }
}
