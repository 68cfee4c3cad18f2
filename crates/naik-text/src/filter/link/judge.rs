//! What a found address gives away.

use std::collections::HashSet;

use serde::Deserialize;

use super::lookalike::{Likeness, Official};
use super::{Found, Link, Trait};
use crate::normal::layer::Layer;

/// The lists in `links.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    shorteners: HashSet<String>,
    free_hosts: HashSet<String>,
    risky_tlds: HashSet<String>,
    file_shares: HashSet<String>,
    chat_hosts: HashSet<String>,
    file_endings: HashSet<String>,
    judol_words: Vec<String>,
    bait_words: Vec<String>,
}

/// Judges addresses by lists; asks nobody.
#[derive(Debug)]
pub(crate) struct Judge {
    lists: Lists,
    official: Official,
}

impl Judge {
    /// From `links.toml` and `official.tsv`.
    pub(crate) fn parse(links: &str, official: &str) -> Result<Self, toml::de::Error> {
        Ok(Self {
            lists: toml::from_str(links)?,
            official: Official::parse(official),
        })
    }

    #[cfg(test)]
    pub(crate) fn official_count(&self) -> usize {
        self.official.len()
    }

    /// A place of an official name where anyone puts anything: `wa.me`, `sites.google.com`.
    fn is_anyones(&self, host: &str) -> bool {
        let lists = &self.lists;
        [
            &lists.chat_hosts,
            &lists.free_hosts,
            &lists.file_shares,
            &lists.shorteners,
        ]
        .into_iter()
        .any(|list| listed(list, host))
    }

    /// Says what an address gives away.
    pub(crate) fn judge(&self, found: &Found, folded: &Layer) -> Link {
        let host = found.host.as_str();
        let mut traits = Vec::new();
        let mut official = None;
        let mut number = None;
        let name = (!found.ip && !found.file)
            .then(|| psl::domain_str(host).map(str::to_owned))
            .flatten();
        let suffix = psl::suffix_str(host).unwrap_or_default();
        if found.file {
            traits.push(Trait::Apk);
        } else if found.ip {
            traits.push(Trait::Ip);
        } else if let Some(owner) = self.official.owner(host)
            && !found.styled
            && !self.is_anyones(host)
        {
            traits.push(Trait::Official);
            official = Some(owner.to_owned());
        } else {
            let label = name
                .as_deref()
                .and_then(|n| n.strip_suffix(suffix))
                .unwrap_or(host)
                .trim_end_matches('.');
            let risky = host
                .rsplit('.')
                .next()
                .is_some_and(|e| self.lists.risky_tlds.contains(e));
            let free = listed(&self.lists.free_hosts, host);
            let bait = self.lists.bait_words.iter().any(|w| carries(host, w));
            let judol = is_gambling(&self.lists.judol_words, host, label);
            let chat = listed(&self.lists.chat_hosts, host);
            match self.official.resembles(host, label).filter(|_| !chat) {
                Some((Likeness::Twin, who)) => {
                    traits.push(Trait::Lookalike);
                    official = Some(who.to_owned());
                }
                // A name inside another one is common; it deceives beside bait or at a thrown-away place.
                Some((Likeness::Carries, who))
                    if !judol && (bait || free || risky || found.styled) =>
                {
                    traits.push(Trait::Lookalike);
                    official = Some(who.to_owned());
                }
                _ => {}
            }
            for (is, what) in [
                (listed(&self.lists.shorteners, host), Trait::Shortener),
                (free, Trait::FreeHost),
                (risky, Trait::RiskyEnding),
                (listed(&self.lists.file_shares, host), Trait::FileShare),
                (judol, Trait::Judol),
                (bait, Trait::Bait),
            ] {
                if is {
                    traits.push(what);
                }
            }
        }
        if matches!(
            host,
            "wa.me" | "api.whatsapp.com" | "chat.whatsapp.com" | "wa.link" | "wasap.at"
        ) {
            traits.push(Trait::WhatsApp);
            let digits: String = found
                .path
                .chars()
                .skip_while(|c| !c.is_ascii_digit())
                .take_while(|c| c.is_ascii_digit() || matches!(c, '#' | 'x'))
                .collect();
            number = (digits.len() >= 8).then_some(digits);
        }
        if matches!(host, "t.me" | "telegram.me" | "telegram.dog") {
            traits.push(Trait::Telegram);
        }
        if found.path.split(['?', '#']).next().is_some_and(|p| {
            p.rsplit_once('.')
                .is_some_and(|(_, e)| self.lists.file_endings.contains(e) && e != "js")
        }) {
            traits.push(Trait::Apk);
        }
        for (is, what) in [
            (
                found.port.is_some_and(|p| !matches!(p, 80 | 443)),
                Trait::Port,
            ),
            (
                host.split('.').any(|l| l.starts_with("xn--")),
                Trait::Punycode,
            ),
            (found.styled, Trait::MixedScript),
            (found.broken, Trait::Broken),
        ] {
            if is {
                traits.push(what);
            }
        }
        traits.sort_unstable();
        traits.dedup();
        Link {
            span: folded.span(found.from, found.to),
            host: host.to_owned(),
            name,
            traits,
            official,
            number,
        }
    }
}

