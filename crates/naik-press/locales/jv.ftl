press-picture-size = Ukuran gambar { $width }x{ $height } mboten cocok kaliyan isinipun
    .hint = Cobi unggah malih fotonipun
press-empty-cutout = Produkipun mboten ketingal wonten ing foto potongan
    .hint = Ngginakaken foto asli, utawi dipuntandhani produkipun
press-no-name = Nami "{ $name }" mboten gadhah aksara ingkang saged dipuncithak
    .hint = Serat nami produk ngangge aksara Latin utawi aksara Jawa
