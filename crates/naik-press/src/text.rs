//! Words that wrap and fit: the largest size at which a text fits its place,
//! balanced lines, and an ellipsis after a sensible word when nothing helps.

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use crate::font::{self, Face, Word};
use crate::geometry::{Path, Rect};

/// How a text wants to be set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) face: Face,
    /// Largest size in pixels.
    pub(crate) most: f32,
    /// Smallest size in pixels; below it words are left out.
    pub(crate) least: f32,
    /// Lines at most.
    pub(crate) lines: usize,
    /// Distance of baselines, in sizes.
    pub(crate) leading: f32,
    /// Space added between letters, in sizes.
    pub(crate) tracking: f32,
    pub(crate) align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Center,
}

impl Style {
    /// A heading: heavy, tight, up to three lines.
    pub(crate) const fn heading(most: f32, least: f32) -> Self {
        Self {
            face: Face::Heavy,
            most,
            least,
            lines: 3,
            leading: 1.04,
            tracking: -0.034,
            align: Align::Left,
        }
    }

    /// Running text of up to two lines.
    pub(crate) const fn running(most: f32, least: f32) -> Self {
        Self {
            face: Face::Medium,
            most,
            least,
            lines: 2,
            leading: 1.34,
            tracking: -0.006,
            align: Align::Left,
        }
    }

    /// One line of a label.
    pub(crate) const fn label(most: f32, least: f32) -> Self {
        Self {
            face: Face::Bold,
            most,
            least,
            lines: 1,
            leading: 1.2,
            tracking: -0.012,
            align: Align::Left,
        }
    }

    pub(crate) const fn lines(mut self, lines: usize) -> Self {
        self.lines = lines;
        self
    }

    pub(crate) const fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    pub(crate) const fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    pub(crate) const fn tracking(mut self, tracking: f32) -> Self {
        self.tracking = tracking;
        self
    }

    pub(crate) const fn leading(mut self, leading: f32) -> Self {
        self.leading = leading;
        self
    }
}

/// A text set at one size, its origin at the top left of its ink box.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) outline: Path,
    /// Ink box of each line, relative to the origin.
    pub(crate) lines: Vec<Rect>,
    pub(crate) width: f32,
    /// From the first line's capitals to the last line's baseline.
    pub(crate) height: f32,
    /// How far ink hangs below `height`.
    pub(crate) below: f32,
    pub(crate) size: f32,
    /// Whether words had to be left out.
    pub(crate) cut: bool,
    /// The words as set.
    #[cfg(test)]
    pub(crate) text: String,
}

/// A piece between two places where a line may end.
struct Piece {
    text: String,
    word: Word,
    /// Width of the space after it, in sizes.
    space: f32,
    spaces: usize,
    must_break: bool,
}

/// What can be drawn of a text: one line, single spaces, no emoji, no shouting.
pub(crate) fn clean(text: &str) -> String {
    let drawable: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| font::draws(*c))
        .collect();
    let words: Vec<&str> = drawable
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect();
    // A mark that stood beside an emoji is not left alone at an end.
    let joined = words.join(" ");
    let trimmed =
        joined.trim_matches(|c: char| c == '|' || c == '-' || c == '–' || c == '•' || c == ' ');
    bind_units(&calm(trimmed))
}

/// Lower case after the first letter where a whole text shouts; short words such as `XL` stay.
fn calm(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let loud = text.chars().filter(|c| c.is_uppercase()).count();
    if letters < 6 || loud * 10 < letters * 9 {
        return text.to_owned();
    }
    text.split(' ')
        .map(|word| {
            if word.chars().count() <= 2 {
                return word.to_owned();
            }
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_string() + &chars.as_str().to_lowercase()
            })
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Forms of address that belong to the name after them.
const ADDRESS: &[&str] = &[
    "bu", "ibu", "pak", "bapak", "mak", "emak", "mbak", "mas", "mbok", "cak", "ning", "teh",
    "kang", "bang", "haji", "hj.",
];

/// A number stays on the line of its unit and an address with its name: `300 ml`, `Bu Sri`.
fn bind_units(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len() + 8);
    for (index, word) in words.iter().enumerate() {
        out.push_str(word);
        let Some(next) = words.get(index + 1) else {
            break;
        };
        let number = word
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.');
        let unit = next.chars().count() <= 4 && next.chars().all(char::is_alphabetic);
        let address = ADDRESS.contains(&word.to_lowercase().as_str());
        out.push(if (number && unit) || address {
            '\u{a0}'
        } else {
            ' '
        });
    }
    out
}

