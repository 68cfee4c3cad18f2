//! Which columns of a table hold what: by their headings, or, where nobody knows those, by what stands below them.

use super::Comment;

/// Headings under which exports keep the words, most certain first; without spaces, signs and capitals, see [`squeezed`].
pub(super) const TEXT: &[&str] = &[
    "commenttext",
    "commentbody",
    "commentcontent",
    "commentmessage",
    "textoriginal",
    "textdisplay",
    "isikomentar",
    "tekskomentar",
    "komentar",
    "comment",
    "replytext",
    "text",
    "fulltext",
    "teks",
    "content",
    "message",
    "messagetext",
    "isipesan",
    "pesan",
    "body",
    "isi",
    "reviewtext",
    "isiulasan",
    "ulasan",
    "review",
    "tanggapan",
    // Tables of posts count comments under this name.
    "comments",
];
pub(super) const AUTHOR: &[&str] = &[
    "authordisplayname",
    "authorname",
    "author",
    "commentauthor",
    "commentername",
    "commenter",
    "username",
    "namapengguna",
    "namaakun",
    "namapenulis",
    "ownerusername",
    "screenname",
    "displayname",
    "nickname",
    "pengguna",
    "penulis",
    "pengirim",
    "sender",
    "handle",
    "user",
    "akun",
    "uniqueid",
    "profilename",
    "profile",
    "fullname",
    "namalengkap",
    "nama",
    "name",
    "from",
];
pub(super) const ID: &[&str] = &["commentid", "komentarid", "idkomentar", "id", "cid"];
/// Headings of other columns of such tables: they show that a row is a heading.
const OTHERS: &[&str] = &[
    "no",
    "nomor",
    "date",
    "tanggal",
    "tgl",
    "time",
    "waktu",
    "jam",
    "timestamp",
    "publishedat",
    "createdat",
    "createtime",
    "updatedat",
    "like",
    "likes",
    "likecount",
    "suka",
    "jumlahsuka",
    "reply",
    "replies",
    "replycount",
    "balasan",
    "url",
    "link",
    "tautan",
    "video",
    "videoid",
    "videourl",
    "post",
    "postid",
    "posturl",
    "rating",
    "status",
];

/// Rows among which the heading is sought: a title and a few notes may stand above it.
const HEADING_ROWS: usize = 10;
/// Rows that are looked at.
pub(super) const LOOKED: usize = 24;
/// Bytes of a text that are looked at, and characters of a cell.
const LOOKED_BYTES: usize = 64_000;
const LOOKED_CELL: usize = 300;

/// A row that is looked at before all are read, and where it stands: its first byte, or its line in a sheet.
pub(super) struct Row {
    pub(super) at: usize,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// A row with the beginnings of its cells.
    pub(super) fn new<'a>(at: usize, cells: impl Iterator<Item = &'a str>) -> Self {
        Self {
            at,
            cells: cells
                .map(|cell| cell.chars().take(LOOKED_CELL).collect())
                .collect(),
        }
    }

    fn filled(&self) -> usize {
        let is = |cell: &&String| !cell.trim().is_empty();
        self.cells.iter().filter(is).count()
    }

    fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.trim())
    }
}

/// Where a table keeps what.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    text: usize,
    /// Where the words stand in rows that have none in `text`.
    spare: Option<usize>,
    author: Option<usize>,
    id: Option<usize>,
    /// Cells of the heading.
    pub(super) width: usize,
    /// Columns that are known.
    known: usize,
    /// Whether the cells are parts of a text, so that a separator within a comment makes one cell more.
    separated: bool,
    guessed: bool,
}

/// A table whose columns nobody named in words that we know.
pub(super) struct Guess {
    /// The first row of the table.
    pub(super) at: usize,
    /// Whether that row is a heading.
    pub(super) named: bool,
    /// The name that it has for the comments.
    pub(super) name: String,
    pub(super) heading: Heading,
}

