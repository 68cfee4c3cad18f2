//! Several starting points, and the choice among what they lead to.
//!
//! A graph cut finds the nearest good division to where it starts. No start is
//! best on all photos, so each is tried on a small copy and the result that
//! looks most like a product is kept.

use rayon::prelude::*;

use super::guidance::Label;
use super::plain::PlainGround;
use super::score::{self, Traits, overlap};
use super::segment::{Divider, Division, Weights};
use super::working::Working;
use crate::image::Gray;

/// A starting point of the graph cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seed {
    /// What leaves a plain ground.
    Plain,
    /// Everything but a thin rim.
    Frame,
    /// Everything but a wide rim.
    Inset,
    /// Everything but a wide rim, with little weight on a short boundary.
    InsetFine,
    /// An ellipse in the middle.
    Centre,
    /// The same, with little weight on a short boundary.
    CentreFine,
    /// A large ellipse in the middle.
    CentreWide,
    /// Everything that the prior does not call background.
    Prior,
    /// What a network calls product, with the network speaking in each round.
    Model,
    /// The same, with the mean of network and prior speaking in each round.
    Both,
}

/// One starting point's result.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The starting point.
    pub seed: Seed,
    /// How much the result looks like a product, higher is better.
    pub score: f32,
    /// What was measured on it.
    pub traits: Traits,
    /// The division on a small copy of the photo: 255 is product.
    pub mask: Gray,
}

/// All divisions of the small copy, best first.
#[derive(Clone)]
pub(super) struct Trials {
    pub(super) list: Vec<Trial>,
}

impl Trials {
    /// What was measured on the one that was chosen.
    pub(super) fn best(&self) -> Traits {
        self.list
            .first()
            .map_or_else(Traits::default, |trial| trial.traits)
    }

    /// Where a starting point led, unless that was nowhere.
    fn inside(&self, seed: Seed) -> Option<Vec<bool>> {
        let trial = self.list.iter().find(|trial| trial.seed == seed)?;
        let inside: Vec<bool> = trial.mask.data().iter().map(|&value| value > 0).collect();
        inside.contains(&true).then_some(inside)
    }
}

/// Rounds of a cut that goes on from where it led before anything was drawn: colours are known by then.
const ROUNDS_ON: usize = 2;

/// Cost of a boundary pixel in nats: the usual, and for fine shapes.
const SMOOTH: f32 = 30.0;
const SMOOTH_FINE: f32 = 12.0;
/// On plain ground what leaves it wins, unless that is nothing or leaves the photo.
const SHORT_WAY: f32 = 50.0;
/// Part of the border from which the ground was not plain after all: a product
/// seldom crosses so much of it, a table or a wall does.
const MOST_CONTACT: f32 = 0.12;
/// A model that knows objects wins over guesses from colours alone.
const KNOWS_OBJECTS: f32 = 20.0;

/// Where the cut starts and what holds during it.
struct Start<'a> {
    seed: Seed,
    labels: Vec<Label>,
    inside: Vec<bool>,
    odds: Option<&'a [f32]>,
    weights: Weights,
}

/// Who says what about each pixel of the small copy, as probabilities of the product.
pub(super) struct Opinions {
    /// The built-in prior.
    pub(super) classical: Vec<f32>,
    /// A network, where there is one.
    pub(super) network: Option<Vec<f32>>,
    /// Whether the network decides, instead of being a voice among the measures.
    pub(super) decides: bool,
}

/// Log-odds of probabilities, bounded.
pub(super) fn log_odds(probability: &[f32]) -> Vec<f32> {
    probability
        .iter()
        .map(|&p| {
            let p = p.clamp(0.02, 0.98);
            (p / (1.0 - p)).ln()
        })
        .collect()
}

