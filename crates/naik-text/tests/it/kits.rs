//! Whole kits: nothing unproved leaves, nothing is over a limit, and little is said twice.

use std::collections::BTreeMap;

use jiff::civil::date;
use naik_core::channel::Channel;
use naik_core::facts::Facts;
use naik_core::kit::Status;
use naik_core::lang::Lang;
use naik_core::limits::Limits;
use naik_core::seed::Seed;
use naik_text::copy::{self, CopyOptions, CopySet};
use naik_text::guard::Guard;

use crate::sheets::{SHEETS, random};

fn options(lang: Lang, seed: u64) -> CopyOptions {
    CopyOptions::all(lang, Seed(seed), date(2026, 11, 23))
}

/// Every text of a set with its place.
fn texts(set: &CopySet) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for piece in &set.pieces {
        out.extend(
            piece
                .title
                .iter()
                .map(|t| (format!("{} title", piece.channel.key()), t.clone())),
        );
        out.push((piece.channel.key().to_owned(), piece.body.clone()));
    }
    for q in &set.faq {
        out.push(("faq q".into(), q.question.clone()));
        out.push(("faq a".into(), q.answer.clone()));
    }
    out.extend(
        set.replies
            .iter()
            .map(|r| (format!("reply {}", r.kind.key()), r.text.clone())),
    );
    out.extend(set.voice.iter().flat_map(|v| {
        [
            ("voice".into(), v.caption.clone()),
            ("spoken".into(), v.spoken.clone()),
        ]
    }));
    let alt = &set.alt_texts;
    out.extend(
        [
            &alt.cutout,
            &alt.white,
            &alt.scene,
            &alt.tidied,
            &alt.post,
            &alt.cover,
        ]
        .map(|t| ("alt".into(), t.clone())),
    );
    out.extend(
        set.poster
            .headlines
            .iter()
            .map(|t| ("headline".into(), t.clone())),
    );
    out.extend(
        set.poster
            .benefits
            .iter()
            .map(|t| ("benefit".into(), t.clone())),
    );
    out.extend(set.poster.calls.iter().map(|t| ("call".into(), t.clone())));
    for slide in &set.poster.slides {
        out.push(("slide".into(), slide.title.clone()));
        out.push(("slide".into(), slide.body.clone()));
    }
    for entry in &set.calendar {
        out.push((
            format!("calendar {}", entry.channel.key()),
            entry.text.clone(),
        ));
        out.push(("idea".into(), entry.idea.clone()));
    }
    out.extend(set.hashtags.iter().map(|t| ("hashtag".into(), t.clone())));
    out
}

/// A kit as a person reads it, one text a line.
pub(crate) fn as_text(facts: &Facts, lang: Lang, seed: u64) -> String {
    let set = copy::write(facts, &options(lang, seed));
    let lines: Vec<String> = texts(&set)
        .into_iter()
        .map(|(place, text)| format!("[{place}] {text}"))
        .collect();
    lines.join("\n")
}

/// Whether a text names a number, link or account, or sends buyers to WhatsApp.
fn names_contact(text: &str) -> bool {
    let lower = text.to_lowercase();
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    [
        "whatsapp",
        "wa.me",
        "http",
        "www.",
        ".com",
        "@",
        "instagram",
        "0812",
    ]
    .iter()
    .any(|sign| lower.contains(sign))
        || digits.contains("81234567890")
}

/// A text without its lines of permits, whose long numbers are none to call.
fn permitless(text: &str) -> String {
    let permits = ["Izin", "NIB", "Sertifikat", "Registration", "Halal"];
    text.lines()
        .filter(|line| {
            !permits
                .iter()
                .any(|p| line.trim_start_matches("- ").starts_with(p))
        })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Places whose words call the buyer.
fn is_call(place: &str) -> bool {
    place != "spoken" && !place.starts_with("marketplace")
}

fn kaks(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic())
        .filter(|word| matches!(*word, "Kak" | "Kakak"))
        .count()
}

/// `Kak` in our words; the owner's own stay hers.
fn kaks_in_own(text: &str, facts: &Facts) -> usize {
    let story = facts.product.story.as_deref().unwrap_or_default();
    kaks(text).saturating_sub(kaks(story))
}

fn has_emoji(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(u32::from(c), 0x1f000..=0x1faff | 0x2600..=0x27bf))
}

