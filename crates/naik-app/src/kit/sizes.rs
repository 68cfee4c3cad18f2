//! Every picture in the size of every marketplace.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use naik_core::channel::Market;
use naik_core::limits::Limits;
use naik_photo::rendition::{self, FileFormat, Fill, RenditionSpec};
use rayon::prelude::*;

use super::Job;
use super::aside::Aside;
use super::photos::Pictures;
use crate::error::AppError;
use crate::progress::Step;

/// The place of a picture's source, its side in pixels, and the most bytes.
type Cut = (usize, u32, usize);

/// Every picture in the size of every marketplace; those that several want alike are made once.
#[derive(Default)]
pub(crate) struct Sizes {
    /// Names of the pictures, each with its longer side: the pictures themselves need not be kept for it.
    sources: Vec<(String, u32)>,
    files: BTreeMap<Cut, Arc<[u8]>>,
}

impl Sizes {
    /// Cuts them, unless no listings were asked for.
    pub(crate) fn make(job: &Job<'_>, pictures: &[Pictures]) -> Result<Self, AppError> {
        if !job.wants(Step::Listings) {
            return Ok(Self::default());
        }
        let sources = sources(pictures);
        // Where sides are alike, the file for the strictest limit of bytes is usually good for all of them.
        let mut wanted: BTreeMap<(usize, u32), BTreeSet<usize>> = BTreeMap::new();
        for market in Market::ALL {
            let limits = Limits::get().market(market);
            for (index, (_, picture)) in sources.iter().take(limits.images[1]).enumerate() {
                let key = (index, side(market, picture.longer()));
                wanted.entry(key).or_default().insert(limits.image_bytes);
            }
        }
        let made: Vec<Vec<(Cut, Arc<[u8]>)>> = wanted
            .into_par_iter()
            .map(|((index, side), limits)| {
                job.check()?;
                let Some((_, picture)) = sources.get(index) else {
                    return Ok(Vec::new());
                };
                let picture = picture.fetch()?;
                let mut files = Vec::new();
                let mut last: Option<Arc<[u8]>> = None;
                // From the most generous on: its file serves each limit that it happens to keep.
                for most in limits.into_iter().rev() {
                    let bytes = match last.take().filter(|bytes| bytes.len() <= most) {
                        Some(bytes) => bytes,
                        None => rendition::fit(&picture, &spec(side, most))?.into(),
                    };
                    last = Some(Arc::clone(&bytes));
                    files.push(((index, side, most), bytes));
                }
                Ok(files)
            })
            .collect::<Result<_, AppError>>()?;
        let named = |(name, picture): (&str, &Aside<3>)| (name.to_owned(), picture.longer());
        Ok(Self {
            sources: sources.into_iter().map(named).collect(),
            files: made.into_iter().flatten().collect(),
        })
    }

    /// The pictures of one marketplace in order: bytes, side, source.
    pub(super) fn of(&self, market: Market) -> impl Iterator<Item = (Arc<[u8]>, u32, &str)> {
        let limits = Limits::get().market(market);
        self.sources
            .iter()
            .take(limits.images[1])
            .enumerate()
            .filter_map(move |(index, (source, longer))| {
                let side = side(market, *longer);
                let bytes = self.files.get(&(index, side, limits.image_bytes))?;
                Some((Arc::clone(bytes), side, source.as_str()))
            })
    }
}

/// The side of a picture's square: a picture is never blown up, what it has is what is sent.
fn side(market: Market, longer: u32) -> u32 {
    let limits = Limits::get().market(market);
    limits.image_wanted.min(longer).max(limits.image_px[0])
}

fn spec(side: u32, max_bytes: usize) -> RenditionSpec {
    RenditionSpec {
        name: String::new(),
        width: side,
        height: side,
        format: FileFormat::Jpeg,
        max_bytes,
        fill: Fill::Blur,
    }
}

/// Pictures in the order in which buyers see them: the product on white, in scenes, then as photographed.
fn sources(pictures: &[Pictures]) -> Vec<(&str, &Aside<3>)> {
    let mut order: Vec<(&str, &Aside<3>)> = Vec::new();
    order.extend(
        pictures
            .iter()
            .filter_map(|p| Some((p.file.as_str(), p.white.as_ref()?))),
    );
    for turn in 0..2 {
        order.extend(
            pictures
                .iter()
                .filter_map(|p| Some((p.file.as_str(), &p.scenes.get(turn)?.1))),
        );
    }
    // A doubted photo leads only where nothing better is there.
    order.extend(pictures.iter().map(|p| (p.file.as_str(), &p.tidied)));
    order
}
