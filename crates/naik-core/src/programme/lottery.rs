//! Who gets a place when there are too few: a draw that anyone can do again.
//!
//! Before applications close, the organisation publishes where a **figure that
//! nobody can know yet** will come from (say, "the closing figure of the stock
//! exchange on 5 January 2027, to two places"). Afterwards it publishes that
//! figure, the tickets and the number of places. That is all that the draw
//! depends on:
//!
//! 1. Seed: FNV-1a (64 bits) over the figure's digits `0` to `9` alone, taken exclusive-or with 0, then the SplitMix64
//!    finaliser ([`Seed::of`] on `Seed(0)`); then the same once more with the purpose `lottery`. However the figure is
//!    written, `7.412,33` or `7412.33`, the draw is the same: whoever types it in has nothing to choose.
//! 2. Tickets are put in the order of their bytes.
//! 3. Fisher-Yates from the last place down to the second; each index is the upper 64 bits of
//!    (next number of SplitMix64) x (index + 1) ([`Seed::shuffle`]).
//! 4. The first `places` tickets have a place; the others wait in that order.
//!
//! FNV is no cipher: whoever may choose the figure after seeing the tickets can
//! choose the winners. Hence its source is fixed before.

use serde::{Deserialize, Serialize};

use crate::message::{Explain, Message};
use crate::seed::Seed;

/// The fewest digits of a figure: fewer could be guessed beforehand.
pub const DIGITS_LEAST: usize = 4;

/// The number under which an applicant stands in a published list; it says nothing about who they are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ticket(String);

impl Ticket {
    /// Reads 1 to 20 capital letters and digits.
    ///
    /// # Errors
    /// When it is something else.
    pub fn parse(text: &str) -> Result<Self, LotteryError> {
        let good = (1..=20).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err(LotteryError::NoTicket)
        }
    }

    /// As it is published.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is published of a draw, and all that it depends on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The figure that nobody could know beforehand, as it was published: digits, points, commas and spaces.
    pub words: String,
    /// Everyone who applied, in any order.
    pub tickets: Vec<Ticket>,
    /// How many get a place.
    pub places: u32,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// Tickets with a place, first drawn first.
    pub places: Vec<Ticket>,
    /// The waiting list, in its order.
    pub waiting: Vec<Ticket>,
}

/// Why there is no draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LotteryError {
    /// No places are given.
    #[error("there are no places to draw for")]
    NoPlaces,
    /// A ticket is in the list twice.
    #[error("a ticket is in the list twice")]
    Twice,
    /// A text is no ticket.
    #[error("that is no ticket")]
    NoTicket,
    /// The figure from which the seed is made is missing.
    #[error("the public figure is missing")]
    NoFigure,
    /// It holds something else than digits, points, commas and spaces.
    #[error("the public figure is no figure")]
    OddFigure,
    /// It has fewer digits than [`DIGITS_LEAST`].
    #[error("the public figure is too short")]
    ShortFigure,
}

impl Explain for LotteryError {
    fn explain(&self) -> Message {
        Message::new(match self {
            Self::NoPlaces => "lottery-no-places",
            Self::Twice => "lottery-twice",
            Self::NoTicket => "lottery-no-ticket",
            Self::NoFigure => "lottery-no-figure",
            Self::OddFigure => "lottery-odd-figure",
            Self::ShortFigure => "lottery-short-figure",
        })
    }
}

impl Notice {
    /// The seed that the figure gives, however it is written.
    pub fn seed(&self) -> Seed {
        Seed(0).of(&self.digits())
    }

    fn digits(&self) -> String {
        self.words.chars().filter(char::is_ascii_digit).collect()
    }

