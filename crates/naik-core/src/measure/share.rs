//! A change as people say it: in whole percent, with its sign.

/// A share in whole percent, half away from nothing.
pub fn percent(share: f64) -> i64 {
    // What lies beyond any change that is drawn or said ends there.
    (share * 100.0).round().clamp(-100_000.0, 1_000_000.0) as i64
}

/// Percent with their sign: `+16%`, `−3%`, `0%`.
pub fn signed(percent: i64) -> String {
    match percent {
        0 => "0%".to_owned(),
        1.. => format!("+{percent}%"),
        _ => format!("−{}%", percent.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_in_percent() {
        for (share, said) in [
            (0.155, "+16%"),
            (-0.034, "−3%"),
            (0.004, "0%"),
            (f64::NAN, "0%"),
            (f64::INFINITY, "+1000000%"),
        ] {
            assert_eq!(signed(percent(share)), said);
        }
    }
}
