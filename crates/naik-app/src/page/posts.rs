//! Posters by format, and the lines of the video's narration.

use naik_core::kit::{Kit, Output, OutputKind};
use serde::Serialize;

use super::assets::address;
use super::photos::{Picture, readable};
use super::view::file_name;
use crate::words::Words;

/// Formats in the order of the page: the first letters of a file's name, and the label.
const FORMATS: [(&str, &str); 6] = [
    ("feed", "page-format-feed"),
    ("square", "page-format-square"),
    ("story", "page-format-story"),
    ("status", "page-format-status"),
    ("carousel", "page-format-carousel"),
    ("price", "page-format-price"),
];

/// Posters of one format.
#[derive(Serialize)]
pub(super) struct PostFormat {
    key: &'static str,
    name: String,
    posts: Vec<Picture>,
}

/// A line of narration.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Line {
    /// Seconds from the start.
    at: f64,
    /// `0:04`.
    clock: String,
    text: String,
}

/// All posters; formats that are not in the kit are left out.
pub(super) fn of(kit: &Kit, words: &Words) -> Vec<PostFormat> {
    let posts: Vec<&Output> = kit
        .outputs
        .iter()
        .filter(|output| output.kind == OutputKind::Post)
        .collect();
    let mut formats = Vec::new();
    for (key, label) in FORMATS.into_iter().chain([("other", "page-format-other")]) {
        let of_format = posts.iter().filter(|post| format_of(post) == key);
        let posts: Vec<Picture> = of_format.map(|post| picture(post, words)).collect();
        if !posts.is_empty() {
            formats.push(PostFormat {
                key,
                name: words.label(label, &[]),
                posts,
            });
        }
    }
    formats
}

fn format_of(post: &Output) -> &'static str {
    let name = file_name(&post.path);
    let name = name
        .strip_prefix("whatsapp-")
        .or_else(|| name.strip_prefix("wa-"))
        .unwrap_or(name);
    FORMATS
        .into_iter()
        .map(|(key, _)| key)
        .find(|key| name.starts_with(key))
        .unwrap_or("other")
}

fn picture(post: &Output, words: &Words) -> Picture {
    let family = post.engine.rsplit('/').next().unwrap_or_default();
    Picture {
        src: address(&post.path),
        kind: "plain",
        name: readable(&format!("page-family-{family}"), family, words),
        width: post.width.unwrap_or(1080),
        height: post.height.unwrap_or(1350),
    }
}

/// Minutes and seconds.
pub(super) fn clock(seconds: f64) -> String {
    let whole = seconds.max(0.0) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

/// The lines of a SubRip text; what is not one is passed over.
pub(super) fn lines(subtitles: &str) -> Vec<Line> {
    let text = subtitles.replace("\r\n", "\n");
    text.trim_start_matches('\u{feff}')
        .split("\n\n")
        .filter_map(line)
        .collect()
}

fn line(block: &str) -> Option<Line> {
    let mut rows = block.trim().lines().skip_while(|row| !row.contains("-->"));
    let at = seconds(rows.next()?.split("-->").next()?)?;
    let text = rows.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| Line {
        at,
        clock: clock(at),
        text,
    })
}

/// `00:01:02,500` in seconds.
fn seconds(text: &str) -> Option<f64> {
    let mut total = 0.0;
    for part in text.trim().replace(',', ".").split(':') {
        total = total * 60.0 + part.parse::<f64>().ok()?;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtitles_become_lines() {
        let read = lines(
            "\u{feff}1\r\n00:00:00,200 --> 00:00:02,000\r\nKeripik tempe\r\ndari Sanan\r\n\r\n2\r\n00:01:04,500 --> 00:01:06,000\r\nPesan\r\n",
        );
        let read: Vec<_> = read
            .iter()
            .map(|line| (line.clock.as_str(), line.text.as_str()))
            .collect();
        assert_eq!(
            read,
            [("0:00", "Keripik tempe dari Sanan"), ("1:04", "Pesan")]
        );
        assert_eq!(lines("no times here\n\n1\nx --> y\nz"), []);
    }
}
