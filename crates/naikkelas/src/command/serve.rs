//! `naikkelas serve`.

use std::io::Write;
use std::time::Duration;

use metrics_exporter_prometheus::PrometheusBuilder;
use naik_app::error::AppError;
use naik_app::platform::error::Fault;
use naik_app::platform::{Platform, demo};
use naik_app::words::Words;
use naik_core::message::Message;
use naik_web::{App, ServeError, Settings, serve};
use tracing_subscriber::EnvFilter;

use super::{Code, FINE, OURS, fail, runtime, terminal};
use crate::args::ServeArgs;
use crate::config::Config;
use crate::outside::outside;
use crate::terminal::Terminal;

/// How often the demonstration's large cohort is begun.
const FILLS: u32 = 30;
/// How long it waits in between.
const BREATH: Duration = Duration::from_secs(2);

/// Runs the platform until it is told to stop.
pub(crate) fn run(args: &ServeArgs) -> Code {
    let terminal = terminal(args.place.lang);
    let mut config = match Config::read(&args.place) {
        Ok(config) => config,
        Err(error) => return fail(&terminal, &error),
    };
    if let Some(port) = args.port {
        config.server.port = port;
    }
    listen_to_itself(&config);
    let runtime = runtime();
    let Ok(runtime) = runtime else {
        return OURS;
    };
    let ended = runtime.block_on(platform(&config, args, terminal.words()));
    // A kit that is under way is begun anew at the next start.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    end(&terminal, ended)
}

/// What the program ends with, and the last word.
pub(super) fn end(terminal: &Terminal, ended: Result<(), Stop>) -> Code {
    match ended {
        Ok(()) => FINE,
        Err(Stop::Told(error)) => fail(terminal, &error),
        Err(Stop::Fault(fault)) => fail(terminal, &told(fault)),
    }
}

/// Opens what is kept, and makes sure that files can be reached before anyone is let in.
pub(super) async fn open(config: &Config) -> Result<Platform, Stop> {
    let platform = Platform::open(&config.open(), outside()).await?;
    platform.reach_files().await?;
    Ok(platform)
}

pub(super) enum Stop {
    Told(AppError),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What a fault is in the words of the command line.
pub(super) fn told(fault: Fault) -> AppError {
    match fault {
        Fault::Refused(wrong) => match wrong.into_iter().next() {
            Some(one) => AppError::Refused(one.message),
            None => AppError::Internal("refused without a reason".to_owned()),
        },
        Fault::Missing => AppError::Refused(Message::new("person-unknown")),
        Fault::Full(_) => AppError::Refused(Message::new("server-full")),
        other => AppError::Refused(Message::new("store-not-opened").with("reason", other)),
    }
}

async fn platform(config: &Config, args: &ServeArgs, words: &Words) -> Result<(), Stop> {
    let platform = open(config).await?;
    let here = || format!("http://localhost:{}", config.server.port);
    let site = config.server.public_url.clone().unwrap_or_else(here);
    platform.set_badge_site(&site).await?;
    if args.demo {
        platform.make_demo().await?;
        fill_demo(platform.clone());
    }
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let upkeep = handle.clone();
    tokio::spawn(async move {
        // Samples are folded together whether anyone reads them or not.
        loop {
            tokio::time::sleep(std::time::Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    // A second recorder is never set in one process.
    let _ = metrics::set_global_recorder(recorder);
    let settings = Settings {
        public_url: config.server.public_url.clone(),
        behind_proxy: config.server.behind_proxy,
        area: config.server.area.clone(),
        open_metrics: config.server.open_metrics,
        demo: platform.has_demo().await?,
        limited: config.server.limits,
    };
    let app = App::new(platform, settings, move || handle.render())
        .map_err(|e| Stop::Told(AppError::Internal(e.to_string())))?;
    let ready = |address: std::net::SocketAddr| {
        let port = address.port().to_string();
        let line = words.label("serve-ready", &[("port", &port)]);
        // Whoever started it may have closed the terminal.
        let _ = writeln!(std::io::stderr(), "{line}");
    };
    let workers = (config.worker.jobs, config.threads());
    serve(app, config.address(), workers, ready, stopped())
        .await
        .map_err(|error| Stop::Told(cannot_serve(&error)))
}

/// Adds the demonstration's large cohort while pages are served already. Where a kit or a reckoning holds the database for
/// long, it waits and goes on where it was.
fn fill_demo(platform: Platform) {
    tokio::spawn(async move {
        for _ in 0..FILLS {
            match platform.make_demo_city(demo::CITY).await {
                Ok(_) => return,
                Err(Fault::Busy(_)) => tokio::time::sleep(BREATH).await,
                Err(error) => {
                    tracing::warn!(%error, "the large cohort of the demonstration was not made");
                    return;
                }
            }
        }
        tracing::warn!("the database was too busy for the demonstration's large cohort");
    });
}

fn cannot_serve(error: &ServeError) -> AppError {
    match error {
        ServeError::Listen { address, source } => AppError::Refused(
            Message::new("serve-cannot-listen")
                .with("address", address)
                .with("port", address.port())
                .with("reason", source),
        ),
        ServeError::Worker(reason) => AppError::Internal(reason.to_string()),
        ServeError::Broke(reason) => AppError::Internal(reason.to_string()),
    }
}

/// Ctrl-C, or a polite end by the system.
pub(super) async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}

/// Starts the log, on standard error.
pub(super) fn listen_to_itself(config: &Config) {
    let filter = EnvFilter::try_new(&config.log.level).unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false);
    // It is set once in a process.
    let _ = if config.log.json {
        log.json().try_init()
    } else {
        log.compact().try_init()
    };
}
