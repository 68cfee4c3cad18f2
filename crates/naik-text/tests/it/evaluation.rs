//! The guard against sentences judged by hand before it was tuned: `tests/data/guard.tsv`.

use std::collections::BTreeMap;

use naik_core::kit::Status;
use naik_text::guard;

use crate::sheets::SHEETS;

const NAMES: [(&str, Status); 4] = [
    ("proved", Status::Proved),
    ("neutral", Status::Neutral),
    ("unproved", Status::Unproved),
    ("forbidden", Status::Forbidden),
];

/// Sentences judged alike, of a hundred, that a change may not fall under.
const LEAST: f64 = 0.97;

#[test]
fn the_guard_judges_as_people_did() {
    let mut matrix: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut passed_wrongly = 0;
    let rows: Vec<&str> = include_str!("../data/guard.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .collect();
    for row in &rows {
        let mut cells = row.split('\t');
        let (sheet, expected, text) = (
            cells.next().unwrap(),
            cells.next().unwrap(),
            cells.next().unwrap(),
        );
        let facts = SHEETS[if sheet == "snack" { 0 } else { 4 }].facts();
        let found = guard::check(text, &facts).worst();
        let expected = NAMES
            .iter()
            .position(|(name, _)| *name == expected)
            .unwrap();
        let got = NAMES.iter().position(|(_, s)| *s == found).unwrap();
        *matrix.entry((expected, got)).or_default() += 1;
        if expected != got {
            wrong.push(format!(
                "{} for {}: {text}",
                NAMES[got].0, NAMES[expected].0
            ));
        }
        passed_wrongly += usize::from(expected >= 2 && got < 2);
    }
    println!("rows: judged by hand; columns: proved, neutral, unproved, forbidden");
    for (index, (name, _)) in NAMES.iter().enumerate() {
        let row: Vec<String> = (0..4)
            .map(|got| matrix.get(&(index, got)).copied().unwrap_or(0).to_string())
            .collect();
        println!("{name:10} {}", row.join(" "));
    }
    let share = 1.0 - wrong.len() as f64 / rows.len() as f64;
    println!(
        "{} sentences, {:.1}% judged alike, {passed_wrongly} let through\n{}",
        rows.len(),
        share * 100.0,
        wrong.join("\n")
    );
    assert!(
        rows.len() >= 150 && share >= LEAST && passed_wrongly == 0,
        "{share:.3}, {passed_wrongly} let through\n{}",
        wrong.join("\n")
    );
}
