//! `naikkelas check`: a message, a stream of them, a screenshot, the comments of a shop.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};

use naik_app::check::{self, Certainty, Filter, Label, Pasted, Verdict};
use naik_app::error::AppError;
use naik_app::output::Making;
use naik_app::progress::Cancel;
use naik_core::message::Message;
use serde::{Deserialize, Serialize};

use super::verdict::{PIECE, for_people, shortened};
use super::{Code, FINE, MENDABLE, fail_as, print, print_json, terminal};
use crate::args::{CheckArgs, CheckCommand, FeedbackCommand, FilterArgs};
use crate::command::kit::today;
use crate::terminal::Terminal;

/// Does what was asked.
pub(crate) fn run(args: CheckArgs, cancel: &Cancel) -> Code {
    let lang = match &args.command {
        None => args.with.lang,
        Some(
            CheckCommand::Explain { with, .. }
            | CheckCommand::Bench { with, .. }
            | CheckCommand::Comments { with, .. }
            | CheckCommand::Feedback(FeedbackCommand::Add { with, .. }),
        ) => with.lang,
        Some(CheckCommand::Feedback(FeedbackCommand::Export { lang, .. })) => *lang,
    };
    let terminal = terminal(lang);
    let json = wants_json(&args);
    let done = match args.command {
        None if args.jsonl.is_some() => stream(&args, &terminal, cancel),
        None if args.keeps_results() => Err(AppError::Refused(Message::new("filter-output-alone"))),
        None => one(&args, &terminal),
        Some(CheckCommand::Explain { id, with, json }) => explain(&id, &with, json, &terminal),
        Some(CheckCommand::Bench {
            jsonl,
            scale,
            seconds,
            with,
        }) => bench(jsonl.as_deref(), scale, seconds, &with, &terminal),
        Some(CheckCommand::Comments {
            file,
            allow,
            allow_file,
            with,
            json,
        }) => load(&with, &terminal)
            .and_then(|filter| check::comments(&filter, &file, &allow, allow_file.as_deref()))
            .map(|report| comments(&report, json, &terminal)),
        Some(CheckCommand::Feedback(command)) => feedback(command, &terminal),
    };
    done.map_err(one_file)
        .unwrap_or_else(|error| fail_as(&terminal, &error, &[], json))
}

/// Of a folder that was named, one file is wanted, not all as with photos.
fn one_file(error: AppError) -> AppError {
    match error {
        AppError::Read { path, source } if source.kind() == io::ErrorKind::IsADirectory => {
            AppError::Refused(Message::new("filter-is-folder").with("path", path.display()))
        }
        error => error,
    }
}

/// The same failure to write in words that name this command's option.
fn output_failed(error: AppError) -> AppError {
    let AppError::Write { path, source } = error else {
        return error;
    };
    let key = match source.kind() {
        io::ErrorKind::IsADirectory => "filter-output-folder",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "filter-output-not-allowed"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "filter-output-full",
        _ => "filter-output-not-written",
    };
    let message = Message::new(key).with("path", path.display());
    AppError::Refused(match key {
        "filter-output-not-written" => message.with("reason", source),
        _ => message,
    })
}

/// Whether the one object of a failure is awaited on standard output.
fn wants_json(args: &CheckArgs) -> bool {
    match &args.command {
        None => args.json,
        Some(CheckCommand::Explain { json, .. } | CheckCommand::Comments { json, .. }) => *json,
        Some(CheckCommand::Bench { .. } | CheckCommand::Feedback(_)) => false,
    }
}

fn load(with: &FilterArgs, terminal: &Terminal) -> Result<Filter, AppError> {
    let filter = Filter::load(
        with.lang.into(),
        terminal.words().clone(),
        with.model.as_deref(),
        &with.claims,
    )?;
    filter.notes().iter().for_each(|note| terminal.say(note));
    Ok(filter)
}

/// Longest name of a file that is looked for, in bytes.
const NAME_MOST: usize = 4096;

/// The text that was given, or the one in the file that was named.
fn given(text: &str) -> Result<Pasted, AppError> {
    let path = Path::new(text);
    if text == "-" {
        return check::pasted_from(io::stdin().lock(), path);
    }
    let may_name = text.len() < NAME_MOST && !text.contains('\n');
    if may_name && path.is_dir() {
        let message = Message::new("filter-text-is-folder").with("path", text);
        return Err(AppError::Refused(message));
    }
    if may_name && path.exists() {
        return check::pasted(path);
    }
    if may_name && names_a_file(text) {
        let message = Message::new("filter-no-such-file").with("path", text);
        return Err(AppError::Refused(message));
    }
    Ok(Pasted {
        text: text.to_owned(),
        damaged: false,
    })
}

