### Ukara saking mesin foto. Saben kunci wonten `.hint`: langkah salajengipun.

## Maos berkas
photo-empty = Berkas punika kosong
    .hint = Mangga dipunkintun malih fotonipun saking galeri HP
photo-not-a-picture = Berkas punika sanes foto
    .hint = Mangga milih foto JPG, PNG, utawi WebP
photo-heic = Foto iPhone (HEIC) dereng saged dipunwaos
    .hint = Ing iPhone bikak Pengaturan > Kamera > Format > Paling Kompatibel, utawi kintun fotonipun lumantar WhatsApp, lajeng dipunagem asilipun
photo-is-video = Punika video, sanes foto
    .hint = Bikak videonipun, pendhet gambar layar ingkang paling cetha, lajeng dipunagem
photo-format-unsupported = Format { $format } dereng saged dipunwaos
    .hint = Simpen utawi kintun minangka JPG, umpami lumantar WhatsApp
photo-truncated = Foto punika kepedhot, datanipun dereng jangkep
    .hint = Mangga dipununduh utawi dipunkintun malih ngantos rampung
photo-damaged = Foto punika risak lan boten saged dipunbikak
    .hint = Cobi dipunbikak ing galeri; menawi inggih risak, mangga moto malih
photo-too-many-bytes = Foto punika { $size } MB, paling ageng { $max } MB
    .hint = Kintun lumantar WhatsApp supados alit, utawi dipunalitaken ing galeri
photo-too-many-pixels = Foto punika { $width } x { $height } piksel, kagengan
    .hint = Ngagem foto ngantos { $max } megapiksel; kamera limrah sampun cekap
photo-too-small = Foto punika namung { $width } x { $height } piksel
    .hint = Ngagem foto asli saking kamera, sisih panjangipun paling sekedhik { $min } piksel
photo-note-first-frame = Gambar punika obah, ingkang dipunagem gambar sepisanan
    .hint = Menawi sanes punika, mangga ngintun foto ingkang mendel
photo-note-print-colors = Foto punika ngagem warni cithak (CMYK), warninipun saged beda sekedhik
    .hint = Mangga dipuntandhingaken kaliyan produkipun; menawi beda, ngagem foto asli saking kamera
photo-note-transparent = Foto punika sampun tanpa latar
    .hint = Perangan ingkang kosong kaparingan werni pethak

## Ngrapekaken
retouch-already-good = Sampun sae, boten dipunewahi
    .hint = Boten perlu menapa-menapa
retouch-warm-cast = Cahya jene dipunnetralaken
    .hint = Pejahi langkah punika menawi warni produkipun dados beda
retouch-cool-cast = Cahya biru dipunnetralaken
    .hint = Pejahi langkah punika menawi warni produkipun dados beda
retouch-tint-cast = Cahya ijem utawi wungu dipunnetralaken
    .hint = Pejahi langkah punika menawi warni produkipun dados beda
retouch-unsure = Warni boten dipunewahi, tandhanipun kirang cetha
    .hint = Moto ing celak jendhela, lampu dipunpejahi, supados warninipun cetha
retouch-too-dark = Foto dipunpadhangaken
    .hint = Sanes wekdal moto ing celak jendhela utawi ing emper
retouch-too-bright = Foto dipunredupaken sekedhik
    .hint = Sanes wekdal sampun kenging srengenge langsung
retouch-flat = Kontras dipuntambah sekedhik
    .hint = Lensa HP dipunlap rumiyin
retouch-noisy = Bintik-bintik dipunalusaken
    .hint = Sanes wekdal pados panggenan ingkang langkung padhang
retouch-soft = Dipunlandhepaken sekedhik
    .hint = HP dipuncepeng mawi asta kalih
retouch-noise-first = Boten dipunlandhepaken, bintikipun badhe tumut landhep
    .hint = Sanes wekdal pados panggenan ingkang langkung padhang
retouch-askew = Foto dipunlempengaken
    .hint = Ngagem garis bantu ing kamera supados lempeng

## Mbiji
quality-too-dark = Foto kepetengen
    .hint = Cobi ing celak jendhela utawi ing emper wekdal siyang
quality-too-bright = Foto kepadhangen, wonten perangan ingkang pethak polos
    .hint = Geser saking srengenge langsung, utawi tutul produkipun ing layar saderengipun moto
quality-blurred = Foto burem
    .hint = Lap lensanipun, cepeng HP mawi asta kalih, tutul produkipun ing layar, lajeng moto
quality-cut-off = Produk kepedhot ing pinggir foto
    .hint = Mundur sajangkah supados sedaya produk mlebet
quality-too-small = Produk kalitan ing foto
    .hint = Celakaken HP ngantos produk ngebaki langkung saking setengah foto
quality-low-contrast = Produk angel dipunbedakaken kaliyan latar
    .hint = Ngagem lemek polos ingkang warninipun beda kaliyan produk

## Ngethok produk
cutout-too-small = Foto menika namung { $width } x { $height } piksel, kealiten kangge dipunkethok
    .hint = Ginakaken foto ingkang sisihipun paling sekedhik { $least } piksel
cutout-model-unreadable = Berkas model menika boten saged dipunwaos: { $reason }
    .hint = Pilih berkas model ONNX ingkang wetah, utawi lampahaken tanpa `--model`
cutout-model-shape = Model menika sanes jinis "satunggal foto mlebet, satunggal masker medal": { $reason }
    .hint = Ginakaken model misah latar kados U2-Net utawi IS-Net
cutout-model-failed = Model menika gagal ngolah foto menika: { $reason }
    .hint = Lampahaken tanpa `--model`; mesin bawaan boten mbetahaken