/// What is wrong with a set, in words; empty when nothing is.
fn faults(set: &CopySet, facts: &Facts) -> Vec<String> {
    let guard = Guard::new(facts);
    let mut out = Vec::new();
    let mut add = |wrong: bool, what: String| {
        if wrong {
            out.push(what);
        }
    };
    for (place, text) in texts(set) {
        add(text.trim().is_empty(), format!("{place}: empty"));
        add(
            text.contains(['{', '}'])
                || text.contains("  ")
                || text.contains(" ,")
                || text.contains(" ."),
            format!("{place}: untidy: {text}"),
        );
        for s in guard.check(&text).sentences {
            let bad = matches!(s.status, Status::Unproved | Status::Forbidden);
            add(
                bad,
                format!(
                    "{place}: {:?}: {} [{}]",
                    s.status,
                    s.text,
                    s.rule.unwrap_or_default()
                ),
            );
        }
    }
    for question in &set.faq {
        let text = format!("{} {}", question.question, question.answer);
        add(names_contact(&text), format!("faq names a contact: {text}"));
    }
    for (place, text) in texts(set) {
        add(
            facts.shop.whatsapp.is_none() && is_call(&place) && text.contains("WhatsApp"),
            format!("{place}: no WhatsApp to call: {text}"),
        );
        let kaks = guard
            .check(&text)
            .sentences
            .into_iter()
            .find(|s| kaks(&s.text) > 1);
        add(kaks.is_some(), format!("{place}: Kak twice: {text}"));
        let greeted = [
            "Mas dan Mbak",
            "Akang dan Teteh",
            "Cak dan Ning",
            "Daeng semua",
            "Bli dan Mbok",
        ];
        add(
            place != "faq a"
                && greeted.iter().any(|hail| text.contains(hail))
                && kaks_in_own(&text, facts) > 0,
            format!("{place}: two ways of address: {text}"),
        );
    }
    let alts = [
        &set.alt_texts.cutout,
        &set.alt_texts.white,
        &set.alt_texts.scene,
        &set.alt_texts.tidied,
        &set.alt_texts.post,
        &set.alt_texts.cover,
    ];
    let differ: std::collections::BTreeSet<_> = alts.iter().collect();
    add(
        differ.len() != alts.len(),
        format!("alt texts alike: {alts:?}"),
    );
    let signed = set.calendar.iter().filter(|e| has_emoji(&e.text)).count();
    let solemn = |e: &&naik_text::copy::CalendarEntry| {
        e.occasion.is_some() && !e.selling && has_emoji(&e.text)
    };
    add(
        set.calendar.iter().any(|e| solemn(&e)) || !(2..=10).contains(&signed),
        format!("calendar: {signed} emoji"),
    );
    let digits = facts
        .shop
        .whatsapp
        .as_ref()
        .map(|w| w.local())
        .unwrap_or_else(|| "none".into());
    for piece in &set.pieces {
        let limits = Limits::get().channel(piece.channel);
        let words = piece.body.split_whitespace().count();
        add(
            words > limits.words && piece.channel != Channel::Marketplace,
            format!("{}: {words} words", piece.channel.key()),
        );
        add(
            piece.body.chars().count() > limits.text,
            format!("{}: too long", piece.channel.key()),
        );
        add(
            piece.body.matches('#').count() > limits.hashtags,
            format!("{}: hashtags", piece.channel.key()),
        );
        add(
            piece.emoji > limits.emoji,
            format!("{}: emoji", piece.channel.key()),
        );
        let body = permitless(&piece.body);
        add(
            piece.channel == Channel::Marketplace
                && names_contact(&format!(
                    "{} {body}",
                    piece.title.as_deref().unwrap_or_default()
                )),
            format!("marketplace names a contact: {}", piece.body),
        );
        add(
            limits.phone_forbidden && piece.body.contains(&digits),
            format!("{}: phone", piece.channel.key()),
        );
        if let Some(title) = &piece.title {
            let length = title.chars().count();
            add(
                !(25..=100).contains(&length),
                format!("title of {length}: {title}"),
            );
        }
    }
    for entry in &set.calendar {
        let limits = Limits::get().channel(entry.channel);
        add(
            entry.text.split_whitespace().count() > limits.words,
            format!("calendar {}: {}", entry.channel.key(), entry.text),
        );
        add(
            limits.phone_forbidden && entry.text.contains(&digits),
            "calendar: phone".into(),
        );
    }
    add(
        set.calendar.len() != 30,
        format!("{} days", set.calendar.len()),
    );
    let selling = set.calendar.iter().filter(|e| e.selling).count();
    add(
        !(6..=9).contains(&selling),
        format!("{selling} selling days"),
    );
    add(
        set.poster.headlines.len() < 4,
        format!("{} headlines", set.poster.headlines.len()),
    );
    add(
        set.replies.len() != 5 || set.replies.iter().any(|r| r.text.split(' ').count() < 6),
        "replies".into(),
    );
    let spoken: usize = set
        .voice
        .iter()
        .map(|v| v.spoken.split_whitespace().count())
        .sum();
    add(
        !(20..=42).contains(&spoken) || !(4..=6).contains(&set.voice.len()),
        format!("voice: {spoken} words in {} lines", set.voice.len()),
    );
    add(
        set.voice.iter().any(|v| v.caption.chars().count() > 49),
        "voice: caption too long".into(),
    );
    add(
        !(3..=5).contains(&set.hashtags.len()),
        format!("{} hashtags", set.hashtags.len()),
    );
    out
}

