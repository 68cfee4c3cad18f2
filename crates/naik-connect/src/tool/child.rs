//! A child process on a leash: it ends with its owner, and no full pipe stops it.

use std::io::{Read, Write};
use std::process::Child;
use std::thread;
use std::time::{Duration, Instant};

use super::{Tool, ToolError, last_lines};

/// Reads a pipe to its end beside the main thread, so that no full pipe can stop the child.
pub(super) fn read_all<R: Read + Send + 'static>(pipe: Option<R>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(pipe) = pipe {
            // What was read before an error is judged by its reader.
            drop(pipe.take(400_000_000).read_to_end(&mut bytes));
        }
        bytes
    })
}

/// What a child wrote when it was fed `input`; one that fails or takes longer than `patience` is an error.
pub(super) fn answer(
    mut child: Leashed,
    tool: Tool,
    input: &[u8],
    patience: Duration,
) -> Result<Vec<u8>, ToolError> {
    let output = read_all(child.0.stdout.take());
    let errors = read_all(child.0.stderr.take());
    if let Some(mut pipe) = child.0.stdin.take() {
        // A child that ended early says why on its standard error, not through the pipe.
        drop(pipe.write_all(input));
    }
    let status = child
        .wait(patience)
        .map_err(|source| ToolError::Io { tool, source })?
        .ok_or(ToolError::TooSlow {
            tool,
            seconds: patience.as_secs(),
        })?;
    let output = output.join().unwrap_or_default();
    let errors = errors.join().unwrap_or_default();
    if !status.success() {
        return Err(ToolError::Failed {
            tool,
            last: last_lines(&String::from_utf8_lossy(&errors)),
        });
    }
    Ok(output)
}

/// A child that ends with its owner.
pub(super) struct Leashed(pub(super) Child);

impl Leashed {
    /// Waits until it ends; `None` when it took longer than `patience` and was ended.
    pub(super) fn wait(
        &mut self,
        patience: Duration,
    ) -> std::io::Result<Option<std::process::ExitStatus>> {
        let started = Instant::now();
        loop {
            if let Some(status) = self.0.try_wait()? {
                return Ok(Some(status));
            }
            if started.elapsed() > patience {
                return Ok(None);
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Leashed {
    fn drop(&mut self) {
        // Both fail only when the child has ended already, which is what is wanted.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
