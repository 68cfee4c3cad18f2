## On every page

merek-janji = Foto produkmu hari ini, siap jual sore ini
merek-terang = Satu foto jadi foto bersih, poster, teks, video, dan daftar untuk marketplace. Gratis, tanpa daftar.
umum-lompat = Langsung ke isi
umum-kembali = Kembali
umum-tutup = Tutup
nav-nama = Menu utama
nav-beranda = Beranda
nav-kit = Produk
nav-cek = Cek
nav-akun = Akun
nav-masuk = Masuk
nav-binaan = Binaan
nav-admin = Admin
bahasa-pilih = Pilih bahasa
peran-owner = Pemilik usaha
peran-staff = Pegawai toko
peran-mentor = Pendamping
peran-volunteer = Relawan
peran-checker = Pemeriksa
peran-manager = Pengelola
peran-admin = Admin
langkah-ke = Langkah { $n } dari 5: { $nama }
langkah-1 = Foto
langkah-2 = Fakta
langkah-3 = Kit
langkah-4 = Periksa
langkah-5 = Bagikan
banding-geser = Geser untuk melihat sebelum dan sesudah
banding-foto-hp = Foto HP
banding-siap = Siap jual
banding-fotomu = Fotomu
salin = Salin
salin-apa = Salin { $apa }
salin-sudah = Tersalin
salin-gagal = Belum tersalin. Sentuh lama teksnya, lalu pilih Salin
bagi = Bagikan
unduh-apa = Unduh { $apa }
titik-proved = terbukti
titik-neutral = tanpa klaim
titik-unproved = belum terbukti
titik-forbidden = tidak boleh
isian-boleh-kosong = boleh kosong
isian-misal = misal: { $contoh }
isian-intip = Lihat sandi
ketikan-kembali = Ketikanmu yang tadi sudah kami kembalikan
kaki-janji = Dibuat untuk usaha kecil. Fotomu milikmu: tidak dipakai melatih AI, tidak dijual.
kaki-api = Untuk pembuat aplikasi
kaki-gaya = Gaya tampilan

## Mulai

mulai-judul = Foto produkmu hari ini, siap jual sore ini.
mulai-janji = Satu foto jadi foto bersih, poster, teks, video, dan daftar untuk marketplace.
mulai-contoh = Kain batik kawung: foto yang sudah rapi, siap dijual
mulai-foto = Foto produk
mulai-galeri = Pilih dari galeri
mulai-pilih = Pilih foto produk, boleh beberapa
mulai-tanpa-daftar = Tanpa daftar. Fotomu tidak melatih AI.
mulai-lanjut = Lanjutkan draf
mulai-cara = Tiga menit, tiga langkah
mulai-cara-1 = Foto
mulai-cara-1-isi = Pakai HP, di dekat jendela. Satu foto sudah cukup.
mulai-cara-2 = Ceritakan
mulai-cara-2-isi = Nama, harga, isi, bahan. Yang belum tahu, lewati saja.
mulai-cara-3 = Kit jadi
mulai-cara-3-isi = Lihat, rapikan, lalu kirim ke WhatsApp atau tokomu.
mulai-dapat = Yang kamu dapat
dapat-foto = Foto bersih
dapat-foto-isi = Latar putih dan latar cerita
dapat-poster = Poster
dapat-poster-isi = Feed, story, status WA
dapat-teks = Teks jualan
dapat-teks-isi = Judul, deskripsi, caption
dapat-video = Video pendek
dapat-video-isi = Dengan narasi dan teks
dapat-daftar = Daftar marketplace
dapat-daftar-isi = Shopee, TikTok, Tokopedia, Lazada
dapat-jujur = Kalimat jujur
dapat-jujur-isi = Tiap kalimat ada faktanya

## Produk

produk-judul = Produkku
produk-jumlah = { $n } produk
produk-tanpa-nama = Belum ada nama
produk-baru = Foto produk baru
produk-lanjut = Lanjutkan
produk-buka = Buka kit
produk-lihat-salah = Lihat dan coba lagi
produk-dibuat = Sedang dibuat, { $done } dari { $all }
produk-sedang = Sedang dibuat
produk-siap = { $done } dari { $all } siap
produk-gagal = Belum jadi
produk-kosong = Rakmu masih ada tempat
produk-kosong-isi = Mulai dari satu produk yang paling laris. Cukup satu foto, nanti jadi poster, teks, dan daftar jualan.
tahap-foto = Draf: tinggal foto
tahap-fakta = Draf: tinggal isi fakta
tahap-kit = Draf: tinggal buat kit
draf-di-hp = Tersimpan di HP ini
draf-foto = { $n } foto menunggu dikirim

## Foto

foto-judul = Foto
foto-ada = { $n } foto
foto-ke = Foto { $n }
foto-utama = Foto utama
foto-jadikan-utama = Jadikan utama
foto-hapus = Hapus
foto-kosong = Foto dulu produknya. Satu saja cukup, tiga lebih bagus.
foto-kamera = Kamera
foto-tambah = Tambah foto
foto-penuh = Sudah { $n } foto, itu paling banyak
foto-pakai = { $n ->
    [0] Pakai foto ini
    [one] Pakai foto ini
   *[other] Pakai { $n } foto ini
 }
foto-tips = Supaya hasilnya bagus
tips-cahaya = Dekat jendela
tips-cahaya-isi = Cahaya dari samping, lampu kilat mati
tips-alas = Alas polos
tips-alas-isi = Kain atau kertas satu warna
tips-utuh = Kelihatan utuh
tips-utuh-isi = Jangan ada bagian yang terpotong
petunjuk-bagus = Fotonya bagus
petunjuk-gelap = Agak gelap.
petunjuk-gelap-saran = Coba foto lagi di dekat jendela.
petunjuk-terang = Terlalu terang.
petunjuk-terang-saran = Geser dari cahaya langsung, lalu foto lagi.
petunjuk-buram = Agak buram.
petunjuk-buram-saran = Sentuh produknya di layar, tahan HP, lalu foto lagi.
petunjuk-terpotong = Sepertinya terpotong.
petunjuk-terpotong-saran = Mundur sedikit supaya seluruh produk masuk.
unggah-menyiapkan = Menyiapkan foto
unggah-mengirim = Mengirim foto
unggah-menunggu = Menunggu sinyal. Fotonya aman di HP ini
unggah-selesai = Foto terkirim
unggah-gagal = Belum terkirim
unggah-bukan-foto = Ini bukan foto. Pilih berkas JPG, PNG, atau WebP
unggah-terlalu-besar = Terlalu besar. Paling besar 25 MB
unggah-ulangi = Kirim lagi
unggah-buang = Buang
unggah-jalan = Fotonya masih dikirim. Isi saja dulu yang ini.

## Fakta

fakta-judul = Fakta
fakta-kartu-semua = Kartu fakta
fakta-terisi = sudah diisi
fakta-lanjut = Simpan, lanjut
fakta-lewati = Lewati dulu
fakta-buat-kit = Buat kit
fakta-tersimpan = Tersimpan setiap langkah
fakta-mengapa = Kami hanya menulis yang kamu ceritakan. Makin banyak faktanya, makin meyakinkan teksnya.
fakta-nama = Apa nama produknya?
fakta-nama-pendek = Nama
fakta-nama-guna = Nama yang dicari orang: jenis barang, lalu ciri khasnya.
fakta-harga = Berapa harganya?
fakta-harga-pendek = Harga
fakta-harga-guna = Dipakai di poster, kartu harga, dan daftar jualan.
fakta-isi = Berapa isinya?
fakta-isi-pendek = Isi
fakta-isi-guna = Berat dan pilihan mengurangi pertanyaan pembeli.
fakta-bahan = Dibuat dari apa, bagaimana?
fakta-bahan-pendek = Bahan
fakta-bahan-guna = Ini yang membuat produkmu beda dari yang lain.
fakta-pakai = Dipakai dan disimpan bagaimana?
fakta-pakai-pendek = Pakai
fakta-pakai-guna = Pembeli senang tahu caranya sebelum bertanya.
fakta-izin = Sudah punya izin apa?
fakta-izin-pendek = Izin
fakta-izin-guna = Belum punya? Lewati saja. Kami tidak akan menulis yang tidak ada.
fakta-toko = Tokomu namanya apa?
fakta-toko-pendek = Toko
fakta-toko-guna = Supaya pembeli tahu ke mana memesan.
isian-name = Nama produk
isian-category = Jenis barang
isian-price = Harga jual
isian-previous-price = Harga sebelumnya
isian-unit = Dijual per
isian-net-weight = Isi atau berat
isian-variants = Pilihan rasa, ukuran, atau warna
isian-stock = Stok sekarang
isian-sold-count = Sudah terjual
isian-preorder-days = Lama pemesanan
isian-ingredients = Bahan-bahan
isian-materials = Bahan
isian-process = Cara membuatnya
isian-origin = Dibuat di mana
isian-story = Cerita di baliknya
isian-usage = Cara pakai atau menyajikan
isian-storage = Cara menyimpan atau merawat
isian-shelf-life = Tahan berapa lama
isian-nib = NIB
isian-pirt = Nomor PIRT
isian-halal = Nomor sertifikat halal
isian-bpom = Nomor BPOM
isian-brand = Merek terdaftar
isian-shop-name = Nama toko
isian-city = Kota
isian-whatsapp = Nomor WhatsApp
isian-instagram = Akun Instagram
isian-tiktok = Akun TikTok
isian-facebook = Halaman Facebook
isian-colors = Warna toko
kategori-snack = Keripik, camilan
kategori-coffee = Kopi
kategori-sambal = Sambal, bumbu
kategori-bakery = Kue, roti
kategori-herbal = Jamu, minuman
kategori-batik = Batik
kategori-fashion = Busana
kategori-craft = Kerajinan
kategori-pottery = Gerabah
kategori-service = Jasa
kategori-frozen = Makanan beku
kategori-other = Lainnya

