//! The making itself: from the store into a scratch folder, through the engines, and what came out.

use std::path::{Path, PathBuf};

use naik_core::channel::Channel;
use naik_core::color::Color;
use naik_core::facts::Facts;
use naik_core::id::ProductId;
use naik_core::kit::{Kit, Output};
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_core::seed::Seed;
use naik_store::repo::job::Job;
use naik_store::repo::{photo, product};
use tokio::sync::mpsc::UnboundedSender;

use super::super::Platform;
use super::super::error::Fault;
use super::super::kit::{Payload, Wish, Work as Kind};
use super::News;
use crate::error::AppError;
use crate::kit::{self, Choices, Family, KIT_FILE, Remake, Request, Scene, remake_parts, shown_in};
use crate::progress::{Cancel, Step, Watch};
use crate::studio;
use crate::words::Words;

/// Everything that the engines need, on the disk.
pub(super) struct Work {
    folder: PathBuf,
    /// The kit that it is made from, laid out.
    origin: Option<PathBuf>,
    photos: Vec<PathBuf>,
    facts: Facts,
    lang: Lang,
    seed: Seed,
    date: jiff::civil::Date,
    wish: Wish,
    choices: Choices,
}

/// What came out.
pub(super) struct Made {
    /// `kit.json`.
    pub(super) record: String,
    /// Each file.
    pub(super) files: Vec<MadeFile>,
}

/// A file that came out.
pub(super) struct MadeFile {
    /// Its path inside the kit.
    pub(super) path: String,
    /// Where it lies now.
    pub(super) place: PathBuf,
    /// Its SHA-256 as the contract says it; none for the contract itself.
    pub(super) sha256: Option<String>,
}

/// Lays out what a job needs in its scratch folder; what an earlier attempt left there goes first.
pub(super) async fn gather(
    platform: &Platform,
    job: &Job,
    payload: &Payload,
    folder: &Path,
) -> Result<Work, Fault> {
    let (db, id) = (platform.store.db(), ProductId(job.subject));
    let found = product::get(db, id, platform.now()).await?;
    let rows = photo::list(db, id).await?;
    let place = folder.join("photos");
    let made = tokio::task::block_in_place(|| {
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(&place)
    });
    made.map_err(|e| Fault::from(AppError::write(&place, e)))?;
    let mut choices = chosen(&payload.wish)?;
    let mut photos = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let bytes = platform.store.blobs().get(&row.sha256).await?;
        let path = place.join(format!("{}-{}", number + 1, row.name));
        tokio::task::block_in_place(|| std::fs::write(&path, &bytes))
            .map_err(|e| Fault::from(AppError::write(&path, e)))?;
        photos.push(path);
        if let Some(json) = &row.strokes {
            let strokes = serde_json::from_str(json)
                .map_err(|e| Fault::Internal(format!("strokes that can't be read: {e}")))?;
            choices.strokes.insert(row.sha256.clone(), strokes);
        }
    }
    let origin = match (&payload.wish.work, payload.origin) {
        (Kind::Whole, _) | (_, None) => None,
        (_, Some(origin)) => {
            let place = folder.join("origin");
            platform.lay_out(origin, &place).await?;
            Some(place)
        }
    };
    Ok(Work {
        folder: folder.to_owned(),
        origin,
        photos,
        facts: found.facts,
        lang: payload.lang,
        // The same product has the same variety each time it is made.
        seed: Seed(id.0.as_u64_pair().1),
        date: super::super::day(job.created_at),
        wish: payload.wish.clone(),
        choices,
    })
}

/// What was chosen, as the engines know it.
fn chosen(wish: &Wish) -> Result<Choices, Fault> {
    let unknown = |field: &str| Fault::field(field, Message::new("choice-unknown"));
    let scene = match &wish.scene {
        Some(key) => Some(Scene::from_key(key).ok_or_else(|| unknown("scene"))?),
        None => None,
    };
    let family = match &wish.family {
        Some(key) => Some(Family::from_key(key).ok_or_else(|| unknown("family"))?),
        None => None,
    };
    let color = match &wish.color {
        Some(text) => Some(Color::parse(text).map_err(|_| unknown("color"))?),
        None => None,
    };
    Ok(Choices {
        scene,
        family,
        color,
        ..Choices::default()
    })
}

struct Teller(UnboundedSender<News>);

