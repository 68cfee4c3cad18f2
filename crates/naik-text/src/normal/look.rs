//! Which plain letters a character looks like: one table for everything that reads disguised text.
//!
//! The look-alikes are those that real spam uses: accents, full width, mathematical,
//! circled and squared letters, small capitals, Cyrillic, Greek, Armenian, Cherokee,
//! Canadian syllabics, Thai and Han shapes. ASCII never changes but for its case:
//! the Unicode `skeleton` would turn `main` into `rnain`.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// What a reader sees in a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// One to four ASCII characters, lower case.
    Letters(Ascii),
    /// A sign that stands for this letter, but only where it touches letters: `t£rb0ngkar`.
    Sign(u8),
    /// Nothing: joiners, direction marks, accents that stand alone.
    Nothing,
    /// Something else: an emoji, another script, a control character.
    Break,
}

/// Up to four ASCII bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ascii {
    bytes: [u8; 4],
    len: u8,
}

impl Ascii {
    fn one(byte: u8) -> Self {
        Self {
            bytes: [byte, 0, 0, 0],
            len: 1,
        }
    }

    fn from(letters: &str) -> Self {
        let mut out = Self {
            bytes: [0; 4],
            len: 0,
        };
        letters.bytes().for_each(|b| out.push(b));
        out
    }

    fn push(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(usize::from(self.len)) {
            *slot = byte;
            self.len += 1;
        }
    }

    /// The bytes.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }
}

/// What a reader sees in `c`.
pub(crate) fn look(c: char) -> Look {
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return if byte.is_ascii_control() {
            Look::Break
        } else {
            Look::Letters(Ascii::one(byte.to_ascii_lowercase()))
        };
    }
    if is_invisible(c) {
        return Look::Nothing;
    }
    if let Some(letter) = sign(c) {
        return Look::Sign(letter);
    }
    if let Some(found) = direct(c) {
        return Look::Letters(found);
    }
    if is_combining_mark(c) {
        return Look::Nothing;
    }
    let mut out = Ascii::from("");
    let mut whole = true;
    decompose_compatible(c, |part| {
        if part.is_ascii() {
            let byte = u8::try_from(part).unwrap_or(b' ');
            out.push(if byte.is_ascii_control() {
                b' '
            } else {
                byte.to_ascii_lowercase()
            });
        } else if let Some(found) = direct(part) {
            found.as_bytes().iter().for_each(|b| out.push(*b));
        } else if !is_combining_mark(part) && !is_invisible(part) {
            whole = false;
        }
    });
    if whole && out.len > 0 {
        Look::Letters(out)
    } else {
        Look::Break
    }
}

fn direct(c: char) -> Option<Ascii> {
    ranged(c)
        .map(Ascii::one)
        .or_else(|| plain(c).map(Ascii::from))
}

/// Marks without width: joiners, direction marks, soft hyphen, fillers, variation selectors, tags, keycap frames.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20f0}'
        | '\u{e0000}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Alphabets that Unicode repeats in rows of 26, and digits in rows of 10.
fn ranged(c: char) -> Option<u8> {
    let code = u32::from(c);
    let letter = |offset: u32| u8::try_from(offset % 26).ok().map(|o| b'a' + o);
    let digit = |offset: u32| u8::try_from(offset % 10).ok().map(|o| b'0' + o);
    match code {
        0xff01..=0xff5e => u8::try_from(code - 0xfee0)
            .ok()
            .map(|b| b.to_ascii_lowercase()),
        0x1d400..=0x1d6a3 => letter(code - 0x1d400),
        0x1d7ce..=0x1d7ff => digit(code - 0x1d7ce),
        0x24b6..=0x24cf => letter(code - 0x24b6),
        0x24d0..=0x24e9 => letter(code - 0x24d0),
        0x1f130..=0x1f149 => letter(code - 0x1f130),
        0x1f150..=0x1f169 => letter(code - 0x1f150),
        0x1f170..=0x1f189 => letter(code - 0x1f170),
        0x2460..=0x2468 => digit(code - 0x2460 + 1),
        0x2776..=0x277e => digit(code - 0x2776 + 1),
        0x2780..=0x2788 => digit(code - 0x2780 + 1),
        0x278a..=0x2792 => digit(code - 0x278a + 1),
        0x24f5..=0x24fd => digit(code - 0x24f5 + 1),
        0x24ff | 0x24ea | 0x1f10b | 0x1f10c => Some(b'0'),
        0x2080..=0x2089 => digit(code - 0x2080),
        _ => None,
    }
}