## Kit

kit-antre = Antre nomor { $n }
kit-antre-depan = Sebentar lagi giliranmu
kit-antre-isi = Halaman ini boleh ditutup. Kitnya tetap dibuat.
kit-kemajuan = Kemajuan pembuatan kit
kit-batal = Batalkan
kit-sedang-photos = Merapikan foto
kit-sedang-copy = Menulis teks dari faktamu
kit-sedang-posts = Menata poster
kit-sedang-video = Merekam video
kit-sedang-listings = Mengisi daftar marketplace
kit-selesai-dari = { $done } dari { $all } jadi
kit-failed = Kitnya belum jadi
kit-failed-saran = Fakta dan fotomu aman. Coba sekali lagi.
kit-cancelled = Pembuatan dihentikan
kit-cancelled-saran = Yang sudah jadi tetap ada. Mau diteruskan?
kit-ganti-foto = Ganti fotonya
kit-bagian-jadi = { $nama } sudah jadi
kit-coba-lagi = Coba lagi
kit-benahi = { $n } hal bisa dibenahi
kit-benahi-ini = Benahi
kit-siap = { $done } dari { $all } bagian sudah siap
kit-hampir-siap = { $done } dari { $all } sudah siap. Sisanya dijelaskan di Periksa.
kit-semua-siap = Semua siap, { $done } dari { $all }. Semoga laris!
kit-versi-lama = Kamu melihat versi { $n }, bukan yang sedang dipakai.
kit-pakai-versi = Pakai versi ini
kit-riwayat = { $n } versi, tidak ada yang hilang
kit-versi = Versi { $n }
kit-dipakai = dipakai
kit-lihat = Lihat
kit-ubah-first = kit pertama
kit-ubah-photos = foto dibuat ulang
kit-ubah-posts = poster dibuat ulang
kit-ubah-video = video dibuat ulang
kit-ubah-copy = teks dibuat ulang
kit-ubah-listings = daftar dibuat ulang
kit-ubah-cutout = potongan foto dirapikan
kit-ubah-text = teks diubah sendiri
kit-ubah-fixed = diperbaiki otomatis
kit-cocok = Cocok, lanjut
kit-geser = { $n } foto, geser
kit-geser-poster = Geser ke samping
kit-latar = Pilih latar
kit-lihat-tepi = Lihat dulu tepinya
kit-yakin = Yakin { $n }%
kit-rapikan = Rapikan
kit-ganti-latar = Ganti latar
kit-ulang-foto = Buat ulang foto
kit-poster-alt = Poster { $format } untuk { $nama }
kit-ganti-gaya = Ganti gaya dan warna
kit-gaya = Gaya poster
kit-warna = Warna utama
kit-ulang-poster = Buat ulang poster
kit-video-panjang = { $n } detik
kit-video-alt = Video { $nama }
kit-simpan-video = Simpan video
kit-simpan-sampul = Simpan sampul
kit-sampul-isi = Gambar pembuka
kit-simpan-narasi = Teks narasi
kit-ulang-video = Buat ulang video
kit-pilih-tempat = Pilih tempat
kit-ubah = Ubah
kit-lihat-semua = Lihat semua
kit-ringkas = Ringkas
kit-terbukti = { $n } dari { $all } kalimat terbukti faktamu
kit-ulang-teks = Tulis ulang semua teks
bukti-dari = Faktamu, { $fakta }
bukti-netral = Tidak mengklaim apa-apa, jadi boleh.
bukti-tidak = Belum ada fakta yang membuktikannya.
bagian-photos = Foto
bagian-copy = Teks
bagian-posts = Poster
bagian-video = Video
bagian-listings = Daftar jualan
bagian-tunggu = Menunggu giliran
bagian-jalan = Sedang dibuat…
bagian-gagal = Bagian ini belum jadi. Yang lain tetap bisa dipakai.
bagian-gagal-video = Videonya belum jadi. Yang lain tetap bisa dipakai.
latar-white = Putih
latar-wood-table = Meja kayu
latar-dark-table = Meja gelap
latar-woven-mat = Tikar
latar-terracotta = Terakota
latar-banana-leaf = Daun pisang
latar-linen = Kain linen
latar-marble = Marmer
latar-terrazzo = Teraso
latar-batik-paper = Kertas batik
latar-pastel-sweep = Pastel
latar-window-light = Cahaya jendela
latar-slate = Batu tulis

## Rapikan

rapikan-judul = Rapikan
rapikan-urung = Urungkan
rapikan-perlu-js = Merapikan dengan jari perlu JavaScript. Nyalakan, atau pakai foto apa adanya.
rapikan-mulai = Usap bagian yang hilang, atau yang tak seharusnya ada.
rapikan-menghitung = Sebentar, merapikan…
rapikan-yakin = Rapi. Tepinya sudah jelas.
rapikan-ragu = Sudah berubah. Lihat lagi tepinya.
rapikan-gagal = Belum bisa dirapikan. Sapuanmu tersimpan, coba lagi.
rapikan-luring = Tidak ada sinyal. Sapuanmu tersimpan di HP ini.
rapikan-kanvas = Foto produk dengan potongannya
rapikan-lihat = Yang ditampilkan
rapikan-lihat-dua = Dengan foto
rapikan-lihat-hasil = Hasil saja
rapikan-kuas = Kuas
rapikan-simpan-bagian = Simpan
rapikan-simpan-isi = ini produknya
rapikan-hapus-bagian = Hapus
rapikan-hapus-isi = ini latar
rapikan-besar = Besar kuas
rapikan-pakai = Pakai hasil ini

## Teks

teks-judul = Ubah teks { $nama }
teks-kepala = Judul
teks-isi = Isi teks
teks-dijaga = Penjaga fakta
teks-dari-huruf = dari { $n } huruf
teks-kepanjangan = kelebihan { $n }
teks-coba = Coba:
teks-kosong = Mulai menulis. Tiap kalimat kami cocokkan dengan faktamu.
teks-simpan = Simpan sebagai versi baru

## Periksa

periksa-judul = Periksa
periksa-dari = dari { $n } hijau
periksa-semua-hijau = Semua tempat siap
periksa-belum = { $n } tempat belum siap
periksa-bisa-otomatis = { $n } hal bisa kami perbaiki sekarang juga.
periksa-siap-unggah = Tinggal unggah. Semoga laris!
periksa-perlu-kamu = Sisanya perlu jawabanmu.
periksa-diperbaiki = { $n } hal sudah diperbaiki
periksa-siap = Siap diunggah
periksa-benahi = { $n } perlu dibenahi
periksa-otomatis = Bisa otomatis
periksa-isi-sekarang = Isi sekarang
periksa-cocok = { $n } aturan sudah cocok
periksa-perbaiki = Perbaiki semua
periksa-nanti = Nanti saja, lanjut bagikan
periksa-lanjut = Lanjut bagikan

## Bagikan

bagikan-judul = Bagikan
bagikan-wa = Kirim ke WhatsApp
bagikan-gambar = Poster { $nama }
bagikan-kirim = Kirim
bagikan-unduh = Unduh
bagikan-unduh-isi = Lalu unggah di tokomu
bagikan-semua = Semua isi kit
bagikan-salin = Salin teks
bagikan-untung = Yang kamu terima
bagikan-untung-isi = Dari harga { $harga }, setelah potongan tempat jualan.
bagikan-tempat = Tempat
bagikan-biaya = Potongan
bagikan-terima = Kamu terima
bagikan-untung-sumber = Perkiraan dari daftar biaya per { $tanggal }. Ongkir dan promo belum dihitung.
bagikan-akun = Simpan kit ini
bagikan-akun-isi = Tanpa akun, kit ini ada di HP ini selama { $hari } hari lagi. Dengan akun, bisa dibuka dari mana saja.
bagikan-akun-buat = Buat akun
bagikan-lagi = Satu lagi?
bagikan-lagi-isi = Toko dengan lima produk lebih sering dilihat.

## Masuk, daftar, kartu

