//! Running the binary, and small pictures for it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use naik_photo::encode;
use naik_photo::image::Rgb;
use serde_json::Value;

/// What a run left.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Standard output as one JSON value.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e} in: {}", self.stdout))
    }

    /// Standard output as one JSON value a line.
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        self.stdout
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// Fails unless it ended so.
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(
            self.code, code,
            "stdout: {}\nstderr: {}",
            self.stdout, self.stderr
        );
        self
    }

    /// Fails unless standard error says all of this.
    #[track_caller]
    pub(crate) fn says(self, all: &[&str]) -> Self {
        for text in all {
            assert!(
                self.stderr.contains(text),
                "no {text:?} in: {}",
                self.stderr
            );
        }
        self
    }
}

/// The program in a folder, asked nothing, not yet started.
#[expect(
    clippy::disallowed_methods,
    reason = "these tests are about the binary as a process"
)]
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naikkelas"));
    command
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program in a folder.
pub(crate) fn run(folder: &Path, args: &[&str]) -> Run {
    Run::of(command(folder, args).output().unwrap())
}

/// Runs a prepared command.
pub(crate) fn output(mut command: Command) -> Run {
    Run::of(command.output().unwrap())
}

/// A new folder of a test's own, below the build's folder for temporary files.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        fs::remove_dir_all(&path).unwrap();
    }
    fs::create_dir_all(&path).unwrap();
    path
}

/// The sample shop of this name.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../samples")
        .join(name)
}

/// A facts file with everything that listings want.
pub(crate) const FACTS: &str = r##"[product]
name = "Keripik Tempe Daun Jeruk"
category = "snack"
price = 18000
unit = "bungkus"
net_weight = "200 g"
variants = ["Original", "Pedas"]
ingredients = ["tempe kedelai", "daun jeruk", "garam"]
process = "Diiris tipis, digoreng dua kali"
origin = "Kampung Sanan, Malang"
shelf_life = "4 bulan"
stock = 120

[shop]
name = "Dapur Lastri"
city = "Malang"
whatsapp = "081234567890"
colors = ["#2C603A", "#F2A81D"]

[permits]
pirt = "P-IRT 2063573010123-29"
"##;

/// What makes the kit of such a shop, and more.
pub(crate) fn kit_and<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["kit", "foto.png", "--facts", "facts.toml"], more].concat()
}

/// A folder with `foto.png` and `facts.toml`.
pub(crate) fn shop(name: &str) -> PathBuf {
    let folder = folder(name);
    fs::write(folder.join("foto.png"), picture(360, 420)).unwrap();
    fs::write(folder.join("facts.toml"), FACTS).unwrap();
    folder
}

/// A PNG of a brown jar on a light, plain ground.
pub(crate) fn picture(width: u32, height: u32) -> Vec<u8> {
    encode::png_rgb(&pixels(width, height)).unwrap()
}

/// The same as a JPEG.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encode::jpeg(&pixels(width, height), 90).unwrap()
}

fn pixels(width: u32, height: u32) -> Rgb {
    let mut data = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            // From -1 to 1 over the picture.
            let u = (x as f32 + 0.5) / width as f32 * 2.0 - 1.0;
            let v = (y as f32 + 0.5) / height as f32 * 2.0 - 1.0;
            // A little grain, as every camera has.
            let grain = ((x * 7919 + y * 104_729) % 5) as f32 - 2.0;
            let half = 0.42 + 0.12 * (v * 3.0).cos();
            let [r, g, b] = if u.abs() < half && v.abs() < 0.68 {
                let light = 1.0 - 0.45 * (u / half + 0.4).abs();
                [168.0 * light, 92.0 * light, 48.0 * light]
            } else {
                [226.0, 224.0, 219.0]
            };
            data.extend([r, g, b].map(|value| (value + grain).clamp(0.0, 255.0) as u8));
        }
    }
    Rgb::from_data(width, height, data).unwrap()
}

/// Every file below a folder with its bytes, by its path with `/`.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    walk(folder, folder, &mut files);
    files
}

fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
        }
    }
}

/// The names in a folder, hidden ones included.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Whether a program is on this machine; says aloud when it is not.
pub(crate) fn has(tool: &str) -> bool {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(tool).is_file()));
    if !found {
        println!("SKIPPED: {tool} is not installed");
    }
    found
}

/// The numbers of every `milliseconds` in a JSON text, taken away: the only thing that differs between two runs.
pub(crate) fn without_times(json: &[u8]) -> Value {
    fn clear(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.shift_remove("milliseconds");
                map.values_mut().for_each(clear);
            }
            Value::Array(list) => list.iter_mut().for_each(clear),
            _ => {}
        }
    }
    let mut value = serde_json::from_slice(json).unwrap();
    clear(&mut value);
    value
}
