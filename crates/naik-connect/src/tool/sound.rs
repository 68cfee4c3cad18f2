//! Sound as samples, and the WAV file that a voice gives.

/// One channel of sound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sound {
    /// Samples per second.
    pub rate: u32,
    /// Samples, -1 to 1.
    pub samples: Vec<f32>,
}

/// Why bytes are no sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WavError {
    /// They do not start as a WAV file does, or end too soon.
    #[error("it is no WAV file")]
    NotWav,
    /// It is compressed, or has an odd size of samples.
    #[error("its samples are not 16-bit numbers or 32-bit floats")]
    Coding,
}

impl Sound {
    /// How long it is.
    pub fn seconds(&self) -> f64 {
        if self.rate == 0 {
            0.0
        } else {
            self.samples.len() as f64 / f64::from(self.rate)
        }
    }

    /// Reads a WAV file of 16-bit or float samples; several channels become their mean.
    ///
    /// A program that writes to a pipe does not know the length beforehand, so
    /// a length that is too large means "to the end".
    ///
    /// # Errors
    /// When it is no WAV file or coded otherwise.
    pub fn from_wav(bytes: &[u8]) -> Result<Self, WavError> {
        let mut rest = match bytes {
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'A',
                b'V',
                b'E',
                rest @ ..,
            ] => rest,
            _ => return Err(WavError::NotWav),
        };
        let mut format = None;
        while let [a, b, c, d, l0, l1, l2, l3, body @ ..] = rest {
            let length =
                usize::try_from(u32::from_le_bytes([*l0, *l1, *l2, *l3])).unwrap_or(usize::MAX);
            let part = body.get(..length).unwrap_or(body);
            match [*a, *b, *c, *d] {
                [b'f', b'm', b't', b' '] => format = Some(Format::read(part)?),
                [b'd', b'a', b't', b'a'] => return Ok(format.ok_or(WavError::NotWav)?.sound(part)),
                _ => {}
            }
            rest = body
                .get(length.saturating_add(length % 2)..)
                .unwrap_or_default();
        }
        Err(WavError::NotWav)
    }

    /// The samples as little-endian 32-bit floats, as ffmpeg's `f32le` reads them.
    pub(super) fn f32le(&self) -> Vec<u8> {
        // A sample that is no number would be written as noise.
        self.samples
            .iter()
            .flat_map(|s| {
                if s.is_finite() {
                    s.clamp(-1.0, 1.0)
                } else {
                    0.0
                }
                .to_le_bytes()
            })
            .collect()
    }
}

struct Format {
    is_float: bool,
    channels: usize,
    rate: u32,
}

impl Format {
    fn read(part: &[u8]) -> Result<Self, WavError> {
        let [
            c0,
            c1,
            n0,
            n1,
            r0,
            r1,
            r2,
            r3,
            _,
            _,
            _,
            _,
            _,
            _,
            b0,
            b1,
            extension @ ..,
        ] = part
        else {
            return Err(WavError::NotWav);
        };
        let bits = u16::from_le_bytes([*b0, *b1]);
        // The extensible form keeps its true coding in the first bytes of its identifier.
        let coding = match (u16::from_le_bytes([*c0, *c1]), extension) {
            (0xfffe, [_, _, _, _, _, _, _, _, s0, s1, ..]) => u16::from_le_bytes([*s0, *s1]),
            (coding, _) => coding,
        };
        let is_float = match (coding, bits) {
            (1, 16) => false,
            (3, 32) => true,
            _ => return Err(WavError::Coding),
        };
        let channels = usize::from(u16::from_le_bytes([*n0, *n1]));
        let rate = u32::from_le_bytes([*r0, *r1, *r2, *r3]);
        if channels == 0 || channels > 32 || !(1000..=768_000).contains(&rate) {
            return Err(WavError::Coding);
        }
        Ok(Self {
            is_float,
            channels,
            rate,
        })
    }

    fn sound(&self, data: &[u8]) -> Sound {
        let values: Vec<f32> = if self.is_float {
            data.as_chunks::<4>()
                .0
                .iter()
                .map(|b| f32::from_le_bytes(*b))
                .map(|v| if v.is_finite() { v } else { 0.0 })
                .collect()
        } else {
            data.as_chunks::<2>()
                .0
                .iter()
                .map(|b| f32::from(i16::from_le_bytes(*b)) / 32_768.0)
                .collect()
        };
        let samples = values
            .chunks_exact(self.channels)
            .map(|frame| frame.iter().sum::<f32>() / self.channels as f32)
            .collect();
        Sound {
            rate: self.rate,
            samples,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wav(coding: u16, channels: u16, bits: u16, length: u32, data: &[u8]) -> Vec<u8> {
        let mut out = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0".to_vec();
        out.extend(coding.to_le_bytes());
        out.extend(channels.to_le_bytes());
        out.extend(22_050_u32.to_le_bytes());
        out.extend([0; 6]);
        out.extend(bits.to_le_bytes());
        out.extend(b"LIST\x01\0\0\0x\0data");
        out.extend(length.to_le_bytes());
        out.extend(data);
        out
    }

    #[test]
    fn reads_what_voices_write() {
        let samples = |bytes: &[u8]| Sound::from_wav(bytes).map(|s| s.samples);
        let two = [0, 0x40, 0, 0xc0];
        assert_eq!(samples(&wav(1, 1, 16, 4, &two)), Ok(vec![0.5, -0.5]));
        assert_eq!(samples(&wav(1, 2, 16, 4, &two)), Ok(vec![0.0]));
        // espeak-ng writes the largest length into a pipe.
        assert_eq!(
            samples(&wav(1, 1, 16, 0x7fff_ffff, &two)),
            Ok(vec![0.5, -0.5])
        );
        assert_eq!(
            samples(&wav(3, 1, 32, 4, &0.25_f32.to_le_bytes())),
            Ok(vec![0.25])
        );
        assert_eq!(samples(&wav(7, 1, 8, 4, &two)), Err(WavError::Coding));
        assert_eq!(samples(b"RIFF"), Err(WavError::NotWav));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..80), cut in 0_usize..60) {
            let _ = Sound::from_wav(&bytes);
            let whole = wav(1, 1, 16, 4, &bytes);
            let _ = Sound::from_wav(whole.get(..cut).unwrap_or(&whole));
        }
    }
}