masuk-judul = Masuk
masuk-isi = Senang kamu kembali.
masuk-tombol = Masuk
masuk-terkunci = Terlalu banyak percobaan
masuk-terkunci-saran = Demi keamanan, coba lagi { $menit } menit lagi. Atau minta kartu QR baru ke pendampingmu.
masuk-lupa = Lupa sandi?
masuk-lupa-isi = Minta kartu QR baru ke pendampingmu. Tinggal dipindai, langsung masuk.
masuk-belum = Belum punya akun?
daftar-judul = Buat akun
daftar-isi = Supaya kitmu tersimpan dan bisa dibuka dari HP mana saja.
daftar-tombol = Buat akun
daftar-sudah = Sudah punya akun?
isian-nama-orang = Nama
isian-kontak = Nomor HP atau email
isian-sandi = Sandi
isian-sandi-baru = Sandi baru
isian-sandi-lama = Sandi sekarang
isian-sandi-petunjuk = Paling sedikit 10 huruf. Tiga kata yang mudah diingat sudah kuat.
isian-nama-token = Nama token
izin-judul = Izinmu
izin-isi = Kamu boleh mencabutnya kapan saja di halaman Akun.
izin-perlu = diperlukan
izin-sejak = Sejak { $tanggal }.
izin-service = Menyimpan foto dan fakta produk
izin-service-isi = Supaya kit bisa dibuat dan dibuka lagi.
izin-mentoring = Dilihat pendamping
izin-mentoring-isi = Pendamping di daerahmu melihat kemajuan toko, bukan sandi.
izin-statistics = Dihitung dalam angka kota
izin-statistics-isi = Hanya jumlah, tanpa nama.
izin-whatsapp = Pengingat lewat WhatsApp
izin-whatsapp-isi = Paling banyak satu pesan seminggu.
izin-gallery = Contoh untuk toko lain
izin-gallery-isi = Kit Kamu boleh dipamerkan, dengan nama toko.
kartu-judul = Kartu masuk
kartu-halo = Halo, { $nama }
kartu-isi = Kartu ini dibuat { $pembuat } untukmu. Benar ini kamu?
kartu-ya = Ya, saya { $nama }
kartu-bukan = Bukan saya
kartu-berlaku = Kartu ini sekali pakai, berlaku sampai { $sampai }.
kartu-used = Kartu ini sudah dipakai
kartu-used-saran = Satu kartu hanya untuk sekali masuk. Minta kartu baru ke pendampingmu.
kartu-expired = Kartu ini sudah lewat masanya
kartu-expired-saran = Minta kartu baru ke pendampingmu.
kartu-revoked = Kartu ini sudah dibatalkan
kartu-revoked-saran = Kalau kamu tidak tahu sebabnya, tanyakan ke pendampingmu.
kartu-unknown = Kartu ini tidak dikenal
kartu-unknown-saran = Pindai lagi QR-nya sampai utuh, atau minta kartu baru.

## Akun

akun-diri = Tentang saya
akun-simpan = Simpan
akun-izin-isi = Berlaku saat itu juga, tanpa alasan.
akun-simpan-izin = Simpan izin
akun-sesi = Sedang masuk di
akun-sesi-ini = HP ini, sekarang
akun-keluar-lain = Keluar dari perangkat lain
akun-keluar = Keluar
akun-sandi = Sandi
akun-ganti-sandi = Ganti sandi
akun-token = Token API
akun-token-isi = Untuk menyambungkan aplikasi kasir atau tokomu.
akun-token-baru = Token baru
akun-token-sekali = Salin sekarang. Token ini tidak ditampilkan lagi.
akun-token-belum = belum dipakai
akun-token-cabut = Cabut
akun-token-boleh = Boleh apa saja
akun-token-buat = Buat token
scope-products-read = Melihat produk
scope-products-write = Mengubah produk
scope-kits-read = Melihat kit
scope-kits-write = Membuat kit

## Kunci sandi

kunci-judul = Kunci sandi
kunci-isi = Masuk dengan sidik jari, wajah, atau kunci layar. Tidak ada sandi yang perlu diketik.
kunci-tambah = Tambah kunci sandi
kunci-tidak-bisa = Peramban ini belum bisa memakai kunci sandi. Pakai sandi atau kartu QR, ya.
kunci-alamat = Kunci sandi perlu alamat https yang bernama
kunci-alamat-saran = Alamat { $alamat } bukan. Di sini, masuk dengan sandi atau kartu QR.
kunci-alamat-salah = Kunci sandi tidak jalan di alamat ini. Masuk dengan sandi atau kartu QR.
kunci-dipasang = Dipasang { $kapan }
kunci-dipakai = dipakai { $kapan }
kunci-belum = belum dipakai
kunci-situs = hanya untuk { $situs }
isian-nama-kunci = Nama kunci
kunci-simpan = Simpan nama
kunci-lepas = Lepas kunci ini
kunci-lepas-isi = Sesudah dilepas, kunci ini tidak bisa dipakai untuk masuk lagi.
kunci-lepas-ya = Ya, lepas
kunci-ikut-lepas = Kalau sandi diganti, kunci sandi dan token API ikut dilepas. Pasang lagi sesudahnya.
kunci-masuk = Pakai kunci sandi
kunci-masuk-isi = Cukup sidik jari, wajah, atau kunci layar.
kunci-atau = atau
kunci-batal = Belum jadi. Sentuh lagi tombolnya kalau mau mencoba.
kunci-ada = Kunci sandi untuk akun ini sudah ada di perangkat ini.
kunci-gagal = Belum berhasil. Periksa jaringannya, lalu coba lagi.
kunci-nama-bawaan = { $peramban } di { $sistem }
kabar-kunci-tambah = Kunci sandi terpasang. Lain kali, masuk tanpa mengetik.
kabar-kunci-nama = Nama kuncinya sudah diganti.
kabar-kunci-lepas = Kunci sandi itu sudah dilepas.

## Luring dan galat

luring-judul = Tidak ada sinyal
luring-isi = Tenang, drafmu aman di HP ini. Begitu sinyal kembali, fotonya terkirim sendiri.
luring-coba = Coba lagi
galat-400 = Ada isian yang tidak terbaca
galat-400-saran = Kembali, periksa isiannya, lalu kirim lagi. Ketikanmu masih ada.
galat-403 = Halaman ini bukan untukmu
galat-403-saran = Masuk dengan akun yang berhak, atau muat ulang halaman kalau tadi terbuka terlalu lama.
galat-lama = Halamannya terlalu lama terbuka
galat-mundur = Kembali ke isian
galat-404 = Halaman ini tidak ada
galat-404-saran = Mungkin alamatnya salah ketik, atau produknya sudah dihapus.
galat-410 = Ini sudah lewat masanya
galat-410-saran = Tautan atau draf ini tidak berlaku lagi. Mulai yang baru, sebentar saja.
galat-413 = Berkasnya terlalu besar
galat-413-saran = Paling besar 25 MB. Ambil foto lagi dengan kamera biasa, atau pilih yang lebih kecil.
galat-429 = Pelan-pelan dulu
galat-429-saran = Terlalu banyak permintaan dari sini. Tunggu satu menit, lalu coba lagi.
galat-500 = Maaf, ada yang salah di tempat kami
galat-500-saran = Datamu aman. Coba lagi sebentar. Kalau masih begini, beri tahu kami nomor di bawah.
galat-503 = Sedang penuh
galat-503-saran = Datamu aman. Coba lagi dalam beberapa menit.
galat-nomor = Nomor kejadian
galat-beranda = Ke beranda
galat-coba = Coba lagi

## Binaan

binaan-judul = Toko binaan
binaan-jumlah = { $n } toko
binaan-cari = Cari nama toko atau pemilik
binaan-kit = { $n } kit
binaan-belum-kit = Belum ada kit
binaan-belum-masuk = belum pernah masuk
binaan-buat-kartu = Buat kartu
binaan-kartu-baru = Kartu baru
binaan-cabut = Cabut
binaan-kosong = Belum ada toko di daerah ini
binaan-tak-ketemu = Tidak ketemu
binaan-kosong-isi = Buat kartu untuk pemilik pertama. Begitu dipindai, tokonya muncul di sini.
binaan-baru = Kartu untuk pemilik baru
binaan-baru-isi = Cetak, serahkan langsung. Pemilik memindai sekali dan langsung masuk, tanpa sandi.
kartu-cara-1 = Buka kamera HP
kartu-cara-2 = Arahkan ke kotak ini
kartu-cara-3 = Sentuh tautannya, selesai
kartu-sekali = Sekali pakai, sampai { $sampai }
kartu-rahasia = Simpan seperti kunci rumah.
kartu-jaga = Siapa pun yang memindai kartu ini bisa masuk sebagai pemiliknya. Serahkan langsung, jangan difoto.
kartu-cetak = Cetak kartu

## Admin

