//! The narrated video: a voice, a plan, frames, and an encoder.
//!
//! Without ffmpeg there is no video, without espeak-ng no voice; the rest of
//! the kit is made all the same and says what to install.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use naik_connect::listing;
use naik_connect::tool::{Encode, Encoding, Ffmpeg, Speech, ToolError, Voice};
use naik_core::kit::{Finding, Notice, Output, OutputKind};
use naik_core::message::{Explain, Message};
use naik_core::seed::Seed;
use naik_photo::encode;
use naik_photo::image::Rgb;
use naik_photo::scene::{Backdrop, Scene};
use naik_press::video::{self, FrameSink, Line, Shots, Shown, Sound, Storyboard, Timeline};
use naik_press::{Product, Waiting};
use rayon::prelude::*;

use super::Job;
use super::aside::Aside;
use super::copy::Copy;
use super::photos::{self, Pictures};
use super::posts;
use super::record::Entry;
use crate::error::AppError;
use crate::progress::Step;

/// The longer side of the pictures in it, in pixels.
const PICTURE_SIDE: u32 = 1600;
/// Width and height of scenes: the frame and a tenth more, to move in.
const SCENE: (u32, u32) = (1188, 2112);
/// How many pictures are shown between opening and end.
const PICTURES: usize = 5;
const VIDEO: &str = "video/video.mp4";
const SUBTITLES: &str = "video/video.srt";
const COVER: &str = "video/cover.jpg";

/// What came of it.
#[derive(Default)]
pub(crate) struct Film {
    pub(crate) outputs: Vec<Output>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) subtitles: Option<String>,
}

impl Film {
    /// The film as marketplaces check it, where one was made.
    pub(crate) fn video(&self) -> Option<listing::Video> {
        let film = self.outputs.iter().find(|o| o.kind == OutputKind::Video)?;
        Some(listing::Video {
            name: film.path.clone(),
            bytes: film.bytes,
            seconds: film.seconds?,
        })
    }
}

/// Makes the video of a kit; what stands in its way is a finding. The pictures are let go before the frames are drawn.
pub(crate) fn make(
    job: &Job<'_>,
    copy: &Copy,
    pictures: Arc<Vec<Pictures>>,
) -> Result<Film, AppError> {
    if !job.wants(Step::Video) {
        return Ok(Film::default());
    }
    job.watch.at(Step::Video, 0, 1);
    let Some(best) = posts::best(&pictures) else {
        let notice = Notice::failed(Message::new("video-needs-photo"));
        return Ok(Film {
            findings: vec![job.put(&notice)],
            ..Film::default()
        });
    };
    let product = match posts::product(best) {
        Err(AppError::Refused(message)) => {
            return Ok(Film {
                findings: vec![job.put(&Notice::failed(message))],
                ..Film::default()
            });
        }
        product => product?,
    };
    let shown = shown(job, best, &product, &pictures)?;
    drop(pictures);
    shoot(job, copy, &product, shown)
}

/// Pictures in showing order: the product in its scenes and from near, then the photos themselves.
fn shown(
    job: &Job<'_>,
    best: &Pictures,
    product: &Product,
    pictures: &[Pictures],
) -> Result<Vec<Shown>, AppError> {
    let others = pictures
        .iter()
        .filter(|p| !std::ptr::eq(*p, best))
        .chain([best]);
    let photo = |p: &Pictures| {
        let tidied = naik_photo::resize::shrink_into(p.tidied.fetch()?, PICTURE_SIDE);
        Ok::<_, AppError>(Shown {
            picture: waiting(job, &tidied)?,
            subject: p.subject,
        })
    };
    let mut shown = scenes(job, best)?;
    if !shown.is_empty() {
        let facts = &job.request.facts;
        let brand = posts::brand(job.request, &mut |_| {});
        let seed = job.request.seed.of("video");
        let near = video::closeup(product, &brand, facts.product.category, seed);
        shown.insert(1.min(shown.len()), near);
    }
    // What comes late is left out of a short video: no two scenes before a photo of the owner's own.
    let second = shown.split_off(shown.len().min(2));
    let mut others = others.map(photo);
    shown.extend(others.next().transpose()?);
    shown.extend(second);
    let left = PICTURES.saturating_sub(shown.len());
    for other in others.take(left) {
        shown.push(other?);
    }
    Ok(shown)
}

