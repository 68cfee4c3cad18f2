//! Excel workbooks read as streams: what is kept in memory does not grow with the sheets, nor with the texts in them.
//!
//! Libraries that read workbooks hold every text of a file at once, and an export of orders is little else than texts.
//! The parts are those of ECMA-376, part 1, chapter 18 (SpreadsheetML).

mod formats;
mod parts;
mod sheet;
mod texts;

use std::io::{BufRead, Read};

use quick_xml::events::{BytesStart, Event};

use crate::catalogue::CatalogueError;
use formats::Formats;
use parts::Parts;
pub(crate) use sheet::Sheet;
use texts::Texts;

/// The most that a workbook may unpack to, in bytes: against archives that are made to fill the memory.
const UNPACKED_MAX: u64 = 300_000_000;
/// The most sheets that are looked at.
const SHEETS_MAX: usize = 1_000;
/// The most parts that a workbook may name.
const RELATIONS_MAX: usize = 10_000;
/// How deep elements may lie within each other: more than any program writes.
const DEPTH_MAX: usize = 64;
/// The most bytes of one tag, or of one text between tags: more than a cell can hold.
const EVENT_MAX: usize = 4_000_000;
/// The longest text that is gathered, in bytes: more than a cell keeps, so that spaces around it can go first.
const TEXT_MAX: usize = 65_536;

/// A workbook: its sheets, and what their cells refer to.
pub(crate) struct Workbook<'a> {
    parts: Parts<'a>,
    /// Where each sheet lies in the archive, in the order of the tabs.
    sheets: Vec<String>,
    texts: Texts,
    formats: Formats,
}

impl<'a> Workbook<'a> {
    /// Looks through the parts that all sheets share; texts are put aside in a nameless file.
    ///
    /// # Errors
    /// When it is no workbook, is locked, unpacks to more than is sensible, or the disk has no room for its texts.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, CatalogueError> {
        let parts = Parts::open(bytes, UNPACKED_MAX)?;
        let top = relations(&parts, "_rels/.rels", "")?;
        let main = place_of(&top, "/officeDocument").unwrap_or("xl/workbook.xml");
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let folder = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let own = relations(&parts, &format!("{folder}_rels/{name}.rels"), &folder)?;
        let mut sheets = Vec::new();
        let mut is_1904 = false;
        let mut xml = Xml::new(
            parts
                .read(main)
                .ok_or_else(|| broken("it has no workbook"))?,
        );
        while let Some(event) = xml.next()? {
            let (Event::Start(element) | Event::Empty(element)) = event else {
                continue;
            };
            match element.local_name().as_ref() {
                "workbookPr" => {
                    // Newer programs write a second element of this name, which says nothing of days.
                    if let Some(told) = attribute(&element, "date1904")? {
                        is_1904 = matches!(told.as_str(), "1" | "true");
                    }
                }
                "sheet" if sheets.len() < SHEETS_MAX => {
                    let id = attribute(&element, "id")?.unwrap_or_default();
                    // Charts and macros have tabs too, and no part that is a table.
                    let place = own.iter().find(|relation| relation.id == id);
                    // A part that is named again and again is read once.
                    sheets.extend(
                        place
                            .map(|relation| relation.place.clone())
                            .filter(|place| !sheets.contains(place)),
                    );
                }
                _ => {}
            }
        }
        let part = |kind, usual: &str| {
            let place =
                place_of(&own, kind).map_or_else(|| format!("{folder}{usual}"), str::to_owned);
            parts.read(&place)
        };
        Ok(Self {
            sheets,
            texts: Texts::read(part("/sharedStrings", "sharedStrings.xml"))?,
            formats: Formats::read(part("/styles", "styles.xml"), is_1904)?,
            parts,
        })
    }

    /// How many sheets there are.
    pub(crate) fn sheet_count(&self) -> usize {
        self.sheets.len()
    }

    /// The sheet behind a tab, from 0.
    ///
    /// # Errors
    /// When the workbook names one that it has not.
    pub(crate) fn sheet(&mut self, nth: usize) -> Result<Sheet<'_>, CatalogueError> {
        let part = self
            .sheets
            .get(nth)
            .and_then(|place| self.parts.read(place));
        let part = part.ok_or_else(|| broken(format!("it has no sheet {}", nth + 1)))?;
        Ok(Sheet::new(Xml::new(part), &mut self.texts, &self.formats))
    }
}

/// Refuses an archive that is damaged or unpacks to more than `most` bytes.
pub(crate) fn weigh(bytes: &[u8], most: u64) -> Result<(), CatalogueError> {
    Parts::open(bytes, most).map(drop)
}

/// What one part names of another: by which key, as what, and where it lies.
struct Relation {
    id: String,
    kind: String,
    place: String,
}

/// Where the first part of a kind lies; kinds are addresses, of which the end tells.
fn place_of<'r>(relations: &'r [Relation], kind: &str) -> Option<&'r str> {
    let found = relations
        .iter()
        .find(|relation| relation.kind.ends_with(kind));
    found.map(|relation| relation.place.as_str())
}