admin-pekerjaan = Pekerjaan
admin-orang = Orang
admin-jejak = Jejak
kerja-waiting = Menunggu
kerja-running = Berjalan
kerja-done = Selesai
kerja-dead = Mati
kerja-cancelled = Dibatalkan
kerja-apa = Pekerjaan
kerja-keadaan = Keadaan
kerja-coba = Percobaan
kerja-coba-dari = { $n } dari { $all }
kerja-kapan = Kapan
kerja-tindakan = Tindakan
kerja-ulang = Ulangi
kerja-kosong = Tidak ada pekerjaan di sini
kerja-kosong-isi = Sentuh angka di atas untuk melihat yang lain.
kerja-jenis-kit = Membuat kit
kerja-jenis-remake = Membuat ulang bagian kit
kerja-jenis-cutout = Merapikan potongan
kerja-jenis-fix = Memperbaiki otomatis
kerja-jenis-clean = Membersihkan draf lama
orang-cari = Cari nama, nomor, atau email
orang-peran = Peran
orang-daerah = Daerah
orang-terakhir = Terakhir masuk
orang-terkunci = terkunci
orang-buka = Buka kunci
jejak-kapan = Kapan
jejak-siapa = Siapa
jejak-apa = Melakukan apa
jejak-pada = Pada
jejak-tamu = tamu
jejak-ditolak = ditolak
jejak-mesin = mesin ini
jejak-terhapus = akun yang sudah dihapus
jejak-pada-product = produk …{ $id }
jejak-pada-job = pekerjaan …{ $id }
jejak-pada-kit = kit …{ $id }
jejak-pada-guest = draf tamu …{ $id }
jejak-pada-shop = toko …{ $id }
jejak-pada-person = orang …{ $id }
jejak-aksi-export = mengunduh data
jejak-aksi-add-passkey = menambah kunci sandi
jejak-aksi-remove-passkey = menghapus kunci sandi
jejak-aksi-enter-by-passkey = masuk dengan kunci sandi
jejak-aksi-remove-product = menghapus produk
jejak-aksi-save-orders = menyimpan berkas pesanan
jejak-aksi-undo-orders = menarik berkas pesanan
jejak-aksi-undo-sale = membatalkan penjualan
jejak-aksi-undo-cash = membatalkan catatan kas
jejak-aksi-set-storefront = mengatur toko
jejak-aksi-withdraw-storefront = menarik toko
jejak-pada-sale = penjualan …{ $id }
jejak-pada-order-file = berkas pesanan …{ $id }
jejak-aksi-sign-in = masuk
jejak-aksi-register = mendaftar
jejak-aksi-invite = membuatkan akun
jejak-aksi-create-person = membuat akun di mesin
jejak-aksi-reset-access = mengatur ulang akses
jejak-aksi-erase-person = menghapus akun
jejak-aksi-issue-card = membuat kartu masuk
jejak-aksi-enter-by-card = masuk dengan kartu
jejak-aksi-revoke-card = mencabut kartu
jejak-aksi-unlock = membuka kunci akun
jejak-aksi-change-password = mengganti sandi
jejak-aksi-change-contact = mengganti kontak
jejak-aksi-retry-job = mengulang pekerjaan
jejak-aksi-cancel-job = membatalkan pekerjaan
jejak-aksi-make-demo = mengisi peragaan
jejak-aksi-remove-demo = menghapus peragaan
jejak-aksi-see-product = melihat produk
jejak-aksi-edit-product = mengubah produk
jejak-aksi-see-shop = melihat toko
jejak-aksi-edit-shop = mengubah toko
jejak-aksi-see-people = melihat daftar orang
jejak-aksi-tend-jobs = mengurus pekerjaan
jejak-aksi-read-audit = membaca jejak
jejak-aksi-see-progress = melihat kelas, bukti, tugas, dan kunjungan
jejak-aksi-send-evidence = mengirim bukti
jejak-aksi-check-evidence = memeriksa bukti
jejak-aksi-confirm-level = mengesahkan kenaikan kelas
jejak-aksi-note-visit = mencatat kunjungan
jejak-aksi-offer-hand-over = menawarkan pendamping lain
jejak-aksi-join-programme = mendaftar program
jejak-aksi-run-programme = menjalankan program
jejak-kosong = Belum ada jejak
halaman = Halaman
halaman-sebelum = Sebelumnya
halaman-sesudah = Berikutnya

## Gaya dan API

gaya-isi = Kertas hangat, tinta tegas, satu warna lantang untuk satu langkah berikutnya.
gaya-rupa = Tema
gaya-rupa-auto = Ikut HP
gaya-rupa-light = Terang
gaya-rupa-dark = Gelap
gaya-warna = Warna
gaya-mori = kain dasar
gaya-kertas = kartu
gaya-tinta = tulisan
gaya-sogan = cokelat batik
gaya-wedel = yang sudah, dan arah
gaya-kunyit = langkah berikutnya
gaya-pandan = terbukti
gaya-cabai = bahaya
gaya-huruf = Huruf
gaya-tombol = Tombol
gaya-belum = Belum bisa disentuh
gaya-tanda = Tanda
gaya-isian = Isian
gaya-contoh-salah = Nomornya kurang panjang. Periksa lagi, ya.
gaya-gambar = Gambar
api-judul = API NaikKelas
api-isi = Semua yang bisa dilakukan di halaman, bisa dilakukan aplikasimu.
api-mulai = Mulai
api-token = Buat token di halaman
api-contoh = Contoh panggilan
api-aturan = Galat memakai application/problem+json. Kirim Idempotency-Key pada setiap POST: mengulang tidak menggandakan.
api-scope = Perlu izin
api-nama = Nama
api-arti = Arti

## Times, files and what happened
waktu-baru = baru saja
waktu-menit = { $n } menit lalu
waktu-hari-ini = hari ini, { $jam }
waktu-kemarin = kemarin, { $jam }
waktu-tanggal = { $hari } { $bulan } { $tahun }
gambar-putih = Putih
gambar-bening = Tanpa latar
gambar-rapi = Dirapikan
format-feed = Feed
format-square = Persegi
format-story = Story
format-status = Status
format-carousel = Carousel
format-price-card = Kartu harga
warna-toko = Warna toko
warna-kunyit = Kunyit
warna-wedel = Wedel
warna-cabai = Cabai
warna-pandan = Pandan
warna-sogan = Sogan
unduh-daftar = Daftar { $pasar }
unduh-arsip = Foto { $pasar }
unduh-video = Video
unduh-kalender = Kalender unggahan
kabar-foto-ditolak = Ada foto yang tidak bisa dipakai. Pakai JPEG, PNG atau WebP, paling besar 25 MB.
kabar-perlu-foto = Tambahkan satu foto dulu, ya.
kabar-perlu-nama = Tulis nama produknya dulu, ya.
kabar-versi = Versi itu dipakai lagi. Yang lain tetap tersimpan.
kabar-tersimpan = Sudah disimpan.
kabar-izin = Izinmu sudah dicatat.
kabar-keluar-lain = Perangkat lain sudah dikeluarkan.
kabar-sandi = Kata sandi sudah diganti. Perangkat lain sudah dikeluarkan.
kabar-token-cabut = Kunci itu sudah dicabut.
kabar-kartu-cabut = Kartu itu sudah dicabut.
kabar-pekerjaan-ulang = Pekerjaan itu diulang.
kabar-pekerjaan-batal = Pekerjaan itu dihentikan.
kabar-dibuka = Orang itu boleh mencoba masuk lagi.
kabar-produk-dihapus = Produk itu sudah dihapus.
galat-berubah = Ada yang mengubahnya lebih dulu, mungkin di tab lain. Muat ulang, lalu kirim lagi.
galat-sibuk = Sedang ramai. Coba lagi beberapa detik lagi; ketikanmu masih ada.
galat-penuh = Tempat penyimpanan di server penuh. Yang sudah tersimpan aman; beri tahu pengelola.
galat-situs-lain = Kiriman ini datang dari situs lain, jadi tidak kami terima. Buka halamannya di sini, lalu kirim lagi.
galat-bentuk = Kirimannya tidak terbaca. Muat ulang halamannya, lalu kirim lagi.
galat-formulir = Halamannya terbuka terlalu lama. Muat ulang, lalu kirim lagi; ketikanmu masih ada.
galat-kunci = Kunci ini tidak dikenal, sudah dicabut, atau sudah lewat masanya.
galat-lingkup = Kunci ini tidak boleh melakukan itu.
galat-fakta = Tidak ada fakta bernama { $kunci }.
galat-401 = Kuncinya tidak berlaku
galat-405 = Cara itu tidak ada di sini
galat-409 = Sudah berubah lebih dulu
galat-415 = Jenis kirimannya tidak dikenal
galat-422 = Ada isian yang belum benar
galat-507 = Tempat penyimpanan penuh
titipan-judul = Ketikanmu masih ada
titipan-isi = Sesimu tadi berakhir sebelum ini terkirim. Periksa, lalu kirim lagi.
titipan-kirim = Kirim lagi
titipan-buang = Buang saja
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

cek-judul = Cek Pesan
cek-ajak = Hoaks, penipuan, atau aman?
cek-pengantar = Hoaks, penipuan, atau aman? Tempel pesannya, kami tunjukkan tandanya.
cek-tempel = Pesan yang mau dicek
cek-contoh = Misal: Selamat! Nomor Anda terpilih dapat bantuan…
cek-tempel-tombol = Tempel
cek-gambar = Tangkapan layar
cek-tanpa-gambar = Server ini belum bisa membaca gambar. Salin teksnya, lalu tempel di atas.
cek-tombol = Cek
cek-tidak-disimpan = Pesan ini tidak disimpan dan tidak dicatat.
cek-cara = Cara kerja
cek-cara-1 = Pesan dicocokkan dengan daftar hoaks yang sudah dibantah, lengkap dengan tanggal dan sumbernya.
cek-cara-2 = Aturan mencari dua tanda yang saling menguatkan, misalnya minta OTP dan mengaku bank.
cek-cara-3 = Alamat situs dibandingkan dengan alamat resmi bank, dinas, kurir, dan toko daring.
cek-cara-4 = Semuanya dihitung di server ini. Tidak ada yang dikirim ke tempat lain.
cek-cara-batas = Kami bisa salah. Belum tahu bukan berarti benar.
cek-yakin = Yakin
cek-waspada = Waspada
cek-tanda = { $n ->
    [0] dikenali dari keseluruhan pesan
    [1] satu tanda
   *[other] { $n } tanda saling menguatkan
    }
