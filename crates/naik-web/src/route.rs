//! Every address, and the doors in front of them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use crate::api;
use crate::app::App;
use crate::fault;
use crate::front::{document, guard, visit};
use crate::pages::{
    account, admin, cash, check, comments, entry, facts, kit, margin, mend, mentor, orders,
    passkey, photos, products, ready, rights, sales, share, start, storefront, street, text,
};

/// Forms and answers of the API, in bytes; photos have a door of their own.
const BODY: usize = 1_000_000;
/// Photos of one form: twelve of 25 MB would fill the memory of a small machine.
const PHOTOS: usize = 80_000_000;

/// Forms that carry a screenshot or a long list.
const PARCELS: usize = 13_000_000;

/// The whole site.
pub fn routes(app: App) -> Router {
    let people = Router::new()
        .merge(studio())
        .merge(books())
        .merge(shops())
        .merge(doors())
        .merge(desks())
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(BODY))
        .merge(photo_forms())
        .merge(parcels())
        .merge(order_forms())
        .fallback(lost)
        .layer(from_fn_with_state(app.clone(), street::canonical))
        .layer(from_fn_with_state(app.clone(), guard::changes))
        .layer(from_fn(fault::draw))
        .layer(from_fn_with_state(app.clone(), visit::visit));
    // Asked every few seconds by programs: a word needs no packing, and counting it would drown what people do.
    let watched = Router::new()
        .route("/healthz", get(api::health::alive))
        .route("/readyz", get(api::health::ready))
        .route("/metrics", get(api::health::metrics));
    let machines = Router::new()
        .route("/robots.txt", get(start::robots))
        .route("/static/{*name}", get(start::file))
        .route("/sw.js", get(|| start::root_file("sw.js")))
        .route(
            "/manifest.webmanifest",
            get(|| start::root_file("manifest.webmanifest")),
        );
    // Pictures and films are packed already, and a stream must not wait for more to pack.
    let packed = DefaultPredicate::new()
        .and(NotForContentType::new("video/"))
        .and(NotForContentType::new("application/zip"))
        .and(NotForContentType::new("font/"));
    machines
        .merge(people)
        .layer(CompressionLayer::new().compress_when(packed))
        .layer(from_fn(guard::headers))
        .layer(from_fn(api::health::count))
        .merge(watched)
        .layer(CatchPanicLayer::custom(api::health::panicked))
        .with_state(app)
}

/// From a photo to a shared kit.
fn studio() -> Router<App> {
    Router::new()
        .route("/", get(start::start))
        .route("/produk", get(products::list))
        .route("/produk/{p}/hapus", post(products::remove))
        .route("/produk/{p}/foto", get(photos::show))
        .route("/produk/{p}/foto/{photo}/hapus", post(photos::remove))
        .route("/produk/{p}/foto/{photo}/utama", post(photos::front))
        .route("/produk/{p}/asal/{photo}", get(photos::original))
        .route(
            "/produk/{p}/fakta/{card}",
            get(facts::show).post(facts::save),
        )
        .route("/produk/{p}/kit", get(kit::show).post(kit::order))
        .route("/produk/{p}/kit/bagian", get(kit::parts))
        .route("/produk/{p}/kit/alir", get(kit::stream))
        .route("/produk/{p}/kit/batal", post(kit::cancel))
        .route("/produk/{p}/kit/ulang", post(kit::again))
        .route("/produk/{p}/kit.zip", get(share::archive))
        .route("/produk/{p}/versi/{n}/pakai", post(kit::use_version))
        .route("/produk/{p}/v/{n}/{*path}", get(kit::file))
        .route("/produk/{p}/rapikan/{photo}", get(mend::show))
        .route("/produk/{p}/rapikan/{photo}/coba", post(mend::attempt))
        .route(
            "/produk/{p}/rapikan/{photo}/coba.png",
            get(mend::first_look),
        )
        .route("/produk/{p}/rapikan/{photo}/simpan", post(mend::keep))
        .route(
            "/produk/{p}/teks/{channel}",
            get(text::show).post(text::save),
        )
        .route("/produk/{p}/teks/{channel}/jaga", post(text::judged))
        .route("/produk/{p}/periksa", get(ready::show))
        .route("/produk/{p}/perbaiki", post(ready::mend))
        .route("/produk/{p}/bagikan", get(share::show))
        .route("/produk/{p}/harga", get(margin::show).post(margin::save))
}