/// A name without what writers of programs differ in: `Comment body`, `comment_body` and
/// `snippet.topLevelComment.snippet.commentBody` are one.
pub(super) fn squeezed(name: &str) -> String {
    let name = name.trim();
    let last = if name.contains(char::is_whitespace) {
        name
    } else {
        name.rsplit('.')
            .find(|part| !part.is_empty())
            .unwrap_or(name)
    };
    last.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | ':' | '*' | '"' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Heading {
    fn of(cells: &[String], separated: bool) -> Option<Self> {
        let plain: Vec<String> = cells.iter().map(|cell| squeezed(cell)).collect();
        let column = |names: &[&str]| names.iter().find_map(|n| plain.iter().position(|h| h == n));
        let text = column(TEXT)?;
        let (author, id) = (column(AUTHOR), column(ID));
        let others = plain.iter().filter(|name| OTHERS.contains(&name.as_str()));
        Some(Self {
            text,
            spare: column(&["textdisplay"]).filter(|spare| *spare != text),
            author,
            id,
            width: cells.len(),
            known: 1 + usize::from(author.is_some()) + usize::from(id.is_some()) + others.count(),
            separated,
            guessed: false,
        })
    }

    /// The column of the comments, from 1.
    pub(super) fn column(&self) -> usize {
        self.text + 1
    }

    /// The comment in a row, when there is one.
    pub(super) fn comment(&self, line: usize, cells: &[String]) -> Option<Comment> {
        let cell = |at: Option<usize>| at.and_then(|i| cells.get(i)).cloned().unwrap_or_default();
        let is_last = self.text + 1 == self.width;
        let text = if self.guessed && cells.len() <= self.text {
            // A short row in a table that we only guess at: nothing of it is lost.
            cells.join(" ")
        } else if self.separated && is_last && cells.len() > self.width {
            let filled = |cell: &&String| !cell.trim().is_empty();
            let parts = cells.iter().skip(self.text).filter(filled);
            parts.map(String::as_str).collect::<Vec<_>>().join(", ")
        } else {
            cell(Some(self.text))
        };
        let text = if text.trim().is_empty() {
            cell(self.spare)
        } else {
            text
        };
        (!text.trim().is_empty()).then(|| Comment {
            line,
            id: cell(self.id),
            author: cell(self.author),
            text,
        })
    }
}

/// The heading among the first rows of a table, and where it stands.
pub(super) fn find(rows: &[Row], separated: bool) -> Option<(usize, Heading)> {
    let mut alone = None;
    let mut wide_above = false;
    for (nth, row) in rows.iter().enumerate().take(HEADING_ROWS) {
        let found = Heading::of(&row.cells, separated);
        match found {
            // `Komentar` over a list, unless it is the title of a table.
            Some(heading) if row.filled() == 1 && nth == 0 => alone = Some((row.at, heading)),
            Some(_) if row.filled() == 1 => {}
            Some(heading) => {
                // `Pesan, kak` begins like a heading; what follows tells. Programs put no space after a comma.
                let below = || rows.iter().skip(nth + 1).take(LOOKED);
                let alike = below().filter(|r| r.cells.len() == row.cells.len()).count();
                let spoken = row.cells.iter().skip(1).any(|cell| cell.starts_with(' '));
                let followed = alike > 0
                    && (alike == below().count() || !spoken && alike * 2 >= below().count());
                if heading.known >= 2 || !wide_above && (followed || !separated) {
                    return Some((row.at, heading));
                }
            }
            None => {}
        }
        wide_above |= row.filled() > 1;
    }
    alone
}

/// A table by what stands in it: its comments are the longest texts. `None` when it may as well be a list of comments with
/// commas in them.
pub(super) fn guess(rows: &[Row], separator: Option<u8>) -> Option<Guess> {
    let title = rows.iter().take_while(|row| row.filled() <= 1).count();
    let rows = rows.get(title..)?;
    let (first, below) = rows.split_first()?;
    let width = match separator {
        Some(_) => first.cells.len(),
        None => rows.iter().map(|row| row.cells.len()).max()?,
    };
    let most = |count: usize| count * 5 >= rows.len() * 4;
    let fits = |row: &&Row| match separator {
        Some(_) => row.cells.len() == width,
        None => row.filled() >= 2,
    };
    if width < 2 || below.is_empty() || !most(rows.iter().filter(fits).count()) {
        return None;
    }
    // People put a space after a comma, programs don't.
    let is_spoken = |row: &&Row| row.cells.iter().skip(1).any(|cell| cell.starts_with(' '));
    let spoken = rows.iter().filter(is_spoken).count();
    if separator.is_some_and(|s| s != b'\t') && spoken * 5 > rows.len() {
        return None;
    }
    let many = |column: usize, is: fn(&str) -> bool| {
        let count = below.iter().filter(|row| is(row.cell(column))).count();
        count * 2 >= below.len()
    };
    let length = |column: usize| -> usize {
        let lengths = below.iter().map(|row| row.cell(column).chars().count());
        lengths.sum()
    };
    let text = (0..width)
        .filter(|column| !many(*column, is_address))
        // Dates and names may be longer than what is said of a good meal.
        .max_by_key(|column| (!many(*column, tells), length(*column)))
        .filter(|column| length(*column) > 0)?;
    let tells_column = |column: &usize| *column != text && many(*column, tells);
    // Two cells may be two halves of what somebody said.
    if width == 2 && separator.is_some_and(|s| s != b'\t') && !(0..width).any(|c| tells_column(&c))
    {
        return None;
    }
    let labels = first.filled() >= 2
        && first
            .cells
            .iter()
            .all(|cell| cell.trim().is_empty() || is_label(cell.trim()));
    let over_figures = (0..width).any(|column| tells_column(&column));
    let short = first.cell(text).chars().count() * 2 * below.len() < length(text);
    let named = labels && (over_figures || short);
    let is_author = |column: &usize| *column != text && many(*column, |cell| cell.starts_with('@'));
    Some(Guess {
        at: first.at,
        named,
        name: if named {
            first.cell(text).to_owned()
        } else {
            String::new()
        },
        heading: Heading {
            text,
            spare: None,
            author: (0..width).find(is_author),
            id: None,
            width,
            known: 0,
            separated: separator.is_some(),
            guessed: true,
        },
    })
}

/// A date, a number, a name or an address rather than what somebody said.
fn tells(cell: &str) -> bool {
    cell.starts_with(|c: char| c == '@' || c.is_ascii_digit()) || is_address(cell)
}

fn is_address(cell: &str) -> bool {
    (cell.starts_with("http://") || cell.starts_with("https://")) && !cell.contains(' ')
}

fn is_label(cell: &str) -> bool {
    cell.chars().count() <= 60 && cell.split_whitespace().count() <= 4 && !tells(cell)
}

/// The first rows of a text whose cells are parted by `separator`.
fn rows_of(text: &str, separator: u8) -> Vec<Row> {
    let start = text
        .get(..text.floor_char_boundary(LOOKED_BYTES))
        .unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(start.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while rows.len() < LOOKED && matches!(reader.read_record(&mut record), Ok(true)) {
        let at = record.position().map_or(0, csv::Position::byte);
        let cells = record.iter().take(crate::catalogue::COLUMNS_MAX);
        rows.push(Row::new(usize::try_from(at).unwrap_or(0), cells));
    }
    // The last of many may be cut.
    if rows.len() < LOOKED && start.len() < text.len() && rows.len() > 1 {
        rows.pop();
    }
    rows
}

/// What may part the cells of a text.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The heading of a text, where it starts, and what parts its cells.
pub(super) fn find_in(text: &str) -> Option<(usize, Heading, u8)> {
    SEPARATORS
        .into_iter()
        .filter_map(|separator| {
            let (at, heading) = find(&rows_of(text, separator), true)?;
            Some((at, heading, separator))
        })
        .max_by_key(|(_, heading, _)| (heading.known, heading.width))
}

/// The table that a text may be, and what parts its cells.
pub(super) fn guess_in(text: &str) -> Option<(Guess, u8)> {
    SEPARATORS
        .into_iter()
        .filter_map(|separator| {
            let guess = guess(&rows_of(text, separator), Some(separator))?;
            Some((guess, separator))
        })
        .max_by_key(|(guess, _)| guess.heading.width)
}
