//! The marketplace listing: a title that is found, and a description in blocks.

use naik_core::channel::Channel;
use naik_core::limits::Limits;

use super::values::{self, Value};
use super::vocabulary::Vocabulary;
use super::writer::{Manner, Said, Writer};
use super::{Piece, contact};
use crate::grammar::case;

/// TikTok Shop wants 25 characters at least; beyond 100 a title is cut where it is shown.
const TITLE: [usize; 2] = [25, 100];

/// Title and description.
pub(crate) fn write(writer: &mut Writer<'_>) -> Piece {
    let title = title(writer);
    let mut said = Vec::new();
    let body = description(writer, &mut said);
    let mut sentences = writer.account(&title, &said);
    sentences.extend(writer.account(&body, &said));
    Piece {
        channel: Channel::Marketplace,
        framework: "katalog".to_owned(),
        title: Some(title),
        body,
        sentences,
        emoji: 0,
    }
}

/// Kind, brand, choices, contents, material, origin: facts only, until it is long enough.
pub(crate) fn title(writer: &Writer<'_>) -> String {
    let words = Vocabulary::of(writer.category);
    let get = |value| writer.value(value, Manner::Market).unwrap_or_default();
    let name = contact::without(&writer.facts.product.name);
    let name = case::title(&case::calm(&case::tidy(&name)));
    let mut title = if name.is_empty() {
        case::title(words.noun(writer.lang))
    } else {
        case::cut(&name, 70).to_owned()
    };
    let add = |title: &mut String, part: &str| {
        let lower = title.to_lowercase();
        // A word that stands already is no keyword any more.
        let part: Vec<String> = case::tidy(part)
            .split(' ')
            .map(|w| w.trim_matches(',').to_owned())
            .collect();
        let fresh = part
            .iter()
            .filter(|w| !lower.contains(&w.to_lowercase()))
            .count();
        let new = fresh > 0 && fresh * 2 >= part.len();
        let part = part.join(" ");
        let longer = format!("{title} {part}");
        if new && longer.chars().count() <= TITLE[1] && free(&part) && writer.allows(&longer) {
            *title = longer;
        }
    };
    let variants: Vec<String> = writer
        .facts
        .product
        .variants
        .iter()
        .map(|v| case::title(values::without_note(&v.name)))
        .filter(|v| !title.to_lowercase().contains(&v.to_lowercase()))
        .collect();
    if let Some(shown) = variants
        .get(..variants.len().min(3))
        .filter(|v| !v.is_empty())
    {
        add(&mut title, &shown.join(" "));
    }
    let weight = [Value::Weight, Value::Heft, Value::Holds].map(get).concat();
    if !weight.is_empty() && !squeezed(&title).contains(&squeezed(&weight)) {
        let longer = format!("{title} {weight}");
        if longer.chars().count() <= TITLE[1] {
            title = longer;
        }
    }
    let city = get(Value::City);
    for (value, enough) in [
        (Value::MainMaterial, 60),
        (Value::Shop, 70),
        (Value::Origin, 80),
    ] {
        if title.chars().count() < enough {
            add(&mut title, &case::title(&get(value)));
        }
    }
    if title.chars().count() < 80 && !city.is_empty() {
        add(&mut title, &city);
    }
    let ends = if writer.lang == naik_core::lang::Lang::En {
        &words.title_ends_en
    } else {
        &words.title_ends
    };
    for end in ends {
        if title.chars().count() >= TITLE[0] + 5 {
            break;
        }
        add(&mut title, end);
    }
    case::cut(&title, TITLE[1]).to_owned()
}

fn squeezed(text: &str) -> String {
    text.to_lowercase().replace(' ', "")
}

/// Headings and their slots; a block without a line is left out.
const BLOCKS: &[(&str, &[&str])] = &[
    (
        "list.head.details",
        &[
            "list.name",
            "list.weight",
            "list.size",
            "list.variants",
            "list.ingredients",
            "list.materials",
            "list.process",
            "list.origin",
            "list.shelf",
            "list.pirt",
            "list.bpom",
            "list.halal",
            "list.nib",
            "list.brand",
        ],
    ),
    (
        "list.head.care",
        &["list.usage", "list.storage", "list.care"],
    ),
    ("list.head.contents", &["list.contents"]),
    (
        "list.head.shipping",
        &["list.stock", "list.preorder", "list.city", "list.ship"],
    ),
    ("list.head.problems", &["list.problem", "list.problem.how"]),
];

/// Lines whose long numbers are no telephone numbers.
const PERMITS: &[&str] = &["list.pirt", "list.bpom", "list.halal", "list.nib"];

/// Whether a marketplace takes the text: no number, link or account in it, the owner's own words included.
fn free(text: &str) -> bool {
    !contact::stands_in(text)
}

fn description(writer: &mut Writer<'_>, said: &mut Vec<Said>) -> String {
    let most = Limits::get().channel(Channel::Marketplace).text - 40;
    let mut blocks: Vec<String> = Vec::new();
    let mut summary = Vec::new();
    for slot in ["list.summary", "list.second"] {
        if let Some(line) = writer.best(slot, Manner::Market, 60, free) {
            writer.remember(&line.text);
            summary.push(line.text.clone());
            said.push(line);
        }
    }
    if !summary.is_empty() {
        blocks.push(summary.join(" "));
    }
    for (head, slots) in BLOCKS {
        let mut lines = Vec::new();
        for slot in *slots {
            if let Some(line) = writer.best(slot, Manner::Market, 120, |text| {
                PERMITS.contains(slot) || free(text)
            }) {
                writer.remember(&line.text);
                lines.push(format!("- {}", line.text));
                said.push(line);
            }
        }
        if let (Some(head), false) = (heading(writer, head), lines.is_empty()) {
            blocks.push(format!("{head}\n{}", lines.join("\n")));
        }
    }
    if let Some(head) = heading(writer, "list.head.faq") {
        let asked: Vec<_> = super::dialogue::questions(writer)
            .into_iter()
            .take(4)
            .collect();
        // The kit's own questions are answered in other words where there are some.
        for question in &asked {
            writer.remember(&question.answer);
        }
        let lines: Vec<String> = asked
            .into_iter()
            .map(|q| format!("{}\n{}", q.question, q.answer))
            .collect();
        if !lines.is_empty() {
            blocks.push(format!("{head}\n{}", lines.join("\n\n")));
        }
    }
    // Whole blocks go, the questions first, should an owner's text be very long.
    while blocks.len() > 1 && blocks.join("\n\n").chars().count() > most {
        blocks.pop();
    }
    let body = blocks.join("\n\n");
    if body.chars().count() <= most {
        body
    } else {
        case::cut(&body, most).to_owned()
    }
}

fn heading(writer: &mut Writer<'_>, slot: &str) -> Option<String> {
    writer.best(slot, Manner::Market, 8, free).map(|s| s.text)
}
