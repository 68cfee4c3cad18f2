//! The page as its templates see it.

use naik_core::facts::Facts;
use naik_core::kit::{Finding, Gravity, Kit, Output, OutputKind};
use naik_core::quantity::Measure;
use serde::Serialize;

use super::calendar::Week;
use super::market::MarketView;
use super::photos::PhotoView;
use super::posts::PostFormat;
use super::ready::Ready;
use super::texts::TextView;
use super::{Page, assets, calendar, market, photos, posts, ready, texts};
use crate::words::Words;

/// All that the page shows.
#[derive(Serialize)]
pub(super) struct View<'a> {
    lang: &'static str,
    policy_mark: String,
    policy_script: String,
    style: &'static str,
    mark: &'static str,
    script: &'static str,
    icons: &'static str,
    font: String,
    name: &'a str,
    price: Option<String>,
    previous_price: Option<String>,
    details: Vec<String>,
    ready: Ready,
    /// Whether it sells as it is: what is left to mend is no reason to wait.
    usable: bool,
    mend: Vec<Mend>,
    notes: Vec<Mend>,
    photos: Vec<PhotoView>,
    posts: Vec<PostFormat>,
    video: Option<Video>,
    texts: Vec<TextView<'a>>,
    copy_files: Vec<Download>,
    replies: Vec<Pair<'a>>,
    questions: Vec<Pair<'a>>,
    weeks: Vec<Week<'a>>,
    calendar_files: Vec<Download>,
    markets: Vec<MarketView>,
    foot: Foot<'a>,
}

/// Something to mend or to know.
#[derive(Serialize)]
pub(super) struct Mend {
    pub(super) failed: bool,
    /// The photo or the marketplace that it is about.
    pub(super) about: Option<String>,
    pub(super) text: String,
    pub(super) hint: String,
    /// Where on the page there is more.
    pub(super) anchor: Option<String>,
}

/// A file to keep.
#[derive(Serialize)]
pub(super) struct Download {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) size: String,
}

#[derive(Serialize)]
struct Pair<'a> {
    title: &'a str,
    body: &'a str,
}

#[derive(Serialize)]
struct Video {
    src: String,
    size: String,
    /// Whole seconds.
    length: Option<u32>,
    width: u32,
    height: u32,
    cover: Option<String>,
    subtitles: Option<String>,
    lines: Vec<super::posts::Line>,
    /// Whether somebody speaks.
    narrated: bool,
}

#[derive(Serialize)]
struct Foot<'a> {
    made_by: &'a str,
    seed: u64,
    date: String,
    files: usize,
    size: String,
    engines: Vec<String>,
}

/// Everything on the page.
pub(super) fn of<'a>(page: &Page<'a>) -> View<'a> {
    let (kit, words) = (page.kit, page.words);
    let product = &kit.facts.product;
    let (mut mend, notes) = findings(kit);
    mend.extend(market::mend(page));
    let ready = ready::of(page);
    let lost = kit
        .findings
        .iter()
        .any(|finding| finding.gravity == Gravity::Failed)
        || kit
            .inputs
            .iter()
            .any(|input| input.findings.iter().any(|f| f.gravity == Gravity::Failed));
    let priced = |price: naik_core::money::Rupiah| price.to_string();
    View {
        lang: words.lang().code(),
        policy_mark: assets::policy_name(assets::MARK),
        policy_script: assets::policy_name(assets::SCRIPT),
        style: assets::STYLE,
        mark: assets::MARK,
        script: assets::SCRIPT,
        icons: assets::ICONS,
        font: assets::font_address(),
        name: if product.name.is_empty() {
            &kit.slug
        } else {
            &product.name
        },
        price: product.price.map(priced),
        previous_price: product.previous_price.map(priced),
        details: details(&kit.facts),
        usable: !lost && ready.done * 2 >= ready.all,
        ready,
        mend,
        notes,
        photos: photos::of(kit, words),
        posts: posts::of(kit, words),
        video: video(page),
        texts: texts::of(page),
        copy_files: downloads(kit, words, |output| {
            output.kind == OutputKind::Copy && output.path.ends_with(".json")
        }),
        replies: page
            .replies
            .iter()
            .map(|reply| Pair {
                title: &reply.title,
                body: &reply.body,
            })
            .collect(),
        questions: page
            .questions
            .iter()
            .map(|pair| Pair {
                title: &pair.question,
                body: &pair.answer,
            })
            .collect(),
        weeks: calendar::weeks(page),
        calendar_files: downloads(kit, words, |output| output.kind == OutputKind::Calendar),
        markets: market::of(page),
        foot: foot(kit, words),
    }
}

