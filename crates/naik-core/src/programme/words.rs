//! That every key which the programme's data can name has its sentence; translations are compared by `cargo xtask tidy`.

use std::collections::BTreeSet;

use super::level::Ladder;
use super::plan::Plan;
use super::task;

fn keys() -> BTreeSet<&'static str> {
    let lines = include_str!("../../locales/id.ftl").lines();
    lines
        .filter_map(|line| line.split_once(" = ").map(|(key, _)| key))
        .collect()
}

#[test]
fn what_data_names_has_words() {
    let keys = keys();
    let ladder = Ladder::get();
    let levels = ladder.rows.iter().map(|row| format!("level-{}", row.key));
    let rules = ladder
        .rows
        .iter()
        .flat_map(|row| &row.rules)
        .map(|rule| format!("proof-{}", rule.key));
    let plan = Plan::standard();
    let themes = plan.themes.iter().map(|theme| theme.name().key);
    let tasks = task::kinds()
        .iter()
        .map(|kind| format!("task-{}", kind.key));
    let goods = super::network::goods();
    let goods = goods.into_iter().map(|goods| format!("goods-{goods}"));
    let data = levels.chain(rules).chain(themes).chain(tasks);
    let named: BTreeSet<String> = data.chain(goods).collect();
    for key in &named {
        assert!(keys.contains(key.as_str()), "{key} is not in id.ftl");
    }
    // And no words for what is no longer there.
    let ours = ["level-", "proof-", "theme-", "task-", "goods-"];
    let extra = |key: &&&str| {
        let data = ours.iter().any(|start| key.starts_with(start));
        data && !key.starts_with("task-why-") && **key != "proof-waiting" && !named.contains(**key)
    };
    assert_eq!(keys.iter().find(extra), None);
}

/// Keys that stand in the code of this module, in quotes.
#[test]
fn what_code_names_has_words() {
    let keys = keys();
    let starts = [
        "cohort-",
        "enrolment-",
        "lottery-",
        "plan-",
        "evidence-",
        "decision-",
        "class-",
        "adoption-",
        "renew-",
        "match-",
        "risk-",
        "network-",
        "tie-",
        "visit-",
        "task-why-",
        "proof-waiting",
    ];
    let files = [
        include_str!("cohort.rs"),
        include_str!("enrolment.rs"),
        include_str!("lottery.rs"),
        include_str!("plan.rs"),
        include_str!("evidence.rs"),
        include_str!("ladder.rs"),
        include_str!("history.rs"),
        include_str!("legal.rs"),
        include_str!("adoption.rs"),
        include_str!("renewal.rs"),
        include_str!("matching.rs"),
        include_str!("risk.rs"),
        include_str!("network.rs"),
        include_str!("tie.rs"),
        include_str!("task.rs"),
        include_str!("visit.rs"),
    ];
    let mut named = BTreeSet::new();
    for text in files {
        for word in text.split('"').skip(1).step_by(2) {
            if starts.iter().any(|start| word.starts_with(start)) && !word.contains([' ', '{']) {
                named.insert(word);
            }
        }
    }
    assert!(named.len() > 60);
    for key in &named {
        assert!(keys.contains(key), "{key} is not in id.ftl");
    }
    let unused = keys
        .iter()
        .find(|key| starts.iter().any(|start| key.starts_with(start)) && !named.contains(*key));
    assert_eq!(unused, None);
}
