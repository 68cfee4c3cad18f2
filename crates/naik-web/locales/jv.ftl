## On every page

merek-janji = Foto barang sadean panjenengan dinten punika, siyap kasade sonten punika
merek-terang = Foto setunggal dados foto resik, poster, seratan, video, lan daftar kangge marketplace. Gratis, boten sah ndaftar.
umum-lompat = Langsung dhateng isi
umum-kembali = Wangsul
umum-tutup = Tutup
nav-nama = Menu utama
nav-beranda = Ngajeng
nav-kit = Produk
nav-cek = Priksa
nav-akun = Akun
nav-masuk = Mlebet
nav-binaan = Binaan
nav-admin = Admin
bahasa-pilih = Pilih basa
peran-owner = Ingkang gadhah toko
peran-staff = Rewang toko
peran-mentor = Pendamping
peran-volunteer = Relawan
peran-checker = Pamriksa
peran-manager = Pangurus
peran-admin = Admin
langkah-ke = Undhak { $n } saking 5: { $nama }
langkah-1 = Foto
langkah-2 = Fakta
langkah-3 = Kit
langkah-4 = Priksa
langkah-5 = Bagekaken
banding-geser = Geser kangge mirsani saderengipun lan sasampunipun
banding-foto-hp = Foto HP
banding-siap = Siyap kasade
banding-fotomu = Foto panjenengan
salin = Salin
salin-apa = Salin { $apa }
salin-sudah = Sampun kasalin
salin-gagal = Dereng kasalin. Penet dangu seratanipun, lajeng pilih Salin
bagi = Bagekaken
unduh-apa = Unduh { $apa }
titik-proved = wonten buktinipun
titik-neutral = tanpa klaim
titik-unproved = dereng wonten buktinipun
titik-forbidden = boten kenging
isian-boleh-kosong = kenging dipunkothongi
isian-misal = upami: { $contoh }
isian-intip = Tingali sandi
ketikan-kembali = Seratan panjenengan wau sampun kula wangsulaken
kaki-janji = Kangge usaha alit. Foto panjenengan gadhahanipun panjenengan: boten kangge nglatih AI, boten kasade.
kaki-api = Kangge ingkang damel aplikasi
kaki-gaya = Gaya tampilan

## Mulai

mulai-judul = Dipunfoto enjing, siyap kasade sonten.
mulai-janji = Foto setunggal dados foto resik, poster, seratan, video, lan daftar kangge marketplace.
mulai-contoh = Kain bathik kawung: foto ingkang sampun rapi, siyap kasade
mulai-foto = Foto produk
mulai-galeri = Pilih saking galeri
mulai-pilih = Pilih foto produk, kenging sawetawis
mulai-tanpa-daftar = Boten sah ndaftar. Foto boten nglatih AI.
mulai-lanjut = Lajengaken draf
mulai-cara = Tigang menit, tigang undhak
mulai-cara-1 = Foto
mulai-cara-1-isi = Ngagem HP, celak jendhela. Foto setunggal sampun cekap.
mulai-cara-2 = Cariyosaken
mulai-cara-2-isi = Nami, regi, isi, bahan. Ingkang dereng pirsa, dipunlangkungi kemawon.
mulai-cara-3 = Kit dados
mulai-cara-3-isi = Dipunpirsani, dipunrapiaken, lajeng kakintun dhateng WhatsApp utawi toko.
mulai-dapat = Ingkang panjenengan tampi
dapat-foto = Foto resik
dapat-foto-isi = Latar pethak lan latar cariyos
dapat-poster = Poster
dapat-poster-isi = Feed, story, status WA
dapat-teks = Seratan sadean
dapat-teks-isi = Irah-irahan, deskripsi, caption
dapat-video = Video cekak
dapat-video-isi = Mawi narasi lan seratan
dapat-daftar = Daftar marketplace
dapat-daftar-isi = Shopee, TikTok, Tokopedia, Lazada
dapat-jujur = Ukara jujur
dapat-jujur-isi = Saben ukara wonten faktanipun

## Produk

produk-judul = Produk kula
produk-jumlah = { $n } produk
produk-tanpa-nama = Dereng wonten namanipun
produk-baru = Foto produk enggal
produk-lanjut = Lajengaken
produk-buka = Bikak kit
produk-lihat-salah = Pirsani lan cobi malih
produk-dibuat = Saweg dipundamel, { $done } saking { $all }
produk-sedang = Saweg dipundamel
produk-siap = { $done } saking { $all } siyap
produk-gagal = Dereng dados
produk-kosong = Rakipun taksih wonten papan
produk-kosong-isi = Wiwit saking produk ingkang paling laris. Foto setunggal dados poster, seratan, lan daftar sadean.
tahap-foto = Draf: kantun foto
tahap-fakta = Draf: kantun ngisi fakta
tahap-kit = Draf: kantun damel kit
draf-di-hp = Kasimpen ing HP punika
draf-foto = { $n } foto nengga dipunkintun

## Foto

foto-judul = Foto
foto-ada = { $n } foto
foto-ke = Foto { $n }
foto-utama = Foto utama
foto-jadikan-utama = Dadosaken utama
foto-hapus = Busak
foto-kosong = Dipunfoto rumiyin produkipun. Setunggal cekap, tiga langkung sae.
foto-kamera = Kamera
foto-tambah = Tambah foto
foto-penuh = Sampun { $n } foto, punika paling kathah
foto-pakai = { $n ->
    [0] Ngagem foto punika
   *[other] Ngagem { $n } foto punika
 }
foto-tips = Supados asilipun sae
tips-cahaya = Celak jendhela
tips-cahaya-isi = Cahya saking pinggir, lampu kilat pejah
tips-alas = Lemek polos
tips-alas-isi = Kain utawi kertas setunggal warni
tips-utuh = Ketingal wetah
tips-utuh-isi = Sampun ngantos wonten ingkang kapunggel
petunjuk-bagus = Fotonipun sae
petunjuk-gelap = Radi peteng.
petunjuk-gelap-saran = Cobi malih celak jendhela.
petunjuk-terang = Kapadhangen.
petunjuk-terang-saran = Geser saking cahya langsung, lajeng cobi malih.
petunjuk-buram = Radi burem.
petunjuk-buram-saran = Demek produkipun ing layar, HP dipuntahan, lajeng cobi malih.
petunjuk-terpotong = Kados-kados kapunggel.
petunjuk-terpotong-saran = Mundur sekedhik supados sedaya produk mlebet.
unggah-menyiapkan = Nyiyapaken foto
unggah-mengirim = Ngintun foto
unggah-menunggu = Nengga sinyal. Fotonipun aman ing HP punika
unggah-selesai = Foto sampun kakintun
unggah-gagal = Dereng kakintun
unggah-bukan-foto = Punika sanes foto. Pilih berkas JPG, PNG, utawi WebP
unggah-terlalu-besar = Kageden. Paling ageng 25 MB
unggah-ulangi = Kintun malih
unggah-buang = Bucal
unggah-jalan = Fotonipun taksih dipunkintun. Mangga ngisi punika rumiyin.

## Fakta

fakta-judul = Fakta
fakta-kartu-semua = Kertu fakta
fakta-terisi = sampun kaisi
fakta-lanjut = Simpen, lajeng
fakta-lewati = Langkungi rumiyin
fakta-buat-kit = Damel kit
fakta-tersimpan = Kasimpen saben undhak
fakta-mengapa = Kula namung nyerat ingkang panjenengan cariyosaken. Langkung kathah faktanipun, langkung mantep seratanipun.
fakta-nama = Punapa nami produkipun?
fakta-nama-pendek = Nami
fakta-nama-guna = Nami ingkang dipunpadosi tiyang: jinisipun, lajeng cirinipun.
fakta-harga = Pinten reginipun?
fakta-harga-pendek = Regi
fakta-harga-guna = Kangge poster, kertu regi, lan daftar sadean.
fakta-isi = Pinten isinipun?
fakta-isi-pendek = Isi
fakta-isi-guna = Bobot lan pilihan ngirangi pitakenanipun ingkang tumbas.
fakta-bahan = Kadamel saking punapa, kados pundi?
fakta-bahan-pendek = Bahan
fakta-bahan-guna = Punika ingkang ndadosaken produk panjenengan benten.
fakta-pakai = Dipunagem lan dipunsimpen kados pundi?
fakta-pakai-pendek = Agem
fakta-pakai-guna = Ingkang tumbas remen pirsa caranipun saderengipun taken.
fakta-izin = Sampun gadhah ijin punapa?
fakta-izin-pendek = Ijin
fakta-izin-guna = Dereng gadhah? Dipunlangkungi kemawon. Kula boten nyerat ingkang boten wonten.
fakta-toko = Tokonipun naminipun punapa?
fakta-toko-pendek = Toko
fakta-toko-guna = Supados ingkang tumbas pirsa mesenipun dhateng pundi.
isian-name = Nami produk
isian-category = Jinis barang
isian-price = Regi sade
isian-previous-price = Regi saderengipun
isian-unit = Kasade saben
isian-net-weight = Isi utawi bobot
isian-variants = Pilihan raos, ukuran, utawi warni
isian-stock = Stok sapunika
isian-sold-count = Sampun kasade
isian-preorder-days = Dangunipun mesen
isian-ingredients = Bahan-bahan
isian-materials = Bahan
isian-process = Caranipun damel
isian-origin = Kadamel ing pundi
isian-story = Cariyosipun
isian-usage = Caranipun ngagem utawi nyawisaken
isian-storage = Caranipun nyimpen utawi ngrimat
isian-shelf-life = Tahan pinten dangu
isian-nib = NIB
isian-pirt = Nomer PIRT
isian-halal = Nomer sertifikat halal
isian-bpom = Nomer BPOM
isian-brand = Merek kadhaftar
isian-shop-name = Nami toko
isian-city = Kitha
isian-whatsapp = Nomer WhatsApp
isian-instagram = Akun Instagram
isian-tiktok = Akun TikTok
isian-facebook = Kaca Facebook
isian-colors = Werni toko
kategori-snack = Kripik, camilan
kategori-coffee = Kopi
kategori-sambal = Sambel, bumbu
kategori-bakery = Kuwih, roti
kategori-herbal = Jamu, unjukan
kategori-batik = Bathik
kategori-fashion = Busana
kategori-craft = Kerajinan
kategori-pottery = Gerabah
kategori-service = Jasa
kategori-frozen = Dhaharan beku
kategori-other = Sanesipun

