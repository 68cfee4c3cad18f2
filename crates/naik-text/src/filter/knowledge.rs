//! What the filter knows before it has read anything: rules, lists, claims, and the model's weights.

use super::feature::{Names, named};
use super::link::Judge;
use super::model::{Model, ModelError};
use super::rule;
use super::rule::{Rule, Rules};
use super::slang::SLANG;
use super::stance::Talk;
use crate::normal::Known;
use crate::similar::{Claim, Claims, Terms};

/// Everything that the filter knows: rules, lists, claims, model.
#[derive(Debug)]
pub struct Knowledge {
    pub(crate) known: Known,
    pub(crate) rules: Rules,
    pub(super) judge: Judge,
    pub(crate) names: Names,
    pub(crate) model: Model,
    /// The model's weights of `names`.
    pub(crate) voices: Vec<[i8; 4]>,
    pub(super) terms: Terms,
    pub(super) claims: Claims,
    /// The lexicon without which the model never says abuse.
    pub(super) abuse: Vec<u16>,
    /// Talk that says what a message does not mean.
    pub(super) talk: Talk,
}

/// Why knowledge can't be used.
#[derive(Debug, PartialEq, Eq)]
pub enum KnowledgeError {
    /// The model's bytes.
    Model(ModelError),
    /// A row of rules, lists or claims, with its place.
    Data(String),
}

/// Signals that are abusive words; the other `abuse-…` ones are who is meant, and talk about abuse.
const ABUSIVE: [&str; 5] = [
    "abuse-strong",
    "abuse-mild",
    "abuse-loose",
    "abuse-group",
    "abuse-call",
];

const MODEL: &[u8] = include_bytes!("../../../../models/filter/saring.bin");

impl Knowledge {
    /// What is built in.
    ///
    /// # Errors
    /// Never with the files as shipped: a test loads them.
    pub fn built_in() -> Result<Self, KnowledgeError> {
        Self::with(MODEL, Vec::new())
    }

    /// With another model, and claims beside our own; `None` as model keeps the built-in one.
    ///
    /// # Errors
    /// When the bytes are no model of this version.
    pub fn custom(model: Option<&[u8]>, claims: Vec<Claim>) -> Result<Self, KnowledgeError> {
        Self::with(model.unwrap_or(MODEL), claims)
    }

    fn with(model: &[u8], more: Vec<Claim>) -> Result<Self, KnowledgeError> {
        Self::assemble(
            Model::from_bytes(model).map_err(KnowledgeError::Model)?,
            more,
        )
    }

    pub(crate) fn assemble(model: Model, more: Vec<Claim>) -> Result<Self, KnowledgeError> {
        let mut known = Known::from_keys(model.known.clone());
        let rules = Rules::load(&mut known).map_err(KnowledgeError::Data)?;
        for line in SLANG.lines().filter(|l| !l.starts_with('#')) {
            for word in line
                .split('\t')
                .nth(1)
                .unwrap_or_default()
                .split(' ')
                .filter(|w| w.len() > 2)
            {
                known.add(word.as_bytes());
            }
        }
        let judge = Judge::parse(
            include_str!("../../data/filter/links.toml"),
            include_str!("../../data/filter/official.tsv"),
        )
        .map_err(|e| KnowledgeError::Data(format!("links.toml: {e}")))?;
        let names = Names {
            signals: (0..rules.count())
                .map(|s| named(rules.name(s as u16)))
                .collect(),
            rules: rules.rules.iter().map(|r| named(&r.id)).collect(),
        };
        let terms = Terms::new(
            SLANG,
            include_str!("../../data/filter/synonyms.tsv"),
            include_str!("../../data/filter/common.tsv"),
        );
        let mut claims = Claims::parse(rule::CLAIMS).map_err(KnowledgeError::Data)?;
        claims.extend(more);
        let claims = Claims::new(claims, &terms, &known);
        let signals = |fits: &dyn Fn(&str) -> bool| -> Vec<u16> {
            (0..rules.count() as u16)
                .filter(|s| fits(rules.name(*s)))
                .collect()
        };
        let talk = Talk::new(|name| signals(&|n| n == name).first().copied());
        Ok(Self {
            abuse: signals(&|n| ABUSIVE.contains(&n)),
            talk,
            known,
            rules,
            judge,
            voices: model.voices_of(&names),
            names,
            model,
            terms,
            claims,
        })
    }

    /// All rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules.rules
    }

    /// All claims.
    pub fn claims(&self) -> &Claims {
        &self.claims
    }

    /// How words become search terms.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The words that a disguise may be taken off to.
    pub fn known(&self) -> &Known {
        &self.known
    }
}
