//! How likely a shop is to drop out, and why: signals that anyone understands, each with what it adds.
//!
//! It decides nothing: it puts a shop on a mentor's list. The weights are a
//! prior that nobody has fitted yet (`data/programme/risk.toml`), and the page
//! that shows a chance shows its reasons.

use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::embedded;
use crate::message::Message;

/// What is known of a shop's last weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Days since anyone of the shop signed in; none when they were never told.
    pub no_login: Option<u32>,
    /// Days since a sale was noted.
    pub no_sale: Option<u32>,
    /// Visits missed in a row.
    pub missed_visits: u32,
    /// Tasks skipped in a row.
    pub skipped_tasks: u32,
    /// Rules whose evidence ends within four weeks.
    pub evidence_aging: u32,
    /// Messages of the mentor that were not answered.
    pub unanswered: u32,
    /// Days since the mentor last came, by [`super::silence`]; none where nobody is expected yet.
    pub mentor_silent: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "for those who read the file")]
    checked: Date,
    base: i32,
    signal: Vec<Weight>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Weight {
    key: Signal,
    from: u32,
    per: u32,
    points: i32,
    most: u32,
}

/// One sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// Nobody signed in.
    NoLogin,
    /// No sale was noted.
    NoSale,
    /// Visits were missed.
    MissedVisits,
    /// Tasks were skipped.
    SkippedTasks,
    /// Evidence ends soon.
    EvidenceAging,
    /// The mentor's messages are not answered.
    Unanswered,
    /// The mentor is silent.
    MentorSilent,
}

impl Signal {
    /// All.
    pub const ALL: [Self; 7] = [
        Self::NoLogin,
        Self::NoSale,
        Self::MissedVisits,
        Self::SkippedTasks,
        Self::EvidenceAging,
        Self::Unanswered,
        Self::MentorSilent,
    ];

    fn message(self, value: u32) -> Message {
        let key = match self {
            Self::NoLogin => "risk-no-login",
            Self::NoSale => "risk-no-sale",
            Self::MissedVisits => "risk-missed-visits",
            Self::SkippedTasks => "risk-skipped-tasks",
            Self::EvidenceAging => "risk-evidence-aging",
            Self::Unanswered => "risk-unanswered",
            Self::MentorSilent => "risk-mentor-silent",
        };
        Message::new(key).with("count", value)
    }

    fn of(self, signals: &Signals) -> Option<u32> {
        match self {
            Self::NoLogin => signals.no_login,
            Self::NoSale => signals.no_sale,
            Self::MissedVisits => Some(signals.missed_visits),
            Self::SkippedTasks => Some(signals.skipped_tasks),
            Self::EvidenceAging => Some(signals.evidence_aging),
            Self::Unanswered => Some(signals.unanswered),
            Self::MentorSilent => signals.mentor_silent,
        }
    }
}

static WEIGHTS: LazyLock<File> =
    LazyLock::new(|| embedded(include_str!("../../data/programme/risk.toml")));

/// A sign with what it adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which.
    pub signal: Signal,
    /// In words.
    pub message: Message,
    /// What it adds to the log-odds, times 100.
    pub points: i32,
}

/// How likely a shop is to drop out, never without why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    percent: u8,
    reasons: Vec<Reason>,
    unknown: Vec<Signal>,
}

impl Risk {
    /// What follows from signals.
    pub fn of(signals: &Signals) -> Self {
        let weights = WEIGHTS.signal.iter();
        let mut reasons: Vec<Reason> = weights
            .filter_map(|weight| {
                let value = weight.key.of(signals)?;
                let over = value
                    .saturating_sub(weight.from)
                    .div_ceil(weight.per.max(1));
                let times = i32::try_from(over.min(weight.most)).unwrap_or(0);
                (times > 0).then(|| Reason {
                    signal: weight.key,
                    message: weight.key.message(value),
                    points: weight.points * times,
                })
            })
            .collect();
        reasons.sort_by_key(|reason| (std::cmp::Reverse(reason.points), reason.signal));
        let points = WEIGHTS.base + reasons.iter().map(|reason| reason.points).sum::<i32>();
        Self {
            percent: percent(points),
            reasons,
            unknown: Signal::ALL
                .into_iter()
                .filter(|signal| signal.of(signals).is_none())
                .collect(),
        }
    }

