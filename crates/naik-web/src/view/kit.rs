//! A kit as its page shows it: made from `kit.json`, or from the files that are there while it is being made.

use minijinja::{Value, context};
use naik_app::kit::{Family, Scene};
use naik_app::platform::kit::{self, Making, Standing};
use naik_app::platform::worker::stored_message;
use naik_app::progress::Step;
use naik_app::studio::text::{Judged, judge};
use naik_core::channel::Channel;
use naik_core::facts::Facts;
use naik_core::id::ProductId;
use naik_core::kit::{Gravity, Kit, Output, OutputKind, Status};
use naik_store::repo::job::State as JobState;
use naik_store::repo::kit::{File, State, Version};
use naik_store::repo::photo::Photo;
use naik_store::repo::product::Product;

use super::say;
use crate::front::visit::Visit;
use crate::pages::kit::address;
use crate::pages::photos;

/// A text longer than this is folded, in characters.
const LONG: usize = 420;
/// The colours that posters may have beside the shop's own: those of the house.
const COLORS: [(&str, &str); 5] = [
    ("#F2A81D", "warna-kunyit"),
    ("#1D3B63", "warna-wedel"),
    ("#B5442A", "warna-cabai"),
    ("#2C603A", "warna-pandan"),
    ("#6B3F1A", "warna-sogan"),
];

/// Everything that the kit's page is made from.
pub(crate) struct Shown<'a> {
    pub(crate) visit: &'a Visit,
    pub(crate) product: &'a Product,
    pub(crate) standing: &'a Standing,
    pub(crate) photos: &'a [Photo],
    /// `kit.json` of the version that is shown.
    pub(crate) kit: Option<&'a Kit>,
    /// Each channel's text in that version.
    pub(crate) texts: &'a [(Channel, String)],
}

