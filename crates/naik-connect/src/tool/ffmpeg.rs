//! Frames and sound become an MP4 that every phone and app plays.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
use std::thread::{self, JoinHandle};

use super::{Sound, Tool, ToolError, ask, command, last_lines, not_started};

/// Threads of the encoder. Fixed, because x264 decides a little differently with another number,
/// and the same kit must have the same bytes on every machine.
///
/// Two threads that share each frame (`sliced-threads`) and a look ahead of six frames hold 1080x1920 in 180 MB;
/// with a frame for each thread it was 223 MB at the same CPU time, with four threads and ten frames 288 MB.
const THREADS: &str = "2";
/// Frames that the encoder looks ahead.
const LOOK_AHEAD: &str = "6";

/// How hard the encoder works: slower is smaller at the same quality.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// For previews.
    Ultrafast,
    /// Between preview and kit.
    Superfast,
    /// For kits.
    #[default]
    Veryfast,
    /// Half the speed of `Veryfast`.
    Medium,
}

impl Preset {
    fn name(self) -> &'static str {
        match self {
            Self::Ultrafast => "ultrafast",
            Self::Superfast => "superfast",
            Self::Veryfast => "veryfast",
            Self::Medium => "medium",
        }
    }
}

/// How large the picture's stream may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// Constant quality, 0 (lossless) to 51, with a ceiling of 12 Mbit/s.
    Quality(u8),
    /// Mean kilobits per second, 100 to 50 000.
    Kilobits(u32),
}

/// What is to be encoded.
#[derive(Clone, Debug)]
pub struct Encode<'a> {
    /// Pixels; even.
    pub width: u32,
    /// Pixels; even.
    pub height: u32,
    /// Frames per second.
    pub fps: u32,
    /// The file to write; an old one is replaced.
    pub out: &'a Path,
    /// One channel of sound; shorter sound ends in silence, longer sound is cut at the last frame.
    pub audio: Option<&'a Sound>,
    /// How hard to work.
    pub preset: Preset,
    /// How large.
    pub rate: Rate,
}

impl<'a> Encode<'a> {
    /// 30 frames per second in the quality of a kit, without sound.
    pub fn new(width: u32, height: u32, out: &'a Path) -> Self {
        Self {
            width,
            height,
            fps: 30,
            out,
            audio: None,
            preset: Preset::default(),
            rate: Rate::Quality(21),
        }
    }

    /// Bytes of one yuv420p frame: the luma plane and two quarter planes.
    pub fn frame_bytes(&self) -> usize {
        self.width as usize * self.height as usize * 3 / 2
    }

    /// ffmpeg's arguments, up to the output's path.
    fn arguments(&self, sound: Option<&Path>) -> Vec<OsString> {
        let mut list: Vec<OsString> = Vec::new();
        let mut add = |words: &str| list.extend(words.split(' ').map(OsString::from));
        add(
            "-hide_banner -nostdin -loglevel error -y -f rawvideo -pix_fmt yuv420p -color_range tv -colorspace bt709",
        );
        add(&format!(
            "-s {}x{} -framerate {} -i pipe:0",
            self.width, self.height, self.fps
        ));
        if let (Some(path), Some(sound)) = (sound, self.audio) {
            list.extend(
                format!("-f f32le -ar {} -ac 1 -i", sound.rate)
                    .split(' ')
                    .map(OsString::from),
            );
            // A path that starts with a dash or a protocol is still a file.
            let mut file = OsString::from("file:");
            file.push(path);
            list.push(file);
        }
        let mut add = |words: &str| list.extend(words.split(' ').map(OsString::from));
        add("-map 0:v");
        if sound.is_some() {
            // Padded with silence, then cut with the picture: the video decides how long the file is.
            add("-map 1:a -af apad -shortest -c:a aac -b:a 160k -ar 48000");
        }
        add(&format!(
            "-c:v libx264 -profile:v high -pix_fmt yuv420p -preset {} -threads {THREADS} -rc-lookahead {LOOK_AHEAD} -x264-params sliced-threads=1",
            self.preset.name()
        ));
        // Level 4.0 is the highest that cheap phones decode; it holds 1080x1920 at 30 frames per second.
        add(&format!(
            "-level:v 4.0 -g {} -bf 2",
            self.fps.saturating_mul(2)
        ));
        match self.rate {
            Rate::Quality(crf) => add(&format!("-crf {} -maxrate 12M -bufsize 24M", crf.min(51))),
            Rate::Kilobits(kilobits) => {
                let kilobits = kilobits.clamp(100, 50_000);
                add(&format!(
                    "-b:v {kilobits}k -maxrate {}k -bufsize {}k",
                    kilobits * 3 / 2,
                    kilobits * 2
                ));
            }
        }
        add("-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709");
        // No dates, no versions: the same frames give the same bytes.
        add(
            "-fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -movflags +faststart -f mp4",
        );
        list
    }
}

/// ffmpeg with libx264, found on this machine.
#[derive(Clone, Debug)]
pub struct Ffmpeg {
    program: OsString,
    version: String,
}

impl Ffmpeg {
    /// Looks for ffmpeg where programs are.
    ///
    /// # Errors
    /// When it is not installed, does not start, or can't write H.264.
    pub fn find() -> Result<Self, ToolError> {
        Self::at(OsStr::new(Tool::Ffmpeg.name()))
    }

