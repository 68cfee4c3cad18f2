//! The official list, and names that were made to look like one of it.

use std::collections::{HashMap, HashSet};

use super::words::{Words, is_empty};
use crate::normal::look::{Look, look};

/// Endings that are mistaken for `.com` or `.co.id`.
const FOREIGN: &[&str] = &["co", "com.co", "co.com", "cm", "om"];

/// An official name.
#[derive(Debug)]
struct Office {
    name: String,
    /// Its name is used alone as an address by tricksters; of cities and newspapers only misspellings count.
    known_by_alias: bool,
}

/// A short name of an office.
#[derive(Debug)]
struct Alias {
    text: String,
    office: usize,
    /// It is an ordinary word as well: `dana`, `mandiri`.
    common: bool,
}

/// The first label of an official domain: what a typing slip imitates.
#[derive(Debug)]
struct Label {
    text: String,
    shape: String,
    office: usize,
}

/// Official names by the domains that are theirs.
#[derive(Debug)]
pub(crate) struct Official {
    offices: Vec<Office>,
    domains: HashMap<String, usize>,
    labels: Vec<Label>,
    aliases: Vec<Alias>,
    /// Names that an address may bear alone.
    names: HashMap<String, usize>,
    /// Ordinary words one slip away from an official label.
    plain: HashSet<String>,
}

/// How a name resembles an official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// It is the name but for letters that look alike, one slip, or the ending.
    Twin,
    /// It carries the name beside words that promise, frighten or ask for a login.
    Baited,
    /// A whole label of it is the name.
    Whole,
    /// The name is one part among words that say nothing.
    Carries,
}

/// A host in the parts that somebody chose and those that were given.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'h> {
    /// The whole host.
    pub(crate) host: &'h str,
    /// What stands before the public suffix or the free place: `ib.bri` of `ib.bri.co.id`.
    pub(crate) front: &'h str,
    /// The rest, without its dot.
    pub(crate) suffix: &'h str,
}

impl<'h> Parts<'h> {
    /// The label that was registered.
    pub(crate) fn label(&self) -> &'h str {
        self.front.rsplit('.').next().unwrap_or_default()
    }
}

