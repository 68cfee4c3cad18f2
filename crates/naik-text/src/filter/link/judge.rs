//! What a found address gives away.

use std::collections::HashSet;

use serde::Deserialize;

use super::lookalike::{Likeness, Official, Parts};
use super::words::Words;
use super::{Found, Link, Trait, punycode};
use crate::normal::layer::Layer;

/// Endings that only offices, schools and villages get: nobody dresses up there.
const RESTRICTED: &[&str] = &[".go.id", ".ac.id", ".sch.id", ".mil.id", ".desa.id"];

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
    /// Hosts, or hosts with the beginning of a path, that shorten or share for one known name only.
    known_places: Vec<String>,
    bait_words: Vec<String>,
    service_words: Vec<String>,
    common_names: HashSet<String>,
    plain_words: HashSet<String>,
}

/// Judges addresses by lists; asks nobody.
#[derive(Debug)]
pub(crate) struct Judge {
    lists: Lists,
    words: Words,
    official: Official,
}

impl Judge {
    /// From `links.toml` and `official.tsv`.
    pub(crate) fn parse(links: &str, official: &str) -> Result<Self, toml::de::Error> {
        let lists: Lists = toml::from_str(links)?;
        Ok(Self {
            words: Words::new(
                lists.bait_words.iter().cloned(),
                lists.service_words.iter().cloned(),
                lists.common_names.iter().cloned(),
            ),
            official: Official::parse(official, &lists.common_names, &lists.plain_words),
            lists,
        })
    }

    #[cfg(test)]
    pub(crate) fn official_count(&self) -> usize {
        self.official.len()
    }

    /// A place of an official name where anyone puts anything: `wa.me`, `sites.google.com`.
    fn is_anyones(&self, host: &str, path: &str) -> bool {
        let lists = &self.lists;
        !self.is_known_place(host, path)
            && [
                &lists.chat_hosts,
                &lists.free_hosts,
                &lists.file_shares,
                &lists.shorteners,
            ]
            .into_iter()
            .any(|list| listed(list, host))
    }

    /// A host that leads to one known service only: `goo.gl/maps`, `maps.app.goo.gl`.
    fn is_known_place(&self, host: &str, path: &str) -> bool {
        self.lists.known_places.iter().any(|place| {
            let rest = place.strip_prefix(host);
            rest.is_some_and(|rest| path.starts_with(rest))
        })
    }

