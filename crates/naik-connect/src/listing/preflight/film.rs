//! Length and size of the film.

use naik_core::limits::MarketLimits;
use naik_core::message::Message;

use super::{finding, megabytes};
use crate::listing::{Finding, Video};

pub(super) fn check(limits: &MarketLimits, video: &Video) -> Vec<Finding> {
    let length = limits.video_seconds.map(|[shortest, longest]| {
        let fits = (f64::from(shortest)..=f64::from(longest)).contains(&video.seconds);
        let key = if fits {
            "check-video-length"
        } else {
            "check-video-length-bad"
        };
        let message = Message::new(key)
            .with("name", &video.name)
            .with("seconds", video.seconds.round())
            .with("min", shortest)
            .with("max", longest);
        // Every marketplace takes a product without its film: this is advice, never a reason to refuse.
        finding("video-length", true, message)
    });
    let bytes = limits.video_bytes.map(|limit| {
        let fits = video.bytes <= limit;
        let key = if fits {
            "check-video-bytes"
        } else {
            "check-video-bytes-bad"
        };
        let message = Message::new(key)
            .with("size", megabytes(video.bytes))
            .with("max", megabytes(limit));
        finding("video-bytes", fits, message)
    });
    length.into_iter().chain(bytes).collect()
}
