//! ffmpeg and espeak-ng, where they are installed.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use naik_connect::tool::{Encode, Encoding, Ffmpeg, Rate, Sound, Speech, Tool, ToolError, Voice};
use naik_core::lang::Lang;
use naik_core::message::Explain;

fn ffmpeg() -> Option<Ffmpeg> {
    let found = Ffmpeg::find();
    if let Err(error) = &found {
        println!("SKIPPED: {error}");
    }
    found.ok()
}

/// A moving grey ramp.
fn fill(encoding: &mut Encoding, options: &Encode<'_>, frames: u32) -> Result<(), ToolError> {
    for number in 0..frames {
        let mut frame = vec![128; options.frame_bytes()];
        let luma = (options.width * options.height) as usize;
        for (index, byte) in frame.iter_mut().take(luma).enumerate() {
            *byte = u8::try_from(16 + (index + 4 * number as usize) % options.width as usize % 200)
                .unwrap();
        }
        encoding.write(&frame)?;
    }
    Ok(())
}

fn make(tool: &Ffmpeg, out: &Path, audio: Option<&Sound>) {
    let mut options = Encode::new(192, 108, out);
    options.audio = audio;
    let mut encoding = tool.encode(&options).unwrap();
    fill(&mut encoding, &options, 60).unwrap();
    encoding.finish().unwrap();
}

#[test]
fn a_video_is_whole_and_the_same_each_time() {
    let Some(tool) = ffmpeg() else { return };
    let folder = tempfile::tempdir().unwrap();
    let tone = Sound {
        rate: 22_050,
        samples: (0..22_050).map(|n| (n as f32 * 0.06).sin() * 0.3).collect(),
    };
    let (first, second) = (folder.path().join("a.mp4"), folder.path().join("-b.mp4"));
    make(&tool, &first, Some(&tone));
    make(&tool, &second, Some(&tone));
    let bytes = fs::read(&first).unwrap();
    assert_eq!(bytes, fs::read(&second).unwrap());
    // The index stands before the pictures, so that it plays while it loads.
    let find = |name: &[u8]| bytes.windows(4).position(|window| window == name).unwrap();
    assert!(find(b"moov") < find(b"mdat"));
    // Nothing but the videos is left.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn a_dropped_video_leaves_nothing() {
    let Some(tool) = ffmpeg() else { return };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.mp4");
    let options = Encode::new(64, 64, &out);
    let mut encoding = tool.encode(&options).unwrap();
    fill(&mut encoding, &options, 3).unwrap();
    assert!(matches!(
        encoding.write(&[0; 5]),
        Err(ToolError::FrameSize { .. })
    ));
    drop(encoding);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn failures_say_why() {
    let Some(tool) = ffmpeg() else { return };
    let out = Path::new("/nowhere/at/all/a.mp4");
    let mut options = Encode::new(640, 640, out);
    options.rate = Rate::Kilobits(500);
    let mut encoding = tool.encode(&options).unwrap();
    let result = fill(&mut encoding, &options, 30).and_then(|()| encoding.finish());
    let Err(ToolError::Failed { last, .. }) = result else {
        panic!("{result:?}")
    };
    assert!(last.contains("No such file"), "{last}");
    assert!(matches!(
        tool.encode(&Encode::new(63, 64, out)),
        Err(ToolError::Shape { .. })
    ));
}

#[test]
fn a_tool_that_is_not_there_is_missing() {
    let error = Ffmpeg::at(OsStr::new("ffmpeg-that-is-not-there")).unwrap_err();
    assert!(matches!(error, ToolError::Missing { tool: Tool::Ffmpeg }));
    assert_eq!(error.explain().key, "tool-missing");
    assert!(matches!(
        Voice::at(OsStr::new("/nowhere/espeak-ng")),
        Err(ToolError::Missing { .. })
    ));
}

#[test]
fn the_voice_speaks_and_texts_are_never_options() {
    let Ok(voice) = Voice::find() else {
        println!("SKIPPED: espeak-ng is not installed");
        return;
    };
    let speak = |text: &str| voice.speak(text, Lang::Id, &Speech::default()).unwrap();
    let sound = speak("Keripik tempe renyah, dibuat dari kedelai pilihan.");
    assert!((1.5..8.0).contains(&sound.seconds()), "{}", sound.seconds());
    assert!(sound.samples.iter().any(|sample| sample.abs() > 0.1));
    assert_eq!(
        sound,
        speak("Keripik tempe renyah, dibuat dari kedelai pilihan.")
    );
    for text in ["--help", "$(date)", "", "🔥", "<speak>&"] {
        assert!(speak(text).seconds() < 20.0, "{text}");
    }
}
