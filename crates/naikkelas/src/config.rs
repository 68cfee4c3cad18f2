//! Settings: what holds without any, then `naikkelas.toml`, then the environment, then the command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use naik_app::error::AppError;
use naik_app::platform::Open;
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
}

impl Default for StoreConfig {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
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
        Ok(config)
    }

    /// What to open.
    pub(crate) fn open(&self) -> Open {
        Open {
            data: self.store.data.clone(),
            database: self.database.url.clone(),
        }
    }

    /// Where to listen.
    pub(crate) fn address(&self) -> SocketAddr {
        SocketAddr::new(self.server.address, self.server.port)
    }

    /// The same without secrets: the password of the database.
    pub(crate) fn without_secrets(mut self) -> Self {
        if let Some(url) = &mut self.database.url
            && let Some((scheme, rest)) = url.split_once("://")
            && let Some((_, host)) = rest.rsplit_once('@')
        {
            *url = format!("{scheme}://…@{host}");
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
    fn a_password_is_never_shown() {
        let config = read("[database]\nurl = 'postgres://sri:ra@hasia@db/naik'\n").unwrap();
        let shown = toml::to_string(&config.without_secrets());
        assert!(shown.is_err() || !shown.unwrap().contains("hasia"));
    }
}