impl Shown<'_> {
    /// What the page is given.
    pub(crate) fn value(&self) -> Value {
        let making = self.standing.making.as_ref();
        let last = self.standing.versions.first();
        let state = state(making, last, self.kit.is_some());
        let number = self.number();
        let outputs = self.outputs();
        let version = self.standing.shown.as_ref().map(|version| {
            context! { n => version.number, current => Some(version.id) == self.product.kit }
        });
        let base = context! {
            product => self.named(),
            state => state,
            making => making.is_some(),
            queue => making.map(|one| one.ahead + 1),
            eta => (),
            progress => making.map(progress),
            parts => parts(making, &outputs, state),
            error => self.error(last),
            mend => self.mend(),
            ready => self.kit.map_or_else(|| context! { done => 0, all => 0 }, ready),
            version => version,
            versions => self.versions(),
        };
        context! {
            photos => self.pictures(&outputs, number),
            scenes => self.scenes(&outputs),
            posts => self.posts(&outputs, number),
            families => families(&outputs),
            colors => self.colors(),
            video => self.video(&outputs, number),
            texts => self.spoken(),
            ..base
        }
    }

    fn named(&self) -> Value {
        let facts = &self.product.facts.product;
        context! {
            id => self.product.id.to_string(),
            name => facts.name.clone(),
            price => facts.price.map(|price| price.to_string()),
        }
    }

    /// The version whose files are shown: the one in the making once it has some of its own.
    fn number(&self) -> i32 {
        match (&self.standing.making, &self.standing.shown) {
            (Some(one), shown) if shown.is_none() || !one.files.is_empty() => one.version.number,
            (_, Some(shown)) => shown.number,
            (Some(one), None) => one.version.number,
            (None, None) => 0,
        }
    }

    fn files(&self) -> &[File] {
        match (&self.standing.making, &self.standing.shown) {
            (Some(one), shown) if shown.is_none() || !one.files.is_empty() => &one.files,
            _ => &self.standing.files,
        }
    }

    fn outputs(&self) -> Vec<Output> {
        let being_made = self
            .standing
            .making
            .as_ref()
            .is_some_and(|one| self.standing.shown.is_none() || !one.files.is_empty());
        match self.kit {
            Some(kit) if !being_made => kit.outputs.clone(),
            _ => self.files().iter().filter_map(guessed).collect(),
        }
    }

    fn address(&self, number: i32, path: &str) -> String {
        address(self.product.id, number, path)
    }

    fn picture(&self, number: i32, output: &Output, kind: &str, name: String) -> Value {
        context! {
            src => self.address(number, &output.path),
            width => output.width.unwrap_or(1080),
            height => output.height.unwrap_or(1080),
            name => name,
            kind => kind,
        }
    }

    fn pictures(&self, outputs: &[Output], number: i32) -> Vec<Value> {
        self.photos
            .iter()
            .enumerate()
            .filter_map(|(n, photo)| {
                let stem = format!("photos/{}-", n + 1);
                let mine: Vec<Value> = [
                    (OutputKind::White, "white", "gambar-putih"),
                    (OutputKind::Scene, "scene", ""),
                    (OutputKind::Cutout, "clear", "gambar-bening"),
                    (OutputKind::Tidied, "plain", "gambar-rapi"),
                ]
                .iter()
                .flat_map(|(kind, class, key)| {
                    outputs
                        .iter()
                        .filter(|o| o.kind == *kind && self.is_of(o, photo, &stem))
                        .map(move |o| {
                            let label = if key.is_empty() {
                                self.visit.say(&format!("latar-{}", o.variety), &[])
                            } else {
                                self.visit.say(key, &[])
                            };
                            self.picture(number, o, class, label)
                        })
                })
                .collect();
                (!mine.is_empty()).then(|| self.photo(photo, mine))
            })
            .collect()
    }

    /// Whether a picture was made from this photo.
    fn is_of(&self, output: &Output, photo: &Photo, stem: &str) -> bool {
        let input = self
            .kit
            .and_then(|kit| kit.inputs.iter().find(|one| one.sha256 == photo.sha256));
        match input {
            Some(input) if !output.source.is_empty() => output.source.contains(&input.file),
            _ => output.path.starts_with(stem),
        }
    }

    fn photo(&self, photo: &Photo, pictures: Vec<Value>) -> Value {
        let id: ProductId = self.product.id;
        let input = self
            .kit
            .and_then(|kit| kit.inputs.iter().find(|one| one.sha256 == photo.sha256));
        let sure = input.is_none_or(|one| one.cut);
        let percent = input
            .filter(|one| one.cut)
            .and_then(|one| one.confidence)
            .map(|share| (share * 100.0).round() as u32);
        context! {
            id => photo.id.to_string(),
            before => context! {
                src => photos::address(id, photo), width => photo.width, height => photo.height,
            },
            pictures => pictures,
            state => if sure { "sure" } else { "doubted" },
            percent => percent,
            mend_href => self.kit.map(|_| format!("/produk/{id}/rapikan/{}", photo.id)),
        }
    }

    fn scenes(&self, outputs: &[Output]) -> Vec<Value> {
        let current = outputs
            .iter()
            .find(|o| o.kind == OutputKind::Scene)
            .map(|o| o.variety.clone());
        Scene::suited_to(self.product.facts.product.category)
            .iter()
            .map(|scene| {
                let made = outputs
                    .iter()
                    .find(|o| o.kind == OutputKind::Scene && o.variety == scene.key());
                context! {
                    key => scene.key(),
                    src => made.map(|o| self.address(self.number(), &o.path)),
                    current => current.as_deref() == Some(scene.key()),
                }
            })
            .collect()
    }

    fn posts(&self, outputs: &[Output], number: i32) -> Vec<Value> {
        outputs
            .iter()
            .filter(|o| o.kind == OutputKind::Post)
            .map(|o| {
                let format = o
                    .variety
                    .trim_end_matches(|c: char| c == '-' || c.is_ascii_digit());
                let family = o.engine.strip_prefix("poster/").unwrap_or("");
                let name = self.visit.say(&format!("format-{format}"), &[]);
                let posts = vec![self.picture(number, o, "plain", capital(family))];
                context! { key => o.variety.clone(), name => name, posts => posts }
            })
            .collect()
    }

    fn colors(&self) -> Vec<Value> {
        let own = &self.product.facts.shop.colors;
        let shop = own.iter().enumerate().map(|(n, color)| {
            let [r, g, b] = color.0;
            let name = self.visit.say("warna-toko", &[]);
            let name = if own.len() > 1 {
                format!("{name} {}", n + 1)
            } else {
                name
            };
            (format!("#{r:02X}{g:02X}{b:02X}"), name)
        });
        let house = COLORS
            .iter()
            .map(|(hex, key)| ((*hex).to_owned(), self.visit.say(key, &[])));
        let mut seen = Vec::new();
        shop.chain(house)
            .filter(|(hex, _)| {
                let new = !seen.contains(hex);
                seen.push(hex.clone());
                new
            })
            .enumerate()
            .map(|(n, (hex, name))| {
                context! { hex => hex, name => name, current => n == 0 && !own.is_empty() }
            })
            .collect()
    }

    fn video(&self, outputs: &[Output], number: i32) -> Option<Value> {
        let film = outputs.iter().find(|o| o.kind == OutputKind::Video)?;
        let by = |kind| outputs.iter().find(|o| o.kind == kind);
        let place = |o: &Output| self.address(number, &o.path);
        Some(context! {
            src => place(film),
            size => say::size(i64::try_from(film.bytes).unwrap_or(0), ','),
            length => film.seconds.map(|seconds| seconds.round() as u32),
            width => film.width.unwrap_or(1080),
            height => film.height.unwrap_or(1920),
            cover => by(OutputKind::Cover).map(place),
            captions => (),
            subtitles => by(OutputKind::Subtitles).map(place),
        })
    }

    fn spoken(&self) -> Vec<Value> {
        self.texts
            .iter()
            .map(|(channel, text)| {
                let facts = self.kit.map_or(&self.product.facts, |kit| &kit.facts);
                spoken(self.visit, facts, *channel, text)
            })
            .collect()
    }

    fn versions(&self) -> Vec<Value> {
        let words = self.visit.app.words(self.visit.lang);
        let now = self.visit.app.platform().now();
        self.standing
            .versions
            .iter()
            .filter(|version| version.state == State::Made)
            .map(|version| {
                let shown = self.standing.shown.as_ref().map(|one| one.id);
                context! {
                    n => version.number,
                    current => Some(version.id) == self.product.kit,
                    shown => Some(version.id) == shown,
                    when => say::when(words, version.made_at.unwrap_or(version.created_at), now, self.visit.zone()),
                    what => what(version),
                }
            })
            .collect()
    }

    fn error(&self, last: Option<&Version>) -> Option<Value> {
        let json = last
            .filter(|version| version.state == State::Failed)?
            .error
            .as_deref()?;
        let said = self
            .visit
            .app
            .words(self.visit.lang)
            .say(&stored_message(json));
        Some(context! { text => said.text, hint => said.hint.unwrap_or_default() })
    }

    /// What a person should mend: findings of the kit and of single photos.
    fn mend(&self) -> Vec<Value> {
        let Some(kit) = self.kit else {
            return Vec::new();
        };
        let whole = kit.findings.iter().map(|finding| (None, finding));
        let single = kit
            .inputs
            .iter()
            .flat_map(|input| input.findings.iter().map(move |f| (Some(&input.file), f)));
        whole
            .chain(single)
            .filter(|(_, finding)| finding.gravity != Gravity::Note)
            .map(|(about, finding)| {
                context! {
                    failed => finding.gravity == Gravity::Failed,
                    about => about,
                    text => finding.text.clone(),
                    hint => finding.hint.clone(),
                    href => (),
                }
            })
            .collect()
    }
}

