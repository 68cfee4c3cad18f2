//! Whole numbers in Indonesian words, both ways.

const ONES: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

/// A number in words: `lima belas ribu`, `seratus dua puluh`, `seribu`. Below 1 000 trillion; higher numbers come as digits.
pub fn words(number: u64) -> String {
    if number >= 1_000_000_000_000_000 {
        return number.to_string();
    }
    let mut out = Vec::new();
    spell(number, &mut out);
    out.join(" ")
}

fn spell(number: u64, out: &mut Vec<&'static str>) {
    let one = |n: u64| {
        usize::try_from(n)
            .ok()
            .and_then(|n| ONES.get(n))
            .copied()
            .unwrap_or("nol")
    };
    let scale = |size: u64, name: &'static str, out: &mut Vec<&'static str>| {
        spell(number / size, out);
        out.push(name);
        if !number.is_multiple_of(size) {
            spell(number % size, out);
        }
    };
    match number {
        0..=11 => out.push(one(number)),
        12..=19 => out.extend([one(number - 10), "belas"]),
        20..=99 => scale(10, "puluh", out),
        100..=199 => {
            out.push("seratus");
            if number > 100 {
                spell(number - 100, out);
            }
        }
        200..=999 => scale(100, "ratus", out),
        1_000..=1_999 => {
            out.push("seribu");
            if number > 1_000 {
                spell(number - 1_000, out);
            }
        }
        2_000..=999_999 => scale(1_000, "ribu", out),
        1_000_000..=999_999_999 => scale(1_000_000, "juta", out),
        1_000_000_000..=999_999_999_999 => scale(1_000_000_000, "miliar", out),
        _ => scale(1_000_000_000_000, "triliun", out),
    }
}

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const ENGLISH_TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// A number in English words: `two hundred thirty-five thousand`. Below 1 000 trillion; higher ones come as digits.
pub fn english(number: u64) -> String {
    let index = |n: u64| usize::try_from(n).unwrap_or_default();
    let join = |size: u64, name: &str| {
        let head = format!("{} {name}", english(number / size));
        match number % size {
            0 => head,
            rest => format!("{head} {}", english(rest)),
        }
    };
    match number {
        0..=19 => ENGLISH
            .get(index(number))
            .copied()
            .unwrap_or_default()
            .to_owned(),
        20..=99 => {
            let tens = ENGLISH_TENS
                .get(index(number / 10))
                .copied()
                .unwrap_or_default();
            match number % 10 {
                0 => tens.to_owned(),
                rest => format!("{tens}-{}", english(rest)),
            }
        }
        100..=999 => join(100, "hundred"),
        1_000..=999_999 => join(1_000, "thousand"),
        1_000_000..=999_999_999 => join(1_000_000, "million"),
        1_000_000_000..=999_999_999_999 => join(1_000_000_000, "billion"),
        1_000_000_000_000..=999_999_999_999_999 => join(1_000_000_000_000, "trillion"),
        _ => number.to_string(),
    }
}

/// Reads a number in words from the start of `tokens`; the value and how many tokens it took.
///
/// Reads at most to the triliun; `None` when the first token is no number word.
pub fn read(tokens: &[&str]) -> Option<(u64, usize)> {
    let (mut total, mut group, mut small) = (0_u64, 0_u64, None::<u64>);
    let mut used = 0;
    for token in tokens {
        let one = ONES.iter().position(|w| w == token).map(|n| n as u64);
        match (*token, one) {
            (_, Some(n)) if small.is_none() => small = Some(n),
            ("belas", _) if small.is_some() => small = small.map(|n| n + 10),
            ("puluh", _) if small.is_some() => {
                group = group.checked_add(small.take()?.checked_mul(10)?)?;
            }
            ("ratus", _) if small.is_some() => {
                group = group.checked_add(small.take()?.checked_mul(100)?)?;
            }
            ("seratus", _) if small.is_none() => group = group.checked_add(100)?,
            ("seribu", _) if small.is_none() => total = total.checked_add(1_000)?,
            ("setengah", _) => break,
            (scale @ ("ribu" | "juta" | "miliar" | "triliun"), _) if used > 0 => {
                let size = match scale {
                    "ribu" => 1_000,
                    "juta" => 1_000_000,
                    "miliar" => 1_000_000_000,
                    _ => 1_000_000_000_000,
                };
                let value = group.checked_add(small.take().unwrap_or(0))?;
                total = total.checked_add(value.checked_mul(size)?)?;
                group = 0;
            }
            _ => break,
        }
        used += 1;
    }
    (used > 0).then(|| (total + group + small.unwrap_or(0), used))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelled() {
        for (number, text) in [
            (0, "nol"),
            (11, "sebelas"),
            (15, "lima belas"),
            (20, "dua puluh"),
            (100, "seratus"),
            (111, "seratus sebelas"),
            (250, "dua ratus lima puluh"),
            (1_000, "seribu"),
            (15_000, "lima belas ribu"),
            (12_500, "dua belas ribu lima ratus"),
            (100_000, "seratus ribu"),
            (1_250_000, "satu juta dua ratus lima puluh ribu"),
        ] {
            assert_eq!(words(number), text);
        }
    }

    #[test]
    fn reading_stops_where_the_number_ends() {
        assert_eq!(
            read(&["lima", "belas", "ribu", "rupiah"]),
            Some((15_000, 3))
        );
        assert_eq!(read(&["rupiah"]), None);
        assert_eq!(read(&["ribu"]), None);
    }

    proptest::proptest! {
        #[test]
        fn what_is_spelled_is_read(number in 0_u64..1_000_000_000_000) {
            let text = words(number);
            let tokens: Vec<&str> = text.split(' ').collect();
            proptest::prop_assert_eq!(read(&tokens), Some((number, tokens.len())));
        }
    }
}