/// The product in its scenes, composed anew for an upright frame.
fn scenes(job: &Job<'_>, best: &Pictures) -> Result<Vec<Shown>, AppError> {
    let Some(cut) = &best.cut else {
        return Ok(Vec::new());
    };
    let cut = &cut.fetch()?;
    let seed = Seed(job.request.seed.0).of("scene");
    let named = |key: &String| Scene::ALL.into_iter().find(|scene| scene.key() == key);
    best.scenes
        .par_iter()
        .filter_map(|(key, _)| {
            let backdrop = Backdrop::render(named(key)?, SCENE.0, SCENE.1, seed);
            let seat = backdrop.seat(cut)?;
            let composed = waiting(job, &backdrop.compose(cut));
            Some(composed.map(|picture| Shown {
                picture,
                subject: Some(photos::shares(seat, SCENE.0, SCENE.1)),
            }))
        })
        .collect()
}

/// A picture put aside until a scene shows it.
fn waiting(job: &Job<'_>, picture: &Rgb) -> Result<Waiting, AppError> {
    let aside = Aside::put(job.staging, picture)?;
    Ok(Waiting::new(move || {
        let picture = aside.fetch().ok()?;
        Some(posts::opaque(&picture))
    }))
}

fn shoot(
    job: &Job<'_>,
    copy: &Copy,
    product: &Product,
    pictures: Vec<Shown>,
) -> Result<Film, AppError> {
    let started = Instant::now();
    let request = job.request;
    let mut film = Film::default();
    let ffmpeg = match Ffmpeg::find() {
        Ok(ffmpeg) => ffmpeg,
        Err(error) => {
            film.findings.push(no_film(job, &error));
            return Ok(film);
        }
    };
    let (lines, voice) = lines(job, copy, &mut film.findings);
    job.check()?;
    let words = copy.poster();
    let headline = request.seed.of("posts").pick(&words.headlines).cloned();
    let brand = posts::brand(request, &mut |message| {
        // The posts tell it too, where they are made.
        if !job.wants(Step::Posts) {
            film.findings.push(job.put(&Notice::mend(message)));
        }
    });
    let price = posts::price(request);
    let board = Storyboard {
        name: &request.facts.product.name,
        headline: headline.as_deref(),
        price: price.as_ref(),
        call: words.calls.first().map_or("", String::as_str),
        brand: &brand,
        category: request.facts.product.category,
        lines,
        shots: Shots { product, pictures },
        seed: request.seed.of("video"),
    };
    let timeline = video::plan(&board);
    if let Err(error) = encode_film(job, &ffmpeg, &timeline) {
        job.check()?;
        let kit = request.out.join(request.slug());
        let message = Message::new("video-failed")
            .with("reason", job.words.say(&error.explain()).text)
            .with("kit", kit.display());
        film.findings.push(job.put(&Notice::failed(message)));
        return Ok(film);
    }
    let checks = posts::checks(&video::checks(&timeline));
    let (width, height) = Timeline::size();
    let engine = format!("video/ffmpeg+{voice}");
    let seconds = (timeline.seconds() * 1000.0).round() / 1000.0;
    let output = Entry::new(OutputKind::Video, VIDEO, "video", &engine)
        .sized(width, height)
        .lasting(seconds)
        .since(started)
        .checked(checks)
        .adopt(job)?;
    film.outputs.push(output);
    let subtitles = video::subtitles(&timeline);
    film.outputs.push(
        Entry::new(OutputKind::Subtitles, SUBTITLES, "captions", "video")
            .write(job, subtitles.as_bytes())?,
    );
    film.subtitles = Some(subtitles);
    film.outputs.push(cover(job, &timeline)?);
    Ok(film)
}

