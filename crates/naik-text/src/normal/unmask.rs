//! Words written so that a filter misses them: `n0mor`, `t e r b a i k`, `ter-baik`, `terbaaaik`.

/// The readings of a folded text with its disguises removed; empty when it wears none.
pub(crate) fn readings(folded: &str) -> Vec<String> {
    let joined = join_spaced(folded);
    let mut out = Vec::new();
    for one in ['i', 'l'] {
        let text: Vec<String> = joined
            .split(' ')
            .map(|token| squeeze(&glue(&letters_for_digits(token, one))))
            .collect();
        let text = text.join(" ");
        let thin = halve(&text);
        for form in [text, thin] {
            if form != folded && !out.contains(&form) {
                out.push(form);
            }
        }
    }
    out
}

/// `t e r b a i k` and `t.e.r.b.a.i.k` to `terbaik`: four or more single letters in a row.
fn join_spaced(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut Vec<String>| {
        if run.len() >= 4 {
            out.push(std::mem::take(run));
        } else {
            out.extend(run.drain(..).map(String::from));
        }
    };
    for token in text.split(' ') {
        let dotted: Vec<&str> = token
            .split(['.', '-', '_', '*', '|', '/'])
            .filter(|s| !s.is_empty())
            .collect();
        if dotted.len() >= 4
            && dotted.iter().all(|s| s.len() == 1)
            && !dotted.iter().all(|s| s.bytes().all(|b| b.is_ascii_digit()))
        {
            flush(&mut run, &mut out);
            out.push(dotted.concat());
        } else if token.len() == 1
            && token
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"@$".contains(&b))
        {
            run.push_str(token);
        } else {
            flush(&mut run, &mut out);
            out.push(token.to_owned());
        }
    }
    flush(&mut run, &mut out);
    out.join(" ")
}

/// Digits and signs that stand for letters inside a word; amounts such as `250g` and `15rb` stay.
fn letters_for_digits(token: &str, one: char) -> String {
    let core = token.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '@' && c != '$');
    let letters = core.bytes().filter(u8::is_ascii_alphabetic).count();
    let disguised = core
        .bytes()
        .any(|b| b.is_ascii_digit() || b"@$!".contains(&b));
    let digits_first = core
        .bytes()
        .take_while(|b| b.is_ascii_digit() || b".,".contains(b))
        .count();
    let tail = core.get(digits_first..).unwrap_or_default();
    // `250g`, `15rb`, `2x24`: a number with its unit. Names and addresses with @ or / are no words either.
    let amount = digits_first > 0
        && (tail.len() <= 3 || tail.bytes().all(|b| b.is_ascii_alphabetic()) && digits_first > 1);
    if letters < 2 || !disguised || amount || core.starts_with('@') || core.contains('/') {
        return token.to_owned();
    }
    token
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' => one,
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '6' | '9' => 'g',
            '7' => 't',
            '8' => 'b',
            other => other,
        })
        .collect()
}

/// `ter-baik`, `ter*baik` to `terbaik`.
fn glue(token: &str) -> String {
    let bytes = token.as_bytes();
    token
        .char_indices()
        .filter(|(i, c)| {
            let letter = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at))
                    .is_some_and(u8::is_ascii_alphabetic)
            };
            !("-_*.~'|".contains(*c) && letter(i.checked_sub(1)) && letter(Some(i + 1)))
        })
        .map(|(_, c)| c)
        .collect()
}

/// Three or more of a letter become one.
fn squeeze(token: &str) -> String {
    let mut out = String::with_capacity(token.len());
    let letters: Vec<char> = token.chars().collect();
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        let run = letters.iter().skip(at).take_while(|d| **d == c).count();
        let kept = if c.is_ascii_alphabetic() && run >= 3 {
            1
        } else {
            run
        };
        out.extend(std::iter::repeat_n(c, kept));
        at += run;
    }
    out
}

/// Two of a letter become one.
fn halve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !(c.is_ascii_alphabetic() && out.ends_with(c)) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises_come_off() {
        for (text, word) in [
            ("n0mor satu", "nomor satu"),
            ("t e r b a i k di kota", "terbaik di kota"),
            ("t.e.r.b.a.i.k", "terbaik"),
            ("t3rb41k", "terbaik"),
            ("ter-baik", "terbaik"),
            ("terbaaaaik", "terbaik"),
            ("terbaikk", "terbaik"),
            ("ha1al", "halal"),
            ("m3ny3mbuhk@n", "menyembuhkan"),
        ] {
            assert!(
                readings(text).iter().any(|r| r == word),
                "{text}: {:?}",
                readings(text)
            );
        }
        assert!(
            readings("isi 250g seharga 15rb")
                .iter()
                .all(|r| !r.contains("rb ") && r.contains("250g"))
        );
        assert!(readings("tempe baru").is_empty());
    }
}
