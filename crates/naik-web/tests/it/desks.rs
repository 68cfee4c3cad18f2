//! Mentors', managers' and admins' pages: each for those whom they are for.

use axum::http::StatusCode;
use naik_core::account::Role;

use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_is_for_those_who_sit_at_it() {
    let site = Site::new().await;
    let pages = [
        "/binaan",
        "/admin/pekerjaan",
        "/admin/orang",
        "/admin/jejak",
    ];
    let table: [(Role, [bool; 4]); 7] = [
        (Role::Owner, [false, false, false, false]),
        (Role::Staff, [false, false, false, false]),
        (Role::Mentor, [true, false, false, false]),
        (Role::Volunteer, [false, false, false, false]),
        (Role::Checker, [false, false, false, false]),
        (Role::Manager, [true, false, false, false]),
        (Role::Admin, [true, true, true, true]),
    ];
    for (role, may) in table {
        let contact = format!("{}@contoh.id", role.key());
        let area = if role == Role::Admin { "" } else { "35.73" };
        let mut browser = site.signed_in(role, &contact, area).await;
        for (page, may) in pages.into_iter().zip(may) {
            let reply = browser.get(page).await;
            let expected = if may {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(reply.status, expected, "{role:?} {page}: {}", reply.text());
        }
    }
    let mut guest = site.browser();
    for page in pages {
        assert_eq!(guest.get(page).await.to(), "/masuk", "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_tends_jobs() {
    let site = Site::new().await;
    let mut admin = site.signed_in(Role::Admin, "admin@contoh.id", "").await;
    let mut owner = site.browser();
    let id = owner.product().await;
    owner
        .send(
            &format!("/produk/{id}/fakta/nama"),
            &[("product.name", "Keripik")],
        )
        .await;
    owner.send(&format!("/produk/{id}/kit"), &[]).await;
    let page = admin.get("/admin/pekerjaan?keadaan=waiting").await.text();
    let job = crate::site::between(&page, "/admin/pekerjaan/", "/batal").unwrap();
    assert_eq!(
        owner
            .send(&format!("/admin/pekerjaan/{job}/batal"), &[])
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let reply = admin
        .send(&format!("/admin/pekerjaan/{job}/batal"), &[])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert!(
        owner
            .get(&format!("/produk/{id}/kit"))
            .await
            .text()
            .contains("data-jalan=\"tidak\"")
    );
    let reply = admin
        .send(&format!("/admin/pekerjaan/{job}/ulang"), &[])
        .await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    assert!(
        owner
            .get(&format!("/produk/{id}/kit"))
            .await
            .text()
            .contains("data-jalan=\"ya\"")
    );
    let log = admin.get("/admin/jejak").await.text();
    // People read who it was and what they did, not ids.
    for told in ["mengulang pekerjaan", "membatalkan pekerjaan", "ditolak"] {
        assert!(log.contains(told), "{told}: {log}");
    }
    assert!(
        !log.contains("person:") && !log.contains("retry-job"),
        "{log}"
    );
    site.signed_in(Role::Mentor, "sri@contoh.id", "35.73").await;
    let people = admin.get("/admin/orang").await.text();
    assert!(
        people.contains("admin@contoh.id") && people.contains("sri@contoh.id"),
        "{people}"
    );
    let found = admin.get("/admin/orang?q=SRI%40").await.text();
    assert!(found.contains("<small>sri@contoh.id") && !found.contains("<small>admin@contoh.id"));
    let none = admin.get("/admin/orang?q=%25%27").await.text();
    assert!(
        !none.contains("<small>sri@contoh.id"),
        "a wildcard is a letter like others"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demonstration_comes_and_goes() {
    let site = Site::new().await;
    site.platform.make_demo().await.unwrap();
    site.platform.make_demo().await.unwrap();
    assert!(site.platform.has_demo().await.unwrap());
    let mut mentor = site.browser();
    let fields = [
        ("kontak", "dimas@contoh.naikkelas.id"),
        ("sandi", naik_app::platform::demo::PASSWORD),
    ];
    assert_eq!(mentor.send("/masuk", &fields).await.to(), "/produk");
    let care = mentor.get("/binaan").await.text();
    assert!(care.contains("Dapur Lastri"), "{care}");
    assert_eq!(site.platform.remove_demo().await.unwrap(), 8);
    assert!(!site.platform.has_demo().await.unwrap());
    site.platform.sweep_files(i64::MAX).await.unwrap();
    assert!(site.platform.store.blobs().all().await.unwrap().is_empty());
    assert_eq!(mentor.get("/binaan").await.to(), "/masuk");
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_moves_with_a_backup_and_goes_with_an_erasure() {
    let site = Site::new().await;
    let mut owner = site.signed_in(Role::Owner, "0812 0000 0001", "35.73").await;
    let id = owner.product().await;
    owner
        .send(
            &format!("/produk/{id}/fakta/nama"),
            &[("product.name", "Keripik tempe")],
        )
        .await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("cadangan.tar");
    naik_app::platform::keeping::back_up(&site.platform.store, &file)
        .await
        .unwrap();

    let other = Site::new().await;
    naik_app::platform::keeping::restore(&other.platform.store, &file)
        .await
        .unwrap();
    let twice = naik_app::platform::keeping::restore(&other.platform.store, &file).await;
    assert!(twice.is_err(), "never over what is there");
    let found = other.platform.find_person("081200000001").await.unwrap();
    let export = folder.path().join("ekspor.zip");
    other
        .platform
        .export_person(found.id, &export)
        .await
        .unwrap();
    assert!(std::fs::read(&export).unwrap().starts_with(b"PK"));
    let gone = other.platform.erase_person(found.id).await.unwrap();
    assert_eq!((gone.shops, gone.products, gone.files), (1, 1, 1));
    assert!(other.platform.find_person("081200000001").await.is_err());
    other.platform.sweep_files(i64::MAX).await.unwrap();
    assert!(other.platform.store.blobs().all().await.unwrap().is_empty());

    std::fs::write(&file, b"not a backup").unwrap();
    let empty = Site::new().await;
    assert!(
        naik_app::platform::keeping::restore(&empty.platform.store, &file)
            .await
            .is_err()
    );
}
