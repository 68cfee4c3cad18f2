//! The texts that cells refer to by number, put aside on the disk.

use std::io::{BufRead, BufWriter, Read, Seek, SeekFrom, Write};

use quick_xml::events::Event;
use tempfile::SpooledTempFile;

use super::{Xml, broken};
use crate::catalogue::{CatalogueError, kept};

/// A block of texts ends after as many bytes.
const BLOCK: usize = 2_048;
/// Up to as many bytes stay in memory: small workbooks need no file. Where the file lies `TMPDIR` decides.
const IN_MEMORY: usize = 1_000_000;
/// Blocks kept at a time: the words that every row repeats, and those that are new in this one.
const BLOCKS_KEPT: usize = 256;

/// A few texts that follow one another, each with its end.
#[derive(Default)]
struct Block {
    nth: usize,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

/// Texts by number. Cells mostly refer to those that they met before or to the next, so that few blocks answer nearly
/// all of them.
pub(super) struct Texts {
    file: Option<SpooledTempFile>,
    /// The number of the first text of each block, and where the block begins.
    starts: Vec<(usize, u64)>,
    count: usize,
    length: u64,
    blocks: Vec<Block>,
}

impl Texts {
    pub(super) fn read(part: Option<Box<dyn BufRead + '_>>) -> Result<Self, CatalogueError> {
        let mut texts = Self {
            file: None,
            starts: Vec::new(),
            count: 0,
            length: 0,
            blocks: Vec::new(),
        };
        let Some(part) = part else {
            return Ok(texts);
        };
        let mut out = BufWriter::new(SpooledTempFile::new(IN_MEMORY));
        let mut xml = Xml::new(part);
        let mut in_block = 0;
        loop {
            let text = match xml.next()? {
                None => break,
                Some(Event::Start(element)) if element.local_name().as_ref() == "si" => {
                    xml.text("si", true)?
                }
                Some(Event::Empty(element)) if element.local_name().as_ref() == "si" => {
                    String::new()
                }
                Some(_) => continue,
            };
            let text = kept(text.trim());
            if in_block == 0 {
                texts.starts.push((texts.count, texts.length));
            }
            let size = u32::try_from(text.len()).unwrap_or(0);
            out.write_all(&size.to_le_bytes())
                .and_then(|()| out.write_all(text.as_bytes()))
                .map_err(no_room)?;
            texts.count += 1;
            texts.length += 4 + u64::from(size);
            in_block += 4 + text.len();
            if in_block >= BLOCK {
                in_block = 0;
            }
        }
        texts.file = Some(
            out.into_inner()
                .map_err(|error| no_room(error.into_error()))?,
        );
        Ok(texts)
    }

    /// A text by its number.
    ///
    /// # Errors
    /// When there is none, or the disk no longer gives it.
    pub(super) fn get(&mut self, number: usize) -> Result<&str, CatalogueError> {
        if number >= self.count {
            return Err(broken(format!("it has no text {number}")));
        }
        let nth = self
            .starts
            .partition_point(|(first, _)| *first <= number)
            .saturating_sub(1);
        let first = self.starts.get(nth).map_or(0, |(first, _)| *first);
        let slot = nth % BLOCKS_KEPT;
        if self.blocks.len() <= slot {
            self.blocks.resize_with(slot + 1, Block::default);
        }
        let is_there = self
            .blocks
            .get(slot)
            .is_some_and(|block| block.nth == nth && !block.ends.is_empty());
        if !is_there {
            let block = self.fetch(nth).map_err(no_room)?;
            if let Some(place) = self.blocks.get_mut(slot) {
                *place = block;
            }
        }
        let block = self.blocks.get(slot);
        Ok(block
            .and_then(|block| block.text(number - first))
            .unwrap_or_default())
    }

    fn fetch(&mut self, nth: usize) -> std::io::Result<Block> {
        let from = self.starts.get(nth).map_or(0, |(_, at)| *at);
        let to = self.starts.get(nth + 1).map_or(self.length, |(_, at)| *at);
        let mut packed = Vec::new();
        if let Some(file) = &mut self.file {
            file.seek(SeekFrom::Start(from))?;
            Read::by_ref(file)
                .take(to - from)
                .read_to_end(&mut packed)?;
        }
        let mut block = Block {
            nth,
            ..Block::default()
        };
        let mut rest = packed.as_slice();
        while let Some((size, after)) = rest.split_first_chunk::<4>() {
            let (text, after) = after
                .split_at_checked(u32::from_le_bytes(*size) as usize)
                .unwrap_or((after, &[]));
            block.bytes.extend_from_slice(text);
            block.ends.push(block.bytes.len());
            rest = after;
        }
        Ok(block)
    }
}

impl Block {
    fn text(&self, at: usize) -> Option<&str> {
        let from = at
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied())?;
        std::str::from_utf8(self.bytes.get(from..*self.ends.get(at)?)?).ok()
    }
}

fn no_room(error: std::io::Error) -> CatalogueError {
    CatalogueError::NoRoom(error.to_string())
}
