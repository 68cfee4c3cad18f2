//! Lists of shops with their owners, as offices keep them: CSV or XLSX, columns found by their headings.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use naik_core::message::{Explain, Message};
use serde::{Deserialize, Serialize};

use crate::catalogue::CatalogueError;
use crate::clean;
use crate::orders::table;

/// The most rows that are read.
pub const ROWS_MAX: usize = 20_000;
/// Rows among which the heading is looked for.
const HEADING_ROWS: usize = 20;
/// Rows that a look shows.
const SAMPLE_ROWS: usize = 3;
/// The longest cell that is kept, in characters: longer than any name may be, so that it is refused and not cut.
const CELL_MOST: usize = 200;

/// What a column may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The owner's name.
    Owner,
    /// Their telephone number or e-mail address.
    Contact,
    /// The shop's name.
    Shop,
    /// Code of the city.
    Area,
}

impl Field {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Contact, Self::Shop, Self::Area];

    /// The word in forms and messages.
    pub fn key(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Contact => "contact",
            Self::Shop => "shop",
            Self::Area => "area",
        }
    }

    /// Whether no list is read without it.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Owner | Self::Contact)
    }

    /// How offices name such a column, in small letters.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Owner => &[
                "pemilik",
                "nama pemilik",
                "nama",
                "nama lengkap",
                "pelaku usaha",
                "nama pelaku usaha",
                "owner",
                "name",
            ],
            Self::Contact => &[
                "kontak",
                "wa",
                "whatsapp",
                "no wa",
                "no. wa",
                "nomor wa",
                "no hp",
                "no. hp",
                "nomor hp",
                "hp",
                "telepon",
                "no telepon",
                "no. telepon",
                "nomor telepon",
                "email",
                "e-mail",
                "phone",
                "contact",
            ],
            Self::Shop => &[
                "usaha",
                "nama usaha",
                "toko",
                "nama toko",
                "merek",
                "merk",
                "brand",
                "shop",
                "business",
            ],
            Self::Area => &[
                "wilayah",
                "kode wilayah",
                "kode kota",
                "kota",
                "area",
                "area code",
            ],
        }
    }
}

/// Which heading holds which field.
pub type Mapping = BTreeMap<Field, String>;

/// One row, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// The owner's name.
    pub owner: String,
    /// Telephone number or e-mail address.
    pub contact: String,
    /// The shop's name; may be empty.
    pub shop: String,
    /// Code of the city; may be empty.
    pub area: String,
}

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Headings, as written.
    pub columns: Vec<String>,
    /// The first rows below, as written.
    pub sample: Vec<Vec<String>>,
    /// Which heading was taken for what.
    pub mapping: Mapping,
    /// Fields that have no column yet; where one is needed there are no rows.
    pub missing: Vec<Field>,
    /// Rows below the heading that hold something.
    pub rows: Vec<Row>,
    /// Whether there were more than [`ROWS_MAX`].
    pub cut: bool,
}

/// Why a file is no list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// It is no table.
    #[error(transparent)]
    Table(#[from] CatalogueError),
    /// It has no row under a heading.
    #[error("the list has no rows")]
    Empty,
}

impl Explain for IntakeError {
    fn explain(&self) -> Message {
        match self {
            Self::Table(CatalogueError::TooLarge) => Message::new("intake-too-large"),
            Self::Table(error) => error.explain(),
            Self::Empty => Message::new("intake-empty"),
        }
    }
}

/// Reads a list; `told` says which heading holds which field, where a person pointed it out.
///
/// # Errors
/// When it is no table, or nothing stands in it.
pub fn read(bytes: &[u8], told: Option<&Mapping>) -> Result<List, IntakeError> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut best = List::default();
    let mut sheets = 0_usize;
    let sheet = std::cell::Cell::new(0_usize);
    table::rows(
        bytes,
        &mut || {
            sheet.set(sheet.get() + 1);
            ControlFlow::Continue(())
        },
        &mut |line, cells| {
            if sheets != sheet.get() {
                sheets = sheet.get();
                take(&mut best, std::mem::take(&mut rows), told);
                // The first sheet with all that is needed is the list; those after it are guides.
                if !best.rows.is_empty() {
                    return ControlFlow::Break(());
                }
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                rows.push((line, cells.to_vec()));
            }
            if rows.len() > ROWS_MAX + HEADING_ROWS {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        },
    )?;
    take(&mut best, rows, told);
    if best.sample.is_empty() {
        return Err(IntakeError::Empty);
    }
    Ok(best)
}

/// Takes a sheet in place of the best so far, if it is better.
fn take(best: &mut List, rows: Vec<(usize, Vec<String>)>, told: Option<&Mapping>) {
    let found = list(rows, told);
    if best.columns.is_empty() || found.mapping.len() > best.mapping.len() {
        *best = found;
    }
}

