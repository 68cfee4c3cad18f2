//! Words of a kit: written once, used by posts, video, listings and the page.

use std::time::{Duration, Instant};

use naik_connect::listing;
use naik_core::channel::Channel;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::{Claim, Finding, Kit, Output, OutputKind, Status};
use naik_core::lang::Lang;
use naik_core::message::Message;
use naik_text::copy::{self, CalendarEntry, CopyOptions, CopySet, Piece, PosterCopy, VoiceLine};
use naik_text::guard::Guard;

use super::Job;
use super::record::Entry;
use crate::error::AppError;
use crate::page::{CalendarDay, Question, Reply, Sentence, Text};
use crate::progress::Step;
use crate::words::Words;

/// All words of a kit, to be read back.
pub(crate) const ALL: &str = "copy/copy.json";

/// The copy of one kit.
pub(crate) struct Copy {
    set: CopySet,
    pub(crate) findings: Vec<Finding>,
    /// What the writing took; it serves every file.
    took: Duration,
}

/// The copy as the page shows it.
pub(crate) struct Views {
    pub(crate) texts: Vec<Text>,
    pub(crate) replies: Vec<Reply>,
    pub(crate) questions: Vec<Question>,
    pub(crate) calendar: Vec<CalendarDay>,
}

/// Writes the words; they are kept even when the part `copy` was not asked for, because posters need them.
pub(crate) fn write(job: &Job<'_>) -> Copy {
    let request = job.request;
    let started = Instant::now();
    let set = copy::write(
        &request.facts,
        &CopyOptions::all(request.lang, request.seed.of("copy"), request.date),
    );
    let findings = set.notices.iter().map(|notice| job.put(notice)).collect();
    Copy {
        set,
        findings,
        took: started.elapsed(),
    }
}

/// The words of a kit that stands, where it has its own.
pub(crate) fn kept(set: CopySet) -> Copy {
    Copy {
        set,
        findings: Vec::new(),
        took: Duration::ZERO,
    }
}

/// Marks the sentences of a text. One that was written by us keeps the facts that it was made from, as long as they are
/// told and the guard has nothing against it.
fn judge(piece: &mut Piece, guard: &Guard, facts: &Facts) {
    let known = std::mem::take(&mut piece.sentences);
    let texts = piece.title.iter().chain([&piece.body]);
    let judged = texts.flat_map(|text| guard.check(text).sentences);
    piece.sentences = judged
        .map(|checked| {
            let is_sound = matches!(checked.status, Status::Proved | Status::Neutral);
            let ours = known.iter().find(|known| {
                known.text == checked.text && known.facts.iter().all(|fact| facts.has(*fact))
            });
            match ours.filter(|_| is_sound) {
                Some(ours) => ours.clone(),
                None => copy::Sentence {
                    text: checked.text,
                    status: checked.status,
                    facts: checked.facts,
                },
            }
        })
        .collect();
}

/// Where a channel's text lies in the kit.
pub(crate) fn file(channel: Channel) -> String {
    format!("copy/{}.txt", channel.key())
}

fn is_written(outputs: &[Output], channel: Channel) -> bool {
    let file = file(channel);
    outputs.iter().any(|output| output.path == file)
}

impl Copy {
    /// Words for posters.
    pub(crate) fn poster(&self) -> &PosterCopy {
        &self.set.poster
    }

    /// Thirty days of posts.
    pub(crate) fn calendar(&self) -> &[CalendarEntry] {
        &self.set.calendar
    }

    /// The narration.
    pub(crate) fn voice(&self) -> &[VoiceLine] {
        &self.set.voice
    }

    /// The text of one channel.
    pub(crate) fn piece(&self, channel: Channel) -> Option<&Piece> {
        self.set
            .pieces
            .iter()
            .find(|piece| piece.channel == channel)
    }

    /// Puts another text in a channel's place; `false` when it has none.
    pub(crate) fn replace(
        &mut self,
        channel: Channel,
        title: Option<String>,
        body: String,
        facts: &Facts,
    ) -> bool {
        let pieces = &mut self.set.pieces;
        let Some(piece) = pieces.iter_mut().find(|piece| piece.channel == channel) else {
            return false;
        };
        piece.title = title;
        piece.body = body;
        piece.emoji = listing::emoji(&piece.body);
        judge(piece, &Guard::new(facts), facts);
        true
    }

    /// Judges every sentence anew, after facts were mended.
    pub(crate) fn judge_again(&mut self, facts: &Facts) {
        let guard = Guard::new(facts);
        for piece in &mut self.set.pieces {
            judge(piece, &guard, facts);
        }
    }

