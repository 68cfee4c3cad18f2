//! What a reader sees, kept so that a change of wording is looked at.

use naik_core::lang::Lang;
use naik_text::guard;

use crate::kits::as_text;
use crate::sheets::SHEETS;

/// Copy as a competitor or a careless machine would write it.
const BOAST: &str = "Keripik tempe TERBAIK di Malang! Renyah, gurih, 100% halal. Harga cuma Rp12.000 isi 250 g.\n\
- Tanpa pengawet, n0mor 1 pilihan keluarga\n- Diskon 50% hari ini saja\nP-IRT No. 2053573010123-29. Pesan di 0812-3456-7890, \
dijamin ketagihan. Dibuat dari tempe dan bawang putih. #keripiktermurah";

#[test]
fn a_boast_is_taken_apart() {
    let report = guard::check(BOAST, &SHEETS[0].facts());
    for sentence in &report.sentences {
        assert_eq!(
            BOAST.get(sentence.from..sentence.to),
            Some(sentence.text.as_str())
        );
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).unwrap());
}

#[test]
fn kits_read_well() {
    for (index, lang) in [(0, Lang::Id), (5, Lang::Jv), (7, Lang::En), (9, Lang::Id)] {
        insta::assert_snapshot!(
            format!("kit-{index}-{}", lang.code()),
            as_text(&SHEETS[index].facts(), lang, 7)
        );
    }
}

#[test]
fn questions_follow_what_is_missing() {
    let mut facts = SHEETS[1].facts();
    facts.product.process = None;
    facts.product.usage = None;
    let asked: Vec<String> = naik_text::ask::questions(&facts)
        .iter()
        .map(|a| format!("{}: {} ({})", a.fact.key(), a.message.key, a.example))
        .collect();
    insta::assert_snapshot!(asked.join("\n"));
}
