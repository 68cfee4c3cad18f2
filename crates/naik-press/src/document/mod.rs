//! Papers: a shop's catalogue and price list, a month's result, certificates, a cohort's month; set by Typst.
//!
//! Data in, bytes out. Templates and typefaces are embedded, texts of people reach them as strings of one JSON file and
//! are never read as markup, there is no file, no network and no clock behind them: the same paper has the same bytes.

mod catalogue;
mod certificate;
mod cohort;
mod month;
mod printable;
mod qr;
mod world;

pub use catalogue::{Item, Kind, Listing, Seller, listing};
pub use certificate::{Award, Certificate, Signer, certificate};
pub use cohort::{CohortMonth, Count, Figure, Rung, cohort_month};
pub use month::{CashRow, MonthResult, SalesRow, Tax, month_result};

use jiff::civil::Date;
use naik_core::message::Message;
use typst::foundations::{Datetime, Smart};
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};
use typst_render::RenderOptions;

use crate::error::PressError;
use crate::picture::OwnedPicture;

/// Puts one of this crate's messages into the words of a reader.
pub type Say<'a> = dyn Fn(&Message) -> String + 'a;

/// What a listing is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A4 paper, with everything.
    Print,
    /// One picture of 1080 pixels across, for chats: the given part of the list, counted from 1.
    Phone(usize),
}

/// A phone's sheet is 540 points across.
const PIXELS_PER_POINT: f64 = 2.0;

/// A paper that is set: pages that are still to be written as PDF or drawn as pictures.
pub struct Paper {
    document: PagedDocument,
    name: String,
    made: Date,
}

impl std::fmt::Debug for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Paper({}, {} pages)", self.name, self.pages())
    }
}

impl Paper {
    /// How many pages it has; never none.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// All pages as a tagged PDF 1.7. Its id and its date come from what it was made of.
    ///
    /// # Errors
    /// Only by a mistake of ours.
    pub fn pdf(&self) -> Result<Vec<u8>, PressError> {
        let day = |part: i8| u8::try_from(part).unwrap_or(1);
        let (month, date) = (day(self.made.month()), day(self.made.day()));
        let made = Datetime::from_ymd_hms(i32::from(self.made.year()), month, date, 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Custom(self.name.clone()),
            creator: Smart::Custom(Some("NaikKelas".to_owned())),
            timestamp: made.map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        let bytes = typst_pdf::pdf(&self.document, &options).map_err(|e| world::failed(&e));
        typst::comemo::evict(0);
        bytes
    }

    /// A page as pixels, two for each point: a phone's sheet is 1080 wide. `None` beyond the last page.
    pub fn picture(&self, page: usize) -> Option<OwnedPicture> {
        let options = RenderOptions {
            pixel_per_pt: PIXELS_PER_POINT.into(),
            render_bleed: false,
        };
        let drawn = typst_render::render(self.document.pages().get(page)?, &options);
        Some(OwnedPicture {
            width: drawn.width(),
            height: drawn.height(),
            // Every page is filled: there is nothing to see through.
            rgba: drawn.take(),
        })
    }

    /// The words of each page, in the order in which they are drawn.
    pub fn words(&self) -> Vec<String> {
        let pages = self.document.pages().iter();
        pages
            .map(|page| {
                let mut out = String::new();
                gather(&page.frame, &mut out);
                out
            })
            .collect()
    }
}

fn gather(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Text(text) => {
                if !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(&text.text);
            }
            FrameItem::Group(group) => gather(&group.frame, out),
            _ => {}
        }
    }
}

/// A message without arguments, in words.
fn label(say: &Say<'_>, key: &'static str) -> String {
    say(&Message::new(key))
}

/// What stands in the foot of each page; the template fills in the numbers.
fn page_label(say: &Say<'_>) -> String {
    let message = Message::new("paper-page").with("n", "{n}");
    say(&message.with("all", "{all}"))
}
