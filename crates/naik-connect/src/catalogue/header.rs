//! What the columns of a catalogue mean.

use std::borrow::Cow;

use naik_core::fact::Fact;
use naik_core::kit::Notice;
use naik_core::message::Message;

use super::Row;
use crate::clean;
use crate::facts::Reading;
use crate::facts::field::{Draft, Told};
use crate::facts::key::{Found, find, normal};

/// The most columns that are looked at.
const COLUMNS_MAX: usize = 200;
/// The most photos of one product.
const PHOTOS_MAX: usize = 50;

/// The meaning of each column.
#[derive(Debug)]
pub(super) struct Header(Vec<Column>);

#[derive(Debug)]
enum Column {
    Fact(Fact, String),
    Photos,
    Sku,
    Ignored,
}

impl Header {
    /// Reads a row as a heading, with notices about columns that mean nothing; `None` when no column holds names.
    pub(super) fn read(cells: &[String]) -> Option<(Self, Vec<Notice>)> {
        let mut notices = Vec::new();
        let mut columns: Vec<Column> = Vec::new();
        for cell in cells.iter().take(COLUMNS_MAX) {
            let column = column(cell, &mut notices);
            // The first column of a name counts; a second one would overwrite it with something else.
            let is_twice = matches!(&column, Column::Fact(fact, _) if columns.iter().any(|c| matches!(c, Column::Fact(f, _) if f == fact)));
            if is_twice {
                notices.push(Notice::note(
                    Message::new("catalogue-column-twice").with("key", clean::quote(cell)),
                ));
            }
            columns.push(if is_twice { Column::Ignored } else { column });
        }
        let has_name = columns
            .iter()
            .any(|column| matches!(column, Column::Fact(Fact::Name, _)));
        has_name.then_some((Self(columns), notices))
    }

    /// One product.
    pub(super) fn row(&self, line: usize, cells: &[String]) -> Row {
        let mut row = Row {
            line,
            ..Row::default()
        };
        let mut draft = Draft::default();
        for (column, cell) in self.0.iter().zip(cells) {
            match column {
                Column::Fact(fact, key) => {
                    let notices = draft.take(*fact, key, &Told::Text(Cow::Borrowed(cell)));
                    draft.notices.extend(notices);
                }
                Column::Photos => row.photos.extend(photos(cell)),
                Column::Sku => {
                    row.sku = Some(clean::line(cell, 100).0).filter(|sku| !sku.is_empty())
                }
                Column::Ignored => {}
            }
        }
        row.photos.truncate(PHOTOS_MAX);
        let Reading { facts, mut notices } = draft.finish();
        for notice in &mut notices {
            notice
                .message
                .args
                .push(("line".to_owned(), line.to_string()));
        }
        row.reading = Reading { facts, notices };
        row
    }
}

fn column(cell: &str, notices: &mut Vec<Notice>) -> Column {
    let key = normal(cell);
    // `foto 2`, `gambar_3`: photos may have a column each.
    let bare = key.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
    match bare {
        "" => return Column::Ignored,
        "photos" | "photo" | "foto" | "foto_produk" | "gambar" | "gambar_produk" | "image"
        | "images" | "file_foto" | "nama_foto" => {
            return Column::Photos;
        }
        "sku" | "kode" | "kode_produk" | "kode_barang" | "sku_induk" => return Column::Sku,
        "no" | "nomor" | "id" | "keterangan" | "catatan" => return Column::Ignored,
        _ => {}
    }
    match find(None, cell) {
        Found::Fact(fact) => Column::Fact(fact, cell.to_owned()),
        Found::Near(near) => {
            let message = Message::new("catalogue-unknown-column-near")
                .with("key", clean::quote(cell))
                .with("near", near);
            notices.push(Notice::mend(message));
            Column::Ignored
        }
        Found::Unknown => {
            notices.push(Notice::note(
                Message::new("catalogue-unknown-column").with("key", clean::quote(cell)),
            ));
            Column::Ignored
        }
    }
}

/// File names of one cell, separated by `;`, `|`, line breaks, or by commas before a space.
fn photos(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split([';', '|', '\n', '\r'])
        .flat_map(|part| part.split(", "))
        .map(|name| clean::line(name, 500).0)
        .filter(|name| !name.is_empty() && name != "-")
}
