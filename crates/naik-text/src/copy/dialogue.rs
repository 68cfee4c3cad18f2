//! Questions with answers, and replies for chat.

use super::contact;
use super::writer::{Manner, Writer};
use super::{Question, Reply, ReplyKind};

/// What buyers ask, the more often asked first; a question is put only when it can be answered.
const TOPICS: &[&str] = &[
    "contents",
    "made",
    "variants",
    "price",
    "shelf",
    "storage",
    "usage",
    "process",
    "halal",
    "permit",
    "stock",
    "preorder",
    "own",
    "origin",
    "order",
    "shipping",
    "pickup",
    "difference",
];

/// The kit's questions: five to ten.
pub(crate) fn faq(writer: &mut Writer<'_>) -> Vec<Question> {
    let found = questions(writer);
    for question in &found {
        writer.remember(&question.question);
    }
    found.into_iter().take(10).collect()
}

/// Every question that the facts answer, without contacts, since marketplaces show them too; says nothing yet.
pub(crate) fn questions(writer: &mut Writer<'_>) -> Vec<Question> {
    TOPICS
        .iter()
        .filter_map(|topic| {
            let answer = writer
                .candidates(&format!("faq.{topic}.a"), Manner::Market, 60)
                .into_iter()
                .filter(|s| !contact::stands_in(&s.text))
                .reduce(|first, next| {
                    if writer.was_said(&first.text) {
                        next
                    } else {
                        first
                    }
                })?;
            let question = writer
                .candidates(&format!("faq.{topic}.q"), Manner::Market, 16)
                .into_iter()
                .next()?;
            Some(Question {
                question: question.text,
                answer: answer.text,
            })
        })
        .collect()
}

/// The five replies; each opens, answers and leads on.
pub(crate) fn replies(writer: &mut Writer<'_>) -> Vec<Reply> {
    ReplyKind::ALL
        .into_iter()
        .map(|kind| {
            let mut parts = Vec::new();
            for step in ["open", "body", "more", "close"] {
                let slot = format!("reply.{}.{step}", kind.key());
                if let Some(said) = writer.say_anyway(&slot, Manner::Plain, 45) {
                    parts.push(said.text);
                }
            }
            Reply {
                kind,
                text: parts.join(" "),
            }
        })
        .collect()
}
