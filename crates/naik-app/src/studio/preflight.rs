//! What each marketplace would say of a kit, in the reader's words, and which of it a program can mend.

use std::path::Path;

use naik_connect::listing;
use naik_core::channel::{Channel, Market};
use naik_core::kit::{Check, Kit, OutputKind, Status};
use naik_core::message::Message;
use naik_text::copy::{CopySet, Piece};
use serde::Serialize;

use super::mend::{self, Plan};
use crate::error::AppError;
use crate::facts::cards::Card;
use crate::kit::{copy, standing};
use crate::source;
use crate::words::Words;

/// How a kit stands with one marketplace.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Readiness {
    /// Its key: `shopee`.
    pub market: &'static str,
    /// The name that people know.
    pub name: &'static str,
    /// Whether it would take the product as it is.
    pub ready: bool,
    /// What it would refuse, in the order of its form.
    pub problems: Vec<Problem>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// The rule's key: `title-length`.
    pub rule: String,
    /// What the rule is about.
    pub name: String,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub remedy: String,
    /// Whether [`super::fix_all`] mends it.
    pub fixable: bool,
    /// The card on which a person can mend it: `harga`; absent where that is elsewhere.
    pub card: Option<&'static str>,
}

/// The rule of sentences that may not stand; all others come from the marketplaces' own limits.
pub(super) const CLAIMS: &str = "claims";

/// Looks through a kit's checks. `copy` is its `copy/copy.json`, where it has one.
///
/// Costs some tens of milliseconds: what can be mended is found by mending it.
pub fn preflight(kit: &Kit, copy: Option<&[u8]>, words: &Words) -> Vec<Readiness> {
    let set = copy.and_then(|bytes| serde_json::from_slice::<CopySet>(bytes).ok());
    look(kit, set.as_ref(), words)
}

/// Looks through the checks of a kit that stands on the disk.
///
/// # Errors
/// When the folder is no kit.
pub fn preflight_folder(folder: &Path, words: &Words) -> Result<Vec<Readiness>, AppError> {
    let kit = standing::read(folder)?;
    let bytes = source::read(&folder.join(copy::ALL)).ok();
    Ok(preflight(&kit, bytes.as_deref(), words))
}

pub(super) fn look(kit: &Kit, set: Option<&CopySet>, words: &Words) -> Vec<Readiness> {
    let pieces = set.map_or(&[] as &[Piece], |set| &set.pieces);
    let plan = mend::plan(kit, pieces, None);
    Market::ALL
        .into_iter()
        .filter_map(|market| {
            let checks = checks(kit, market)?;
            let problems = problems(kit, market, checks, pieces, &plan, words);
            Some(Readiness {
                market: market.key(),
                name: market.name(),
                ready: problems.is_empty(),
                problems,
            })
        })
        .collect()
}

/// What was checked for a marketplace; `None` where the kit has no sheet for it.
pub(super) fn checks(kit: &Kit, market: Market) -> Option<&[Check]> {
    let sheet = kit
        .outputs
        .iter()
        .find(|output| output.kind == OutputKind::Listing && output.variety == market.key())?;
    Some(&sheet.checks)
}

fn problems(
    kit: &Kit,
    market: Market,
    checks: &[Check],
    pieces: &[Piece],
    plan: &Plan,
    words: &Words,
) -> Vec<Problem> {
    let now = mend::look(market, kit, &kit.facts, mend::market_text(pieces, kit));
    let then = mend::look(market, kit, &plan.facts, plan.market_text(pieces, kit));
    let label = |rule: &str| {
        let key = format!("page-rule-{rule}");
        if words.has(&key) {
            words.label(&key, &[])
        } else {
            rule.to_owned()
        }
    };
    let mut problems = Vec::new();
    let claims = kit.claims.iter().filter(|claim| {
        claim.path == copy::file(Channel::Marketplace)
            && !matches!(claim.status, Status::Proved | Status::Neutral)
    });
    for claim in claims {
        let key = match claim.status {
            Status::Forbidden => "check-claim-forbidden",
            _ => "check-claim-unproved",
        };
        let said = words.say(&Message::new(key).with("text", &claim.text));
        problems.push(Problem {
            rule: CLAIMS.to_owned(),
            name: label(CLAIMS),
            reason: said.text,
            remedy: said.hint.unwrap_or_default(),
            fixable: true,
            card: None,
        });
    }
    for check in checks.iter().filter(|check| !check.passed) {
        let same = |finding: &&listing::Finding| finding.rule == check.rule && !finding.passed;
        // The contract speaks the kit's language; the same check, made again, speaks the reader's.
        let said = now
            .iter()
            .find(same)
            .map(|finding| words.say(&finding.message));
        let fixable = match check.rule.starts_with("photo-") {
            true => plan.recuts && check.rule != "photo-link",
            false => {
                !then.iter().any(|finding| same(&finding)) && !check.rule.starts_with("video-")
            }
        };
        problems.push(Problem {
            name: label(&check.rule),
            reason: said
                .as_ref()
                .map_or_else(|| check.text.clone(), |said| said.text.clone()),
            remedy: said.and_then(|said| said.hint).unwrap_or_default(),
            fixable,
            card: card(&check.rule, market).map(Card::key),
            rule: check.rule.clone(),
        });
    }
    problems
}

/// Where a person mends what a rule refuses.
fn card(rule: &str, market: Market) -> Option<Card> {
    match rule {
        // Google wants a page of the product: no card asks for one.
        "link" if market == Market::Google => None,
        "goods" => Some(Card::Name),
        "price" | "stock" | "preorder" => Some(Card::Price),
        "weight" | "variant-count" | "variant-name" => Some(Card::Contents),
        "halal" | "food-permit" => Some(Card::Permits),
        "link" => Some(Card::Shop),
        _ => None,
    }
}
