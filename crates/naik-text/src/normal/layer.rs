//! Folded text with its way back: each byte knows which bytes of the original it stands for.

use serde::Serialize;

use super::look::{Look, look, shifted};

/// A place in the original text, in bytes: `from..to`, always on character borders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Span {
    /// First byte.
    pub from: usize,
    /// One past the last byte.
    pub to: usize,
}

/// The letter came from a fancy alphabet or another script.
pub(crate) const STYLED: u8 = 1;
/// The letter was a capital.
pub(crate) const UPPER: u8 = 2;
/// Something invisible stood before it, inside a word.
pub(crate) const HIDDEN: u8 = 4;
/// An emoji or another sign stands right beside it.
pub(crate) const FRAMED: u8 = 8;

/// It stands for an emoji or another sign, and not the same one as before it.
pub(crate) const SIGN: u8 = 16;

/// ASCII text and, for each byte, where it came from. Both borders never fall from one byte to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    pub(crate) bytes: Vec<u8>,
    pub(crate) from: Vec<u32>,
    pub(crate) to: Vec<u32>,
    pub(crate) marks: Vec<u8>,
}

impl Layer {
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.from.clear();
        self.to.clear();
        self.marks.clear();
    }

    pub(crate) fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more);
        self.from.reserve(more);
        self.to.reserve(more);
        self.marks.reserve(more);
    }

    /// Takes over a stretch of another layer.
    #[inline]
    pub(crate) fn take(&mut self, other: &Self, from: usize, to: usize) {
        let part = from..to;
        self.bytes
            .extend_from_slice(other.bytes.get(part.clone()).unwrap_or_default());
        self.from
            .extend_from_slice(other.from.get(part.clone()).unwrap_or_default());
        self.to
            .extend_from_slice(other.to.get(part.clone()).unwrap_or_default());
        self.marks
            .extend_from_slice(other.marks.get(part).unwrap_or_default());
    }

    #[inline]
    pub(crate) fn push(&mut self, byte: u8, from: u32, to: u32, marks: u8) {
        self.bytes.push(byte);
        self.from.push(from);
        self.to.push(to);
        self.marks.push(marks);
    }

    #[inline]
    pub(crate) fn at(&self, index: usize) -> u8 {
        self.bytes.get(index).copied().unwrap_or(b' ')
    }

    /// The place in the original of the bytes `from..to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.from.get(from).copied().unwrap_or_default();
        let end = to
            .checked_sub(1)
            .and_then(|last| self.to.get(last))
            .copied()
            .unwrap_or(start);
        Span {
            from: start as usize,
            to: end.max(start) as usize,
        }
    }
}

