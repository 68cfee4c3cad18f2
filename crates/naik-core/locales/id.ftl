money-not-a-number = "{ $text }" bukan harga
    .hint = Tulis angka saja, misalnya 15000, Rp15.000 atau 15rb
money-zero = Harganya nol
    .hint = Isi harga jual yang sebenarnya, atau kosongkan dulu
money-negative = Harga "{ $text }" kurang dari nol
    .hint = Tulis harga jual tanpa tanda minus
money-too-large = Harga "{ $text }" terlalu besar
    .hint = Periksa lagi jumlah nolnya
money-juta-or-miliar = "M" pada "{ $text }" bisa berarti juta atau miliar
    .hint = Tulis jt atau juta, misalnya 1jt, atau tulis miliar, misalnya 1 miliar
money-part-of-rupiah = Harga "{ $text }" tidak genap dalam rupiah
    .hint = Tulis rupiah yang utuh, misalnya 15500 atau 15.500, atau tambahkan rb: 15.5rb
quantity-not-read = Isi atau berat "{ $text }" belum terbaca
    .hint = Tulis angka dan satuannya, misalnya 250 g, 300 ml atau 12 pcs
color-not-read = Warna "{ $text }" belum terbaca
    .hint = Tulis kode seperti #f4a81d atau nama seperti merah, hijau, biru
phone-not-read = Nomor WhatsApp "{ $text }" belum benar
    .hint = Tulis seperti 0812-3456-7890
permit-nib = NIB "{ $text }" belum benar
    .hint = NIB terdiri dari 13 angka; lihat di oss.go.id. Sementara ini NIB tidak dicantumkan
permit-pirt = Nomor PIRT "{ $text }" belum benar
    .hint = PIRT terdiri dari 15 angka, misalnya P-IRT 2053573010123-29. Sementara ini PIRT tidak dicantumkan
permit-halal = Nomor sertifikat halal "{ $text }" belum benar
    .hint = Nomornya ID dan 17 angka; lihat di sertifikatmu. Sementara ini kata halal tidak dipakai
permit-bpom = Nomor BPOM "{ $text }" belum benar
    .hint = Contohnya MD dan 12 angka, atau TR dan 9 angka. Sementara ini BPOM tidak dicantumkan

## Akun
contact-not-read = Nomor HP atau e-mail ini belum benar
    .hint = Contohnya 0812-3456-7890 atau sri@contoh.id
area-not-read = Kode wilayah ini belum benar
    .hint = Contohnya 35.73 untuk Kota Malang, 35 untuk Jawa Timur
name-empty = Namanya masih kosong
    .hint = Tulis nama yang biasa dipakai orang memanggilmu
name-too-long = Namanya terlalu panjang
    .hint = Paling banyak { $most } huruf
name-hidden = Di nama ini ada huruf yang tidak kelihatan
    .hint = Ketik ulang namanya, jangan disalin dari tempat lain

## Penjualan, kas
day-future = Tanggalnya belum tiba
    .hint = Pilih hari ini atau hari yang sudah lewat
day-past = Tanggalnya terlalu lama
    .hint = Pilih tanggal sesudah tahun 2000
sale-quantity = Jumlahnya belum benar
    .hint = Tulis angka bulat dari 1 sampai { $most }
sale-amount = Uangnya belum benar
    .hint = Tulis jumlah di atas nol, paling banyak { $most }
sale-no-product = Belum jelas apa yang terjual
    .hint = Pilih produk, atau tulis namanya
cash-no-what = Belum tertulis untuk apa
    .hint = Tulis singkat, misalnya beli gula
cash-long-what = Keterangannya terlalu panjang
    .hint = Ringkas sampai { $most } huruf

## Toko

slug-form = Alamat tokonya belum benar
    .hint = Pakai 3 sampai 40 huruf kecil, angka dan tanda -, misalnya keripik-bu-sri
slug-reserved = Alamat itu tidak bisa dipakai toko
    .hint = Tambahkan nama tokomu, misalnya toko-bu-sri
slug-rude = Alamat itu kurang pantas
    .hint = Pakai nama yang enak didengar pembeli
hours-wrong = Jam bukanya belum benar
    .hint = Tulis jam buka lalu jam tutup, misalnya 08:00 dan 17:00
