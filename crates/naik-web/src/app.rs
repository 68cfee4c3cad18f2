//! What every handler is given: one value that is cheap to clone.

use std::sync::Arc;

use naik_app::platform::Platform;
use naik_app::words::Words;
use naik_core::lang::Lang;

use crate::front::limit::Limits;
use crate::front::seal::Seal;
use crate::view::{Pages, words};

/// How the web part is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where people reach it: `https://naikkelas.malang.go.id`; asked of each request when absent.
    pub public_url: Option<String>,
    /// Whether a proxy in front tells who calls (`X-Forwarded-For`).
    pub behind_proxy: bool,
    /// What everyone may see of the machine: whether it holds a demonstration.
    pub demo: bool,
    /// Code of the city that the machine stands in: where those who register themselves belong.
    pub area: String,
    /// Whether what was measured may be read from other machines.
    pub open_metrics: bool,
    /// Whether calls are limited; off only for measuring.
    pub limited: bool,
}

/// The web part. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    platform: Platform,
    settings: Settings,
    pages: Pages,
    words: [Words; 3],
    seal: Seal,
    limits: Limits,
    metrics: Box<dyn Fn() -> String + Send + Sync>,
}

impl App {
    /// Puts the pages over a platform; `metrics` writes down what was measured, for Prometheus.
    ///
    /// # Errors
    /// When a template can't be read.
    pub fn new(
        platform: Platform,
        settings: Settings,
        metrics: impl Fn() -> String + Send + Sync + 'static,
    ) -> Result<Self, minijinja::Error> {
        let seal = Seal::new(platform.secret());
        let limits = Limits::new(settings.limited);
        Ok(Self(Arc::new(Inner {
            pages: Pages::new()?,
            words: Lang::ALL.map(words),
            platform,
            settings,
            seal,
            limits,
            metrics: Box::new(metrics),
        })))
    }

    /// What people do.
    pub fn platform(&self) -> &Platform {
        &self.0.platform
    }

    /// How it is set up.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn pages(&self) -> &Pages {
        &self.0.pages
    }

    pub(crate) fn seal(&self) -> &Seal {
        &self.0.seal
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(crate) fn metrics(&self) -> String {
        (self.0.metrics)()
    }

    /// The messages of a language.
    pub(crate) fn words(&self, lang: Lang) -> &Words {
        let [id, jv, en] = &self.0.words;
        match lang {
            Lang::Id => id,
            Lang::Jv => jv,
            Lang::En => en,
        }
    }
}
