//! Listening, working and stopping in order.

use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use naik_app::platform::worker::Worker;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::App;
use crate::route::routes;
use crate::view::words;

/// How long answers that are under way may take once the server is told to stop.
const LAST: Duration = Duration::from_secs(10);

/// Why the server could not begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address can't be listened at: another program has it, for one.
    #[error("cannot listen at {address}: {source}")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The worker could not begin.
    #[error("the worker could not begin: {0}")]
    Worker(naik_app::platform::error::Fault),
    /// The server broke off.
    #[error("the server broke off: {0}")]
    Broke(std::io::Error),
}

/// Answers at an address, with a worker inside, until `stop` is done; then finishes what is under way.
///
/// `workers` are the jobs at one time and the threads that they share; no jobs leave the work to other machines.
/// `ready` hears the address once it answers: of port 0 the system chooses one.
///
/// # Errors
/// When the address can't be listened at.
pub async fn serve(
    app: App,
    address: SocketAddr,
    workers: (usize, usize),
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    let listen = |source| ServeError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(listen)?;
    let at = listener.local_addr().map_err(listen)?;
    let (tell, told) = watch::channel(false);
    let (jobs, threads) = workers;
    let platform = app.platform().clone();
    let worker = Worker::new(platform, jobs, threads, words).map_err(ServeError::Worker)?;
    let working = (jobs > 0).then(|| tokio::spawn(worker.run(told.clone())));
    let mut told_http = told;
    let service = routes(app).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        // A closed channel means the same: nobody is left who could tell.
        let _ = told_http.wait_for(|stop| *stop).await;
    });
    ready(at);
    let mut serving = std::pin::pin!(std::future::IntoFuture::into_future(serving));
    tokio::select! {
        ended = &mut serving => return ended.map_err(ServeError::Broke),
        () = stop => {}
    }
    let _ = tell.send(true);
    // Streams never end by themselves.
    let _ = tokio::time::timeout(LAST, &mut serving).await;
    if let Some(working) = working {
        let _ = tokio::time::timeout(LAST, working).await;
    }
    Ok(())
}