fn list(rows: Vec<(usize, Vec<String>)>, told: Option<&Mapping>) -> List {
    let score = |cells: &[String]| found(cells, told).len();
    let heading = (0..rows.len().min(HEADING_ROWS)).max_by_key(|at| {
        (
            rows.get(*at).map_or(0, |(_, cells)| score(cells)),
            usize::MAX - at,
        )
    });
    let Some((heading, (_, columns))) = heading.and_then(|at| Some((at, rows.get(at)?.clone())))
    else {
        return List::default();
    };
    let places = found(&columns, told);
    let missing: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| !places.contains_key(field))
        .collect();
    let below = rows.get(heading + 1..).unwrap_or_default();
    let can = !missing.iter().any(|field| field.is_needed());
    let read = if can { below } else { &[] };
    List {
        sample: below
            .iter()
            .take(SAMPLE_ROWS)
            .map(|(_, cells)| cells.clone())
            .collect(),
        mapping: places
            .iter()
            .filter_map(|(field, at)| Some((*field, columns.get(*at)?.clone())))
            .collect(),
        missing,
        cut: read.len() > ROWS_MAX,
        rows: read
            .iter()
            .take(ROWS_MAX)
            .map(|(line, cells)| row(*line, cells, &places))
            .collect(),
        columns,
    }
}

/// In which column each field stands.
fn found(cells: &[String], told: Option<&Mapping>) -> BTreeMap<Field, usize> {
    let plain: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let mut places = BTreeMap::new();
    for field in Field::ALL {
        let place = match told {
            Some(told) => told
                .get(&field)
                .map(|heading| self::plain(heading))
                .and_then(|heading| plain.iter().position(|cell| *cell == heading)),
            None => field
                .names()
                .iter()
                .find_map(|name| plain.iter().position(|cell| cell == name)),
        };
        if let Some(place) = place.filter(|place| !places.values().any(|used| used == place)) {
            places.insert(field, place);
        }
    }
    places
}

fn row(line: usize, cells: &[String], places: &BTreeMap<Field, usize>) -> Row {
    let cell = |field: Field| {
        let text = places.get(&field).and_then(|at| cells.get(*at));
        text.map_or_else(String::new, |text| clean::line(text, CELL_MOST).0)
    };
    Row {
        line,
        owner: cell(Field::Owner),
        contact: whole_number(cell(Field::Contact)),
        shop: cell(Field::Shop),
        area: cell(Field::Area),
    }
}

/// Spreadsheets take a telephone number for a number and drop the zero in front: `81234567890` is `081234567890`.
fn whole_number(text: String) -> String {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.starts_with('8') && (9..=13).contains(&text.len()) {
        format!("0{text}")
    } else {
        text
    }
}

/// A heading in small letters, its spaces counted once.
fn plain(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = "Daftar UMKM Kota\n\nNo,Nama Pemilik,No. WA,Nama Usaha\n1,Bu Sri,81234567890,Keripik Sri\n2,\" Pak  Budi \",budi@contoh.id,\n,,,\n";

    #[test]
    fn a_list_is_read_by_its_headings() {
        let list = read(CSV.as_bytes(), None).unwrap();
        assert_eq!(list.missing, [Field::Area]);
        let told: Vec<(usize, &str, &str, &str)> = list
            .rows
            .iter()
            .map(|row| {
                (
                    row.line,
                    row.owner.as_str(),
                    row.contact.as_str(),
                    row.shop.as_str(),
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (4, "Bu Sri", "081234567890", "Keripik Sri"),
                (5, "Pak Budi", "budi@contoh.id", ""),
            ]
        );
    }

    #[test]
    fn unknown_headings_are_pointed_out_by_a_person() {
        let text = "a;b;c\nSri;0812;x\n";
        let list = read(text.as_bytes(), None).unwrap();
        assert!(list.rows.is_empty());
        assert_eq!(list.missing.len(), 4);
        assert_eq!(list.columns, ["a", "b", "c"]);
        let told = Mapping::from([
            (Field::Owner, "A".to_owned()),
            (Field::Contact, "b".to_owned()),
        ]);
        let list = read(text.as_bytes(), Some(&told)).unwrap();
        assert_eq!(list.rows.len(), 1);
        // One column is one thing.
        let twice = Mapping::from([
            (Field::Owner, "a".to_owned()),
            (Field::Contact, "a".to_owned()),
        ]);
        assert!(read(text.as_bytes(), Some(&twice)).unwrap().rows.is_empty());
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for bytes in [b"".as_slice(), b"nama,wa\n", b"%PDF-1.4", b"PK\x03\x04x"] {
            assert!(read(bytes, None).is_err(), "{bytes:?}");
        }
    }
}