fn cover(job: &Job<'_>, timeline: &Timeline<'_>) -> Result<Output, AppError> {
    let started = Instant::now();
    let cover = video::cover(timeline);
    let (width, height) = (cover.width, cover.height);
    let picture = Rgb::from_data(width, height, cover.rgb)
        .ok_or_else(|| AppError::Internal("the cover has another size than it says".to_owned()))?;
    let bytes = encode::jpeg(&picture, 90)?;
    Entry::new(OutputKind::Cover, COVER, "cover", "video")
        .sized(width, height)
        .since(started)
        .write(job, &bytes)
}

/// The narration, line by line, and what spoke it. Without a voice the captions stand alone.
fn lines(job: &Job<'_>, copy: &Copy, findings: &mut Vec<Finding>) -> (Vec<Line>, &'static str) {
    let silent = || {
        copy.voice()
            .iter()
            .map(|line| Line {
                caption: line.caption.clone(),
                sound: None,
            })
            .collect()
    };
    let voice = match Voice::find() {
        Ok(voice) => voice,
        Err(error) => {
            findings.push(missing(job, "voice-skipped", &error));
            return (silent(), "silent");
        }
    };
    let speak = |line: &naik_text::copy::VoiceLine| {
        let sound = voice.speak(&line.spoken, job.request.lang, &Speech::default())?;
        Ok(Line {
            caption: line.caption.clone(),
            sound: Some(Sound {
                rate: sound.rate,
                samples: sound.samples,
            }),
        })
    };
    match copy
        .voice()
        .par_iter()
        .map(speak)
        .collect::<Result<Vec<Line>, ToolError>>()
    {
        Ok(lines) => (lines, "espeak-ng"),
        Err(error) => {
            findings.push(missing(job, "voice-skipped", &error));
            (silent(), "silent")
        }
    }
}

/// A tool that is not there, or does not work, as a finding.
fn missing(job: &Job<'_>, key: &str, error: &ToolError) -> Finding {
    let kit = job.request.out.join(job.request.slug());
    match error {
        ToolError::Missing { tool } => {
            let message = Message::new(key)
                .with("tool", tool.name())
                .with("kit", kit.display());
            job.put(&Notice::failed(message))
        }
        _ => job.put(&Notice::failed(error.explain())),
    }
}

/// Why there is no film. Where the voice is missing too, both are named, so that one installation mends it.
fn no_film(job: &Job<'_>, error: &ToolError) -> Finding {
    let no_voice = matches!(Voice::find(), Err(ToolError::Missing { .. }));
    if no_voice && matches!(error, ToolError::Missing { .. }) {
        let kit = job.request.out.join(job.request.slug());
        let message = Message::new("video-and-voice-skipped").with("kit", kit.display());
        return job.put(&Notice::failed(message));
    }
    missing(job, "video-skipped", error)
}

/// Draws every frame into ffmpeg.
fn encode_film(job: &Job<'_>, ffmpeg: &Ffmpeg, timeline: &Timeline<'_>) -> Result<(), ToolError> {
    let out: PathBuf = job.staging.path(VIDEO).map_err(|error| ToolError::Failed {
        tool: naik_connect::tool::Tool::Ffmpeg,
        last: error.to_string(),
    })?;
    let mixed = video::sound(timeline);
    let audio = naik_connect::tool::Sound {
        rate: mixed.rate,
        samples: mixed.samples,
    };
    let (width, height) = Timeline::size();
    let encoding = ffmpeg.encode(&Encode {
        audio: Some(&audio),
        ..Encode::new(width, height, &out)
    })?;
    let mut sink = Sink { encoding, job };
    let progress =
        |done: u32, total: u32| job.watch.at(Step::Video, u64::from(done), u64::from(total));
    video::render(timeline, &mut sink, &progress)?;
    sink.encoding.finish()
}

/// Hands frames to ffmpeg, as long as the video is wanted.
struct Sink<'a> {
    encoding: Encoding,
    job: &'a Job<'a>,
}

impl FrameSink for Sink<'_> {
    type Error = ToolError;

    fn frame(&mut self, yuv420p: &[u8]) -> Result<(), ToolError> {
        if self.job.check().is_err() {
            return Err(ToolError::Failed {
                tool: naik_connect::tool::Tool::Ffmpeg,
                last: "stopped".to_owned(),
            });
        }
        self.encoding.write(yuv420p)
    }
}
