//! The archive around a workbook.

use std::io::{BufRead, BufReader, Cursor, Read};

use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::broken;
use crate::catalogue::CatalogueError;

/// Where a part lies in the bytes.
struct Part {
    name: String,
    from: usize,
    to: usize,
    is_deflated: bool,
}

/// The parts of an archive, each read as often as it is asked for.
pub(super) struct Parts<'a> {
    bytes: &'a [u8],
    parts: Vec<Part>,
}

impl<'a> Parts<'a> {
    /// Unpacks everything once without keeping it, so that a part that is damaged or too large is known beforehand.
    pub(super) fn open(bytes: &'a [u8], most: u64) -> Result<Self, CatalogueError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
        let mut left = most;
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).map_err(broken)?;
            let read = std::io::copy(&mut file.by_ref().take(left + 1), &mut std::io::sink())
                .map_err(broken)?;
            left = left.checked_sub(read).ok_or(CatalogueError::TooLarge)?;
            let is_deflated = match file.compression() {
                CompressionMethod::Stored => false,
                CompressionMethod::Deflated => true,
                other => return Err(broken(format!("packed by {other}"))),
            };
            let place = |at: u64| usize::try_from(at).ok().filter(|at| *at <= bytes.len());
            let from = file.data_start().and_then(place);
            let to = from.and_then(|from| place(from as u64 + file.compressed_size()));
            let (Some(from), Some(to)) = (from, to) else {
                return Err(broken("a part lies beyond the file"));
            };
            parts.push(Part {
                name: plain(&file.name().map_err(broken)?),
                from,
                to,
                is_deflated,
            });
        }
        Ok(Self { bytes, parts })
    }

    /// A part from its beginning; some programs write names with other slashes and capitals.
    pub(super) fn read(&self, name: &str) -> Option<Box<dyn BufRead + 'a>> {
        let name = plain(name);
        let part = self.parts.iter().find(|part| part.name == name)?;
        let bytes = self.bytes.get(part.from..part.to)?;
        Some(if part.is_deflated {
            Box::new(BufReader::new(DeflateDecoder::new(bytes)))
        } else {
            Box::new(bytes)
        })
    }
}

fn plain(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}
