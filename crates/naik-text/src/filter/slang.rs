//! Abbreviations and slang of a message, written out: so that everybody understands what is quoted to them.

use std::collections::HashMap;

use serde::Serialize;

use super::Knowledge;
use crate::normal::known::hash;
use crate::normal::{Normaliser, Span};

pub(super) const SLANG: &str = include_str!("../../data/filter/slang.tsv");

/// A word and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrittenOut {
    /// Its place in the text, in bytes.
    pub span: Span,
    /// The word as read: `hub`.
    pub form: &'static str,
    /// What it stands for: `hubungi`.
    pub means: &'static str,
}

impl Knowledge {
    /// Abbreviations and slang of a text, each once, in order. Particles and function words are left out.
    pub fn written_out(&self, text: &str) -> Vec<WrittenOut> {
        let mut reader = Normaliser::new(&self.known);
        let normal = reader.read(text);
        let mut first: HashMap<u64, Span> = HashMap::new();
        for word in normal.words() {
            let place = normal.span(word.from, word.to);
            first.entry(word.hash).or_insert(place);
        }
        let mut out: Vec<WrittenOut> = SLANG
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| {
                let mut cells = line.split('\t');
                let (form, means) = (cells.next()?, cells.next()?);
                let kind = cells.nth(1)?;
                let span = *first.get(&hash(form.as_bytes()))?;
                let tells = matches!(kind, "abbr" | "slang" | "spelling") && form != means;
                tells.then_some(WrittenOut { span, form, means })
            })
            .collect();
        out.sort_by_key(|w| w.span);
        out.dedup_by_key(|w| w.span);
        out
    }
}
