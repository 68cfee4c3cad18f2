//! Copy by itself, and the guard over anyone's copy.

use naik_core::channel::Channel;
use naik_core::facts::Facts;
use naik_core::lang::Lang;
use naik_core::seed::Seed;
use naik_text::copy::{self, CopyOptions, CopySet};
use naik_text::guard;
use serde::Serialize;

pub use naik_text::guard::Report as ClaimReport;

use crate::words::Words;

/// Copy for one product.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Written(CopySet);

/// Writes copy for some channels, with everything that goes with it.
pub fn write(
    facts: &Facts,
    lang: Lang,
    seed: Seed,
    date: jiff::civil::Date,
    channels: Vec<Channel>,
) -> Written {
    Written(copy::write(
        facts,
        &CopyOptions {
            lang,
            seed,
            date,
            channels,
        },
    ))
}

/// Marks each sentence of a text.
pub fn check(text: &str, facts: &Facts) -> ClaimReport {
    guard::check(text, facts)
}

impl Written {
    /// The texts under their channels' names.
    pub fn for_people(&self, words: &Words) -> String {
        let mut out = String::new();
        for piece in &self.0.pieces {
            heading(&mut out, piece.channel.name());
            if let Some(title) = &piece.title {
                push(&mut out, &format!("{title}\n"));
            }
            push(&mut out, &piece.body);
        }
        for reply in &self.0.replies {
            heading(
                &mut out,
                &words.label(&format!("reply-{}", reply.kind.key()), &[]),
            );
            push(&mut out, &reply.text);
        }
        out
    }
}

fn heading(out: &mut String, name: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    push(out, &format!("── {name} ──"));
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
