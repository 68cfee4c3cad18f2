//! Coming in with a key that stays in the phone, and everything that must not come in with it.

use axum::http::{Method, StatusCode};
use naik_core::account::Role;
use serde_json::{Value, json};

use crate::phone::Phone;
use crate::site::{Browser, Reply, Site, between};

const ORIGIN: &str = "https://naik.example";
const PASSWORD: &str = "kucing di atas genteng";
const CHROME: &str =
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/139.0.0.0 Mobile Safari/537.36";

/// Posts a form as the page's script does.
async fn call(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Reply {
    if browser.csrf.is_empty() {
        browser.get("/masuk").await;
    }
    let csrf = browser.csrf.clone();
    let mut all = vec![("csrf", csrf.as_str())];
    all.extend_from_slice(fields);
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("accept", "application/json"),
        ("user-agent", CHROME),
    ];
    let body = serde_urlencoded::to_string(&all).unwrap().into_bytes();
    browser.call(Method::POST, path, &headers, body).await
}

async fn asked(browser: &mut Browser, path: &str) -> Value {
    let reply = call(browser, path, &[]).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    reply.json()
}

/// Someone with an account by password, signed in.
async fn registered(site: &Site, contact: &str) -> Browser {
    let mut browser = site.browser();
    let fields = [
        ("nama", "Bu Sri"),
        ("kontak", contact),
        ("sandi", PASSWORD),
        ("izin", "service"),
    ];
    let reply = browser.send("/daftar", &fields).await;
    assert_eq!(reply.to(), "/produk", "{}", reply.text());
    browser.get("/akun").await;
    browser
}

async fn add(browser: &mut Browser, phone: &mut Phone) {
    let question = asked(browser, "/akun/kunci/mulai").await;
    // Phones that lack an extension which is insisted on wait for ever.
    assert_eq!(question["extensions"], json!({}));
    let answer = phone.make(ORIGIN, &question).await.unwrap();
    let reply = call(browser, "/akun/kunci", &[("jawaban", &answer)]).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
}

/// Signs in with a phone's key, in a browser.
async fn enter(browser: &mut Browser, phone: &mut Phone) -> Reply {
    let question = asked(browser, "/masuk/kunci/mulai").await;
    let answer = phone.sign(ORIGIN, &question).await.unwrap();
    call(browser, "/masuk/kunci", &[("jawaban", &answer)]).await
}