/// Whether the host, or any part of it behind a dot, is on the list.
fn listed(list: &HashSet<String>, host: &str) -> bool {
    let mut rest = host;
    loop {
        if list.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, behind)) => rest = behind,
            None => return false,
        }
    }
}

/// Short words count between signs only.
fn carries(host: &str, word: &str) -> bool {
    if word.len() < 4 {
        host.split(['.', '-', '_']).any(|part| part == word)
    } else {
        host.contains(word)
    }
}

/// Gambling words in the name: long ones anywhere, short ones beside digits.
fn is_gambling(words: &[String], host: &str, label: &str) -> bool {
    let digits = label.bytes().any(|b| b.is_ascii_digit());
    words.iter().any(|w| {
        if w.len() >= 5 {
            host.contains(w.as_str())
        } else {
            carries(host, w) || digits && label.contains(w.as_str())
        }
    }) || {
        // `dora77.com`, `king328.vip`
        let letters = label.bytes().take_while(u8::is_ascii_alphabetic).count();
        let tail = label.get(letters..).unwrap_or_default();
        letters >= 3
            && matches!(
                tail,
                "77" | "88"
                    | "99"
                    | "69"
                    | "138"
                    | "168"
                    | "188"
                    | "288"
                    | "303"
                    | "388"
                    | "328"
                    | "4d"
                    | "123"
                    | "333"
                    | "555"
                    | "777"
                    | "888"
                    | "999"
                    | "365"
                    | "998"
                    | "338"
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::layer::fold_into;

    fn traits(text: &str) -> Vec<Trait> {
        let judge = Judge::parse(
            include_str!("../../../data/filter/links.toml"),
            include_str!("../../../data/filter/official.tsv"),
        )
        .unwrap();
        let mut layer = Layer::default();
        fold_into(text, &mut layer);
        super::super::find(&layer)
            .iter()
            .flat_map(|f| judge.judge(f, &layer).traits)
            .collect()
    }

    #[test]
    fn addresses_are_judged_by_what_they_carry() {
        use Trait::*;
        for (text, wanted) in [
            ("https://ib.bri.co.id/login", vec![Official]),
            ("bri-undian.blogspot.com", vec![Lookalike, FreeHost, Bait]),
            ("https://bit.ly/abc", vec![Shortener]),
            ("http://10.1.1.1:8080/x", vec![Ip, Port]),
            ("t0kopedia.com", vec![Lookalike]),
            ("wa.me/6281234567890", vec![WhatsApp]),
            ("https://t.me/grup", vec![Telegram]),
            ("slotgacor77 . com", vec![Broken, Judol]),
            ("https://contoh.com/undangan.apk", vec![Apk]),
            ("https://tokosayur.com", vec![]),
            ("https://xn--80ak6aa92e.com", vec![Lookalike, Punycode]),
        ] {
            assert_eq!(traits(text), wanted, "{text}");
        }
    }

    #[test]
    fn the_official_list_is_long_enough() {
        let judge = Judge::parse(
            include_str!("../../../data/filter/links.toml"),
            include_str!("../../../data/filter/official.tsv"),
        )
        .unwrap();
        assert!(judge.official_count() >= 250, "{}", judge.official_count());
    }
}