fn pieces(text: &str, face: Face) -> Vec<Piece> {
    let space = font::shape(" ", face).width.max(0.2);
    let mut start = 0;
    let mut out = Vec::new();
    for (end, opportunity) in linebreaks(text) {
        let raw = &text[start..end];
        // `ramai-ramai` is one word: it is parted only where no line holds it.
        let hyphen = raw.ends_with('-') && end < text.len() && raw.chars().count() < 16;
        if hyphen && opportunity == BreakOpportunity::Allowed {
            continue;
        }
        let body = raw.trim_end_matches([' ', '\n']);
        let spaces = raw.chars().count() - body.chars().count();
        start = end;
        if body.is_empty() {
            continue;
        }
        out.push(Piece {
            word: font::shape(body, face),
            text: body.to_owned(),
            space: space * spaces as f32,
            spaces,
            must_break: opportunity == BreakOpportunity::Mandatory && end < text.len(),
        });
    }
    out
}

/// Cuts a piece that is wider than a line into parts that fit, between letters.
fn split_long(piece: Piece, face: Face, width: f32, style: &Style) -> Vec<Piece> {
    if piece.word.width + style.tracking * piece.word.letters as f32 <= width {
        return vec![piece];
    }
    let mut parts: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut bound = false;
    for cluster in piece.text.graphemes(true) {
        // A Javanese consonant under a pangkon belongs to the letter before it.
        let glued = bound;
        bound = cluster.ends_with('\u{a9c0}');
        let longer = format!("{current}{cluster}");
        let word = font::shape(&longer, face);
        let reach = word.width + style.tracking * word.letters as f32;
        if !current.is_empty() && !glued && reach > width {
            parts.push(std::mem::take(&mut current));
            current.push_str(cluster);
        } else {
            current = longer;
        }
    }
    parts.push(current);
    let last = parts.len() - 1;
    parts
        .into_iter()
        .enumerate()
        .map(|(index, text)| Piece {
            word: font::shape(&text, face),
            text,
            space: if index == last { piece.space } else { 0.0 },
            spaces: if index == last { piece.spaces } else { 0 },
            must_break: index == last && piece.must_break,
        })
        .collect()
}

/// Breaks pieces into lines no wider than `width` sizes; greedy.
fn wrap(pieces: &[Piece], width: f32, tracking: f32) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut reach = 0.0_f32;
    for (index, piece) in pieces.iter().enumerate() {
        let own = piece.word.width + tracking * piece.word.letters as f32;
        if index > start && reach + own > width {
            lines.push(start..index);
            start = index;
            reach = 0.0;
        }
        reach += own + piece.space + tracking * piece.spaces as f32;
        if piece.must_break {
            lines.push(start..index + 1);
            start = index + 1;
            reach = 0.0;
        }
    }
    if start < pieces.len() {
        lines.push(start..pieces.len());
    }
    lines
}

fn line_width(pieces: &[Piece], tracking: f32) -> f32 {
    let mut reach = 0.0;
    for (index, piece) in pieces.iter().enumerate() {
        reach += piece.word.width + tracking * piece.word.letters as f32;
        if index + 1 < pieces.len() {
            reach += piece.space + tracking * piece.spaces as f32;
        }
    }
    reach - tracking
}

/// Words that must not stand last before an ellipsis.
const DANGLING: &[&str] = &[
    "dan", "atau", "dengan", "untuk", "yang", "dari", "di", "ke", "isi", "per", "pada", "serta",
    "and", "with", "for", "of", "lan", "kaliyan", "ingkang", "saking",
];