## Kit

kit-antre = Urutan angka { $n }
kit-antre-depan = Sekedhap malih giliran panjenengan
kit-antre-isi = Kaca punika kenging katutup. Kitipun tetep dipundamel.
kit-kemajuan = Lampahipun damel kit
kit-batal = Wurungaken
kit-sedang-photos = Ngrapiaken foto
kit-sedang-copy = Nyerat saking fakta panjenengan
kit-sedang-posts = Nata poster
kit-sedang-video = Ngrekam video
kit-sedang-listings = Ngisi daftar marketplace
kit-selesai-dari = { $done } saking { $all } dados
kit-failed = Kitipun dereng dados
kit-failed-saran = Fakta lan fotonipun aman. Cobi sepisan malih.
kit-cancelled = Sampun kaendhegaken
kit-cancelled-saran = Ingkang sampun dados tetep wonten. Badhe kalajengaken?
kit-ganti-foto = Gantos fotonipun
kit-bagian-jadi = { $nama } sampun dados
kit-coba-lagi = Cobi malih
kit-benahi = { $n } prekawis saged dipundandosi
kit-benahi-ini = Dandosi
kit-siap = { $done } saking { $all } perangan sampun siyap
kit-hampir-siap = { $done } saking { $all } sampun siap. Sisanipun dipunterangaken ing Priksa.
kit-semua-siap = Sedaya siyap, { $done } saking { $all }. Mugi laris!
kit-versi-lama = Panjenengan mirsani versi { $n }, sanes ingkang dipunagem.
kit-pakai-versi = Ngagem versi punika
kit-riwayat = { $n } versi, boten wonten ingkang ical
kit-versi = Versi { $n }
kit-dipakai = dipunagem
kit-lihat = Pirsani
kit-ubah-first = kit sepisanan
kit-ubah-photos = foto dipundamel malih
kit-ubah-posts = poster dipundamel malih
kit-ubah-video = video dipundamel malih
kit-ubah-copy = seratan dipundamel malih
kit-ubah-listings = daftar dipundamel malih
kit-ubah-cutout = potongan foto dipunrapiaken
kit-ubah-text = seratan kaewahan piyambak
kit-ubah-fixed = dipundandosi otomatis
kit-cocok = Cocog, lajeng
kit-geser = { $n } foto, geser
kit-geser-poster = Geser mangiwa manengen
kit-latar = Pilih latar
kit-lihat-tepi = Pirsani rumiyin pinggiripun
kit-yakin = Yakin { $n }%
kit-rapikan = Rapiaken
kit-ganti-latar = Gantos latar
kit-ulang-foto = Damel malih foto
kit-poster-alt = Poster { $format } kangge { $nama }
kit-ganti-gaya = Gantos gaya lan warni
kit-gaya = Gaya poster
kit-warna = Warni utama
kit-ulang-poster = Damel malih poster
kit-video-panjang = { $n } detik
kit-video-alt = Video { $nama }
kit-simpan-video = Simpen video
kit-simpan-sampul = Simpen samak
kit-sampul-isi = Gambar pambuka
kit-simpan-narasi = Seratan narasi
kit-ulang-video = Damel malih video
kit-pilih-tempat = Pilih papan
kit-ubah = Ewahi
kit-lihat-semua = Pirsani sedaya
kit-ringkas = Ringkes
kit-terbukti = { $n } saking { $all } ukara wonten buktinipun
kit-ulang-teks = Serat malih sedaya seratan
bukti-dari = Fakta panjenengan, { $fakta }
bukti-netral = Boten ngaken punapa-punapa, dados kenging.
bukti-tidak = Dereng wonten fakta buktinipun.
bagian-photos = Foto
bagian-copy = Seratan
bagian-posts = Poster
bagian-video = Video
bagian-listings = Daftar sadean
bagian-tunggu = Nengga giliran
bagian-jalan = Saweg dipundamel…
bagian-gagal = Perangan punika dereng dados. Sanesipun tetep saged dipunagem.
bagian-gagal-video = Videonipun dereng dados. Sanesipun tetep saged dipunagem.
latar-white = Pethak
latar-wood-table = Meja kajeng
latar-dark-table = Meja peteng
latar-woven-mat = Klasa
latar-terracotta = Terakota
latar-banana-leaf = Godhong pisang
latar-linen = Kain linen
latar-marble = Marmer
latar-terrazzo = Teraso
latar-batik-paper = Kertas bathik
latar-pastel-sweep = Pastel
latar-window-light = Cahya jendhela
latar-slate = Watu tulis

## Rapikan

rapikan-judul = Rapiaken
rapikan-urung = Wurungaken
rapikan-perlu-js = Ngrapiaken mawi driji perlu JavaScript. Dipungesangaken, utawi foto dipunagem sawontenipun.
rapikan-mulai = Usap perangan ingkang ical, utawi ingkang boten kedahipun wonten.
rapikan-menghitung = Sekedhap, ngrapiaken…
rapikan-yakin = Rapi. Pinggiripun sampun cetha.
rapikan-ragu = Sampun ewah. Pirsani malih pinggiripun.
rapikan-gagal = Dereng saged dipunrapiaken. Usapanipun kasimpen, cobi malih.
rapikan-luring = Boten wonten sinyal. Usapanipun kasimpen ing HP punika.
rapikan-kanvas = Foto produk sarta potonganipun
rapikan-lihat = Ingkang ketingal
rapikan-lihat-dua = Sarta foto
rapikan-lihat-hasil = Asil kemawon
rapikan-kuas = Kuwas
rapikan-simpan-bagian = Simpen
rapikan-simpan-isi = punika produkipun
rapikan-hapus-bagian = Busak
rapikan-hapus-isi = punika latar
rapikan-besar = Agengipun kuwas
rapikan-pakai = Ngagem asil punika

## Teks

teks-judul = Ewahi seratan { $nama }
teks-kepala = Irah-irahan
teks-isi = Isi seratan
teks-dijaga = Panjagi fakta
teks-dari-huruf = saking { $n } aksara
teks-kepanjangan = kathahen { $n }
teks-coba = Cobi:
teks-kosong = Mangga nyerat. Saben ukara kula cocogaken kaliyan fakta panjenengan.
teks-simpan = Simpen dados versi enggal

## Periksa

periksa-judul = Priksa
periksa-dari = saking { $n } ijem
periksa-semua-hijau = Sedaya papan siyap
periksa-belum = { $n } papan dereng siyap
periksa-bisa-otomatis = { $n } prekawis saged kula dandosi sapunika.
periksa-siap-unggah = Kantun ngunggah. Mugi laris!
periksa-perlu-kamu = Sisanipun perlu wangsulan panjenengan.
periksa-diperbaiki = { $n } prekawis sampun dipundandosi
periksa-siap = Siyap dipununggah
periksa-benahi = { $n } perlu dipundandosi
periksa-otomatis = Saged otomatis
periksa-isi-sekarang = Isi sapunika
periksa-cocok = { $n } aturan sampun cocog
periksa-perbaiki = Dandosi sedaya
periksa-nanti = Mangke kemawon, lajeng bagekaken
periksa-lanjut = Lajeng bagekaken

## Bagikan

bagikan-judul = Bagekaken
bagikan-wa = Kintun dhateng WhatsApp
bagikan-gambar = Poster { $nama }
bagikan-kirim = Kintun
bagikan-unduh = Unduh
bagikan-unduh-isi = Lajeng unggah dhateng toko
bagikan-semua = Sedaya isi kit
bagikan-salin = Salin seratan
bagikan-untung = Ingkang panjenengan tampi
bagikan-untung-isi = Saking regi { $harga }, sasampunipun kapunggel papan sadean.
bagikan-tempat = Papan
bagikan-biaya = Punggelan
bagikan-terima = Tampi
bagikan-untung-sumber = Kinten-kinten saking daftar wragad { $tanggal }. Ongkir lan promo dereng kaetang.
bagikan-akun = Simpen kit punika
bagikan-akun-isi = Tanpa akun, kit punika wonten ing HP punika { $hari } dinten malih. Mawi akun, saged kabikak saking pundi kemawon.
bagikan-akun-buat = Damel akun
bagikan-lagi = Setunggal malih?
bagikan-lagi-isi = Toko ingkang produkipun gangsal langkung asring dipunpirsani.

## Masuk, daftar, kartu

