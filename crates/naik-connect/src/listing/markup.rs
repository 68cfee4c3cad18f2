//! Owners paste from web pages: feeds want plain text.

/// Tags of web pages that end a line.
const LINE_TAGS: &[&str] = &[
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
];
/// Those within a line.
const INLINE_TAGS: &[&str] = &[
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "small",
    "big",
    "sub",
    "sup",
    "font",
    "img",
    "td",
    "th",
    "tbody",
    "thead",
    "mark",
    "del",
    "ins",
    "blockquote",
    "center",
    "script",
    "style",
];
/// The longest tag, in bytes; a longer one is text.
const TAG_MOST: usize = 500;

/// A text without what only web pages read: tags go or become line breaks, and names of signs become the signs. What
/// merely stands between `<` and `>` is kept.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('<') {
        out.push_str(before);
        match tag(from) {
            Some((after, ends_line)) => {
                out.push_str(if ends_line { "\n" } else { "" });
                rest = after;
            }
            None => {
                out.push('<');
                rest = from;
            }
        }
    }
    out.push_str(rest);
    if !out.contains('&') {
        return out;
    }
    // The sign that all others begin with comes last, so that nothing is read twice.
    let signs = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    signs
        .into_iter()
        .fold(out, |text, (name, sign)| text.replace(name, sign))
}

/// What follows the tag that a text after `<` begins with, and whether it ends a line; `None` where it is no tag.
fn tag(from: &str) -> Option<(&str, bool)> {
    let near = from.get(..from.floor_char_boundary(TAG_MOST))?;
    let (body, _) = near.split_once('>')?;
    let after = from.get(body.len() + 1..)?;
    let name: String = body
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let name = name.as_str();
    if LINE_TAGS.contains(&name) {
        Some((after, true))
    } else if INLINE_TAGS.contains(&name) {
        Some((after, false))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        for (text, wanted) in [
            ("<p>Gurih &amp; <b>renyah</b></p>", "\nGurih & renyah\n"),
            ("Satu<br/>dua<BR>tiga", "Satu\ndua\ntiga"),
            ("<a href=\"https://x.id\">lihat</a>", "lihat"),
            ("Keripik <Tempe> 3 < 4 > 2", "Keripik <Tempe> 3 < 4 > 2"),
            ("Rasa&nbsp;asin &lt;3 &amp;lt;", "Rasa asin <3 &lt;"),
            ("a <b", "a <b"),
            ("", ""),
        ] {
            assert_eq!(plain(text), wanted, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_it(text in "[<>/&a-cbp;é\\s]{0,60}") {
            let _ = plain(&text);
        }
    }
}
