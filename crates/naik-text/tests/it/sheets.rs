//! Fact sheets of twelve shops, and random ones made from their parts.

use naik_core::category::Category;
use naik_core::facts::{Facts, Variant};
use naik_core::money::Rupiah;
use naik_core::permit::{Permit, PermitKind};
use naik_core::phone::WhatsApp;
use naik_core::quantity::Quantity;
use naik_core::seed::Seed;

/// A short form in which a sheet is written down.
pub(crate) struct Sheet {
    pub(crate) category: Category,
    pub(crate) name: &'static str,
    pub(crate) price: u64,
    pub(crate) unit: &'static str,
    pub(crate) quantity: &'static str,
    pub(crate) variants: &'static [&'static str],
    pub(crate) contents: &'static [&'static str],
    pub(crate) process: &'static str,
    pub(crate) origin: &'static str,
    pub(crate) story: &'static str,
    pub(crate) usage: &'static str,
    pub(crate) storage: &'static str,
    pub(crate) shelf_life: &'static str,
    pub(crate) shop: &'static str,
    pub(crate) city: &'static str,
}

pub(crate) const SHEETS: [Sheet; 12] = [
    Sheet {
        category: Category::Snack,
        name: "Keripik Tempe Bu Sri",
        price: 15_000,
        unit: "bungkus",
        quantity: "250 g",
        variants: &["Original", "Balado", "Daun Jeruk"],
        contents: &["Tempe", "tepung beras", "bawang putih", "ketumbar", "garam"],
        process: "Diiris tipis, dijemur sebentar, lalu digoreng dua kali",
        origin: "Sanan, Malang",
        story: "Bu Sri mulai menggoreng keripik tempe dari dapur rumahnya pada 2011. Sekarang dua tetangganya ikut membungkus setiap sore.",
        usage: "Untuk camilan sore atau pelengkap rawon.",
        storage: "Simpan di stoples tertutup setelah dibuka.",
        shelf_life: "3 bulan",
        shop: "Dapur Bu Sri",
        city: "Malang",
    },
    Sheet {
        category: Category::Coffee,
        name: "Kopi Bubuk Robusta Dampit",
        price: 35_000,
        unit: "pouch",
        quantity: "200 g",
        variants: &["Biji", "Giling Halus", "Giling Kasar"],
        contents: &["robusta Dampit"],
        process: "Dipetik merah, dijemur dua minggu, lalu disangrai sedang",
        origin: "Dampit, Malang",
        story: "Biji kopinya dari kebun Pak Slamet di lereng Semeru. Anaknya yang menyangrai, seminggu dua kali.",
        usage: "Seduh dua sendok teh dengan air panas, tunggu empat menit.",
        storage: "Tutup rapat dan simpan di tempat kering.",
        shelf_life: "6 bulan",
        shop: "Kopi Lereng",
        city: "Malang",
    },
    Sheet {
        category: Category::Sambal,
        name: "Sambal Bawang Mak Yah",
        price: 25_000,
        unit: "botol",
        quantity: "150 g",
        variants: &["Sedang", "Pedas"],
        contents: &[
            "cabai rawit",
            "bawang merah",
            "bawang putih",
            "minyak kelapa",
            "garam",
        ],
        process: "Diulek kasar, lalu ditumis sampai matang",
        origin: "Surabaya",
        story: "Resepnya dari Mak Yah, penjual nasi di Kapasan.",
        usage: "Untuk cocolan atau campuran nasi goreng.",
        storage: "Simpan di kulkas setelah dibuka.",
        shelf_life: "2 bulan di kulkas",
        shop: "Mak Yah",
        city: "Surabaya",
    },
    Sheet {
        category: Category::Bakery,
        name: "Brownies Kukus Dapur Rani",
        price: 45_000,
        unit: "loyang",
        quantity: "400 g",
        variants: &["Cokelat", "Keju", "Pandan"],
        contents: &["tepung terigu", "cokelat", "telur", "gula", "susu"],
        process: "Dikukus 40 menit, didinginkan, lalu dipotong",
        origin: "",
        story: "Rani mulai dari pesanan arisan tetangga di Bogor.",
        usage: "Potong dengan pisau basah supaya rapi.",
        storage: "Simpan di kulkas bila tidak habis.",
        shelf_life: "3 hari suhu ruang, 6 hari di kulkas",
        shop: "Dapur Rani",
        city: "Bogor",
    },
    Sheet {
        category: Category::Herbal,
        name: "Wedang Uwuh Bu Darmi",
        price: 12_000,
        unit: "bungkus",
        quantity: "100 g",
        variants: &["Celup", "Rajang"],
        contents: &["kayu secang", "jahe", "cengkih", "kayu manis", "gula batu"],
        process: "Dirajang, lalu dijemur sampai kering",
        origin: "Imogiri",
        story: "Bu Darmi meracik wedang di Imogiri sejak anaknya masih kecil. Wedang ini menyembuhkan masuk angin.",
        usage: "Seduh satu kemasan dengan air panas, tunggu lima menit.",
        storage: "Simpan di tempat kering.",
        shelf_life: "6 bulan",
        shop: "Wedang Darmi",
        city: "Yogyakarta",
    },
    Sheet {
        category: Category::Batik,
        name: "Batik Tulis Kawung Bu Parti",
        price: 450_000,
        unit: "lembar",
        quantity: "2,1 m",
        variants: &["Biru", "Sogan"],
        contents: &["katun primisima", "pewarna indigofera"],
        process: "Ditulis dengan canting, diwarnai, lalu dilorod",
        origin: "Lasem",
        story: "Bu Parti membatik di teras rumahnya di Lasem. Satu lembar selesai dalam tiga minggu.",
        usage: "Cukup untuk satu kemeja lengan panjang.",
        storage: "Cuci dengan lerak dan jemur di tempat teduh.",
        shelf_life: "",
        shop: "Batik Parti",
        city: "Semarang",
    },
    Sheet {
        category: Category::Fashion,
        name: "Gamis Katun Aira",
        price: 185_000,
        unit: "potong",
        quantity: "",
        variants: &["S", "M", "L", "XL"],
        contents: &["katun toyobo"],
        process: "Dipotong dan dijahit di rumah jahit kami",
        origin: "Tasikmalaya",
        story: "Aira menjahit sendiri pola pertamanya.",
        usage: "Untuk mengaji, bekerja, atau acara keluarga.",
        storage: "Cuci dengan air dingin, setrika suhu sedang.",
        shelf_life: "",
        shop: "Rumah Aira",
        city: "Tasikmalaya",
    },
    Sheet {
        category: Category::Craft,
        name: "Tas Anyaman Pandan",
        price: 95_000,
        unit: "buah",
        quantity: "30 cm",
        variants: &["Kecil", "Sedang", "Besar"],
        contents: &["pandan laut", "tali katun"],
        process: "Dianyam dengan tangan, dua hari untuk satu tas",
        origin: "Rajapolah, Tasikmalaya",
        story: "Dianyam Bu Lastri dan tetangganya di Rajapolah.",
        usage: "Untuk belanja atau menyimpan kain.",
        storage: "Angin-anginkan bila lembap.",
        shelf_life: "",
        shop: "Anyam Lastri",
        city: "Tasikmalaya",
    },
    Sheet {
        category: Category::Pottery,
        name: "Cangkir Gerabah Dinoyo",
        price: 40_000,
        unit: "buah",
        quantity: "200 ml",
        variants: &["Cokelat", "Hijau"],
        contents: &["tanah liat", "glasir bening"],
        process: "Diputar dengan tangan, dikeringkan, lalu dibakar",
        origin: "Dinoyo, Malang",
        story: "Pak Karno memutar tanah liat sejak muda.",
        usage: "Untuk minum teh atau kopi.",
        storage: "Cuci dengan spons lembut.",
        shelf_life: "",
        shop: "Gerabah Karno",
        city: "Malang",
    },
    Sheet {
        category: Category::Service,
        name: "Laundry Kiloan Bersih Jaya",
        price: 7_000,
        unit: "kg",
        quantity: "",
        variants: &["Reguler", "Kilat", "Setrika Saja"],
        contents: &[],
        process: "Dicuci terpisah per pelanggan, dijemur, lalu disetrika",
        origin: "",
        story: "Kami mulai dengan dua mesin cuci di garasi.",
        usage: "Antar ke gerai, ambil setelah kami kabari.",
        storage: "",
        shelf_life: "",
        shop: "Bersih Jaya",
        city: "Makassar",
    },
    Sheet {
        category: Category::Frozen,
        name: "Dimsum Ayam Mama Lia",
        price: 38_000,
        unit: "pack",
        quantity: "10 pcs",
        variants: &["Original", "Udang", "Keju"],
        contents: &["ayam", "tepung tapioka", "wortel", "kulit pangsit"],
        process: "Dikukus matang, didinginkan, lalu dibekukan",
        origin: "",
        story: "Mama Lia membuat dimsum pertama untuk bekal anaknya.",
        usage: "Kukus 10 menit dari keadaan beku.",
        storage: "Simpan di freezer, jangan dibekukan ulang.",
        shelf_life: "3 bulan di freezer",
        shop: "Mama Lia",
        city: "Depok",
    },
    Sheet {
        category: Category::Other,
        name: "Lilin Serai",
        price: 30_000,
        unit: "buah",
        quantity: "120 g",
        variants: &[],
        contents: &["lilin kedelai", "minyak serai", "sumbu katun"],
        process: "Dilelehkan, dituang, lalu didinginkan semalam",
        origin: "",
        story: "",
        usage: "Nyalakan di atas piring tahan panas.",
        storage: "Simpan jauh dari sinar matahari.",
        shelf_life: "1 tahun",
        shop: "Lampu Kecil",
        city: "Denpasar",
    },
];