/// Endings of files in which people keep messages, or try to.
const ENDINGS: &[&str] = &[
    "txt", "md", "csv", "tsv", "json", "jsonl", "log", "eml", "html", "htm", "pdf", "doc", "docx",
    "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "zip", "png", "jpg", "jpeg", "webp", "gif",
    "bmp", "tif", "tiff", "heic", "mp3", "mp4", "ogg", "opus",
];

/// One word that is a path, or has the ending of a file: when it is not there, it is no message.
fn names_a_file(text: &str) -> bool {
    if text.contains(char::is_whitespace) {
        return false;
    }
    if ["./", "../", "/", "~/"].iter().any(|s| text.starts_with(s)) {
        return true;
    }
    // `bit.ly/surat.pdf` is an address, and addresses are what is to be checked.
    let is_address = text
        .split_once('/')
        .is_some_and(|(host, _)| host.contains('.') || host.ends_with(':'));
    let ending = Path::new(text).extension().and_then(|e| e.to_str());
    !is_address && ending.is_some_and(|e| ENDINGS.contains(&e.to_ascii_lowercase().as_str()))
}

/// A verdict on a screenshot, with the text into which its places point.
#[derive(Serialize)]
struct Seen<'v> {
    text: &'v str,
    #[serde(flatten)]
    verdict: &'v Verdict,
}

fn one(args: &CheckArgs, terminal: &Terminal) -> Result<Code, AppError> {
    let count = args.text.len();
    if count > 1 && args.text.iter().all(|text| names_a_file(text)) {
        let message = Message::new("filter-one-file").with("count", count);
        return Err(AppError::Refused(message));
    }
    // Quotation marks are easily forgotten: words that were typed one by one are one message.
    let typed = (!args.text.is_empty()).then(|| args.text.join(" "));
    let pasted = match (&args.image, &typed) {
        (Some(image), _) => Pasted {
            text: check::read_image(image)?,
            damaged: false,
        },
        (None, Some(text)) => given(text)?,
        (None, None) if !io::stdin().is_terminal() => given("-")?,
        (None, None) => return Err(AppError::Refused(Message::new("filter-no-text"))),
    };
    if pasted.damaged {
        terminal.say(&Message::new("filter-damaged"));
    }
    if pasted
        .text
        .chars()
        .all(|c| c.is_whitespace() || c == '\u{feff}')
    {
        return Err(AppError::Refused(Message::new("filter-no-text")));
    }
    let filter = load(&args.with, terminal)?;
    let verdict = filter.checker().check(&pasted.text);
    let text = pasted.text.as_str();
    if args.json && args.image.is_some() {
        let verdict = &verdict;
        return Ok(print_json(&Seen { text, verdict }, true));
    }
    if args.json {
        return Ok(print_json(&verdict, true));
    }
    if args.image.is_some() {
        terminal.say(&Message::new("filter-read").with("text", shortened(text, 200)));
    }
    let written_out = filter.written_out(text);
    Ok(print(&for_people(
        &verdict,
        text,
        &written_out,
        terminal.words(),
    )))
}

fn stream(args: &CheckArgs, terminal: &Terminal, cancel: &Cancel) -> Result<Code, AppError> {
    let filter = load(&args.with, terminal)?;
    let input = args.jsonl.clone().unwrap_or_else(|| PathBuf::from("-"));
    let read: Box<dyn io::BufRead> = if input == Path::new("-") {
        Box::new(BufReader::new(io::stdin()))
    } else {
        Box::new(BufReader::new(opened(&input)?))
    };
    let done = if args.keeps_results() {
        if is_same(&input, &args.output) {
            let message = Message::new("filter-output-same").with("path", args.output.display());
            return Err(AppError::Refused(message));
        }
        let mut file = Making::begin(&args.output).map_err(output_failed)?;
        let done = check::stream(&filter, read, &mut file, args.threads, cancel)?;
        if !done.unread {
            file.finish().map_err(output_failed)?;
        }
        done
    } else {
        let write = BufWriter::new(io::stdout());
        check::stream(&filter, read, write, args.threads, cancel)?
    };
    if done.unread {
        return Ok(FINE);
    }
    terminal.say(
        &Message::new("filter-streamed")
            .with("judged", done.judged)
            .with("flagged", done.flagged),
    );
    if done.damaged > 0 {
        terminal.say(&Message::new("filter-stream-damaged").with("count", done.damaged));
    }
    if done.unreadable > 0 {
        terminal.say(&Message::new("filter-stream-unreadable").with("count", done.unreadable));
        return Ok(MENDABLE);
    }
    Ok(FINE)
}

/// Whether results would replace the messages that they are about, which they do not hold: also through a link, and where
/// the shell opened the file as standard input.
fn is_same(input: &Path, output: &Path) -> bool {
    let input = if input == Path::new("-") {
        Path::new("/dev/stdin")
    } else {
        input
    };
    let real = |path: &Path| path.canonicalize().ok();
    real(output).is_some_and(|path| path.is_file() && Some(path) == real(input))
}

