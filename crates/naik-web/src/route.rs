//! Every address, and the doors in front of them.

use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use axum::{Extension, Router};
use naik_app::platform::photo::BYTES_MOST;
use naik_app::platform::programme::reckoning::Reckoning;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{
    DefaultPredicate, NotForContentType, Predicate, SizeAbove,
};

use crate::api;
use crate::app::App;
use crate::fault;
use crate::front::{document, guard, visit};
use crate::pages::{
    account, admin, badge, board, cash, certificate, check, cohort, comments, course, entry,
    evidence, facts, growth, intake, join, kit, margin, matching, mend, mentor, monday, network,
    orders, paper, passkey, photos, plan, products, programme, ready, rights, sales, share, sheet,
    start, storefront, street, text, visits,
};

/// Forms and answers of the API, in bytes; photos have a door of their own.
const BODY: usize = 1_000_000;
/// Photos of one form: twelve of 25 MB would fill the memory of a small machine.
const PHOTOS: usize = 80_000_000;

/// Forms that carry a screenshot or a long list.
const PARCELS: usize = 13_000_000;

/// Bytes that travel in one packet (1,500 less the headers of the network and of the answer).
const ONE_PACKET: u64 = 1_000;

/// The whole site.
pub fn routes(app: App) -> Router {
    let people = Router::new()
        .merge(studio())
        .merge(books())
        .merge(shops())
        .merge(doors())
        .merge(desks())
        .merge(measures())
        .merge(city())
        .merge(class())
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(BODY))
        .merge(photo_forms())
        .merge(parcels())
        .merge(order_forms())
        .merge(evidence_forms())
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
    // Pictures and films are packed already, a stream must not wait for more to pack, and what fits into one
    // packet of the network travels no faster when it is smaller.
    let packed = DefaultPredicate::new()
        .and(SizeAbove::new(ONE_PACKET))
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
        .route("/jualan/laporan.pdf", get(cash::month_paper))
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
        .route("/toko-saya/{paper}", get(paper::show))
        .route("/toko-saya/{paper}/{file}", get(paper::picture))
        .route("/toko/{shop}", get(street::show))
        .route("/toko/{shop}/{product}", get(street::product))
        .route("/toko/{shop}/{product}/{file}", get(street::file))
        .route("/sitemap.xml", get(street::sitemaps))
        .route("/jejaring", get(network::show).post(network::tell))
        .route("/jejaring/ajak", post(network::offer))
        .route("/jejaring/{tie}", post(network::answer))
}

/// Programmes, their cohorts, and what a city sees of them.
fn city() -> Router<App> {
    Router::new()
        .route("/program", get(programme::show).post(programme::found))
        .route(
            "/program/{programme}/baru",
            get(programme::blank).post(programme::plan),
        )
        .route("/kelompok/{cohort}", get(cohort::show))
        .route(
            "/kelompok/{cohort}/ubah",
            get(programme::edit).post(programme::change),
        )
        .route(
            "/kelompok/{cohort}/rencana",
            get(plan::show).post(plan::revise),
        )
        .route("/kelompok/{cohort}/sumber", post(cohort::source_of))
        .route("/kelompok/{cohort}/undi", post(cohort::draw_lots))
        .route("/kelompok/{cohort}/bagi", post(cohort::give))
        .route("/kelompok/{cohort}/berikut", post(cohort::call))
        .route("/kelompok/{cohort}/selesai", post(cohort::complete))
        .route(
            "/kelompok/{cohort}/keluar/{enrolment}",
            post(cohort::let_go),
        )
        .route(
            "/kelompok/{cohort}/pasangan",
            get(matching::show).post(matching::confirm),
        )
        .route("/kelompok/{cohort}/impor/{file}", get(intake::show))
        .route("/kelompok/{cohort}/impor/{file}/kolom", post(intake::map))
        .route("/kelompok/{cohort}/impor/{file}/simpan", post(intake::save))
        .route("/papan", get(board::latest))
        .route("/papan/{cohort}", get(board::show))
        .route(
            "/papan/{cohort}/hitung",
            post(board::reckon).layer(Extension(Reckoning::Board)),
        )
        .route("/papan/{cohort}/laporan.pdf", get(board::paper))
        .route("/papan/{cohort}/papan.xlsx", get(board::workbook))
        .route("/papan/{cohort}/tangga.csv", get(board::table))
        .route("/papan/{cohort}/papan.parquet", get(board::columns))
        .route("/ikut", get(join::show))
        .route("/ikut/{cohort}", post(join::apply))
        .route("/ikut/keluar/{enrolment}", post(join::withdraw))
        .route("/undian/{cohort}", get(join::lottery))
}

