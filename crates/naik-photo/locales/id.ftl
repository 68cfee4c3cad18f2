### Kalimat dari mesin foto. Setiap kunci punya `.hint`: langkah berikutnya.

## Membaca berkas
photo-empty = Berkas ini kosong
    .hint = Kirim ulang fotonya dari galeri HP
photo-not-a-picture = Berkas ini bukan foto
    .hint = Pilih foto JPG, PNG, atau WebP
photo-heic = Foto iPhone (HEIC) belum bisa dibaca
    .hint = Di iPhone buka Pengaturan > Kamera > Format > Paling Kompatibel, atau kirim fotonya lewat WhatsApp, lalu pakai hasilnya
photo-is-video = Ini video, bukan foto
    .hint = Buka videonya, ambil tangkapan layar yang paling jelas, lalu pakai gambar itu
photo-format-unsupported = Format { $format } belum bisa dibaca
    .hint = Simpan atau kirim sebagai JPG, misalnya lewat WhatsApp atau menu "Bagikan"
photo-truncated = Foto ini terpotong, datanya belum lengkap
    .hint = Unduh atau kirim ulang fotonya sampai selesai
photo-damaged = Foto ini rusak dan tidak bisa dibuka
    .hint = Coba buka di galeri; kalau di sana juga rusak, foto ulang produkmu
photo-too-many-bytes = Foto ini { $size } MB, paling besar { $max } MB
    .hint = Kirim lewat WhatsApp supaya mengecil, atau perkecil di galeri
photo-too-many-pixels = Foto ini { $width } x { $height } piksel, terlalu besar
    .hint = Pakai foto sampai { $max } megapiksel; mode kamera biasa sudah cukup
photo-too-small = Foto ini hanya { $width } x { $height } piksel
    .hint = Pakai foto asli dari kamera, sisi panjangnya minimal { $min } piksel; jangan gambar kecil dari layar
photo-note-first-frame = Gambar ini bergerak, yang dipakai gambar pertamanya
    .hint = Kalau bukan itu yang kamu mau, kirim satu foto diam
photo-note-print-colors = Foto ini memakai warna cetak (CMYK), warnanya bisa sedikit berbeda
    .hint = Bandingkan dengan produkmu; kalau beda, pakai foto asli dari kamera
photo-note-transparent = Foto ini sudah tanpa latar
    .hint = Bagian kosongnya kami beri warna putih

## Merapikan
retouch-already-good = Sudah bagus, tidak diubah
    .hint = Tidak perlu apa-apa
retouch-warm-cast = Cahaya kekuningan dinetralkan
    .hint = Matikan langkah ini kalau warna produkmu jadi berbeda
retouch-cool-cast = Cahaya kebiruan dinetralkan
    .hint = Matikan langkah ini kalau warna produkmu jadi berbeda
retouch-tint-cast = Cahaya kehijauan atau keunguan dinetralkan
    .hint = Matikan langkah ini kalau warna produkmu jadi berbeda
retouch-unsure = Warna dibiarkan, tandanya kurang jelas
    .hint = Foto di dekat jendela, lampu dimatikan, supaya warnanya pasti
retouch-too-dark = Foto diterangkan
    .hint = Lain kali foto di dekat jendela atau di teras
retouch-too-bright = Foto diredupkan sedikit
    .hint = Lain kali hindari matahari langsung
retouch-flat = Kontras ditambah sedikit
    .hint = Lap lensa HP sebelum memotret
retouch-noisy = Bintik-bintik dihaluskan
    .hint = Lain kali cari tempat yang lebih terang
retouch-soft = Ditajamkan sedikit
    .hint = Tahan HP dengan dua tangan saat memotret
retouch-noise-first = Tidak ditajamkan, bintiknya akan ikut tajam
    .hint = Lain kali cari tempat yang lebih terang
retouch-askew = Foto diluruskan
    .hint = Pakai garis bantu di kamera supaya lurus

## Menilai
quality-too-dark = Foto terlalu gelap
    .hint = Coba di dekat jendela atau di teras pada siang hari
quality-too-bright = Foto terlalu terang, ada bagian yang putih polos
    .hint = Geser dari matahari langsung, atau ketuk produknya di layar sebelum memotret
quality-blurred = Foto buram
    .hint = Lap lensa, tahan HP dengan dua tangan, ketuk produknya di layar, lalu foto
quality-cut-off = Produk terpotong di tepi foto
    .hint = Mundur selangkah supaya seluruh produk masuk
quality-too-small = Produk terlalu kecil di dalam foto
    .hint = Dekatkan HP sampai produk memenuhi lebih dari setengah foto
quality-low-contrast = Produk sulit dibedakan dari latarnya
    .hint = Pakai alas polos yang warnanya berbeda dari produk

## Memotong produk
cutout-too-small = Foto ini hanya { $width } x { $height } piksel, terlalu kecil untuk dipotong
    .hint = Pakai foto yang sisinya paling sedikit { $least } piksel
cutout-model-unreadable = Berkas model itu tidak bisa dibaca: { $reason }
    .hint = Pilih berkas model ONNX yang utuh, atau jalankan tanpa `--model`
cutout-model-shape = Model itu bukan jenis "satu foto masuk, satu masker keluar": { $reason }
    .hint = Pakai model pemisah latar seperti U2-Net atau IS-Net
cutout-model-failed = Model itu gagal mengolah foto ini: { $reason }
    .hint = Jalankan tanpa `--model`; mesin bawaan tidak membutuhkannya