masuk-judul = Mlebet
masuk-isi = Bingah panjenengan rawuh malih.
masuk-tombol = Mlebet
masuk-terkunci = Kathahen anggenipun nyobi
masuk-terkunci-saran = Supados aman, cobi malih { $menit } menit malih. Utawi nyuwun kertu QR enggal dhateng pendamping.
masuk-lupa = Kesupen sandi?
masuk-lupa-isi = Nyuwun kertu QR enggal dhateng pendamping. Kantun kapindai, langsung mlebet.
masuk-belum = Dereng gadhah akun?
daftar-judul = Damel akun
daftar-isi = Supados kitipun kasimpen lan saged kabikak saking HP pundi kemawon.
daftar-tombol = Damel akun
daftar-sudah = Sampun gadhah akun?
isian-nama-orang = Asma
isian-kontak = Nomer HP utawi email
isian-sandi = Sandi
isian-sandi-baru = Sandi enggal
isian-sandi-lama = Sandi sapunika
isian-sandi-petunjuk = Paling sekedhik 10 aksara. Tembung tiga ingkang gampil kaengetan sampun kiyat.
isian-nama-token = Nami token
izin-judul = Ijin panjenengan
izin-isi = Kenging kacabut kapan kemawon ing kaca Akun.
izin-perlu = perlu
izin-sejak = Wiwit { $tanggal }.
izin-service = Nyimpen foto lan fakta produk
izin-service-isi = Supados kit saged kadamel lan kabikak malih.
izin-mentoring = Dipunpirsani pendamping
izin-mentoring-isi = Pendamping ing tlatah panjenengan mirsani majengipun toko, sanes sandi.
izin-statistics = Kaetang ing angka kitha
izin-statistics-isi = Namung cacahipun, tanpa asma.
izin-whatsapp = Pangeling lumantar WhatsApp
izin-whatsapp-isi = Paling kathah setunggal pesen saminggu.
izin-gallery = Tuladha kangge toko sanes
izin-gallery-isi = Kit panjenengan kenging dipuntedahaken, mawi nami toko.
kartu-judul = Kertu mlebet
kartu-halo = Sugeng rawuh, { $nama }
kartu-isi = Kertu punika kadamel { $pembuat } kangge panjenengan. Leres punika panjenengan?
kartu-ya = Inggih, kula { $nama }
kartu-bukan = Sanes kula
kartu-berlaku = Kertu punika kangge sepisan, dumugi { $sampai }.
kartu-used = Kertu punika sampun dipunagem
kartu-used-saran = Kertu setunggal kangge mlebet sepisan. Nyuwun kertu enggal dhateng pendamping.
kartu-expired = Kertu punika sampun telas wekdalipun
kartu-expired-saran = Nyuwun kertu enggal dhateng pendamping.
kartu-revoked = Kertu punika sampun kabatalaken
kartu-revoked-saran = Menawi boten pirsa sebabipun, mangga taken dhateng pendamping.
kartu-unknown = Kertu punika boten dipuntepangi
kartu-unknown-saran = Pindai malih QR-ipun ngantos wetah, utawi nyuwun kertu enggal.

## Akun

akun-diri = Bab kula
akun-simpan = Simpen
akun-izin-isi = Lumampah sanalika, tanpa alesan.
akun-simpan-izin = Simpen ijin
akun-sesi = Saweg mlebet ing
akun-sesi-ini = Piranti punika, sapunika
akun-keluar-lain = Medal saking piranti sanes
akun-keluar = Medal
akun-sandi = Sandi
akun-ganti-sandi = Gantos sandi
akun-token = Token API
akun-token-isi = Kangge nyambungaken aplikasi kasir utawi toko panjenengan.
akun-token-baru = Token enggal
akun-token-sekali = Salin sapunika. Boten badhe katedahaken malih.
akun-token-belum = dereng dipunagem
akun-token-cabut = Cabut
akun-token-boleh = Kenging punapa kemawon
akun-token-buat = Damel token
scope-products-read = Mirsani produk
scope-products-write = Ngewahi produk
scope-kits-read = Mirsani kit
scope-kits-write = Damel kit

## Kunci sandi

kunci-judul = Kunci sandi
kunci-isi = Mlebet mawi sidhik driji, pasuryan, utawi kunci layar. Boten wonten sandi ingkang perlu dipunketik.
kunci-tambah = Tambah kunci sandi
kunci-tidak-bisa = Peramban punika dereng saged ngginakaken kunci sandi. Mangga ngagem sandi utawi kertu QR.
kunci-alamat = Kunci sandi mbetahaken alamat https ingkang mawi nami
kunci-alamat-saran = Alamat { $alamat } sanes. Ing ngriki, mlebet mawi sandi utawi kertu QR.
kunci-alamat-salah = Kunci sandi boten lumampah ing alamat punika. Mlebet mawi sandi utawi kertu QR.
kunci-dipasang = Kapasang { $kapan }
kunci-dipakai = dipunagem { $kapan }
kunci-belum = dereng dipunagem
kunci-situs = namung kangge { $situs }
isian-nama-kunci = Nami kunci
kunci-simpan = Simpen nami
kunci-lepas = Copot kunci punika
kunci-lepas-isi = Sasampunipun kacopot, kunci punika boten saged kangge mlebet malih.
kunci-lepas-ya = Inggih, copot
kunci-ikut-lepas = Menawi sandi kagantos, kunci sandi lan token API ugi kacopot. Pasang malih sasampunipun.
kunci-masuk = Ngagem kunci sandi
kunci-masuk-isi = Cekap sidhik driji, pasuryan, utawi kunci layar.
kunci-atau = utawi
kunci-batal = Dereng kalampahan. Demek malih tombolipun menawi kersa nyobi.
kunci-ada = Kunci sandi kangge akun punika sampun wonten ing piranti punika.
kunci-gagal = Dereng kasil. Priksa jaringanipun, lajeng cobi malih.
kunci-nama-bawaan = { $peramban } ing { $sistem }
kabar-kunci-tambah = Kunci sandi kapasang. Sanes wekdal, mlebet tanpa ngetik.
kabar-kunci-nama = Nami kuncinipun sampun kagantos.
kabar-kunci-lepas = Kunci sandi punika sampun kacopot.

## Luring dan galat

luring-judul = Boten wonten sinyal
luring-isi = Sampun kuwatos, drafipun aman ing HP punika. Menawi sinyal wangsul, fotonipun kakintun piyambak.
luring-coba = Cobi malih
galat-400 = Wonten isian ingkang boten kawaos
galat-400-saran = Wangsul, priksa isianipun, lajeng kintun malih. Seratan panjenengan taksih wonten.
galat-403 = Kaca punika sanes kangge panjenengan
galat-403-saran = Mlebet mawi akun ingkang gadhah hak, utawi kaca dipunbikak malih menawi wau kedangon.
galat-lama = Kacanipun kedangon kabikak
galat-mundur = Wangsul dhateng isian
galat-404 = Kaca punika boten wonten
galat-404-saran = Mbok menawi alamatipun klentu, utawi produkipun sampun dipunbusak.
galat-410 = Punika sampun telas wekdalipun
galat-410-saran = Tautan utawi draf punika boten lumampah malih. Damel enggal, namung sekedhap.
galat-413 = Berkasipun kageden
galat-413-saran = Paling ageng 25 MB. Foto malih mawi kamera biyasa, utawi pilih ingkang langkung alit.
galat-429 = Alon-alon rumiyin
galat-429-saran = Kathahen panyuwunan saking ngriki. Tengga setunggal menit, lajeng cobi malih.
galat-500 = Nyuwun pangapunten, wonten ingkang lepat ing papan kula
galat-500-saran = Data panjenengan aman. Cobi malih sekedhap. Menawi taksih mekaten, aturi kula nomer ing ngandhap.
galat-503 = Saweg kebak
galat-503-saran = Data panjenengan aman. Cobi malih sawetawis menit.
galat-nomor = Nomer kedadosan
galat-beranda = Dhateng ngajeng
galat-coba = Cobi malih

## Binaan

binaan-judul = Toko binaan
binaan-jumlah = { $n } toko
binaan-cari = Padosi nami toko utawi ingkang gadhah
binaan-kit = { $n } kit
binaan-belum-kit = Dereng wonten kit
binaan-belum-masuk = dereng nate mlebet
binaan-buat-kartu = Damel kertu
binaan-kartu-baru = Kertu enggal
binaan-cabut = Cabut
binaan-kosong = Dereng wonten toko ing tlatah punika
binaan-tak-ketemu = Boten kepanggih
binaan-kosong-isi = Damel kertu kangge ingkang gadhah toko sepisanan. Sasampunipun kapindai, tokonipun wonten ing ngriki.
binaan-baru = Kertu kangge tiyang enggal
binaan-baru-isi = Dipuncithak, dipunaturaken langsung. Kapindai sepisan lajeng mlebet, tanpa sandi.
kartu-cara-1 = Bikak kamera HP
kartu-cara-2 = Ngeneraken dhateng kothak punika
kartu-cara-3 = Demek tautanipun, rampung
kartu-sekali = Kangge sepisan, dumugi { $sampai }
kartu-rahasia = Simpen kados kunci griya.
kartu-jaga = Sinten kemawon ingkang mindai kertu punika saged mlebet dados ingkang gadhah. Aturaken langsung, sampun dipunfoto.
kartu-cetak = Cithak kertu

## Admin

