//! Letters that look alike become one plain letter, so that a rule is written once.
//!
//! The look-alikes are the common ones of Unicode's confusables: accents, full
//! width, mathematical and circled letters, Cyrillic, Greek and small capitals.

/// Lower-case ASCII that reads the same: other scripts and emoji become spaces, invisible characters vanish.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(if c.is_ascii_control() {
                ' '
            } else {
                c.to_ascii_lowercase()
            });
        } else if !is_invisible(c) {
            match plain(c) {
                Some(letters) => out.push_str(letters),
                None => match ranged(c) {
                    Some(letter) => out.push(letter),
                    None => out.push(' '),
                },
            }
        }
    }
    out
}

/// Marks without width: joiners, direction marks, soft hyphen, combining accents, variation selectors, keycap frames.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{feff}' | '\u{300}'..='\u{36f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}')
}

/// Alphabets that Unicode repeats in rows of 26, and digits in rows of 10.
fn ranged(c: char) -> Option<char> {
    let code = u32::from(c);
    let letter = |offset: u32| char::from_u32(u32::from('a') + offset % 26);
    let digit = |offset: u32| char::from_u32(u32::from('0') + offset % 10);
    match code {
        0xff01..=0xff5e => char::from_u32(code - 0xfee0).map(|c| c.to_ascii_lowercase()),
        0x1d400..=0x1d6a3 => letter(code - 0x1d400),
        0x1d7ce..=0x1d7ff => digit(code - 0x1d7ce),
        0x24b6..=0x24cf => letter(code - 0x24b6),
        0x24d0..=0x24e9 => letter(code - 0x24d0),
        0x1f130..=0x1f149 => letter(code - 0x1f130),
        0x1f150..=0x1f169 => letter(code - 0x1f150),
        0x1f170..=0x1f189 => letter(code - 0x1f170),
        0x2460..=0x2468 => digit(code - 0x2460 + 1),
        0x2080..=0x2089 => digit(code - 0x2080),
        _ => None,
    }
}

/// Single look-alikes.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'ą' | 'а' | 'А' | 'α' | 'Α' | 'ᴀ' | 'ª' => {
            "a"
        }
        'в' | 'В' | 'β' | 'Β' | 'ʙ' | 'ь' => "b",
        'ç' | 'Ç' | 'ć' | 'č' | 'с' | 'С' | 'ᴄ' => "c",
        'ď' | 'đ' | 'ԁ' | 'ᴅ' => "d",
        'è'..='ë'
        | 'È'..='Ë'
        | 'ē'
        | 'ĕ'
        | 'ė'
        | 'ę'
        | 'ě'
        | 'е'
        | 'Е'
        | 'ё'
        | 'ε'
        | 'Ε'
        | 'ᴇ'
        | 'є' => "e",
        'ғ' | 'ꜰ' => "f",
        'ğ' | 'ģ' | 'ɢ' => "g",
        'н' | 'Н' | 'Η' | 'һ' | 'ʜ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' | 'і' | 'І' | 'ι' | 'Ι' | 'ɪ' => "i",
        'ј' | 'Ј' | 'ᴊ' => "j",
        'к' | 'К' | 'κ' | 'Κ' | 'ᴋ' => "k",
        'ł' | 'ľ' | 'ʟ' | 'ӏ' => "l",
        'м' | 'М' | 'Μ' | 'ᴍ' => "m",
        'ñ' | 'Ñ' | 'ń' | 'ň' | 'Ν' | 'ν' | 'п' | 'ɴ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'ő' | 'о' | 'О' | 'ο' | 'Ο' | 'σ' | 'ᴏ' | 'º' => {
            "o"
        }
        'р' | 'Р' | 'ρ' | 'Ρ' | 'ᴘ' => "p",
        'ř' | 'г' | 'ʀ' => "r",
        'ś' | 'š' | 'ş' | 'ѕ' | 'Ѕ' | 'ꜱ' => "s",
        'т' | 'Т' | 'τ' | 'Τ' | 'ᴛ' | 'ť' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'υ' | 'ᴜ' => "u",
        'ѵ' | 'ᴠ' => "v",
        'ԝ' | 'ᴡ' => "w",
        'х' | 'Х' | 'χ' | 'Χ' => "x",
        'ý' | 'ÿ' | 'у' | 'У' | 'γ' | 'Υ' | 'ʏ' => "y",
        'ž' | 'ź' | 'ż' | 'Ζ' | 'ᴢ' => "z",
        '²' => "2",
        '³' => "3",
        '¹' => "1",
        '½' => "1/2",
        '¼' => "1/4",
        '‘' | '’' | 'ʼ' | '`' => "'",
        '“' | '”' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '…' => "...",
        '×' => "x",
        '％' => "%",
        '№' => "no",
        '°' => " derajat ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_decide() {
        for (text, folded) in [
            ("TERBAIK", "terbaik"),
            ("tеrbаik", "terbaik"),
            ("𝐭𝐞𝐫𝐛𝐚𝐢𝐤", "terbaik"),
            ("ｔｅｒｂａｉｋ", "terbaik"),
            ("ⓣerbaik", "terbaik"),
            ("ter\u{200b}baik", "terbaik"),
            ("é 1️⃣ “a” 30×20", "e 1 \"a\" 30x20"),
            ("🔥ꦏ", "  "),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
