//! Pictures put aside on the disk until a step looks at them.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use naik_photo::image::Image;

use crate::error::AppError;
use crate::output::Staging;

/// A picture of `CHANNELS` bytes a pixel in a nameless file: some ten megabytes that need not be in memory while others
/// are worked on, and that are gone with the process.
pub(crate) struct Aside<const CHANNELS: usize> {
    width: u32,
    height: u32,
    file: Mutex<File>,
    /// The kit that it belongs to, for what the disk says.
    kit: PathBuf,
}

impl<const CHANNELS: usize> Aside<CHANNELS> {
    /// Puts a picture aside on the disk of the staging folder.
    ///
    /// # Errors
    /// When that can't be written.
    pub(crate) fn put(staging: &Staging, picture: &Image<CHANNELS>) -> Result<Self, AppError> {
        let mut file = staging.nameless()?;
        file.write_all(picture.data())
            .map_err(|error| AppError::write(staging.place(), error))?;
        Ok(Self {
            width: picture.width(),
            height: picture.height(),
            file: Mutex::new(file),
            kit: staging.place().to_owned(),
        })
    }

    /// The picture; it stays aside too.
    ///
    /// # Errors
    /// When the disk no longer gives it.
    pub(crate) fn fetch(&self) -> Result<Image<CHANNELS>, AppError> {
        let mut data = vec![0; self.width as usize * self.height as usize * CHANNELS];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.rewind()
            .and_then(|()| file.read_exact(&mut data))
            .map_err(|error| AppError::read(&self.kit, error))?;
        Image::from_data(self.width, self.height, data)
            .ok_or_else(|| AppError::Internal("a picture put aside lost its size".to_owned()))
    }

    /// The longer side in pixels.
    pub(crate) fn longer(&self) -> u32 {
        self.width.max(self.height)
    }
}

#[cfg(test)]
mod tests {
    use naik_photo::image::{Rgb, Rgba};

    use super::*;

    #[test]
    fn what_is_fetched_is_what_was_put_as_often_as_it_is_asked_for() {
        let place = std::env::temp_dir().join(format!("naikkelas-aside-{}", std::process::id()));
        let staging = Staging::begin(&place).unwrap();
        let data: Vec<u8> = (0..=255).cycle().take(7 * 5 * 4).collect();
        let cut = Rgba::from_data(7, 5, data).unwrap();
        let photo = Rgb::filled(3, 9, 200);
        let both = (
            Aside::put(&staging, &cut).unwrap(),
            Aside::put(&staging, &photo).unwrap(),
        );
        for _ in 0..2 {
            assert!(both.0.fetch().unwrap() == cut);
            assert!(both.1.fetch().unwrap() == photo);
        }
        assert_eq!((both.0.longer(), both.1.longer()), (7, 9));
    }
}
