//! `naikkelas cutout` and `naikkelas retouch`.

use std::path::{Path, PathBuf};

use naik_app::cutout::{self, CutoutDone, CutoutOptions, Guidance, RetouchDone};
use naik_app::error::AppError;
use naik_app::output;
use naik_app::progress::{Cancel, Step, Watch};
use naik_core::message::Message;

use serde::Serialize;

use super::{Code, FINE, MENDABLE, fail, print_json, terminal};
use crate::args::{CutoutArgs, RetouchArgs};
use crate::terminal::Terminal;

/// Cuts each photo; what fails is told, the others are still done.
pub(crate) fn cutout(args: &CutoutArgs, cancel: &Cancel) -> Code {
    let terminal = terminal(args.lang);
    match cutout_options(args) {
        Ok(options) => each(
            &terminal,
            &args.files,
            &args.out,
            args.json,
            cancel,
            |path| cutout::file(path, &options),
        ),
        Err(error) => fail(&terminal, &error),
    }
}

fn cutout_options(args: &CutoutArgs) -> Result<CutoutOptions, AppError> {
    let strokes = |texts: &[String]| {
        texts
            .iter()
            .map(|text| cutout::stroke(text, args.brush))
            .collect::<Result<Vec<_>, _>>()
    };
    let guidance = Guidance {
        keep: strokes(&args.keep)?,
        remove: strokes(&args.remove)?,
        frame: args.frame.as_deref().map(cutout::frame).transpose()?,
    };
    let prior = args.model.as_deref().map(cutout::model).transpose()?;
    Ok(CutoutOptions {
        out: args.out.clone(),
        mask: args.mask,
        guidance,
        prior,
    })
}

/// Mends each photo; what fails is told, the others are still done.
pub(crate) fn retouch(args: &RetouchArgs, cancel: &Cancel) -> Code {
    let terminal = terminal(args.lang);
    each(
        &terminal,
        &args.files,
        &args.out,
        args.json,
        cancel,
        |path| cutout::retouch_file(path, &args.out, &args.without),
    )
}

/// What a verb made of one photo.
trait Made: Serialize {
    /// What its owner should know.
    fn notes(&self) -> &[Message];
}

impl Made for CutoutDone {
    fn notes(&self) -> &[Message] {
        &self.notes
    }
}

impl Made for RetouchDone {
    fn notes(&self) -> &[Message] {
        &self.notes
    }
}

/// Does one verb for each file, in order, and tells how it went.
fn each<T: Made>(
    terminal: &Terminal,
    files: &[PathBuf],
    out: &Path,
    json: bool,
    cancel: &Cancel,
    verb: impl Fn(&Path) -> Result<T, AppError>,
) -> Code {
    if let Err(error) = output::writable(out) {
        return fail(terminal, &error);
    }
    let total = files.len() as u64;
    let mut code = FINE;
    let mut done = 0_u64;
    let mut taken = cutout::Taken::default();
    for (index, path) in files.iter().enumerate() {
        if cancel.asked() {
            terminal.clear();
            return fail(terminal, &AppError::Cancelled);
        }
        terminal.at(Step::Photos, index as u64, total);
        let made = match taken.take(path) {
            // The same photo named twice.
            Ok(false) => continue,
            Ok(true) => verb(path),
            Err(error) => Err(error),
        };
        match made {
            Ok(made) => {
                done += 1;
                for note in made.notes() {
                    terminal.note(path, note);
                }
                if json {
                    code = code.max(print_json(&made, false));
                }
            }
            // Where one can't be written, none can.
            Err(error @ AppError::Write { .. }) => {
                terminal.clear();
                return fail(terminal, &error);
            }
            Err(error) => {
                terminal.failed(path, &error);
                code = code.max(MENDABLE);
            }
        }
    }
    terminal.clear();
    if !json {
        terminal.say(
            &Message::new("done-written")
                .with("count", done)
                .with("path", out.display()),
        );
    }
    code
}
