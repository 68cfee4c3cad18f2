//! A kit of a ceramic mug, for tests: every kind of output, one finding, one failing rule.

use naik_core::channel::Market;
use naik_core::fact::Fact;
use naik_core::facts::Facts;
use naik_core::kit::{
    Check, Finding, Gravity, Input, KIT_VERSION, Kit, Output, OutputKind, Status,
};
use naik_core::lang::Lang;
use naik_core::money::Rupiah;
use naik_core::seed::Seed;

use crate::page::{CalendarDay, MarketReport, Page, Question, Reply, Sentence, Text};
use crate::words::Words;

/// Everything that a page borrows.
pub(crate) struct Fixture {
    pub(crate) kit: Kit,
    pub(crate) texts: Vec<Text>,
    pub(crate) replies: Vec<Reply>,
    pub(crate) questions: Vec<Question>,
    pub(crate) calendar: Vec<CalendarDay>,
    pub(crate) markets: Vec<MarketReport>,
    pub(crate) words: Words,
}

impl Fixture {
    pub(crate) fn page(&self) -> Page<'_> {
        Page {
            kit: &self.kit,
            texts: &self.texts,
            replies: &self.replies,
            questions: &self.questions,
            calendar: &self.calendar,
            markets: &self.markets,
            subtitles: Some(SUBTITLES),
            words: &self.words,
        }
    }
}

const SUBTITLES: &str = "1\n00:00:00,200 --> 00:00:03,400\nCangkir ini diputar tangan satu per satu di Dinoyo, Malang.\n\n2\n00:00:03,600 --> 00:00:07,100\nMuat tiga ratus mililiter, pas untuk kopi tubruk pagi.\n\n3\n00:00:07,400 --> 00:00:11,800\nHarganya empat puluh lima ribu rupiah. Pesan lewat WhatsApp Tanah Dinoyo.\n";

/// The mug's kit in a language.
pub(crate) fn mug(lang: Lang) -> Fixture {
    let mut facts = Facts::default();
    facts.product.name = "Cangkir Keramik Dinoyo".to_owned();
    facts.product.price = Some(Rupiah::new(45_000));
    facts.product.net_weight = naik_core::quantity::Quantity::parse("300 ml").ok();
    facts.shop.name = Some("Tanah Dinoyo".to_owned());
    facts.shop.city = Some("Malang".to_owned());
    let mut outputs = Vec::new();
    for (number, photo) in ["depan", "samping"].into_iter().enumerate() {
        photo_outputs(&mut outputs, photo, number == 0);
    }
    post_outputs(&mut outputs);
    outputs.push(output(
        OutputKind::Video,
        "video/video.mp4",
        "video",
        "",
        (1080, 1920),
    ));
    if let Some(film) = outputs.last_mut() {
        film.seconds = Some(15.2);
    }
    outputs.push(output(
        OutputKind::Cover,
        "video/cover.jpg",
        "cover",
        "",
        (1080, 1920),
    ));
    outputs.push(output(
        OutputKind::Subtitles,
        "video/video.srt",
        "subtitles",
        "",
        (0, 0),
    ));
    outputs.push(output(
        OutputKind::Copy,
        "copy/copy.json",
        "all",
        "",
        (0, 0),
    ));
    outputs.push(output(
        OutputKind::Calendar,
        "copy/calendar.ics",
        "calendar",
        "",
        (0, 0),
    ));
    let markets = market_reports(&mut outputs);
    let doubted = finding(
        Gravity::Mend,
        "cutout-doubted",
        "Latar foto ini belum bisa dihapus dengan rapi",
        "Foto ulang di atas kain polos, dekat jendela",
    );
    Fixture {
        kit: Kit {
            version: KIT_VERSION,
            made_by: "naikkelas 0.1.0".to_owned(),
            slug: "cangkir-keramik-dinoyo".to_owned(),
            lang,
            seed: Seed(7),
            date: "2026-11-23".to_owned(),
            facts,
            inputs: vec![input("depan.jpg", true, Vec::new()), input("samping.jpg", false, vec![doubted])],
            outputs,
            claims: Vec::new(),
            findings: vec![finding(Gravity::Note, "stock-missing", "Stok belum diisi, jadi ditulis 1", "Isi stock di facts.toml")],
            milliseconds: 14_200,
        },
        texts: texts(),
        replies: ["Salam pembuka", "Tanya stok", "Menawar harga", "Keluhan", "Setelah beli"].map(|title| Reply { title: title.to_owned(), body: format!("{title}: Halo Kak, terima kasih sudah mampir ke Tanah Dinoyo.\nAda yang bisa kami bantu?") }).to_vec(),
        questions: [("Muat berapa?", "300 ml, Kak."), ("Bisa kirim ke luar kota?", "Bisa, Kak. Kami bungkus dengan kardus dua lapis."), ("Boleh pesan warna lain?", "Untuk sekarang hitam dan madu, Kak.")].map(|(question, answer)| Question { question: question.to_owned(), answer: answer.to_owned() }).to_vec(),
        calendar: calendar(),
        markets,
        words: Words::new(lang),
    }
}

