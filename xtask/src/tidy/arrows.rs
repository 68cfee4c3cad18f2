//! Which crate may know which: the table of ARCHITECTURE.md as code.

use serde::Deserialize;

use super::Finding;

/// Each crate and the crates of the workspace that it may know, in production and in tests.
const ARROWS: &[(&str, &[&str])] = &[
    ("naik-core", &[]),
    ("naik-photo", &["naik-core"]),
    ("naik-press", &["naik-core"]),
    ("naik-text", &["naik-core"]),
    ("naik-connect", &["naik-core"]),
    ("naik-store", &["naik-core"]),
    (
        "naik-app",
        &[
            "naik-core",
            "naik-photo",
            "naik-press",
            "naik-text",
            "naik-connect",
            "naik-store",
        ],
    ),
    ("naik-web", &["naik-core", "naik-app", "naik-store"]),
    ("naikkelas", &["naik-core", "naik-app", "naik-web"]),
    ("xtask", &["naik-core"]),
];

/// Libraries with one home: the start of their names, where they may live, and why.
const HOMES: &[(&str, &[&str], &str)] = &[
    (
        "axum",
        &["naik-web", "naikkelas"],
        "pages belong to naik-web",
    ),
    (
        "clap",
        &["naikkelas", "xtask"],
        "arguments belong to the binary",
    ),
    (
        "sea-orm",
        &["naik-store"],
        "the database belongs to naik-store",
    ),
    (
        "sqlx",
        &["naik-store"],
        "the database belongs to naik-store",
    ),
    (
        "object_store",
        &["naik-store"],
        "stored files belong to naik-store",
    ),
    (
        "reqwest",
        // naik-store names it for object_store alone, to say which TLS it speaks.
        &["naik-connect", "naik-store"],
        "the network belongs to naik-connect",
    ),
    (
        "tokio",
        &[
            "naik-connect",
            "naik-store",
            "naik-app",
            "naik-web",
            "naikkelas",
        ],
        "an engine is a plain function: no async runtime in core, photo, press, text",
    ),
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `None` for normal ones.
    kind: Option<String>,
    /// Set for dependencies inside the workspace.
    path: Option<String>,
}

/// Checks what `cargo metadata --no-deps` says.
///
/// # Errors
/// When the text is not that.
pub(super) fn check(metadata: &str) -> Result<Vec<Finding>, String> {
    let metadata: Metadata = serde_json::from_str(metadata)
        .map_err(|error| format!("`cargo metadata` is not understood: {error}"))?;
    let mut findings = Vec::new();
    for package in &metadata.packages {
        let manifest = if package.name == "xtask" {
            "xtask/Cargo.toml".to_owned()
        } else {
            format!("crates/{}/Cargo.toml", package.name)
        };
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == package.name) else {
            findings.push(Finding::new(&manifest, 1, "this crate has no row in `ARROWS` (xtask/src/tidy/arrows.rs): add it there and in ARCHITECTURE.md"));
            continue;
        };
        for dependency in &package.dependencies {
            findings.extend(
                judge(package, dependency, allowed).map(|text| Finding::new(&manifest, 1, text)),
            );
        }
    }
    Ok(findings)
}

fn judge(package: &Package, dependency: &Dependency, allowed: &[&str]) -> Option<String> {
    if dependency.path.is_some() {
        // Tests may look at what the program made with the engines.
        if dependency.kind.as_deref() == Some("dev") {
            return None;
        }
        let fits = allowed.contains(&dependency.name.as_str());
        return (!fits).then(|| {
            format!(
                "`{}` may not know `{}`: a new arrow is its own change, in ARCHITECTURE.md first",
                package.name, dependency.name
            )
        });
    }
    // Tests may drive what production code may not.
    if dependency.kind.as_deref() == Some("dev") {
        return None;
    }
    let (_, homes, reason) = HOMES
        .iter()
        .find(|(start, _, _)| begins(&dependency.name, start))?;
    let at_home = homes.contains(&package.name.as_str());
    (!at_home).then(|| {
        format!(
            "`{}` may not use `{}`: {reason}",
            package.name, dependency.name
        )
    })
}

/// `tokio` and `tokio-util`, but not `tokiox`.
fn begins(name: &str, start: &str) -> bool {
    name.strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(package: &str, dependency: &str) -> usize {
        let metadata =
            format!(r#"{{"packages":[{{"name":"{package}","dependencies":[{dependency}]}}]}}"#);
        check(&metadata).unwrap().len()
    }

    #[test]
    fn arrows_point_down() {
        let inside = |name| format!(r#"{{"name":"{name}","kind":null,"path":"x"}}"#);
        for (package, name, count) in [
            ("naik-photo", "naik-core", 0),
            ("naik-photo", "naik-text", 1),
            ("naik-core", "naik-photo", 1),
            ("naik-app", "naik-press", 0),
            ("naik-app", "naik-web", 1),
            ("naik-web", "naik-photo", 1),
            ("naikkelas", "naik-app", 0),
        ] {
            assert_eq!(found(package, &inside(name)), count, "{package} -> {name}");
        }
    }

    #[test]
    fn libraries_stay_at_home() {
        for (package, name, kind, count) in [
            ("naik-text", "tokio", "null", 1),
            ("naik-text", "tokio-util", "null", 1),
            ("naik-text", "tokiox", "null", 0),
            ("naik-text", "tokio", r#""dev""#, 0),
            ("naik-app", "clap", "null", 1),
            ("naikkelas", "clap", "null", 0),
            ("naik-app", "sea-orm", "null", 1),
            ("naik-press", "reqwest", r#""build""#, 1),
            ("naik-photo", "rayon", "null", 0),
        ] {
            let dependency = format!(r#"{{"name":"{name}","kind":{kind},"path":null}}"#);
            assert_eq!(found(package, &dependency), count, "{package} -> {name}");
        }
    }

    #[test]
    fn a_crate_needs_a_row() {
        assert_eq!(
            check(r#"{"packages":[{"name":"naik-new","dependencies":[]}]}"#)
                .unwrap()
                .len(),
            1
        );
        assert!(check("[]").is_err());
    }
}