fn state(making: Option<&Making>, last: Option<&Version>, shown: bool) -> &'static str {
    match (making, last.map(|version| version.state)) {
        (Some(one), _) if one.job.state == JobState::Running => "running",
        (Some(_), _) => "waiting",
        (None, Some(State::Failed)) => "failed",
        (None, Some(State::Cancelled)) if !shown => "cancelled",
        _ => "done",
    }
}

fn progress(one: &Making) -> Value {
    let steps = Step::ALL.map(Step::key);
    let at = steps
        .iter()
        .position(|key| *key == one.job.step)
        .unwrap_or(0);
    let within = if one.job.total > 0 {
        f64::from(one.job.done) / f64::from(one.job.total)
    } else {
        0.0
    };
    // Photos and the film take most of the time.
    let shares = [0.0, 0.35, 0.4, 0.5, 0.92];
    let from = shares.get(at).copied().unwrap_or(0.0);
    let until = shares.get(at + 1).copied().unwrap_or(1.0);
    let percent = ((from + (until - from) * within) * 100.0).round() as u32;
    context! {
        done => at,
        all => steps.len(),
        percent => percent.clamp(2, 99),
        now => steps.get(at).copied(),
    }
}

/// How far each part is, by what is there of it.
fn parts(making: Option<&Making>, outputs: &[Output], state: &str) -> Value {
    let there = |kinds: &[OutputKind]| outputs.iter().any(|o| kinds.contains(&o.kind));
    let now = making.map_or("", |one| one.job.step.as_str());
    let part = |step: Step, kinds: &[OutputKind]| match (making, there(kinds)) {
        (Some(_), _) if now == step.key() => "running",
        (_, true) => "done",
        (Some(_), false) => "waiting",
        (None, false) if state == "done" => "failed",
        (None, false) => "waiting",
    };
    context! {
        photos => part(Step::Photos, &[OutputKind::White, OutputKind::Tidied]),
        copy => part(Step::Copy, &[OutputKind::Copy]),
        posts => part(Step::Posts, &[OutputKind::Post]),
        video => part(Step::Video, &[OutputKind::Video]),
        listings => part(Step::Listings, &[OutputKind::Listing]),
    }
}