admin-pekerjaan = Pandamelan
admin-orang = Tiyang
admin-jejak = Tilas
kerja-waiting = Nengga
kerja-running = Lumampah
kerja-done = Rampung
kerja-dead = Pejah
kerja-cancelled = Kawurungaken
kerja-apa = Pandamelan
kerja-keadaan = Kawontenan
kerja-coba = Pacoben
kerja-coba-dari = { $n } saking { $all }
kerja-kapan = Kapan
kerja-tindakan = Tumindak
kerja-ulang = Ambali
kerja-kosong = Boten wonten pandamelan ing ngriki
kerja-kosong-isi = Tutul angka ing nginggil kangge mirsani sanesipun.
kerja-jenis-kit = Damel kit
kerja-jenis-remake = Damel malih perangan kit
kerja-jenis-cutout = Ngrapiaken potongan
kerja-jenis-fix = Ndandosi otomatis
kerja-jenis-clean = Ngresiki draf lami
orang-cari = Padosi asma, nomer, utawi email
orang-peran = Peran
orang-daerah = Tlatah
orang-terakhir = Pungkasan mlebet
orang-terkunci = kakunci
orang-buka = Bikak kunci
jejak-kapan = Kapan
jejak-siapa = Sinten
jejak-apa = Nindakaken punapa
jejak-pada = Dhateng
jejak-tamu = tamu
jejak-ditolak = katampik
jejak-mesin = mesin menika
jejak-terhapus = akun ingkang sampun dipunbusak
jejak-pada-product = produk …{ $id }
jejak-pada-job = pakaryan …{ $id }
jejak-pada-kit = kit …{ $id }
jejak-pada-guest = draf tamu …{ $id }
jejak-pada-shop = toko …{ $id }
jejak-pada-person = tiyang …{ $id }
jejak-aksi-export = ngundhuh data
jejak-aksi-add-passkey = nambah kunci sandi
jejak-aksi-remove-passkey = mbusak kunci sandi
jejak-aksi-enter-by-passkey = mlebet ngangge kunci sandi
jejak-aksi-remove-product = mbusak produk
jejak-aksi-save-orders = nyimpen berkas pesenan
jejak-aksi-undo-orders = narik berkas pesenan
jejak-aksi-undo-sale = mbatalaken sadean
jejak-aksi-undo-cash = mbatalaken cathetan kas
jejak-aksi-set-storefront = ngatur toko
jejak-aksi-withdraw-storefront = narik toko
jejak-pada-sale = sadean …{ $id }
jejak-pada-order-file = berkas pesenan …{ $id }
jejak-aksi-sign-in = mlebet
jejak-aksi-register = ndhaftar
jejak-aksi-invite = ndamelaken akun
jejak-aksi-create-person = ndamel akun ing mesin
jejak-aksi-reset-access = ngatur malih akses
jejak-aksi-erase-person = mbusak akun
jejak-aksi-issue-card = ndamel kertu mlebet
jejak-aksi-enter-by-card = mlebet ngangge kertu
jejak-aksi-revoke-card = mundhut kertu
jejak-aksi-unlock = mbikak kunci akun
jejak-aksi-change-password = nggantos sandi
jejak-aksi-change-contact = nggantos kontak
jejak-aksi-retry-job = mbaleni pakaryan
jejak-aksi-cancel-job = mbatalaken pakaryan
jejak-aksi-make-demo = ngisi peragaan
jejak-aksi-remove-demo = mbusak peragaan
jejak-aksi-see-product = mirsani produk
jejak-aksi-edit-product = ngowahi produk
jejak-aksi-see-shop = mirsani toko
jejak-aksi-edit-shop = ngowahi toko
jejak-aksi-see-people = mirsani dhaptar tiyang
jejak-aksi-tend-jobs = ngurus pakaryan
jejak-aksi-read-audit = maos jejak
jejak-aksi-see-progress = mirsani kelas, bukti, tugas, lan kunjungan
jejak-aksi-send-evidence = ngintun bukti
jejak-aksi-check-evidence = mriksa bukti
jejak-aksi-confirm-level = ngesahaken minggah kelas
jejak-aksi-note-visit = nyathet kunjungan
jejak-aksi-offer-hand-over = nawekaken pendamping sanes
jejak-aksi-join-programme = ndhaptar program
jejak-aksi-run-programme = nindakaken program
jejak-kosong = Dereng wonten tilas
halaman = Kaca
halaman-sebelum = Saderengipun
halaman-sesudah = Salajengipun

## Gaya dan API

gaya-isi = Kertas anget, mangsi cetha, warni setunggal kangge undhak salajengipun.
gaya-rupa = Tema
gaya-rupa-auto = Nderek HP
gaya-rupa-light = Padhang
gaya-rupa-dark = Peteng
gaya-warna = Warni
gaya-mori = kain dhasar
gaya-kertas = kertu
gaya-tinta = seratan
gaya-sogan = coklat bathik
gaya-wedel = ingkang sampun, lan arah
gaya-kunyit = undhak salajengipun
gaya-pandan = wonten buktinipun
gaya-cabai = bebaya
gaya-huruf = Aksara
gaya-tombol = Tombol
gaya-belum = Dereng saged kademek
gaya-tanda = Tandha
gaya-isian = Isian
gaya-contoh-salah = Nomeripun kirang panjang. Mangga dipunpriksa malih.
gaya-gambar = Gambar
api-judul = API NaikKelas
api-isi = Sedaya ingkang saged ing kaca, saged ugi katindakaken aplikasi panjenengan.
api-mulai = Wiwit
api-token = Damel token ing kaca
api-contoh = Tuladha panyeluk
api-aturan = Galat ngagem application/problem+json. Kintun Idempotency-Key saben POST: dipunambali boten dados tikel.
api-scope = Perlu ijin
api-nama = Nami
api-arti = Tegesipun

## Times, files and what happened
waktu-baru = nembe kemawon
waktu-menit = { $n } menit kepengker
waktu-hari-ini = dinten menika, { $jam }
waktu-kemarin = kala wingi, { $jam }
waktu-tanggal = { $hari } { $bulan } { $tahun }
gambar-putih = Pethak
gambar-bening = Tanpa latar
gambar-rapi = Dipunrapikaken
format-feed = Feed
format-square = Pesagi
format-story = Story
format-status = Status
format-carousel = Carousel
format-price-card = Kertu regi
warna-toko = Werni toko
warna-kunyit = Kunir
warna-wedel = Wedel
warna-cabai = Lombok
warna-pandan = Pandan
warna-sogan = Sogan
unduh-daftar = Daftar { $pasar }
unduh-arsip = Foto { $pasar }
unduh-video = Video
unduh-kalender = Kalender unggahan
kabar-foto-ditolak = Wonten foto ingkang boten saged dipunangge. Ngangge JPEG, PNG utawi WebP, paling ageng 25 MB.
kabar-perlu-foto = Mangga tambahaken setunggal foto rumiyin.
kabar-perlu-nama = Mangga serat asma produkipun rumiyin.
kabar-versi = Versi menika dipunangge malih. Sanesipun taksih kasimpen.
kabar-tersimpan = Sampun kasimpen.
kabar-izin = Idin panjenengan sampun kacathet.
kabar-keluar-lain = Piranti sanes sampun dipunwedalaken.
kabar-sandi = Tembung sandi sampun dipungantos. Piranti sanes sampun dipunwedalaken.
kabar-token-cabut = Kunci menika sampun dipuncabut.
kabar-kartu-cabut = Kertu menika sampun dipuncabut.
kabar-pekerjaan-ulang = Pakaryan menika dipunambali.
kabar-pekerjaan-batal = Pakaryan menika dipunkendelaken.
kabar-dibuka = Piyambakipun saged nyobi mlebet malih.
kabar-produk-dihapus = Produk menika sampun dipunbusak.
galat-berubah = Wonten ingkang ngewahi langkung rumiyin, mbokmenawi ing tab sanes. Muat malih, lajeng kintun malih.
galat-sibuk = Saweg rame. Cobi malih sekedhap malih; seratan panjenengan taksih wonten.
galat-penuh = Panyimpenan ing server kebak. Ingkang sampun kasimpen aman; mangga matur dhateng pengelola.
galat-situs-lain = Kiriman menika saking situs sanes, dados boten kita tampi. Bikak kacanipun ing mriki, lajeng kintun malih.
galat-bentuk = Kirimanipun boten saged dipunwaos. Muat malih kacanipun, lajeng kintun malih.
galat-formulir = Kacanipun kebikak kedangon. Muat malih, lajeng kintun malih; seratan panjenengan taksih wonten.
galat-kunci = Kunci menika boten dipuntepangi, sampun dipuncabut, utawi sampun kelangkung mangsanipun.
galat-lingkup = Kunci menika boten kenging nindakaken punika.
galat-fakta = Boten wonten fakta kanthi asma { $kunci }.
galat-401 = Kuncinipun boten pajeng
galat-405 = Cara menika boten wonten ing mriki
galat-409 = Sampun ewah langkung rumiyin
galat-415 = Jinis kirimanipun boten dipuntepangi
galat-422 = Wonten isian ingkang dereng leres
galat-507 = Panyimpenan kebak
titipan-judul = Seratan panjenengan taksih wonten
titipan-isi = Sesi panjenengan wau pungkas saderengipun kakintun. Mangga dipunpriksani, lajeng kintun malih.
titipan-kirim = Kintun malih
titipan-buang = Bucal kemawon
bulan-1 = Januari
bulan-2 = Februari
bulan-3 = Maret
bulan-4 = April
bulan-5 = Mei
bulan-6 = Juni
bulan-7 = Juli
bulan-8 = Agustus
bulan-9 = September
bulan-10 = Oktober
bulan-11 = November
bulan-12 = Desember

## Cek Pesan

cek-judul = Cek Pesen
cek-ajak = Hoaks, apus-apus, punapa aman?
cek-pengantar = Hoaks, apus-apus, punapa aman? Pesenipun katempelaken, kula tedahaken tandhanipun.
cek-tempel = Pesen ingkang badhe dipuncek
cek-contoh = Tuladha: Sugeng! Nomer panjenengan kapilih angsal bantuan…
cek-tempel-tombol = Tempel
cek-gambar = Tangkepan layar
cek-tanpa-gambar = Server punika dereng saged maos gambar. Seratanipun dipunsalin, lajeng katempelaken ing nginggil.
cek-tombol = Cek
cek-tidak-disimpan = Pesen punika boten kasimpen lan boten kacathet.
cek-cara = Caranipun
cek-cara-1 = Pesenipun dipuncocogaken kaliyan dhaftar hoaks ingkang sampun kabantah, jangkep mawi tanggal lan sumberipun.
cek-cara-2 = Aturan madosi kalih tandha ingkang silih ngiyataken, kados ta nyuwun OTP lan ngaken bank.
cek-cara-3 = Alamat situs dipuntandhing kaliyan alamat resmi bank, dinas, kurir, lan toko daring.
cek-cara-4 = Sedaya kaetang ing server punika. Boten wonten ingkang kakintun dhateng papan sanes.
cek-cara-batas = Kula saged klentu. Dereng ngertos sanes ateges leres.
cek-yakin = Yakin
cek-waspada = Waspada
cek-tanda = { $n ->
    [0] ketingal saking pesenipun sacara wetah
    [1] setunggal tandha
   *[other] { $n } tandha silih ngiyataken
    }