fn output(
    kind: OutputKind,
    path: &str,
    variety: &str,
    source: &str,
    (width, height): (u32, u32),
) -> Output {
    Output {
        path: path.to_owned(),
        kind,
        variety: variety.to_owned(),
        source: if source.is_empty() {
            Vec::new()
        } else {
            vec![source.to_owned()]
        },
        engine: format!("{kind:?}/built-in").to_lowercase(),
        bytes: 184_320,
        sha256: String::new(),
        width: (width > 0).then_some(width),
        height: (height > 0).then_some(height),
        seconds: None,
        milliseconds: 120,
        checks: Vec::new(),
    }
}

fn photo_outputs(outputs: &mut Vec<Output>, stem: &str, cut: bool) {
    let source = format!("{stem}.jpg");
    let mut add = |kind, name: &str, variety: &str, size| {
        outputs.push(output(
            kind,
            &format!("photos/{stem}/{name}"),
            variety,
            &source,
            size,
        ))
    };
    if cut {
        add(OutputKind::Cutout, "cutout.png", "cutout", (1400, 1500));
        add(OutputKind::White, "white.jpg", "white", (1200, 1200));
        add(
            OutputKind::Scene,
            "wood-table.jpg",
            "wood-table",
            (1200, 1200),
        );
        add(OutputKind::Scene, "linen.jpg", "linen", (1200, 1200));
        add(
            OutputKind::MarketPhoto,
            "shopee.jpg",
            "shopee",
            (1024, 1024),
        );
        add(
            OutputKind::MarketPhoto,
            "lazada.jpg",
            "lazada",
            (1200, 1200),
        );
    }
    add(OutputKind::Tidied, "tidied.jpg", "tidied", (1600, 1200));
}

fn post_outputs(outputs: &mut Vec<Output>) {
    let posts = [
        ("feed", "panggung", 1080, 1350),
        ("square", "bulan", 1080, 1080),
        ("story", "panggung", 1080, 1920),
        ("status", "lapak", 1080, 1920),
        ("carousel-1", "lapak", 1080, 1350),
        ("carousel-2", "lapak", 1080, 1350),
        ("carousel-3", "lapak", 1080, 1350),
        ("price-card", "etiket", 1080, 1080),
    ];
    for (name, family, width, height) in posts {
        let post = output(
            OutputKind::Post,
            &format!("posts/{name}.png"),
            name,
            "depan.jpg",
            (width, height),
        );
        outputs.push(Output {
            engine: format!("poster/{family}"),
            ..post
        });
    }
}

fn market_reports(outputs: &mut Vec<Output>) -> Vec<MarketReport> {
    let files = [
        (Market::Shopee, vec!["shopee.xlsx", "shopee-photos.zip"]),
        (Market::TiktokTokopedia, vec!["tiktok-tokopedia.xlsx"]),
        (Market::Lazada, vec!["lazada.xlsx"]),
        (Market::Meta, vec!["meta.csv"]),
        (Market::Google, vec!["google.tsv", "product.jsonld"]),
    ];
    files
        .into_iter()
        .map(|(market, names)| {
            let files: Vec<String> = names
                .iter()
                .map(|name| format!("listings/{name}"))
                .collect();
            outputs.extend(
                files
                    .iter()
                    .map(|path| output(OutputKind::Listing, path, market.key(), "", (0, 0))),
            );
            let check = |rule: &str, passed, text: &str| Check {
                rule: rule.to_owned(),
                passed,
                text: text.to_owned(),
            };
            let mut checks = vec![
                check("title-length", true, "38 dari 255 huruf"),
                check("photo-size", true, "1024×1024, 240 KB"),
                check("price", true, "Rp45.000"),
            ];
            if market == Market::Shopee {
                checks.push(check(
                    "weight",
                    false,
                    "Berat paket belum diisi. Tambahkan net_weight dengan gram, misalnya 450 g",
                ));
            }
            MarketReport {
                market,
                files,
                checks,
            }
        })
        .collect()
}