impl Sheet {
    /// The whole sheet, with permits and numbers of a shop that has its papers.
    pub(crate) fn facts(&self) -> Facts {
        let text = |t: &str| (!t.is_empty()).then(|| t.to_owned());
        let list = |l: &[&str]| l.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let mut facts = Facts::default();
        let product = &mut facts.product;
        product.name = self.name.to_owned();
        product.category = self.category;
        product.price = Some(Rupiah::new(self.price));
        product.unit = text(self.unit);
        product.net_weight = Quantity::parse(self.quantity).ok();
        product.variants = self
            .variants
            .iter()
            .map(|v| Variant {
                name: (*v).to_owned(),
                price: None,
                stock: None,
            })
            .collect();
        if self.category.is_food() {
            product.ingredients = list(self.contents);
        } else {
            product.materials = list(self.contents);
        }
        product.process = text(self.process);
        product.origin = text(self.origin);
        product.story = text(self.story);
        product.usage = text(self.usage);
        product.storage = text(self.storage);
        product.shelf_life = text(self.shelf_life);
        facts.shop.name = text(self.shop);
        facts.shop.city = text(self.city);
        facts.shop.whatsapp = WhatsApp::parse("0812-3456-7890").ok();
        if self.category == Category::Snack {
            facts.product.stock = Some(40);
            facts.product.sold_count = Some(120);
            facts.product.previous_price = Some(Rupiah::new(18_000));
            facts.permits.pirt = Permit::parse(PermitKind::Pirt, "205357301012329").ok();
            facts.permits.halal = Permit::parse(PermitKind::Halal, "ID35110000123450126").ok();
        }
        if self.category == Category::Bakery {
            facts.product.preorder_days = Some(2);
        }
        facts
    }
}