/// Tries all starting points; where `known` says where they led without labels, goes on from there.
pub(super) fn try_all(
    working: &Working,
    labels: &[Label],
    opinions: &Opinions,
    ground: &PlainGround,
    known: Option<&Trials>,
) -> Trials {
    let divider = Divider::new(working);
    let odds = opinions.network.as_deref().map(log_odds);
    let mixed: Vec<f32> = odds
        .iter()
        .flatten()
        .zip(log_odds(&opinions.classical))
        .map(|(network, classical)| f32::midpoint(*network, classical))
        .collect();
    let evidence = if ground.is_plain() {
        ground.evidence(working)
    } else {
        Vec::new()
    };
    let usual = Weights {
        smoothness: SMOOTH,
        prior: 0.0,
        parts: 5,
        rounds: 5,
    };
    let fine = Weights {
        smoothness: SMOOTH_FINE,
        ..usual
    };
    let everything = || vec![true; working.len()];
    let above = |probability: &[f32], threshold: f32| {
        probability
            .iter()
            .map(|&p| p > threshold)
            .collect::<Vec<bool>>()
    };
    let start = |seed, inset, inside, weights| Start {
        seed,
        labels: framed(working, labels, inset),
        inside,
        odds: None,
        weights,
    };
    let mut starts = vec![
        start(Seed::Frame, 0.02, everything(), usual),
        start(Seed::Inset, 0.05, everything(), usual),
        start(Seed::InsetFine, 0.05, everything(), fine),
        start(Seed::Centre, 0.02, ellipse(working, 0.7), usual),
        start(Seed::CentreFine, 0.02, ellipse(working, 0.7), fine),
        start(Seed::CentreWide, 0.02, ellipse(working, 0.9), usual),
        start(Seed::Prior, 0.02, above(&opinions.classical, 0.1), usual),
    ];
    if let (Some(network), Some(odds)) = (&opinions.network, &odds) {
        let model = |seed, odds, weights: Weights| Start {
            odds: Some(odds),
            weights: Weights {
                prior: 1.0,
                ..weights
            },
            ..start(seed, 0.0, above(network, 0.5), usual)
        };
        starts.push(model(Seed::Model, odds, fine));
        if !opinions.decides {
            starts.push(model(Seed::Both, &mixed, usual));
        }
    }
    if ground.is_plain() {
        let inside = known
            .and_then(|known| known.inside(Seed::Plain))
            .unwrap_or_else(|| divider.cut(|pixel| evidence[pixel], labels, 8.0));
        starts.push(Start {
            odds: Some(&evidence),
            weights: Weights {
                prior: 0.5,
                rounds: 3,
                ..usual
            },
            ..start(Seed::Plain, 0.01, inside, usual)
        });
    }
    let divisions: Vec<(Seed, Division)> = starts
        .into_par_iter()
        .map(|mut start| {
            if let Some(inside) = known.and_then(|known| known.inside(start.seed)) {
                start.inside = inside;
                start.weights.rounds = start.weights.rounds.min(ROUNDS_ON);
            }
            for (inside, label) in start.inside.iter_mut().zip(&start.labels) {
                match label {
                    Label::Open => {}
                    Label::Keep => *inside = true,
                    Label::Remove => *inside = false,
                }
            }
            let division = divider.divide(&start.inside, start.odds, &start.labels, start.weights);
            (start.seed, division)
        })
        .collect();
    rank(&divider, divisions, opinions, &evidence)
}

/// Mean overlap with the other starting points' divisions. Those that listen to
/// the network do not count: they would vouch for each other.
fn agreement(seed: Seed, division: &Division, all: &[(Seed, Division)]) -> f32 {
    let others: Vec<f32> = all
        .iter()
        .filter(|(other, _)| *other != seed && !matches!(other, Seed::Model | Seed::Both))
        .map(|(_, other)| overlap(&division.mask, &other.mask))
        .collect();
    others.iter().sum::<f32>() / others.len().max(1) as f32
}

/// Scores and sorts.
fn rank(
    divider: &Divider<'_>,
    divisions: Vec<(Seed, Division)>,
    opinions: &Opinions,
    evidence: &[f32],
) -> Trials {
    let working = divider.working;
    let mut ranked: Vec<Trial> = divisions
        .iter()
        .map(|(seed, division)| {
            let mut traits = Traits::new(divider, division, &opinions.classical);
            traits.agreement = agreement(*seed, division, &divisions);
            traits.network = opinions
                .network
                .as_ref()
                .map(|network| score::network_traits(&division.mask, network, opinions.decides));
            if *seed == Seed::Plain {
                traits.plain = true;
                traits.unexplained = score::unexplained(&division.mask, evidence, working.width);
            }
            let data = division
                .mask
                .iter()
                .map(|&inside| if inside { 255 } else { 0 })
                .collect();
            let mask = Gray::from_data(working.width as u32, working.height as u32, data)
                .unwrap_or_else(|| Gray::filled(1, 1, 0));
            let score = traits.score()
                + match seed {
                    Seed::Plain if traits.contact <= MOST_CONTACT => SHORT_WAY,
                    Seed::Model if opinions.decides => KNOWS_OBJECTS,
                    _ => 0.0,
                };
            Trial {
                seed: *seed,
                score,
                traits,
                mask,
            }
        })
        .collect();
    // A stable sort: of equals the earlier seed wins, on every machine.
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
    Trials { list: ranked }
}

/// The labels with a rim of background, as a part of the shorter side.
fn framed(working: &Working, labels: &[Label], inset: f32) -> Vec<Label> {
    let (width, height) = (working.width, working.height);
    let margin =
        (inset * width.min(height) as f32).max(if inset > 0.0 { 2.0 } else { 0.0 }) as usize;
    labels
        .iter()
        .enumerate()
        .map(|(pixel, &label)| {
            let (x, y) = (pixel % width, pixel / width);
            let rim = x < margin || y < margin || x + margin >= width || y + margin >= height;
            if label == Label::Open && rim {
                Label::Remove
            } else {
                label
            }
        })
        .collect()
}

/// The inside of an ellipse; radius 1 touches the border.
fn ellipse(working: &Working, radius: f32) -> Vec<bool> {
    (0..working.len())
        .map(|pixel| {
            let (x, y) = (pixel % working.width, pixel / working.width);
            let u = (x as f32 + 0.5) / working.width as f32 * 2.0 - 1.0;
            let v = (y as f32 + 0.5) / working.height as f32 * 2.0 - 1.0;
            u.hypot(v) < radius
        })
        .collect()
}
