//! Messages judged for programs: the shape of `naikkelas check --jsonl`. Nothing that is sent is kept.

use axum::Json;
use axum::extract::State;
use naik_app::check::{Link, Match, Reason, Scores, Verdict};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::key::Caller;
use crate::app::App;
use crate::fault::Broken;
use crate::front::limit::Kind;

/// A message.
#[derive(Deserialize, ToSchema)]
pub(crate) struct MessageIn {
    /// Handed back with the verdict, whatever it is.
    #[serde(default)]
    id: serde_json::Value,
    /// Up to 20,000 characters.
    text: String,
}

/// What is said about a message.
#[derive(Serialize, ToSchema)]
pub(crate) struct VerdictOut {
    id: serde_json::Value,
    /// `fine`, `judol`, `scam`, `hoax` or `abuse`; `hoax` comes only from a matched, dated fact-check.
    label: &'static str,
    /// The label's score.
    score: f32,
    scores: ScoresOut,
    /// `yakin`, `waspada` or `tidak-tahu`.
    certainty: String,
    /// The verdict for people: a label, `doubtful` or `unknown`.
    stand: &'static str,
    /// The weightiest first.
    reasons: Vec<ReasonOut>,
    links: Vec<LinkOut>,
    /// The refuted claim that the message repeats.
    r#match: Option<MatchOut>,
    /// What to do, in the language of `Accept-Language`.
    advice: String,
    /// The lesson that teaches it.
    lesson: Option<String>,
}

/// A score for each label, 0 to 1; they need not add up to 1.
#[derive(Serialize, ToSchema)]
pub(crate) struct ScoresOut {
    fine: f32,
    judol: f32,
    scam: f32,
    hoax: f32,
    abuse: f32,
}

/// Why, and where in the text.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReasonOut {
    kind: String,
    rule: String,
    /// From and to, in bytes of UTF-8.
    span: [usize; 2],
    /// The same in characters.
    chars: [usize; 2],
    /// All places in bytes.
    places: Vec<[usize; 2]>,
    text: String,
}

/// An address in the text.
#[derive(Serialize, ToSchema)]
pub(crate) struct LinkOut {
    /// From and to, in bytes.
    span: [usize; 2],
    host: String,
    /// The name that somebody registered.
    name: Option<String>,
    /// What it gives away: `official`, `lookalike`, `shortener` and others.
    traits: Vec<String>,
    /// The official name that it is, or imitates.
    official: Option<String>,
    /// The telephone number of a chat.
    number: Option<String>,
}

/// A fact-check.
#[derive(Serialize, ToSchema)]
pub(crate) struct MatchOut {
    claim: String,
    says: String,
    truth: String,
    similarity: f32,
    same: bool,
    date: String,
    source: String,
    url: Option<String>,
}

impl From<Scores> for ScoresOut {
    fn from(scores: Scores) -> Self {
        let Scores {
            fine,
            judol,
            scam,
            hoax,
            abuse,
        } = scores;
        Self {
            fine,
            judol,
            scam,
            hoax,
            abuse,
        }
    }
}

impl From<Reason> for ReasonOut {
    fn from(reason: Reason) -> Self {
        Self {
            kind: reason.kind,
            rule: reason.rule,
            span: reason.span,
            chars: reason.chars,
            places: reason.places,
            text: reason.text,
        }
    }
}

impl From<Link> for LinkOut {
    fn from(link: Link) -> Self {
        Self {
            span: [link.span.from, link.span.to],
            host: link.host,
            name: link.name,
            traits: link.traits.iter().map(word).collect(),
            official: link.official,
            number: link.number,
        }
    }
}

impl From<Match> for MatchOut {
    fn from(found: Match) -> Self {
        Self {
            claim: found.claim,
            says: found.says,
            truth: found.truth,
            similarity: found.similarity,
            same: found.same,
            date: found.date,
            source: found.source,
            url: found.url,
        }
    }
}

impl VerdictOut {
    fn of(id: serde_json::Value, verdict: Verdict) -> Self {
        Self {
            id,
            label: verdict.label.key(),
            score: verdict.score,
            scores: verdict.scores.into(),
            certainty: word(&verdict.certainty),
            stand: verdict.stand.key(),
            reasons: verdict.reasons.into_iter().map(Into::into).collect(),
            links: verdict.links.into_iter().map(Into::into).collect(),
            r#match: verdict.matched.map(Into::into),
            advice: verdict.advice,
            lesson: verdict.lesson,
        }
    }
}

/// The word by which the command line writes a value.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Judges a message. No key is needed; nothing is kept.
#[utoipa::path(post, path = "/api/v1/check", tag = "check", request_body = MessageIn,
    responses((status = 200, body = VerdictOut), (status = 422, description = "No text, or a longer one than 20,000 characters"),
        (status = 429, description = "Too many calls; `Retry-After` says when")))]
pub(crate) async fn check(
    State(app): State<App>,
    caller: Caller,
    Json(message): Json<MessageIn>,
) -> Result<Json<VerdictOut>, Broken> {
    caller.visit.count(Kind::Check)?;
    let words = app.words(caller.visit.lang).clone();
    let checked = app.platform().check_message(&message.text, words).await?;
    Ok(Json(VerdictOut::of(message.id, checked.verdict)))
}