/// Unit, contents, shop and city: what stands under the name.
fn details(facts: &Facts) -> Vec<String> {
    let product = &facts.product;
    // `1 pcs` of cloth sold by the sheet says nothing that the price does not.
    let contents = product.net_weight.map(|quantity| match &product.unit {
        Some(unit) if quantity.measure == Measure::Piece => {
            quantity.to_string().replace("pcs", unit)
        }
        _ => quantity.to_string(),
    });
    let one = product.unit.as_ref().map(|unit| format!("1 {unit}"));
    let contents = contents.filter(|contents| Some(contents) != one.as_ref());
    let shop = match (&facts.shop.name, &facts.shop.city) {
        (Some(name), Some(city)) => Some(format!("{name}, {city}")),
        (name, city) => name.clone().or_else(|| city.clone()),
    };
    [contents, shop].into_iter().flatten().collect()
}

/// What has to be mended, gravest first, and what is good to know; each once.
fn findings(kit: &Kit) -> (Vec<Mend>, Vec<Mend>) {
    let of_photos = kit.inputs.iter().flat_map(|input| {
        input
            .findings
            .iter()
            .map(|finding| (Some(input.file.clone()), finding))
    });
    let of_kit = kit.findings.iter().map(|finding| (None, finding));
    let mut all: Vec<(Option<String>, &Finding)> = Vec::new();
    for (file, finding) in of_photos.chain(of_kit) {
        // A photo's failure is also entered for the whole kit.
        let known = all
            .iter()
            .any(|(other, known)| *known == finding && (file.is_none() || *other == file));
        if !known {
            all.push((file, finding));
        }
    }
    all.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.gravity));
    let (grave, light): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|(_, finding)| finding.gravity > Gravity::Note);
    (told(grave), told(light))
}

/// Findings as the page shows them: one that several photos share is said once, with their names.
fn told(list: Vec<(Option<String>, &Finding)>) -> Vec<Mend> {
    let mut shown: Vec<Mend> = Vec::new();
    for (file, finding) in list {
        let failed = finding.gravity == Gravity::Failed;
        // The name stands above the sentence; a sentence that begins with it need not.
        let bare = file
            .as_deref()
            .and_then(|file| finding.text.strip_prefix(file)?.strip_prefix(": "));
        let text = bare.map_or_else(|| finding.text.clone(), capital);
        let same = shown.iter_mut().find(|known| {
            known.text == text
                && known.hint == finding.hint
                && known.failed == failed
                && known.about.is_some()
        });
        match (same, &file) {
            (Some(known), Some(file)) => {
                let about = known.about.get_or_insert_default();
                about.push_str(", ");
                about.push_str(file);
            }
            _ => shown.push(Mend {
                failed,
                about: file,
                text,
                hint: finding.hint.clone(),
                anchor: None,
            }),
        }
    }
    shown
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn video(page: &Page<'_>) -> Option<Video> {
    let kit = page.kit;
    let of = |kind| kit.outputs.iter().find(|output| output.kind == kind);
    let film = of(OutputKind::Video)?;
    Some(Video {
        src: assets::address(&film.path),
        size: bytes(film.bytes, page.words),
        length: film.seconds.map(|seconds| seconds.round() as u32),
        width: film.width.unwrap_or(1080),
        height: film.height.unwrap_or(1920),
        cover: of(OutputKind::Cover).map(|cover| assets::address(&cover.path)),
        subtitles: of(OutputKind::Subtitles).map(|file| assets::address(&file.path)),
        lines: page.subtitles.map(posts::lines).unwrap_or_default(),
        narrated: !film.engine.ends_with("+silent"),
    })
}

/// The files that `wanted` picks, with name and size.
pub(super) fn downloads(
    kit: &Kit,
    words: &Words,
    wanted: impl Fn(&Output) -> bool,
) -> Vec<Download> {
    kit.outputs
        .iter()
        .filter(|output| wanted(output))
        .map(|output| download(output, words))
        .collect()
}

/// One file with name and size.
pub(super) fn download(output: &Output, words: &Words) -> Download {
    Download {
        name: file_name(&output.path).to_owned(),
        href: assets::address(&output.path),
        size: bytes(output.bytes, words),
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A size as people say it: `840 KB`, `2,4 MB`.
pub(super) fn bytes(bytes: u64, words: &Words) -> String {
    if bytes < 1_000_000 {
        return format!("{} KB", bytes.div_ceil(1000));
    }
    format!("{} MB", tenths(bytes as f64 / 1e6, words))
}

/// A number with one decimal, and the decimal sign of the language.
pub(super) fn tenths(number: f64, words: &Words) -> String {
    format!("{number:.1}").replace('.', &words.label("page-decimal-sign", &[]))
}

fn foot<'a>(kit: &'a Kit, words: &Words) -> Foot<'a> {
    let mut engines: Vec<String> = Vec::new();
    for output in &kit.outputs {
        if !engines.contains(&output.engine) {
            engines.push(output.engine.clone());
        }
    }
    Foot {
        made_by: &kit.made_by,
        seed: kit.seed.0,
        date: calendar::long_date(&kit.date, words),
        files: kit.outputs.len(),
        size: bytes(kit.outputs.iter().map(|output| output.bytes).sum(), words),
        engines,
    }
}