    /// The host in what somebody chose and what was given: the public suffix, or a place where anyone gets a name.
    fn parts<'h>(&self, host: &'h str) -> Parts<'h> {
        let lists = &self.lists;
        let given = [&lists.free_hosts, &lists.shorteners]
            .into_iter()
            .filter_map(|list| behind(list, host))
            .chain(psl::suffix_str(host))
            .max_by_key(|s| s.len())
            .unwrap_or_default();
        Parts {
            host,
            front: host
                .strip_suffix(given)
                .unwrap_or(host)
                .trim_end_matches('.'),
            suffix: given,
        }
    }

    /// The official name that an address passes for, if it does; `host` is read in plain letters.
    fn imitates(&self, host: &str, plain: bool, cheap: bool, judol: bool) -> Option<&str> {
        // Typed in plain letters, a place of an official name imitates nobody.
        if let Some(owner) = self.official.owner(host) {
            return (!plain).then_some(owner);
        }
        let chat = listed(&self.lists.chat_hosts, host);
        if chat || plain && RESTRICTED.iter().any(|r| host.ends_with(r)) {
            return None;
        }
        let (likeness, who) = self.official.resembles(self.parts(host), &self.words)?;
        let deceives = match likeness {
            Likeness::Twin => true,
            Likeness::Baited => !judol,
            Likeness::Whole => !judol && (cheap || !plain),
            Likeness::Carries => !judol && !plain,
        };
        deceives.then_some(who)
    }

    /// The host that stands before an `@` to be taken for the real one, and whose it is.
    fn bogus<'u>(&'u self, found: &'u Found) -> Option<Option<&'u str>> {
        let user = found.user.as_deref()?;
        let host = user.split([':', '%', '@', '\\']).next()?;
        let is_host =
            host.contains('.') && psl::suffix(host.as_bytes()).is_some_and(|s| s.is_known());
        let owner = self
            .official
            .owner(host)
            .or_else(|| self.official.named(host));
        (is_host || owner.is_some()).then_some(owner)
    }

    /// Says what an address gives away.
    pub(crate) fn judge(&self, found: &Found, folded: &Layer) -> Link {
        let host = found.host.as_str();
        let decoded = punycode::read(host);
        let seen = decoded.as_deref().unwrap_or(host);
        let plain = found.plain && decoded.is_none();
        let mut traits = Vec::new();
        let mut official = None;
        let name = (!found.ip && !found.file)
            .then(|| psl::domain_str(host).map(str::to_owned))
            .flatten();
        let bogus = self.bogus(found);
        if found.file {
            traits.push(Trait::Apk);
        } else if found.ip {
            traits.push(Trait::Ip);
        } else if let Some(owner) = self.official.owner(host)
            && plain
            && bogus.is_none()
            && !self.is_anyones(host, &found.path)
        {
            traits.push(Trait::Official);
            official = Some(owner.to_owned());
        } else {
            let known = plain && self.is_known_place(host, &found.path);
            let risky = host
                .rsplit('.')
                .next()
                .is_some_and(|e| self.lists.risky_tlds.contains(e));
            let free = listed(&self.lists.free_hosts, host);
            let short = !known && listed(&self.lists.shorteners, host);
            let bait = self.words.is_bait(host);
            let judol = is_gambling(&self.lists.judol_words, host, self.parts(host).label());
            let cheap = free || risky || short;
            if let Some(who) = self.imitates(seen, plain, cheap, judol).filter(|_| !known) {
                traits.push(Trait::Lookalike);
                official = Some(who.to_owned());
                if !found.plain {
                    traits.push(Trait::MixedScript);
                }
            }
            for (is, what) in [
                (short, Trait::Shortener),
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
        }
        if let Some(who) = bogus {
            traits.push(Trait::UserInfo);
            if let Some(who) = who {
                traits.push(Trait::Lookalike);
                official = Some(who.to_owned());
            }
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
            number: (found.number.len() >= 8).then(|| found.number.clone()),
        }
    }
}

/// Whether the host, or any part of it behind a dot, is on the list.
fn listed(list: &HashSet<String>, host: &str) -> bool {
    behind(list, host).is_some()
}

