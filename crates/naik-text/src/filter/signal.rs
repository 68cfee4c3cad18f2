//! Signals: small observations about a message. Rules and the model are built from them.

use crate::normal::Span;

/// Built-in detectors, in the order of their numbers; rules write them with `@`.
pub(crate) const DETECTORS: &[&str] = &[
    "@phone",
    "@wa",
    "@link",
    "@shortener",
    "@freehost",
    "@riskytld",
    "@lookalike",
    "@iplink",
    "@punycode",
    "@apk",
    "@official",
    "@telegram",
    "@judollink",
    "@money",
    "@percent",
    "@code",
    "@account",
    "@brandnum",
    "@styled",
    "@styledbrand",
    "@blended",
    "@spaced",
    "@leet",
    "@hidden",
    "@caps",
    "@short",
    "@long",
    "@emoji",
    "@baitlink",
    "@namenum",
    "@siteword",
    "@framed",
    "@signname",
    "@capsnum",
    "@capsname",
];

/// The number of a detector.
pub(crate) fn detector(name: &str) -> Option<u16> {
    DETECTORS
        .iter()
        .position(|d| *d == name)
        .and_then(|i| u16::try_from(i).ok())
}

/// Numbers of detectors, by name: `D::PHONE`.
pub(crate) struct D;

impl D {
    pub(crate) const PHONE: u16 = 0;
    pub(crate) const WA: u16 = 1;
    pub(crate) const LINK: u16 = 2;
    pub(crate) const SHORTENER: u16 = 3;
    pub(crate) const FREEHOST: u16 = 4;
    pub(crate) const RISKYTLD: u16 = 5;
    pub(crate) const LOOKALIKE: u16 = 6;
    pub(crate) const IPLINK: u16 = 7;
    pub(crate) const PUNYCODE: u16 = 8;
    pub(crate) const APK: u16 = 9;
    pub(crate) const OFFICIAL: u16 = 10;
    pub(crate) const TELEGRAM: u16 = 11;
    pub(crate) const JUDOLLINK: u16 = 12;
    pub(crate) const MONEY: u16 = 13;
    pub(crate) const PERCENT: u16 = 14;
    pub(crate) const CODE: u16 = 15;
    pub(crate) const ACCOUNT: u16 = 16;
    pub(crate) const BRANDNUM: u16 = 17;
    pub(crate) const STYLED: u16 = 18;
    pub(crate) const STYLEDBRAND: u16 = 19;
    pub(crate) const BLENDED: u16 = 20;
    pub(crate) const SPACED: u16 = 21;
    pub(crate) const LEET: u16 = 22;
    pub(crate) const HIDDEN: u16 = 23;
    pub(crate) const CAPS: u16 = 24;
    pub(crate) const SHORT: u16 = 25;
    pub(crate) const LONG: u16 = 26;
    pub(crate) const EMOJI: u16 = 27;
    pub(crate) const BAITLINK: u16 = 28;
    pub(crate) const NAMENUM: u16 = 29;
    pub(crate) const SITEWORD: u16 = 30;
    pub(crate) const FRAMED: u16 = 31;
    pub(crate) const SIGNNAME: u16 = 32;
    pub(crate) const CAPSNUM: u16 = 33;
    pub(crate) const CAPSNAME: u16 = 34;
}

/// The signals of one message, each with the place of its first sight.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    places: Vec<Option<Span>>,
    seen: Vec<u16>,
}

impl Hits {
    /// Forgets the last message; there are `count` signals.
    pub(crate) fn reset(&mut self, count: usize) {
        for signal in self.seen.drain(..) {
            if let Some(place) = self.places.get_mut(usize::from(signal)) {
                *place = None;
            }
        }
        self.places.resize(count, None);
    }

    /// Notes a signal; only the first place is kept.
    pub(crate) fn note(&mut self, signal: u16, place: Span) {
        if let Some(slot) = self.places.get_mut(usize::from(signal))
            && slot.is_none()
        {
            *slot = Some(place);
            self.seen.push(signal);
        }
    }

    pub(crate) fn has(&self, signal: u16) -> bool {
        self.place(signal).is_some()
    }

    pub(crate) fn place(&self, signal: u16) -> Option<Span> {
        self.places.get(usize::from(signal)).copied().flatten()
    }

    /// Signals in the order in which they were seen.
    pub(crate) fn seen(&self) -> &[u16] {
        &self.seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_agree() {
        for (name, number) in [
            ("@phone", D::PHONE),
            ("@judollink", D::JUDOLLINK),
            ("@brandnum", D::BRANDNUM),
            ("@blended", D::BLENDED),
            ("@emoji", D::EMOJI),
            ("@baitlink", D::BAITLINK),
            ("@official", D::OFFICIAL),
            ("@caps", D::CAPS),
            ("@framed", D::FRAMED),
            ("@capsname", D::CAPSNAME),
        ] {
            assert_eq!(detector(name), Some(number), "{name}");
        }
        assert_eq!(detector("@nothing"), None);
    }
}
