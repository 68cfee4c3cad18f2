//! Programs found on the machine: ffmpeg, espeak-ng and tesseract.
//!
//! The only place of the house that starts a child process. Arguments are
//! handed over as a list, never through a shell; texts go over standard input;
//! a child never outlives the value that started it.

mod child;
mod ffmpeg;
mod sound;
mod tesseract;
mod voice;

use std::ffi::OsStr;
use std::io;
use std::process::{Command, Stdio};

use naik_core::message::{Explain, Message};

pub use ffmpeg::{Encode, Encoding, Ffmpeg, Preset, Rate};
pub use sound::{Sound, WavError};
pub use tesseract::Tesseract;
pub use voice::{Speech, Voice};

/// A program that we use when it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Encodes video.
    Ffmpeg,
    /// Speaks.
    EspeakNg,
    /// Reads writing on pictures.
    Tesseract,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ffmpeg, Self::EspeakNg, Self::Tesseract];

    /// The program's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ffmpeg => "ffmpeg",
            Self::EspeakNg => "espeak-ng",
            Self::Tesseract => "tesseract",
        }
    }

    /// Its Debian package, or packages.
    pub fn package(self) -> &'static str {
        match self {
            Self::Tesseract => "tesseract-ocr tesseract-ocr-ind",
            other => other.name(),
        }
    }
}

/// Why a tool did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum ToolError {
    /// It is not on this machine.
    #[error("`{}` is not installed", tool.name())]
    Missing {
        /// Which.
        tool: Tool,
    },
    /// It is there, without a part that we need.
    #[error("`{}` was built without {part}", tool.name())]
    Lacks {
        /// Which.
        tool: Tool,
        /// What it lacks.
        part: &'static str,
    },
    /// It stopped with an error.
    #[error("`{}` failed: {last}", tool.name())]
    Failed {
        /// Which.
        tool: Tool,
        /// The last lines that it wrote.
        last: String,
    },
    /// The disk is full.
    #[error("`{}` found no space left on the disk", tool.name())]
    DiskFull {
        /// Which.
        tool: Tool,
    },
    /// It took too long and was ended.
    #[error("`{}` did not finish within {seconds} s", tool.name())]
    TooSlow {
        /// Which.
        tool: Tool,
        /// How long it was given.
        seconds: u64,
    },
    /// It could not be started, or a file that it needs could not be written.
    #[error("`{}`: {source}", tool.name())]
    Io {
        /// Which.
        tool: Tool,
        /// Why.
        source: io::Error,
    },
    /// A frame has not the size that was announced.
    #[error("a frame has {found} bytes instead of {wanted}")]
    FrameSize {
        /// Bytes of a frame.
        wanted: usize,
        /// Bytes that came.
        found: usize,
    },
    /// What it gave is no sound.
    #[error("`{}` gave no sound: {source}", tool.name())]
    NotSound {
        /// Which.
        tool: Tool,
        /// Why.
        source: WavError,
    },
    /// The size or rate asked for can't be encoded.
    #[error("{width}x{height} at {fps} frames per second can't be encoded")]
    Shape {
        /// Pixels; must be even and above 0.
        width: u32,
        /// Pixels; must be even and above 0.
        height: u32,
        /// Frames per second; above 0.
        fps: u32,
    },
}

impl Explain for ToolError {
    fn explain(&self) -> Message {
        let named = |key: &str, tool: &Tool| {
            Message::new(key)
                .with("tool", tool.name())
                .with("package", tool.package())
        };
        match self {
            Self::Missing { tool } => named("tool-missing", tool),
            Self::Lacks { tool, part } => named("tool-lacks", tool).with("part", part),
            Self::Failed { tool, last } => named("tool-failed", tool).with("last", last),
            Self::DiskFull { tool } => named("tool-disk-full", tool),
            Self::TooSlow { tool, seconds } => {
                named("tool-too-slow", tool).with("seconds", seconds)
            }
            Self::Io { tool, source } => named("tool-failed", tool).with("last", source),
            Self::NotSound { tool, source } => named("tool-failed", tool).with("last", source),
            Self::FrameSize { wanted, found } => Message::new("tool-frame-size")
                .with("wanted", wanted)
                .with("found", found),
            Self::Shape { width, height, fps } => Message::new("tool-shape")
                .with("width", width)
                .with("height", height)
                .with("fps", fps),
        }
    }
}

/// A child process without a terminal.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place where child processes start"
)]
fn command(program: &OsStr) -> Command {
    let mut command = Command::new(program);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A failed start: a program that is not there is missing, everything else is an error of its own.
fn not_started(tool: Tool, source: io::Error) -> ToolError {
    match source.kind() {
        io::ErrorKind::NotFound => ToolError::Missing { tool },
        _ => ToolError::Io { tool, source },
    }
}

/// What a program says of itself when asked by `argument`.
fn ask(tool: Tool, program: &OsStr, argument: &str) -> Result<String, ToolError> {
    let output = command(program)
        .arg(argument)
        .output()
        .map_err(|e| not_started(tool, e))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The last three lines that say something, as one line.
fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let start = lines.len().saturating_sub(3);
    let (text, _) = crate::clean::line(&lines.get(start..).unwrap_or_default().join(" | "), 400);
    text
}
