//! The straightforward version: it goes through every day, and on each works everything out anew. Slow, and held against
//! what is used.

use super::*;
use crate::programme::ladder::{State, report, report_on};

struct Piece {
    evidence: Evidence,
    sent: Date,
    verdict: Verdict,
    accepted: Date,
}

/// A level that was checked: by whom, while nobody has confirmed; and since when it is open.
type Held = (Option<PersonId>, Option<Date>);

struct Plain<'a> {
    ladder: &'a Ladder,
    people: &'a [PersonId],
    pieces: BTreeMap<EvidenceId, Piece>,
    held: BTreeMap<Level, Held>,
    changes: Vec<Change>,
    void: BTreeMap<EventId, Void>,
}

/// Where a shop stands, but for until when levels are held open.
fn plainly(ladder: &Ladder, people: &[PersonId], events: &[Event], today: Date) -> Standing {
    let mut plain = Plain {
        ladder,
        people,
        pieces: BTreeMap::new(),
        held: BTreeMap::new(),
        changes: Vec::new(),
        void: BTreeMap::new(),
    };
    let mut now = events.iter().map(|event| event.day).min().unwrap_or(today);
    while now <= today {
        let mut of_day: Vec<&Event> = events.iter().filter(|event| event.day == now).collect();
        of_day.sort_by_key(|event| (rank(&event.what), event.id));
        let (deeds, decisions): (Vec<&Event>, Vec<&Event>) = of_day
            .into_iter()
            .partition(|event| rank(&event.what).0 < 4);
        for event in deeds {
            let outcome = plain.take(event);
            plain.note(event, outcome);
        }
        for level in Level::all() {
            plain.judge(level, now);
        }
        for event in decisions {
            let outcome = plain.decide(event);
            plain.note(event, outcome);
        }
        now = plus(now, 1);
    }
    plain.told(today)
}