/// How many files of a kit pass all their checks, of how many.
pub(crate) fn ready(kit: &Kit) -> Value {
    let (done, all) = kit::ready(kit);
    context! { done => done, all => all }
}

/// Which words tell what a version changed.
fn what(version: &Version) -> &'static str {
    match version.reason.split(' ').next().unwrap_or_default() {
        "photos" if version.reason.contains("cutout") => "cutout",
        "cutout" => "cutout",
        "photos" => "photos",
        "posts" => "posts",
        "video" => "video",
        "copy" => "copy",
        "listings" => "listings",
        "text" => "text",
        "mend" => "fixed",
        _ => "first",
    }
}

fn families(outputs: &[Output]) -> Vec<Value> {
    let current = outputs
        .iter()
        .find(|o| o.kind == OutputKind::Post)
        .and_then(|o| o.engine.strip_prefix("poster/"));
    Family::ALL
        .iter()
        .map(|family| {
            context! {
                key => family.key(),
                name => capital(family.key()),
                current => current == Some(family.key()),
            }
        })
        .collect()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// One channel's text with what each sentence rests on.
fn spoken(visit: &Visit, facts: &Facts, channel: Channel, text: &str) -> Value {
    let judged = judge(facts, channel, text, visit.app.words(visit.lang));
    let told = judgement(text, &judged);
    let letters = text.chars().count();
    context! {
        key => channel.key(),
        name => channel.name(),
        title => (),
        letters => letters,
        long => letters > LONG,
        reds => judged.sentences.iter().filter(|s| is_red(s.status)).count(),
        ..told
    }
}

fn is_red(status: Status) -> bool {
    matches!(status, Status::Unproved | Status::Forbidden)
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Proved => "proved",
        Status::Neutral => "neutral",
        Status::Unproved => "unproved",
        Status::Forbidden => "forbidden",
    }
}

