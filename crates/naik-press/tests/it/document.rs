//! Papers: what they say, that no text of people is read as markup, and that the same paper has the same bytes.

use naik_press::PressError;
use naik_press::document::{
    Award, Kind, Listing, Paper, Sheet, certificate, cohort_month, listing, month_result,
};
use proptest::prelude::*;

use crate::sample::{self, say};

const BOTH: [Kind; 2] = [Kind::Catalogue, Kind::Prices];

/// Texts that a template language, a shell or a page might read as more than words.
const HOSTILE: [&str; 14] = [
    "#read(\"/etc/passwd\")",
    "#include \"/etc/passwd\"",
    "#import \"@preview/x:1.0.0\": *",
    "$ x^2 / 0 $",
    "*tebal* _miring_ `kode`",
    "= Judul",
    "- butir + butir / istilah: arti",
    "<label> @ref",
    "\\u{1f600} \\ \\#",
    "]) #panic(\"!\") ([",
    "\"}],\"items\":[{\"name\":\"",
    "// komentar /* juga */",
    "{n} {all} {{ angka }}",
    "</script><b>&amp;",
];

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}

fn spoken(paper: &Paper) -> String {
    letters(&paper.words().concat())
}

/// `/Count` of the page tree's root; the writer leaves that object readable.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let counts = text.split("/Count ").skip(1);
    let numbers = counts.filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    numbers.max().unwrap_or(0)
}

fn all(count: usize) -> Vec<Paper> {
    let shop = sample::listing(count);
    let mut papers: Vec<Paper> = BOTH
        .into_iter()
        .flat_map(|kind| [Sheet::Print, Sheet::Phone(1)].map(|sheet| (kind, sheet)))
        .map(|(kind, sheet)| listing(&shop, kind, sheet, &say).unwrap())
        .collect();
    papers.push(month_result(&sample::month(count), &say).unwrap());
    papers.push(certificate(&sample::certificate(), &say).unwrap());
    papers.push(cohort_month(&sample::cohort(), &say).unwrap());
    papers
}

#[test]
fn every_paper_is_made_the_same_twice_and_says_every_word() {
    for count in [0, 1, 2, 14] {
        for (first, second) in all(count).iter().zip(all(count)) {
            let pdf = first.pdf().unwrap();
            assert!(pdf.starts_with(b"%PDF-1.7"), "{first:?}");
            assert_eq!(pages(&pdf), first.pages(), "{first:?}");
            assert!(pdf == second.pdf().unwrap(), "{first:?}");
            let words = first.words().concat();
            assert!(!words.contains('?'), "a word is missing: {words}");
            let date = b"D:20261126";
            assert!(
                pdf.windows(date.len()).any(|part| part == date),
                "{first:?}"
            );
        }
    }
}

#[test]
fn a_long_list_is_all_there() {
    let shop = sample::listing(200);
    let paper = listing(&shop, Kind::Catalogue, Sheet::Print, &say).unwrap();
    assert!((10..30).contains(&paper.pages()), "{paper:?}");
    assert_eq!(spoken(&paper).matches("Sambalbawang").count(), 34);
    let paper = listing(&shop, Kind::Prices, Sheet::Print, &say).unwrap();
    let words = spoken(&paper);
    assert_eq!(words.matches("Sambalbawang").count(), 34);
    assert_eq!(
        words.matches("Rp27.500").count(),
        29,
        "choices with a price"
    );
    // Each page with a part of the table has its head; how to order may stand alone on the last.
    let heads = words.matches("BarangHarga").count();
    assert!(
        (paper.pages() - 1..=paper.pages()).contains(&heads),
        "{heads}"
    );
}

#[test]
fn pictures_for_chats_are_1080_across_and_hold_everything_once() {
    let shop = sample::listing(14);
    for (kind, wanted) in BOTH.into_iter().zip([3, 2]) {
        assert_eq!(kind.pictures(14), wanted);
        let mut words = String::new();
        for part in 1..=wanted {
            let paper = listing(&shop, kind, Sheet::Phone(part), &say).unwrap();
            assert_eq!(paper.pages(), 1);
            let drawn = paper.picture(0).unwrap();
            assert_eq!(drawn.width, 1080);
            assert!((500..6000).contains(&drawn.height), "{}", drawn.height);
            assert!(
                drawn
                    .rgba
                    .as_chunks::<4>()
                    .0
                    .iter()
                    .all(|[.., alpha]| *alpha == 255)
            );
            words.push_str(&spoken(&paper));
            assert_eq!(words.contains("Carapesan"), part == wanted, "{part}");
        }
        assert_eq!(words.matches("KopibubukDampit").count(), 2, "{kind:?}");
    }
    assert_eq!(Kind::Prices.pictures(0), 1);
}

#[test]
fn a_photo_that_is_none_is_an_error_and_no_photo_is_fine() {
    let mut shop = sample::listing(3);
    shop.items[0].photo = Some(b"no picture".to_vec());
    let failed = listing(&shop, Kind::Catalogue, Sheet::Print, &say);
    assert!(matches!(failed, Err(PressError::Document(_))));
    shop.items[0].photo = None;
    assert!(listing(&shop, Kind::Catalogue, Sheet::Print, &say).is_ok());
}