    /// The chance in percent, 1 to 99: nobody is certain to stay or to go.
    pub fn percent(&self) -> u8 {
        self.percent
    }

    /// Why, the weightiest first.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// In words: each reason, or that there is none, and at last what is not known.
    pub fn messages(&self) -> Vec<Message> {
        let mut all: Vec<Message> = self
            .reasons
            .iter()
            .map(|reason| reason.message.clone())
            .collect();
        if all.is_empty() {
            all.push(Message::new("risk-none"));
        }
        if !self.unknown.is_empty() {
            all.push(Message::new("risk-unknown").with("count", self.unknown.len()));
        }
        all
    }

    /// What could not be weighed.
    pub fn unknown(&self) -> &[Signal] {
        &self.unknown
    }
}

/// The chance of log-odds that are given times 100.
fn percent(points: i32) -> u8 {
    let chance = 1.0 / (1.0 + (-f64::from(points) / 100.0).exp());
    // Between 1 and 99, so that it fits.
    (chance * 100.0).round().clamp(1.0, 99.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const WELL: Signals = Signals {
        no_login: Some(1),
        no_sale: Some(0),
        missed_visits: 0,
        skipped_tasks: 0,
        evidence_aging: 0,
        unanswered: 0,
        mentor_silent: Some(3),
    };

    #[test]
    fn a_chance_has_its_reasons() {
        let keys = |risk: &Risk| {
            let messages = risk.messages().into_iter();
            messages
                .map(|message| message.key)
                .collect::<Vec<_>>()
                .join(" ")
        };
        for (signals, percent, expected) in [
            (WELL, 12, "risk-none"),
            (
                Signals {
                    no_login: Some(7),
                    ..WELL
                },
                12,
                "risk-none",
            ),
            (
                Signals {
                    no_login: Some(8),
                    ..WELL
                },
                18,
                "risk-no-login",
            ),
            (
                Signals {
                    missed_visits: 2,
                    no_sale: Some(20),
                    ..WELL
                },
                50,
                "risk-missed-visits risk-no-sale",
            ),
            (
                Signals {
                    mentor_silent: Some(30),
                    ..WELL
                },
                25,
                "risk-mentor-silent",
            ),
            (Signals::default(), 12, "risk-none risk-unknown"),
            (
                Signals {
                    no_login: Some(999),
                    no_sale: Some(999),
                    missed_visits: 99,
                    skipped_tasks: 99,
                    evidence_aging: 99,
                    unanswered: 99,
                    mentor_silent: Some(999),
                },
                99,
                "risk-no-login risk-missed-visits risk-no-sale risk-skipped-tasks risk-mentor-silent risk-unanswered risk-evidence-aging",
            ),
        ] {
            let risk = Risk::of(&signals);
            assert_eq!(
                (risk.percent(), keys(&risk).as_str()),
                (percent, expected),
                "{signals:?}"
            );
        }
        assert_eq!(Risk::of(&Signals::default()).unknown().len(), 3);
    }

    #[test]
    fn every_signal_has_a_weight() {
        for signal in Signal::ALL {
            let weight = WEIGHTS
                .signal
                .iter()
                .find(|weight| weight.key == signal)
                .unwrap();
            assert!(weight.points > 0 && weight.per > 0 && weight.most > 0);
        }
    }

    fn signals(values: &[u32]) -> Signals {
        Signals {
            no_login: Some(values[0]),
            no_sale: Some(values[1]),
            missed_visits: values[2],
            skipped_tasks: values[3],
            evidence_aging: values[4],
            unanswered: values[5],
            mentor_silent: Some(values[6]),
        }
    }

    proptest::proptest! {
        #[test]
        fn a_worse_sign_never_lowers_the_chance(values in proptest::collection::vec(0_u32..60, 7), which in 0_usize..7, more in 0_u32..1_000) {
            let mut worse = values.clone();
            worse[which] += more;
            let (one, two) = (Risk::of(&signals(&values)), Risk::of(&signals(&worse)));
            proptest::prop_assert!(one.percent() <= two.percent());
            // The chance is never told without words, and more than the base never without a reason.
            proptest::prop_assert!(!two.messages().is_empty());
            proptest::prop_assert!(two.percent() <= 12 || !two.reasons().is_empty());
            proptest::prop_assert!(two.reasons().is_sorted_by_key(|reason| std::cmp::Reverse(reason.points)));
        }
    }
}
