//! The narrated product video.
