//! The whole way of a message: read, observed, matched, weighed, judged.

use naik_core::lang::Lang;

use super::Label;
use super::detect::detect;
use super::knowledge::Knowledge;
use super::link::{Link, Trait};
use super::memo::Memo;
use super::model::{CLASSES, Head, Model};
use super::rule::{Rule, Strength};
use super::signal::{D, Hits};
use super::stance::{Stance, is_negated};
use super::verdict::{Certainty, Match, Reason, Scores, Stand, Verdict, in_chars};
use crate::normal::{Normal, Normaliser, Span, Word};
use crate::similar::{Found, Room};

/// What shows a gambling site by its name alone.
const SITES: [u16; 3] = [D::STYLEDBRAND, D::BRANDNUM, D::JUDOLLINK];

/// Share of the deciding score that words must reach without their disguise.
const BARE: f32 = 0.75;

/// Judges messages one after the other.
#[derive(Debug)]
pub struct Checker<'k> {
    knowledge: &'k Knowledge,
    lang: Lang,
    reader: Normaliser<'k>,
    hits: Hits,
    fired: Vec<u32>,
    room: Room,
    list: Vec<u32>,
    memo: Memo,
}

/// What was observed about a message before anything is said.
pub(crate) struct Observed {
    pub(crate) links: Vec<Link>,
    pub(crate) values: [f32; CLASSES],
}

impl<'k> Checker<'k> {
    /// A checker that speaks `lang`.
    pub fn new(knowledge: &'k Knowledge, lang: Lang) -> Self {
        Self {
            knowledge,
            lang,
            reader: Normaliser::new(&knowledge.known),
            hits: Hits::default(),
            fired: Vec::new(),
            room: Room::default(),
            list: Vec::new(),
            memo: Memo::default(),
        }
    }

