//! Leaving something out of a text so that the rest still reads well.

use naik_connect::listing;
use naik_core::facts::Facts;
use naik_text::guard;

/// A text without some stretches of it, given in bytes and in order. A line of which only a bullet is left goes too.
pub(super) fn without(text: &str, spans: &[(usize, usize)]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (from, to) = (at, at + line.len());
        at = to;
        let mut rest = String::new();
        let mut copied = from;
        for (start, end) in spans {
            let (start, end) = ((*start).clamp(copied, to), (*end).clamp(copied, to));
            if start < end {
                rest.push_str(text.get(copied..start).unwrap_or_default());
                copied = end;
            }
        }
        if copied == from {
            out.push_str(line);
            continue;
        }
        rest.push_str(text.get(copied..to).unwrap_or_default());
        if rest.contains(char::is_alphanumeric) {
            let words: Vec<&str> = rest.split_whitespace().collect();
            out.push_str(&words.join(" "));
            out.push('\n');
        }
    }
    tidy(&out)
}

/// Where sentences stand that send readers to a telephone or elsewhere.
pub(super) fn contacts(text: &str) -> Vec<(usize, usize)> {
    guard::check(text, &Facts::default())
        .sentences
        .into_iter()
        .filter(|s| listing::has_phone(&s.text) || listing::has_link(&s.text))
        .map(|s| (s.from, s.to))
        .collect()
}

/// A text without its hashtags.
pub(super) fn without_hashtags(text: &str) -> String {
    let lines = text.lines().filter_map(|line| {
        let words: Vec<&str> = line
            .split_whitespace()
            .filter(|word| listing::hashtags(word) == 0)
            .collect();
        let had_words = !line.trim().is_empty();
        (!had_words || !words.is_empty()).then(|| words.join(" "))
    });
    tidy(&lines.collect::<Vec<_>>().join("\n"))
}

/// A text of at most so many characters, ended after a line, or else a sentence, or else a word.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let head = text.get(..end).unwrap_or_default();
    // A cut that loses most of it is no cut at all.
    let late = |at: &usize| *at > head.len() / 2;
    let cut = head
        .rfind('\n')
        .filter(late)
        .or_else(|| head.rfind(". ").map(|at| at + 1).filter(late))
        .or_else(|| head.rfind(' '))
        .unwrap_or(head.len());
    head.get(..cut).unwrap_or_default().trim_end().to_owned()
}

/// At most one empty line at a time, none at the ends.
fn tidy(text: &str) -> String {
    let mut out = text.trim().to_owned();
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_reads_well() {
        let text = "Keripik gurih. Paling enak! Isi 200 g.\n• Obat kuat\n• Renyah\n\nPesan ya";
        let span = |part: &str| {
            let from = text.find(part).unwrap();
            (from, from + part.len())
        };
        let gone = [span("Paling enak!"), span("Obat kuat")];
        assert_eq!(
            without(text, &gone),
            "Keripik gurih. Isi 200 g.\n• Renyah\n\nPesan ya"
        );
        assert_eq!(without(text, &[]), text);
        assert_eq!(without("Satu.\nDua.", &[(0, 11)]), "");
        let contact = "Renyah. Chat 0812-3456-7890 ya.\nIG @lastri";
        assert_eq!(without(contact, &contacts(contact)), "Renyah.");
    }

    #[test]
    fn hashtags_go_and_paragraphs_stay() {
        assert_eq!(
            without_hashtags("Renyah #kripik sekali\n\n#a #b\n\nPesan"),
            "Renyah sekali\n\nPesan"
        );
    }

    #[test]
    fn a_long_text_ends_where_one_may_stop() {
        assert_eq!(shortened("satu dua\ntiga empat", 14), "satu dua");
        assert_eq!(shortened("Satu dua. Tiga empat lima", 15), "Satu dua.");
        assert_eq!(shortened("satu dua tiga", 9), "satu dua");
        assert_eq!(shortened("ééé", 2), "éé");
        assert_eq!(shortened("pendek", 10), "pendek");
    }
}