    /// Every sentence of the texts among the outputs, with what proves it.
    pub(crate) fn claims(&self, outputs: &[Output]) -> Vec<Claim> {
        let of = |piece: &Piece| {
            let path = file(piece.channel);
            let claim = move |sentence: &copy::Sentence| Claim {
                path: path.clone(),
                text: sentence.text.clone(),
                status: sentence.status,
                facts: sentence.facts.clone(),
            };
            piece.sentences.iter().map(claim).collect::<Vec<_>>()
        };
        let pieces = self.set.pieces.iter();
        let written = pieces.filter(|piece| is_written(outputs, piece.channel));
        written.flat_map(of).collect()
    }

    /// The copy as the page shows it.
    pub(crate) fn views(&self, words: &Words, kit: &Kit) -> Views {
        let facts = &kit.facts;
        let text = |piece: &Piece| Text {
            key: piece.channel.key().to_owned(),
            name: piece.channel.name().to_owned(),
            title: piece.title.clone(),
            body: piece.body.clone(),
            file: if is_written(&kit.outputs, piece.channel) {
                file(piece.channel)
            } else {
                String::new()
            },
            sentences: piece
                .sentences
                .iter()
                .map(|sentence| view(sentence, facts))
                .collect(),
        };
        let reply = |reply: &copy::Reply| Reply {
            title: words.label(&format!("reply-{}", reply.kind.key()), &[]),
            body: reply.text.clone(),
        };
        let day = |entry: &CalendarEntry| CalendarDay {
            date: entry.date.to_string(),
            channel: entry.channel.name().to_owned(),
            title: entry.idea.clone(),
            body: entry.text.clone(),
            occasion: entry.occasion.clone(),
            picture: None,
        };
        let question = |q: &copy::Question| Question {
            question: q.question.clone(),
            answer: q.answer.clone(),
        };
        Views {
            texts: self.set.pieces.iter().map(text).collect(),
            replies: self.set.replies.iter().map(reply).collect(),
            questions: self.set.faq.iter().map(question).collect(),
            calendar: self.set.calendar.iter().map(day).collect(),
        }
    }
}

fn view(sentence: &copy::Sentence, facts: &Facts) -> Sentence {
    Sentence {
        text: sentence.text.clone(),
        status: sentence.status,
        facts: sentence.facts.clone(),
        fact_text: sentence.facts.first().and_then(|fact| told(facts, *fact)),
    }
}

/// What the owner told, in words.
fn told(facts: &Facts, fact: Fact) -> Option<String> {
    let (product, shop, permits) = (&facts.product, &facts.shop, &facts.permits);
    let list = |items: &[String]| (!items.is_empty()).then(|| items.join(", "));
    match fact {
        Fact::Name => Some(product.name.clone()).filter(|name| !name.is_empty()),
        Fact::Category => Some(product.category.key().to_owned()),
        Fact::Price => product.price.map(|price| price.to_string()),
        Fact::Unit => product.unit.clone(),
        Fact::NetWeight => product.net_weight.map(|weight| weight.to_string()),
        Fact::Variants => list(
            &product
                .variants
                .iter()
                .map(|v| v.name.clone())
                .collect::<Vec<_>>(),
        ),
        Fact::Ingredients => list(&product.ingredients),
        Fact::Materials => list(&product.materials),
        Fact::Process => product.process.clone(),
        Fact::Origin => product.origin.clone(),
        Fact::Story => product.story.clone(),
        Fact::Usage => product.usage.clone(),
        Fact::Storage => product.storage.clone(),
        Fact::ShelfLife => product.shelf_life.clone(),
        Fact::Stock => product.stock.map(|stock| stock.to_string()),
        Fact::PreorderDays => product.preorder_days.map(|days| days.to_string()),
        Fact::PreviousPrice => product.previous_price.map(|price| price.to_string()),
        Fact::SoldCount => product.sold_count.map(|count| count.to_string()),
        Fact::ShopName => shop.name.clone(),
        Fact::City => shop.city.clone(),
        Fact::WhatsApp => shop.whatsapp.as_ref().map(|number| number.local()),
        Fact::Instagram => shop.instagram.clone(),
        Fact::Tiktok => shop.tiktok.clone(),
        Fact::Facebook => shop.facebook.clone(),
        Fact::Colors => list(
            &shop
                .colors
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
        ),
        Fact::Logo => shop.logo.clone(),
        Fact::Nib => permits.nib.as_ref().map(|permit| permit.number.clone()),
        Fact::Pirt => permits.pirt.as_ref().map(|permit| permit.number.clone()),
        Fact::Halal => permits.halal.as_ref().map(|permit| permit.number.clone()),
        Fact::Bpom => permits.bpom.as_ref().map(|permit| permit.number.clone()),
        Fact::Brand => permits.brand.clone(),
    }
}

