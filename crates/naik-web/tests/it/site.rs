//! A site of its own for each test, and browsers that visit it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use naik_app::platform::account::Invitation;
use naik_app::platform::outside::Outside;
use naik_app::platform::{Open, Platform};
use naik_core::account::Role;
use naik_core::lang::Lang;
use naik_store::On;
use naik_web::{App, Settings, routes};
use tower::ServiceExt;

/// A photo of ours.
pub(crate) const PHOTO: &[u8] = include_bytes!("../../../naik-app/demo/keripik-tempe.jpg");

/// A site with its clock.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) platform: Platform,
    router: Router,
    clock: Arc<AtomicI64>,
    pub(crate) place: Arc<tempfile::TempDir>,
}

impl Site {
    pub(crate) async fn new() -> Self {
        Self::at(Some("https://naik.example")).await
    }

    /// A site at an address; of none the one that each request asks for.
    pub(crate) async fn at(public_url: Option<&str>) -> Self {
        Self::over(public_url, None).await
    }

    /// A site over a fresh database on the server that `script/test` started; none, aloud, where there is no server.
    pub(crate) async fn on_postgres(name: &str) -> Option<Self> {
        #[expect(
            clippy::disallowed_methods,
            reason = "where the test's server listens is known to the script that started it"
        )]
        let Ok(server) = std::env::var("NAIKKELAS_TEST_POSTGRES") else {
            eprintln!("SKIPPED: no PostgreSQL; script/test starts one where it is installed");
            return None;
        };
        let door = tempfile::tempdir().unwrap();
        let open = Open {
            data: door.path().to_owned(),
            database: Some(format!("{server}/postgres")),
            bucket: None,
        };
        // The server's own database is but the door to a new one.
        let store = naik_store::Store::open(&open).await.unwrap();
        let database = format!("w_{name}_{}", std::process::id());
        for word in ["DROP DATABASE IF EXISTS", "CREATE DATABASE"] {
            let asked = format!("{word} {database}");
            store.db().execute_unprepared(&asked).await.unwrap();
        }
        let url = format!("{server}/{database}");
        Some(Self::over(Some("https://naik.example"), Some(url)).await)
    }

    async fn over(public_url: Option<&str>, database: Option<String>) -> Self {
        let place = Arc::new(tempfile::tempdir().unwrap());
        // 26 November 2026, 10.30 in Malang.
        let clock = Arc::new(AtomicI64::new(1_795_663_800_000));
        let chance = AtomicU64::new(1);
        let now = Arc::clone(&clock);
        let outside = Outside::new(
            move || now.load(Ordering::SeqCst),
            move |bytes| {
                for chunk in bytes.chunks_mut(8) {
                    let next = chance.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::SeqCst);
                    let mixed = (next ^ (next >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                    chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
                }
            },
        );
        let open = Open {
            data: place.path().to_owned(),
            database,
            bucket: None,
        };
        let platform = Platform::open(&open, outside).await.unwrap();
        let settings = Settings {
            public_url: public_url.map(str::to_owned),
            behind_proxy: true,
            area: "35.73".to_owned(),
            open_metrics: true,
            demo: false,
            limited: true,
        };
        let app = App::new(platform.clone(), settings, String::new).unwrap();
        Self {
            platform,
            router: routes(app),
            clock,
            place,
        }
    }

    /// Lets time pass, in milliseconds.
    pub(crate) fn wait(&self, millis: i64) {
        self.clock.fetch_add(millis, Ordering::SeqCst);
    }

    /// A browser that was never here.
    pub(crate) fn browser(&self) -> Browser {
        static NUMBER: AtomicU64 = AtomicU64::new(1);
        Browser {
            site: self.clone(),
            cookies: BTreeMap::new(),
            csrf: String::new(),
            address: format!("10.0.0.{}", NUMBER.fetch_add(1, Ordering::SeqCst)),
        }
    }

    /// A browser in which someone of this role is signed in.
    pub(crate) async fn signed_in(&self, role: Role, contact: &str, area: &str) -> Browser {
        let wish = Invitation {
            name: format!("Orang {contact}"),
            contact: contact.to_owned(),
            role,
            area: area.to_owned(),
            shop: String::new(),
            lang: Lang::Id,
        };
        let fresh = self.platform.create_person(wish).await.unwrap();
        let mut browser = self.browser();
        let place = format!("/kartu/{}", fresh.secret);
        browser.get(&place).await;
        let reply = browser.send(&place, &[("izin", "service")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        browser.get("/produk").await;
        browser
    }

    /// Whether any file of the site's folder, the database among them, holds these bytes.
    pub(crate) fn keeps(&self, needle: &str) -> bool {
        fn within(folder: &std::path::Path, needle: &[u8]) -> bool {
            std::fs::read_dir(folder).unwrap().any(|entry| {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    return within(&path, needle);
                }
                let bytes = std::fs::read(&path).unwrap_or_default();
                bytes.windows(needle.len()).any(|part| part == needle)
            })
        }
        within(self.place.path(), needle.as_bytes())
    }

    /// Works off every job, as a worker would.
    pub(crate) async fn work(&self) {
        let (stop, told) = tokio::sync::watch::channel(false);
        let platform = self.platform.clone();
        let worker =
            naik_app::platform::worker::Worker::new(platform, 1, 2, naik_web::words).unwrap();
        let running = tokio::spawn(worker.run(told));
        loop {
            let counts = self.platform.job_counts().await.unwrap();
            let open: u64 = counts
                .iter()
                .filter(|(state, _)| matches!(state.key(), "waiting" | "running"))
                .map(|(_, n)| n)
                .sum();
            if open == 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        stop.send(true).unwrap();
        running.await.unwrap();
    }
}

/// A browser with its cookies and the token of the last page.
pub(crate) struct Browser {
    pub(crate) site: Site,
    pub(crate) cookies: BTreeMap<String, String>,
    pub(crate) csrf: String,
    address: String,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub(crate) fn to(&self) -> &str {
        self.header("location")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }
}

impl Browser {
    pub(crate) async fn get(&mut self, path: &str) -> Reply {
        self.call(Method::GET, path, &[], Vec::new()).await
    }

    /// Sends a form with the token of the last page.
    pub(crate) async fn send(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        if self.csrf.is_empty() {
            self.get("/").await;
        }
        let csrf = self.csrf.clone();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.send_raw(path, &all).await
    }

    /// Sends a form as it is.
    pub(crate) async fn send_raw(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let kind = ("content-type", "application/x-www-form-urlencoded");
        self.call(Method::POST, path, &[kind], body.into_bytes())
            .await
    }

    /// Sends photos as a form without scripts does.
    pub(crate) async fn send_photos(
        &mut self,
        path: &str,
        key: &str,
        photos: &[(&str, &[u8])],
    ) -> Reply {
        if self.csrf.is_empty() {
            self.get("/").await;
        }
        let mut body = Vec::new();
        for (name, value) in [("csrf", self.csrf.clone()), ("kunci", key.to_owned())] {
            body.extend_from_slice(
                format!(
                    "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .as_bytes(),
            );
        }
        for (name, bytes) in photos {
            body.extend_from_slice(
                format!("--B\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"{name}\"\r\nContent-Type: image/jpeg\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--B--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=B");
        self.call(Method::POST, path, &[kind], body).await
    }

    /// Sends fields and files as a form for files does; a file is a field with a name of its own.
    pub(crate) async fn send_parts(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Reply {
        if self.csrf.is_empty() {
            self.get("/").await;
        }
        let csrf = self.csrf.clone();
        let mut body = Vec::new();
        for (name, value) in std::iter::once(&("csrf", csrf.as_str())).chain(fields) {
            body.extend_from_slice(
                format!(
                    "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .as_bytes(),
            );
        }
        for (field, name, bytes) in files {
            body.extend_from_slice(
                format!("--B\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--B--\r\n");
        let kind = ("content-type", "multipart/form-data; boundary=B");
        self.call(Method::POST, path, &[kind], body).await
    }

    pub(crate) async fn call(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Reply {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(n, v)| format!("{n}={v}"))
            .collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "naik.example")
            .header("x-forwarded-for", &self.address)
            .header("cookie", cookies.join("; "));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        let reply = self.site.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = reply.into_parts();
        let body = to_bytes(body, 200_000_000).await.unwrap().to_vec();
        self.remember(&parts.headers);
        let reply = Reply {
            status: parts.status,
            headers: parts.headers,
            body,
        };
        if let Some(token) = between(&reply.text(), "name=\"csrf\" content=\"", "\"") {
            self.csrf = token;
        }
        reply
    }

    fn remember(&mut self, headers: &HeaderMap) {
        for value in headers.get_all("set-cookie") {
            let text = value.to_str().unwrap();
            let (name, rest) = text.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Begins a product with a photo, and returns its id.
    pub(crate) async fn product(&mut self) -> String {
        let reply = self
            .send_photos("/produk", "", &[("foto.jpg", PHOTO)])
            .await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        between(reply.to(), "/produk/", "/foto").unwrap()
    }
}

/// What stands between two marks.
pub(crate) fn between(text: &str, start: &str, end: &str) -> Option<String> {
    let from = text.find(start)? + start.len();
    let to = text[from..].find(end)? + from;
    Some(text[from..to].to_owned())
}
