//! Talk on standard error: progress, messages and questions. Standard output is left to data.

use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use naik_app::progress::{Step, Watch};
use naik_app::words::Words;
use naik_core::kit::{Finding, Gravity};
use naik_core::message::{Explain, Message};

/// Whether an answer is awaited: nothing is in the making then, and Ctrl-C may end the program at once.
static ASKING: AtomicBool = AtomicBool::new(false);

/// Ends the line on which something was being typed, so that the shell starts on its own.
pub(crate) fn leave() {
    if is_asking() {
        // The program ends here, whether this can be written or not.
        drop(writeln!(io::stderr()));
    }
}

/// Whether the program waits for an answer.
pub(crate) fn is_asking() -> bool {
    ASKING.load(Ordering::Relaxed)
}

/// Writes to people in their language.
pub(crate) struct Terminal {
    words: Words,
    bars: Option<(MultiProgress, Mutex<BTreeMap<&'static str, ProgressBar>>)>,
}

impl Terminal {
    /// Talks with progress bars when standard error is a terminal, and without them elsewhere.
    pub(crate) fn new(words: Words) -> Self {
        let bars = io::stderr()
            .is_terminal()
            .then(|| (MultiProgress::new(), Mutex::new(BTreeMap::new())));
        Self { words, bars }
    }

    pub(crate) fn words(&self) -> &Words {
        &self.words
    }

    /// Whether questions can be asked and answered here.
    pub(crate) fn can_ask() -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Says one sentence.
    pub(crate) fn say(&self, message: &Message) {
        self.line(&self.words.say(message).text);
    }

    /// Says what went wrong and what to do next.
    pub(crate) fn complain(&self, error: &impl Explain) {
        let said = self.words.say(&error.explain());
        self.marked("✗", &said.text, said.hint.as_deref().unwrap_or_default());
    }

    /// Says which photo failed, why, and what to do next.
    pub(crate) fn failed(&self, path: &Path, error: &impl Explain) {
        self.about("✗", path, &error.explain());
    }

    /// Says something that is good to know of a photo.
    pub(crate) fn note(&self, path: &Path, note: &Message) {
        self.about("·", path, note);
    }

    fn about(&self, sign: &str, path: &Path, message: &Message) {
        let said = self.words.say(message);
        let name = path.display().to_string();
        let text = if said.text.contains(&name) {
            said.text
        } else {
            format!("{name}: {}", said.text)
        };
        self.marked(sign, &text, said.hint.as_deref().unwrap_or_default());
    }

    /// Says a finding, with a sign for its gravity.
    pub(crate) fn finding(&self, finding: &Finding) {
        let sign = match finding.gravity {
            Gravity::Note => "·",
            Gravity::Mend => "!",
            Gravity::Failed => "✗",
        };
        self.marked(sign, &finding.text, &finding.hint);
    }

    fn marked(&self, sign: &str, text: &str, hint: &str) {
        self.line(&format!("{sign} {text}"));
        if !hint.is_empty() {
            self.line(&format!("  → {hint}"));
        }
    }

    fn line(&self, text: &str) {
        let written = match &self.bars {
            Some((bars, _)) => bars.println(text),
            None => writeln!(io::stderr(), "{text}"),
        };
        // A closed standard error is no reason to stop the work.
        drop(written);
    }

    /// Asks one question; `None` when it is skipped or the input ends.
    pub(crate) fn ask(&self, question: &str) -> Option<String> {
        let mut err = io::stderr();
        write!(err, "  {question} ")
            .and_then(|()| err.flush())
            .ok()?;
        let mut answer = String::new();
        ASKING.store(true, Ordering::Relaxed);
        let read = io::stdin().lock().read_line(&mut answer);
        ASKING.store(false, Ordering::Relaxed);
        read.ok()?;
        let answer = answer.trim();
        (!answer.is_empty()).then(|| answer.to_owned())
    }

    /// Removes the bars, so that what follows stands below the talk.
    pub(crate) fn clear(&self) {
        if let Some((bars, _)) = &self.bars {
            // As in `line`: nothing depends on it.
            drop(bars.clear());
        }
    }
}

impl Watch for Terminal {
    fn at(&self, step: Step, done: u64, total: u64) {
        let Some((bars, by_step)) = &self.bars else {
            return;
        };
        let Ok(mut by_step) = by_step.lock() else {
            return;
        };
        let bar = by_step.entry(step.key()).or_insert_with(|| {
            let bar = bars.add(ProgressBar::new(total));
            if let Ok(style) = ProgressStyle::with_template("  {prefix:<12} {bar:24} {pos}/{len}") {
                bar.set_style(style.progress_chars("━━╌"));
            }
            bar.set_prefix(self.words.label(&format!("step-{}", step.key()), &[]));
            bar
        });
        bar.set_length(total);
        bar.set_position(done);
    }
}
