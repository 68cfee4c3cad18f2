press-picture-size = Ukuran gambar { $width }x{ $height } boten cocok kaliyan isinipun
    .hint = Cobi unggah malih fotonipun
press-empty-cutout = Produkipun boten ketingal wonten ing foto potongan
    .hint = Ngginakaken foto asli, utawi dipuntandhani produkipun
press-no-name = Nami "{ $name }" boten gadhah aksara ingkang saged dipuncithak
    .hint = Serat nami produk ngangge aksara Latin utawi aksara Jawa