#[test]
fn nothing_unproved_leaves_and_nothing_is_over_a_limit() {
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    for number in 0..200 {
        let facts = random(number);
        for lang in Lang::ALL {
            let set = copy::write(&facts, &options(lang, number));
            for fault in faults(&set, &facts) {
                *wrong
                    .entry(format!("{}: {fault}", lang.code()))
                    .or_default() += 1;
            }
        }
    }
    let shown: Vec<String> = wrong
        .iter()
        .take(60)
        .map(|(fault, count)| format!("{count} x {fault}"))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} kinds\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

#[test]
fn whole_sheets_give_whole_kits() {
    for sheet in &SHEETS {
        let facts = sheet.facts();
        for lang in Lang::ALL {
            let set = copy::write(&facts, &options(lang, 7));
            assert_eq!(
                faults(&set, &facts),
                Vec::<String>::new(),
                "{} {}",
                sheet.name,
                lang.code()
            );
            if lang == Lang::Id {
                let caption = set
                    .pieces
                    .iter()
                    .find(|p| p.channel == Channel::Instagram)
                    .unwrap();
                let words = caption.body.split_whitespace().count();
                assert!(
                    words >= 80,
                    "{}: {words} words\n{}",
                    sheet.name,
                    caption.body
                );
                let spoken: usize = set
                    .voice
                    .iter()
                    .map(|v| v.spoken.split_whitespace().count())
                    .sum();
                assert!(
                    spoken >= 28,
                    "{}: {spoken} words spoken {:?}",
                    sheet.name,
                    set.voice
                );
            }
        }
    }
}

#[test]
fn the_same_seed_writes_the_same() {
    let facts = SHEETS[0].facts();
    assert_eq!(
        copy::write(&facts, &options(Lang::Id, 3)),
        copy::write(&facts, &options(Lang::Id, 3))
    );
    assert_ne!(
        copy::write(&facts, &options(Lang::Id, 3)),
        copy::write(&facts, &options(Lang::Id, 4))
    );
}

#[test]
fn no_facts_still_give_copy() {
    let facts = Facts::default();
    let set = copy::write(&facts, &options(Lang::Id, 1));
    assert_eq!(faults(&set, &facts), Vec::<String>::new());
}

#[test]
fn contacts_in_the_owners_words_stay_out_of_the_listing() {
    let mut facts = SHEETS[0].facts();
    facts.product.usage = Some("Untuk camilan. Pesan ke WA 0812-3456-7890.".into());
    facts.product.storage = Some("Lihat dapurbusri.com untuk cara menyimpan.".into());
    let set = copy::write(&facts, &options(Lang::Id, 1));
    let listing = set
        .pieces
        .iter()
        .find(|p| p.channel == Channel::Marketplace)
        .unwrap();
    assert!(
        !names_contact(&permitless(&listing.body)),
        "{}",
        listing.body
    );
    assert!(listing.body.contains("camilan"), "{}", listing.body);
}

#[test]
fn shoes_are_not_sold_as_clothes() {
    for (name, alien) in [
        ("Sepatu Kulit Jaya", ["baju", "bajunya", "tas"]),
        ("Ransel Kanvas Rimba", ["baju", "dada", "sepatu"]),
        ("Koleksi Aira", ["baju", "sepatu", "tas"]),
    ] {
        let mut facts = SHEETS[6].facts();
        facts.product.name = name.into();
        facts.product.materials = vec!["kanvas".into()];
        facts.product.process = None;
        facts.product.usage = None;
        facts.product.story = None;
        for seed in 0..8 {
            let kit = as_text(&facts, Lang::Id, seed).to_lowercase();
            let words: Vec<&str> = kit.split(|c: char| !c.is_alphanumeric()).collect();
            for word in alien {
                assert!(!words.contains(&word), "{name}, seed {seed}: {word}\n{kit}");
            }
        }
    }
}