    /// Uses the ffmpeg of a certain name or path.
    ///
    /// # Errors
    /// As [`Ffmpeg::find`].
    pub fn at(program: &OsStr) -> Result<Self, ToolError> {
        let tool = Tool::Ffmpeg;
        // `ffmpeg version 5.1.9-0+deb12u1 Copyright ...` and a line with its configuration.
        let said = ask(tool, program, "-version")?;
        let version = said
            .strip_prefix("ffmpeg version ")
            .and_then(|rest| rest.split_whitespace().next())
            .ok_or_else(|| ToolError::Failed {
                tool,
                last: last_lines(&said),
            })?
            .to_owned();
        if !ask(tool, program, "-encoders")?.contains(" libx264 ") {
            return Err(ToolError::Lacks {
                tool,
                part: "libx264",
            });
        }
        Ok(Self {
            program: program.to_owned(),
            version,
        })
    }

    /// Its version: `5.1.9-0+deb12u1`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Starts a video: H.264 High 4.0, yuv420p, BT.709, constant frame rate, AAC 160 kbit/s, index at the front.
    ///
    /// Sound goes through a temporary file beside the output, which is gone
    /// when the video is finished or dropped.
    ///
    /// # Errors
    /// When the size is odd, the folder can't be written, or ffmpeg does not start.
    pub fn encode(&self, options: &Encode<'_>) -> Result<Encoding, ToolError> {
        let tool = Tool::Ffmpeg;
        let io = |source| ToolError::Io { tool, source };
        let fits = |side: u32| (2..=4096).contains(&side) && side.is_multiple_of(2);
        if !fits(options.width) || !fits(options.height) || !(1..=120).contains(&options.fps) {
            return Err(ToolError::Shape {
                width: options.width,
                height: options.height,
                fps: options.fps,
            });
        }
        let sound = options
            .audio
            .map(|sound| SoundFile::write(options.out, sound))
            .transpose()
            .map_err(|e| match e.kind() {
                io::ErrorKind::StorageFull => ToolError::DiskFull { tool },
                _ => io(e),
            })?;
        let mut child = command(&self.program)
            .args(options.arguments(sound.as_ref().map(|file| file.0.as_path())))
            .arg(plain(options.out))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .map_err(|e| not_started(tool, e))?;
        let errors = child.stderr.take().map(|mut pipe| {
            thread::spawn(move || {
                let mut text = Vec::new();
                // What came before an error is still worth showing.
                drop(pipe.read_to_end(&mut text));
                String::from_utf8_lossy(&text).into_owned()
            })
        });
        Ok(Encoding {
            input: child.stdin.take(),
            child,
            errors,
            out: options.out.to_owned(),
            frame_bytes: options.frame_bytes(),
            finished: false,
            _sound: sound,
        })
    }
}

/// A path that ffmpeg takes for a file whatever it is called.
fn plain(path: &Path) -> OsString {
    let mut file = OsString::from("file:");
    file.push(path);
    file
}

/// A video in the making. Dropped before [`Encoding::finish`], ffmpeg is ended and the file removed.
#[derive(Debug)]
pub struct Encoding {
    child: Child,
    input: Option<ChildStdin>,
    errors: Option<JoinHandle<String>>,
    out: PathBuf,
    frame_bytes: usize,
    finished: bool,
    _sound: Option<SoundFile>,
}

impl Encoding {
    /// Adds one frame: planes Y, U, V of yuv420p, BT.709, limited range.
    ///
    /// # Errors
    /// When the frame has another size, or ffmpeg has ended; its last lines say why.
    pub fn write(&mut self, frame: &[u8]) -> Result<(), ToolError> {
        if frame.len() != self.frame_bytes {
            return Err(ToolError::FrameSize {
                wanted: self.frame_bytes,
                found: frame.len(),
            });
        }
        let written = match &mut self.input {
            Some(input) => input.write_all(frame),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        };
        match written {
            Ok(()) => Ok(()),
            // ffmpeg closed its end: why is in what it wrote last.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(self.failure()),
            Err(source) => Err(ToolError::Io {
                tool: Tool::Ffmpeg,
                source,
            }),
        }
    }

    /// Ends the video and waits until the file is whole.
    ///
    /// # Errors
    /// When ffmpeg fails; its last lines say why.
    pub fn finish(mut self) -> Result<(), ToolError> {
        drop(self.input.take());
        let status = self.child.wait().map_err(|source| ToolError::Io {
            tool: Tool::Ffmpeg,
            source,
        })?;
        if !status.success() {
            return Err(self.failure());
        }
        self.finished = true;
        Ok(())
    }

    /// Ends ffmpeg and tells what it said.
    fn failure(&mut self) -> ToolError {
        let tool = Tool::Ffmpeg;
        drop(self.input.take());
        drop(self.child.wait());
        let said = self
            .errors
            .take()
            .and_then(|thread| thread.join().ok())
            .unwrap_or_default();
        if said.contains("No space left on device") {
            ToolError::DiskFull { tool }
        } else {
            ToolError::Failed {
                tool,
                last: last_lines(&said),
            }
        }
    }
}

impl Drop for Encoding {
    fn drop(&mut self) {
        if !self.finished {
            // Each fails only when there is nothing left to end or remove.
            drop(self.child.kill());
            drop(self.child.wait());
            drop(fs::remove_file(&self.out));
        }
    }
}

/// The sound beside the output while it is needed.
#[derive(Debug)]
struct SoundFile(PathBuf);

impl SoundFile {
    fn write(out: &Path, sound: &Sound) -> io::Result<Self> {
        let mut name = OsString::from(".");
        name.push(out.file_name().unwrap_or(OsStr::new("video")));
        name.push(format!(".{}.f32le", std::process::id()));
        let file = Self(out.with_file_name(name));
        fs::write(&file.0, sound.f32le())?;
        Ok(file)
    }
}

impl Drop for SoundFile {
    fn drop(&mut self) {
        // Fails only when it is gone already.
        drop(fs::remove_file(&self.0));
    }
}