/// Forms that carry an order file.
fn order_forms() -> Router<App> {
    Router::new()
        .route("/jualan/impor", get(orders::ask).post(orders::receive))
        .route(
            "/kelompok/{cohort}/impor",
            get(intake::ask).post(intake::receive),
        )
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

/// What anyone may check, what mentors note, and the sign of the own payment code, with the forms for it.
fn parcels() -> Router<App> {
    Router::new()
        .route("/cek", get(check::show).post(check::check))
        .route("/cek/keliru", post(check::wrong))
        .route("/komentar", get(comments::show).post(comments::sort))
        .route("/toko-saya/qris", post(storefront::read_qris))
        .route("/lencana", get(badge::desk).post(badge::check))
        .route("/kunjungan", get(visits::show).post(visits::record))
        .route(
            "/kunjungan/{visit}/foto",
            get(visits::photo).post(visits::attach),
        )
        .layer(DefaultBodyLimit::max(PARCELS))
}

/// Forms that carry one photo as evidence.
fn evidence_forms() -> Router<App> {
    Router::new()
        .route(
            "/kelasku/bukti/{kind}",
            get(evidence::form).post(evidence::send),
        )
        .layer(DefaultBodyLimit::max(BYTES_MOST + BODY))
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

/// A shop's class: what it shows, who judges it, who confirms.
fn class() -> Router<App> {
    Router::new()
        .route("/kelasku", get(course::show))
        .route("/kelasku/tugas", post(course::tell_task))
        .route("/kelasku/serah/{asked}", post(course::answer_hand_over))
        .route(
            "/kelasku/bukti",
            get(evidence::choose).post(evidence::send_books),
        )
        .route("/kelasku/bukti-tarik/{evidence}", post(evidence::withdraw))
        .route("/bukti/{evidence}/foto", get(evidence::photo))
        .route("/binaan/{shop}", get(sheet::show))
        .route("/binaan/{shop}/nilai", post(sheet::decide))
        .route("/binaan/{shop}/serah", post(sheet::ask_hand_over))
        .route("/serah/{asked}/batal", post(sheet::withdraw_hand_over))
        .route("/naik-kelas", get(sheet::queue))
}

/// Mentors' and admins' pages.
fn desks() -> Router<App> {
    Router::new()
        .route("/senin", get(monday::show))
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

/// What a cohort came to, badges, and certificates.
fn measures() -> Router<App> {
    Router::new()
        .route("/pertumbuhan/{cohort}", get(growth::show))
        .route(
            "/pertumbuhan/{cohort}/hitung",
            post(board::reckon).layer(Extension(Reckoning::Growth)),
        )
        .route("/pertumbuhan/{cohort}/data", get(growth::records))
        .route("/lencana/penerbit.json", get(badge::issuer))
        .route("/lencana/dicabut.json", get(badge::revoked))
        .route("/lencana/{badge}", get(badge::show))
        .route("/lencana/{badge}/tampil", post(badge::display))
        .route("/lencana/{badge}/cabut", post(badge::revoke))
        .route("/sertifikat", get(certificate::ask))
        .route("/sertifikat/{number}", get(certificate::show))
}

async fn lost() -> fault::Broken {
    fault::Broken::missing()
}
