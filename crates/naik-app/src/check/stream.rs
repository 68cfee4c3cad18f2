//! Many messages: `{id, text}` lines in, verdict lines out, in order, on all cores, in bounded memory.

use std::borrow::Cow;
use std::io::{self, BufRead, Write};
use std::sync::{Mutex, PoisonError};

use naik_core::message::Message;
use naik_text::filter::Verdict;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Filter, Judge, Label};
use crate::error::AppError;
use crate::progress::Cancel;

/// Lines that are in memory at a time.
const BATCH: usize = 4096;
/// Bytes that are in memory at a time, one line more at most.
const BATCH_BYTES: usize = 16_000_000;
/// Threads for each core at most: more would only take memory.
const THREADS_PER_CORE: usize = 4;

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
    /// Whether whoever reads the results went away before the end, as `head` does.
    #[serde(skip)]
    pub unread: bool,
}

impl Streamed {
    fn add(&mut self, more: Self) {
        self.judged += more.judged;
        self.damaged += more.damaged;
        self.unreadable += more.unreadable;
        self.flagged += more.flagged;
    }
}

#[derive(Deserialize)]
struct Line<'l> {
    // As it was written: a number of any length keeps its digits.
    #[serde(borrow, default)]
    id: Option<&'l RawValue>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

/// What is read of a line whose text is none.
#[derive(Deserialize)]
struct Named<'l> {
    #[serde(borrow, default)]
    id: Option<&'l RawValue>,
}

#[derive(Serialize)]
struct Judged<'v> {
    id: Option<Cow<'v, RawValue>>,
    #[serde(flatten)]
    verdict: &'v Verdict,
}

#[derive(Serialize)]
struct Unread<'l> {
    id: Option<Cow<'l, RawValue>>,
    line: u64,
    error: String,
}

/// Judges each line of `input`. `threads` 0 takes all cores; four for each core are the most.
///
/// # Errors
/// When reading or writing fails, or somebody asked to stop. A reader of the results that goes away is no error.
pub fn stream(
    filter: &Filter,
    mut input: impl BufRead,
    mut output: impl Write,
    threads: usize,
    cancel: &Cancel,
) -> Result<Streamed, AppError> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.min(cores.saturating_mul(THREADS_PER_CORE)))
        .build()
        .map_err(|e| AppError::Internal(e.to_string()))?;
    let resting = Resting {
        filter,
        judges: Mutex::default(),
    };
    let mut done = Streamed::default();
    let mut number = 0;
    loop {
        if cancel.asked() {
            return Err(AppError::Cancelled);
        }
        let lines = batch(&mut input, &mut number).map_err(fault)?;
        if lines.is_empty() {
            break;
        }
        let judged: Vec<(Vec<u8>, Streamed)> = pool.install(|| {
            lines
                .par_iter()
                .map_init(
                    || resting.lend(),
                    |lent, (number, line)| one(lent.judge(), *number, line),
                )
                .collect()
        });
        for (line, counts) in judged {
            match output.write_all(&line) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    done.unread = true;
                    return Ok(done);
                }
                result => result.map_err(fault)?,
            }
            done.add(counts);
        }
    }
    match output.flush() {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => done.unread = true,
        result => result.map_err(fault)?,
    }
    Ok(done)
}

fn fault(error: io::Error) -> AppError {
    AppError::Refused(Message::new("filter-stream").with("reason", error))
}

/// The next lines that are not empty, with their numbers.
fn batch(input: &mut impl BufRead, number: &mut u64) -> io::Result<Vec<(u64, Vec<u8>)>> {
    let mut lines = Vec::new();
    let mut bytes = 0;
    while lines.len() < BATCH && bytes < BATCH_BYTES {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        if line.iter().any(|b| !b.is_ascii_whitespace()) {
            bytes += line.len();
            lines.push((*number, line));
        }
    }
    Ok(lines)
}

/// Judges between two batches: what one has learnt of words is worth more than the memory that it takes.
struct Resting<'f> {
    filter: &'f Filter,
    judges: Mutex<Vec<Judge<'f>>>,
}

impl<'f> Resting<'f> {
    fn lend(&self) -> Lent<'_, 'f> {
        let judge = self
            .judges
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        Lent {
            judge,
            resting: self,
        }
    }
}

/// A judge at work; it rests again when it is dropped.
struct Lent<'r, 'f> {
    judge: Option<Judge<'f>>,
    resting: &'r Resting<'f>,
}

impl<'f> Lent<'_, 'f> {
    fn judge(&mut self) -> &mut Judge<'f> {
        self.judge
            .get_or_insert_with(|| self.resting.filter.checker())
    }
}

impl Drop for Lent<'_, '_> {
    fn drop(&mut self) {
        // One that was at work when a thread panicked is not used again.
        if let Some(judge) = self.judge.take().filter(|_| !std::thread::panicking()) {
            self.resting
                .judges
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(judge);
        }
    }
}