cek-cocok = cocok dengan cek fakta
cek-tanpa-yakin = Tanpa tanda yang cukup kuat
cek-putusan-scam = Penipuan
cek-putusan-scam-isi = Ini upaya mengambil uang, kode, atau akunmu.
cek-putusan-scam-mirip = Mirip penipuan
cek-putusan-scam-mirip-isi = Ada tanda penipuan, tetapi belum pasti. Periksa dulu lewat jalur resmi.
cek-putusan-hoax = Salah (hoaks)
cek-putusan-hoax-isi = Klaim ini sudah pernah dibantah. Lihat cek faktanya di bawah.
cek-putusan-judol = Judi
cek-putusan-judol-isi = Ini iklan judi daring.
cek-putusan-judol-mirip = Mirip iklan judi
cek-putusan-judol-mirip-isi = Kata-katanya seperti iklan judi daring, tetapi belum pasti.
cek-putusan-abuse = Kasar
cek-putusan-abuse-isi = Pesan ini menghina atau menebar kebencian.
cek-putusan-abuse-mirip = Bernada kasar
cek-putusan-abuse-mirip-isi = Nadanya kasar, tetapi bisa juga bercanda.
cek-putusan-doubtful = Meragukan
cek-putusan-doubtful-isi = Ada yang janggal. Periksa dulu sebelum percaya atau membagikan.
cek-putusan-ordinary = Tampak biasa
cek-putusan-ordinary-isi = Tidak ada tanda penipuan, judi, atau kata kasar. Itu bukan bukti bahwa isinya benar.
cek-putusan-unknown = Belum tahu
cek-putusan-unknown-isi = Tidak ada tanda yang kami kenal. Itu bukan berarti benar: periksa sumbernya.
cek-lakukan = Yang perlu dilakukan
cek-fakta-sama = Sudah pernah dicek
cek-fakta-mirip = Mirip klaim yang pernah dicek
cek-fakta-kata = Yang beredar
cek-fakta-benar = Yang benar
cek-pesannya = Pesannya
cek-alasan-ke = alasan
cek-tautan = Alamat di dalamnya
cek-tautan-resmi = Alamat resmi { $nama }
cek-tautan-tiruan = Meniru { $nama }, bukan alamat resminya
cek-tautan-asing = Tidak ada di daftar resmi kami
cek-tautan-official = resmi
cek-tautan-lookalike = meniru nama resmi
cek-tautan-shortener = alamat dipendekkan, tujuannya tersembunyi
cek-tautan-free-host = tempat gratis, siapa pun bisa membuatnya
cek-tautan-risky-ending = akhiran murah yang sering dipakai menipu
cek-tautan-ip = hanya angka
cek-tautan-port = pintu tidak biasa
cek-tautan-punycode = huruf asing yang mirip
cek-tautan-mixed-script = huruf dicampur
cek-tautan-broken = sengaja dipisah-pisah
cek-tautan-apk = membuka file aplikasi
cek-tautan-file-share = tempat berbagi file
cek-tautan-whats-app = obrolan WhatsApp
cek-tautan-telegram = obrolan Telegram
cek-tautan-judol = namanya seperti situs judi
cek-tautan-bait = memakai kata hadiah, bantuan, atau akun
cek-pelajaran = Pelajaran 60 detik
cek-kirim = Kirim hasilnya ke WhatsApp
cek-putusan-salin = hasil cek
cek-kirim-kepala = Cek Pesan: { $putusan }
cek-kirim-kaki = Cek pesanmu sendiri: { $alamat }
cek-lagi = Cek pesan lain
cek-keliru = Keliru?
cek-keliru-isi = Beri tahu kami, supaya lain kali tepat.
cek-keliru-mestinya = Mestinya
cek-label-fine = Biasa
cek-label-judol = Judi
cek-label-scam = Penipuan
cek-label-hoax = Hoaks
cek-label-abuse = Kasar
cek-boleh = Boleh simpan pesan ini
cek-boleh-isi = Dipakai memperbaiki penyaring. Nomor dan email disamarkan. Tanpa centang, isi pesannya tidak disimpan.
cek-keliru-kirim = Kirim koreksi
disangka-judul = Pembaca bisa mengiranya: { $apa }
disangka-saran = Ganti bagian itu sebelum dikirim, supaya tidak disaring atau dilaporkan.
kabar-keliru = Terima kasih. Koreksinya tercatat, isi pesannya tidak.
kabar-keliru-simpan = Terima kasih. Pesannya tersimpan sebagai contoh, nomornya disamarkan.
filter-no-picture = Gambar itu tidak bisa dibaca
    .hint = Pakai tangkapan layar JPEG, PNG, atau WebP
filter-no-writing = Tidak ada tulisan yang terbaca di gambar itu
    .hint = Potong gambarnya di sekitar pesan, atau tempel teksnya

## Lessons of sixty seconds

pelajaran-aman-akun = Akun dibajak lewat obrolan
pelajaran-aman-akun-isi =
    Pembajak memakai akun temanmu untuk meminta kode atau pulsa, jadi pesannya terasa akrab.
    Telepon orangnya langsung sebelum memberi apa pun. Suara lebih sulit ditiru daripada tulisan.
    Nyalakan verifikasi dua langkah di WhatsApp: Setelan, Akun. Lakukan sekarang, cuma satu menit.
pelajaran-aman-apk = File .apk yang menyamar
pelajaran-aman-apk-isi =
    File .apk adalah aplikasi. Undangan, resi, surat tilang, dan tagihan asli tidak pernah berupa aplikasi.
    Begitu dipasang, ia membaca SMS, termasuk kode OTP bank, lalu rekening dikuras dari jauh.
    Jangan dibuka walau dari teman. Terlanjur? Matikan internet, telepon bank, hapus aplikasinya, baru ganti sandi dari HP lain.
pelajaran-aman-asmara = Cinta yang minta uang
pelajaran-aman-asmara-isi =
    Kenalan baru, foto menawan, cepat sayang, tetapi tak pernah bisa panggilan video.
    Lalu datang paket tertahan, biaya rumah sakit, atau investasi bersama. Semuanya minta transfer.
    Cari fotonya di pencarian gambar, ceritakan ke keluarga, dan jangan kirim uang kepada orang yang belum pernah ditemui.
pelajaran-aman-bank = Bank palsu
pelajaran-aman-bank-isi =
    Bank asli tidak menanyakan PIN, OTP, atau nomor di balik kartu, dan tidak mengirim formulir lewat WhatsApp.
    Penipu membuat panik: tarif naik malam ini, akun diblokir, poin hangus. Panik membuat kita tidak berpikir.
    Tutup obrolannya. Telepon nomor di balik kartu ATM-mu sendiri, lalu tanyakan di sana.
pelajaran-aman-bansos = Bansos palsu
pelajaran-aman-bansos-isi =
    Bansos tidak dibagikan lewat tautan. Penerima dicek di cekbansos.kemensos.go.id atau di kantor desa.
    Situs tiruan meminta NIK, foto KTP, atau biaya administrasi. Data itu dipakai untuk utang atas namamu.
    Lihat akhir alamatnya. Bukan go.id? Tutup, lalu beri tahu tetangga yang menyebarkan.
pelajaran-aman-belanja = Belanja di luar aplikasi
pelajaran-aman-belanja-isi =
    Penjual atau pembeli yang mengajak bayar di luar aplikasi ingin lepas dari perlindungan aplikasi.
    Uang yang ditransfer langsung tidak bisa ditahan. Bukti transfer pun mudah dipalsukan.
    Bayar dan terima uang di dalam aplikasi. Kirim barang hanya setelah saldo benar-benar masuk, bukan setelah ada fotonya.
pelajaran-aman-data = Data diri itu kunci
pelajaran-aman-data-isi =
    Foto KTP, NIK, dan nama ibu kandung cukup untuk membuka pinjaman atas namamu.
    Tanya dulu: siapa yang meminta, untuk apa, disimpan di mana. Yang jujur bisa menjawab.
    Perlu mengirim KTP? Tulis di atas fotonya: hanya untuk keperluan apa dan tanggalnya.
pelajaran-aman-donasi = Donasi yang jelas
pelajaran-aman-donasi-isi =
    Penipu meminjam foto bencana atau anak sakit, lalu menaruh rekening pribadi.
    Lembaga resmi punya izin, laporan, dan rekening atas nama lembaga.
    Cari nama lembaganya dulu, sumbang lewat jalur resminya, atau bantu langsung orang yang kamu kenal.
pelajaran-aman-hadiah = Hadiah tanpa ikut undian
pelajaran-aman-hadiah-isi =
    Tidak mungkin menang undian yang tidak pernah diikuti.
    Pajak hadiah asli dipotong atau dibayar ke negara, bukan ditransfer ke nomor pribadi.
    Abaikan, jangan balas. Kalau nama mereknya disebut, tanyakan di akun resmi merek itu.
pelajaran-aman-investasi = Untung pasti itu bohong
pelajaran-aman-investasi-isi =
    Tak ada investasi yang untungnya pasti dan besar. Yang pasti hanya risikonya.
    Uang anggota baru dipakai membayar anggota lama. Saat anggota habis, semuanya hilang.
    Cek izinnya di OJK (telepon 157) sebelum menyetor satu rupiah pun.