cek-cocok = cocog kaliyan cek fakta
cek-tanpa-yakin = Boten wonten tandha ingkang cekap kiyat
cek-putusan-scam = Apus-apus
cek-putusan-scam-isi = Punika upaya mendhet arta, kode, utawi akun panjenengan.
cek-putusan-scam-mirip = Mirip apus-apus
cek-putusan-scam-mirip-isi = Wonten tandha apus-apus, nanging dereng mesthi. Dipunpriksa rumiyin lumantar margi resmi.
cek-putusan-hoax = Klentu (hoaks)
cek-putusan-hoax-isi = Klaim punika sampun nate kabantah. Cek faktanipun wonten ngandhap.
cek-putusan-judol = Judi
cek-putusan-judol-isi = Punika iklan judi daring.
cek-putusan-judol-mirip = Mirip iklan judi
cek-putusan-judol-mirip-isi = Tembung-tembungipun kados iklan judi daring, nanging dereng mesthi.
cek-putusan-abuse = Kasar
cek-putusan-abuse-isi = Pesen punika ngremehaken utawi nyebar sengit.
cek-putusan-abuse-mirip = Nadanipun kasar
cek-putusan-abuse-mirip-isi = Nadanipun kasar, nanging saged ugi namung gojeg.
cek-putusan-doubtful = Mangu-mangu
cek-putusan-doubtful-isi = Wonten ingkang aneh. Dipunpriksa rumiyin saderengipun pitados utawi nyebaraken.
cek-putusan-ordinary = Ketingal limrah
cek-putusan-ordinary-isi = Boten wonten tandha apus-apus, judi, utawi tembung kasar. Punika sanes bukti bilih isinipun leres.
cek-putusan-unknown = Dereng ngertos
cek-putusan-unknown-isi = Boten wonten tandha ingkang kula tepangi. Punika sanes ateges leres: sumberipun dipunpriksa.
cek-lakukan = Ingkang prelu dipuntindakaken
cek-fakta-sama = Sampun nate dipuncek
cek-fakta-mirip = Mirip klaim ingkang nate dipuncek
cek-fakta-kata = Ingkang sumebar
cek-fakta-benar = Ingkang leres
cek-pesannya = Pesenipun
cek-alasan-ke = alesan
cek-tautan = Alamat ing lebetipun
cek-tautan-resmi = Alamat resmi { $nama }
cek-tautan-tiruan = Niru { $nama }, sanes alamat resminipun
cek-tautan-asing = Boten wonten ing dhaftar resmi kula
cek-tautan-official = resmi
cek-tautan-lookalike = niru nami resmi
cek-tautan-shortener = alamat dipuncekak, tujuanipun kadhelikaken
cek-tautan-free-host = papan gratis, sinten kemawon saged damel
cek-tautan-risky-ending = pungkasan mirah ingkang asring kangge ngapusi
cek-tautan-ip = namung angka
cek-tautan-port = lawang boten limrah
cek-tautan-punycode = aksara manca ingkang mirip
cek-tautan-mixed-script = aksaranipun dipuncampur
cek-tautan-broken = dipunpisah-pisah kanthi sengaja
cek-tautan-apk = mbikak file aplikasi
cek-tautan-file-share = papan andum file
cek-tautan-whats-app = obrolan WhatsApp
cek-tautan-telegram = obrolan Telegram
cek-tautan-judol = naminipun kados situs judi
cek-tautan-bait = ngagem tembung hadiah, bantuan, utawi akun
cek-pelajaran = Piwulang 60 detik
cek-kirim = Kintun asilipun dhateng WhatsApp
cek-putusan-salin = asil cek
cek-kirim-kepala = Cek Pesen: { $putusan }
cek-kirim-kaki = Cek pesen panjenengan: { $alamat }
cek-lagi = Cek pesen sanes
cek-keliru = Klentu?
cek-keliru-isi = Ngaturi pirsa kula, supados mbenjing trep.
cek-keliru-mestinya = Kedahipun
cek-label-fine = Limrah
cek-label-judol = Judi
cek-label-scam = Apus-apus
cek-label-hoax = Hoaks
cek-label-abuse = Kasar
cek-boleh = Pesen punika kenging kasimpen
cek-boleh-isi = Kangge ndandosi saringan. Nomer lan email dipunsamur. Tanpa centhang, isi pesenipun boten kasimpen.
cek-keliru-kirim = Kintun koreksi
disangka-judul = Ingkang maos saged ngira: { $apa }
disangka-saran = Perangan punika dipungantos saderengipun dipunkintun, supados boten kasaring utawi kalaporaken.
kabar-keliru = Matur nuwun. Koreksinipun kacathet, isi pesenipun boten.
kabar-keliru-simpan = Matur nuwun. Pesenipun kasimpen dados tuladha, nomeripun dipunsamur.
filter-no-picture = Gambar punika boten saged kawaos
    .hint = Ngagem tangkepan layar JPEG, PNG, utawi WebP
filter-no-writing = Boten wonten seratan ingkang kawaos ing gambar punika
    .hint = Gambaripun dipunpunggel ing sakiwa tengening pesen, utawi seratanipun katempelaken

## Lessons of sixty seconds

pelajaran-aman-akun = Akun dipunbajak lumantar obrolan
pelajaran-aman-akun-isi =
    Ingkang mbajak ngagem akun kanca panjenengan kangge nyuwun kode utawi pulsa, dados pesenipun kraos akrab.
    Dipuntelpon rumiyin tiyangipun saderengipun maringi punapa-punapa. Swanten langkung angel dipuntiru.
    Verifikasi kalih langkah ing WhatsApp dipunurupaken: Setelan, Akun. Sapunika kemawon, namung semenit.
pelajaran-aman-apk = File .apk ingkang nyamar
pelajaran-aman-apk-isi =
    File .apk punika aplikasi. Ulem-ulem, resi, serat tilang, lan tagihan ingkang asli boten nate arupi aplikasi.
    Menawi sampun kapasang, SMS dipunwaos, kalebet kode OTP bank, lajeng rekeningipun dipuntelasaken saking tebih.
    Sampun dipunbikak sanadyan saking kanca. Kadhung? Internet dipunpejahi, nelpon bank, aplikasinipun dipunbusak, lajeng sandinipun dipungantos saking HP sanes.
pelajaran-aman-asmara = Tresna ingkang nyuwun arta
pelajaran-aman-asmara-isi =
    Tepangan enggal, fotonipun endah, enggal tresna, nanging boten nate saged panggilan video.
    Lajeng wonten paket katahan, ragad griya sakit, utawi investasi sareng. Sedaya nyuwun transfer.
    Fotonipun dipunpadosi ing pencarian gambar, kaaturaken kulawarga, lan sampun ngintun arta dhateng tiyang ingkang dereng nate kepanggih.
pelajaran-aman-bank = Bank palsu
pelajaran-aman-bank-isi =
    Bank asli boten nyuwun PIN, OTP, utawi angka ing wingking kertu, lan boten ngintun formulir lumantar WhatsApp.
    Tukang apus-apus ndamel gugup: ragad minggah dalu punika, akun dipunblokir, poin angus. Menawi gugup, kita boten mikir.
    Obrolanipun katutup. Nelpon nomer ing wingking kertu ATM panjenengan piyambak, lajeng taken ing ngrika.
pelajaran-aman-bansos = Bansos palsu
pelajaran-aman-bansos-isi =
    Bansos boten dipunparingaken lumantar tautan. Ingkang nampi saged dipuncek ing cekbansos.kemensos.go.id utawi kantor desa.
    Situs tiron nyuwun NIK, foto KTP, utawi ragad administrasi. Datanipun kangge utang atas asma panjenengan.
    Pirsani pungkasaning alamatipun. Sanes go.id? Katutup, lajeng ngaturi pirsa tanggi ingkang nyebaraken.
pelajaran-aman-belanja = Blanja ing sanjawining aplikasi
pelajaran-aman-belanja-isi =
    Ingkang ngajak bayar ing sanjawining aplikasi kepengin uwal saking panjaganing aplikasi.
    Arta ingkang dipuntransfer langsung boten saged katahan. Bukti transfer ugi gampil dipunpalsu.
    Bayar lan nampi arta ing lebet aplikasi. Barang dipunkintun menawi saldonipun sampun mlebet saestu, sanes menawi wonten fotonipun.
pelajaran-aman-data = Data diri punika kunci
pelajaran-aman-data-isi =
    Foto KTP, NIK, lan asma ibu kandung cekap kangge mbikak utangan atas asma panjenengan.
    Taken rumiyin: sinten ingkang nyuwun, kangge punapa, kasimpen wonten pundi. Ingkang jujur saged mangsuli.
    Perlu ngintun KTP? Ing nginggil fotonipun dipunserati: namung kangge punapa lan tanggalipun.
pelajaran-aman-donasi = Donasi ingkang cetha
pelajaran-aman-donasi-isi =
    Tukang apus-apus nyambut foto bencana utawi lare sakit, lajeng nyelehaken rekening pribadi.
    Lembaga resmi gadhah ijin, laporan, lan rekening atas nami lembaga.
    Namaning lembaga dipunpadosi rumiyin, nyumbang lumantar margi resminipun, utawi mbiyantu tiyang ingkang panjenengan tepang.
pelajaran-aman-hadiah = Hadiah tanpa ndherek undian
pelajaran-aman-hadiah-isi =
    Boten mokal menang undian ingkang boten nate dipundhereki.
    Pajeg hadiah ingkang asli dipunpunggel utawi dipunbayar dhateng nagari, sanes dipuntransfer dhateng nomer pribadi.
    Kéndelaken kemawon, sampun dipunwangsuli. Menawi merekipun kasebat, taken ing akun resminipun.
pelajaran-aman-investasi = Bathi mesthi punika goroh
pelajaran-aman-investasi-isi =
    Boten wonten investasi ingkang bathinipun mesthi lan ageng. Ingkang mesthi namung risikonipun.
    Artanipun anggota enggal kangge mbayar anggota lami. Menawi anggota telas, sedaya ical.
    Ijinipun dipuncek ing OJK (telpon 157) saderengipun nyetor sarupiyah.
pelajaran-aman-judol = Judi daring nelasaken pawitan
pelajaran-aman-judol-isi =
    Mesinipun sampun dipunatur: menang wiwitan dipundamel supados tiyang terus nyetor.
    Namaning situs dipunsamur mawi aksara aneh supados uwal saking saringan. Punika ingkang kula padosi.
    Komentaripun kadhelikaken, kalaporaken dhateng aduankonten.id, akunipun sampun dipunwangsuli. Menawi nyandu, Puskesmas saged mbiyantu.
