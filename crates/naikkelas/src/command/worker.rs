//! `naikkelas worker`.

use std::io::Write;

use naik_app::platform::worker::Worker;
use tokio::sync::watch;

use super::serve::{Stop, end, listen_to_itself, open, stopped};
use super::{Code, OURS, fail, runtime, terminal};
use crate::args::WorkerArgs;
use crate::config::Config;

/// Does jobs until it is told to stop; pages are served by another machine, or by none.
pub(crate) fn run(args: &WorkerArgs) -> Code {
    let terminal = terminal(args.place.lang);
    let mut config = match Config::read(&args.place) {
        Ok(config) => config,
        Err(error) => return fail(&terminal, &error),
    };
    if let Some(jobs) = args.jobs {
        config.worker.jobs = jobs.get();
    }
    listen_to_itself(&config);
    let Ok(runtime) = runtime() else {
        return OURS;
    };
    let ready = terminal.words().label("worker-ready", &[]);
    let ended = runtime.block_on(work(&config, &ready));
    // A kit that is under way is begun anew by whoever takes it next.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    end(&terminal, ended)
}

async fn work(config: &Config, ready: &str) -> Result<(), Stop> {
    let platform = open(config).await?;
    let jobs = config.worker.jobs.max(1);
    let worker = Worker::new(platform, jobs, config.threads(), naik_web::words)?;
    let (tell, told) = watch::channel(false);
    let mut working = tokio::spawn(worker.run(told));
    // Whoever started it may have closed the terminal.
    let _ = writeln!(std::io::stderr(), "{ready}");
    tokio::select! {
        _ = &mut working => return Ok(()),
        () = stopped() => {}
    }
    let _ = tell.send(true);
    let _ = tokio::time::timeout(std::time::Duration::from_secs(10), working).await;
    Ok(())
}