impl Official {
    /// Reads `name TAB kind TAB domains TAB aliases` rows; rows without domains are left out.
    pub(crate) fn parse(text: &str, common: &HashSet<String>, plain: &HashSet<String>) -> Self {
        let mut out = Self {
            offices: Vec::new(),
            domains: HashMap::new(),
            labels: Vec::new(),
            aliases: Vec::new(),
            names: HashMap::new(),
            plain: plain.clone(),
        };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut cells = line.split('\t');
            let (Some(name), Some(_kind), Some(domains)) =
                (cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            let office = out.offices.len();
            let aliases: Vec<String> = cells
                .next()
                .unwrap_or_default()
                .split(',')
                .map(|a| a.trim().replace(' ', ""))
                .filter(|a| a.len() >= 3)
                .collect();
            out.offices.push(Office {
                name: name.to_owned(),
                known_by_alias: !aliases.is_empty(),
            });
            for domain in domains.split(',').map(str::trim).filter(|d| !d.is_empty()) {
                out.domains.insert(domain.to_owned(), office);
                let label = domain.split('.').next().unwrap_or_default();
                if label.len() >= 5 && !out.labels.iter().any(|l| l.text == label) {
                    out.labels.push(Label {
                        text: label.to_owned(),
                        shape: shape(label),
                        office,
                    });
                }
                if label.len() >= 5 && !aliases.is_empty() && !common.contains(label) {
                    out.names.insert(label.to_owned(), office);
                }
            }
            for alias in aliases {
                let common = common.contains(&alias);
                if !common {
                    out.names.insert(alias.clone(), office);
                }
                out.aliases.push(Alias {
                    text: alias,
                    office,
                    common,
                });
            }
        }
        // The longest name says most: `bankmandiri` before `mandiri`.
        out.aliases.sort_by_key(|a| usize::MAX - a.text.len());
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
                return Some(self.name(*index));
            }
            rest = rest.split_once('.')?.1;
        }
    }

    /// Whose name this is.
    pub(crate) fn named(&self, word: &str) -> Option<&str> {
        self.names.get(word).map(|index| self.name(*index))
    }

    /// Whom a host resembles that is on no list.
    pub(crate) fn resembles(&self, parts: Parts<'_>, words: &Words) -> Option<(Likeness, &str)> {
        self.twin(parts)
            .or_else(|| self.quoted(parts))
            .map(|office| (Likeness::Twin, self.name(office)))
            .or_else(|| self.carried(parts, words))
    }

    /// Letters that look alike, one slip, a foreign ending.
    fn twin(&self, parts: Parts<'_>) -> Option<usize> {
        let label = parts.label();
        if label.len() < 3 {
            return None;
        }
        if FOREIGN.contains(&parts.suffix)
            && let Some(office) = self.names.get(label)
        {
            return Some(*office);
        }
        let seen = shape(label);
        if let Some(twin) = self
            .labels
            .iter()
            .find(|l| l.shape == seen && l.text != label)
        {
            return Some(twin.office);
        }
        if self.plain.contains(label) || self.names.contains_key(label) {
            return None;
        }
        let slipped = |l: &&Label| {
            l.text.len() >= 6
                && self.is_known_by_alias(l.office)
                && l.text != label
                && is_slip(label, &l.text)
        };
        self.labels.iter().find(slipped).map(|l| l.office)
    }

    /// A whole official domain as the beginning of another: `bri.co.id.jahat.xyz`, `bri-co-id.com`, `bri-co.id`.
    fn quoted(&self, parts: Parts<'_>) -> Option<usize> {
        let dotted = parts.host.replace(['-', '_'], ".");
        let labels: Vec<&str> = dotted.split('.').collect();
        // A host has 127 labels at most; names stand in the first few.
        let most = labels.len().min(8);
        let mut start = 0;
        for first in 0..most {
            let begins = start == 0 || parts.host.as_bytes().get(start - 1) == Some(&b'.');
            let mut end = start;
            for (index, label) in labels.iter().enumerate().take(most).skip(first) {
                end += label.len() + usize::from(index > first);
                let long = index - first >= 2;
                if index == first || !(begins || long) {
                    continue;
                }
                let slice = dotted.get(start..end).unwrap_or_default();
                // In `hsbc.com.hk` the ending is its own; in `bri-co.id` the hyphen makes it pass for another.
                let inside = end <= parts.front.len();
                let dressed = begins && end == dotted.len();
                if let Some(office) = self.domains.get(slice)
                    && (inside || dressed)
                    && self.is_known_by_alias(*office)
                    && slice.split('.').next().is_some_and(|l| l.len() >= 3)
                {
                    return Some(*office);
                }
            }
            start += labels.get(first).map_or(0, |l| l.len()) + 1;
        }
        None
    }

    /// The name among others in what somebody chose.
    fn carried(&self, parts: Parts<'_>, words: &Words) -> Option<(Likeness, &str)> {
        let front = parts.front;
        let level = shape_of_digits(front);
        let mut best: Option<(Likeness, usize)> = None;
        for alias in &self.aliases {
            let found = self.beside(alias, front, words).or_else(|| {
                (level != front && !alias.common && alias.text.len() >= 5)
                    .then(|| self.beside(alias, &level, words))
                    .flatten()
            });
            match found {
                Some(Likeness::Baited) => return Some((Likeness::Baited, self.name(alias.office))),
                Some(found) if best.is_none_or(|(b, _)| b == Likeness::Carries && found != b) => {
                    best = Some((found, alias.office));
                }
                _ => {}
            }
        }
        best.map(|(likeness, office)| (likeness, self.name(office)))
    }

    /// How an alias stands in the labels that somebody chose.
    fn beside(&self, alias: &Alias, front: &str, words: &Words) -> Option<Likeness> {
        let name = alias.text.as_str();
        if !front.contains(name) {
            return None;
        }
        let mut best = None;
        let kin = |word: &str| {
            word.len() >= 3
                && self
                    .aliases
                    .iter()
                    .any(|a| a.office == alias.office && a.text == word && a.text != name)
        };
        let serves = |word: &str| words.is_service(word) || kin(word);
        for label in front.split('.') {
            for part in label.split(['-', '_']).filter(|p| p.contains(name)) {
                let others = || label.split(['-', '_']).filter(|p| !p.contains(name));
                let (before, behind) = part.split_once(name).unwrap_or_default();
                if alias.common {
                    let whole = behind.is_empty() && matches!(before, "" | "pt");
                    if whole && others().any(serves) {
                        return Some(Likeness::Baited);
                    }
                    if whole && others().next().is_none() {
                        best = Some(Likeness::Whole);
                    }
                    continue;
                }
                let speaks = |rest: &str| serves(rest) || words.is_baited(rest);
                let blank = is_empty(before) && is_empty(behind);
                // Short names lie inside many words: all that stands around them must be bait.
                let told = |rest: &str| is_empty(rest) || serves(rest);
                if name.len() < 6 && !(told(before) && told(behind)) {
                    continue;
                }
                let elsewhere = || front.split(['.', '-', '_']).filter(|p| *p != part);
                if [before, behind].into_iter().chain(elsewhere()).any(speaks) {
                    return Some(Likeness::Baited);
                }
                if blank && others().all(is_empty) {
                    best = Some(Likeness::Whole);
                } else {
                    best = best.or(Some(Likeness::Carries));
                }
            }
        }
        best
    }

    fn is_known_by_alias(&self, office: usize) -> bool {
        self.offices.get(office).is_some_and(|o| o.known_by_alias)
    }

    fn name(&self, index: usize) -> &str {
        self.offices.get(index).map_or("", |o| o.name.as_str())
    }
}