pelajaran-aman-judol = Judi daring menghabiskan modal
pelajaran-aman-judol-isi =
    Mesinnya diatur: kemenangan awal dibuat supaya orang terus menyetor.
    Nama situs disamarkan dengan huruf aneh supaya lolos saringan. Itulah yang kami cari.
    Sembunyikan komentarnya, laporkan ke aduankonten.id, dan jangan balas akunnya. Kecanduan? Puskesmas bisa membantu tanpa menghakimi.
pelajaran-aman-keluarga = Keluarga dalam bahaya?
pelajaran-aman-keluarga-isi =
    Penelepon mengaku anak atau saudara kecelakaan, ditangkap polisi, atau ganti nomor.
    Ia melarang menutup telepon supaya kamu tidak sempat memeriksa.
    Tutup. Telepon nomor lama keluargamu. Sepakati satu kata rahasia keluarga untuk keadaan darurat.
pelajaran-aman-kerja = Lowongan yang minta bayar
pelajaran-aman-kerja-isi =
    Perusahaan membayar pegawai. Pelamar yang diminta membayar sedang ditipu.
    Tugas like dan subscribe dibayar kecil dulu, lalu diminta deposit besar yang tak kembali.
    Cari situs resmi perusahaannya, lamar di sana, dan jangan kirim KTP sebelum wawancara sungguhan.
pelajaran-aman-kurir = Kurir palsu
pelajaran-aman-kurir-isi =
    Kurir asli menyebut nomor resi yang bisa kamu cek sendiri di aplikasi.
    Penipu mengirim foto paket berupa file, atau menagih ongkir tambahan lewat tautan.
    Buka aplikasi tempatmu belanja, ketik nomor resinya sendiri. Tidak ada pesanan, tidak ada paket.
pelajaran-aman-layanan = Layanan pelanggan palsu
pelajaran-aman-layanan-isi =
    Akun palsu membalas keluhanmu lebih cepat daripada yang asli.
    Ia meminta nomor kartu, OTP, atau memasang aplikasi pengendali HP.
    Akun asli bercentang dan tidak pernah meminta kode. Cari nomornya di situs resmi, jangan di kolom komentar.
pelajaran-aman-otp = OTP hanya untukmu
pelajaran-aman-otp-isi =
    OTP adalah kunci sekali pakai. Siapa pun yang memintanya sedang mencoba masuk ke akunmu.
    Bank, kurir, polisi, dan teman tidak pernah perlu OTP-mu. Tidak ada pengecualian.
    Terlanjur memberi? Ganti sandi sekarang, keluarkan perangkat lain, lalu telepon banknya.
pelajaran-aman-pejabat = Pejabat gadungan
pelajaran-aman-pejabat-isi =
    Pejabat tidak menagih, melelang murah, atau meminta pulsa lewat WhatsApp.
    Foto profil dan nama mudah disalin. Nomornya yang tidak sama.
    Telepon kantornya dari nomor di situs go.id. Kalau memang resmi, ada suratnya.
pelajaran-aman-pinjol = Pinjaman kilat
pelajaran-aman-pinjol-isi =
    Pinjaman resmi terdaftar di OJK dan tidak menawarkan lewat SMS atau WhatsApp pribadi.
    Yang liar menyalin isi kontakmu, lalu menagih dengan mempermalukan ke semua orang.
    Cek namanya di OJK (telepon 157). Perlu modal? Tanya KUR di bank atau koperasi setempat.
pelajaran-aman-qris = QRIS ditempel orang lain
pelajaran-aman-qris-isi =
    Penipu menempel QRIS-nya di atas QRIS warungmu, atau mengirim bukti bayar palsu.
    Sebelum membayar, baca nama toko yang muncul. Setelah dibayar, lihat saldo, bukan fotonya.
    Periksa QRIS-mu tiap pagi, taruh di tempat yang terlihat, dan laminasi dengan nama toko.
pelajaran-aman-tautan = Membaca alamat situs
pelajaran-aman-tautan-isi =
    Baca dari belakang: nama sebelum .id atau .com itulah pemiliknya. bca.hadiah.xyz milik hadiah.xyz.
    Alamat pendek, huruf yang mirip, dan angka saja menyembunyikan tujuannya.
    Jangan klik dari pesan. Ketik sendiri alamat yang kamu kenal.
pelajaran-aman-transfer = Salah transfer
pelajaran-aman-transfer-isi =
    Penipu mengaku salah kirim uang lalu meminta dikembalikan. Kadang uangnya pinjaman atas namamu.
    Jangan kembalikan sendiri ke nomor yang ia sebut.
    Hubungi bank, biarkan bank yang mengembalikan lewat jalurnya.
pelajaran-etis-bahasa = Menjawab kata kasar
pelajaran-etis-bahasa-isi =
    Yang kasar menunggu balasan. Diam dan sembunyikan adalah jawaban paling kuat.
    Kritik tanpa makian layak dijawab: ucapkan terima kasih, minta rincian, tawarkan jalan keluar.
    Ada ancaman? Simpan tangkapan layar dengan tanggalnya, lalu laporkan.
pelajaran-etis-sebar = Saring sebelum sharing
pelajaran-etis-sebar-isi =
    Berhenti sebentar. Pesan yang membuat marah atau takut dibuat supaya cepat disebarkan.
    Cari tiga hal: siapa sumbernya, kapan kejadiannya, apa kata media lain.
    Ragu? Jangan teruskan. Cari judulnya di turnbackhoax.id atau cekfakta.com, dan tegur dengan lembut.

## Komentar

komentar-judul = Sortir komentar
komentar-ajak = Komentar tokomu penuh judi? Pilah sekaligus.
komentar-pengantar = Pilah mana yang sebaiknya disembunyikan: judi, penipuan, kata kasar.
komentar-tempel = Komentar, satu per baris
komentar-contoh =
    Enak banget keripiknya kak!
    SLOT GACOR maxwin hari ini…
komentar-berkas = File ekspor
komentar-izin = Kata dan nama yang selalu boleh
komentar-izin-isi = Satu per baris, nama pakai @
komentar-izin-contoh =
    @pelanggan_setia
    promo hoki
komentar-izin-simpan = Tersimpan untuk tokomu.
komentar-izin-tamu = Berlaku sekali ini. Dengan akun, tersimpan untuk tokomu.
komentar-tombol = Sortir
komentar-tidak-disimpan = Komentar tidak disimpan. Tidak ada yang dihapus sendiri.
komentar-dari = dari { $n }
komentar-sebaiknya = sebaiknya disembunyikan
komentar-bersih = Semua komentar aman
komentar-bersih-isi = Tidak ada yang perlu disembunyikan.
komentar-unduh = Unduh daftarnya (CSV)
komentar-daftar = daftar komentar
komentar-sembunyi = Sembunyikan
komentar-biarkan = Biarkan { $n }
komentar-biarkan-isi = Tidak ada tanda yang cukup kuat
komentar-lolos = { $n } lolos karena daftar izinmu
komentar-lolos-karena = lolos karena "{ $kata }"
komentar-janggal = agak janggal, lihat sendiri
komentar-baris = baris { $n }
komentar-lagi = dan { $n } lagi di daftar CSV
komentar-lagi-biar = dan { $n } lagi
komentar-sendiri = Sembunyikan sendiri di aplikasinya. Kami tidak menyentuh akunmu.
komentar-sortir-lagi = Sortir lagi
komentar-kolom-baris = baris
komentar-kolom-penulis = penulis
komentar-kolom-jenis = jenis
komentar-kolom-alasan = alasan
komentar-kolom-isi = komentar

## Data & izin

izin-halaman = Data & izin
izin-ajak = Izin, unduh semua, siapa yang melihat, hapus
izin-pengantar = Datamu milikmu. Di sini semuanya bisa dilihat, dibawa, dicabut, dan dihapus.
izin-tujuan = Dipakai untuk apa
izin-berlaku = Diizinkan
izin-tidak = Tidak
izin-dicabut = Dicabut { $kapan }
izin-jam = Sudah berlaku. Batas dari undang-undang (3 x 24 jam): { $kapan }, { $n } jam lagi.
izin-jam-usai = Batas 3 x 24 jam sudah lewat pada { $kapan }.
izin-dicabut-service = Akun dihapus.
izin-dicabut-mentoring = { $n ->
    [0] Pendamping tidak bisa membuka produkmu.
   *[other] { $n } pendamping tidak bisa lagi membuka produkmu.
    }
