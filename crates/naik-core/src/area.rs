//! Names of provinces and cities by their codes.

use crate::account::Area;

/// `35.73 Kota Malang`, a line each.
const NAMES: &str = include_str!("../data/areas.txt");

impl Area {
    /// What it is called, where the list has it: `Kota Malang`.
    pub fn name(&self) -> Option<&'static str> {
        if self.code().is_empty() {
            return Some("Indonesia");
        }
        NAMES.lines().find_map(|line| {
            line.strip_prefix(self.code())
                .and_then(|rest| rest.strip_prefix(' '))
        })
    }

    /// What it is called, or its code.
    pub fn label(&self) -> &str {
        self.name().unwrap_or_else(|| self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_name_or_is_shown_itself() {
        let label = |code: &str| Area::parse(code).unwrap().label().to_owned();
        assert_eq!(label("35.73"), "Kota Malang");
        assert_eq!(label("35"), "Jawa Timur");
        assert_eq!(label(""), "Indonesia");
        assert_eq!(label("35.99"), "35.99");
    }

    #[test]
    fn every_line_is_a_code_and_a_name() {
        let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for line in lines {
            let (code, name) = line.split_once(' ').unwrap();
            assert!(Area::parse(code).is_ok() && !name.is_empty(), "{line}");
            count += 1;
        }
        assert!(count > 130, "{count}");
    }
}