/// Digits that pass for letters, with the dots and hyphens kept: `t0kopedia-promo`.
fn shape_of_digits(front: &str) -> String {
    front
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' => 'i',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            other => other,
        })
        .collect()
}

/// Letters that pass for each other become one.
fn shape(label: &str) -> String {
    let mut out = String::new();
    for c in label.chars() {
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

    fn seen(host: &str) -> Option<Likeness> {
        let set = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect();
        let list = Official::parse(
            "# x\nTokopedia\tmarketplace\ttokopedia.com\ttokopedia\nBank BRI\tbank\tbri.co.id\tbri,brimo\n\
             DANA\twallet\tdana.id\tdana\nGojek\tservice\tgojek.com\tgojek\nIKEA\tmarketplace\tikea.co.id\tikea\n\
             Merdeka\tnews\tmerdeka.com\t\nJenius\tbank\tjenius.com\tjenius\n",
            &set(&["dana"]),
            &set(&["jenis"]),
        );
        let words = Words::new(
            ["promo", "undian", "klaim", "dana", "cs"].map(str::to_owned),
            ["kaget".to_owned()],
            ["dana"].map(str::to_owned),
        );
        let suffix = psl::suffix_str(host).unwrap_or_default();
        let front = host
            .strip_suffix(suffix)
            .unwrap_or(host)
            .trim_end_matches('.');
        let parts = Parts {
            host,
            front,
            suffix,
        };
        assert_eq!(list.len(), 7);
        assert_eq!(list.owner("www.bri.co.id"), Some("Bank BRI"));
        assert_eq!(list.owner("bri.co.id.jahat.xyz"), None);
        list.resembles(parts, &words).map(|(l, _)| l)
    }

    #[test]
    fn resemblance_is_told_from_ownership() {
        use Likeness::*;
        for (host, wanted) in [
            ("t0kopedia.com", Some(Twin)),
            ("tokopedla.com", Some(Twin)),
            ("tokpoedia.com", Some(Twin)),
            ("gojek.co", Some(Twin)),
            ("bri.co", Some(Twin)),
            ("bri.co.id.jahat.xyz", Some(Twin)),
            ("bri-co-id.com", Some(Twin)),
            ("bri-co.id", Some(Twin)),
            ("tokopedia.com.hk", Some(Whole)),
            ("dana.id-klaim.com", Some(Twin)),
            ("undian-bri.site", Some(Baited)),
            ("undianbri.site", Some(Baited)),
            ("promobrimo.site", Some(Baited)),
            ("infopromotokopedia2.site", Some(Baited)),
            ("promo-t0kopedia.site", Some(Baited)),
            ("dana-kaget.site", Some(Baited)),
            ("cs-dana.site", Some(Baited)),
            ("bri.promo.site", Some(Baited)),
            ("dana.site", Some(Whole)),
            ("bri.my.id", Some(Whole)),
            ("pt-tokopedia-44.site", Some(Whole)),
            ("gojek77.site", Some(Whole)),
            ("klaim-ptdana.site", Some(Baited)),
            ("jastip-ikea.site", Some(Carries)),
            ("kopisenja-gojek.site", Some(Carries)),
            ("pusat-dana.id", None),
            ("danadesa.id", None),
            ("klaimdanabaru.id", None),
            ("brilian.site", None),
            ("kambing.com", None),
            ("mereka.org", None),
            ("jenis.com", None),
        ] {
            assert_eq!(seen(host), wanted, "{host}");
        }
    }
}
