//! Calibration and thresholds, from rows that the model never learnt from.

use naik_core::lang::Lang;

use super::Row;
use crate::filter::Label;
use crate::filter::model::CLASSES;
use crate::filter::{Checker, Knowledge};

/// How a class does on the rows that fixed its thresholds.
#[derive(Clone, Debug)]
pub struct ClassReport {
    /// Which.
    pub label: Label,
    /// Best F1 of the class against all other rows.
    pub f1: f32,
    /// Share found when 1 % of fine rows are alarms.
    pub at_one_percent: f32,
    /// Share found when 0.1 % of fine rows are alarms.
    pub at_one_per_mille: f32,
    /// The three thresholds: said, wary, sure.
    pub thresholds: [f32; 3],
}

const LABELS: [Label; CLASSES] = [Label::Judol, Label::Scam, Label::Abuse];

/// Fits calibration and thresholds; gives the figures.
pub(super) fn tune(knowledge: &mut Knowledge, dev: &[Row]) -> Vec<ClassReport> {
    for head in &mut knowledge.model.heads {
        head.slope = 1.0;
        head.offset = 0.0;
        // Until thresholds are known, nothing is held back.
        head.says = 1.0 / 0.99;
        head.wary = 1.0 / 0.99;
        head.sure = 1.0;
    }
    let values: Vec<(Label, [f32; CLASSES])> = {
        let mut checker = Checker::new(knowledge, Lang::Id);
        dev.iter()
            .filter(|r| r.label != Label::Hoax)
            .map(|r| (r.label, checker.observe(&r.text).values))
            .collect()
    };
    for (class, label) in LABELS.into_iter().enumerate() {
        let points: Vec<(f32, bool)> = values
            .iter()
            .filter_map(|(l, v)| Some((*v.get(class)?, *l == label)))
            .collect();
        let (slope, offset) = platt(&points);
        if let Some(head) = knowledge.model.heads.get_mut(class) {
            head.slope = slope;
            head.offset = offset;
        }
    }
    let mut reports = Vec::new();
    for (class, label) in LABELS.into_iter().enumerate() {
        // Abuse is scored as in use: without its lexicon it stays below any threshold.
        let scored: Vec<(f32, Label)> = {
            let mut checker = Checker::new(knowledge, Lang::Id);
            dev.iter()
                .filter(|r| r.label != Label::Hoax)
                .map(|r| (checker.alarm(&r.text, class), r.label))
                .collect()
        };
        let mut fine: Vec<f32> = scored
            .iter()
            .filter(|(_, l)| *l == Label::Fine)
            .map(|(s, _)| *s)
            .collect();
        fine.sort_by(|a, b| b.total_cmp(a));
        let cut = |share: usize| fine.get(fine.len() / share).copied().unwrap_or(0.5);
        let (wary, sure) = (cut(100), cut(1000));
        let (f1, says) = best_f1(&scored, label);
        let own: Vec<f32> = scored
            .iter()
            .filter(|(_, l)| *l == label)
            .map(|(s, _)| *s)
            .collect();
        let share = |limit: f32| {
            own.iter().filter(|s| **s > limit).count() as f32 / own.len().max(1) as f32
        };
        reports.push(ClassReport {
            label,
            f1,
            at_one_percent: share(wary),
            at_one_per_mille: share(sure),
            thresholds: [says, wary, sure],
        });
    }
    for (head, report) in knowledge.model.heads.iter_mut().zip(&reports) {
        [head.says, head.wary, head.sure] = report.thresholds;
    }
    reports
}

/// Slope and offset that turn values into chances (Platt 1999, by Newton steps).
fn platt(points: &[(f32, bool)]) -> (f32, f32) {
    let (mut slope, mut offset) = (1.0_f64, 0.0_f64);
    for _ in 0..50 {
        let (mut pull_s, mut pull_o, mut curve_s, mut curve_so, mut curve_o) =
            (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for (value, wanted) in points {
            let x = f64::from(*value);
            let p = 1.0 / (1.0 + (-(slope * x + offset)).exp());
            let e = p - f64::from(u8::from(*wanted));
            let w = (p * (1.0 - p)).max(1e-9);
            pull_s += e * x;
            pull_o += e;
            curve_s += w * x * x;
            curve_so += w * x;
            curve_o += w;
        }
        let det = curve_s * curve_o - curve_so * curve_so;
        if det.abs() < 1e-12 {
            break;
        }
        let (step_s, step_o) = (
            (pull_s * curve_o - pull_o * curve_so) / det,
            (pull_o * curve_s - pull_s * curve_so) / det,
        );
        slope -= step_s.clamp(-1.0, 1.0);
        offset -= step_o.clamp(-2.0, 2.0);
        if step_s.abs() + step_o.abs() < 1e-7 {
            break;
        }
    }
    (slope.max(0.01) as f32, offset as f32)
}

/// The threshold with the best F1 of a class against the rest.
fn best_f1(scored: &[(f32, Label)], label: Label) -> (f32, f32) {
    let mut sorted: Vec<(f32, bool)> = scored.iter().map(|(s, l)| (*s, *l == label)).collect();
    sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all = sorted.iter().filter(|s| s.1).count() as f32;
    let (mut hits, mut best) = (0.0, (0.0, 0.5));
    for (count, (score, is)) in (1..).zip(&sorted) {
        hits += f32::from(u8::from(*is));
        let f1 = 2.0 * hits / (count as f32 + all);
        if f1 > best.0 {
            best = (f1, *score);
        }
    }
    best
}
