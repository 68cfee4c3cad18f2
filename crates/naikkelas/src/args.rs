//! What can be typed after `naikkelas`. What `--help` says of it is in the message files.

mod badge;
mod check;
mod platform;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use naik_core::channel::Channel;
use naik_core::lang::Lang;

pub(crate) use badge::BadgeCommand;
pub(crate) use check::{
    CheckArgs, CheckCommand, FeedbackCommand, FilterArgs, TrainCommand, with_dashed_texts,
};
pub(crate) use platform::{
    AdminCommand, ConfigCommand, DoctorArgs, PlaceArgs, ServeArgs, WorkerArgs,
};

/// Foto HP jadi siap jual / From phone photos to a selling kit
#[derive(Debug, Parser)]
#[command(name = "naikkelas", version, max_term_width = 100)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a whole selling kit from photos and facts
    Kit(Box<KitArgs>),
    /// Cut products out of photos
    Cutout(CutoutArgs),
    /// Mend light, colour, noise and tilt of photos
    Retouch(RetouchArgs),
    /// Write copy for every channel
    Write(WriteArgs),
    /// Make the video of a finished kit again
    Video(VideoArgs),
    /// Check whether each sentence of a text is proved by the facts
    CheckClaims(CheckClaimsArgs),
    /// Judge a message: gambling, scam, known hoax, abuse, or nothing known against it
    Check(Box<CheckArgs>),
    /// Check badges
    #[command(subcommand)]
    Badge(BadgeCommand),
    /// Train a model
    #[command(subcommand)]
    Train(TrainCommand),
    /// Start or check a facts file
    #[command(subcommand)]
    Facts(FactsCommand),
    /// Run the platform: pages, API and a worker
    Serve(ServeArgs),
    /// Do the platform's jobs on a machine that serves no pages
    Worker(WorkerArgs),
    /// Say what this machine lacks, and how to mend it
    Doctor(DoctorArgs),
    /// Keep accounts and data: for whoever keeps the machine
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Check or show the settings
    #[command(subcommand)]
    Config(ConfigCommand),
}

/// The language of texts and messages.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum LangArg {
    /// Bahasa Indonesia
    #[default]
    Id,
    /// Basa Jawa
    Jv,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Id => Self::Id,
            LangArg::Jv => Self::Jv,
            LangArg::En => Self::En,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct KitArgs {
    /// Photos of one product: JPEG, PNG or WebP
    #[arg(value_name = "PHOTO")]
    pub(crate) photos: Vec<PathBuf>,
    /// Many products at once, one a row
    #[arg(long, value_name = "FILE.csv|xlsx", conflicts_with = "photos")]
    pub(crate) catalogue: Option<PathBuf>,
    /// Facts about the product, the shop and its permits (see `naikkelas facts init`); with a catalogue, the shop's alone
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) facts: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) told: ToldFacts,
    /// Where kits go; each gets a folder named after its product
    #[arg(long, default_value = "out", value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Language of copy and messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Make only some parts: photos, posts, video, copy, listings
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    pub(crate) only: Vec<String>,
    /// Chooses among the varieties of words and designs; the same seed makes the same kit
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// First day of the content calendar (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Address under which the photos will be public, for sheets that want links
    #[arg(long, value_name = "URL")]
    pub(crate) photo_url: Option<String>,
    /// Your own mass-upload template from Shopee's Seller Centre, filled in place of a sheet of ours
    #[arg(long, value_name = "FILE.xlsx")]
    pub(crate) shopee_template: Option<PathBuf>,
    /// The shop's own code for the product
    #[arg(long, conflicts_with = "catalogue")]
    pub(crate) sku: Option<String>,
    /// A segmentation network to use instead of the built-in prior
    #[arg(long, value_name = "FILE.onnx")]
    pub(crate) model: Option<PathBuf>,
    /// Ask nothing, even in a terminal
    #[arg(long, short)]
    pub(crate) yes: bool,
    /// Print one JSON object on standard output, and nothing else there
    #[arg(long)]
    pub(crate) json: bool,
}