impl Plain<'_> {
    fn note(&mut self, event: &Event, outcome: Result<(), Void>) {
        if let Err(void) = outcome {
            self.void.insert(event.id, void);
        }
    }

    fn take(&mut self, event: &Event) -> Result<(), Void> {
        if let What::Sent(evidence) = &event.what {
            if evidence.on > event.day {
                return Err(Void::Future);
            }
            if self.pieces.contains_key(&evidence.id) {
                return Err(Void::Already);
            }
            let piece = Piece {
                evidence: evidence.clone(),
                sent: event.day,
                verdict: Verdict::Waiting,
                accepted: Date::MAX,
            };
            self.pieces.insert(evidence.id, piece);
            return Ok(());
        }
        let (What::Accepted(id) | What::Refused(id) | What::Withdrawn(id)) = &event.what else {
            panic!("a decision");
        };
        let piece = self.pieces.get_mut(id).ok_or(Void::NoEvidence)?;
        match event.what {
            What::Accepted(_) => {
                if piece.evidence.sender == event.by || self.people.contains(&event.by) {
                    return Err(Void::OwnCase);
                }
                piece.verdict = Verdict::Accepted;
                piece.accepted = piece.accepted.min(event.day);
            }
            What::Refused(_) => {
                piece.verdict = Verdict::Refused;
                piece.accepted = Date::MAX;
            }
            _ => {
                self.pieces.remove(id);
            }
        }
        Ok(())
    }

    fn report(
        &self,
        level: Level,
        accepted: &[&Evidence],
        waiting: &[&Evidence],
        day: Date,
    ) -> Report {
        report_on(self.ladder.row(level).unwrap(), accepted, waiting, day)
    }

    /// Whether a level is met on a day, as is known today: by what was accepted, and by what may yet be.
    fn met(&self, level: Level, day: Date, today: Date) -> (bool, bool) {
        let last = |piece: &Piece| plus(piece.sent, i64::from(self.ladder.waits));
        let (mut sure, mut hoped) = (Vec::new(), Vec::new());
        for piece in self.pieces.values() {
            let early = piece.sent < day;
            let late = early && piece.accepted <= last(piece);
            if piece.accepted <= day || late {
                sure.push(&piece.evidence);
            } else if piece.verdict == Verdict::Waiting && early && today <= last(piece) {
                hoped.push(&piece.evidence);
            }
        }
        let report = self.report(level, &sure, &hoped, day);
        let missing = |finding: &crate::programme::ladder::Finding| finding.state == State::Missing;
        (report.is_met(), !report.findings.iter().any(missing))
    }

    fn judge(&mut self, level: Level, today: Date) {
        let Some((mentor, open)) = self.held.get(&level).copied() else {
            return;
        };
        let mut day = open.unwrap_or(today);
        while day <= today && self.met(level, day, today).0 {
            day = plus(day, 1);
        }
        let since = (day <= today).then_some(day);
        let mut is_hoped = true;
        while day <= today {
            is_hoped &= self.met(level, day, today).1;
            day = plus(day, 1);
        }
        if is_hoped {
            self.held.insert(level, (mentor, since));
            return;
        }
        self.held.remove(&level);
        if mentor.is_none() {
            let cause = Cause::Lapsed { rules: Vec::new() };
            let day = since.unwrap();
            self.changes.push(Change { day, level, cause });
        }
    }

    fn top(&self) -> Option<Level> {
        let stands = |level: &Level| self.held.get(level).is_some_and(|held| held.0.is_none());
        Level::all().take_while(stands).last()
    }

    fn decide(&mut self, event: &Event) -> Result<(), Void> {
        let (day, by) = (event.day, event.by);
        match event.what {
            What::Checked(level) => {
                if self.held.contains_key(&level) {
                    return Err(Void::Already);
                }
                let second = self.ladder.row(level).unwrap().second;
                let proof = self.proof(day, by, level)?;
                self.held.insert(level, (second.then_some(by), None));
                if !second {
                    self.reach(day, level, (by, None), proof);
                }
            }
            What::Confirmed(level) => {
                let mentor = self.held.get(&level).and_then(|held| held.0);
                let mentor = mentor.ok_or(Void::NoCheck)?;
                if mentor == by {
                    return Err(Void::OwnCase);
                }
                let proof = self.proof(day, by, level)?;
                self.held.insert(level, (None, None));
                self.reach(day, level, (mentor, Some(by)), proof);
            }
            What::Revoked(level) => {
                let (mentor, _) = self.held.remove(&level).ok_or(Void::Already)?;
                if mentor.is_none() {
                    let cause = Cause::Revoked { by };
                    self.changes.push(Change { day, level, cause });
                }
            }
            _ => panic!("no decision"),
        }
        Ok(())
    }

    fn reach(
        &mut self,
        day: Date,
        level: Level,
        who: (PersonId, Option<PersonId>),
        by: Vec<EvidenceId>,
    ) {
        let (mentor, second) = who;
        let cause = Cause::Reached { mentor, second, by };
        self.changes.push(Change { day, level, cause });
    }

    fn proof(&self, day: Date, by: PersonId, level: Level) -> Result<Vec<EvidenceId>, Void> {
        if self.people.contains(&by) {
            return Err(Void::OwnCase);
        }
        if self.top() < level.below() {
            return Err(Void::NotInTurn);
        }
        if self.held.range(..=level).any(|(_, held)| held.1.is_some()) {
            return Err(Void::HeldOpen);
        }
        let report = self.report(level, &self.with(Verdict::Accepted), &[], day);
        let mut all = Vec::new();
        for finding in &report.findings {
            let State::Met { by, .. } = &finding.state else {
                return Err(Void::NotMet);
            };
            all.extend(by);
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    fn with(&self, verdict: Verdict) -> Vec<&Evidence> {
        let all = self.pieces.values();
        let found = all.filter(|piece| piece.verdict == verdict);
        found.map(|piece| &piece.evidence).collect()
    }

    fn told(mut self, today: Date) -> Standing {
        self.changes.sort_by_key(order);
        let (accepted, waiting) = (self.with(Verdict::Accepted), self.with(Verdict::Waiting));
        let level = self.top();
        let until = |level: Level| match self.held[&level].1 {
            Some(since) => Some(plus(since, -1)),
            None => self.report(level, &accepted, &[], today).until(),
        };
        let open = |(level, held): (&Level, &Held)| {
            Some(Open {
                level: *level,
                since: held.1?,
                until: Date::MIN,
                on: Vec::new(),
            })
        };
        Standing {
            level,
            until: Level::all()
                .take_while(|one| Some(*one) <= level)
                .filter_map(until)
                .min(),
            unconfirmed: self
                .held
                .iter()
                .filter_map(|(level, held)| Some((*level, held.0?)))
                .collect(),
            open: self.held.iter().filter_map(open).collect(),
            waiting: waiting.iter().map(|evidence| evidence.id).collect(),
            verdicts: self
                .pieces
                .iter()
                .map(|(id, piece)| (*id, piece.verdict))
                .collect(),
            reports: report(self.ladder, &accepted, &waiting, today),
            changes: self.changes,
            void: self.void,
        }
    }
}

/// Within a day what lapses comes before what is decided.
fn order(change: &Change) -> (Date, bool, u8) {
    let lapsed = matches!(change.cause, Cause::Lapsed { .. });
    let level = if lapsed { change.level.number() } else { 0 };
    (change.day, !lapsed, level)
}

/// What the straightforward version does not work out.
fn comparable(mut standing: Standing) -> Standing {
    for open in &mut standing.open {
        (open.until, open.on) = (Date::MIN, Vec::new());
    }
    for change in &mut standing.changes {
        if let Cause::Lapsed { rules } = &mut change.cause {
            rules.clear();
        }
    }
    standing
}

/// The levels of this version, with so many days for what waits.
fn ladder(waits: u32) -> Ladder {
    let mut ladder: Ladder =
        crate::programme::embedded(include_str!("../../../../data/programme/levels.toml"));
    ladder.waits = waits;
    ladder
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn ends_that_are_remembered_say_the_same(seed in 0_u64.., length in 0_usize..60, waits in 0_u32..30, on in 0_i64..260) {
        let (diary, ladder) = (chance(seed, length), ladder(waits));
        let found = stand(&ladder, &[OWNER], &diary.0, day(on));
        let expected = plainly(&ladder, &[OWNER], &diary.0, day(on));
        proptest::prop_assert_eq!(comparable(found), expected);
    }
}

#[test]
fn histories_by_chance_hold_levels_open() {
    let ladder = ladder(14);
    let (mut open, mut kept, mut lost) = (0, 0, 0);
    for seed in 0..8 {
        let diary = chance(seed, 4);
        let end = stand(&ladder, &[OWNER], &diary.0, day(260)).changes;
        let mut before: Vec<Open> = Vec::new();
        for on in 40..200 {
            let now = stand(&ladder, &[OWNER], &diary.0, day(on));
            open += now.open.len();
            for one in before {
                if now.open.iter().any(|open| open.level == one.level) {
                    continue;
                }
                let lapse = |change: &&Change| {
                    change.level == one.level
                        && change.day == one.since
                        && matches!(change.cause, Cause::Lapsed { .. })
                };
                let lapsed = end.iter().any(|change| lapse(&change));
                (kept, lost) = if lapsed {
                    (kept, lost + 1)
                } else {
                    (kept + 1, lost)
                };
            }
            before = now.open;
        }
    }
    assert!(open > 20 && kept > 1 && lost > 1, "{open} {kept} {lost}");
}
