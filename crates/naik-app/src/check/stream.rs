//! Many messages: `{id, text}` lines in, verdict lines out, in order, on all cores, in bounded memory.

use std::io::{BufRead, Write};

use naik_core::message::Message;
use naik_text::filter::Verdict;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Filter;
use crate::error::AppError;
use crate::progress::Cancel;

/// Lines that are in memory at a time.
const BATCH: usize = 4096;
/// Bytes that are in memory at a time, one line more at most.
const BATCH_BYTES: usize = 16_000_000;

/// How a stream went.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Streamed {
    /// Lines judged.
    pub judged: u64,
    /// Lines with bytes that are no UTF-8: judged with `�` in their place.
    pub damaged: u64,
    /// Lines that are no `{"id", "text"}`: passed on with an error in place of a verdict.
    pub unreadable: u64,
    /// Lines whose label is not fine.
    pub flagged: u64,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Judged<'v> {
    id: serde_json::Value,
    #[serde(flatten)]
    verdict: &'v Verdict,
}

/// Judges each line of `input`. `threads` 0 takes all cores.
///
/// # Errors
/// When reading or writing fails, or somebody asked to stop.
pub fn stream(
    filter: &Filter,
    mut input: impl BufRead,
    mut output: impl Write,
    threads: usize,
    cancel: &Cancel,
) -> Result<Streamed, AppError> {
    let fault =
        |e: std::io::Error| AppError::Refused(Message::new("filter-stream").with("reason", e));
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|e| AppError::Internal(e.to_string()))?;
    let mut done = Streamed::default();
    let mut number = 0_u64;
    loop {
        if cancel.asked() {
            return Err(AppError::Cancelled);
        }
        let mut lines: Vec<(u64, Vec<u8>)> = Vec::new();
        let mut bytes = 0;
        while lines.len() < BATCH && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line).map_err(fault)? == 0 {
                break;
            }
            number += 1;
            if line.iter().any(|b| !b.is_ascii_whitespace()) {
                bytes += line.len();
                lines.push((number, line));
            }
        }
        if lines.is_empty() {
            break;
        }
        let judged: Vec<(Vec<u8>, Streamed)> = pool.install(|| {
            lines
                .par_iter()
                .map_init(
                    || filter.checker(),
                    |judge, (number, line)| one(judge, *number, line),
                )
                .collect()
        });
        for (line, counts) in judged {
            output.write_all(&line).map_err(fault)?;
            done.judged += counts.judged;
            done.damaged += counts.damaged;
            done.unreadable += counts.unreadable;
            done.flagged += counts.flagged;
        }
    }
    output.flush().map_err(fault)?;
    Ok(done)
}

fn one(judge: &mut super::Judge<'_>, number: u64, bytes: &[u8]) -> (Vec<u8>, Streamed) {
    let mut counts = Streamed::default();
    let text = String::from_utf8_lossy(bytes);
    if matches!(text, std::borrow::Cow::Owned(_)) {
        counts.damaged = 1;
    }
    let mut out = Vec::new();
    let line = text.trim_start_matches('\u{feff}').trim();
    match serde_json::from_str::<Line>(line)
        .or_else(|_| serde_json::from_str::<Line>(&without_surrogates(line)))
    {
        Ok(line) => {
            let verdict = judge.check(&line.text);
            counts.judged = 1;
            counts.flagged = u64::from(verdict.label != super::Label::Fine);
            let judged = Judged {
                id: line.id,
                verdict: &verdict,
            };
            // Writing JSON into memory can't fail for these types.
            drop(serde_json::to_writer(&mut out, &judged));
        }
        Err(error) => {
            counts.unreadable = 1;
            let fault = serde_json::json!({"id": null, "line": number, "error": error.to_string()});
            drop(serde_json::to_writer(&mut out, &fault));
        }
    }
    out.push(b'\n');
    (out, counts)
}

/// Escaped halves of surrogate pairs that stand alone are no text: they become `\ufffd`.
fn without_surrogates(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let unit = |s: &str| -> Option<u16> {
            let hex = s.strip_prefix("\\u")?.get(..4)?;
            u16::from_str_radix(hex, 16).ok()
        };
        match unit(from) {
            Some(first @ 0xd800..=0xdbff) => {
                let second = from.get(6..).and_then(unit);
                if matches!(second, Some(0xdc00..=0xdfff)) {
                    out.push_str(from.get(..12).unwrap_or_default());
                    rest = from.get(12..).unwrap_or_default();
                } else {
                    let _ = first;
                    out.push_str("\\ufffd");
                    rest = from.get(6..).unwrap_or_default();
                }
            }
            Some(0xdc00..=0xdfff) => {
                out.push_str("\\ufffd");
                rest = from.get(6..).unwrap_or_default();
            }
            _ => {
                let taken = from.char_indices().nth(2).map_or(from.len(), |(i, _)| i);
                out.push_str(from.get(..taken).unwrap_or_default());
                rest = from.get(taken..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use naik_core::lang::Lang;

    #[test]
    fn lines_come_out_in_order_and_bad_ones_are_told() {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut input = b"{\"id\":1,\"text\":\"halo kak\"}\n\nkosong\n{\"id\":\"b\",\"text\":\"\\ud800 ya \\ud83d\\ude00\"}\n".to_vec();
        input.extend(b"{\"id\":3,\"text\":\"a\xff\"}\n");
        let mut output = Vec::new();
        let done = stream(&filter, input.as_slice(), &mut output, 2, &Cancel::new()).unwrap();
        assert_eq!((done.judged, done.damaged, done.unreadable), (3, 1, 1));
        let lines: Vec<serde_json::Value> = String::from_utf8(output)
            .unwrap()
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        assert_eq!(lines[0]["id"], 1);
        assert_eq!(lines[1]["line"], 3);
        assert_eq!(lines[2]["id"], "b");
        for key in [
            "label",
            "score",
            "scores",
            "certainty",
            "reasons",
            "links",
            "match",
            "advice",
        ] {
            assert!(lines[0].get(key).is_some(), "{key}");
        }
    }
}
