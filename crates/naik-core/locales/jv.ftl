money-not-a-number = "{ $text }" dede regi
    .hint = Kaserat angka kemawon, upaminipun 15000, Rp15.000 utawi 15rb
money-zero = Reginipun nol
    .hint = Isinen regi sade ingkang saleres, utawi kothongaken rumiyin
money-negative = Regi "{ $text }" kirang saking nol
    .hint = Serat regi sade tanpa tandha minus
money-too-large = Regi "{ $text }" kagengen
    .hint = Mangga dipun priksa malih cacahing nol
money-juta-or-miliar = "M" ing "{ $text }" saged ateges yuta utawi milyar
    .hint = Serat jt utawi juta, upaminipun 1jt, utawi serat miliar, upaminipun 1 miliar
money-part-of-rupiah = Regi "{ $text }" boten wetah rupiahipun
    .hint = Serat rupiah ingkang wetah, upaminipun 15500 utawi 15.500, utawi tambahi rb: 15.5rb
quantity-not-read = Isi utawi bobot "{ $text }" dereng kewaos
    .hint = Serat angka kaliyan satuanipun, upaminipun 250 g, 300 ml utawi 12 pcs
color-not-read = Werni "{ $text }" dereng kewaos
    .hint = Serat kode kados #f4a81d utawi nami kados merah, hijau, biru
phone-not-read = Nomer WhatsApp "{ $text }" dereng leres
    .hint = Serat kados 0812-3456-7890
permit-nib = NIB "{ $text }" dereng leres
    .hint = NIB punika 13 angka; mirsani oss.go.id. Samangke NIB boten kaserat
permit-pirt = Nomer PIRT "{ $text }" dereng leres
    .hint = PIRT punika 15 angka, upaminipun P-IRT 2053573010123-29. Samangke PIRT boten kaserat
permit-halal = Nomer sertifikat halal "{ $text }" dereng leres
    .hint = Nomeripun ID lan 17 angka; mirsani sertifikatipun. Samangke tembung halal boten dipun ginakaken
permit-bpom = Nomer BPOM "{ $text }" dereng leres
    .hint = Upaminipun MD lan 12 angka, utawi TR lan 9 angka. Samangke BPOM boten kaserat

## Akun
contact-not-read = Nomer HP utawi e-mail menika dereng leres
    .hint = Tuladhanipun 0812-3456-7890 utawi sri@contoh.id
area-not-read = Kode wilayah menika dereng leres
    .hint = Tuladhanipun 35.73 kangge Kutha Malang, 35 kangge Jawa Timur
name-empty = Asmanipun taksih kothong
    .hint = Serat asma ingkang limrah dipunangge nimbali panjenengan
name-too-long = Asmanipun kedawan
    .hint = Paling kathah { $most } aksara
name-hidden = Wonten aksara ingkang mboten ketingal ing asma menika
    .hint = Ketik malih asmanipun, sampun nyalin saking papan sanes

## Sadean, kas
day-future = Dintenipun dereng dumugi
    .hint = Pilih dinten menika utawi dinten ingkang sampun kepengker
day-past = Dintenipun sampun dangu sanget
    .hint = Pilih tanggal sasampunipun taun 2000
sale-quantity = Cacahipun dereng leres
    .hint = Serat angka wetah saking 1 dumugi { $most }
sale-amount = Cacahing arta dereng leres
    .hint = Serat langkung saking nol, paling kathah { $most }
sale-no-product = Dereng cetha menapa ingkang kasade
    .hint = Pilih produk, utawi serat naminipun
cash-no-what = Dereng kaserat kangge menapa
    .hint = Serat cekak, upaminipun tumbas gendhis
cash-long-what = Katranganipun kedawan
    .hint = Cekakaken dumugi { $most } aksara

## Toko

slug-form = Alamat tokonipun dereng leres
    .hint = Ginakaken 3 dumugi 40 aksara alit, angka lan tandha -, upaminipun keripik-bu-sri
slug-reserved = Alamat menika mboten saged dipunginakaken toko
    .hint = Tambahi nami toko panjenengan, upaminipun toko-bu-sri
slug-rude = Alamat menika kirang prayogi
    .hint = Ginakaken nami ingkang sekeca dipunmirengaken
hours-wrong = Jam bikakipun dereng leres
    .hint = Serat jam bikak lajeng jam tutup, upaminipun 08:00 lan 17:00