/// The letter or digit of a mathematical alphabet that lost its plane on the way (U+1D5D4 became U+D5D4).
pub(crate) fn shifted(c: char) -> Option<Ascii> {
    let code = u32::from(c);
    (0xd400..=0xd7ff)
        .contains(&code)
        .then(|| ranged(char::from_u32(code + 0x10000)?))
        .flatten()
        .map(Ascii::one)
}

/// Signs that stand for letters inside words and for themselves elsewhere.
fn sign(c: char) -> Option<u8> {
    Some(match c {
        '£' | '€' => b'e',
        '¥' => b'y',
        '¢' | '₵' => b'c',
        '₱' => b'p',
        '₮' => b't',
        '₦' => b'n',
        '₳' => b'a',
        '฿' | '₿' => b'b',
        '₴' | '§' => b's',
        '₩' => b'w',
        '₭' => b'k',
        '₲' => b'g',
        '₫' => b'd',
        '○' | '●' | '◯' | '⭕' | '⚪' | '⚫' | '🔴' | '🔵' => b'o',
        '®' => b'r',
        '△' => b'a',
        '√' | '∨' => b'v',
        '†' | '✝' => b't',
        '❌' | '✖' | '✕' => b'x',
        _ => return None,
    })
}

/// Single look-alikes.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'ą' | 'ª' => "a",
        'а' | 'А' | 'α' | 'Α' | 'ᴀ' | 'Λ' | 'λ' | 'Δ' | '∆' | 'Д' | 'д' | 'ɑ' | 'ɐ' | 'Ꭺ' | 'ᗩ'
        | '卂' | 'ค' | 'ա' | 'Ѧ' | 'ᴧ' | '∀' => "a",
        'в' | 'В' | 'β' | 'Β' | 'ʙ' | 'ь' | 'Ь' | 'ъ' | 'Ъ' | 'б' | 'Б' | 'ß' | 'ẞ' | 'Ᏼ' | 'ᗷ'
        | '乃' | '๒' | 'ɓ' | 'Ɓ' => "b",
        'ç' | 'Ç' | 'ć' | 'č' | 'с' | 'С' | 'ᴄ' | 'ς' | 'ϲ' | 'Ꮯ' | 'ᑕ' | '匚' | '⊂' | 'ㄷ'
        | '㇄' => "c",
        'ď' | 'đ' | 'Đ' | 'ԁ' | 'ᴅ' | 'Ꭰ' | 'ᗪ' | '刀' | '๔' | 'ժ' | 'ð' | 'Ð' => {
            "d"
        }
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'е' | 'Е' | 'ё' | 'Ё' | 'ε' | 'Ε' | 'ᴇ' | 'є' | 'Є' | 'ҿ' | 'э' | 'Э' | 'з' | 'З' | 'ə'
        | 'ɘ' | 'ɛ' | 'Σ' | 'Ξ' | '∑' | 'Ꭼ' | '乇' | 'ҽ' | 'Ɛ' => "e",
        'ғ' | 'ꜰ' | 'ƒ' | 'ᖴ' | '千' | 'Ғ' => "f",
        'ğ' | 'ģ' | 'ɢ' | 'ɡ' | 'Ꮐ' | 'ԍ' | 'Ԍ' | 'ց' | 'ᘜ' => "g",
        'н' | 'Н' | 'Η' | 'һ' | 'Һ' | 'ʜ' | 'Ꮋ' | 'ᕼ' | '卄' | 'հ' | 'ђ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' => "i",
        'і' | 'І' | 'ї' | 'Ї' | 'ι' | 'Ι' | 'ɪ' | 'Ꮖ' | '工' | 'เ' | 'ɩ' | 'ا' => "i",
        'ј' | 'Ј' | 'ᴊ' | 'Ꭻ' | 'ᒍ' | 'ן' => "j",
        'к' | 'К' | 'κ' | 'Κ' | 'ᴋ' | 'Ꮶ' | 'қ' | 'Қ' | '长' => "k",
        'ł' | 'Ł' | 'ľ' | 'ʟ' | 'ӏ' | 'Ӏ' | 'Ꮮ' | 'ᒪ' | 'ㄴ' | '乚' | '丨' | 'ㅣ' | 'ɭ' | 'ⱡ'
        | 'ǀ' => "l",
        'м' | 'М' | 'Μ' | 'ᴍ' | 'Ꮇ' | 'ᗰ' | '爪' | '๓' => "m",
        'ñ' | 'Ñ' | 'ń' | 'ň' => "n",
        'Ν' | 'ν' | 'п' | 'П' | 'ɴ' | 'И' | 'и' | 'й' | 'Й' | 'η' | 'π' | 'Π' | 'ո' | 'ռ' | 'ᑎ'
        | '几' | 'ภ' | 'ŋ' | 'Ꮑ' | 'л' | 'Л' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'ő' | 'º' => "o",
        'о' | 'О' | 'ο' | 'Ο' | 'σ' | 'ᴏ' | 'ө' | 'Ө' | 'ѳ' | 'Ѳ' | 'Ѻ' | 'ѻ' | 'Ω' | 'Θ' | 'θ'
        | 'φ' | 'Φ' | 'ф' | 'Ф' | 'օ' | 'ㅇ' | '口' | '๏' | '〇' | 'ס' | 'ﻩ' | 'ǫ' | '๐' => {
            "o"
        }
        'р' | 'Р' | 'ρ' | 'Ρ' | 'ᴘ' | 'Ꮲ' | 'ᑭ' | '卩' | 'ק' | 'þ' | 'Þ' => "p",
        'ԛ' | 'Ԛ' | 'զ' | 'ᑫ' => "q",
        'ř' | 'г' | 'Г' | 'ʀ' | 'Я' | 'я' | 'ᴙ' | 'Ꮢ' | 'ᖇ' | '尺' | 'ɾ' | 'Ꭱ' => {
            "r"
        }
        'ś' | 'š' | 'ş' => "s",
        'ѕ' | 'Ѕ' | 'ꜱ' | 'Ꮪ' | 'ᔕ' | '丂' | 'ร' | 'ʂ' | 'Տ' | 'ƨ' => "s",
        'т' | 'Т' | 'τ' | 'Τ' | 'ᴛ' | 'ť' | 'Ꭲ' | 'ㄒ' | '丅' | 'ŧ' | 'Ŧ' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' => "u",
        'υ' | 'ᴜ' | 'μ' | 'µ' | 'ս' | 'ᑌ' | '凵' | 'ย' | 'ʋ' | 'Ա' | 'ц' | 'Ц' => {
            "u"
        }
        'ѵ' | 'Ѵ' | 'ᴠ' | 'Ꮩ' | 'ᐯ' => "v",
        'ԝ' | 'Ԝ' | 'ᴡ' | 'ω' | 'ш' | 'Ш' | 'щ' | 'Щ' | 'Ꮃ' | 'ᗯ' | '山' | 'ѡ' | 'ฬ' | 'ש' => {
            "w"
        }
        'х' | 'Х' | 'χ' | 'Χ' | '᙭' | '乂' | '×' | 'ж' | 'Ж' => "x",
        'ý' | 'ÿ' | 'у' | 'У' | 'γ' | 'Υ' | 'ʏ' | 'ү' | 'Ү' | '丫' | 'ψ' | 'Ψ' | 'ч' | 'Ч' => {
            "y"
        }
        'ž' | 'ź' | 'ż' | 'Ζ' | 'ζ' | 'ᴢ' | 'Ꮓ' | '乙' | 'ᘔ' => "z",
        'æ' | 'Æ' | 'ӕ' | 'Ӕ' => "ae",
        'œ' | 'Œ' => "oe",
        'ю' | 'Ю' => "io",
        'ы' | 'Ы' => "bi",
        '❿' | '➉' | '➓' | '⓾' | '⑩' => "10",
        '²' => "2",
        '³' => "3",
        '¹' => "1",
        '½' => "1/2",
        '¼' => "1/4",
        '‘' | '’' | 'ʼ' | '´' => "'",
        '“' | '”' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '…' => "...",
        '№' => "no",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_real_spam_are_known() {
        for (text, wanted) in [
            ("Яо", "ro"),
            ("🅐🅉🅰", "aza"),
            ("❶❿➉", "11010"),
            ("Λᴀ卂", "aaa"),
            ("ᴛᴏᴛᴏ", "toto"),
            ("ㅇ丨", "ol"),
            ("ﬁ㎏", "fikg"),
            ("ⅷ", "viii"),
            ("ｇ𝓪𝕔𝗼𝚛", "gacor"),
        ] {
            let seen: String = text
                .chars()
                .filter_map(|c| match look(c) {
                    Look::Letters(l) => Some(String::from_utf8_lossy(l.as_bytes()).into_owned()),
                    _ => None,
                })
                .collect();
            assert_eq!(seen, wanted, "{text}");
        }
        assert_eq!(look('\u{200d}'), Look::Nothing);
        assert_eq!(look('😂'), Look::Break);
        assert_eq!(look('£'), Look::Sign(b'e'));
    }
}
