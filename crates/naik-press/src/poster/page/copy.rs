//! Which words a poster has, by its format: one promise, and the price where it leads.

use crate::Price;
use crate::error::PressError;
use crate::poster::{Brief, Format, can_be_set};

/// The words of one poster.
pub(crate) struct Copy {
    pub(crate) title: String,
    /// The name, where a headline leads.
    pub(crate) lead: Option<String>,
    pub(crate) benefit: Option<String>,
    pub(crate) price: Option<Price>,
    pub(crate) call: Option<String>,
    /// The number to write to, where the app around the picture has no button.
    pub(crate) number: Option<String>,
    /// The slide's place in the carousel.
    pub(crate) slide: Option<u8>,
    /// Whether the price leads.
    pub(crate) price_leads: bool,
    /// Whether title and price are set smaller than the family likes them.
    pub(crate) is_tight: bool,
}

impl Copy {
    /// Leaves out what is missed least: the benefit, then the headline before the `name`, at last the size of the letters.
    /// Whether there was something; a slide keeps its words, they are what it is for.
    pub(crate) fn shorten(&mut self, name: &str) -> bool {
        if self.slide.is_none() {
            if self.benefit.take().is_some() {
                return true;
            }
            if self.lead.take().is_some() {
                self.title = name.to_owned();
                return true;
            }
        }
        !std::mem::replace(&mut self.is_tight, true)
    }

    pub(crate) fn of(brief: &Brief<'_>, format: Format) -> Result<Self, PressError> {
        if !can_be_set(brief.name) {
            return Err(PressError::NoName(brief.name.chars().take(40).collect()));
        }
        let own = |text: &str| can_be_set(text).then(|| text.to_owned());
        let headline = brief.headline.and_then(own);
        let price = brief.price.filter(|p| can_be_set(&p.now)).cloned();
        let mut copy = Self {
            title: headline.clone().unwrap_or_else(|| brief.name.to_owned()),
            lead: headline.map(|_| brief.name.to_owned()),
            benefit: brief.benefit.and_then(own),
            price_leads: format == Format::PriceCard && price.is_some(),
            price,
            call: own(brief.call),
            number: brief.brand.whatsapp.as_deref().and_then(own),
            slide: None,
            is_tight: false,
        };
        // One promise: where a headline leads, it is the one.
        if copy.lead.is_some() {
            copy.benefit = None;
        }
        match format {
            Format::Slide(nth) => {
                let nth = nth.min(2);
                copy.slide = Some(nth);
                let slide = &brief.slides[usize::from(nth)];
                let titled = own(&slide.title);
                let says_more = titled.as_ref().is_some_and(|title| title != brief.name);
                copy.lead = (nth != 1 && says_more).then(|| brief.name.to_owned());
                copy.title = titled.unwrap_or_else(|| brief.name.to_owned());
                copy.benefit = own(&slide.body);
                if nth < 2 {
                    copy.price = None;
                    copy.call = None;
                }
            }
            Format::PriceCard => {
                copy.title = brief.name.to_owned();
                copy.lead = None;
                // One message: the price.
                if copy.price_leads {
                    copy.benefit = None;
                }
            }
            // On WhatsApp the answer field is right below.
            Format::Status => copy.number = None,
            Format::Feed | Format::Square | Format::Story => {}
        }
        Ok(copy)
    }
}