/// The part of a host behind a dot, or the whole, that is on the list.
fn behind<'h>(list: &HashSet<String>, host: &'h str) -> Option<&'h str> {
    let mut rest = host;
    loop {
        if list.contains(rest) {
            return Some(rest);
        }
        rest = rest.split_once('.')?.1;
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

    fn links(text: &str) -> Vec<Link> {
        let judge = Judge::parse(
            include_str!("../../../data/filter/links.toml"),
            include_str!("../../../data/filter/official.tsv"),
        )
        .unwrap();
        let mut layer = Layer::default();
        fold_into(text, &mut layer);
        super::super::read(&layer, &judge)
    }

    fn traits(text: &str) -> Vec<Trait> {
        links(text).into_iter().flat_map(|l| l.traits).collect()
    }

    #[test]
    fn addresses_are_judged_by_what_they_carry() {
        use Trait::*;
        for (text, wanted) in [
            ("https://ib.bri.co.id/login", vec![Official]),
            ("bri-undian.blogspot.com", vec![Lookalike, FreeHost, Bait]),
            ("https://bit.ly/abc", vec![Shortener]),
            ("http://10.1.1.1:8080/x", vec![Ip, Port]),
            ("103.10.1.2:8080", vec![Ip, Port]),
            ("http://[2001:db8::1]:81/x", vec![Ip, Port]),
            ("http://3232235777/x", vec![Ip]),
            ("0x7f.0.0.1", vec![Ip]),
            ("t0kopedia.com", vec![Lookalike]),
            ("wa.me/6281234567890", vec![WhatsApp]),
            ("https://t.me/grup", vec![Telegram]),
            ("slotgacor77 . com", vec![Broken, Judol]),
            ("https://contoh.com/undangan.apk", vec![Apk]),
            ("https://tokosayur.com", vec![]),
            ("https://xn--80ak6aa92e.com", vec![Lookalike, Punycode]),
            ("buka bri . co . id", vec![Official, Broken]),
            ("buka bca.co", vec![Lookalike]),
            ("buka gojek.co ya", vec![Lookalike]),
            ("baca tempo.co", vec![Official]),
            ("sudah bayar.co nya kapan", vec![]),
        ] {
            assert_eq!(traits(text), wanted, "{text}");
        }
    }

    #[test]
    fn only_what_was_typed_is_official() {
        use Trait::*;
        for (text, who, wanted) in [
            ("https://bcà.co.id", "Bank Central Asia (BCA)", MixedScript),
            (
                "https://brí.co.id",
                "Bank Rakyat Indonesia (BRI)",
                MixedScript,
            ),
            ("https://shopeé.co.id", "Shopee Indonesia", MixedScript),
            ("https://tokopédia.com", "Tokopedia", MixedScript),
            ("https://paypál.com", "PayPal", MixedScript),
            (
                "https://bri\u{200b}.co.id",
                "Bank Rakyat Indonesia (BRI)",
                MixedScript,
            ),
            ("https://𝐛𝐜𝐚.co.id", "Bank Central Asia (BCA)", MixedScript),
            ("https://bса.co.id", "Bank Central Asia (BCA)", MixedScript),
            (
                "https://xn--br-oja.co.id",
                "Bank Rakyat Indonesia (BRI)",
                Punycode,
            ),
            ("https://wá.me/628123456789", "WhatsApp", MixedScript),
            (
                "https://bri.co.id@jahat.xyz/x",
                "Bank Rakyat Indonesia (BRI)",
                UserInfo,
            ),
            (
                "https://bca@jahat.xyz/x",
                "Bank Central Asia (BCA)",
                UserInfo,
            ),
        ] {
            let seen = links(text);
            let link = seen.first().unwrap();
            assert!(!link.is(Official), "{text} {link:?}");
            assert!(link.is(Lookalike) && link.is(wanted), "{text} {link:?}");
            assert!(link.deceives(), "{text} {link:?}");
            assert_eq!(link.official.as_deref(), Some(who), "{text}");
        }
        for text in [
            "https://bri.co.id",
            "HTTPS://BRI.CO.ID",
            "\u{200e}https://bri.co.id\u{200e} ya",
            "bri[.]co[.]id",
        ] {
            assert!(traits(text).contains(&Official), "{text}");
        }
        assert_eq!(traits("https://contoh.com@jahat.com"), [UserInfo]);
        assert_eq!(traits("https://budi:rahasia@contoh.com"), []);
        assert_eq!(traits("https://kafé-senja.com"), []);
    }

    #[test]
    fn honest_places_imitate_nobody() {
        for text in HONEST.split_whitespace() {
            let seen = links(text);
            assert_eq!(seen.len(), 1, "{text}");
            let link = &seen[0];
            assert!(!link.is(Trait::Lookalike), "{text} {link:?}");
        }
        for text in OWN.split_whitespace() {
            assert!(traits(text).contains(&Trait::Official), "{text}");
        }
        for text in ["goo.gl/maps/x1", "maps.app.goo.gl/x1", "g.page/kopi-senja"] {
            assert!(!traits(text).contains(&Trait::Shortener), "{text}");
        }
    }

    const HONEST: &str = "docs.google.com/forms/d/x forms.gle/x drive.google.com/x sites.google.com/view/x \
        linktr.ee/x wa.me/628123456789 api.whatsapp.com/send chat.whatsapp.com/x t.co/x g.page/x goo.gl/maps/x \
        maps.app.goo.gl/x ig.me/m/x m.me/x https://danadesa.malangkab.go.id https://danabergulir.batukota.go.id \
        https://danabos.sman1.sch.id https://pendanaan.lldikti7.ac.id https://layanan-bri.desa.id https://tokomandiri.online \
        https://dapurmandiri.my.id https://danadesa.my.id https://jagoangrosir.com https://sinarjaya.site \
        https://permatahati.online https://jastip-ikea.site https://kopisenja-gojek.web.app https://mereka.org \
        https://kontak.com https://dokumen.site https://tokobibit.site https://undangan.my.canva.site \
        https://kopi.blogspot.com https://brilian.site https://storage.googleapis.com/x";

    const OWN: &str = "tokopedia.link/x https://tokopedia.com/x shope.ee/x shp.ee/x s.shopee.co.id/x gofood.link/x gojek.link/x \
        vt.tiktok.com/x lzd.co/x s.lazada.co.id/x blib.li/x youtu.be/x fb.me/x fb.watch/x instagr.am/x x.com/x \
        https://threads.net/x grab.onelink.me/x https://go-jek.com";

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