/// Folds `text` into `out`; gives how many emoji and other signs became word breaks. Text past 4 GiB is not read.
pub(crate) fn fold_into(text: &str, out: &mut Layer) -> u32 {
    out.clear();
    let mut signs = 0;
    let mut hidden = 0;
    let mut framed = 0;
    let mut before = ' ';
    let mut run = Run::default();
    out.reserve(text.len());
    let mut next = 0;
    let bytes = text.as_bytes();
    while let Some(first) = bytes.get(next).copied() {
        let at = next;
        if first.is_ascii() {
            let Ok(from) = u32::try_from(at) else { break };
            let marks = if first.is_ascii_uppercase() { UPPER } else { 0 };
            let byte = if first.is_ascii_control() {
                b' '
            } else {
                first.to_ascii_lowercase()
            };
            out.push(byte, from, from.saturating_add(1), marks | hidden | framed);
            (hidden, framed, before) = (0, 0, char::from(first));
            next += 1;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        next += c.len_utf8();
        let (Ok(from), Ok(to)) = (u32::try_from(at), u32::try_from(at + c.len_utf8())) else {
            break;
        };
        let seen = match shifted(c).filter(|_| run.is_long(text, at)) {
            Some(letter) => Look::Letters(letter),
            None => look(c),
        };
        match seen {
            Look::Letters(letters) => {
                // Accented Latin letters are how some names are written; everything beyond is a costume.
                let styled = if u32::from(c) >= 0x250 { STYLED } else { 0 };
                let upper = if c.is_uppercase() { UPPER } else { 0 };
                for byte in letters.as_bytes() {
                    let mark = if byte.is_ascii_alphanumeric() {
                        styled | upper
                    } else {
                        0
                    };
                    out.push(*byte, from, to, mark | hidden | framed);
                    (hidden, framed) = (0, 0);
                }
            }
            Look::Sign(letter) => {
                let touches = out.bytes.last().is_some_and(u8::is_ascii_alphabetic)
                    || text.get(next..).and_then(|rest| rest.chars().next())
                        .is_some_and(|n| matches!(look(n), Look::Letters(l) if l.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)));
                if touches {
                    out.push(letter, from, to, STYLED | hidden);
                } else {
                    signs += 1;
                    framed = frame(out);
                    out.push(b' ', from, to, if c == before { 0 } else { SIGN });
                }
                hidden = 0;
            }
            Look::Nothing => {
                // An accent belongs to the letter before it; a joiner hides between two.
                if let Some(last) = out.to.last_mut() {
                    *last = to;
                }
                if out.bytes.last().is_some_and(u8::is_ascii_alphanumeric) {
                    hidden = HIDDEN;
                }
            }
            Look::Break => {
                let is_sign = !c.is_whitespace() && !c.is_control();
                signs += u32::from(is_sign);
                framed = if is_sign { frame(out) } else { 0 };
                let mark = if is_sign && c != before { SIGN } else { 0 };
                out.push(b' ', from, to, mark);
                hidden = 0;
            }
        }
        before = c;
    }
    signs
}

/// Whether a place lies in a run of mathematical letters that lost their plane; each run is measured once.
#[derive(Default)]
struct Run {
    to: usize,
    long: bool,
}

impl Run {
    /// Korean has such syllables as well, but hardly five on end and none beside them.
    const LONG: usize = 5;

    fn is_long(&mut self, text: &str, at: usize) -> bool {
        if at >= self.to {
            let rest = text.get(at..).unwrap_or_default();
            let inside = |c: &char| shifted(*c).is_some();
            let count = rest.chars().take_while(inside).count();
            self.to = at + rest.chars().take(count).map(char::len_utf8).sum::<usize>();
            self.long = count >= Self::LONG;
        }
        self.long
    }
}

/// Marks the letter before a sign; the mark is also for the one after it.
fn frame(out: &mut Layer) -> u8 {
    let is_letter = out.bytes.last().is_some_and(u8::is_ascii_alphanumeric);
    if let Some(last) = out.marks.last_mut().filter(|_| is_letter) {
        *last |= FRAMED;
    }
    FRAMED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_finds_its_way_back() {
        let text = "S𝓵o\u{200b}t 🔥 Ⅷ";
        let mut layer = Layer::default();
        assert_eq!(fold_into(text, &mut layer), 1);
        assert_eq!(layer.bytes, b"slot   viii");
        assert_eq!(&text[layer.from[1] as usize..layer.to[1] as usize], "𝓵");
        let word = layer.span(0, 4);
        assert_eq!(&text[word.from..word.to], "S𝓵o\u{200b}t");
        assert_eq!(layer.marks[1], STYLED);
        assert_eq!(layer.marks[3] & HIDDEN, HIDDEN);
    }

    #[test]
    fn letters_that_lost_their_plane_are_read_and_korean_is_left_alone() {
        for (text, wanted) in [
            ("✌헔헟험헫헜헦17", " alexis17"),
            ("하하하 화이팅", "       "),
            ("한국 노래", "     "),
        ] {
            let mut layer = Layer::default();
            fold_into(text, &mut layer);
            assert_eq!(String::from_utf8_lossy(&layer.bytes), wanted, "{text}");
        }
    }
}
