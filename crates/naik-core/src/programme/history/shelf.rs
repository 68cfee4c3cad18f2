//! What a shop has sent, kind by kind, so that a level looks at nothing but what its rules ask for.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Verdict;
use crate::id::EvidenceId;
use crate::programme::evidence::{Evidence, Kind};
use crate::programme::level::Row;

/// A piece of evidence, and what became of it.
pub(super) struct Shown<'a> {
    pub(super) evidence: &'a Evidence,
    /// The day on which it was sent.
    pub(super) sent: Date,
    pub(super) verdict: Verdict,
    /// The day on which it was accepted, where it is.
    pub(super) accepted: Option<Date>,
}

/// Everything that was sent and not taken back.
#[derive(Default)]
pub(super) struct Shelf<'a> {
    kinds: BTreeMap<EvidenceId, Kind>,
    pieces: BTreeMap<Kind, BTreeMap<EvidenceId, Shown<'a>>>,
}

impl<'a> Shelf<'a> {
    pub(super) fn get(&self, id: &EvidenceId) -> Option<&Shown<'a>> {
        self.pieces.get(self.kinds.get(id)?)?.get(id)
    }

    /// Notes that a piece was sent on a day.
    pub(super) fn put(&mut self, evidence: &'a Evidence, sent: Date) {
        let shown = Shown {
            evidence,
            sent,
            verdict: Verdict::Waiting,
            accepted: None,
        };
        self.kinds.insert(evidence.id, evidence.kind);
        let of_kind = self.pieces.entry(evidence.kind).or_default();
        of_kind.insert(evidence.id, shown);
    }

    /// Notes how a piece was found on a day; returns its kind.
    pub(super) fn judge(&mut self, id: &EvidenceId, is_good: bool, day: Date) -> Option<Kind> {
        let kind = *self.kinds.get(id)?;
        let shown = self.pieces.get_mut(&kind)?.get_mut(id)?;
        if is_good {
            shown.verdict = Verdict::Accepted;
            shown.accepted.get_or_insert(day);
        } else {
            shown.verdict = Verdict::Refused;
            shown.accepted = None;
        }
        Some(kind)
    }

    /// Takes a piece off; returns its kind.
    pub(super) fn remove(&mut self, id: &EvidenceId) -> Option<Kind> {
        let kind = self.kinds.remove(id)?;
        self.pieces.get_mut(&kind)?.remove(id);
        Some(kind)
    }

    /// All pieces.
    pub(super) fn all(&self) -> impl Iterator<Item = &Shown<'a>> {
        self.pieces.values().flat_map(BTreeMap::values)
    }

    /// Pieces at which a level's rules look.
    pub(super) fn of(&self, row: &Row) -> impl Iterator<Item = &Shown<'a>> {
        let here = self.pieces.iter().filter(|(kind, _)| row.looks_at(**kind));
        here.flat_map(|(_, of_kind)| of_kind.values())
    }
}