pelajaran-aman-keluarga = Kulawarga wonten ing bebaya?
pelajaran-aman-keluarga-isi =
    Ingkang nelpon ngaken putra utawi sedherek kacilakan, dipuncepeng polisi, utawi gantos nomer.
    Panjenengan dipunpenging nutup telpon supados boten kober mriksa.
    Katutup kemawon. Nelpon nomer lami. Damel setunggal tembung wados kulawarga kangge kawontenan darurat.
pelajaran-aman-kerja = Lowongan ingkang nyuwun bayar
pelajaran-aman-kerja-isi =
    Perusahaan mbayar pegawe. Panglamar ingkang kapurih mbayar saweg dipunapusi.
    Tugas like lan subscribe dipunbayar sakedhik rumiyin, lajeng dipunsuwuni deposit ageng ingkang boten wangsul.
    Padosi situs resmi perusahaanipun, nglamar ing ngrika, lan sampun ngintun KTP saderengipun wawancara saestu.
pelajaran-aman-kurir = Kurir palsu
pelajaran-aman-kurir-isi =
    Kurir asli nyebataken nomer resi ingkang saged dipuncek piyambak ing aplikasi.
    Tukang apus-apus ngintun foto paket arupi file, utawi nagih ongkir tambahan lumantar tautan.
    Aplikasi papan blanja dipunbikak, nomer resinipun dipunketik piyambak. Boten wonten pesenan, boten wonten paket.
pelajaran-aman-layanan = Layanan palsu
pelajaran-aman-layanan-isi =
    Akun palsu mangsuli keluhan langkung rikat tinimbang ingkang asli.
    Akun wau nyuwun nomer kertu, OTP, utawi masang aplikasi ingkang ngendhaleni HP.
    Akun asli wonten tandha centang lan boten nate nyuwun kode. Nomeripun dipunpadosi ing situs resmi, sampun ing kolom komentar.
pelajaran-aman-otp = OTP namung kangge panjenengan
pelajaran-aman-otp-isi =
    OTP punika kunci kangge sepisan. Sinten kemawon ingkang nyuwun saweg nyobi mlebet akun panjenengan.
    Bank, kurir, polisi, lan kanca boten nate mbetahaken OTP panjenengan. Boten wonten ingkang kajawi.
    Kadhung dipunparingaken? Sandinipun dipungantos sapunika, piranti sanes dipunwedalaken, lajeng nelpon bank.
pelajaran-aman-pejabat = Pejabat gadungan
pelajaran-aman-pejabat-isi =
    Pejabat boten nagih, nglelang mirah, utawi nyuwun pulsa lumantar WhatsApp.
    Foto profil lan asma gampil dipuntiru. Nomeripun ingkang boten sami.
    Nelpon kantoripun saking nomer ing situs go.id. Menawi pancen resmi, wonten seratipun.
pelajaran-aman-pinjol = Utangan kilat
pelajaran-aman-pinjol-isi =
    Utangan resmi kadhaftar ing OJK lan boten nawekaken lumantar SMS utawi WhatsApp pribadi.
    Ingkang liar nyalin isi kontak panjenengan, lajeng nagih kanthi ngisin-isini dhateng sedaya tiyang.
    Namanipun dipuncek ing OJK (telpon 157). Betah pawitan? Taken KUR ing bank utawi koperasi.
pelajaran-aman-qris = QRIS dipuntempeli tiyang sanes
pelajaran-aman-qris-isi =
    Tukang apus-apus nempelaken QRIS-ipun ing nginggil QRIS warung, utawi ngintun bukti bayar palsu.
    Saderengipun mbayar, naminipun toko dipunwaos. Sasampunipun dipunbayar, saldonipun dipunpirsani, sanes fotonipun.
    QRIS dipunpriksa saben enjing, kaselehaken ing papan ingkang ketingal, lan dipunlaminasi mawi nami toko.
pelajaran-aman-tautan = Maos alamat situs
pelajaran-aman-tautan-isi =
    Dipunwaos saking wingking: nama saderengipun .id utawi .com punika ingkang gadhah. bca.hadiah.xyz gadhahanipun hadiah.xyz.
    Alamat cekak, aksara ingkang mirip, lan angka kemawon ndhelikaken tujuanipun.
    Sampun ngeklik saking pesen. Dipunketik piyambak alamat ingkang panjenengan tepang.
pelajaran-aman-transfer = Klentu transfer
pelajaran-aman-transfer-isi =
    Tukang apus-apus ngaken klentu ngintun arta lajeng nyuwun dipunwangsulaken. Kala-kala artanipun utangan atas asma panjenengan.
    Sampun dipunwangsulaken piyambak dhateng nomer ingkang kasebat.
    Ngaturi pirsa bank, kersanipun bank ingkang mangsulaken.
pelajaran-etis-bahasa = Mangsuli tembung kasar
pelajaran-etis-bahasa-isi =
    Ingkang kasar ngentosi wangsulan. Kendel lan ndhelikaken punika wangsulan ingkang paling kiyat.
    Kritik tanpa pisuhan pantes dipunwangsuli: matur nuwun, nyuwun rincian, nawekaken margi.
    Wonten ancaman? Tangkepan layaripun dipunsimpen mawi tanggal, lajeng kalaporaken.
pelajaran-etis-sebar = Saring saderengipun sharing
pelajaran-etis-sebar-isi =
    Kendel sekedhap. Pesen ingkang ndamel nesu utawi ajrih pancen dipundamel supados enggal sumebar.
    Padosi tigang prekawis: sinten sumberipun, kapan kadadosanipun, punapa aturipun media sanes.
    Mangu-mangu? Sampun dipunterusaken. Irah-irahanipun dipunpadosi ing turnbackhoax.id utawi cekfakta.com, lan dipunélingaken kanthi alus.

## Komentar

komentar-judul = Sortir komentar
komentar-ajak = Komentar toko kathah judinipun? Dipunpilah sareng-sareng.
komentar-pengantar = Pilah pundi ingkang prayogi dipundhelikaken: judi, apus-apus, tembung kasar.
komentar-tempel = Komentar, setunggal saben baris
komentar-contoh =
    Eca sanget keripikipun!
    SLOT GACOR maxwin dinten punika…
komentar-berkas = File ekspor
komentar-izin = Tembung lan nami ingkang tansah kenging
komentar-izin-isi = Setunggal saben baris, nami mawi @
komentar-izin-contoh =
    @langganan_setya
    promo hoki
komentar-izin-simpan = Kasimpen kangge toko panjenengan.
komentar-izin-tamu = Kangge sepisan punika. Mawi akun, kasimpen kangge toko.
komentar-tombol = Sortir
komentar-tidak-disimpan = Komentar boten kasimpen. Boten wonten ingkang kabusak piyambak.
komentar-dari = saking { $n }
komentar-sebaiknya = prayogi dipundhelikaken
komentar-bersih = Sedaya komentar aman
komentar-bersih-isi = Boten wonten ingkang prelu dipundhelikaken.
komentar-unduh = Unduh dhaftaripun (CSV)
komentar-daftar = dhaftar komentar
komentar-sembunyi = Dhelikaken
komentar-biarkan = Kersanipun { $n }
komentar-biarkan-isi = Boten wonten tandha ingkang cekap kiyat
komentar-lolos = { $n } lolos amargi dhaftar ijin
komentar-lolos-karena = lolos amargi "{ $kata }"
komentar-janggal = radi aneh, dipunpirsani piyambak
komentar-baris = baris { $n }
komentar-lagi = lan { $n } malih ing dhaftar CSV
komentar-lagi-biar = lan { $n } malih
komentar-sendiri = Dipundhelikaken piyambak ing aplikasinipun. Kula boten ngusik akun panjenengan.
komentar-sortir-lagi = Sortir malih
komentar-kolom-baris = baris
komentar-kolom-penulis = panyerat
komentar-kolom-jenis = jinis
komentar-kolom-alasan = alesan
komentar-kolom-isi = komentar

## Data & izin

izin-halaman = Data & ijin
izin-ajak = Ijin, unduh sedaya, sinten ingkang mirsani, busak
izin-pengantar = Data panjenengan gadhahan panjenengan. Ing ngriki sedaya saged dipunpirsani, dipunbeta, dipuncabut, lan dipunbusak.
izin-tujuan = Kangge punapa
izin-berlaku = Dipunijini
izin-tidak = Boten
izin-dicabut = Dipuncabut { $kapan }
izin-jam = Sampun lumampah. Wates saking undang-undang (3 x 24 jam): { $kapan }, { $n } jam malih.
izin-jam-usai = Wates 3 x 24 jam sampun langkung ing { $kapan }.
izin-dicabut-service = Akunipun dipunbusak.
izin-dicabut-mentoring = { $n ->
    [0] Pendamping boten saged mbikak produk panjenengan.
   *[other] { $n } pendamping boten saged malih mbikak produk panjenengan.
    }