/// What was sold, and what is left of it.
fn books() -> Router<App> {
    Router::new()
        .route("/jualan", get(sales::show).post(sales::note))
        .route("/jualan/{sale}/batal", post(sales::undo))
        .route("/jualan/laporan.xlsx", get(cash::workbook))
        .route("/jualan/penjualan.csv", get(cash::sales_table))
        .route("/jualan/kas.csv", get(cash::cash_table))
        .route("/jualan/kas", get(cash::show).post(cash::note))
        .route("/jualan/kas/{line}/batal", post(cash::undo))
        .route("/jualan/impor/{file}", get(orders::show))
        .route("/jualan/impor/{file}/kolom", post(orders::map))
        .route("/jualan/impor/{file}/simpan", post(orders::save))
        .route("/jualan/impor/{file}/batal", post(orders::undo))
}

/// A shop as its owner keeps it, and as everyone sees it.
fn shops() -> Router<App> {
    Router::new()
        .route("/toko-saya", get(storefront::show).post(storefront::save))
        .route("/toko-saya/tarik", post(storefront::withdraw))
        .route("/toko/{shop}", get(street::show))
        .route("/toko/{shop}/{product}", get(street::product))
        .route("/toko/{shop}/{product}/{file}", get(street::file))
        .route("/sitemap.xml", get(street::sitemaps))
}

/// Forms that carry an order file.
fn order_forms() -> Router<App> {
    Router::new()
        .route("/jualan/impor", get(orders::ask).post(orders::receive))
        .layer(DefaultBodyLimit::max(document::LARGEST + BODY))
}

/// Forms that carry photos.
fn photo_forms() -> Router<App> {
    Router::new()
        .route("/produk", post(products::begin))
        .route("/produk/{p}/foto", post(photos::add))
        .route("/terima", post(start::receive))
        .layer(DefaultBodyLimit::max(PHOTOS))
}

/// What anyone may check, with the forms for it.
fn parcels() -> Router<App> {
    Router::new()
        .route("/cek", get(check::show).post(check::check))
        .route("/cek/keliru", post(check::wrong))
        .route("/komentar", get(comments::show).post(comments::sort))
        .layer(DefaultBodyLimit::max(PARCELS))
}

/// Coming in, going out, and what belongs to the phone.
fn doors() -> Router<App> {
    Router::new()
        .route("/bahasa", post(start::language))
        .route("/luring", get(start::offline))
        .route("/gaya", get(start::style))
        .route("/masuk", get(entry::form).post(entry::enter))
        .route("/masuk/kunci/mulai", post(passkey::ask))
        .route("/masuk/kunci", post(passkey::enter))
        .route("/keluar", post(entry::leave))
        .route("/daftar", get(entry::register_form).post(entry::register))
        .route("/kartu/{secret}", get(entry::card).post(entry::use_card))
        .route("/titipan", get(entry::waited).post(entry::throw_away))
        .route("/akun", get(account::show).post(account::change))
        .route("/akun/kunci/mulai", post(passkey::ask_for_new))
        .route("/akun/kunci", post(passkey::add))
        .route("/izin", get(rights::show).post(rights::change))
        .route("/izin/data.zip", post(rights::export))
        .route("/izin/hapus", post(rights::erase))
        .route("/izin/tanda/{number}", get(rights::receipt))
}

/// Mentors' and admins' pages.
fn desks() -> Router<App> {
    Router::new()
        .route("/binaan", get(mentor::show))
        .route("/binaan/kartu", post(mentor::make_card))
        .route("/binaan/kartu/{person}/cabut", post(mentor::revoke))
        .route("/admin/pekerjaan", get(admin::jobs))
        .route("/admin/pekerjaan/{job}/ulang", post(admin::retry))
        .route("/admin/pekerjaan/{job}/batal", post(admin::cancel))
        .route("/admin/orang", get(admin::people))
        .route("/admin/orang/{person}/buka", post(admin::unlock))
        .route("/admin/orang/{person}/kartu", post(mentor::card_for))
        .route("/admin/jejak", get(admin::log))
}

async fn lost() -> fault::Broken {
    fault::Broken::missing()
}
