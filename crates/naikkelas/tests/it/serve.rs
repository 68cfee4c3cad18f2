//! `naikkelas serve` as a process: it starts with nothing, survives being killed, and is kept by `admin`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::program::command;

const PHOTO: &[u8] = include_bytes!("../../../naik-app/demo/gerabah-guci.jpg");
/// A kit takes seconds; a machine that is busy with other tests takes longer.
const PATIENCE: Duration = Duration::from_secs(240);

/// A server that ends with its test.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(data: &Path) -> Self {
        Self::with(data, &[])
    }

    fn with(data: &Path, settings: &[(&str, &str)]) -> Self {
        let args = ["serve", "--port", "0", "--data"];
        let mut child = command(data.parent().unwrap(), &args)
            .arg(data)
            .env("NAIKKELAS_SERVER__ADDRESS", "127.0.0.1")
            .envs(settings.iter().copied())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        // The rest is read too, so that the server never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        let port = line.split("localhost:").nth(1).unwrap();
        let port = port.split_whitespace().next().unwrap().parse().unwrap();
        Self { child, port }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A browser of few words.
struct Browser {
    cookie: String,
    csrf: String,
}

impl Browser {
    fn ask(&mut self, port: u16, method: &str, path: &str, kind: &str, body: &[u8]) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.cookie,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        let reply = String::from_utf8_lossy(&reply).into_owned();
        if let Some(cookie) = between(&reply, "set-cookie: ", ";")
            && cookie.starts_with("tamu=")
        {
            self.cookie = cookie.to_owned();
        }
        if let Some(token) = between(&reply, "name=\"csrf\" content=\"", "\"") {
            self.csrf = token.to_owned();
        }
        reply
    }

    fn get(&mut self, port: u16, path: &str) -> String {
        self.ask(port, "GET", path, "text/plain", b"")
    }

    fn send(&mut self, port: u16, path: &str, fields: &str) -> String {
        let body = format!("csrf={}&{fields}", self.csrf);
        let kind = "application/x-www-form-urlencoded";
        self.ask(port, "POST", path, kind, body.as_bytes())
    }

    /// Begins a product with a photo and a name.
    fn product(&mut self, port: u16) -> String {
        self.get(port, "/");
        let mut body = format!(
            "--B\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--B\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"guci.jpg\"\r\n\r\n",
            self.csrf
        )
        .into_bytes();
        body.extend_from_slice(PHOTO);
        body.extend_from_slice(b"\r\n--B--\r\n");
        let reply = self.ask(
            port,
            "POST",
            "/produk",
            "multipart/form-data; boundary=B",
            &body,
        );
        let id = between(&reply, "location: /produk/", "/foto")
            .unwrap()
            .to_owned();
        let name = self.send(
            port,
            &format!("/produk/{id}/fakta/nama"),
            "product.name=Guci+gerabah",
        );
        assert!(name.contains("/fakta/harga"), "{name}");
        id
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    text.split_once(start)?
        .1
        .split_once(end)
        .map(|(found, _)| found)
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let started = Instant::now();
    while !done() {
        assert!(started.elapsed() < PATIENCE, "{what} takes too long");
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn admin(data: &Path, args: &[&str]) -> (bool, String, String) {
    let done = command(data.parent().unwrap(), &["admin"])
        .args(args)
        .arg("--data")
        .arg(data)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (
        done.status.success(),
        text(&done.stdout),
        text(&done.stderr),
    )
}

#[test]
fn a_killed_server_takes_its_kit_up_again() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let mut server = Server::start(&data);
    let mut owner = Browser {
        cookie: String::new(),
        csrf: String::new(),
    };
    let id = owner.product(server.port);
    let kit = format!("/produk/{id}/kit");
    owner.send(server.port, &kit, "kunci=once");
    until("beginning the kit", || {
        owner.get(server.port, &kit).contains("class=\"running\"")
    });
    // As when the power is cut: nothing is told, nothing is tidied.
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    let server = Server::start(&data);
    until("making the kit again", || {
        owner
            .get(server.port, &kit)
            .contains("data-jalan=\"tidak\"")
    });
    let page = owner.get(server.port, &kit);
    assert!(
        page.contains("white.jpg") && page.contains("Guci gerabah"),
        "{page}"
    );
    assert!(!page.contains("?versi="), "one version, not two");
    let left = std::fs::read_dir(data.join("work")).unwrap().count();
    assert_eq!(left, 0, "nothing of the killed attempt is left");
}

#[test]
fn a_worker_of_its_own_makes_what_the_pages_ask_for() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let server = Server::with(&data, &[("NAIKKELAS_WORKER__JOBS", "0")]);
    let mut owner = Browser {
        cookie: String::new(),
        csrf: String::new(),
    };
    let id = owner.product(server.port);
    let kit = format!("/produk/{id}/kit");
    owner.send(server.port, &kit, "kunci=once");
    assert!(owner.get(server.port, &kit).contains("data-jalan=\"ya\""));
    let mut worker = command(place.path(), &["worker", "--data"])
        .arg(&data)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    until("making the kit", || {
        owner
            .get(server.port, &kit)
            .contains("data-jalan=\"tidak\"")
    });
    let page = owner.get(server.port, &kit);
    worker.kill().unwrap();
    worker.wait().unwrap();
    assert!(page.contains("white.jpg"), "{page}");
}

#[test]
fn a_keeper_lets_people_in_moves_and_erases_them() {
    let place = tempfile::tempdir().unwrap();
    let data = place.path().join("data");
    let contact = "0812-0000-0001";
    let user = [
        "create-user",
        "--name",
        "Dimas Aji",
        "--contact",
        contact,
        "--role",
        "mentor",
        "--area",
        "35.73",
    ];
    let (fine, link, said) = admin(&data, &user);
    assert!(
        fine && link.contains("/kartu/") && said.contains("Dimas Aji"),
        "{link} {said}"
    );
    let (fine, _, said) = admin(&data, &user);
    assert!(!fine && said.contains("sudah punya akun"), "{said}");
    let (fine, _, said) = admin(
        &data,
        &[
            "create-user",
            "--name",
            "X",
            "--contact",
            "x",
            "--role",
            "raja",
        ],
    );
    assert!(!fine && said.contains("raja"), "{said}");

    // The link works, and looking at it does not use it up.
    let server = Server::start(&data);
    let mut browser = Browser {
        cookie: String::new(),
        csrf: String::new(),
    };
    let path = format!("/kartu/{}", link.trim().rsplit('/').next().unwrap());
    for _ in 0..2 {
        assert!(browser.get(server.port, &path).contains("Dimas Aji"));
    }
    drop(server);

    let backup = place.path().join("cadangan.tar");
    let (fine, _, said) = admin(&data, &["backup", backup.to_str().unwrap()]);
    assert!(fine && backup.is_file(), "{said}");
    let other = place.path().join("lain");
    let (fine, _, said) = admin(&other, &["restore", backup.to_str().unwrap()]);
    assert!(fine, "{said}");
    let zip = place.path().join("dimas.zip");
    let (fine, _, said) = admin(&other, &["export", contact, zip.to_str().unwrap()]);
    assert!(
        fine && std::fs::read(&zip).unwrap().starts_with(b"PK"),
        "{said}"
    );
    // Without a person to ask, nothing is erased but by --yes.
    let (fine, _, said) = admin(&other, &["erase", contact]);
    assert!(fine && said.contains("Tidak ada yang dihapus"), "{said}");
    assert!(admin(&other, &["erase", contact, "--yes"]).0);
    let (fine, _, said) = admin(&other, &["reset-access", contact]);
    assert!(!fine && said.contains("Tidak ada akun"), "{said}");
}

#[test]
fn settings_say_what_is_wrong_with_them() {
    let place = tempfile::tempdir().unwrap();
    let run = |args: &[&str], file: &str| {
        std::fs::write(place.path().join("naikkelas.toml"), file).unwrap();
        let done = command(place.path(), args).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (done.status.code(), text(&done.stdout), text(&done.stderr))
    };
    let (code, _, said) = run(&["config", "check"], "[server]\nprot = 1\n");
    assert!(code == Some(1) && said.contains("prot"), "{said}");
    let (code, shown, _) = run(
        &["config", "dump"],
        "[database]\nurl = \"postgres://sri:rahasia@db/naik\"\n",
    );
    assert!(
        code == Some(0) && shown.contains("@db/naik") && !shown.contains("rahasia"),
        "{shown}"
    );
    let (code, shown, _) = run(&["doctor", "--json"], "");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("\"about\": \"disk\""), "{shown}");
    let made = place.path().join("data/naikkelas.db");
    assert!(!made.exists(), "who looks changes nothing");
    let (code, _, said) = run(&["config", "check"], "[store]\nfiles = \"naik\"\n");
    assert!(code == Some(1) && said.contains("s3://"), "{said}");
    // A port that another program has is named.
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let file = "[server]\naddress = \"127.0.0.1\"\n";
    let (code, _, said) = run(&["serve", "--port", &port], file);
    assert!(
        code == Some(1) && said.contains(&port) && said.contains("--port"),
        "{said}"
    );
}
