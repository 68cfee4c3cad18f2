//! Settings: what holds without any, then `naikkelas.toml`, then the environment, then the command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use naik_app::error::AppError;
use naik_app::platform::{Bucket, Open};
use naik_core::message::Message;
use serde::{Deserialize, Serialize};

use crate::args::PlaceArgs;

/// The file that is read when it is there.
const FILE: &str = "naikkelas.toml";
/// What names of the environment begin with; `__` stands for a dot: `NAIKKELAS_SERVER__PORT`.
const PREFIX: &str = "NAIKKELAS_";

/// All settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Config {
    pub(crate) store: StoreConfig,
    pub(crate) database: DatabaseConfig,
    pub(crate) server: ServerConfig,
    pub(crate) worker: WorkerConfig,
    pub(crate) log: LogConfig,
}

/// Files.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct StoreConfig {
    /// The folder for the files, and for the database when it is SQLite.
    pub(crate) data: PathBuf,
    /// `s3://bucket/prefix` for the files, when several machines share them; a folder below `data` when absent.
    pub(crate) files: Option<String>,
    pub(crate) s3: S3Config,
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            files: None,
            s3: S3Config::default(),
        }
    }
}

/// The server of `store.files`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct S3Config {
    /// Its address: `https://s3.example.go.id`; Amazon's when absent.
    pub(crate) endpoint: Option<String>,
    /// The region; servers of one's own want any word.
    pub(crate) region: String,
    /// The key's name.
    pub(crate) key_id: Option<String>,
    /// The key.
    pub(crate) secret: Option<String>,
}

impl Default for S3Config {
    fn default() -> Self {
        Self {
            endpoint: None,
            region: "ap-southeast-3".to_owned(),
            key_id: None,
            secret: None,
        }
    }
}

/// The database.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct DatabaseConfig {
    /// `postgres://…`; SQLite in the folder when absent.
    pub(crate) url: Option<String>,
}

/// Pages and the API.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ServerConfig {
    /// Where to listen; all addresses of the machine by default, so that phones in the same network reach it.
    pub(crate) address: IpAddr,
    /// The port.
    pub(crate) port: u16,
    /// Where people reach it from outside: `https://naikkelas.example.go.id`.
    pub(crate) public_url: Option<String>,
    /// Whether a proxy in front tells who calls.
    pub(crate) behind_proxy: bool,
    /// Code of the city that the machine stands in: `35.73`. Those who register themselves belong to it.
    pub(crate) area: String,
    /// Whether `/metrics` may be read from other machines.
    pub(crate) open_metrics: bool,
    /// Whether calls are limited; off only for measuring.
    pub(crate) limits: bool,
}

impl Default for ServerConfig {
    fn default() -> Self {
        Self {
            address: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            port: 8000,
            public_url: None,
            behind_proxy: false,
            area: String::new(),
            open_metrics: false,
            limits: true,
        }
    }
}

/// The worker inside.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WorkerConfig {
    /// Jobs at one time; 0 lets other machines work.
    pub(crate) jobs: usize,
    /// Threads for pictures; 0 leaves one core to the pages.
    pub(crate) threads: usize,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self {
            jobs: 1,
            threads: 0,
        }
    }
}

/// The log, on standard error.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LogConfig {
    /// `error`, `warn`, `info`, `debug`, or a filter such as `info,naik_web=debug`.
    pub(crate) level: String,
    /// Whether each line is a JSON object.
    pub(crate) json: bool,
}

impl Default for LogConfig {
    fn default() -> Self {
        Self {
            level: "warn".to_owned(),
            json: false,
        }
    }
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// When a file that was named is absent, or a setting can't be read; says which.
    pub(crate) fn read(place: &PlaceArgs) -> Result<Self, AppError> {
        let file = match &place.config {
            Some(file) if !file.is_file() => {
                return Err(AppError::read(file, std::io::ErrorKind::NotFound.into()));
            }
            Some(file) => file.clone(),
            None => PathBuf::from(FILE),
        };
        let mut config = gather(&file)?;
        if let Some(data) = &place.data {
            config.store.data.clone_from(data);
        }
        config.bucket()?;
        Ok(config)
    }

    /// What to open.
    pub(crate) fn open(&self) -> Open {
        Open {
            data: self.store.data.clone(),
            database: self.database.url.clone(),
            // What can't be read was refused when the settings were.
            bucket: self.bucket().ok().flatten(),
        }
    }