izin-dicabut-statistics = Tokomu tidak dihitung lagi dalam angka kota.
izin-dicabut-whatsapp = Tidak ada pengingat yang dikirim lagi.
izin-dicabut-gallery = Kitmu tidak dipamerkan lagi.
izin-riwayat = Riwayat ({ $n })
izin-riwayat-beri = Diberikan
izin-riwayat-cabut = Dicabut
izin-naskah = naskah { $n }
izin-belum-pernah = Belum pernah diberikan.
izin-wajib = Dicabut dengan menghapus akun.
izin-cabut = Cabut
izin-beri = Izinkan
izin-siapa = Siapa boleh apa
izin-siapa-sandi = Sandimu tidak bisa dibaca siapa pun: yang tersimpan hanya sidiknya.
boleh-see-product = melihat produk, foto, dan kit
boleh-edit-product = mengubah produk dan membuat kit
boleh-see-shop = melihat nama toko dan kemajuannya
boleh-edit-shop = mengubah toko dan pegawainya
boleh-issue-card = membuatkan kartu masuk baru
boleh-create-person = membuatkan akun
boleh-see-people = melihat nama dan kontak
boleh-tend-jobs = mengurus pekerjaan server
boleh-read-audit = membaca jejak
boleh-see-progress = melihat kelas, bukti, tugas, dan kunjungan
boleh-send-evidence = mengirim bukti
boleh-check-evidence = memeriksa bukti
boleh-confirm-level = mengesahkan kenaikan kelas
boleh-note-visit = mencatat kunjungan
boleh-offer-hand-over = menawarkan pendamping lain
boleh-join-programme = mendaftar program
boleh-run-programme = menjalankan program
boleh-tidak = tidak melihat apa pun milikmu
izin-lihat = Siapa yang melihat dataku
izin-lihat-kosong = Belum ada orang lain yang membuka.
izin-lihat-isi = Yang dicatat: membuka produk, kartu masuk, dan percobaan yang ditolak. Kunjungan orang yang sama dalam 12 jam dihitung satu.
izin-jejak-mesin = Penjaga server
izin-jejak-seseorang = Seseorang tanpa akun
izin-jejak-ditolak = mencoba membuka, ditolak
izin-jejak-see-shop = membuka produk tokomu
izin-jejak-issue-card = membuatkan kartu masuk
izin-jejak-revoke-card = mencabut kartu masuk
izin-jejak-invite = membuatkan akunmu
izin-jejak-create-person = membuatkan akunmu
izin-jejak-reset-access = membuatkan jalan masuk baru
izin-jejak-unlock = membuka kunci akunmu
izin-jejak-lain = mengurus akunmu
izin-unduh = Bawa semua datamu
izin-unduh-isi = Satu ZIP: data.json, semua foto, dan semua versi kit.
izin-unduh-tombol = Unduh ZIP
izin-hapus = Hapus akun dan semua isinya
izin-hapus-pendek = Tidak bisa dikembalikan
izin-hapus-toko = Toko { $toko } dengan semua produk, foto, dan kit
izin-hapus-akun = Nama, kontak, sandi, izin, kartu, dan token
izin-hapus-draf = Draf dan isian yang tertunda di HP ini
izin-hapus-berkas = File yang tidak dipakai orang lain
izin-cadangan = Cadangan server terakhir dibuat { $tanggal }. Salinan di dalamnya ikut hilang saat cadangan itu diganti atau dihapus pengelola.
izin-cadangan-tidak = Tidak ada cadangan server yang tercatat.
izin-hapus-kata = HAPUS
izin-hapus-ketik = Kata untuk menghapus
izin-hapus-petunjuk = Ketik { $kata } kalau sudah yakin.
izin-hapus-tombol = Hapus selamanya
izin-ke-akun = Akun dan sandi
tanda-judul = Data sudah dihapus
tanda-isi = Ini tanda terimanya. Tidak ada data pribadi di dalamnya.
tanda-toko = toko
tanda-produk = produk
tanda-berkas = file
tanda-jualan = penjualan
tanda-kas = baris kas
tanda-etalase = halaman toko
tanda-program = catatan program
tanda-akun = Akun dengan nama, kontak, dan sandi
tanda-izin = Catatan izin, kartu masuk, dan token
tanda-sesi = Semua sesi di semua perangkat
tanda-draf = Draf dan isian yang tertunda di perangkat ini
tanda-simpan = Simpan nomor ini. Alamat halaman ini bisa dibuka lagi kapan saja untuk membuktikannya.
tanda-cetak = Cetak
kabar-izin-dicabut = Izin dicabut, langsung berlaku.
waktu-saat = { $tanggal }, { $jam }
## Jualan

nav-jualan = Jualan
waktu-bulan = { $bulan } { $tahun }
bulan-sebelum = Bulan sebelumnya
bulan-sesudah = Bulan sesudahnya
jualan-judul = Jualan
jualan-perlu-akun = Catat jualanmu di sini
jualan-perlu-akun-isi = Masuk dulu, supaya catatanmu aman dan hanya kamu yang bisa melihat.
jualan-daftar = Daftar
jualan-hari-ini = Hari ini { $uang } dari { $n } penjualan
jualan-apa = Apa yang terjual?
jualan-lain = Yang lain
jualan-produk-lain = { $n } produk lain
jualan-rincian = Jumlah, harga, tanggal, tempat
jualan-rincian-isi = Kalau dikosongkan: satu barang, harga biasa, hari ini, langsung
jualan-nama = Nama barang
jualan-nama-isi = Hanya perlu kalau yang terjual bukan produk di atas
jualan-jumlah = Jumlah
jualan-uang = Uang
jualan-tanggal = Tanggal
jualan-tempat = Terjual lewat
jualan-catat = Catat
jualan-terakhir = Terakhir dicatat
jualan-sebelumnya = { $n } sebelumnya
jualan-kosong = Belum ada. Sentuh produk yang terjual, lalu Catat.
jualan-batalkan = Batalkan { $apa }
jualan-impor = Ambil dari marketplace
jualan-impor-isi = Shopee, TikTok Shop, Tokopedia, Lazada, atau Excel
jualan-kas-isi = Uang masuk dan keluar, perkiraan pajak
jualan-pilih-dulu = Pilih dulu produk yang terjual, atau tulis namanya
jualan-nama-dulu = Tulis nama barangnya, karena yang dipilih Yang lain
jualan-tanggal-salah = Pilih tanggalnya dari kalender
angka-salah = Tulis dengan angka saja, misalnya 2
angka-kurang-nol = Tidak bisa kurang dari nol. Tulis angkanya tanpa tanda minus
angka-utuh = Tulis angka utuh tanpa koma, misalnya 2
angka-terlalu-besar = Angkanya terlalu besar. Periksa lagi jumlah nolnya
jualan-hari = { $awal } – { $akhir }
jualan-pesanan = { $n } penjualan
jualan-barang = { $n } barang
jualan-naik = Naik { $n }%
jualan-turun = Turun { $n }%
jualan-dari = dari { $uang } pada { $hari }
jualan-belum-banding = Belum ada catatan { $bulan } untuk dibandingkan.
jualan-grafik = Jualan { $bulan } dibanding bulan sebelumnya, dijumlah dari hari ke hari
jualan-angkanya = Lihat angkanya
jualan-terlaris = Paling laris
jualan-tempat-judul = Terjual lewat mana
jualan-jam = Jam ramai
jualan-jam-kolom = Jam
jualan-ramai = Paling banyak sekitar jam { $jam }.
jualan-laporan = Hasil bulan ini
jualan-unduh = Unduh bulan ini
jualan-unduh-isi = Hasil untuk bank, dan semua penjualan
jualan-bulan-kosong = Belum ada penjualan yang dicatat di bulan ini.
kabar-terjual = Tercatat. Keliru? Batalkan di daftar terakhir.
kabar-jualan-batal = Penjualan itu sudah dibatalkan.
kabar-sudah-batal = Catatan itu sudah dibatalkan sebelumnya. Tidak ada yang berubah.
kabar-impor = Penjualan dari berkas itu sudah masuk catatan.
kabar-impor-sudah = Tidak ada yang baru: isi berkas itu sudah tercatat sebelumnya.
kabar-impor-ditarik = Penjualan yang ternyata batal atau dikembalikan sudah tidak dihitung lagi.
kabar-impor-dan-ditarik = Penjualan dari berkas itu sudah masuk. Yang ternyata batal atau dikembalikan tidak dihitung lagi.
kabar-impor-batal = Penjualan dari berkas itu sudah dibatalkan semua.
kabar-kas = Sudah masuk buku kas.
kabar-kas-batal = Catatan kas itu sudah dibatalkan.

## Impor pesanan

impor-judul = Ambil dari marketplace
impor-apa = Unggah berkas pesananmu. Kamu lihat dulu apa jadinya, baru disimpan.
impor-berkas = Berkas pesanan
impor-berkas-isi = XLSX atau CSV, sampai 50 MB
impor-lihat = Lihat isinya
impor-tanpa-berkas = Pilih berkasnya dulu
impor-dari = Ambil berkasnya di mana?
impor-shopee = Shopee
impor-shopee-isi = Seller Centre, Pesanan Saya, Export
impor-tiktok = TikTok Shop dan Tokopedia
impor-tiktok-isi = Seller Center, Pesanan, Ekspor
impor-lazada = Lazada
impor-lazada-isi = Seller Center, Pesanan, Export All
impor-lain = Excel atau buku sendiri
impor-lain-isi = Tabel apa saja yang punya tanggal, produk dan uang
impor-rahasia = Nama dan alamat pembeli tidak kami ambil. Berkasnya dihapus paling lama sehari sesudah diunggah.
impor-riwayat = Yang sudah diambil
impor-riwayat-isi = Salah berkas? Batalkan satu berkas sekaligus, kapan saja.
impor-riwayat-kapan = diambil { $tanggal }
impor-batalkan = Batalkan { $n } penjualan { $tempat } mulai { $tanggal }
impor-tunjuk = Tunjukkan dulu kolomnya
impor-tunjuk-isi = Berkas ini bukan dari marketplace yang kami kenal. Pilih kolom mana yang berisi apa.
impor-baru = penjualan baru
impor-tiada-baru = Tidak ada yang perlu disimpan dari berkas ini.
impor-sudah = { $n } sudah tercatat
impor-ditarik = { $n } yang sudah tercatat ternyata batal atau dikembalikan: tidak dihitung lagi
impor-berkurang = { $n } yang sudah tercatat dikembalikan sebagian: jumlahnya dikurangi
impor-hanya-ditarik = Tidak ada penjualan baru, tetapi ada yang berubah.
impor-kembar = { $n } kembar di berkas ini
impor-salah = { $n } baris belum terbaca
impor-orders-cancelled = { $n } dibatalkan atau belum dibayar
impor-orders-returned = { $n } dikembalikan
impor-orders-free = { $n } tanpa harga
impor-terpotong = Berkas ini terlalu panjang. Hanya 200.000 baris pertama yang dibaca.
impor-salah-judul = Yang belum terbaca
impor-salah-isi = Baris ini dilewati; yang lain tetap masuk. Benahi di berkasnya, lalu unggah lagi kapan saja.
impor-baris = Baris { $n }
impor-lainnya = dan { $n } lagi
impor-jadi = Akan dicatat
impor-kolom = Kolom berkas
impor-contoh = Contoh isi berkas
impor-tidak-ada = Tidak ada
impor-baca = Baca dengan kolom ini
impor-simpan = Simpan { $n } penjualan
impor-simpan-ditarik = Simpan { $n } perubahan
impor-kembali = Kembali ke Jualan
kolom-day = Tanggal
kolom-product = Nama produk
kolom-quantity = Jumlah
kolom-total = Uang seluruhnya
kolom-price = Harga satuan
kolom-order = Nomor pesanan atau nota
kolom-variant = Varian
kolom-status = Status