izin-dicabut-statistics = Toko panjenengan boten kaetang malih ing angka kitha.
izin-dicabut-whatsapp = Boten wonten pangeling ingkang dipunkintun malih.
izin-dicabut-gallery = Kit panjenengan boten dipuntedahaken malih.
izin-riwayat = Riwayat ({ $n })
izin-riwayat-beri = Dipunparingaken
izin-riwayat-cabut = Dipuncabut
izin-naskah = naskah { $n }
izin-belum-pernah = Dereng nate dipunparingaken.
izin-wajib = Dipuncabut kanthi mbusak akun.
izin-cabut = Cabut
izin-beri = Ijini
izin-siapa = Sinten kenging punapa
izin-siapa-sandi = Sandi panjenengan boten saged kawaos sinten kemawon: ingkang kasimpen namung tapakipun.
boleh-see-product = mirsani produk, foto, lan kit
boleh-edit-product = ngewahi produk lan damel kit
boleh-see-shop = mirsani nami toko lan majengipun
boleh-edit-shop = ngewahi toko lan pegawenipun
boleh-issue-card = ndamelaken kertu mlebet enggal
boleh-create-person = ndamelaken akun
boleh-see-people = mirsani asma lan kontak
boleh-tend-jobs = ngurus pakaryan server
boleh-read-audit = maos tapak
boleh-see-progress = mirsani kelas, bukti, tugas, lan kunjungan
boleh-send-evidence = ngintun bukti
boleh-check-evidence = mriksa bukti
boleh-confirm-level = ngesahaken minggah kelas
boleh-note-visit = nyathet kunjungan
boleh-offer-hand-over = nawekaken pendamping sanes
boleh-join-programme = ndhaptar program
boleh-run-programme = nindakaken program
boleh-tidak = boten mirsani punapa-punapa
izin-lihat = Sinten ingkang mirsani data kula
izin-lihat-kosong = Dereng wonten tiyang sanes ingkang mbikak.
izin-lihat-isi = Ingkang kacathet: mbikak produk, kertu mlebet, lan upaya ingkang dipuntampik. Rawuhipun tiyang ingkang sami salebeting 12 jam kaetang sepisan.
izin-jejak-mesin = Ingkang njagi server
izin-jejak-seseorang = Tiyang tanpa akun
izin-jejak-ditolak = nyobi mbikak, dipuntampik
izin-jejak-see-shop = mbikak produk toko panjenengan
izin-jejak-issue-card = ndamelaken kertu mlebet
izin-jejak-revoke-card = nyabut kertu mlebet
izin-jejak-invite = ndamelaken akun panjenengan
izin-jejak-create-person = ndamelaken akun panjenengan
izin-jejak-reset-access = ndamelaken margi mlebet enggal
izin-jejak-unlock = mbikak kunci akun panjenengan
izin-jejak-lain = ngurus akun panjenengan
izin-unduh = Beta sedaya data panjenengan
izin-unduh-isi = Setunggal ZIP: data.json, sedaya foto, lan sedaya versi kit.
izin-unduh-tombol = Unduh ZIP
izin-hapus = Busak akun lan sedaya isinipun
izin-hapus-pendek = Boten saged dipunwangsulaken
izin-hapus-toko = Toko { $toko } kaliyan sedaya produk, foto, lan kit
izin-hapus-akun = Asma, kontak, sandi, ijin, kertu, lan token
izin-hapus-draf = Draf lan isian ingkang katundha ing HP punika
izin-hapus-berkas = File ingkang boten dipunagem tiyang sanes
izin-cadangan = Cadhangan server pungkasan dipundamel { $tanggal }. Salinan ing lebetipun ugi ical menawi cadhangan punika dipungantos utawi dipunbusak pengelola.
izin-cadangan-tidak = Boten wonten cadhangan server ingkang kacathet.
izin-hapus-kata = BUSAK
izin-hapus-ketik = Tembung kangge mbusak
izin-hapus-petunjuk = Ketik { $kata } menawi sampun yakin.
izin-hapus-tombol = Busak salaminipun
izin-ke-akun = Akun lan sandi
tanda-judul = Datanipun sampun dipunbusak
tanda-isi = Punika tandha tampinipun. Boten wonten data pribadi ing lebetipun.
tanda-toko = toko
tanda-produk = produk
tanda-berkas = file
tanda-jualan = sadean
tanda-kas = larik kas
tanda-etalase = kaca toko
tanda-program = cathetan program
tanda-akun = Akun kaliyan asma, kontak, lan sandi
tanda-izin = Cathetan ijin, kertu mlebet, lan token
tanda-sesi = Sedaya sesi ing sedaya piranti
tanda-draf = Draf lan isian ingkang katundha ing piranti punika
tanda-simpan = Nomer punika kasimpen. Alamat kaca punika saged kabikak malih kapan kemawon kangge mbuktekaken.
tanda-cetak = Cetak
kabar-izin-dicabut = Ijinipun dipuncabut, langsung lumampah.
waktu-saat = { $tanggal }, { $jam }
## Sadean

nav-jualan = Sadean
waktu-bulan = { $bulan } { $tahun }
bulan-sebelum = Wulan saderengipun
bulan-sesudah = Wulan sasampunipun
jualan-judul = Sadean
jualan-perlu-akun = Cathet sadean panjenengan ing mriki
jualan-perlu-akun-isi = Mlebet rumiyin, supados cathetanipun aman lan namung panjenengan ingkang saged mirsani.
jualan-daftar = Ndhaptar
jualan-hari-ini = Dinten menika { $uang } saking { $n } sadean
jualan-apa = Menapa ingkang kasade?
jualan-lain = Sanesipun
jualan-produk-lain = { $n } produk sanesipun
jualan-rincian = Cacah, regi, tanggal, papan
jualan-rincian-isi = Menawi kothong: setunggal barang, regi biasa, dinten menika, langsung
jualan-nama = Naminipun barang
jualan-nama-isi = Namung perlu menawi ingkang kasade sanes produk ing nginggil
jualan-jumlah = Cacah
jualan-uang = Arta
jualan-tanggal = Tanggal
jualan-tempat = Kasade lumantar
jualan-catat = Cathet
jualan-terakhir = Pungkasan dipuncathet
jualan-sebelumnya = { $n } saderengipun
jualan-kosong = Dereng wonten. Pencet produk ingkang kasade, lajeng Cathet.
jualan-batalkan = Batalaken { $apa }
jualan-impor = Pendhet saking marketplace
jualan-impor-isi = Shopee, TikTok Shop, Tokopedia, Lazada, utawi Excel
jualan-kas-isi = Arta mlebet lan medal, kinten-kinten pajeg
jualan-pilih-dulu = Pilih rumiyin produk ingkang kasade, utawi serat naminipun
jualan-nama-dulu = Serat naminipun barang, amargi ingkang dipilih Sanesipun
jualan-tanggal-salah = Pilih tanggalipun saking tanggalan
angka-salah = Serat mawi angka kemawon, upaminipun 2
angka-kurang-nol = Boten saged kirang saking nol. Serat angkanipun tanpa tandha minus
angka-utuh = Serat angka wetah tanpa koma, upaminipun 2
angka-terlalu-besar = Angkanipun kageden. Mangga dipunpriksa malih cacahing nol
jualan-hari = { $awal } – { $akhir }
jualan-pesanan = { $n } sadean
jualan-barang = { $n } barang
jualan-naik = Mindhak { $n }%
jualan-turun = Mandhap { $n }%
jualan-dari = saking { $uang } tanggal { $hari }
jualan-belum-banding = Dereng wonten cathetan { $bulan } kangge tandhingan.
jualan-grafik = Sadean { $bulan } katandhing wulan saderengipun, kajumlah saking dinten dhateng dinten
jualan-angkanya = Mirsani angkanipun
jualan-terlaris = Ingkang paling pajeng
jualan-tempat-judul = Kasade lumantar pundi
jualan-jam = Jam rame
jualan-jam-kolom = Jam
jualan-ramai = Paling kathah watawis jam { $jam }.
jualan-laporan = Asil wulan menika
jualan-unduh = Undhuh wulan menika
jualan-unduh-isi = Asil kangge bank, lan sedaya sadean
jualan-bulan-kosong = Dereng wonten sadean ingkang dipuncathet ing wulan menika.
kabar-terjual = Sampun kacathet. Klentu? Batalaken ing dhaptar pungkasan.
kabar-jualan-batal = Sadean menika sampun dipunbatalaken.
kabar-sudah-batal = Cathetan menika sampun dipunbatalaken saderengipun. Boten wonten ingkang ewah.
kabar-impor = Sadean saking berkas menika sampun mlebet cathetan.
kabar-impor-sudah = Boten wonten ingkang enggal: isinipun berkas menika sampun kacathet saderengipun.
kabar-impor-ditarik = Sadean ingkang jebul batal utawi dipunwangsulaken sampun boten kaetang malih.
kabar-impor-dan-ditarik = Sadean saking berkas menika sampun mlebet. Ingkang jebul batal utawi dipunwangsulaken boten kaetang malih.
kabar-impor-batal = Sadean saking berkas menika sampun dipunbatalaken sedaya.
kabar-kas = Sampun mlebet buku kas.
kabar-kas-batal = Cathetan kas menika sampun dipunbatalaken.

## Mendhet pesenan

