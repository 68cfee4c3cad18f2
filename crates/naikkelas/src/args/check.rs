//! What can be typed after `naikkelas check` and `naikkelas train`.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::LangArg;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct CheckArgs {
    #[command(subcommand)]
    pub(crate) command: Option<CheckCommand>,
    /// The message, a file with it, or `-` for standard input
    #[arg(value_name = "TEXT|FILE|-")]
    pub(crate) text: Vec<String>,
    /// Judge many messages: one `{"id", "text"}` a line; `-` reads standard input
    #[arg(long, value_name = "IN", conflicts_with_all = ["text", "image"])]
    pub(crate) jsonl: Option<PathBuf>,
    /// Where the verdicts go, one a line; `-` prints them
    #[arg(long, short, default_value = "-", value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// Threads; 0 is one for each core, four for each are the most
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub(crate) threads: usize,
    /// A screenshot: its writing is read first
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub(crate) image: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) with: FilterArgs,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

impl CheckArgs {
    /// Whether results go into a file.
    pub(crate) fn keeps_results(&self) -> bool {
        self.output != Path::new("-")
    }

    /// Whether a file of results is made from another file: long work of which nothing half done may stay. Standard input is
    /// waited for, and may be left at once.
    pub(crate) fn is_long(&self) -> bool {
        self.keeps_results() && self.jsonl.as_deref().is_some_and(|i| i != Path::new("-"))
    }
}

/// What was typed, with texts behind `--` that begin with a dash and hold a space, as messages with a list do: no option is
/// written so.
pub(crate) fn with_dashed_texts(typed: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let typed: Vec<OsString> = typed.collect();
    let is_check = typed.get(1).is_some_and(|word| word == "check");
    let has_texts = !typed.iter().any(|word| {
        // Texts stand behind it already; with many messages in a file there are none.
        word == "--" || word.to_string_lossy().starts_with("--jsonl")
    });
    if !is_check || !has_texts {
        return typed;
    }
    let (texts, mut words): (Vec<_>, Vec<_>) =
        typed.into_iter().partition(|word| is_dashed_text(word));
    if !texts.is_empty() {
        words.push("--".into());
        words.extend(texts);
    }
    words
}

fn is_dashed_text(word: &OsStr) -> bool {
    let word = word.to_string_lossy();
    // `--image=foto saya.png`
    let is_option = word.strip_prefix("--").is_some_and(|rest| {
        rest.split_once('=')
            .is_some_and(|(name, _)| !name.contains(char::is_whitespace))
    });
    word.starts_with('-') && word.contains(char::is_whitespace) && !is_option
}

/// What the filter is to know.
#[derive(Debug, Default, Args)]
pub(crate) struct FilterArgs {
    /// Fact-checks to know beside our own: ClaimReview JSON-LD or CSV; may be given again
    #[arg(long, value_name = "FEED")]
    pub(crate) claims: Vec<PathBuf>,
    /// A model to use instead of the built-in one (see `naikkelas train filter`)
    #[arg(long, value_name = "FILE.bin")]
    pub(crate) model: Option<PathBuf>,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CheckCommand {
    /// Say what a rule or a known claim is
    Explain {
        /// Its name, as verdicts give it
        id: String,
        #[command(flatten)]
        with: FilterArgs,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Measure how fast messages are judged here, on one core
    Bench {
        /// Messages: one `{"text"}` a line; without it, the examples of our own rules
        #[arg(long, value_name = "IN")]
        jsonl: Option<PathBuf>,
        /// Also search among this many made claims
        #[arg(long, value_name = "N")]
        scale: Option<usize>,
        /// Seconds to measure
        #[arg(long, default_value_t = 3.0)]
        seconds: f64,
        #[command(flatten)]
        with: FilterArgs,
    },
    /// List the comments of a shop that should be hidden, and why; nothing is hidden by itself
    Comments {
        /// An export of YouTube, Instagram or TikTok, or one comment a line
        file: PathBuf,
        /// Names of writers (`@name`) and words whose comments pass
        #[arg(long, value_delimiter = ',', value_name = "NAMES")]
        allow: Vec<String>,
        /// The same from a file, one a line
        #[arg(long, value_name = "FILE")]
        allow_file: Option<PathBuf>,
        #[command(flatten)]
        with: FilterArgs,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Keep wrong verdicts as examples, on this machine alone
    #[command(subcommand)]
    Feedback(FeedbackCommand),
}

#[derive(Debug, Subcommand)]
pub(crate) enum FeedbackCommand {
    /// Say that a verdict was wrong
    Add {
        /// The message, a file with it, or `-` for standard input
        #[arg(value_name = "TEXT|FILE|-")]
        text: String,
        /// What it really is: fine, judol, scam, hoax, abuse
        #[arg(long, value_name = "LABEL")]
        label: String,
        /// I agree that the message is kept here, with numbers masked, and handed on when I export it
        #[arg(long)]
        consent: bool,
        /// Where examples are kept
        #[arg(long, value_name = "FILE")]
        store: Option<PathBuf>,
        #[command(flatten)]
        with: FilterArgs,
    },
    /// Print the kept examples, one JSON object a line
    Export {
        /// Where examples are kept
        #[arg(long, value_name = "FILE")]
        store: Option<PathBuf>,
        /// Language of messages
        #[arg(long, value_enum, default_value_t)]
        lang: LangArg,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum TrainCommand {
    /// Train the model of `naikkelas check`; the same inputs give the same bytes
    Filter {
        /// Which sources and texts (see `models/filter/inputs.toml`)
        #[arg(value_name = "INPUTS.toml")]
        inputs: PathBuf,
        /// Labelled rows, one `{"text", "label", "source"}` a line; may be given again
        #[arg(long, required = true, value_name = "FILE.jsonl")]
        rows: Vec<PathBuf>,
        /// Rows for calibration and thresholds; never learnt from
        #[arg(long, value_name = "FILE.jsonl")]
        dev: PathBuf,
        /// Where the model goes
        #[arg(long, short, value_name = "FILE.bin")]
        output: PathBuf,
        /// Learn from every source, for comparison only
        #[arg(long)]
        every_source: bool,
        /// Leave sources out
        #[arg(long, value_delimiter = ',', value_name = "SOURCES")]
        without: Vec<String>,
        /// Language of messages
        #[arg(long, value_enum, default_value_t)]
        lang: LangArg,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_begin_with_a_dash_are_no_options() {
        for (typed, wanted) in [
            (
                "check|- Selamat kak|--json",
                "check|--json|--|- Selamat kak",
            ),
            ("check|-Selamat kak", "check|--|-Selamat kak"),
            ("check|--image=foto saya.png", "check|--image=foto saya.png"),
            ("check|--|- a b|--json", "check|--|- a b|--json"),
            ("check|--jsonl|a|-o|- b c", "check|--jsonl|a|-o|- b c"),
            ("check|-", "check|-"),
            ("kit|--name|- a b", "kit|--name|- a b"),
            (
                "check|feedback|add|- a b|--label|fine",
                "check|feedback|add|--label|fine|--|- a b",
            ),
        ] {
            let typed = format!("naikkelas|{typed}");
            let words = with_dashed_texts(typed.split('|').map(OsString::from));
            let words: Vec<_> = words.iter().map(|w| w.to_string_lossy()).collect();
            assert_eq!(words.join("|"), format!("naikkelas|{wanted}"));
        }
    }
}