impl Watch for Teller {
    fn at(&self, step: Step, done: u64, total: u64) {
        let part = |count: u64| i32::try_from(count).unwrap_or(i32::MAX);
        // Whoever listened may have gone: the making ends by its own cancel.
        let _ = self.0.send(News::At(step.key(), part(done), part(total)));
    }

    fn made(&self, output: &Output, path: &Path) {
        let news = News::File(output.path.clone(), path.to_owned());
        let _ = self.0.send(news);
    }
}

impl Work {
    /// Makes what is wished. Takes seconds to minutes of all cores; call it off the async threads.
    pub(super) fn run(
        self,
        words: &Words,
        tell: UnboundedSender<News>,
        cancel: &Cancel,
    ) -> Result<Made, AppError> {
        let watch = Teller(tell);
        let out = self.folder.join("kit");
        let Some(origin) = self.origin.clone() else {
            return self.whole(words, &watch, cancel);
        };
        match self.wish.work.clone() {
            Kind::Whole => self.whole(words, &watch, cancel),
            Kind::Cutout => self.parts(&origin, &out, vec![Step::Photos], words, &watch, cancel),
            Kind::Parts(keys) => {
                let steps = keys.iter().filter_map(|key| Step::parse(key)).collect();
                self.parts(&origin, &out, steps, words, &watch, cancel)
            }
            Kind::Text { channel, body } => {
                let place = Channel::ALL.into_iter().find(|one| one.key() == channel);
                let place =
                    place.ok_or_else(|| AppError::Refused(Message::new("choice-unknown")))?;
                let made = studio::text::replace(&origin, place, &body, &out, words, &watch)?;
                collect(&made.folder, &made.kit)
            }
            Kind::Mend => {
                let fixed = studio::fix_all(&origin, &out, None, words, &watch, cancel)?;
                match fixed.made {
                    Some(made) => collect(&made.folder, &made.kit),
                    None => Err(AppError::Refused(Message::new("nothing-to-mend"))),
                }
            }
        }
    }

    fn whole(self, words: &Words, watch: &Teller, cancel: &Cancel) -> Result<Made, AppError> {
        let request = Request {
            photos: self.photos,
            facts: self.facts,
            notices: Vec::new(),
            lang: self.lang,
            seed: self.seed,
            date: self.date,
            parts: Step::ALL.into_iter().map(Step::key).collect(),
            out: self.folder,
            folder: Some("kit".to_owned()),
            base: PathBuf::new(),
            photo_url: None,
            prior: None,
            sku: None,
            shopee_template: None,
            choices: self.choices,
        };
        let made = kit::make(&request, words, watch, cancel).map_err(|(error, _)| error)?;
        collect(&made.folder, &made.kit)
    }

    /// Makes parts anew, and whatever shows them.
    fn parts(
        self,
        origin: &Path,
        out: &Path,
        mut steps: Vec<Step>,
        words: &Words,
        watch: &Teller,
        cancel: &Cancel,
    ) -> Result<Made, AppError> {
        for shown in steps.clone().into_iter().flat_map(shown_in) {
            if !steps.contains(shown) {
                steps.push(*shown);
            }
        }
        // Other words come from another seed; pictures stay as they were chosen.
        let seed = match self.wish.work {
            Kind::Parts(ref keys) if keys.iter().any(|key| key == Step::Copy.key()) => {
                Some(self.seed.of(&self.folder.display().to_string()))
            }
            _ => None,
        };
        let made = remake_parts(
            Remake {
                choices: self.choices,
                seed,
                facts: Some(self.facts),
                photos: self.photos,
                ..Remake::new(origin, out, &steps)
            },
            words,
            watch,
            cancel,
        )?;
        collect(&made.folder, &made.kit)
    }
}

/// The files of a kit that stands in a folder.
fn collect(folder: &Path, kit: &Kit) -> Result<Made, AppError> {
    let path = folder.join(KIT_FILE);
    let record = std::fs::read_to_string(&path).map_err(|e| AppError::read(&path, e))?;
    let mut files: Vec<MadeFile> = kit
        .outputs
        .iter()
        .map(|output| MadeFile {
            path: output.path.clone(),
            place: folder.join(&output.path),
            sha256: Some(output.sha256.clone()),
        })
        .collect();
    files.push(MadeFile {
        path: KIT_FILE.to_owned(),
        place: path,
        sha256: None,
    });
    Ok(Made { record, files })
}
