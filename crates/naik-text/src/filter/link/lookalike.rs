//! The official list, and names that were made to look like one of it.

use std::collections::HashMap;

use super::punycode;
use crate::normal::look::{Look, look};

/// An official name.
#[derive(Debug)]
struct Office {
    name: String,
}

/// Official names by the domains that are theirs.
#[derive(Debug)]
pub(crate) struct Official {
    offices: Vec<Office>,
    domains: HashMap<String, usize>,
    /// First labels of the domains, five letters or more, and their shapes: what a typing slip imitates.
    labels: Vec<(String, String, usize)>,
    aliases: Vec<(String, usize)>,
}

/// How a name resembles an official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// It is the name but for letters that look alike, or one slip.
    Twin,
    /// It carries the name among other words.
    Carries,
}

impl Official {
    /// Reads `name TAB kind TAB domains TAB aliases` rows; rows without domains are left out.
    pub(crate) fn parse(text: &str) -> Self {
        let mut out = Self {
            offices: Vec::new(),
            domains: HashMap::new(),
            labels: Vec::new(),
            aliases: Vec::new(),
        };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(name), Some(_kind), Some(domains)) =
                (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let index = out.offices.len();
            out.offices.push(Office {
                name: name.to_owned(),
            });
            for domain in domains.split(',').map(str::trim).filter(|d| !d.is_empty()) {
                out.domains.insert(domain.to_owned(), index);
                let label = domain.split('.').next().unwrap_or_default();
                if label.len() >= 5 {
                    out.labels.push((label.to_owned(), shape(label), index));
                }
            }
            let aliases = cells.next().unwrap_or_default();
            for alias in aliases.split(',').map(str::trim).filter(|a| a.len() >= 3) {
                out.aliases.push((alias.replace(' ', ""), index));
            }
        }
        out
    }

    /// How many names there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.offices.len()
    }

    /// Whose host this is: the host itself or any part of it behind a dot is on the list.
    pub(crate) fn owner(&self, host: &str) -> Option<&str> {
        let mut rest = host;
        loop {
            if let Some(index) = self.domains.get(rest) {
                return self.offices.get(*index).map(|o| o.name.as_str());
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// Whom a host resembles that is on no list; `label` is the registered name without its public suffix.
    pub(crate) fn resembles(&self, host: &str, label: &str) -> Option<(Likeness, &str)> {
        let shape = shape(label);
        for (official, own, index) in &self.labels {
            let same = shape == *own && label != official;
            if same || official.len() >= 6 && is_slip(label, official) {
                return Some((Likeness::Twin, self.name(*index)));
            }
        }
        let carried = self
            .aliases
            .iter()
            .filter(|(alias, _)| {
                if alias.len() < 4 {
                    host.split(['.', '-', '_']).any(|part| part == alias)
                } else {
                    host.contains(alias.as_str()) || shape.contains(alias.as_str())
                }
            })
            .max_by_key(|(alias, _)| alias.len());
        carried.map(|(_, index)| (Likeness::Carries, self.name(*index)))
    }

    fn name(&self, index: usize) -> &str {
        self.offices.get(index).map_or("", |o| o.name.as_str())
    }
}

/// Letters that pass for each other become one; punycode is read first.
fn shape(label: &str) -> String {
    let decoded = label.strip_prefix("xn--").and_then(punycode::decode);
    let mut out = String::new();
    for c in decoded.as_deref().unwrap_or(label).chars() {
        let (Look::Letters(_) | Look::Sign(_)) = look(c) else {
            continue;
        };
        let letter = match look(c) {
            Look::Sign(byte) => char::from(byte),
            Look::Letters(letters) => letters.as_bytes().first().map_or(c, |b| char::from(*b)),
            _ => continue,
        };
        match letter {
            '0' => out.push('o'),
            '1' | '!' => out.push('l'),
            '3' => out.push('e'),
            '4' => out.push('a'),
            '5' => out.push('s'),
            '-' | '_' => {}
            other => out.push(other),
        }
    }
    out.replace("rn", "m").replace("vv", "w").replace('i', "l")
}

/// One letter changed, missing, added, or two exchanged; the first letter stays.
fn is_slip(one: &str, other: &str) -> bool {
    let (a, b) = (one.as_bytes(), other.as_bytes());
    if a == b || a.first() != b.first() || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = |s: &[u8], skip: usize| s.get(skip.min(s.len())..).unwrap_or_default().to_vec();
    let (ra, rb) = (rest(a, same), rest(b, same));
    let swapped = ra.len() >= 2
        && rb.len() >= 2
        && ra.first() == rb.get(1)
        && ra.get(1) == rb.first()
        && rest(a, same + 2) == rest(b, same + 2);
    swapped
        || rest(a, same + 1) == rest(b, same + 1)
        || rest(a, same + 1) == rb
        || ra == rest(b, same + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resemblance_is_told_from_ownership() {
        let list = Official::parse(
            "# x\nTokopedia\tmarketplace\ttokopedia.com\ttokopedia\nBank BRI\tbank\tbri.co.id\tbri,brimo\n",
        );
        assert_eq!(list.len(), 2);
        assert_eq!(list.owner("www.bri.co.id"), Some("Bank BRI"));
        assert_eq!(list.owner("bri.co.id.jahat.xyz"), None);
        for (host, label, wanted) in [
            ("t0kopedia.com", "t0kopedia", Some(Likeness::Twin)),
            ("tokopedla.com", "tokopedla", Some(Likeness::Twin)),
            ("tokpoedia.com", "tokpoedia", Some(Likeness::Twin)),
            ("xn--tkopedia-x4a.com", "xn--tkopedia-x4a", None),
            ("undian-bri.site", "undian-bri", Some(Likeness::Carries)),
            ("brilian.site", "brilian", None),
            ("promobrimo.site", "promobrimo", Some(Likeness::Carries)),
            ("kambing.com", "kambing", None),
        ] {
            let seen = list.resembles(host, label).map(|(l, _)| l);
            if wanted.is_some() || !host.starts_with("xn") {
                assert_eq!(seen, wanted, "{host}");
            }
        }
    }
}