    /// The bucket for files, if there is to be one.
    fn bucket(&self) -> Result<Option<Bucket>, AppError> {
        let Some(url) = &self.store.files else {
            return Ok(None);
        };
        let (name, prefix) = Bucket::parse(url).ok_or_else(|| {
            AppError::Refused(Message::new("config-not-bucket").with("value", url))
        })?;
        let s3 = self.store.s3.clone();
        Ok(Some(Bucket {
            name,
            prefix,
            endpoint: s3.endpoint,
            region: s3.region,
            key_id: s3.key_id,
            secret: s3.secret,
        }))
    }

    /// The threads that kits share: a core is left to the pages unless told otherwise.
    pub(crate) fn threads(&self) -> usize {
        match self.worker.threads {
            0 => {
                std::thread::available_parallelism().map_or(1, |n| n.get().saturating_sub(1).max(1))
            }
            told => told,
        }
    }

    /// Where to listen.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::new(self.server.address, self.server.port)
    }

    /// The same without secrets: the password of the database, the key of the bucket.
    pub(crate) fn without_secrets(mut self) -> Self {
        if let Some(url) = &mut self.database.url
            && let Some((scheme, rest)) = url.split_once("://")
            && let Some((_, host)) = rest.rsplit_once('@')
        {
            *url = format!("{scheme}://…@{host}");
        }
        let s3 = &mut self.store.s3;
        for secret in [&mut s3.key_id, &mut s3.secret].into_iter().flatten() {
            "…".clone_into(secret);
        }
        self
    }
}

fn gather(file: &Path) -> Result<Config, AppError> {
    Figment::from(Serialized::defaults(Config::default()))
        .merge(Toml::file(file))
        // The tests' own names are no settings.
        .merge(
            Env::prefixed(PREFIX)
                .split("__")
                .filter(|key| key.as_str().contains('.')),
        )
        .extract()
        .map_err(|error| AppError::Refused(Message::new("config-not-read").with("reason", error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Config, AppError> {
        let folder = std::env::temp_dir().join(format!("naikkelas-config-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(format!("{}.toml", text.len()));
        std::fs::write(&file, text).unwrap();
        gather(&file)
    }

    #[test]
    fn nothing_need_be_set() {
        let config = read("").unwrap();
        assert_eq!(config.address(), "0.0.0.0:8000".parse().unwrap());
        assert_eq!((config.worker.jobs, config.server.limits), (1, true));
    }

    #[test]
    fn what_is_set_holds_and_mistakes_are_named() {
        let config = read("[server]\nport = 9000\n").unwrap();
        assert_eq!(config.server.port, 9000);
        for (text, named) in [
            ("[server]\nprot = 9000\n", "prot"),
            ("[server]\nport = 'a'\n", "port"),
            ("[worker]\njobs = -1\n", "jobs"),
        ] {
            let AppError::Refused(message) = read(text).unwrap_err() else {
                panic!("{text}");
            };
            assert!(format!("{message:?}").contains(named), "{message:?}");
        }
    }

    #[test]
    fn a_bucket_is_read_and_its_key_never_shown() {
        let text = "[store]\nfiles = 's3://naik-malang/kota'\n[store.s3]\nendpoint = 'http://minio:9000'\nkey_id = 'kunci-nama'\nsecret = 'kunci-isi'\n";
        let config = read(text).unwrap();
        let bucket = config.bucket().unwrap().unwrap();
        assert_eq!(
            (bucket.name.as_str(), bucket.prefix.as_str()),
            ("naik-malang", "kota")
        );
        let shown = toml::to_string(&config.without_secrets()).unwrap();
        assert!(
            shown.contains("minio") && !shown.contains("kunci"),
            "{shown}"
        );
        let wrong = read("[store]\nfiles = 'https://naik'\n").unwrap();
        let Err(AppError::Refused(message)) = wrong.bucket() else {
            panic!("taken for a bucket");
        };
        assert_eq!(message.key, "config-not-bucket");
    }

    #[test]
    fn a_password_is_never_shown() {
        let config = read("[database]\nurl = 'postgres://sri:ra@hasia@db/naik'\n").unwrap();
        let shown = toml::to_string(&config.without_secrets());
        assert!(shown.is_err() || !shown.unwrap().contains("hasia"));
    }
}