## Kas dan pajak

kas-judul = Buku kas
kas-sisa = Sisa uang bulan ini
kas-masuk = Masuk
kas-masuk-isi = { $jual } penjualan, { $lain } lainnya
kas-keluar = Keluar
kas-catat-judul = Catat uang
kas-arah = Masuk atau keluar
kas-untuk = Untuk apa
kas-untuk-contoh = beli gula
kas-catat = Catat
kas-buku = Isi buku
kas-kosong = Belum ada catatan di bulan ini. Penjualan sudah otomatis dihitung masuk.
kas-uang-kosong = Tulis jumlah uangnya
pajak-judul = Perkiraan pajak { $tahun }
pajak-perkiraan = PPh final 0,5% dari omzet yang tercatat, usaha orang pribadi
pajak-omzet = Omzet tahun ini { $omzet }. Sampai { $bebas } setahun bebas pajak.
pajak-sisa = Masih { $sisa } sampai mulai kena pajak.
pajak-lewat = Omzet sudah lewat { $batas } setahun. Aturan ini tidak berlaku lagi; tanyakan ke kantor pajak.
pajak-bulan = Bulan demi bulan
pajak-kolom-bulan = Bulan
pajak-kolom-omzet = Omzet
pajak-kolom-pajak = Pajak
pajak-bukan = Ini perkiraan, bukan nasihat pajak. Aturan: { $sumber }; diperiksa { $tanggal }.

## Harga dan untung

harga-judul = Hitung harga
harga-jual = dijual { $harga }
harga-modal = Modal satu barang
harga-modal-belum = Isi bahan, tenaga dan hasilnya, nanti modalnya kelihatan.
harga-sisa-kotor = Setelah potongan, sebelum modal
harga-sisa = Yang tersisa buatmu
harga-belum-jual = Harga jualnya belum diisi.
harga-potongan = potongan { $uang }
harga-kira = kira-kira
harga-persen = { $n }% dari harga
harga-minta = jual { $harga }
harga-minta-isi = Tanda biru: harga supaya tersisa { $n }%.
harga-sumber = Potongan marketplace per { $tanggal }; bisa berbeda menurut kategori. Isi potongan tokomu sendiri supaya pas.
harga-sekali = Sekali bikin
harga-sekali-isi = Hitung untuk satu kali masak atau satu kali produksi.
harga-bahan = Bahan dan harganya
harga-bahan-nama = Bahan { $n }
harga-bahan-harga = Harga bahan { $n }
harga-bahan-contoh = tempe 2 kg
harga-tenaga = Upah
harga-tenaga-isi = Termasuk upahmu sendiri
harga-lain = Gas, listrik, sewa
harga-hasil = Jadi berapa barang
harga-kemasan = Kemasan satu barang
harga-lanjut = Untung, promo, ongkir, potongan
harga-lanjut-isi = Kalau dikosongkan: untung 30%, tanpa promo
harga-untung = Mau tersisa berapa persen
harga-promo = Potongan promo tiap barang
harga-ongkir = Ongkir yang kamu tanggung
harga-komisi = Potongan tiap tempat
harga-komisi-isi = Lihat di Seller Centre. Kosongkan kalau tidak tahu.
harga-hitung = Hitung
harga-angka-salah = Tulis angka saja, misalnya 20
periksa-rugi = Harga ini bikin rugi
periksa-rugi-isi = Di { $tempat } kamu rugi setiap kali laku.
periksa-rugi-lihat = Lihat hitungannya
bagikan-untung-modal = Modalnya { $modal } sudah dikurangkan.

## Toko

nav-toko = Toko
hari-1 = Senin
hari-2 = Selasa
hari-3 = Rabu
hari-4 = Kamis
hari-5 = Jumat
hari-6 = Sabtu
hari-7 = Minggu
kain-wedel = Wedel
kain-sogan = Sogan
kain-pandan = Pandan
kain-cabai = Cabai
kain-kunyit = Kunyit
kain-tinta = Tinta
toko-terang = Belanja di { $toko }
toko-habis = Sedang habis
toko-mulai = mulai
toko-pilihan = Pilihan
toko-kosong = Etalasenya masih kosong.
toko-tanya = Tanya lewat WhatsApp
toko-sapa = Halo { $toko }, saya mau tanya.
toko-semua = Semua barang { $toko }
toko-jam = Jam buka
toko-libur = libur
toko-kaki = Toko ini memakai
toko-foto = Foto { $barang }
toko-tanya-harga = Tanya harga
toko-pesan-dulu = Dibuat sesudah dipesan, sekitar { $n } hari
toko-pesan-judul = Pesan
toko-total = Jumlahnya
toko-pesannya = Lihat pesannya
toko-pesan = Halo { $toko }, saya mau pesan { $n } { $barang }. Kirim ke:{ " " }
toko-pesan-harga = Halo { $toko }, saya mau pesan { $n } { $barang } ({ $uang }). Kirim ke:{ " " }
toko-pesan-wa = Pesan lewat WhatsApp
toko-qr = QR dengan nominal
toko-qr-alt = Kode QRIS { $toko } dengan nominal { $uang }
toko-qr-isi = Pesan dulu dan tunggu penjual mengiyakan. Halaman ini tidak tahu apakah uangnya sudah masuk; kirim bukti bayarmu ke penjual.
toko-qr-lewat = Satu QRIS paling banyak { $batas }, jadi QR-nya tidak ditampilkan. Kurangi jumlahnya, atau pesan lewat WhatsApp dan bayar dengan cara lain.
toko-tutup-saran = Pemiliknya sudah menutup toko ini.
tokosaya-judul = Toko saya
tokosaya-perlu-akun = Buka tokomu sendiri
tokosaya-perlu-akun-isi = Masuk dulu. Satu alamat untuk semua produkmu, gratis.
tokosaya-apa = Satu alamat untuk { $toko }: pembeli lihat barangnya, lalu pesan lewat WhatsApp.
tokosaya-buka = Tokomu sudah buka
tokosaya-lihat = Lihat toko
tokosaya-ditarik = Toko ini sudah kamu tarik. Alamatnya menjawab bahwa toko sudah tutup. Simpan lagi untuk membukanya.
tokosaya-umum = Boleh dilihat siapa saja
tokosaya-umum-isi = Nama toko, produk yang dipilih, nomor pesanan dan jam buka
tokosaya-alamat = Alamat toko
tokosaya-tentang = Tentang tokomu
tokosaya-wa = WhatsApp untuk pesanan
tokosaya-rak = Yang dipajang
tokosaya-rak-isi = Centang yang dijual. Angka kecil tampil lebih dulu.
tokosaya-rak-kosong = Belum ada produk.
tokosaya-belum-kit = belum ada foto siap jual
tokosaya-urutan = Urutan { $barang }
tokosaya-qris = QRIS tokomu
tokosaya-qris-isi = Pindai stiker QRIS di kasirmu dengan aplikasi pembaca QR, lalu tempel teksnya. Uang tetap masuk ke rekeningmu sendiri.
tokosaya-qris-teks = Teks QRIS
tokosaya-qris-nama = Atas nama { $nama }
tokosaya-jam = Jam buka
tokosaya-dari = { $hari } buka
tokosaya-sampai = { $hari } tutup
tokosaya-warna = Warna toko
tokosaya-simpan = Simpan toko
tokosaya-umpan = Katalog untuk Meta dan Google
tokosaya-umpan-isi = Pasang alamat ini sekali; isinya ikut berubah dengan tokomu.
tokosaya-tarik = Tarik toko
tokosaya-tarik-isi = Halaman toko dan produknya hilang dari umum. Produk dan catatanmu sendiri tetap ada.
kabar-toko = Tokomu sudah disimpan.
kabar-toko-tarik = Tokomu sudah ditarik dari umum.
