//! The page as a browser would read it, without a browser; `e2e/` looks at it with one.

use naik_core::kit::Status;
use naik_core::lang::Lang;

use super::fixture::{Fixture, mug};
use super::*;

/// The page's bytes at most: a phone with 2 GB opens it at once.
const LARGEST: usize = 300_000;

fn html(fixture: &Fixture) -> String {
    render(&fixture.page()).unwrap()
}

/// What stands between two marks, each time.
fn between<'a>(html: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    html.split(from)
        .skip(1)
        .map(|rest| rest.split(to).next().unwrap())
        .collect()
}

/// The text of a piece of HTML as a browser hands it to the clipboard.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    marks
        .into_iter()
        .fold(text, |text, (mark, letter)| text.replace(mark, letter))
}

/// Headings and tags in order: what a hurried reader sees.
fn outline(html: &str) -> String {
    let mut lines = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or_default();
        if !text.trim().is_empty()
            && [
                "h1",
                "h2",
                "h3",
                "span class=\"market-name\"",
                "p class=\"price\"",
            ]
            .iter()
            .any(|name| tag.starts_with(name))
        {
            lines.push(format!("{} {}", &tag[..2], text.trim()));
        }
    }
    lines.join("\n")
}

#[test]
fn a_hurried_reader_sees_the_whole_kit() {
    insta::assert_snapshot!(outline(&html(&mug(Lang::Id))), @r"
    h1 Cangkir Keramik Dinoyo
    p  Rp45.000
    h2 Siap dipakai jualan
    h2 Poster
    h2 Video
    h2 Teks
    h3 Instagram
    h3 Marketplace
    h3 TikTok
    h3 Facebook
    h3 WhatsApp Broadcast
    h3 WhatsApp Status
    h3 Google Business
    h2 Kalender 30 hari
    h2 Jualan
    sp Shopee
    sp TikTok Shop &#x2f; Tokopedia
    sp Lazada
    sp WhatsApp &amp; Meta
    sp Google Merchant
    ");
}

#[test]
fn nothing_is_fetched_and_it_stays_small() {
    for lang in Lang::ALL {
        let html = html(&mug(lang));
        assert!(html.len() < LARGEST, "{} bytes", html.len());
        for mark in ["src=\"", "href=\"", "poster=\""] {
            for address in between(&html, mark, "\"") {
                assert!(
                    !address.contains(':') && !address.starts_with('/'),
                    "{address}"
                );
            }
        }
        assert_eq!(between(&html, "@import", ";"), Vec::<&str>::new());
    }
}

#[test]
fn every_label_has_words() {
    for lang in Lang::ALL {
        let html = html(&mug(lang));
        let bare: Vec<_> = ["page", "fact", "weekday", "month"]
            .iter()
            .flat_map(|part| between(&html, &format!(">{part}-"), "<"))
            .collect();
        assert_eq!(bare, Vec::<&str>::new(), "{}", lang.code());
        assert!(
            !html.contains(['\u{2068}', '\u{2069}']),
            "no marks for writing directions"
        );
    }
}

#[test]
fn what_people_typed_is_never_markup() {
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> ꦗꦮ 🌶️ {{ 1001*1001 }}";
    let mut fixture = mug(Lang::Id);
    fixture.kit.facts.product.name = evil.to_owned();
    fixture.kit.facts.shop.name = Some(evil.to_owned());
    for finding in fixture.kit.findings.iter_mut().chain(
        fixture
            .kit
            .inputs
            .iter_mut()
            .flat_map(|input| &mut input.findings),
    ) {
        finding.text = evil.to_owned();
        finding.hint = evil.to_owned();
    }
    fixture.kit.inputs[0].file = format!("{evil}.jpg");
    for output in &mut fixture.kit.outputs {
        output.path = output.path.replace("photos/", "photos/\"><script>/");
        output.variety = evil.to_owned();
        output.engine = evil.to_owned();
    }
    fixture.replies[0].title = evil.to_owned();
    fixture.questions[0].answer = evil.to_owned();
    fixture.calendar[0].body = evil.to_owned();
    fixture.texts[0].body = evil.to_owned();
    fixture.texts[0].name = evil.to_owned();
    fixture.texts[1].sentences[0].fact_text = Some(evil.to_owned());
    fixture.markets[0].checks[0].text = evil.to_owned();
    let html = html(&fixture);
    assert_eq!(html.matches("<script").count(), 2);
    assert_eq!(html.matches("</script").count(), 2);
    assert!(
        !html.contains("<img src=x") && !html.contains("1002001"),
        "typed markup or template came through"
    );
    assert!(html.contains("ꦗꦮ 🌶️"));
}

#[test]
fn the_policy_allows_our_script_alone() {
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let html = html(&mug(Lang::En));
    let hash =
        |script: &str| base64::engine::general_purpose::STANDARD.encode(Sha256::digest(script));
    let scripts: Vec<String> = between(&html, "<script>", "</script>")
        .into_iter()
        .map(hash)
        .collect();
    let policy = text_of(between(&html, "Content-Security-Policy\" content=\"", "\"")[0]);
    assert!(
        policy.contains(&format!(
            "script-src 'sha256-{}';",
            scripts.join("' 'sha256-")
        )),
        "{policy}"
    );
    assert!(policy.starts_with("default-src 'none'"));
}

#[test]
fn a_copied_text_is_the_text() {
    let mut fixture = mug(Lang::Id);
    fixture.texts[0].body = "\n  Dua spasi, \"kutip\" & <kurung>\n\nMuat 300 ml, pas untuk kopi tubruk pagi. 300 ml!\t☕\n".to_owned();
    let html = html(&fixture);
    for text in &fixture.texts {
        let words = between(
            &html,
            &format!("class=\"words\" id=\"teks-{}-isi\">", text.key),
            "</div>",
        )[0];
        assert_eq!(text_of(words), text.body);
    }
    let reply = between(&html, "id=\"balasan-1\">", "</p>")[0];
    assert_eq!(text_of(reply), fixture.replies[0].body);
}

#[test]
fn ready_counts_what_may_be_used() {
    let mut fixture = mug(Lang::Id);
    assert!(html(&fixture).contains("8 dari 10 siap"));
    fixture.markets[0].checks.retain(|check| check.passed);
    fixture.kit.inputs[1].findings.clear();
    let ready = html(&fixture);
    assert!(ready.contains("10 dari 10 siap") && ready.contains("Semua siap"));
    fixture.texts[0].sentences[0].status = Status::Unproved;
    assert!(html(&fixture).contains("9 dari 10 siap"));
}

#[test]
fn a_kit_of_nothing_is_still_a_page() {
    let mut fixture = mug(Lang::Jv);
    fixture.kit.inputs.clear();
    fixture.kit.outputs.clear();
    fixture.kit.facts = Default::default();
    fixture.texts.clear();
    fixture.replies.clear();
    fixture.questions.clear();
    fixture.calendar.clear();
    fixture.markets.clear();
    let html = html(&fixture);
    assert!(html.contains("cangkir-keramik-dinoyo") && !html.contains("id=\"video\""));
}