/// What a script is told that was refused.
fn refusal(reply: &Reply) -> String {
    assert_eq!(
        reply.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        reply.text()
    );
    assert_eq!(reply.header("content-type"), "application/problem+json");
    reply.json()["errors"][0]["text"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn log(site: &Site) -> Vec<String> {
    let page = naik_store::repo::Page { skip: 0, take: 50 };
    let rows = naik_store::repo::audit::list(site.platform.store.db(), None, page)
        .await
        .unwrap();
    rows.into_iter()
        .map(|row| format!("{} {}", row.action, row.outcome))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_in_the_phone_is_enough() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut phone).await;
    let page = sri.get("/akun").await.text();
    for told in [
        "Chrome di Android",
        "belum dipakai",
        "Kunci sandi terpasang",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }

    // Another browser, with a draft in it.
    let mut home = site.browser();
    let draft = home.product().await;
    assert!(
        home.get("/masuk")
            .await
            .text()
            .contains("data-kunci=\"masuk\"")
    );
    let reply = enter(&mut home, &mut phone).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.json()["ke"], "/produk");
    assert!(home.get("/produk").await.text().contains(&draft));
    assert!(home.get("/akun").await.text().contains("baru saja"));
    for noted in ["add-passkey done", "enter-by-passkey done"] {
        assert!(log(&site).await.iter().any(|row| row == noted), "{noted}");
    }
    // The same phone is not asked to make a second key for the same account.
    let question = asked(&mut sri, "/akun/kunci/mulai").await;
    assert_eq!(question["excludeCredentials"].as_array().unwrap().len(), 1);
    assert!(phone.make(ORIGIN, &question).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_locked_themselves_out_comes_in_by_key() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut phone).await;
    let wrong = [("kontak", "sri@contoh.id"), ("sandi", "tebakan satu dua")];
    let right = [("kontak", "sri@contoh.id"), ("sandi", PASSWORD)];
    let mut home = site.browser();
    for _ in 0..5 {
        home.send("/masuk", &wrong).await;
    }
    assert!(home.send("/masuk", &right).await.to().is_empty());
    assert_eq!(enter(&mut home, &mut phone).await.status, StatusCode::OK);
    let mut later = site.browser();
    assert_eq!(later.send("/masuk", &right).await.to(), "/produk");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_counts_once_soon_and_here() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut phone).await;

    let mut home = site.browser();
    let question = asked(&mut home, "/masuk/kunci/mulai").await;
    let answer = phone.sign(ORIGIN, &question).await.unwrap();
    let mut thief = site.browser();
    thief.get("/masuk").await;
    let stolen = call(&mut thief, "/masuk/kunci", &[("jawaban", &answer)]).await;
    assert!(
        refusal(&stolen).contains("sudah dipakai"),
        "another browser"
    );
    let used = call(&mut home, "/masuk/kunci", &[("jawaban", &answer)]).await;
    assert_eq!(used.status, StatusCode::OK);
    let again = call(&mut home, "/masuk/kunci", &[("jawaban", &answer)]).await;
    assert!(refusal(&again).contains("sudah dipakai"), "a replay");

    let question = asked(&mut home, "/masuk/kunci/mulai").await;
    let answer = phone.sign(ORIGIN, &question).await.unwrap();
    site.wait(300_000);
    let late = call(&mut home, "/masuk/kunci", &[("jawaban", &answer)]).await;
    assert!(
        refusal(&late).contains("Waktunya habis"),
        "five minutes later"
    );

    // A question for coming in is none for a new key, and the other way round.
    let question = asked(&mut sri, "/akun/kunci/mulai").await;
    let made = Phone::default().make(ORIGIN, &question).await.unwrap();
    let crossed = call(&mut sri, "/masuk/kunci", &[("jawaban", &made)]).await;
    assert!(refusal(&crossed).contains("tidak terbaca"));
    let mut budi = registered(&site, "budi@contoh.id").await;
    let others = call(&mut budi, "/akun/kunci", &[("jawaban", &made)]).await;
    assert!(refusal(&others).contains("sudah dipakai"), "another person");
    let own = call(&mut sri, "/akun/kunci", &[("jawaban", &made)]).await;
    assert_eq!(own.status, StatusCode::CREATED, "{}", own.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_of_other_sites_and_strangers_open_nothing() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    // A page under our name that is not ours.
    let question = asked(&mut sri, "/akun/kunci/mulai").await;
    let mut other = Phone::default();
    let foreign = other.make("https://jahat.naik.example", &question).await;
    let foreign = foreign.unwrap();
    let reply = call(&mut sri, "/akun/kunci", &[("jawaban", &foreign)]).await;
    assert!(refusal(&reply).contains("situs lain"));
    // A page of another name, for a key of its own name.
    let mut question = asked(&mut sri, "/akun/kunci/mulai").await;
    question["rp"]["id"] = "jahat.example".into();
    let mut other = Phone::default();
    let foreign = other.make("https://jahat.example", &question).await;
    let foreign = foreign.unwrap();
    let reply = call(&mut sri, "/akun/kunci", &[("jawaban", &foreign)]).await;
    assert!(refusal(&reply).contains("situs lain"));
    assert!(sri.get("/akun").await.text().contains("data-kunci"));
    let held = site.platform.find_person("sri@contoh.id").await.unwrap();
    let held = naik_store::repo::passkey::list(site.platform.store.db(), held.id);
    assert!(held.await.unwrap().is_empty());

    add(&mut sri, &mut phone).await;
    let mut home = site.browser();
    let question = asked(&mut home, "/masuk/kunci/mulai").await;
    let foreign = phone.sign("https://jahat.naik.example", &question).await;
    let reply = call(&mut home, "/masuk/kunci", &[("jawaban", &foreign.unwrap())]).await;
    assert!(refusal(&reply).contains("situs lain"));
    let mut question = asked(&mut home, "/masuk/kunci/mulai").await;
    question["rpId"] = "example.net".into();
    let foreign = phone.sign("https://example.net", &question).await.unwrap();
    let reply = call(&mut home, "/masuk/kunci", &[("jawaban", &foreign)]).await;
    assert!(refusal(&reply).contains("situs lain"));

    // A stranger's key, and a known key that says to be someone else's.
    let mut stranger = Phone::default();
    let mut budi = registered(&site, "budi@contoh.id").await;
    let question = asked(&mut budi, "/akun/kunci/mulai").await;
    stranger.make(ORIGIN, &question).await.unwrap();
    let reply = enter(&mut home, &mut stranger).await;
    assert!(refusal(&reply).contains("tidak kami kenal"));
    let question = asked(&mut home, "/masuk/kunci/mulai").await;
    let signed = phone.sign(ORIGIN, &question).await.unwrap();
    let mut claim: Value = serde_json::from_str(&signed).unwrap();
    claim["response"]["userHandle"] = "AAAAAAAAAAAAAAAAAAAAAA".into();
    let claim = claim.to_string();
    let reply = call(&mut home, "/masuk/kunci", &[("jawaban", &claim)]).await;
    assert!(refusal(&reply).contains("tidak cocok"));
    // Somebody else's signature over the right question.
    let question = asked(&mut home, "/masuk/kunci/mulai").await;
    let (ours, theirs) = (
        phone.sign(ORIGIN, &question).await.unwrap(),
        stranger.sign(ORIGIN, &question).await.unwrap(),
    );
    let mut forged: Value = serde_json::from_str(&ours).unwrap();
    let theirs: Value = serde_json::from_str(&theirs).unwrap();
    forged["response"]["signature"] = theirs["response"]["signature"].clone();
    let forged = forged.to_string();
    let reply = call(&mut home, "/masuk/kunci", &[("jawaban", &forged)]).await;
    assert!(refusal(&reply).contains("tidak cocok"));
    assert_eq!(home.get("/akun").await.to(), "/masuk");
    let refused = log(&site).await;
    let refused = refused
        .iter()
        .filter(|row| *row == "enter-by-passkey refused");
    assert_eq!(refused.count(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_a_key_is_noticed() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut phone).await;
    let mut copy = phone.clone();
    let mut home = site.browser();
    for _ in 0..2 {
        assert_eq!(enter(&mut home, &mut phone).await.status, StatusCode::OK);
    }
    let mut thief = site.browser();
    let reply = enter(&mut thief, &mut copy).await;
    assert!(refusal(&reply).contains("salinannya"));
    assert_eq!(thief.get("/akun").await.to(), "/masuk");
    assert_eq!(enter(&mut home, &mut phone).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn garbage_is_refused_in_words() {
    let site = Site::new().await;
    let mut sri = registered(&site, "sri@contoh.id").await;
    let deep = "[".repeat(5000);
    let long = "A".repeat(100_000);
    let question = asked(&mut sri, "/akun/kunci/mulai").await;
    let good = Phone::default().make(ORIGIN, &question).await.unwrap();
    let bent = |key: &str, value: Value| {
        let mut bent: Value = serde_json::from_str(&good).unwrap();
        match key.split_once('.') {
            Some((_, inner)) => bent["response"][inner] = value,
            None => bent[key] = value,
        }
        bent.to_string()
    };
    let answers = [
        String::new(),
        "null".to_owned(),
        "{}".to_owned(),
        "\"'; DROP TABLE passkey; --".to_owned(),
        "<script>alert(1)</script>".to_owned(),
        deep,
        bent("rawId", "AAAA".into()),
        bent("rawId", long.into()),
        bent("type", "password".into()),
        bent("response", Value::Null),
        bent("response.clientDataJSON", "e30".into()),
        bent("response.clientDataJSON", "////".into()),
        bent("response.attestationObject", "AA".into()),
        bent("response.attestationObject", 7.into()),
    ];
    for (number, answer) in answers.iter().enumerate() {
        // Each from elsewhere, so that none waits for its turn.
        let path = if number % 2 == 0 {
            "/akun/kunci"
        } else {
            "/masuk/kunci"
        };
        let mut other = site.browser();
        other.cookies = sri.cookies.clone();
        other.csrf = sri.csrf.clone();
        let reply = call(&mut other, path, &[("jawaban", answer)]).await;
        let told = refusal(&reply);
        assert!(told.contains("tidak terbaca"), "{number}: {told}");
    }
    // The question still stands: garbage used nothing up.
    let reply = call(&mut sri, "/akun/kunci", &[("jawaban", &good)]).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    let page = sri.send_raw("/masuk/kunci", &[("jawaban", "x")]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN, "no token of our form");
    assert!(page.header("content-type").starts_with("text/html"));
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_named_and_removed_by_their_owner_alone() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut phone).await;
    let page = sri.get("/akun").await.text();
    let id = between(&page, "name=\"kunci_id\" value=\"", "\"").unwrap();

    let mut budi = registered(&site, "budi@contoh.id").await;
    for part in ["kunci-nama", "kunci-lepas"] {
        let fields = [
            ("bagian", part),
            ("kunci_id", id.as_str()),
            ("nama_kunci", "milik Budi"),
        ];
        assert_eq!(
            budi.send("/akun", &fields).await.status,
            StatusCode::NOT_FOUND
        );
        let fields = [("bagian", part), ("kunci_id", "../1")];
        assert_eq!(
            budi.send("/akun", &fields).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let named = |name| {
        [
            ("bagian", "kunci-nama"),
            ("kunci_id", id.as_str()),
            ("nama_kunci", name),
        ]
    };
    let reply = sri.send("/akun", &named("<b>HP merah</b>")).await;
    assert_eq!(reply.to(), "/akun");
    let page = sri.get("/akun").await.text();
    assert!(page.contains("&lt;b&gt;HP merah") && !page.contains("<b>HP merah"));
    let reply = sri.send("/akun", &named("a\u{202e}b")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);

    let gone = [("bagian", "kunci-lepas"), ("kunci_id", id.as_str())];
    assert_eq!(sri.send("/akun", &gone).await.to(), "/akun");
    let twice = sri.send("/akun", &gone).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);
    let mut home = site.browser();
    let reply = enter(&mut home, &mut phone).await;
    assert!(refusal(&reply).contains("tidak kami kenal"));
    assert!(log(&site).await.contains(&"remove-passkey done".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_way_in_stays() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    // Came by card, and has no password.
    let mut karto = site
        .signed_in(Role::Owner, "karto@contoh.id", "35.73")
        .await;
    karto.get("/akun").await;
    add(&mut karto, &mut phone).await;
    let page = karto.get("/akun").await.text();
    let id = between(&page, "name=\"kunci_id\" value=\"", "\"").unwrap();
    let gone = [("bagian", "kunci-lepas"), ("kunci_id", id.as_str())];
    let reply = karto.send("/akun", &gone).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text().contains("satu-satunya"), "{}", reply.text());
    let mut home = site.browser();
    assert_eq!(enter(&mut home, &mut phone).await.status, StatusCode::OK);
    // A second key is another way in.
    add(&mut karto, &mut Phone::default()).await;
    assert_eq!(karto.send("/akun", &gone).await.to(), "/akun");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_else_had_got_in_is_out() {
    let site = Site::new().await;
    let mut phone = Phone::default();
    let mut sri = registered(&site, "sri@contoh.id").await;
    let mut home = site.browser();
    add(&mut sri, &mut phone).await;
    sri.get("/akun").await;
    let new = [
        ("bagian", "sandi"),
        ("sandi_lama", PASSWORD),
        ("sandi", "sepeda tua warna biru"),
    ];
    assert_eq!(sri.send("/akun", &new).await.to(), "/akun");
    let reply = enter(&mut home, &mut phone).await;
    assert!(
        refusal(&reply).contains("tidak kami kenal"),
        "a new password"
    );

    let mut phone = Phone::default();
    sri.get("/akun").await;
    add(&mut sri, &mut phone).await;
    let found = site.platform.find_person("sri@contoh.id").await.unwrap();
    site.platform.reset_access(found.id).await.unwrap();
    let reply = enter(&mut home, &mut phone).await;
    assert!(refusal(&reply).contains("tidak kami kenal"), "a reset");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_export_names_their_keys() {
    let site = Site::new().await;
    let mut sri = registered(&site, "sri@contoh.id").await;
    add(&mut sri, &mut Phone::default()).await;
    let found = site.platform.find_person("sri@contoh.id").await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sri.zip");
    site.platform.export_person(found.id, &path).await.unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let data = archive.by_name("data.json").unwrap();
    let data: Value = serde_json::from_reader(data).unwrap();
    let key = &data["passkeys"][0];
    assert_eq!(
        (key["name"].as_str(), key["site"].as_str()),
        (Some("Chrome di Android"), Some("naik.example"))
    );
    let keys = serde_json::to_string(&data["passkeys"]).unwrap();
    assert!(!keys.contains("public_key"), "{keys}");
    site.platform.erase_person(found.id).await.unwrap();
    let left = naik_store::repo::passkey::list(site.platform.store.db(), found.id);
    assert!(left.await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_keys_cannot_work_the_page_says_so() {
    let site = Site::at(None).await;
    let mut sri = registered(&site, "sri@contoh.id").await;
    let page = sri.get("/akun").await.text();
    assert!(page.contains("perlu alamat https") && page.contains("naik.example"));
    assert!(!page.contains("data-kunci"));
    for path in ["/akun/kunci/mulai", "/masuk/kunci/mulai", "/masuk/kunci"] {
        let reply = call(&mut sri, path, &[]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{path}");
        let told = reply.json()["detail"].as_str().unwrap().to_owned();
        assert!(told.contains("sandi atau kartu"), "{told}");
    }
    let mut home = site.browser();
    assert!(!home.get("/masuk").await.text().contains("data-kunci"));
}

#[tokio::test(flavor = "multi_thread")]
async fn doors_are_closed_to_guests_and_to_the_impatient() {
    let site = Site::new().await;
    let mut guest = site.browser();
    for path in ["/akun/kunci/mulai", "/akun/kunci"] {
        let reply = call(&mut guest, path, &[]).await;
        assert_eq!(reply.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let mut tries = Vec::new();
    for _ in 0..25 {
        tries.push(
            call(&mut guest, "/masuk/kunci", &[("jawaban", "{}")])
                .await
                .status,
        );
    }
    assert_eq!(tries.first(), Some(&StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(tries.last(), Some(&StatusCode::TOO_MANY_REQUESTS));
}