/// A text in every place that takes one.
fn everywhere(text: &str) -> Vec<Paper> {
    let own = || text.to_owned();
    let mut shop = sample::listing(3);
    shop.seller.name = own();
    shop.seller.about = Some(own());
    shop.seller.city = Some(own());
    for item in &mut shop.items {
        item.name = own();
        item.unit = Some(own());
        item.details = vec![own()];
        item.choices = vec![(own(), None), (own(), Some("Rp1".to_owned()))];
        item.story = Some(own());
    }
    let mut month = sample::month(3);
    month.shop = own();
    month.city = Some(own());
    for line in &mut month.cash {
        line.what = own();
    }
    let mut given = sample::certificate();
    given.shop = own();
    given.giver = own();
    given.city = Some(own());
    given.award = Award::Programme {
        name: own(),
        weeks: 26,
    };
    let mut cohort = sample::cohort();
    cohort.cohort = own();
    cohort.programme = own();
    cohort.growth = vec![own()];
    cohort.caveats = vec![own()];
    cohort.ladder[0].name = own();
    cohort.figures[0].label = own();
    vec![
        listing(&shop, Kind::Catalogue, Sheet::Print, &say).unwrap(),
        listing(&shop, Kind::Prices, Sheet::Phone(1), &say).unwrap(),
        month_result(&month, &say).unwrap(),
        certificate(&given, &say).unwrap(),
        cohort_month(&cohort, &say).unwrap(),
    ]
}

#[test]
fn no_text_is_read_as_markup() {
    for text in HOSTILE {
        let wanted = letters(text);
        for paper in everywhere(text) {
            let words = spoken(&paper);
            assert!(words.contains(&wanted), "{text} in {paper:?}: {words}");
            assert!(!words.contains("root:"), "{text}");
        }
    }
}

#[test]
fn long_names_and_other_scripts_are_shown_sensibly() {
    let mut shop = sample::listing(4);
    shop.items[0].name = "A".repeat(300);
    shop.items[1].name = "辣椒酱".to_owned();
    shop.items[2].name = "Sambal 🔥 ꦱꦩ꧀ꦧꦼꦭ\u{202e}".to_owned();
    let paper = listing(&shop, Kind::Prices, Sheet::Print, &say).unwrap();
    let words = spoken(&paper);
    assert!(words.contains(&format!("{}…", "A".repeat(90))), "{words}");
    assert!(words.contains("Barang2"), "{words}");
    assert!(words.contains("Sambal"), "{words}");
    assert!(!words.contains('🔥') && !words.contains('\u{202e}'));
    // Nothing runs over the edge: every page is still as wide as A4.
    assert!(paper.pdf().is_ok());
}

#[test]
fn a_month_says_what_nobody_has_checked() {
    let paper = month_result(&sample::month(55), &say).unwrap();
    let words = spoken(&paper);
    for part in [
        "HasilbulaniniRp5.650.000",
        "TikTokShop/Tokopedia4044Rp8.450.00068%",
        "Langsung1.1201.340Rp4.000.00032%",
        "Dicatatsendiriolehpemilik1.120Rp4.000.000",
        "15barislagiadadibukukas",
        "Angkainicatatanpemilikusahadanbelumdiperiksapihaklain.",
        "menurutPP55/2022.Bukanbuktisetor",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let mut empty = sample::month(0);
    (empty.places, empty.months, empty.tax) = (Vec::new(), Vec::new(), None);
    let words = spoken(&month_result(&empty, &say).unwrap());
    assert!(words.contains("Bukukasbulaninikosong."), "{words}");
    assert!(!words.contains("PPhfinal"), "{words}");
}

#[test]
fn a_certificate_names_both_who_checked_and_who_confirmed() {
    let paper = certificate(&sample::certificate(), &say).unwrap();
    assert_eq!(paper.pages(), 1);
    let words = spoken(&paper);
    for part in [
        "DiperiksaolehDimasPrasetyo20November2026",
        "DitetapkanolehRatnaWulandari24November2026",
        "8T5C-Y4TQ-KFFR",
        "Berlakusampai24Mei2027",
        "naik.example/sertifikat/8T5C-Y4TQ-KFFR",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn a_cohort_withholds_small_numbers_and_says_what_is_not_proved() {
    let paper = cohort_month(&sample::cohort(), &say).unwrap();
    let words = spoken(&paper);
    assert_eq!(words.matches("<5").count(), 3, "{words}");
    for part in [
        "Punyaizinedarbaru<5–<5",
        "n=178·tanpadata4",
        "Mingguke-12dari26",
        "Yangtidakdibuktikanangkaini",
        "belumtentunaikkarenaprogram",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_name_is_printed_as_it_was_written(name in "[ -~]{1,60}") {
        let mut shop: Listing = sample::listing(1);
        shop.items[0].name = name.clone();
        let paper = listing(&shop, Kind::Prices, Sheet::Print, &say).unwrap();
        let words = spoken(&paper);
        prop_assert!(words.contains(&letters(&name)), "{name}: {words}");
    }

    #[test]
    fn any_text_at_all_makes_a_paper(text in "\\PC{0,200}") {
        prop_assert_eq!(everywhere(&text).len(), 5);
    }
}
