//! `naikkelas admin`: for whoever keeps the machine, and so owns what is kept.

use std::io::Write;
use std::path::Path;

use naik_app::platform::Platform;
use naik_app::platform::account::Invitation;
use naik_app::platform::card::Fresh;
use naik_app::platform::error::Fault;
use naik_app::platform::keeping::restore;
use naik_core::account::Role;
use naik_core::message::Message;

use super::serve::told;
use super::{Code, FINE, OURS, fail, print, runtime, terminal};
use crate::args::{AdminCommand, PlaceArgs};
use crate::config::Config;
use crate::outside::outside;
use crate::terminal::Terminal;

/// Does one of the keeper's tasks.
pub(crate) fn run(command: AdminCommand) -> Code {
    let place = place(&command);
    let terminal = terminal(place.lang);
    let config = match Config::read(place) {
        Ok(config) => config,
        Err(error) => return fail(&terminal, &error),
    };
    let Ok(runtime) = runtime() else {
        return OURS;
    };
    let done = runtime.block_on(async {
        let platform = Platform::open(&config.open(), outside()).await?;
        perform(&platform, &config, command, &terminal).await
    });
    match done {
        Ok(code) => code,
        Err(fault) => fail(&terminal, &told(fault)),
    }
}

fn place(command: &AdminCommand) -> &PlaceArgs {
    match command {
        AdminCommand::CreateUser { place, .. }
        | AdminCommand::ResetAccess { place, .. }
        | AdminCommand::Backup { place, .. }
        | AdminCommand::Restore { place, .. }
        | AdminCommand::Export { place, .. }
        | AdminCommand::Erase { place, .. }
        | AdminCommand::RotateBadgeKey { place }
        | AdminCommand::RemoveDemo { place } => place,
    }
}

async fn perform(
    platform: &Platform,
    config: &Config,
    command: AdminCommand,
    terminal: &Terminal,
) -> Result<Code, Fault> {
    match command {
        AdminCommand::CreateUser {
            name,
            contact,
            role,
            area,
            shop,
            place,
        } => {
            let role = Role::parse(&role)
                .filter(|role| *role != Role::Staff)
                .ok_or_else(|| {
                    Fault::field("role", Message::new("role-unknown").with("role", &role))
                })?;
            let local = matches!(role, Role::Mentor | Role::Volunteer | Role::Checker);
            if local && area.is_empty() {
                let message = Message::new("area-needed").with("role", role.key());
                return Err(Fault::field("area", message));
            }
            let wish = Invitation {
                name,
                contact,
                role,
                area,
                shop,
                lang: place.lang.into(),
            };
            let fresh = platform.create_person(wish).await?;
            Ok(show_link(config, &fresh, terminal))
        }
        AdminCommand::ResetAccess { contact, .. } => {
            let found = platform.find_person(&contact).await?;
            let fresh = platform.reset_access(found.id).await?;
            Ok(show_link(config, &fresh, terminal))
        }
        AdminCommand::Backup { output, .. } => {
            let rows = platform.back_up(&output).await?;
            terminal.say(&with_path("backup-done", &output).with("rows", rows));
            Ok(FINE)
        }
        AdminCommand::Restore { file, .. } => {
            let rows = restore(&platform.store, &file).await?;
            terminal.say(&with_path("restore-done", &file).with("rows", rows));
            Ok(FINE)
        }
        AdminCommand::Export {
            contact, output, ..
        } => {
            let found = platform.find_person(&contact).await?;
            platform.export_person(found.id, &output).await?;
            terminal.say(&with_path("export-done", &output));
            Ok(FINE)
        }
        AdminCommand::Erase { contact, yes, .. } => {
            let found = platform.find_person(&contact).await?;
            if !yes && !confirmed(terminal, &found.name) {
                terminal.say(&Message::new("erase-kept"));
                return Ok(FINE);
            }
            let gone = platform.erase_person(found.id).await?;
            terminal.say(
                &Message::new("erase-done")
                    .with("shops", gone.shops)
                    .with("products", gone.products)
                    .with("files", gone.files),
            );
            Ok(FINE)
        }
        AdminCommand::RotateBadgeKey { .. } => {
            let key = platform.rotate_badge_key().await?;
            terminal.say(&Message::new("badge-key-rotated"));
            Ok(print(&key.to_string()))
        }
        AdminCommand::RemoveDemo { .. } => {
            let gone = platform.remove_demo().await?;
            terminal.say(&Message::new("demo-removed").with("shops", gone));
            Ok(FINE)
        }
    }
}

fn with_path(key: &str, path: &Path) -> Message {
    Message::new(key).with("path", path.display())
}

/// Prints the link that lets a person in: data, so that a script can hand it on.
fn show_link(config: &Config, fresh: &Fresh, terminal: &Terminal) -> Code {
    let origin = match &config.server.public_url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => format!("http://localhost:{}", config.server.port),
    };
    terminal.say(&Message::new("link-made").with("name", &fresh.person.name));
    print(&format!("{origin}/kartu/{}", fresh.secret))
}

/// Asks for the name, letter by letter: what is erased never comes back.
fn confirmed(terminal: &Terminal, name: &str) -> bool {
    if !Terminal::can_ask() {
        return false;
    }
    terminal.say(&Message::new("erase-confirm").with("name", name));
    // Whoever closed the terminal did not say yes.
    let _ = std::io::stderr().flush();
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed).is_ok() && typed.trim() == name
}