fn input(file: &str, cut: bool, findings: Vec<Finding>) -> Input {
    Input {
        file: file.to_owned(),
        sha256: String::new(),
        width: 4000,
        height: 3000,
        confidence: Some(if cut { 0.964 } else { 0.41 }),
        cut,
        findings,
    }
}

fn finding(gravity: Gravity, key: &str, text: &str, hint: &str) -> Finding {
    Finding {
        gravity,
        key: key.to_owned(),
        text: text.to_owned(),
        hint: hint.to_owned(),
    }
}

fn sentence(text: &str, fact: Option<(Fact, &str)>) -> Sentence {
    Sentence {
        text: text.to_owned(),
        status: if fact.is_some() {
            Status::Proved
        } else {
            Status::Neutral
        },
        facts: fact.iter().map(|(fact, _)| *fact).collect(),
        fact_text: fact.map(|(_, told)| told.to_owned()),
    }
}

fn texts() -> Vec<Text> {
    let opening = "Ngopi pagi, cangkir sendiri. ☕";
    let process = "Diputar tangan satu per satu di Dinoyo, Malang, jadi tak ada dua yang kembar.";
    let contents = "Muat 300 ml, pas untuk kopi tubruk pagi.";
    let care = "Cuci dengan spons lembut supaya glasirnya tetap mengilap.";
    let price = "Harganya Rp45.000 saja.";
    let call = "Pesan lewat WhatsApp 0812-3456-7890, kami balas hari itu juga.";
    let sentences = vec![
        sentence(opening, None),
        sentence(
            process,
            Some((Fact::Process, "Diputar tangan satu per satu")),
        ),
        sentence(contents, Some((Fact::NetWeight, "300 ml"))),
        sentence(care, Some((Fact::Storage, "spons lembut"))),
        sentence(price, Some((Fact::Price, "Rp45.000"))),
        sentence(call, Some((Fact::WhatsApp, "0812-3456-7890"))),
    ];
    let text = |key: &str, name: &str, title: Option<&str>, body: String| Text {
        key: key.to_owned(),
        name: name.to_owned(),
        title: title.map(str::to_owned),
        body,
        file: format!("copy/{key}.txt"),
        sentences: sentences.clone(),
    };
    let caption = format!(
        "{opening}\n\n{process} {contents} {care}\n\n{price} {call}\n\n#cangkirkeramik #keramikmalang #dinoyo #kopitubruk"
    );
    vec![
        text("instagram", "Instagram", None, caption.clone()),
        text(
            "marketplace",
            "Marketplace",
            Some("Cangkir Keramik Dinoyo 300 ml Glasir Madu Buatan Tangan Malang"),
            format!(
                "{process}\n{contents}\n{care}\n\nISI PAKET\n1 cangkir, kardus dua lapis\n\n{price}"
            ),
        ),
        text(
            "tiktok",
            "TikTok",
            None,
            format!("{opening} {contents} {price} #cangkir #malang"),
        ),
        text("facebook", "Facebook", None, caption),
        text(
            "whatsapp-broadcast",
            "WhatsApp Broadcast",
            None,
            format!("Halo Kak! {opening}\n\n{contents} {price}\n\n{call}"),
        ),
        text(
            "whatsapp-status",
            "WhatsApp Status",
            None,
            format!("{contents} {price}"),
        ),
        text(
            "google-business",
            "Google Business",
            None,
            format!("{process} {contents} {price}"),
        ),
    ]
}

fn calendar() -> Vec<CalendarDay> {
    let ideas = [
        "Perkenalan produk",
        "Cerita di balik tungku",
        "Cara merawat",
        "Kata pembeli",
        "Foto di meja kopi",
        "Tanya jawab",
        "Harga dan cara pesan",
    ];
    let channels = ["Instagram", "WhatsApp Status", "TikTok"];
    (0_usize..30)
        .filter_map(|offset| {
            let date = jiff::civil::date(2026, 11, 23)
                .checked_add(
                    jiff::Span::new()
                        .try_days(i64::try_from(offset).ok()?)
                        .ok()?,
                )
                .ok()?;
            Some(CalendarDay {
                date: date.to_string(),
                channel: channels.get(offset % channels.len())?.to_string(),
                title: ideas.get(offset % ideas.len())?.to_string(),
                body: if offset % 3 == 2 {
                    String::new()
                } else {
                    "Ngopi pagi, cangkir sendiri.\nMuat 300 ml, Rp45.000.".to_owned()
                },
                occasion: (offset == 2).then(|| "Hari Guru Nasional".to_owned()),
                picture: (offset % 3 == 0).then(|| "posts/square.png".to_owned()),
            })
        })
        .collect()
}
