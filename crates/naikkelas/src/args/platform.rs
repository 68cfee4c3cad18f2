//! What can be typed after `naikkelas serve`, `doctor`, `admin` and `config`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::LangArg;

/// Where everything is kept.
#[derive(Debug, Args)]
pub(crate) struct PlaceArgs {
    /// The folder for the database and the files
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// A settings file in place of `naikkelas.toml`
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) config: Option<PathBuf>,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Fill an empty platform with a demonstration: a city, shops, people of every role
    #[arg(long)]
    pub(crate) demo: bool,
    /// The port
    #[arg(long)]
    pub(crate) port: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct WorkerArgs {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Jobs at one time
    #[arg(long)]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
}

#[derive(Debug, Args)]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    /// Print one JSON object on standard output, and nothing else there
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AdminCommand {
    /// Make an account; its owner comes in by the link that is printed
    CreateUser {
        /// Their name
        #[arg(long)]
        name: String,
        /// Telephone number or e-mail address
        #[arg(long)]
        contact: String,
        /// owner, mentor, volunteer, checker, manager or admin
        #[arg(long, default_value = "owner")]
        role: String,
        /// Code of their area: 35.73 a city, 35 a province, nothing the country
        #[arg(long, default_value = "")]
        area: String,
        /// The shop's name, for an owner
        #[arg(long, default_value = "")]
        shop: String,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// End a person's password and sessions; they come in anew by the link that is printed
    ResetAccess {
        /// Telephone number or e-mail address
        contact: String,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Write everything that is kept into one file
    Backup {
        /// The file
        output: PathBuf,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Put a backup back into an empty platform
    Restore {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Write what is kept about one person into one file
    Export {
        /// Telephone number or e-mail address
        contact: String,
        /// The file
        output: PathBuf,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Erase a person, their shop and its files for good
    Erase {
        /// Telephone number or e-mail address
        contact: String,
        /// Ask nothing
        #[arg(long, short)]
        yes: bool,
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Let a new key sign badges; what the old one signed still holds
    RotateBadgeKey {
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Remove everything that the demonstration made
    RemoveDemo {
        #[command(flatten)]
        place: PlaceArgs,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Say whether the settings can be read, and what is wrong with them
    Check {
        #[command(flatten)]
        place: PlaceArgs,
    },
    /// Print the settings as they hold, with secrets left out
    Dump {
        #[command(flatten)]
        place: PlaceArgs,
    },
}
