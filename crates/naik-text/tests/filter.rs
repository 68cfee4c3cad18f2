//! The filter as shipped: its rows by their own examples, and input that nobody should send.

use naik_core::lang::Lang;
use naik_text::filter::{Checker, Knowledge, Label, Stand};
use proptest::prelude::*;
use std::sync::LazyLock;

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());

#[test]
fn every_rule_fires_on_its_examples_and_on_none_of_the_others() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let mut wrong = Vec::new();
    for rule in KNOWLEDGE.rules() {
        assert!(
            rule.yes.len() >= 2 && rule.no.len() >= 2,
            "{}: two examples each",
            rule.id
        );
        for (examples, wanted) in [(&rule.yes, true), (&rule.no, false)] {
            for text in examples {
                checker.check(text);
                if checker.fired_names().contains(&rule.id.as_str()) != wanted {
                    wrong.push(format!(
                        "{} {}: {text}",
                        rule.id,
                        if wanted { "misses" } else { "takes" }
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_catalogue_is_large_dated_and_finds_itself() {
    let claims = KNOWLEDGE.claims().all();
    assert!(claims.len() >= 200, "{}", claims.len());
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let mut missed = 0;
    for claim in claims {
        let form = claim.forms.iter().max_by_key(|f| f.len()).unwrap();
        let found = checker.check(form).matched;
        missed += usize::from(found.is_none_or(|m| m.claim != claim.id));
    }
    assert!(
        missed * 20 <= claims.len(),
        "{missed} of {} not found",
        claims.len()
    );
}

#[test]
fn bad_input_is_judged_without_panic() {
    let mut checker = Checker::new(&KNOWLEDGE, Lang::Id);
    let long = "menang slot gacor ".repeat(60_000);
    let bidi = format!("{}hadiah", "\u{202e}\u{2066}".repeat(1000));
    for text in [
        "",
        " ",
        "\0\0\0",
        "🔥",
        &"a\u{301}".repeat(100_000),
        &"\u{301}".repeat(100_000),
        &bidi,
        &long,
        &"a".repeat(1_000_000),
        &". ".repeat(300_000),
        &"a.".repeat(300_000),
        &"1".repeat(500_000),
        &"1 ".repeat(300_000),
        &"http://".repeat(100_000),
        &"selamat ".repeat(100_000),
        "\u{feff}halo",
        "￿",
        "ء\u{200f}مرحبا",
        "(((((((((((((a+)+)+)+)+)+)+)+)+",
        "xn--99999999.com xn--.xn--",
    ] {
        let verdict = checker.check(text);
        for reason in &verdict.reasons {
            for [from, to] in &reason.places {
                assert!(text.get(*from..*to).is_some());
            }
        }
    }
    assert_eq!(checker.check("").stand, Stand::Unknown);
    assert_eq!(checker.check("🔥").label, Label::Fine);
}

proptest! {
    #[test]
    fn every_place_lies_in_the_text(text in "(?s).{0,200}") {
        let verdict = Checker::new(&KNOWLEDGE, Lang::Id).check(&text);
        let count = text.chars().count();
        for reason in &verdict.reasons {
            prop_assert!(text.get(reason.span[0]..reason.span[1]).is_some());
            prop_assert!(reason.chars[0] <= reason.chars[1] && reason.chars[1] <= count);
        }
        for link in &verdict.links {
            prop_assert!(text.get(link.span.from..link.span.to).is_some());
        }
    }
}