/// Writes `copy/`: one text file for each place, all in one JSON, and the calendar.
pub(crate) fn save(job: &Job<'_>, copy: &Copy) -> Result<Vec<Output>, AppError> {
    if !job.wants(Step::Copy) {
        return Ok(Vec::new());
    }
    job.watch.at(Step::Copy, 0, 1);
    let mut outputs = Vec::new();
    let entry = |path: String, variety: &str| -> Entry<'static> {
        Entry::new(OutputKind::Copy, path, variety, "copy/templates").took(copy.took)
    };
    outputs.extend(save_pieces(job, copy, |_| true)?);
    let words = |key: &str| job.words.label(key, &[]);
    let mut texts = vec![(
        "voice-over",
        lines(copy.set.voice.iter().map(|line| line.spoken.clone())),
    )];
    texts.push(("hashtags", lines(copy.set.hashtags.iter().cloned())));
    texts.push(("alt-text", lines(alt_texts(copy))));
    texts.push((
        "faq",
        lines(
            copy.set
                .faq
                .iter()
                .map(|q| format!("{}\n{}\n", q.question, q.answer)),
        ),
    ));
    texts.push((
        "replies",
        lines(copy.set.replies.iter().map(|r| {
            format!(
                "[{}]\n{}\n",
                words(&format!("reply-{}", r.kind.key())),
                r.text
            )
        })),
    ));
    texts.push(("calendar", lines(copy.set.calendar.iter().map(day))));
    for (name, text) in texts {
        outputs.push(entry(format!("copy/{name}.txt"), name).write(job, text.as_bytes())?);
    }
    outputs.push(save_all(job, copy)?);
    let ics = copy::ics(&copy.set.calendar, &job.request.facts.product.name);
    let calendar = Entry::new(
        OutputKind::Calendar,
        "copy/calendar.ics",
        "calendar",
        "copy/templates",
    )
    .took(copy.took);
    outputs.push(calendar.write(job, ics.as_bytes())?);
    job.watch.at(Step::Copy, 1, 1);
    Ok(outputs)
}

/// Writes the texts of some channels.
pub(crate) fn save_pieces(
    job: &Job<'_>,
    copy: &Copy,
    wanted: impl Fn(Channel) -> bool,
) -> Result<Vec<Output>, AppError> {
    let pieces = copy.set.pieces.iter();
    pieces
        .filter(|piece| wanted(piece.channel))
        .map(|piece| {
            let path = file(piece.channel);
            Entry::new(
                OutputKind::Copy,
                path,
                piece.channel.key(),
                "copy/templates",
            )
            .took(copy.took)
            .write(job, format!("{}\n", text(piece)).as_bytes())
        })
        .collect()
}

/// A text as it stands in its file: the title, where it has one, an empty line, the body.
pub(crate) fn text(piece: &Piece) -> String {
    match &piece.title {
        Some(title) => format!("{title}\n\n{}", piece.body),
        None => piece.body.clone(),
    }
}

/// Writes all words in one file, to be read back.
pub(crate) fn save_all(job: &Job<'_>, copy: &Copy) -> Result<Output, AppError> {
    let json =
        serde_json::to_vec_pretty(&copy.set).map_err(|e| AppError::Internal(e.to_string()))?;
    Entry::new(OutputKind::Copy, ALL, "all", "copy/templates")
        .took(copy.took)
        .write(job, &json)
}

fn lines(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().fold(String::new(), |mut out, item| {
        out.push_str(&item);
        out.push('\n');
        out
    })
}

fn alt_texts(copy: &Copy) -> Vec<String> {
    use copy::Picture::{Cover, Cutout, Post, Scene, Tidied, White};
    let alt = &copy.set.alt_texts;
    [
        ("cutout", Cutout),
        ("white", White),
        ("scene", Scene),
        ("tidied", Tidied),
        ("post", Post),
        ("cover", Cover),
    ]
    .into_iter()
    .map(|(name, picture)| format!("{name}: {}", alt.of(picture)))
    .collect()
}

fn day(entry: &CalendarEntry) -> String {
    let occasion = entry
        .occasion
        .as_ref()
        .map(|name| format!(" · {name}"))
        .unwrap_or_default();
    format!(
        "{} · {}{occasion}\n{}\n{}\n",
        entry.date,
        entry.channel.name(),
        entry.idea,
        entry.text
    )
}

/// Fills what a kit can't do without, a name, and leaves out the owner's words that may not stand; both are told.
pub fn complete(facts: &mut Facts, told_any: bool, lang: Lang) -> Vec<naik_core::kit::Notice> {
    use naik_core::category::Category;
    use naik_core::kit::Notice;
    let mut notices = Vec::new();
    if !told_any {
        notices.push(Notice::note(Message::new("facts-none")));
    }
    if facts.product.name.is_empty() {
        facts.product.name = "Produk".to_owned();
        notices.push(Notice::note(
            Message::new("name-missing").with("name", &facts.product.name),
        ));
    } else if facts.product.category == Category::Other {
        facts.product.category = Category::guess(&facts.product.name);
    }
    // What may not stand goes before anything is drawn, said or listed.
    let (mut clean, left_out) = copy::clean(facts);
    if clean.product.name.is_empty() {
        clean.product.name = copy::noun(clean.product.category, lang);
    }
    *facts = clean;
    notices.extend(left_out);
    notices
}