/// Facts told on the command line; they win over the file.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Facts")]
pub(crate) struct ToldFacts {
    /// Product name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// snack, coffee, sambal, bakery, herbal, batik, fashion, craft, pottery, service, frozen, other
    #[arg(long)]
    pub(crate) category: Option<String>,
    /// Price: 15000, Rp15.000, 15rb
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) price: Option<String>,
    /// What one is called: bungkus, pcs, lembar
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// Contents: 250 g, 300 ml
    #[arg(long)]
    pub(crate) net_weight: Option<String>,
    /// Choices, separated by commas
    #[arg(long)]
    pub(crate) variants: Option<String>,
    /// Ingredients, separated by commas
    #[arg(long)]
    pub(crate) ingredients: Option<String>,
    /// Materials, separated by commas
    #[arg(long)]
    pub(crate) materials: Option<String>,
    /// How it is made
    #[arg(long)]
    pub(crate) process: Option<String>,
    /// Where it comes from
    #[arg(long)]
    pub(crate) origin: Option<String>,
    /// Who makes it, and why
    #[arg(long)]
    pub(crate) story: Option<String>,
    /// How to use or serve it
    #[arg(long)]
    pub(crate) usage: Option<String>,
    /// How to keep it
    #[arg(long)]
    pub(crate) storage: Option<String>,
    /// How long it keeps: 3 bulan
    #[arg(long)]
    pub(crate) shelf_life: Option<String>,
    /// How many are ready
    #[arg(long)]
    pub(crate) stock: Option<String>,
    /// Days from order to dispatch
    #[arg(long)]
    pub(crate) preorder_days: Option<String>,
    /// The price at which it was really sold before
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) previous_price: Option<String>,
    /// How many were sold
    #[arg(long)]
    pub(crate) sold_count: Option<String>,
    /// Shop name
    #[arg(long)]
    pub(crate) shop: Option<String>,
    /// City
    #[arg(long)]
    pub(crate) city: Option<String>,
    /// WhatsApp number for orders
    #[arg(long)]
    pub(crate) whatsapp: Option<String>,
    /// Instagram account
    #[arg(long)]
    pub(crate) instagram: Option<String>,
    /// TikTok account
    #[arg(long)]
    pub(crate) tiktok: Option<String>,
    /// Facebook page
    #[arg(long)]
    pub(crate) facebook: Option<String>,
    /// Shop colours, separated by commas: `#6b3f1a,#f4a81d`
    #[arg(long)]
    pub(crate) colors: Option<String>,
    /// Logo: PNG, JPEG or WebP
    #[arg(long)]
    pub(crate) logo: Option<String>,
    /// NIB, 13 digits
    #[arg(long)]
    pub(crate) nib: Option<String>,
    /// P-IRT number, 15 digits
    #[arg(long)]
    pub(crate) pirt: Option<String>,
    /// Halal certificate, ID and 17 digits
    #[arg(long)]
    pub(crate) halal: Option<String>,
    /// BPOM number
    #[arg(long)]
    pub(crate) bpom: Option<String>,
    /// Registered trade mark
    #[arg(long)]
    pub(crate) brand: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CutoutArgs {
    /// Photos to cut
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Where results go, with the names of the photos
    #[arg(long, short, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Write the 8-bit alpha alone, at the photo's size
    #[arg(long)]
    pub(crate) mask: bool,
    /// A segmentation network to use instead of the built-in prior
    #[arg(long, value_name = "FILE.onnx")]
    pub(crate) model: Option<PathBuf>,
    /// A stroke to keep: x,y pairs in pixels, `120,300 140,320`; may be given again
    #[arg(long, value_name = "POINTS")]
    pub(crate) keep: Vec<String>,
    /// A stroke to remove: x,y pairs in pixels; may be given again
    #[arg(long, value_name = "POINTS")]
    pub(crate) remove: Vec<String>,
    /// A box around the product: x,y,width,height in pixels
    #[arg(long, value_name = "BOX", rename_all = "kebab-case")]
    pub(crate) frame: Option<String>,
    /// Half the width of strokes, in pixels
    #[arg(long, default_value_t = 12.0, value_name = "PX")]
    pub(crate) brush: f32,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Print one JSON object per photo
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct RetouchArgs {
    /// Photos to mend
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Where results go, with the names of the photos
    #[arg(long, short, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Leave something as it is: white-balance, exposure, denoise, sharpen, straighten
    #[arg(long, value_delimiter = ',', value_name = "STEPS")]
    pub(crate) without: Vec<String>,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Print one JSON object per photo
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct WriteArgs {
    /// Facts about the product
    #[arg(value_name = "FACTS.toml")]
    pub(crate) facts: PathBuf,
    /// Only this channel; may be given again
    #[arg(long, value_parser = channel, value_name = "CHANNEL")]
    pub(crate) channel: Vec<Channel>,
    /// Language of copy and messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Chooses among the varieties of words
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// First day of the content calendar (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<jiff::civil::Date>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

fn channel(word: &str) -> Result<Channel, String> {
    // What is said of it is in the message files.
    Channel::parse(word).ok_or_else(String::new)
}

#[derive(Debug, Args)]
pub(crate) struct VideoArgs {
    /// A folder that `naikkelas kit` made
    #[arg(value_name = "KITDIR")]
    pub(crate) kit: PathBuf,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CheckClaimsArgs {
    /// The text; `-` reads standard input
    #[arg(value_name = "TEXTFILE")]
    pub(crate) text: PathBuf,
    /// Facts that may prove it
    #[arg(long, value_name = "FACTS.toml")]
    pub(crate) facts: PathBuf,
    /// Language of messages
    #[arg(long, value_enum, default_value_t)]
    pub(crate) lang: LangArg,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum FactsCommand {
    /// Write a commented template
    Init {
        /// Where; `-` prints it
        #[arg(default_value = "facts.toml")]
        file: PathBuf,
        /// Language of the comments
        #[arg(long, value_enum, default_value_t)]
        lang: LangArg,
    },
    /// Say what is wrong or missing in a facts file
    Check {
        /// The file
        file: PathBuf,
        /// Language of messages
        #[arg(long, value_enum, default_value_t)]
        lang: LangArg,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
}