    fn check(&self) -> Result<(), LotteryError> {
        let figure = self.words.trim();
        if figure.is_empty() {
            return Err(LotteryError::NoFigure);
        }
        let odd = |sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ',' | ' ');
        if figure.contains(odd) {
            return Err(LotteryError::OddFigure);
        }
        if self.digits().len() < DIGITS_LEAST {
            return Err(LotteryError::ShortFigure);
        }
        Ok(())
    }

    /// The draw.
    ///
    /// # Errors
    /// When there are no places or no figure, or a ticket is there twice.
    pub fn draw(&self) -> Result<Draw, LotteryError> {
        if self.places == 0 {
            return Err(LotteryError::NoPlaces);
        }
        self.check()?;
        let mut order = self.tickets.clone();
        order.sort_unstable();
        if order.windows(2).any(|pair| pair.first() == pair.last()) {
            return Err(LotteryError::Twice);
        }
        self.seed().of("lottery").shuffle(&mut order);
        let places = usize::try_from(self.places).unwrap_or(usize::MAX);
        let waiting = order.split_off(places.min(order.len()));
        Ok(Draw {
            places: order,
            waiting,
        })
    }

    /// Whether a published draw is the one that this notice gives.
    pub fn proves(&self, draw: &Draw) -> bool {
        self.draw().as_ref() == Ok(draw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(words: &str, count: usize, places: u32) -> Notice {
        Notice {
            words: words.to_owned(),
            tickets: (1..=count)
                .map(|n| Ticket::parse(&format!("NK{n:04}")).unwrap())
                .collect(),
            places,
        }
    }

    /// The draw as a citizen would write it from the description above, with nothing of ours.
    fn by_hand(figure: &str, mut tickets: Vec<String>) -> Vec<String> {
        fn finalise(mut z: u64) -> u64 {
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }
        let mut state = 0_u64;
        let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
        for purpose in [digits.as_str(), "lottery"] {
            let mut hash = 0xcbf2_9ce4_8422_2325_u64;
            for byte in purpose.as_bytes() {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(1_099_511_628_211);
            }
            state = finalise(state ^ hash);
        }
        tickets.sort();
        for index in (1..tickets.len()).rev() {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let upper = (u128::from(finalise(state)) * (index as u128 + 1)) >> 64;
            tickets.swap(index, upper as usize);
        }
        tickets
    }

    /// Recorded with Python from the description; the script stands in docs/reference/programme-rules.md.
    #[test]
    fn a_published_draw_is_the_same_elsewhere() {
        let draw = notice("7.412,33", 10, 4).draw().unwrap();
        let show = |tickets: &[Ticket]| {
            let texts: Vec<&str> = tickets.iter().map(Ticket::as_str).collect();
            texts.join(" ")
        };
        assert_eq!(show(&draw.places), PLACES);
        assert_eq!(show(&draw.waiting), WAITING);
    }
    const PLACES: &str = "NK0010 NK0005 NK0003 NK0002";
    const WAITING: &str = "NK0001 NK0006 NK0004 NK0009 NK0008 NK0007";

    #[test]
    fn what_can_not_be_drawn_is_refused() {
        assert_eq!(notice("7412", 3, 0).draw(), Err(LotteryError::NoPlaces));
        assert_eq!(notice(" ", 3, 1).draw(), Err(LotteryError::NoFigure));
        assert_eq!(
            notice("IHSG 7.412,33", 3, 1).draw(),
            Err(LotteryError::OddFigure)
        );
        assert_eq!(
            notice("7.412,33%", 3, 1).draw(),
            Err(LotteryError::OddFigure)
        );
        assert_eq!(notice("7,41", 3, 1).draw(), Err(LotteryError::ShortFigure));
        let mut twice = notice("7412", 3, 1);
        twice.tickets.extend(twice.tickets.clone());
        assert_eq!(twice.draw(), Err(LotteryError::Twice));
        for text in ["", "nk1", "NK 1", "123456789012345678901"] {
            assert_eq!(Ticket::parse(text), Err(LotteryError::NoTicket), "{text}");
        }
    }

    #[test]
    fn however_the_figure_is_written_the_draw_is_the_same() {
        let draw = notice("7.412,33", 40, 7).draw().unwrap();
        for spelling in ["7412.33", " 7 412,33 ", "741233", "7,412.33"] {
            assert_eq!(
                notice(spelling, 40, 7).draw().as_ref(),
                Ok(&draw),
                "{spelling}"
            );
        }
        assert_ne!(notice("7.412,34", 40, 7).draw().unwrap(), draw);
    }

    #[test]
    fn every_ticket_wins_about_as_often() {
        let mut wins = [0_u32; 10];
        for n in 0..4_000 {
            let draw = notice(&format!("{}", 7_000 + n), 10, 3).draw().unwrap();
            for ticket in draw.places {
                let number: usize = ticket.as_str()[2..].parse().unwrap();
                wins[number - 1] += 1;
            }
        }
        // 1,200 expected, standard deviation 29: five of them on either side.
        assert!(
            wins.iter().all(|count| (1_055..=1_345).contains(count)),
            "{wins:?}"
        );
    }

    proptest::proptest! {
        #[test]
        fn anyone_can_do_it_again(words in "[0-9]{4}[0-9 .,]{0,26}", count in 0_usize..60, places in 1_u32..70, turn in 0_usize..60) {
            let mut notice = notice(&words, count, places);
            let draw = notice.draw().unwrap();
            let texts = notice.tickets.iter().map(|ticket| ticket.as_str().to_owned()).collect();
            let together: Vec<&str> = draw.places.iter().chain(&draw.waiting).map(Ticket::as_str).collect();
            proptest::prop_assert_eq!(&together, &by_hand(&words, texts));
            proptest::prop_assert_eq!(draw.places.len(), count.min(places as usize));
            // The order of the list is no matter.
            if count > 0 {
                notice.tickets.rotate_left(turn % count);
            }
            proptest::prop_assert!(notice.proves(&draw));
        }
    }
}