    /// Names of the rules that fired on the last message, proofs first.
    pub fn fired_names(&self) -> Vec<&'k str> {
        self.fired
            .iter()
            .filter_map(|r| self.rule(*r))
            .map(|r| r.id.as_str())
            .collect()
    }

    /// Names of the signals of the last message, in the order in which they were seen.
    pub fn signal_names(&self) -> Vec<&'k str> {
        self.hits
            .seen()
            .iter()
            .map(|s| self.knowledge.rules.name(*s))
            .collect()
    }

    /// Reads a message, notes signals and rules, and weighs it.
    pub(crate) fn observe(&mut self, text: &str) -> Observed {
        let know = self.knowledge;
        self.hits.reset(know.rules.count());
        let normal = self.reader.read(text);
        let words = self
            .memo
            .read(normal, &know.model, &know.rules.phrases, &|hash, text| {
                know.claims.of_word(&know.terms, hash, text)
            });
        let links = detect(normal, words, &know.judge, &mut self.hits);
        know.rules.note(normal, words, &mut self.hits);
        know.rules.fired(&self.hits, &mut self.fired);
        let values = know
            .model
            .values(words, &self.hits, &self.fired, &know.names, &know.voices);
        Observed { links, values }
    }

    pub(crate) fn normal(&self) -> &Normal {
        self.reader.normal()
    }

    pub(crate) fn hits(&self) -> &Hits {
        &self.hits
    }

    pub(crate) fn fired(&self) -> &[u32] {
        &self.fired
    }

    /// The score of a class alone, without claims: what thresholds are fixed on.
    pub(crate) fn alarm(&mut self, text: &str, class: usize) -> f32 {
        let observed = self.observe(text);
        let (scores, _) = self.scores(&observed, None);
        [scores.judol, scores.scam, scores.abuse]
            .get(class)
            .copied()
            .unwrap_or_default()
    }

    /// Judges a message. Linear in its length.
    pub fn check(&mut self, text: &str) -> Verdict {
        let observed = self.observe(text);
        let know = self.knowledge;
        let found = know.claims.find(
            self.memo.words().iter().map(|w| &w.terms),
            &know.terms,
            &mut self.room,
            &mut self.list,
        );
        let stance = know.talk.stance(text, &self.hits);
        // A claim of ours about a trick explains; whether this message is the trick is for rules and model to say.
        let found = found.map(|found| Found {
            same: found.same && !is_negated(self.reader.normal(), found.claim),
            ..found
        });
        let same =
            found.filter(|f| f.same && stance == Stance::Spreads && f.claim.label == Label::Hoax);
        let (scores, proofs) = self.scores(&observed, same);
        let (label, certainty) = self.decide(&scores, &proofs, same, &self.undressed(&observed));
        let hinted = self
            .fired
            .iter()
            .any(|r| self.rule(*r).is_some_and(|r| r.strength == Strength::Hint));
        let deceiving = observed.links.iter().any(Link::is_doubtful);
        // A choice of words is no proof: honest offers are worded like the tricks that imitate them.
        let alone = !self.is_shown(label, &observed.links, found);
        let firm = match label {
            Label::Judol => !alone || scores.judol > self.head(0).sure,
            Label::Scam => !alone,
            Label::Hoax | Label::Abuse => true,
            Label::Fine => false,
        };
        let stand = match (label, certainty) {
            (Label::Fine, _)
                if hinted || deceiving || found.is_some() && stance != Stance::Refutes =>
            {
                Stand::Doubtful
            }
            (Label::Fine, _) => Stand::Unknown,
            (_, Certainty::None) => Stand::Doubtful,
            (Label::Judol | Label::Scam, _) if alone => Stand::Doubtful,
            (Label::Judol, _) => Stand::Judol,
            (Label::Scam, _) => Stand::Scam,
            (Label::Hoax, _) => Stand::Hoax,
            (Label::Abuse, _) => Stand::Abuse,
        };
        let certainty = if label == Label::Fine && stand == Stand::Doubtful {
            Certainty::Waspada
        } else {
            certainty
        };
        let reasons = self.reasons(text, label, stand, found, &observed.links);
        let best = self
            .fired
            .iter()
            .filter_map(|r| self.rule(*r))
            .find(|r| r.label == label || label == Label::Fine && stand == Stand::Doubtful);
        Verdict {
            label,
            score: scores.of(label),
            scores,
            certainty,
            stand,
            reasons,
            links: observed.links,
            matched: found.map(|f| self.matched(f)),
            firm,
            advice: best
                .map(|r| r.advice.in_lang(self.lang).to_owned())
                .unwrap_or_default(),
            lesson: best.map(|r| r.lesson.clone()),
        }
    }

    fn rule(&self, number: u32) -> Option<&'k Rule> {
        self.knowledge.rules.rules.get(number as usize)
    }

    /// The calibrated scores, lifted by proofs, and which classes have one.
    fn scores(&self, observed: &Observed, same: Option<Found<'_>>) -> (Scores, [bool; CLASSES]) {
        let mut proofs = [false; CLASSES];
        for rule in self.fired.iter().filter_map(|r| self.rule(*r)) {
            if rule.strength == Strength::Proof
                && let Some(slot) = rule.label.class().and_then(|c| proofs.get_mut(c))
            {
                *slot = true;
            }
        }
        let mut out = [0.0_f32; CLASSES];
        for (index, score) in out.iter_mut().enumerate() {
            let head = self.head(index);
            *score = Model::score(
                &head,
                observed.values.get(index).copied().unwrap_or_default(),
            );
            if proofs.get(index) == Some(&true) {
                *score = 1.0 - (1.0 - *score) * 0.6;
            }
        }
        let [mut judol, mut scam, mut abuse] = out;
        let talk = &self.knowledge.talk;
        let below = |class: usize, score: f32| {
            let head = self.head(class);
            score.min(head.says * 0.99).min(head.wary * 0.99)
        };
        // The model alone never calls anyone abusive, and a dog is a dog.
        let lexicon = self.knowledge.abuse.iter().any(|s| self.hits.has(*s));
        if !lexicon || talk.insults_nobody(&self.hits) {
            abuse = below(2, abuse);
        }
        if !proofs.first().copied().unwrap_or_default() && talk.names_no_site(&self.hits) {
            judol = below(0, judol);
        }
        if observed.links.iter().any(Link::deceives) {
            scam = 1.0 - (1.0 - scam) * 0.4;
        }
        let hoax = same.map_or(0.0, |found| found.hit.similarity);
        let fine = 1.0 - judol.max(scam).max(abuse).max(hoax);
        (
            Scores {
                fine,
                judol,
                scam,
                hoax,
                abuse,
            },
            proofs,
        )
    }

    /// The scores that the words would have without their costume.
    fn undressed(&self, observed: &Observed) -> [f32; CLASSES] {
        let model = &self.knowledge.model;
        let costume = model.costume(&self.hits, &self.knowledge.voices);
        let mut out = [0.0; CLASSES];
        for (class, score) in out.iter_mut().enumerate() {
            let of = |values: &[f32; CLASSES]| values.get(class).copied().unwrap_or_default();
            *score = Model::score(
                &self.head(class),
                of(&observed.values) - of(&costume).max(0.0),
            );
        }
        out
    }

    /// Whether something that can be shown speaks for a label: a choice of words alone never makes sure.
    fn has_ground(&self, label: Label) -> bool {
        let rule = self
            .fired
            .iter()
            .filter_map(|r| self.rule(*r))
            .any(|r| r.label == label && r.sure);
        let disguise = SITES.iter().any(|s| self.hits.has(*s));
        rule || label == Label::Judol && disguise
    }

    /// Whether anything but the model's words speaks for a label: a rule, an address, a disguise, a claim that is known.
    fn is_shown(&self, label: Label, links: &[Link], found: Option<Found<'_>>) -> bool {
        let rule = self
            .fired
            .iter()
            .filter_map(|r| self.rule(*r))
            .any(|r| r.label == label);
        rule || self.has_ground(label)
            || links.iter().any(|l| l.speaks_for(label))
            || found.is_some_and(|f| f.claim.label == label)
    }

    fn head(&self, class: usize) -> Head {
        self.knowledge
            .model
            .heads
            .get(class)
            .copied()
            .unwrap_or_default()
    }

    /// Matched claim > two-proof rule > class alarm > nothing known.
    fn decide(
        &self,
        scores: &Scores,
        proofs: &[bool; CLASSES],
        same: Option<Found<'_>>,
        undressed: &[f32; CLASSES],
    ) -> (Label, Certainty) {
        if let Some(found) = same {
            return (found.claim.label, Certainty::Yakin);
        }
        let classes = [Label::Judol, Label::Scam, Label::Abuse];
        let proved = classes
            .iter()
            .zip(proofs)
            .filter(|(_, proved)| **proved)
            .map(|(l, _)| *l)
            .max_by(|a, b| scores.of(*a).total_cmp(&scores.of(*b)));
        let certainty = |label: Label| {
            let head = label.class().map(|c| self.head(c)).unwrap_or_default();
            let score = scores.of(label);
            if score > head.sure && self.has_ground(label) {
                Certainty::Yakin
            } else if score > head.wary {
                Certainty::Waspada
            } else {
                Certainty::None
            }
        };
        if let Some(label) = proved {
            return (label, certainty(label).max(Certainty::Waspada));
        }
        let ratio = |l: &Label| {
            let head = l.class().map(|c| self.head(c)).unwrap_or_default();
            scores.of(*l) / head.says.max(0.001)
        };
        // Fancy letters alone never decide: the words must half say it without them, unless a rule has something to show.
        let is_said = |l: &Label| {
            let bare = l.class().and_then(|c| undressed.get(c)).copied();
            let head = l.class().map(|c| self.head(c)).unwrap_or_default();
            self.has_ground(*l) || bare.is_some_and(|score| score >= head.says * BARE)
        };
        classes
            .into_iter()
            .filter(|l| ratio(l) >= 1.0 && is_said(l))
            .max_by(|a, b| scores.of(*a).total_cmp(&scores.of(*b)))
            .map_or((Label::Fine, Certainty::None), |label| {
                (label, certainty(label))
            })
    }

    fn matched(&self, found: Found<'_>) -> Match {
        let claim = found.claim;
        Match {
            claim: claim.id.clone(),
            says: claim.says(self.lang).to_owned(),
            truth: claim.truth(self.lang).to_owned(),
            similarity: found.hit.similarity,
            same: found.same,
            since: claim.since.clone(),
            date: claim.checked.clone(),
            source: claim.by.clone(),
            url: (!claim.url.is_empty()).then(|| claim.url.clone()),
        }
    }

    fn reasons(
        &self,
        text: &str,
        label: Label,
        stand: Stand,
        found: Option<Found<'_>>,
        links: &[Link],
    ) -> Vec<Reason> {
        let mut out = Vec::new();
        if matches!(stand, Stand::Unknown) {
            return out;
        }
        let mut push = |kind: &str, rule: &str, mut places: Vec<Span>, said: &str| {
            places.sort_unstable();
            places.dedup();
            let Some(first) = places.first().copied() else {
                return;
            };
            out.push(Reason {
                kind: kind.to_owned(),
                rule: rule.to_owned(),
                span: [first.from, first.to],
                chars: in_chars(text, first),
                places: places.iter().map(|p| [p.from, p.to]).collect(),
                text: said.to_owned(),
            });
        };
        let whole = Span {
            from: 0,
            to: text.len(),
        };
        if let Some(found) = found {
            push(
                "claim",
                &found.claim.id,
                vec![whole],
                found.claim.truth(self.lang),
            );
        }
        for rule in self.fired.iter().filter_map(|r| self.rule(*r)) {
            if label != Label::Fine && rule.label != label && rule.strength == Strength::Hint {
                continue;
            }
            // Signals of the whole text prove, but there is nothing to show of them.
            let mut places: Vec<Span> = rule
                .proofs(&self.hits)
                .filter(|s| !matches!(*s, D::CAPS | D::SHORT | D::LONG | D::EMOJI))
                .filter_map(|s| self.hits.place(s))
                .collect();
            if places.is_empty() {
                places.push(whole);
            }
            push(&rule.kind, &rule.id, places, rule.reason.in_lang(self.lang));
        }
        for link in links {
            for what in &link.traits {
                if matches!(
                    what,
                    Trait::Lookalike
                        | Trait::Apk
                        | Trait::Ip
                        | Trait::Punycode
                        | Trait::MixedScript
                        | Trait::UserInfo
                        | Trait::Shortener
                        | Trait::Judol
                        | Trait::Port
                ) {
                    push("link", what.key(), vec![link.span], "");
                }
            }
        }
        let ruled = self
            .fired
            .iter()
            .filter_map(|r| self.rule(*r))
            .any(|r| r.label == label);
        let name = SITES.iter().find_map(|s| self.hits.place(*s));
        if let (Label::Judol, false, Some(name)) = (label, ruled, name) {
            push("model", "site-name", vec![name], "");
        } else if let Some(class) = label.class()
            && !ruled
        {
            let normal = self.reader.normal();
            // Crumbs and numbers explain nothing, unless there is nothing else.
            let tells = |word: usize| {
                normal
                    .words
                    .get(word)
                    .is_some_and(|w| w.to - w.from >= 3 && !w.is(Word::DIGITS | Word::MIXED))
            };
            let model = &self.knowledge.model;
            let mut loudest = model.loudest(self.memo.words(), class, tells);
            if loudest.is_empty() {
                loudest = model.loudest(self.memo.words(), class, |_| true);
            }
            let places = loudest
                .into_iter()
                .filter_map(|i| normal.words.get(i))
                .map(|w| normal.span(w.from, w.to))
                .collect();
            push("model", label.key(), places, "");
        }
        out
    }
}