/// The parts that a part of relationships names, as seen from `folder`; none where there is no such part.
fn relations(parts: &Parts<'_>, name: &str, folder: &str) -> Result<Vec<Relation>, CatalogueError> {
    let mut found = Vec::new();
    let Some(part) = parts.read(name) else {
        return Ok(found);
    };
    let mut xml = Xml::new(part);
    while let Some(event) = xml.next()? {
        let (Event::Start(element) | Event::Empty(element)) = event else {
            continue;
        };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let (id, target) = (attribute(&element, "Id")?, attribute(&element, "Target")?);
        if let (Some(id), Some(target)) = (id, target) {
            let place = match (target.strip_prefix('/'), target.strip_prefix("../")) {
                (Some(whole), _) | (None, Some(whole)) => whole.to_owned(),
                (None, None) => format!("{folder}{}", target.trim_start_matches("./")),
            };
            found.push(Relation {
                id,
                kind: attribute(&element, "Type")?.unwrap_or_default(),
                place,
            });
            if found.len() > RELATIONS_MAX {
                return Err(CatalogueError::TooLarge);
            }
        }
    }
    Ok(found)
}

/// A part of a workbook, event by event.
struct Xml<'a> {
    reader: quick_xml::Reader<Allowance<'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// A part of which only so many bytes may be read before more are allowed: a tag or a text may be as long as the part, and
/// is held whole.
struct Allowance<'a> {
    part: Box<dyn BufRead + 'a>,
    left: usize,
}

impl Read for Allowance<'_> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Allowance<'_> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.left == 0 {
            return Err(std::io::Error::other("it holds an endless tag or text"));
        }
        let filled = self.part.fill_buf()?;
        Ok(filled.get(..self.left).unwrap_or(filled))
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.part.consume(count);
    }
}

impl<'a> Xml<'a> {
    fn new(part: Box<dyn BufRead + 'a>) -> Self {
        let mut reader = quick_xml::Reader::from_reader(Allowance {
            part,
            left: EVENT_MAX,
        });
        reader.config_mut().allow_dangling_amp = true;
        Self {
            reader,
            buffer: Vec::new(),
            depth: 0,
        }
    }

    /// Nothing at the end, which must not come before every element has ended.
    fn next(&mut self) -> Result<Option<Event<'_>>, CatalogueError> {
        self.buffer.clear();
        self.reader.get_mut().left = EVENT_MAX;
        let event = self
            .reader
            .read_event_into(&mut self.buffer)
            .map_err(broken)?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof if self.depth > 0 => return Err(broken("it ends too early")),
            Event::Eof => return Ok(None),
            _ => {}
        }
        if self.depth > DEPTH_MAX {
            return Err(broken("its elements lie too deep"));
        }
        Ok(Some(event))
    }

    /// The letters up to the end of an element, of at most [`TEXT_MAX`] bytes. With `runs`, only those in its `t`, and none
    /// of how they are pronounced: a text in pieces of several looks.
    fn text(&mut self, end: &str, runs: bool) -> Result<String, CatalogueError> {
        let mut text = String::new();
        let (mut inside, mut spoken) = (!runs, 0_usize);
        loop {
            let event = self
                .next()?
                .ok_or_else(|| broken("it ends within a text"))?;
            let taken = inside && spoken == 0 && text.len() < TEXT_MAX;
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "rPh" => spoken += 1,
                    "t" => inside = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    name if name == end => break,
                    "rPh" => spoken = spoken.saturating_sub(1),
                    "t" => inside = !runs,
                    _ => {}
                },
                Event::Text(piece) if taken => text.push_str(&piece.xml10_content()),
                Event::CData(piece) if taken => text.push_str(&piece.xml10_content()),
                Event::GeneralRef(name) if taken => {
                    let letter = match quick_xml::escape::resolve_predefined_entity(&name) {
                        Some(known) => known.chars().next(),
                        None => name.resolve_char_ref().map_err(broken)?,
                    };
                    text.extend(letter);
                }
                _ => {}
            }
        }
        text.truncate(text.floor_char_boundary(TEXT_MAX));
        Ok(unescaped(text))
    }
}

/// An attribute by its name without a prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, CatalogueError> {
    for attribute in element.attributes() {
        let attribute = attribute.map_err(broken)?;
        if attribute.key.local_name().as_ref() == name {
            let value = quick_xml::escape::unescape(&attribute.value).map_err(broken)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// Letters that XML can't hold are written `_x000D_`: a number of four hexadecimal digits (ECMA-376, 22.9.2.19).
fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let (kept, next) = match letter {
            Some(_) => (at, at + 7),
            None => (at + 2, at + 2),
        };
        out.push_str(rest.get(..kept).unwrap_or_default());
        out.extend(letter);
        rest = rest.get(next..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

fn broken(why: impl std::fmt::Display) -> CatalogueError {
    CatalogueError::NotXlsx(why.to_string())
}

#[cfg(test)]
mod tests;