/// A sheet with parts left out, mixed, and spoilt with claims that may not stand.
pub(crate) fn random(number: u64) -> Facts {
    let mut seed = Seed(number).of("random sheet");
    let base = &SHEETS[seed.below(SHEETS.len())];
    let other = &SHEETS[seed.below(SHEETS.len())];
    let mut facts = base.facts();
    let mut lacks = |share: f64| seed.unit() < share;
    let poison = [
        " Keripik terbaik di Indonesia.",
        " Menyembuhkan diabetes!",
        " 100% halal dan tanpa pengawet.",
        " Nomor 1 sejak 1945.",
        " Gratis ongkir hari ini saja.",
        " Dijamin puas.",
    ];
    let product = &mut facts.product;
    if lacks(0.3) {
        product.price = None;
    }
    if lacks(0.4) {
        product.unit = None;
    }
    if lacks(0.4) {
        product.net_weight = None;
    }
    if lacks(0.4) {
        product.variants.clear();
    }
    if lacks(0.4) {
        product.ingredients.clear();
    }
    if lacks(0.4) {
        product.materials.clear();
    }
    if lacks(0.4) {
        product.process = None;
    }
    if lacks(0.5) {
        product.origin = None;
    }
    if lacks(0.4) {
        product.story = None;
    }
    if lacks(0.4) {
        product.usage = None;
    }
    if lacks(0.4) {
        product.storage = None;
    }
    if lacks(0.4) {
        product.shelf_life = None;
    }
    if lacks(0.4) {
        facts.shop.name = None;
    }
    if lacks(0.4) {
        facts.shop.city = None;
    }
    if lacks(0.4) {
        facts.shop.whatsapp = None;
    }
    if lacks(0.3) {
        facts.product.stock = Some(7);
    }
    if lacks(0.3) {
        facts.product.sold_count = Some(1_250);
    }
    if lacks(0.3) {
        facts.product.previous_price = Some(Rupiah::new(20_000));
    }
    if lacks(0.2) {
        facts.product.preorder_days = Some(3);
    }
    if lacks(0.2) {
        facts.permits.bpom = Permit::parse(PermitKind::Bpom, "MD 123456789012").ok();
    }
    if lacks(0.2) {
        facts.permits.nib = Permit::parse(PermitKind::Nib, "1234567890123").ok();
    }
    if lacks(0.1) {
        facts.product.name = format!("{} TERBAIK No. 1", facts.product.name);
    }
    if lacks(0.1) {
        facts.product.name = "Keripik 🔥 Enak Banget "
            .repeat(14)
            .chars()
            .take(300)
            .collect();
    }
    if lacks(0.05) {
        facts.product.name = "ꦏꦺꦴꦥꦶ".to_owned();
    }
    if lacks(0.05) {
        facts.product.name.clear();
    }
    if lacks(0.3) {
        facts.product.story = Some(other.story.to_owned());
    }
    if lacks(0.2) {
        facts.shop.city = Some(other.city.to_owned());
    }
    let spoil = lacks(0.4);
    let what = poison[seed.below(poison.len())];
    if spoil {
        let product = &mut facts.product;
        for text in [&mut product.story, &mut product.process, &mut product.usage]
            .into_iter()
            .flatten()
        {
            text.push_str(what);
        }
    }
    if seed.unit() < 0.1 {
        facts.product.story =
            Some("Kalimat panjang sekali tentang dapur kecil kami yang ramai ".repeat(60));
    }
    facts
}