/// Sets `text` as large as fits `width` by `height` pixels; `None` when nothing of it can be drawn.
pub(crate) fn fit(text: &str, style: Style, width: f32, height: f32) -> Option<Block> {
    let text = clean(text);
    let face = style.face;
    let mut parts = pieces(&text, face);
    if parts.is_empty() || width <= 0.0 {
        return None;
    }
    // Javanese letters stack below and above the line.
    let tall = text.chars().any(|c| ('\u{a980}'..='\u{a9df}').contains(&c));
    let leading = if tall {
        style.leading.max(1.75)
    } else {
        style.leading
    };
    let cap = font::cap_height(face);
    let lines_for = |size: f32| -> usize {
        let room = (height - cap * size) / (leading * size);
        (room.floor().max(0.0) as usize + 1).min(style.lines)
    };
    let widest = parts
        .iter()
        .map(|p| p.word.width + style.tracking * p.word.letters as f32)
        .fold(0.0, f32::max);
    let mut size = style.most.min(height / cap).max(style.least);
    let mut chosen = None;
    while size >= style.least - 0.01 {
        let lines = wrap(&parts, width / size, style.tracking);
        if widest * size <= width && lines.len() <= lines_for(size) {
            chosen = Some(lines);
            break;
        }
        size *= 0.97;
    }
    let mut cut = false;
    let lines = match chosen {
        Some(lines) => balance(&parts, lines, width / size, style.tracking),
        None => {
            size = style.least;
            parts = parts
                .into_iter()
                .flat_map(|piece| split_long(piece, face, width / size, &style))
                .collect();
            let most = lines_for(size);
            let lines = wrap(&parts, width / size, style.tracking);
            if lines.len() > most {
                cut = true;
                let keep = lines.get(most - 1).map_or(parts.len(), |line| line.end);
                parts.truncate(keep);
                shorten(&mut parts, face, width / size, most, &style);
            }
            wrap(&parts, width / size, style.tracking)
        }
    };
    Some(set(&parts, &lines, size, leading, cut, style))
}

/// The narrowest measure that keeps the number of lines, so that lines are alike.
fn balance(
    pieces: &[Piece],
    lines: Vec<std::ops::Range<usize>>,
    width: f32,
    tracking: f32,
) -> Vec<std::ops::Range<usize>> {
    if lines.len() < 2 {
        return lines;
    }
    let (mut low, mut high) = (width * 0.4, width);
    let mut best = lines;
    for _ in 0..10 {
        let middle = (low + high) / 2.0;
        let tried = wrap(pieces, middle, tracking);
        let fits = tried
            .iter()
            .all(|line| line_width(&pieces[line.clone()], tracking) <= middle + 1e-3);
        if tried.len() <= best.len() && fits {
            high = middle;
            best = tried;
        } else {
            low = middle;
        }
    }
    best
}

/// Drops words from the end until the rest and an ellipsis fit `most` lines.
fn shorten(pieces: &mut Vec<Piece>, face: Face, width: f32, most: usize, style: &Style) {
    while let Some(mut last) = pieces.pop() {
        let bare = last
            .text
            .trim_end_matches([',', '.', ';', ':', '-', '(', '&', '/']);
        if !pieces.is_empty()
            && (bare.is_empty() || DANGLING.contains(&bare.to_lowercase().as_str()))
        {
            continue;
        }
        let mut text = bare.to_owned();
        loop {
            let with_mark = format!("{text}…");
            last.word = font::shape(&with_mark, face);
            last.space = 0.0;
            last.spaces = 0;
            let own = last.word.width + style.tracking * last.word.letters as f32;
            // One word alone is shortened letter by letter.
            if own <= width || text.chars().count() <= 1 {
                last.text = with_mark;
                break;
            }
            text.pop();
        }
        pieces.push(last);
        if wrap(pieces, width, style.tracking).len() <= most || pieces.len() == 1 {
            return;
        }
        pieces.pop();
    }
}

