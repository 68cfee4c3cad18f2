//! The built-in voice: espeak-ng, which speaks Indonesian on any machine and offline.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::process::Stdio;
use std::sync::LazyLock;
use std::time::Duration;

use naik_core::lang::Lang;

use super::child::{Leashed, answer};
use super::{Sound, Tool, ToolError, ask, command, last_lines, not_started};

/// The longest text that is spoken at once, in characters: about ten minutes.
const TEXT_MAX: usize = 10_000;
/// How long one text may take; espeak-ng speaks a hundred times faster than people.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a text is spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Words per minute, 80 to 450.
    pub speed: u16,
    /// Height of the voice, 0 to 99.
    pub pitch: u8,
    /// Which of espeak-ng's voice variants, `f3` for example.
    pub variant: &'static str,
}

impl Default for Speech {
    /// Calm, at the pace of a market seller who wants to be understood.
    fn default() -> Self {
        Self {
            speed: 150,
            pitch: 45,
            variant: "f3",
        }
    }
}

/// A voice found on this machine.
#[derive(Clone, Debug)]
pub struct Voice {
    program: OsString,
    version: String,
}

impl Voice {
    /// Looks for espeak-ng where programs are.
    ///
    /// # Errors
    /// When it is not installed or does not start.
    pub fn find() -> Result<Self, ToolError> {
        Self::at(OsStr::new(Tool::EspeakNg.name()))
    }

    /// Uses the espeak-ng of a certain name or path.
    ///
    /// # Errors
    /// When it is not there or does not start.
    pub fn at(program: &OsStr) -> Result<Self, ToolError> {
        // `eSpeak NG text-to-speech: 1.51  Data at: ...`
        let said = ask(Tool::EspeakNg, program, "--version")?;
        let version = said
            .split_whitespace()
            .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .ok_or_else(|| ToolError::Failed {
                tool: Tool::EspeakNg,
                last: last_lines(&said),
            })?;
        Ok(Self {
            program: program.to_owned(),
            version: version.to_owned(),
        })
    }

    /// Its version: `1.51`.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Speaks a text. Javanese copy carries Indonesian facts, so it is read by the Indonesian voice.
    ///
    /// # Errors
    /// When espeak-ng fails, gives no sound, or takes more than a minute.
    pub fn speak(&self, text: &str, lang: Lang, speech: &Speech) -> Result<Sound, ToolError> {
        let tool = Tool::EspeakNg;
        let language = match lang {
            Lang::Id | Lang::Jv => "id",
            Lang::En => "en-us",
        };
        let (text, _) = crate::clean::line(text, TEXT_MAX);
        // Square brackets would start phonemes.
        let text = text.replace(['[', ']'], " ");
        let text = if language == "id" {
            respelled(&text)
        } else {
            text
        };
        let child = command(&self.program)
            .args(["-v", &format!("{language}+{}", speech.variant)])
            .args(["-s", &speech.speed.clamp(80, 450).to_string()])
            .args(["-p", &speech.pitch.min(99).to_string()])
            // UTF-8 text over standard input, a WAV file on standard output.
            .args(["-b", "1", "--stdin", "--stdout"])
            .stdin(Stdio::piped())
            .spawn()
            .map(Leashed)
            .map_err(|e| not_started(tool, e))?;
        let line = format!("{text}\n");
        let wav = answer(child, tool, line.as_bytes(), PATIENCE)?;
        Sound::from_wav(&wav).map_err(|source| ToolError::NotSound { tool, source })
    }
}

/// Words that the Indonesian voice says wrongly, with the sounds that it should make.
static SOUNDS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    include_str!("../../data/voice.id.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// The text with the sounds of those words in espeak-ng's own notation, `[[...]]`. The ending `-nya` is known too.
fn respelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphabetic();
        let end = rest
            .find(|c: char| c.is_alphabetic() != is_word)
            .unwrap_or(rest.len());
        let (part, tail) = rest.split_at(end);
        rest = tail;
        let word = part.to_lowercase();
        let sound = SOUNDS.get(word.as_str()).map(|sound| (*sound).to_owned());
        let sound = sound.or_else(|| {
            SOUNDS
                .get(word.strip_suffix("nya")?)
                .map(|sound| format!("{sound}n^a"))
        });
        match sound {
            Some(sound) if is_word => {
                out.push_str("[[");
                out.push_str(&sound);
                out.push_str("]]");
            }
            _ => out.push_str(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_said_wrongly_get_their_sounds() {
        for (text, wanted) in [
            ("Tempe, renyahnya!", "[[t'empe]], [[r@n^'ahn^a]]!"),
            ("gurih 250 g", "gurih 250 g"),
            ("ꦠꦺꦩ꧀ꦥꦺ", "ꦠꦺꦩ꧀ꦥꦺ"),
        ] {
            assert_eq!(respelled(text).replace("R2", "r"), wanted);
        }
        assert!(SOUNDS.len() > 100);
    }
}
