press-picture-size = Ukuran gambar { $width }x{ $height } tidak cocok dengan isinya
    .hint = Coba unggah ulang fotonya
press-empty-cutout = Produk tidak terlihat di foto potongannya
    .hint = Pakai foto asli, atau beri coretan pada produknya
press-no-name = Nama "{ $name }" tidak punya huruf yang bisa dicetak
    .hint = Tulis nama produk dengan huruf Latin atau aksara Jawa