fn set(
    pieces: &[Piece],
    lines: &[std::ops::Range<usize>],
    size: f32,
    leading: f32,
    cut: bool,
    style: Style,
) -> Block {
    let tracking = style.tracking * size;
    let widths: Vec<f32> = lines
        .iter()
        .map(|line| line_width(&pieces[line.clone()], style.tracking) * size)
        .collect();
    let width = widths.iter().copied().fold(0.0, f32::max);
    let cap = font::cap_height(style.face) * size;
    let mut outline = Path::default();
    let mut boxes: Vec<Rect> = Vec::new();
    #[cfg(test)]
    let mut words: Vec<String> = Vec::new();
    for (nth, (line, own)) in lines.iter().zip(&widths).enumerate() {
        let mut x = match style.align {
            Align::Left => 0.0,
            Align::Center => (width - own) / 2.0,
        };
        let baseline = cap + nth as f32 * leading * size;
        let mut drawn = Path::default();
        for piece in &pieces[line.clone()] {
            drawn.join(font::outline(&piece.word, x, baseline, size, tracking));
            x += (piece.word.width + piece.space) * size
                + tracking * (piece.word.letters + piece.spaces) as f32;
        }
        if let Some(mut ink) = drawn.bounds() {
            // Lines are aligned by their ink, not by the space that a letter keeps around itself.
            if style.align == Align::Left {
                drawn = drawn.moved(-ink.x, 0.0);
                ink.x = 0.0;
            }
            boxes.push(ink);
        }
        #[cfg(test)]
        words.push(
            pieces[line.clone()]
                .iter()
                .map(|piece| piece.text.clone() + &" ".repeat(piece.spaces))
                .collect::<String>()
                .trim_end()
                .to_owned(),
        );
        outline.join(drawn);
    }
    // Marks above the capitals (Javanese vowels, accents) push the text down.
    let above = boxes.first().map_or(0.0, |ink| (-ink.y).max(0.0));
    let above = if above > 0.12 * size { above } else { 0.0 };
    let height = above + cap + lines.len().saturating_sub(1) as f32 * leading * size;
    for ink in &mut boxes {
        ink.y += above;
    }
    let below = boxes
        .last()
        .map_or(0.0, |ink| (ink.bottom() - height).max(0.0));
    Block {
        outline: outline.moved(0.0, above),
        lines: boxes,
        width,
        height,
        below,
        size,
        cut,
        #[cfg(test)]
        text: words.join("\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, style: Style, width: f32, height: f32) -> Vec<String> {
        let block = fit(text, style, width, height).unwrap();
        assert!(block.width <= width + 1.0, "{text}");
        assert!(block.height <= height.max(style.least) + 1.0, "{text}");
        block.text.split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn wraps_balanced_and_cuts_at_a_sensible_word() {
        let style = Style::heading(80.0, 40.0);
        assert_eq!(lines("Kopi", style, 600.0, 300.0), ["Kopi"]);
        assert_eq!(
            lines(
                "Keripik Tempe Bu Sri Rasa Balado",
                style.lines(2),
                700.0,
                300.0
            ),
            ["Keripik Tempe", "Bu\u{a0}Sri Rasa Balado"]
        );
        let long = "Tas anyaman pandan dengan tali kulit untuk ke pasar dan untuk jalan-jalan sore bersama keluarga di hari Minggu yang cerah";
        let cut = lines(long, style, 500.0, 400.0);
        assert_eq!(cut.len(), 3);
        assert!(
            cut[2].ends_with('…') && !cut[2].ends_with("dan…"),
            "{cut:?}"
        );
    }

    #[test]
    fn long_words_are_broken_only_when_they_must() {
        let style = Style::heading(80.0, 40.0);
        let block = fit("Mempertanggungjawabkan", style, 900.0, 300.0).unwrap();
        assert_eq!(block.lines.len(), 1);
        let block = fit(&"panjang".repeat(12), style, 500.0, 300.0).unwrap();
        assert!(block.lines.len() > 1 && block.width <= 501.0);
    }

    #[test]
    fn cleans_emoji_and_shouting() {
        assert_eq!(clean("🔥 KERIPIK TEMPE XL 🔥"), "Keripik Tempe XL");
        assert_eq!(clean("Kopi  250 g"), "Kopi 250\u{a0}g");
        assert_eq!(clean("NIKE"), "NIKE");
        assert!(fit("🔥🔥", Style::heading(80.0, 40.0), 500.0, 300.0).is_none());
        assert!(fit("", Style::heading(80.0, 40.0), 500.0, 300.0).is_none());
    }

    #[test]
    fn javanese_fits() {
        let block = fit(
            "ꦏꦺꦴꦥꦶꦠꦸꦧꦿꦸꦏ꧀ꦭꦼꦫꦺꦁꦒꦸꦤꦸꦁꦥꦿꦻ",
            Style::heading(90.0, 40.0),
            500.0,
            400.0,
        )
        .unwrap();
        assert!(block.lines.iter().all(|line| line.right() <= 520.0));
    }
}
