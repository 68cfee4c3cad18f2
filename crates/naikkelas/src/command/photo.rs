//! `naikkelas cutout` and `naikkelas retouch`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use naik_app::cutout::{self, CutoutOptions, Guidance};
use naik_app::error::AppError;
use naik_app::progress::{Cancel, Step, Watch};
use naik_core::message::Message;

use serde::Serialize;

use super::{MENDABLE, fail, print_json, terminal};
use crate::args::{CutoutArgs, RetouchArgs};
use crate::terminal::Terminal;

/// Cuts each photo; what fails is told, the others are still done.
pub(crate) fn cutout(args: &CutoutArgs, cancel: &Cancel) -> ExitCode {
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
pub(crate) fn retouch(args: &RetouchArgs, cancel: &Cancel) -> ExitCode {
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

/// Does one verb for each file, in order, and tells how it went.
fn each<T: Serialize>(
    terminal: &Terminal,
    files: &[PathBuf],
    out: &Path,
    json: bool,
    cancel: &Cancel,
    verb: impl Fn(&Path) -> Result<T, AppError>,
) -> ExitCode {
    if let Err(error) = cutout::all_different(files) {
        return fail(terminal, &error);
    }
    let total = files.len() as u64;
    let mut code = ExitCode::SUCCESS;
    let mut done = 0_u64;
    for (index, path) in files.iter().enumerate() {
        if cancel.asked() {
            return fail(terminal, &AppError::Cancelled);
        }
        terminal.at(Step::Photos, index as u64, total);
        match verb(path) {
            Ok(result) => {
                done += 1;
                if json {
                    print_json(&result, false);
                }
            }
            Err(error) => {
                terminal.failed(path, &error);
                code = ExitCode::from(MENDABLE);
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