/// A judged text as runs and proofs: joined, the runs are the text to the letter.
pub(crate) fn judgement(text: &str, judged: &Judged) -> Value {
    let mut runs = Vec::new();
    let mut at = 0;
    let plain = |from: usize, to: usize| {
        text.get(from..to)
            .filter(|gap| !gap.is_empty())
            .map(|gap| run("plain", gap))
    };
    for sentence in &judged.sentences {
        runs.extend(plain(at, sentence.from));
        if let Some(said) = text.get(sentence.from..sentence.to) {
            runs.push(run(word(sentence.status), said));
        }
        at = sentence.to;
    }
    runs.extend(plain(at, text.len()));
    let proofs: Vec<Value> = judged
        .sentences
        .iter()
        .map(|sentence| {
            context! {
                text => sentence.text.clone(),
                status => word(sentence.status),
                facts => sentence.fact_names.clone(),
                fact_text => (),
                reason => sentence.reason.clone(),
                hint => sentence.suggestion.as_ref().or(sentence.hint.as_ref()),
            }
        })
        .collect();
    let proved = judged
        .sentences
        .iter()
        .filter(|s| s.status == Status::Proved)
        .count();
    let reds: Vec<Value> = judged
        .sentences
        .iter()
        .zip(&proofs)
        .filter(|(sentence, _)| is_red(sentence.status))
        .map(|(_, proof)| proof.clone())
        .collect();
    let limits: Vec<Value> = judged
        .limits
        .iter()
        .map(|limit| context! { text => limit.text.clone(), reason => limit.hint.clone(), hint => () })
        .collect();
    context! {
        runs => runs,
        proofs => proofs,
        proved => proved,
        reds => [reds, limits].concat(),
        letters => judged.letters,
        max => judged.most,
    }
}

fn run(status: &str, text: &str) -> Value {
    let piece = context! { text => text, told => false };
    context! { status => status, pieces => vec![piece] }
}

/// What a file of a kit in the making is, by its path: the contract names it at the end.
fn guessed(file: &File) -> Option<Output> {
    let path = file.path.as_str();
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let (kind, variety, size) = match (path.split('/').next()?, stem) {
        ("photos", _) if path.starts_with("photos/marketplace/") => {
            (OutputKind::MarketPhoto, stem, (1200, 1200))
        }
        ("photos", "white") => (OutputKind::White, "white", (2000, 2000)),
        ("photos", "cutout") => (OutputKind::Cutout, "cutout", (1500, 1500)),
        ("photos", "tidied") => (OutputKind::Tidied, "tidied", (1500, 1500)),
        ("photos", scene) => (
            OutputKind::Scene,
            scene.strip_prefix("scene-")?,
            (1600, 1600),
        ),
        ("posts", format) => (OutputKind::Post, format, post_size(format)),
        ("video", "video") if path.ends_with(".mp4") => (OutputKind::Video, "video", (1080, 1920)),
        ("video", "cover") => (OutputKind::Cover, "cover", (1080, 1920)),
        ("video", _) => (OutputKind::Subtitles, "captions", (0, 0)),
        ("copy", _) if path.ends_with(".txt") => (OutputKind::Copy, stem, (0, 0)),
        ("listings", _) => (OutputKind::Listing, stem, (0, 0)),
        _ => return None,
    };
    let is_picture = size.0 > 0;
    Some(Output {
        path: path.to_owned(),
        kind,
        variety: variety.to_owned(),
        source: Vec::new(),
        engine: String::new(),
        bytes: u64::try_from(file.bytes).unwrap_or(0),
        sha256: file.sha256.clone(),
        width: is_picture.then_some(size.0),
        height: is_picture.then_some(size.1),
        seconds: None,
        milliseconds: 0,
        checks: Vec::new(),
    })
}

fn post_size(format: &str) -> (u32, u32) {
    match format {
        "story" | "status" => (1080, 1920),
        "square" | "price-card" => (1080, 1080),
        _ => (1080, 1350),
    }
}