/// A file for reading; a folder can be opened too, but not read.
fn opened(path: &Path) -> Result<File, AppError> {
    let wrap = |source| AppError::read(path, source);
    let file = File::open(path).map_err(wrap)?;
    if file.metadata().map_err(wrap)?.is_dir() {
        return Err(wrap(io::ErrorKind::IsADirectory.into()));
    }
    Ok(file)
}

fn explain(id: &str, with: &FilterArgs, json: bool, terminal: &Terminal) -> Result<Code, AppError> {
    let told = load(with, terminal)?.explain(id)?;
    if json {
        return Ok(print_json(&told, true));
    }
    let label = told.label.map(|label| format!(", {}", label.key()));
    let mut out = format!(
        "{} ({}{})\n  {}\n  → {}",
        told.id,
        told.kind,
        label.unwrap_or_default(),
        told.reason,
        told.advice
    );
    let since = told.since.as_deref();
    let since = since.map(|date| terminal.words().label("claim-since", &[("date", date)]));
    for line in [since, told.source, told.url].into_iter().flatten() {
        out.push_str(&format!("\n  {line}"));
    }
    for example in &told.examples {
        out.push_str(&format!("\n  · {example}"));
    }
    Ok(print(&out))
}

#[derive(Deserialize)]
struct Line {
    text: String,
}

fn bench(
    jsonl: Option<&Path>,
    scale: Option<usize>,
    seconds: f64,
    with: &FilterArgs,
    terminal: &Terminal,
) -> Result<Code, AppError> {
    let filter = load(with, terminal)?;
    let texts: Vec<String> = match jsonl {
        Some(path) => io::BufRead::lines(BufReader::new(opened(path)?))
            .map_while(Result::ok)
            .filter_map(|l| serde_json::from_str::<Line>(&l).ok())
            .map(|l| l.text)
            .collect(),
        None => filter.examples(),
    };
    let code = print_json(
        &check::bench(&filter, &texts, seconds.clamp(0.1, 600.0)),
        true,
    );
    match scale {
        Some(claims) => Ok(print_json(&check::scale(claims.min(20_000_000)), true)),
        None => Ok(code),
    }
}

fn comments(report: &check::CommentsReport, json: bool, terminal: &Terminal) -> Code {
    if json {
        return print_json(report, true);
    }
    let words = terminal.words();
    for row in &report.hide {
        let sure = match row.certainty {
            Certainty::Yakin => "certainty-sure",
            _ => "certainty-wary",
        };
        print(&format!(
            "{:>5}  {:<6} {:<8} {}{}\n       {}",
            row.line,
            row.label.key(),
            words.label(sure, &[]),
            if row.author.is_empty() {
                String::new()
            } else {
                format!("{}: ", shortened(&row.author, 30))
            },
            shortened(&row.text, 100),
            row.reasons.join("; "),
        ));
    }
    report.notes().iter().for_each(|note| terminal.say(note));
    terminal.say(
        &Message::new("comments-done")
            .with("hide", report.hide.len())
            .with("comments", report.comments)
            .with("allowed", report.allowed),
    );
    FINE
}

/// Where examples are kept when nothing else was said: the data folder of the person.
#[expect(
    clippy::disallowed_methods,
    reason = "the binary is where configuration is read"
)]
fn default_store() -> PathBuf {
    let folder = std::env::var("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or_else(|_| std::env::var("HOME").map(|home| Path::new(&home).join(".local/share")))
        .unwrap_or_default();
    folder.join("naikkelas").join("keliru.jsonl")
}

fn feedback(command: FeedbackCommand, terminal: &Terminal) -> Result<Code, AppError> {
    match command {
        FeedbackCommand::Add {
            text,
            label,
            consent,
            store,
            with,
        } => {
            let label = Label::parse(&label).ok_or_else(|| {
                AppError::Refused(Message::new("feedback-label").with("label", label))
            })?;
            let store = store.unwrap_or_else(default_store);
            let pasted = given(&text)?;
            let kept = check::add_feedback(
                &load(&with, terminal)?,
                &store,
                &pasted.text,
                label,
                consent,
                today(),
            )?;
            terminal.say(
                &Message::new("feedback-kept")
                    .with("path", store.display())
                    .with("text", shortened(&kept.text, PIECE)),
            );
            Ok(FINE)
        }
        FeedbackCommand::Export { store, .. } => {
            let store = store.unwrap_or_else(default_store);
            let lines = check::export_feedback(&store)?;
            if lines.is_empty() {
                terminal.say(&Message::new("feedback-none").with("path", store.display()));
                return Ok(FINE);
            }
            Ok(print(lines.trim_end()))
        }
    }
}