fn one(judge: &mut Judge<'_>, number: u64, bytes: &[u8]) -> (Vec<u8>, Streamed) {
    let mut counts = Streamed::default();
    let text = String::from_utf8_lossy(bytes);
    let line = text.trim_start_matches('\u{feff}').trim();
    let mended;
    let read = match serde_json::from_str::<Line<'_>>(line) {
        Ok(read) => Ok(read),
        Err(_) => {
            mended = without_surrogates(line);
            serde_json::from_str(&mended)
        }
    };
    let mut out = Vec::new();
    // Writing JSON into memory can't fail for these types.
    match read {
        Ok(line) => {
            let verdict = judge.check(&line.text);
            counts.judged = 1;
            counts.damaged = u64::from(matches!(text, Cow::Owned(_)));
            counts.flagged = u64::from(verdict.label != Label::Fine);
            let judged = Judged {
                id: kept(line.id),
                verdict: &verdict,
            };
            drop(serde_json::to_writer(&mut out, &judged));
        }
        Err(error) => {
            counts.unreadable = 1;
            let id = match serde_json::from_str::<Named<'_>>(line) {
                // A list would do for the parser as well.
                Ok(named) if line.starts_with('{') => named.id,
                _ => first_id(line),
            };
            let unread = Unread {
                id: kept(id),
                line: number,
                error: error.to_string(),
            };
            drop(serde_json::to_writer(&mut out, &unread));
        }
    }
    out.push(b'\n');
    (out, counts)
}

/// An id as it was written, but for halves of surrogate pairs, which no reader of the results could read.
fn kept(id: Option<&RawValue>) -> Option<Cow<'_, RawValue>> {
    match id {
        Some(id) if id.get().contains("\\u") => RawValue::from_string(without_surrogates(id.get()))
            .ok()
            .map(Cow::Owned),
        id => id.map(Cow::Borrowed),
    }
}

/// The id of a line that is no whole object, where it comes first and a comma shows that nothing of it is missing.
fn first_id(line: &str) -> Option<&RawValue> {
    let rest = line.strip_prefix('{')?.trim_start();
    let rest = rest
        .strip_prefix("\"id\"")?
        .trim_start()
        .strip_prefix(':')?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
    let id = values.next()?.ok()?;
    let after = rest.get(values.byte_offset()..)?;
    after.trim_start().starts_with(',').then_some(id)
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

    fn run(input: &[u8], threads: usize) -> (Streamed, Vec<String>) {
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let mut output = Vec::new();
        let done = stream(&filter, input, &mut output, threads, &Cancel::new()).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (done, lines.lines().map(str::to_owned).collect())
    }

    #[test]
    fn ids_come_out_as_they_were_written() {
        for (line, id) in [
            (
                r#"{"id":123456789012345678901234567890,"text":"a"}"#,
                "123456789012345678901234567890",
            ),
            (
                r#"{"id":0.1000000000000000055511151231257827,"text":"a"}"#,
                "0.1000000000000000055511151231257827",
            ),
            (r#"{"text":"a","id":1e400}"#, "1e400"),
            (r#"{"id":{"a":[1.0, 2]},"text":"a"}"#, r#"{"a":[1.0, 2]}"#),
            (r#"{"id":"\ud800x","text":"a"}"#, r#""\ufffdx""#),
            (r#"{"id":null,"text":"a"}"#, "null"),
            (r#"{"text":"a"}"#, "null"),
            // Lines that can't be judged keep their id, as far as it can be read.
            (r#"{"id":6,"text":null}"#, "6"),
            (r#"{"text":["a"],"id":"six"}"#, r#""six""#),
            (r#"{"id":"six"}"#, r#""six""#),
            (r#"{"id":6,"text":"a"#, "6"),
            (r#"{"id":6"#, "null"),
            (r#"[6]"#, "null"),
        ] {
            let (_, lines) = run(line.as_bytes(), 1);
            let start = format!("{{\"id\":{id},");
            assert!(lines[0].starts_with(&start), "{line} gives {}", lines[0]);
        }
    }

    #[test]
    fn a_damaged_line_that_is_not_judged_is_unreadable_and_nothing_else() {
        let (done, _) = run(b"{\"id\":1,\"text\":\"a\xff\nhalo \xff\n", 1);
        assert_eq!((done.judged, done.damaged, done.unreadable), (0, 0, 2));
    }

    #[test]
    fn a_million_threads_are_asked_for_in_vain() {
        let (done, _) = run(b"{\"id\":1,\"text\":\"halo\"}\n", 1_000_000);
        assert_eq!(done.judged, 1);
    }

    #[test]
    fn a_reader_that_goes_away_ends_it_quietly() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let filter = Filter::load(Lang::Id, Words::new(Lang::Id), None, &[]).unwrap();
        let line = b"{\"id\":1,\"text\":\"halo\"}\n";
        let done = stream(&filter, line.as_slice(), Gone, 1, &Cancel::new()).unwrap();
        assert!(done.unread);
    }
}
