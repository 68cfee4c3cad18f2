//! All that Typst can see: the embedded templates and typefaces, and the few files of one paper.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::Paper;
use crate::error::PressError;
use crate::font;

/// The templates, by the name that they import each other with.
const TEMPLATES: [(&str, &str); 6] = [
    ("/house.typ", include_str!("../../data/document/house.typ")),
    (
        "/catalogue.typ",
        include_str!("../../data/document/catalogue.typ"),
    ),
    (
        "/prices.typ",
        include_str!("../../data/document/prices.typ"),
    ),
    ("/month.typ", include_str!("../../data/document/month.typ")),
    (
        "/certificate.typ",
        include_str!("../../data/document/certificate.typ"),
    ),
    (
        "/cohort.typ",
        include_str!("../../data/document/cohort.typ"),
    ),
];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let sources = TEMPLATES.iter();
    sources
        .filter_map(|(name, text)| Some(Source::new(file_id(name)?, (*text).to_owned())))
        .collect()
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static FONTS: LazyLock<Vec<(Font, FontInfo)>> = LazyLock::new(|| {
    let files = font::files().into_iter();
    files
        .filter_map(|(name, bytes)| {
            let font = Font::new(Bytes::new(bytes), 0)?;
            let mut info = font.info().clone();
            // The two halves of one typeface bear one name in their files: letters would be looked for in the wrong one.
            info.family = name.to_owned();
            Some((font, info))
        })
        .collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| {
    let infos = FONTS.iter().map(|(_, info)| info.clone());
    LazyHash::new(FontBook::from_infos(infos))
});

/// The name of a file inside a paper. Typst remembers each name for as long as the program runs: only fixed names and
/// numbers below a limit come here.
fn file_id(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// A paper to set: a template, what it reads, and the files that this names.
pub(super) struct Desk {
    main: FileId,
    files: BTreeMap<String, Bytes>,
}

impl Desk {
    /// # Errors
    /// Only by a mistake of ours: no such template, or data that is no JSON.
    pub(super) fn new(template: &str, data: &serde_json::Value) -> Result<Self, PressError> {
        let main = file_id(template).ok_or_else(|| PressError::Document(template.to_owned()))?;
        let text = serde_json::to_vec(data).map_err(|e| PressError::Document(e.to_string()))?;
        Ok(Self {
            main,
            files: BTreeMap::from([("/data.json".to_owned(), Bytes::new(text))]),
        })
    }

    /// Lays a file beside the data.
    pub(super) fn lay(&mut self, name: String, bytes: Vec<u8>) {
        self.files.insert(name, Bytes::new(bytes));
    }

    /// Sets the paper. `name` tells it from other papers.
    ///
    /// # Errors
    /// Only by a mistake of ours, or when a picture is none.
    pub(super) fn set(self, name: String, made: Date) -> Result<Paper, PressError> {
        let set = typst::compile::<typst_layout::PagedDocument>(&self);
        // What Typst remembers of a paper would stay in memory for good.
        typst::comemo::evict(0);
        let document = set.output.map_err(|errors| failed(&errors))?;
        Ok(Paper {
            document,
            name,
            made,
        })
    }
}

/// What Typst complains of, in one line for the log.
pub(super) fn failed(errors: &EcoVec<SourceDiagnostic>) -> PressError {
    let told: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PressError::Document(told.join("; "))
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = SOURCES.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get();
        let found = match path.root() {
            VirtualRoot::Project => self.files.get(path.vpath().get_with_slash()),
            VirtualRoot::Package(_) => None,
        };
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).map(|(font, _)| font.clone())
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_and_typeface_is_there() {
        assert_eq!(SOURCES.len(), TEMPLATES.len());
        assert_eq!(FONTS.len(), 6);
        let families: Vec<&str> = BOOK.families().map(|(family, _)| family).collect();
        assert_eq!(families.len(), 4, "{families:?}");
    }

    #[test]
    fn nothing_outside_is_reached() {
        let desk = Desk::new("/month.typ", &serde_json::json!({})).unwrap();
        for name in ["/etc/passwd", "../../Cargo.toml", "/photo/1.jpg", "/"] {
            let Some(id) = file_id(name) else { continue };
            assert!(desk.file(id).is_err() && desk.source(id).is_err(), "{name}");
        }
        assert!(desk.today(None).is_none());
        // Data that a template does not know is an error that names it, and no panic.
        let failed = desk.set("x".to_owned(), jiff::civil::date(2026, 1, 1));
        assert!(matches!(failed, Err(PressError::Document(_))));
    }
}