impor-judul = Pendhet saking marketplace
impor-apa = Unggah berkas pesenan panjenengan. Panjenengan mirsani rumiyin dados menapa, lajeng dipunsimpen.
impor-berkas = Berkas pesenan
impor-berkas-isi = XLSX utawi CSV, dumugi 50 MB
impor-lihat = Mirsani isinipun
impor-tanpa-berkas = Pilih berkasipun rumiyin
impor-dari = Mendhet berkasipun ing pundi?
impor-shopee = Shopee
impor-shopee-isi = Seller Centre, Pesanan Saya, Export
impor-tiktok = TikTok Shop lan Tokopedia
impor-tiktok-isi = Seller Center, Pesanan, Ekspor
impor-lazada = Lazada
impor-lazada-isi = Seller Center, Pesanan, Export All
impor-lain = Excel utawi buku piyambak
impor-lain-isi = Tabel menapa kemawon ingkang wonten tanggal, produk lan artanipun
impor-rahasia = Asma lan alamatipun ingkang tumbas boten kita pendhet. Berkasipun dipunbusak paling dangu sedinten.
impor-riwayat = Ingkang sampun dipunpendhet
impor-riwayat-isi = Klentu berkas? Batalaken setunggal berkas sisan, kapan kemawon.
impor-riwayat-kapan = dipunpendhet { $tanggal }
impor-batalkan = Batalaken { $n } sadean { $tempat } wiwit { $tanggal }
impor-tunjuk = Tedahaken kolomipun rumiyin
impor-tunjuk-isi = Berkas menika sanes saking marketplace ingkang kita tepangi. Pilih kolom pundi ingkang isi menapa.
impor-baru = sadean enggal
impor-tiada-baru = Boten wonten ingkang perlu dipunsimpen saking berkas menika.
impor-sudah = { $n } sampun kacathet
impor-ditarik = { $n } ingkang sampun kacathet jebul batal utawi dipunwangsulaken: boten kaetang malih
impor-berkurang = { $n } ingkang sampun kacathet dipunwangsulaken saperangan: cacahipun dipunsuda
impor-hanya-ditarik = Boten wonten sadean enggal, nanging wonten ingkang ewah.
impor-kembar = { $n } kembar ing berkas menika
impor-salah = { $n } larik dereng kewaos
impor-orders-cancelled = { $n } dipunbatalaken utawi dereng dipunbayar
impor-orders-returned = { $n } dipunwangsulaken
impor-orders-free = { $n } tanpa regi
impor-terpotong = Berkas menika kedawan. Namung 200.000 larik kapisan ingkang kawaos.
impor-salah-judul = Ingkang dereng kewaos
impor-salah-isi = Larik menika dipunlangkungi; sanesipun tetep mlebet. Leresaken ing berkasipun, lajeng unggah malih.
impor-baris = Larik { $n }
impor-lainnya = lan { $n } malih
impor-jadi = Badhe dipuncathet
impor-kolom = Kolom berkas
impor-contoh = Tuladha isinipun berkas
impor-tidak-ada = Boten wonten
impor-baca = Waos mawi kolom menika
impor-simpan = Simpen { $n } sadean
impor-simpan-ditarik = Simpen { $n } ewah-ewahan
impor-kembali = Wangsul dhateng Sadean
kolom-day = Tanggal
kolom-product = Naminipun produk
kolom-quantity = Cacah
kolom-total = Arta sedaya
kolom-price = Regi setunggal
kolom-order = Nomer pesenan utawi nota
kolom-variant = Varian
kolom-status = Status

## Kas lan pajeg

kas-judul = Buku kas
kas-sisa = Sisa arta wulan menika
kas-masuk = Mlebet
kas-masuk-isi = { $jual } sadean, { $lain } sanesipun
kas-keluar = Medal
kas-catat-judul = Cathet arta
kas-arah = Mlebet utawi medal
kas-untuk = Kangge menapa
kas-untuk-contoh = tumbas gendhis
kas-catat = Cathet
kas-buku = Isinipun buku
kas-kosong = Dereng wonten cathetan ing wulan menika. Sadean sampun dipunetang mlebet.
kas-uang-kosong = Serat cacahing arta
pajak-judul = Kinten-kinten pajeg { $tahun }
pajak-perkiraan = PPh final 0,5% saking omzet ingkang kacathet, usahanipun tiyang pribadi
pajak-omzet = Omzet taun menika { $omzet }. Dumugi { $bebas } setaun bebas pajeg.
pajak-sisa = Taksih { $sisa } dumugi wiwit kenging pajeg.
pajak-lewat = Omzet sampun langkung { $batas } setaun. Aturan menika boten lumampah malih; nyuwun pirsa dhateng kantor pajeg.
pajak-bulan = Wulan mbaka wulan
pajak-kolom-bulan = Wulan
pajak-kolom-omzet = Omzet
pajak-kolom-pajak = Pajeg
pajak-bukan = Menika kinten-kinten, sanes pamrayogi pajeg. Aturan: { $sumber }; dipunpriksa { $tanggal }.

## Regi lan bathi

harga-judul = Etang regi
harga-jual = dipunsade { $harga }
harga-modal = Modal setunggal barang
harga-modal-belum = Isi bahan, tenaga lan asilipun, mangke modalipun ketingal.
harga-sisa-kotor = Sasampunipun potongan, saderengipun modhal
harga-sisa = Ingkang taksih kangge panjenengan
harga-belum-jual = Regi sadenipun dereng dipunisi.
harga-potongan = potongan { $uang }
harga-kira = kinten-kinten
harga-persen = { $n }% saking regi
harga-minta = sade { $harga }
harga-minta-isi = Tandha biru: regi supados kantun { $n }%.
harga-sumber = Potongan marketplace per { $tanggal }; saged benten miturut kategori. Isi potongan toko panjenengan piyambak supados pas.
harga-sekali = Sepisan damel
harga-sekali-isi = Etang kangge sepisan masak utawi sepisan damel.
harga-bahan = Bahan lan reginipun
harga-bahan-nama = Bahan { $n }
harga-bahan-harga = Regi bahan { $n }
harga-bahan-contoh = tempe 2 kg
harga-tenaga = Opah
harga-tenaga-isi = Kalebet opah panjenengan piyambak
harga-lain = Gas, listrik, sewa
harga-hasil = Dados pinten barang
harga-kemasan = Bungkusipun setunggal barang
harga-lanjut = Bathi, promo, ongkos kirim, potongan
harga-lanjut-isi = Menawi kothong: bathi 30%, tanpa promo
harga-untung = Kersa kantun pinten persen
harga-promo = Potongan promo saben barang
harga-ongkir = Ongkos kirim ingkang panjenengan sanggi
harga-komisi = Potongan saben papan
harga-komisi-isi = Mirsani ing Seller Centre. Kothongaken menawi boten pirsa.
harga-hitung = Etang
harga-angka-salah = Serat angka kemawon, upaminipun 20
periksa-rugi = Regi menika damel rugi
periksa-rugi-isi = Ing { $tempat } panjenengan rugi saben kasade.
periksa-rugi-lihat = Mirsani etanganipun
bagikan-untung-modal = Modalipun { $modal } sampun dipunsuda.

## Toko

nav-toko = Toko
hari-1 = Senen
hari-2 = Selasa
hari-3 = Rebo
hari-4 = Kemis
hari-5 = Jemuwah
hari-6 = Setu
hari-7 = Ngahad
kain-wedel = Wedel
kain-sogan = Sogan
kain-pandan = Pandhan
kain-cabai = Lombok
kain-kunyit = Kunir
kain-tinta = Mangsi
toko-terang = Blanja ing { $toko }
toko-habis = Nembe telas
toko-mulai = wiwit
toko-pilihan = Pilihan
toko-kosong = Etalasenipun taksih kothong.
toko-tanya = Nyuwun pirsa lumantar WhatsApp
toko-sapa = Halo { $toko }, kula badhe nyuwun pirsa.
toko-semua = Sedaya barang { $toko }
toko-jam = Jam bikak
toko-libur = prei
toko-kaki = Toko menika ngginakaken
toko-foto = Foto { $barang }
toko-tanya-harga = Nyuwun pirsa regi
toko-pesan-dulu = Dipundamel sasampunipun dipunpesen, watawis { $n } dinten
toko-pesan-judul = Pesen
toko-total = Gunggungipun
toko-pesannya = Mirsani pesenipun
toko-pesan = Halo { $toko }, kula badhe pesen { $n } { $barang }. Dipunkintun dhateng:{ " " }
toko-pesan-harga = Halo { $toko }, kula badhe pesen { $n } { $barang } ({ $uang }). Dipunkintun dhateng:{ " " }
toko-pesan-wa = Pesen lumantar WhatsApp
toko-qr = QR mawi nominal
toko-qr-alt = Kode QRIS { $toko } mawi nominal { $uang }
toko-qr-isi = Pesen rumiyin lan ngentosi ingkang sade sarujuk. Kaca menika boten mangertos menapa artanipun sampun mlebet; kintun buktinipun dhateng ingkang sade.
toko-qr-lewat = Setunggal QRIS paling kathah { $batas }, dados QR-ipun boten dipuntampilaken. Suda cacahipun, utawi pesen lumantar WhatsApp lan mbayar mawi cara sanes.
toko-tutup-saran = Ingkang gadhah sampun nutup toko menika.
tokosaya-judul = Toko kula
tokosaya-perlu-akun = Bikak toko panjenengan piyambak
tokosaya-perlu-akun-isi = Mlebet rumiyin. Setunggal alamat kangge sedaya produk, gratis.
tokosaya-apa = Setunggal alamat kangge { $toko }: ingkang tumbas mirsani barangipun, lajeng pesen lumantar WhatsApp.
tokosaya-buka = Toko panjenengan sampun bikak
tokosaya-lihat = Mirsani toko
tokosaya-ditarik = Toko menika sampun panjenengan tarik. Alamatipun mangsuli bilih toko sampun tutup. Simpen malih kangge mbikak.
tokosaya-umum = Sinten kemawon saged mirsani
tokosaya-umum-isi = Nami toko, produk ingkang dipunpilih, nomer pesenan lan jam bikak
tokosaya-alamat = Alamat toko
tokosaya-tentang = Bab toko panjenengan
tokosaya-wa = WhatsApp kangge pesenan
tokosaya-rak = Ingkang dipunpajang
tokosaya-rak-isi = Centhang ingkang dipunsade. Angka alit medal rumiyin.
tokosaya-rak-kosong = Dereng wonten produk.
tokosaya-belum-kit = dereng wonten foto siyap sade
tokosaya-urutan = Urutan { $barang }
tokosaya-qris = QRIS toko panjenengan
tokosaya-qris-isi = Pindai stiker QRIS ing kasir mawi aplikasi QR, lajeng tempelaken seratanipun. Artanipun tetep mlebet dhateng rekening panjenengan.
tokosaya-qris-teks = Seratan QRIS
tokosaya-qris-nama = Atas asma { $nama }
tokosaya-jam = Jam bikak
tokosaya-dari = { $hari } bikak
tokosaya-sampai = { $hari } tutup
tokosaya-warna = Werni toko
tokosaya-simpan = Simpen toko
tokosaya-umpan = Katalog kangge Meta lan Google
tokosaya-umpan-isi = Pasang alamat menika sepisan; isinipun ndherek toko panjenengan.
tokosaya-tarik = Tarik toko
tokosaya-tarik-isi = Kaca toko lan produkipun ical saking umum. Produk lan cathetanipun panjenengan tetep wonten.
kabar-toko = Toko panjenengan sampun dipunsimpen.
kabar-toko-tarik = Toko panjenengan sampun dipuntarik saking umum.
