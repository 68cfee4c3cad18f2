//! What a name means that stands beside a reason: a rule, a known claim, a sign of an address, or the words of a label.

use naik_core::message::Message;
use naik_text::filter::Trait;

use super::{Filter, Label};
use crate::error::AppError;

/// What a rule, a claim or a sign is, for people.
#[derive(Debug, Default, serde::Serialize)]
pub struct Explained {
    /// Its name.
    pub id: String,
    /// `rule`, `claim`, `link` (a sign of an address) or `words` (a choice of words).
    pub what: &'static str,
    /// The trick or topic.
    pub kind: String,
    /// What a message is that it fires on or repeats.
    pub label: Option<Label>,
    /// Why, or what is claimed.
    pub reason: String,
    /// What to do, or what is true.
    pub advice: String,
    /// The lesson, of rules.
    pub lesson: Option<String>,
    /// Since when it goes round: year, month or day, of claims where that is known.
    pub since: Option<String>,
    /// By whom and when clarified, of claims.
    pub source: Option<String>,
    /// Where that can be read, of claims where it is known.
    pub url: Option<String>,
    /// Examples.
    pub examples: Vec<String>,
}

/// What words alone speak for, by the names that verdicts have.
const WORDS: [(&str, Label); 4] = [
    ("judol", Label::Judol),
    ("site-name", Label::Judol),
    ("scam", Label::Scam),
    ("abuse", Label::Abuse),
];

/// What an address with this sign speaks for; none where honest ones have it as often.
fn speaks_for(what: Trait) -> Option<Label> {
    match what {
        Trait::Judol => Some(Label::Judol),
        Trait::Lookalike
        | Trait::Apk
        | Trait::Ip
        | Trait::UserInfo
        | Trait::Punycode
        | Trait::MixedScript
        | Trait::RiskyEnding
        | Trait::Bait => Some(Label::Scam),
        Trait::Official
        | Trait::Shortener
        | Trait::FreeHost
        | Trait::Port
        | Trait::Broken
        | Trait::FileShare
        | Trait::WhatsApp
        | Trait::Telegram => None,
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

impl Filter {
    /// A rule, a claim or a sign by its name.
    ///
    /// # Errors
    /// When nothing has this name.
    pub fn explain(&self, id: &str) -> Result<Explained, AppError> {
        // A name is copied with the brackets in which it stands.
        let id = id.trim().trim_start_matches('[').trim_end_matches(']');
        self.rule(id)
            .or_else(|| self.claim(id))
            .or_else(|| self.sign(id))
            .ok_or_else(|| AppError::Refused(Message::new("filter-no-such-id").with("id", id)))
    }

    fn rule(&self, id: &str) -> Option<Explained> {
        let rule = self.knowledge.rules().iter().find(|r| r.id == id)?;
        Some(Explained {
            id: rule.id.clone(),
            what: "rule",
            kind: rule.kind.clone(),
            label: Some(rule.label),
            reason: rule.reason.in_lang(self.lang).to_owned(),
            advice: rule.advice.in_lang(self.lang).to_owned(),
            lesson: Some(rule.lesson.clone()),
            examples: rule.yes.clone(),
            ..Explained::default()
        })
    }

    fn claim(&self, id: &str) -> Option<Explained> {
        let claims = self.knowledge.claims().all();
        let claim = claims.iter().find(|c| c.id == id)?;
        let source = [claim.by.as_str(), claim.checked.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        Some(Explained {
            id: claim.id.clone(),
            what: "claim",
            kind: claim.topic.clone(),
            label: Some(claim.label),
            reason: claim.says(self.lang).to_owned(),
            advice: claim.truth(self.lang).to_owned(),
            since: some(&claim.since),
            source: some(&source),
            url: some(&claim.url),
            examples: claim.forms.iter().skip(1).cloned().collect(),
            ..Explained::default()
        })
    }

    /// What the program itself sees: a choice of words, or something about an address. `judol` is both.
    fn sign(&self, id: &str) -> Option<Explained> {
        let words = WORDS
            .into_iter()
            .find_map(|(name, label)| (name == id).then_some(label));
        let link = Trait::ALL.into_iter().find(|what| what.key() == id);
        let label = words.or_else(|| link.and_then(speaks_for));
        let say = |key: &str| self.words.label(key, &[]);
        let mut reasons = Vec::new();
        if words.is_some() {
            reasons.push(say(&format!("model-{id}")));
        }
        if link.is_some() {
            reasons.push(say(&format!("link-{id}")));
        }
        if reasons.is_empty() {
            return None;
        }
        let what = if words.is_some() { "words" } else { "link" };
        let advice = label.map_or("link", Label::key);
        Some(Explained {
            id: id.to_owned(),
            what,
            kind: what.to_owned(),
            label,
            reason: reasons.join("; "),
            advice: say(&format!("advice-{advice}")),
            ..Explained::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use naik_core::lang::Lang;

    use super::*;
    use crate::words::Words;

    #[test]
    fn every_name_that_stands_in_brackets_is_explained_in_every_language() {
        for lang in Lang::ALL {
            let filter = Filter::load(lang, Words::new(lang), None, &[]).unwrap();
            let mut names: Vec<String> = Trait::ALL.map(|what| what.key().to_owned()).to_vec();
            for what in Trait::ALL {
                assert_eq!(serde_json::to_value(what).unwrap(), what.key());
            }
            names.extend(WORDS.map(|(name, _)| name.to_owned()));
            names.push("[lookalike]".to_owned());
            for name in names {
                let told = filter.explain(&name).unwrap();
                for text in [&told.reason, &told.advice] {
                    assert!(text.contains(' ') && !text.contains("link-"), "{told:?}");
                }
            }
            // Of what verdicts print as well.
            let mut judge = filter.checker();
            for text in filter.examples() {
                let verdict = judge.check(&text);
                let claim = verdict.matched.map(|m| m.claim);
                for name in verdict.reasons.into_iter().map(|r| r.rule).chain(claim) {
                    assert!(filter.explain(&name).is_ok(), "{name} of {text}");
                }
            }
            assert!(filter.explain("made").is_err());
        }
    }

    #[test]
    fn claims_tell_since_when_they_go_round() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let all = filter.knowledge.claims().all();
        let known = all.iter().find(|c| !c.since.is_empty()).unwrap();
        let told = filter.explain(&known.id).unwrap();
        assert_eq!(told.since.as_deref(), Some(known.since.as_str()));
        for claim in all {
            let source = filter.explain(&claim.id).unwrap().source;
            assert!(!source.is_some_and(|s| s.ends_with(", ") || s.starts_with(',')));
        }
    }
}
