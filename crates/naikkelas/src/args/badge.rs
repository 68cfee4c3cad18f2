//! What can be typed after `naikkelas badge`.

use std::path::PathBuf;

use clap::Subcommand;

use super::LangArg;

#[derive(Debug, Subcommand)]
pub(crate) enum BadgeCommand {
    /// Say whether a badge is genuine, without a network
    Verify {
        /// The badge, as JSON
        file: PathBuf,
        /// The issuer's document, from the address under `issuer` in the badge
        #[arg(long, value_name = "FILE.json")]
        issuer: Option<PathBuf>,
        /// The issuer's list of revoked badges, from the address under `credentialStatus`
        #[arg(long, value_name = "FILE.json", requires = "issuer")]
        revoked: Option<PathBuf>,
        /// Language of messages
        #[arg(long, value_enum, default_value_t)]
        lang: LangArg,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
}