/// Words of another register or language, which no sentence of ours in krama takes.
const NOT_KRAMA: &[&str] = &[
    "kak", "kakak", "niki", "niku", "nggih", "kanggo", "kanggé", "panganan", "untuk", "kami",
    "yuk", "balas",
];

#[test]
fn javanese_keeps_to_krama() {
    for number in 0..40 {
        let facts = random(number);
        let set = copy::write(&facts, &options(Lang::Jv, number));
        let own: String = [
            &facts.product.process,
            &facts.product.story,
            &facts.product.usage,
            &facts.product.storage,
            &facts.product.shelf_life,
            &facts.product.origin,
        ]
        .into_iter()
        .flatten()
        .map(|text| text.to_lowercase())
        .collect();
        for (place, text) in texts(&set) {
            let indonesian = ["marketplace", "faq", "alt", "idea", "hashtag", "spoken"];
            if indonesian.iter().any(|p| place.starts_with(p)) {
                continue;
            }
            for word in text.to_lowercase().split(|c: char| !c.is_alphabetic()) {
                assert!(
                    !NOT_KRAMA.contains(&word) || own.contains(word),
                    "{place}: {word}: {text}"
                );
            }
        }
    }
}

#[test]
fn local_is_said_only_where_a_place_is_known() {
    let mut facts = SHEETS[11].facts();
    facts.shop.city = None;
    let set = copy::write(&facts, &options(Lang::Id, 1));
    assert!(
        set.hashtags
            .iter()
            .all(|t| !t.contains("lokal") && !t.contains("bangga"))
    );
    assert!(set.hashtags.len() >= 3);
}

#[test]
fn what_was_left_out_is_told() {
    let facts = SHEETS[4].facts();
    let set = copy::write(&facts, &options(Lang::Id, 1));
    assert!(
        set.notices
            .iter()
            .any(|n| n.message.key == "copy-sentence-left-out")
    );
    assert!(texts(&set).iter().all(|(_, t)| !t.contains("menyembuhkan")));
}

/// Figures for docs/BENCHMARKS.md: `cargo test --release -p naik-text --test it -- --ignored figures --nocapture`.
#[test]
#[ignore = "prints figures"]
fn figures() {
    for lang in Lang::ALL {
        let (mut bigrams, mut distinct, mut repeated, mut sentences, mut over) = (0, 0, 0, 0, 0);
        let mut spent = std::time::Duration::ZERO;
        for number in 0..200 {
            let facts = random(number);
            let start = std::time::Instant::now();
            let set = copy::write(&facts, &options(lang, number));
            spent += start.elapsed();
            over += faults(&set, &facts).len();
            let mut seen = std::collections::BTreeSet::new();
            let mut pairs = std::collections::BTreeSet::new();
            for (place, text) in texts(&set) {
                if matches!(place.as_str(), "spoken" | "alt" | "idea" | "hashtag") {
                    continue;
                }
                let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
                for pair in words.windows(2) {
                    bigrams += 1;
                    pairs.insert(pair.join(" "));
                }
                for sentence in Guard::new(&facts).check(&text).sentences {
                    if sentence.text.split(' ').count() >= 4 {
                        sentences += 1;
                        repeated += usize::from(!seen.insert(sentence.text.to_lowercase()));
                    }
                }
            }
            distinct += pairs.len();
        }
        println!(
            "{}: distinct-2 within a kit {:.3}, repeated sentences {:.1}%, faults {over}, {:.1} ms a kit",
            lang.code(),
            distinct as f64 / bigrams as f64,
            repeated as f64 * 100.0 / sentences as f64,
            spent.as_secs_f64() * 1000.0 / 200.0
        );
    }
}

/// Whole kits to be read by a person: `cargo test -p naik-text --test it -- --ignored read_aloud --nocapture`.
#[test]
#[ignore = "prints whole kits"]
fn read_aloud() {
    for (index, sheet) in SHEETS.iter().enumerate() {
        let facts = sheet.facts();
        let lang = Lang::ALL[usize::from(index == 5) + 2 * usize::from(index == 7)];
        let set = copy::write(&facts, &options(lang, index as u64));
        println!("\n################ {} ({})", sheet.name, lang.code());
        for (place, text) in texts(&set) {
            println!("[{place}] {text}");
        }
    }
}
