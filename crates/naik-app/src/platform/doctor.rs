//! What this machine lacks, and how to mend it.

use std::path::Path;

use naik_connect::tool::{Ffmpeg, Tesseract, ToolError, Voice};
use naik_core::message::{Explain, Message};
use naik_store::blob::Blobs;
use naik_store::{Open, Store};
use serde::Serialize;

use super::outside::Outside;

/// Less room than this is too little for kits, in bytes: a kit takes 30 to 60 MB.
const ROOM: u64 = 2_000_000_000;
/// No clock of a machine that is right shows a time before this program was written: 1 November 2026.
const WRITTEN: i64 = 1_793_491_200_000;
/// Rows from the future by more than this mean that the clock went back, in milliseconds.
const AHEAD: i64 = 24 * 3_600_000;

/// How a thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Health {
    /// As it should be.
    Good,
    /// A part is left out without it.
    Lacking,
    /// Nothing works without it.
    Broken,
}

/// One thing that was looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// What was looked at: `ffmpeg`, `disk`.
    pub about: &'static str,
    /// How it stands.
    pub health: Health,
    /// What was found, with the remedy as its hint.
    pub message: Message,
}

fn finding(about: &'static str, health: Health, message: Message) -> Finding {
    Finding {
        about,
        health,
        message,
    }
}

/// Looks at everything that the platform needs.
pub async fn look(open: &Open, outside: Outside, address: std::net::SocketAddr) -> Vec<Finding> {
    let mut found = vec![
        tool("ffmpeg", Ffmpeg::find().map(|one| one.version().to_owned())),
        tool("voice", Voice::find().map(|one| one.version().to_owned())),
        tool(
            "reader",
            Tesseract::find().map(|one| one.version().to_owned()),
        ),
        clock(outside.now()),
    ];
    let rights = rights(&open.data);
    let writable = rights.health == Health::Good;
    found.push(rights);
    if writable {
        found.push(room(&open.data));
        found.push(database(open, outside.now()).await);
    }
    found.extend(bucket(open).await);
    found.push(port(address));
    found
}

fn tool(about: &'static str, found: Result<String, ToolError>) -> Finding {
    match found {
        Ok(version) => finding(
            about,
            Health::Good,
            Message::new("doctor-tool")
                .with("tool", about)
                .with("version", version),
        ),
        Err(error) => finding(about, Health::Lacking, error.explain()),
    }
}

fn clock(now: i64) -> Finding {
    if now < WRITTEN {
        finding("clock", Health::Broken, Message::new("doctor-clock-past"))
    } else {
        finding("clock", Health::Good, Message::new("doctor-clock"))
    }
}

fn rights(data: &Path) -> Finding {
    let path = data.display();
    let trial = data.join(".naikkelas-doctor");
    let written = std::fs::create_dir_all(data)
        .and_then(|()| std::fs::write(&trial, b"ok"))
        .and_then(|()| std::fs::remove_file(&trial));
    match written {
        Ok(()) => finding(
            "rights",
            Health::Good,
            Message::new("doctor-rights").with("path", path),
        ),
        Err(error) => finding(
            "rights",
            Health::Broken,
            Message::new("doctor-rights-missing")
                .with("path", path)
                .with("reason", error),
        ),
    }
}

fn room(data: &Path) -> Finding {
    let message = |key: &str, free: u64| {
        Message::new(key).with("gigabytes", format!("{:.1}", free as f64 / 1e9))
    };
    match fs4::available_space(data) {
        Ok(free) if free < ROOM => {
            finding("disk", Health::Lacking, message("doctor-disk-low", free))
        }
        Ok(free) => finding("disk", Health::Good, message("doctor-disk", free)),
        Err(error) => finding(
            "disk",
            Health::Lacking,
            Message::new("doctor-disk-unknown").with("reason", error),
        ),
    }
}

async fn database(open: &Open, now: i64) -> Finding {
    let kind = if open.database.is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    match Store::look(open).await {
        Ok(found) if found.newest.is_some_and(|newest| newest > now + AHEAD) => {
            finding("clock", Health::Broken, Message::new("doctor-clock-back"))
        }
        Ok(found) => {
            let key = match (found.is_new, found.pending) {
                (true, _) => "doctor-database-new",
                (false, 0) => "doctor-database",
                (false, _) => "doctor-database-older",
            };
            finding(
                "database",
                Health::Good,
                Message::new(key).with("kind", kind),
            )
        }
        Err(error) => finding(
            "database",
            Health::Broken,
            Message::new("doctor-database-away")
                .with("kind", kind)
                .with("reason", error),
        ),
    }
}

/// Whether the bucket lets us in; nothing where files lie in a folder.
async fn bucket(open: &Open) -> Option<Finding> {
    let bucket = open.bucket.as_ref()?;
    let reached = match Blobs::bucket(bucket) {
        Ok(files) => files.ping().await,
        Err(error) => Err(error),
    };
    Some(match reached {
        Ok(()) => finding(
            "files",
            Health::Good,
            Message::new("doctor-bucket").with("bucket", &bucket.name),
        ),
        Err(error) => finding(
            "files",
            Health::Broken,
            Message::new("doctor-bucket-away")
                .with("bucket", &bucket.name)
                .with("reason", error),
        ),
    })
}

fn port(address: std::net::SocketAddr) -> Finding {
    match std::net::TcpListener::bind(address) {
        Ok(_) => finding(
            "port",
            Health::Good,
            Message::new("doctor-port").with("port", address.port()),
        ),
        Err(_) => finding(
            "port",
            Health::Lacking,
            Message::new("doctor-port-taken").with("port", address.port()),
        ),
    }
}
