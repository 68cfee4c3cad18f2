## On every page

merek-janji = Photograph your product today, sell it this afternoon
merek-terang = One photo becomes clean photos, posters, texts, a video and marketplace listings. Free, no account needed.
umum-lompat = Skip to content
umum-kembali = Back
umum-tutup = Close
nav-nama = Main menu
nav-beranda = Home
nav-kit = Products
nav-cek = Check
nav-akun = Account
nav-masuk = Sign in
nav-binaan = Shops
nav-senin = Monday
nav-kunjungan = Visits
nav-jejaring = Network
nav-admin = Admin
bahasa-pilih = Choose a language
peran-owner = Shop owner
peran-staff = Shop staff
peran-mentor = Mentor
peran-volunteer = Volunteer
peran-checker = Checker
peran-manager = Manager
peran-admin = Admin
langkah-ke = Step { $n } of 5: { $nama }
langkah-1 = Photo
langkah-2 = Facts
langkah-3 = Kit
langkah-4 = Check
langkah-5 = Share
banding-geser = Slide to see before and after
banding-foto-hp = Phone photo
banding-siap = Ready to sell
banding-fotomu = Your photo
salin = Copy
salin-apa = Copy { $apa }
salin-sudah = Copied
salin-gagal = Not copied. Press and hold the text, then choose Copy
bagi = Share
unduh-apa = Download { $apa }
titik-proved = proved
titik-neutral = no claim
titik-unproved = not proved
titik-forbidden = not allowed
isian-boleh-kosong = optional
isian-misal = e.g. { $contoh }
isian-intip = Show password
ketikan-kembali = We brought back what you typed earlier
kaki-janji = Made for small shops. Your photos are yours: never used to train AI, never sold.
kaki-api = For app makers
kaki-gaya = Design system

## Mulai

mulai-judul = Photograph your product today, sell it this afternoon.
mulai-janji = One photo becomes clean photos, posters, texts, a video and marketplace listings.
mulai-contoh = Batik cloth with kawung: the tidy photo, ready to sell
mulai-foto = Photograph product
mulai-galeri = Choose from gallery
mulai-pilih = Choose product photos, one or several
mulai-tanpa-daftar = No account needed. Your photos train no AI.
mulai-lanjut = Continue a draft
mulai-cara = Three minutes, three steps
mulai-cara-1 = Photo
mulai-cara-1-isi = With your phone, near a window. One photo is enough.
mulai-cara-2 = Tell
mulai-cara-2-isi = Name, price, contents, materials. Skip what you do not know.
mulai-cara-3 = The kit is ready
mulai-cara-3-isi = Look, touch up, then send it to WhatsApp or your shop.
mulai-dapat = What you get
dapat-foto = Clean photos
dapat-foto-isi = On white, and in a setting
dapat-poster = Posters
dapat-poster-isi = Feed, story, WhatsApp status
dapat-teks = Selling texts
dapat-teks-isi = Title, description, captions
dapat-video = A short video
dapat-video-isi = With narration and captions
dapat-daftar = Marketplace listings
dapat-daftar-isi = Shopee, TikTok, Tokopedia, Lazada
dapat-jujur = Honest sentences
dapat-jujur-isi = A fact behind each one

## Produk

produk-judul = My products
produk-jumlah = { $n ->
    [one] { $n } product
   *[other] { $n } products
 }
produk-tanpa-nama = No name yet
produk-baru = Photograph a new product
produk-lanjut = Continue
produk-buka = Open the kit
produk-lihat-salah = See why and retry
produk-dibuat = Being made, { $done } of { $all }
produk-sedang = Being made
produk-siap = { $done } of { $all } ready
produk-gagal = Not made yet
produk-kosong = There is room on your shelf
produk-kosong-isi = Start with your best seller. One photo becomes posters, texts and listings.
tahap-foto = Draft: photo to go
tahap-fakta = Draft: facts to go
tahap-kit = Draft: kit to go
draf-di-hp = Kept on this phone
draf-foto = { $n ->
        [one] { $n } photo
       *[other] { $n } photos
    } waiting to be sent

## Foto

foto-judul = Photo
foto-ada = { $n ->
    [one] { $n } photo
   *[other] { $n } photos
 }
foto-ke = Photo { $n }
foto-utama = Main photo
foto-jadikan-utama = Make main
foto-hapus = Delete
foto-kosong = First a photo of the product. One is enough, three are better.
foto-kamera = Camera
foto-tambah = Add photos
foto-penuh = { $n ->
        [one] { $n } photo
       *[other] { $n } photos
    }: that is the most
foto-pakai = { $n ->
    [0] Use these photos
    [one] Use this photo
   *[other] Use these { $n } photos
 }
foto-tips = For a good result
tips-cahaya = Near a window
tips-cahaya-isi = Light from the side, flash off
tips-alas = Plain ground
tips-alas-isi = Cloth or paper of one colour
tips-utuh = All of it in view
tips-utuh-isi = Nothing cut off at the edge
petunjuk-bagus = Good photo
petunjuk-gelap = A little dark.
petunjuk-gelap-saran = Try again near a window.
petunjuk-terang = Too bright.
petunjuk-terang-saran = Move out of direct light, then try again.
petunjuk-buram = A little blurred.
petunjuk-buram-saran = Touch the product on the screen, hold still, try again.
petunjuk-terpotong = It seems cut off.
petunjuk-terpotong-saran = Step back until the whole product is in view.
unggah-menyiapkan = Preparing the photo
unggah-mengirim = Sending the photo
unggah-menunggu = Waiting for a signal. The photo is safe on this phone
unggah-selesai = Photo sent
unggah-gagal = Not sent yet
unggah-bukan-foto = This is not a photo. Choose a JPG, PNG or WebP file
unggah-terlalu-besar = Too large. 25 MB at most
unggah-ulangi = Send again
unggah-buang = Discard
unggah-jalan = The photos are still being sent. Carry on here meanwhile.

## Fakta

fakta-judul = Facts
fakta-kartu-semua = Fact cards
fakta-terisi = filled in
fakta-lanjut = Save, continue
fakta-lewati = Skip for now
fakta-buat-kit = Make the kit
fakta-tersimpan = Saved at every step
fakta-mengapa = We only write what you tell us. The more facts, the more convincing the texts.
fakta-nama = What is the product called?
fakta-nama-pendek = Name
fakta-nama-guna = The name people look for: what it is, then what makes it special.
fakta-harga = What does it cost?
fakta-harga-pendek = Price
fakta-harga-guna = Used on posters, the price card and listings.
fakta-isi = How much is in it?
fakta-isi-pendek = Contents
fakta-isi-guna = Weight and choices save buyers a question.
fakta-bahan = What is it made of, and how?
fakta-bahan-pendek = Made of
fakta-bahan-guna = This is what sets your product apart.
fakta-pakai = How is it used and kept?
fakta-pakai-pendek = Use
fakta-pakai-guna = Buyers like to know before they ask.
fakta-izin = Which permits do you have?
fakta-izin-pendek = Permits
fakta-izin-guna = None yet? Skip this. We will not write what is not there.
fakta-toko = What is your shop called?
fakta-toko-pendek = Shop
fakta-toko-guna = So that buyers know where to order.
isian-name = Product name
isian-category = Kind of goods
isian-price = Selling price
isian-previous-price = Previous price
isian-unit = Sold per
isian-net-weight = Contents or weight
isian-variants = Choices of flavour, size or colour
isian-stock = In stock now
isian-sold-count = Sold so far
isian-preorder-days = Days to make
isian-ingredients = Ingredients
isian-materials = Materials
isian-process = How it is made
isian-origin = Where it is made
isian-story = The story behind it
isian-usage = How to use or serve it
isian-storage = How to keep or care for it
isian-shelf-life = How long it keeps
isian-nib = NIB (business number)
isian-pirt = PIRT number
isian-halal = Halal certificate number
isian-bpom = BPOM number
isian-brand = Registered trade mark
isian-shop-name = Shop name
isian-city = City
isian-whatsapp = WhatsApp number
isian-instagram = Instagram account
isian-tiktok = TikTok account
isian-facebook = Facebook page
isian-colors = The shop's colours
kategori-snack = Crisps, snacks
kategori-coffee = Coffee
kategori-sambal = Sambal, spices
kategori-bakery = Cakes, bread
kategori-herbal = Jamu, drinks
kategori-batik = Batik
kategori-fashion = Clothing
kategori-craft = Handicraft
kategori-pottery = Pottery
kategori-service = Service
kategori-frozen = Frozen food
kategori-other = Other

## Kit

kit-antre = Number { $n } in the queue
kit-antre-depan = Your turn is next
kit-antre-isi = You may close this page. The kit is made all the same.
kit-kemajuan = Progress of the kit
kit-batal = Cancel
kit-sedang-photos = Tidying the photos
kit-sedang-copy = Writing from your facts
kit-sedang-posts = Laying out posters
kit-sedang-video = Recording the video
kit-sedang-listings = Filling in the listings
kit-selesai-dari = { $done } of { $all } done
kit-failed = The kit is not made yet
kit-failed-saran = Your facts and photos are safe. Try once more.
kit-cancelled = Stopped
kit-cancelled-saran = What was made is still here. Go on?
kit-ganti-foto = Change the photo
kit-bagian-jadi = { $nama }: ready
kit-coba-lagi = Try again
kit-benahi = { $n ->
    [one] { $n } thing to mend
   *[other] { $n } things to mend
 }
kit-benahi-ini = Mend
kit-siap = { $done } of { $all ->
        [one] { $all } part is ready
       *[other] { $all } parts are ready
    }
kit-hampir-siap = { $done } of { $all } are ready. The others are explained on the next page.
kit-semua-siap = All ready, { $done } of { $all }. Happy selling!
kit-versi-lama = You are looking at version { $n }, not the one in use.
kit-pakai-versi = Use this version
kit-riwayat = { $n ->
        [one] { $n } version
       *[other] { $n } versions
    }, nothing is lost
kit-versi = Version { $n }
kit-dipakai = in use
kit-lihat = View
kit-ubah-first = first kit
kit-ubah-photos = photos made again
kit-ubah-posts = posters made again
kit-ubah-video = video made again
kit-ubah-copy = texts made again
kit-ubah-listings = listings made again
kit-ubah-cutout = cut-out mended
kit-ubah-text = text edited by hand
kit-ubah-fixed = mended automatically
kit-cocok = Looks right, continue
kit-geser = { $n ->
        [one] { $n } photo
       *[other] { $n } photos
    }, swipe
kit-geser-poster = Swipe sideways
kit-latar = Choose a ground
kit-lihat-tepi = Look at the edge first
kit-yakin = { $n }% sure
kit-rapikan = Touch up
kit-ganti-latar = Change the setting
kit-ulang-foto = Make the photos again
kit-poster-alt = { $format } poster for { $nama }
kit-ganti-gaya = Change style and colour
kit-gaya = Poster style
kit-warna = Main colour
kit-ulang-poster = Make the posters again
kit-video-panjang = { $n ->
        [one] { $n } second
       *[other] { $n } seconds
    }
kit-video-alt = Video of { $nama }
kit-simpan-video = Save video
kit-simpan-sampul = Save cover
kit-sampul-isi = Opening picture
kit-simpan-narasi = Narration text
kit-ulang-video = Make the video again
kit-pilih-tempat = Choose a place
kit-ubah = Edit
kit-lihat-semua = Show all
kit-ringkas = Show less
kit-terbukti = { $n } of { $all ->
        [one] { $all } sentence
       *[other] { $all } sentences
    } proved by your facts
kit-ulang-teks = Write all texts again
bukti-dari = Your facts, { $fakta }
bukti-netral = Claims nothing, so it may stand.
bukti-tidak = No fact proves it yet.
bagian-photos = Photos
bagian-copy = Texts
bagian-posts = Posters
bagian-video = Video
bagian-listings = Listings
bagian-tunggu = Waiting its turn
bagian-jalan = Being made…
bagian-gagal = This part is not made yet. The rest can be used.
bagian-gagal-video = The video is not made yet. The rest can be used.
latar-white = White
latar-wood-table = Wooden table
latar-dark-table = Dark table
latar-woven-mat = Woven mat
latar-terracotta = Terracotta
latar-banana-leaf = Banana leaf
latar-linen = Linen
latar-marble = Marble
latar-terrazzo = Terrazzo
latar-batik-paper = Batik paper
latar-pastel-sweep = Pastel
latar-window-light = Window light
latar-slate = Slate

## Rapikan

rapikan-judul = Touch up
rapikan-urung = Undo
rapikan-perlu-js = Touching up by finger needs JavaScript. Switch it on, or use the photo as it is.
rapikan-mulai = Wipe over what is missing, or over what should not be there.
rapikan-menghitung = One moment, tidying…
rapikan-yakin = Tidy. The edge is clear.
rapikan-ragu = Changed. Look at the edge again.
rapikan-gagal = Not tidied yet. Your strokes are kept, try again.
rapikan-luring = No signal. Your strokes are kept on this phone.
rapikan-kanvas = The product photo with its cut-out
rapikan-lihat = What is shown
rapikan-lihat-dua = With photo
rapikan-lihat-hasil = Result only
rapikan-kuas = Brush
rapikan-simpan-bagian = Keep
rapikan-simpan-isi = this is the product
rapikan-hapus-bagian = Remove
rapikan-hapus-isi = this is background
rapikan-besar = Brush size
rapikan-pakai = Use this result

## Teks

teks-judul = Edit { $nama } text
teks-kepala = Title
teks-isi = Text
teks-dijaga = Fact guard
teks-dari-huruf = of { $n ->
        [one] { $n } letter
       *[other] { $n } letters
    }
teks-kepanjangan = { $n } too many
teks-coba = Try:
teks-kosong = Start writing. We hold each sentence against your facts.
teks-simpan = Save as a new version

## Periksa

periksa-judul = Check
periksa-dari = of { $n } green
periksa-semua-hijau = All places are ready
periksa-belum = { $n ->
    [one] { $n } place is not ready
   *[other] { $n } places are not ready
 }
periksa-bisa-otomatis = { $n ->
    [one] We can mend { $n } thing right now.
   *[other] We can mend { $n } things right now.
 }
periksa-siap-unggah = Just upload. Happy selling!
periksa-perlu-kamu = The rest needs your answer.
periksa-diperbaiki = { $n ->
    [one] { $n } thing was mended
   *[other] { $n } things were mended
 }
periksa-siap = Ready to upload
periksa-benahi = { $n } to mend
periksa-otomatis = Can be automatic
periksa-isi-sekarang = Fill in now
periksa-cocok = { $n ->
        [one] { $n } rule already fits
       *[other] { $n } rules already fit
    }
periksa-perbaiki = Mend all
periksa-nanti = Later, go on to share
periksa-lanjut = Go on to share

## Bagikan

bagikan-judul = Share
bagikan-wa = Send to WhatsApp
bagikan-gambar = Poster of { $nama }
bagikan-kirim = Send
bagikan-unduh = Download
bagikan-unduh-isi = Then upload to your shop
bagikan-semua = The whole kit
bagikan-salin = Copy texts
bagikan-untung = What you receive
bagikan-untung-isi = Of { $harga }, after the marketplace's fees.
bagikan-tempat = Place
bagikan-biaya = Fees
bagikan-terima = You receive
bagikan-untung-sumber = Estimated from the fee lists of { $tanggal }. Shipping and promotions not counted.
bagikan-akun = Keep this kit
bagikan-akun-isi = Without an account this kit stays on this phone for { $hari ->
        [one] { $hari } more day
       *[other] { $hari } more days
    }. With one, open it anywhere.
bagikan-akun-buat = Create an account
bagikan-lagi = One more?
bagikan-lagi-isi = Shops with five products are seen more often.

## Masuk, daftar, kartu

masuk-judul = Sign in
masuk-isi = Good to see you again.
masuk-tombol = Sign in
masuk-terkunci = Too many attempts
masuk-terkunci-saran = For your safety, try again in { $menit ->
        [one] { $menit } minute
       *[other] { $menit } minutes
    }. Or ask your mentor for a new QR card.
masuk-lupa = Forgot the password?
masuk-lupa-isi = Ask your mentor for a new QR card. Scan it and you are in.
masuk-belum = No account yet?
daftar-judul = Create an account
daftar-isi = So that your kits are kept and open on any phone.
daftar-tombol = Create account
daftar-sudah = Have an account?
isian-nama-orang = Name
isian-kontak = Phone number or email
isian-sandi = Password
isian-sandi-baru = New password
isian-sandi-lama = Current password
isian-sandi-petunjuk = At least 10 letters. Three words that you remember are strong.
isian-nama-token = Token name
izin-judul = Your consent
izin-isi = You may withdraw it at any time on the Account page.
izin-perlu = needed
izin-sejak = Since { $tanggal }.
izin-service = Keep photos and product facts
izin-service-isi = So that kits can be made and opened again.
izin-mentoring = Seen by a mentor
izin-mentoring-isi = Mentors in your area see the shop's progress, never the password.
izin-statistics = Counted in the city's figures
izin-statistics-isi = Only sums, without names.
izin-whatsapp = Reminders by WhatsApp
izin-whatsapp-isi = At most one message a week.
izin-gallery = Seen by other shops
izin-gallery-isi = Your shop's name, trade and about where it is are seen by shops around you (Network); your kit may be shown as an example.
kartu-judul = Sign-in card
kartu-halo = Hello, { $nama }
kartu-isi = { $pembuat } made this card for you. Is this you?
kartu-ya = Yes, I am { $nama }
kartu-bukan = Not me
kartu-berlaku = This card works once, until { $sampai }.
kartu-used = This card was used already
kartu-used-saran = A card signs in once. Ask your mentor for a new one.
kartu-expired = This card has expired
kartu-expired-saran = Ask your mentor for a new one.
kartu-revoked = This card was withdrawn
kartu-revoked-saran = If you do not know why, ask your mentor.
kartu-unknown = This card is not known
kartu-unknown-saran = Scan the whole QR code again, or ask for a new card.

## Akun

akun-diri = About me
akun-simpan = Save
akun-izin-isi = Takes effect at once, no reason needed.
akun-simpan-izin = Save consent
akun-sesi = Signed in on
akun-sesi-ini = This device, now
akun-keluar-lain = Sign out other devices
akun-keluar = Sign out
akun-sandi = Password
akun-ganti-sandi = Change password
akun-token = API tokens
akun-token-isi = To connect your till or shop app.
akun-token-baru = New token
akun-token-sekali = Copy it now. It is not shown again.
akun-token-belum = not used yet
akun-token-cabut = Revoke
akun-token-boleh = What it may do
akun-token-buat = Create token
scope-products-read = See products
scope-products-write = Change products
scope-kits-read = See kits
scope-kits-write = Make kits

## Kunci sandi

kunci-judul = Passkeys
kunci-isi = Sign in with your fingerprint, face or screen lock. There is no password to type.
kunci-tambah = Add a passkey
kunci-tidak-bisa = This browser can't use passkeys yet. Please use a password or a QR card.
kunci-alamat = Passkeys need an https address with a name
kunci-alamat-saran = { $alamat } is not one. Here, sign in with your password or a QR card.
kunci-alamat-salah = Passkeys do not work at this address. Sign in with your password or a QR card.
kunci-dipasang = Added { $kapan }
kunci-dipakai = used { $kapan }
kunci-belum = not used yet
kunci-situs = only for { $situs }
isian-nama-kunci = Name of the passkey
kunci-simpan = Save name
kunci-lepas = Remove this passkey
kunci-lepas-isi = Once removed, nobody can sign in with this passkey.
kunci-lepas-ya = Yes, remove
kunci-ikut-lepas = A new password also removes passkeys and API tokens. Add them again afterwards.
kunci-masuk = Use a passkey
kunci-masuk-isi = Fingerprint, face or screen lock is enough.
kunci-atau = or
kunci-batal = Not done. Touch the button again to try once more.
kunci-ada = This device has a passkey for this account already.
kunci-gagal = That did not work. Check the network, then try again.
kunci-nama-bawaan = { $peramban } on { $sistem }
kabar-kunci-tambah = The passkey is there. Next time, sign in without typing.
kabar-kunci-nama = The passkey has its new name.
kabar-kunci-lepas = That passkey is removed.

## Luring dan galat

luring-judul = No signal
luring-isi = Your draft is safe on this phone. When the signal is back, the photos are sent by themselves.
luring-coba = Try again
galat-400 = Something in the form could not be read
galat-400-saran = Go back, check the fields, send again. What you typed is still there.
galat-403 = This page is not for you
galat-403-saran = Sign in with an account that may see it, or reload the page if it stood open for long.
galat-lama = The page was open for too long
galat-mundur = Back to the form
galat-404 = There is no such page
galat-404-saran = The address may be mistyped, or the product was deleted.
galat-410 = This has expired
galat-410-saran = The link or draft is no longer valid. A new one takes a moment.
galat-413 = The file is too large
galat-413-saran = 25 MB at most. Take the photo with the plain camera, or choose a smaller one.
galat-429 = One moment, please
galat-429-saran = Too many requests from here. Wait a minute, then try again.
galat-500 = Sorry, something went wrong on our side
galat-500-saran = Your data is safe. Try again shortly. If it stays so, tell us the number below.
galat-503 = Full at the moment
galat-503-saran = Your data is safe. Try again in a few minutes.
galat-nomor = Event number
galat-beranda = To the first page
galat-coba = Try again

## Binaan

binaan-judul = Shops I mentor
binaan-jumlah = { $n ->
    [one] { $n } shop
   *[other] { $n } shops
 }
binaan-cari = Search shop or owner
binaan-kit = { $n ->
    [one] { $n } kit
   *[other] { $n } kits
 }
binaan-belum-kit = No kit yet
binaan-belum-masuk = never signed in
binaan-buat-kartu = Make card
binaan-kartu-baru = New card
binaan-cabut = Withdraw
binaan-kosong = No shops in this area yet
binaan-tak-ketemu = Nothing found
binaan-kosong-isi = Make a card for the first owner. Once scanned, the shop appears here.
binaan-baru = Card for a new owner
binaan-baru-isi = Print it, hand it over. The owner scans once and is in, without a password.
kartu-cara-1 = Open the phone's camera
kartu-cara-2 = Point it at this square
kartu-cara-3 = Touch the link, done
kartu-sekali = Works once, until { $sampai }
kartu-rahasia = Keep it like a house key.
kartu-jaga = Whoever scans this card can sign in as its owner. Hand it over in person, take no photo of it.
kartu-cetak = Print card

## Monday morning

senin-judul = Monday morning
senin-usaha = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    }
senin-kosong = No shops in your care yet
senin-kosong-isi = A shop appears here once its owner agrees to be mentored. Make a sign-in card, then ask them to allow mentoring.
senin-kosong-tombol = Open my shops
senin-rawan = to look after
senin-bukti = proofs waiting
senin-selangkah = one step away
senin-rute = on one way
senin-rawan-judul = May drop out
senin-rawan-arti = From the signs above, not a prophecy. Only the owner knows how things are: ask.
senin-rawan-kosong = No sign that anyone wants to stop this week.
senin-bukti-judul = Proofs wait for your check
senin-sejak = { $n ->
        [0] since today
        [one] for { $n } day
       *[other] for { $n } days
    }
senin-tahan = Check by { $tanggal }, or level { $n } · { $nama } lapses
senin-periksa = Check
senin-bukti-kosong = Every proof is checked.
senin-selangkah-judul = One step from the next level
senin-menuju = to level { $n }, { $nama }
senin-tinggal-periksa = All is there: it only needs your check
senin-selangkah-kosong = Nobody is just one rule away.
senin-rute-judul = A visit to neighbours
senin-rute-isi = { $n ->
        [one] { $n } shop
       *[other] { $n } shops near each other
    }, { $jauh } from the first to the last
senin-rute-satu = It has no neighbours nearby; this one first.
senin-dari-tadi = { $jauh } from the last one
senin-peta = Open { $usaha } on the map
senin-rute-kosong = All that are on the map were just visited, or none is on the map yet.
senin-tanpa-titik = { $n ->
        [one] { $n } shop is
       *[other] { $n } shops are
    } not on the map yet. Their owners set the point under Network.
senin-lagi = and { $n } more
senin-catat = Note a visit to { $usaha }
senin-kunjungan = Note a visit
senin-bukti-baseline = baseline
senin-bukti-consent = consent
senin-bukti-permit = permit
senin-bukti-price-calculation = price calculation
senin-bukti-sales-record = sales notes
senin-bukti-photo = product photo
senin-bukti-post = post
senin-bukti-qris = QRIS
senin-bukti-reply-time = chat replies
senin-bukti-listing-link = listing link
senin-bukti-order-export = order file
senin-bukti-rating = rating
senin-bukti-repeat-buyers = returning buyers
senin-bukti-reseller-tie = reseller
senin-bukti-supply-tie = supplier or joint order
senin-bukti-mentored = taught another shop
senin-bukti-finance-ready = finance papers
senin-bukti-export-ready = export papers
senin-bukti-visit = visit

## Visits

kunjungan-judul = Visits
kunjungan-siap-luring = works offline
kunjungan-antre = { $n ->
        [one] { $n } visit
       *[other] { $n } visits
    } waiting to be sent
kunjungan-antre-isi = Kept on this phone. They go out by themselves once there is a network; you may switch the phone off.
kunjungan-antre-kirim = Try to send now
kunjungan-menunggu = Waiting for a network
kunjungan-ditolak = Not taken yet.
kunjungan-masuk-lagi = Sign in again so that it can be sent. Your note is safe on this phone.
kunjungan-bukan-binaan = This shop is no longer in your care. Copy the note if you still need it.
kunjungan-disimpan-hp = Kept on the phone
kunjungan-ubah-pendek = Change
kunjungan-ubah = Change the visit to { $usaha }, { $tanggal }
kunjungan-buang-yakin = Throw this note away? It was not sent, so it cannot come back.
kunjungan-foto-ada = with a photo
kunjungan-bentrok = Two notes of the same visit
kunjungan-bentrok-isi = This visit was also noted elsewhere. Compare, then choose; nothing is overwritten before that.
kunjungan-sehari = There is a visit on that day already
kunjungan-sehari-isi = You have noted a visit to this shop on the same day. If it is the same visit, choose one or join them. If you came twice, keep both.
kunjungan-sehari-ini = Just written
kunjungan-sehari-ganti = Replace it with the new one
kunjungan-sehari-dua = I came twice, keep both
kunjungan-bentrok-foto = This visit has another photo already. Which one stays?
kunjungan-bentrok-ini = On this phone
kunjungan-bentrok-itu = Already saved
kunjungan-pakai-ini = Use the one on this phone
kunjungan-pakai-itu = Use the saved one
kunjungan-gabung = Join the notes
kunjungan-mengubah = You are changing a note.
kunjungan-baru = New visit
kunjungan-usaha = Shop
kunjungan-pilih-usaha = Choose a shop
kunjungan-usaha-kosong = Choose the shop first
kunjungan-hasil = How was the visit?
kunjungan-hasil-done = We met
kunjungan-hasil-missed = Not met
kunjungan-hasil-planned = A plan
kunjungan-keadaan-kosong = Say first how the visit was
kunjungan-bahasan = Mostly about what?
kunjungan-bahasan-lain = Other topics
kunjungan-bahasan-kosong = Tap one topic first
kunjungan-lanjut = Next step
kunjungan-lanjut-cepat = Quick choices
kunjungan-lanjut-1 = Note sales every day
kunjungan-lanjut-2 = Send proof
kunjungan-lanjut-3 = Take new photos
kunjungan-lanjut-4 = See to the permit
kunjungan-lanjut-5 = Meet again next week
kunjungan-foto = Take a photo
kunjungan-foto-ganti = Change the photo
kunjungan-foto-lihat = Photo of the visit
kunjungan-foto-lihat-apa = Photo of the visit to { $usaha }
kunjungan-rincian = Note and day
kunjungan-rincian-isi = Today, unless you change it
kunjungan-catatan = Note
kunjungan-simpan = Save the visit
kunjungan-terakhir = Last visits
kunjungan-kosong = No visits yet. Note the first: choose a shop, tap the topic, save.
kunjungan-tanggal-salah = The day could not be read
kunjungan-belum-tiba = That day has not come yet. Choose today or an earlier day, or save it as a plan.
kunjungan-terlalu-lama = That was more than { $n } days ago. Check the date.
kunjungan-rencana-lewat = That plan is for a day that is over.
kunjungan-hp-penuh = The phone is full and the note is not kept. Delete some files, then save again.
kabar-kunjungan = The visit is saved.
kabar-kunjungan-tanpa-foto = The visit is saved, but its photo could not be read. Open it again and choose another photo.

## The network of shops

jejaring-judul = Network
jejaring-sekitar = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    } around you
jejaring-belum-izin = Would you like to know the shops nearby?
jejaring-belum-izin-isi = Only shops whose owners let themselves be seen are here, and only they see each other. Allow being seen by other shops: neighbours see your name, your trade and about how far you are. Not your number.
jejaring-izin-tombol = Open data and consent
jejaring-belum-titik = Your shop is not on the map yet, so we do not know your neighbours.
jejaring-belum-titik-tombol = Set the point
jejaring-masuk = Offers to you
jejaring-minta-supplier = would like to buy from you
jejaring-minta-reseller = would like you to sell their goods
jejaring-minta-courier = would like you to deliver their goods
jejaring-minta-joint-order = would like to order together
jejaring-minta-learn-from = would like to learn from you
jejaring-untuk-supplier = to supply you
jejaring-untuk-reseller = to sell your goods
jejaring-untuk-courier = to deliver your goods
jejaring-untuk-joint-order = to order together
jejaring-untuk-learn-from = to teach you
jejaring-ku-supplier = supplies you
jejaring-ku-reseller = sells your goods
jejaring-ku-courier = delivers your goods
jejaring-ku-joint-order = orders together with you
jejaring-ku-learn-from = teaches you
jejaring-nya-supplier = buys from you
jejaring-nya-reseller = you sell their goods
jejaring-nya-courier = you deliver their goods
jejaring-nya-joint-order = orders together with you
jejaring-nya-learn-from = learns from you
jejaring-terima = Yes
jejaring-tolak = Not now
jejaring-terima-arti = If you say yes, you see each other's WhatsApp number. If not, they only learn that it does not fit now.
jejaring-ikatan = Your ties
jejaring-ikatan-arti = Once both say that it has happened, the tie is proof for the next level and waits for a mentor's check.
jejaring-garis-sah = has happened
jejaring-garis-baru = just agreed
jejaring-sah = has happened, { $tanggal }
jejaring-tunggu-sah = waiting for them to say so too
jejaring-chat = WhatsApp
jejaring-terjadi = It has happened
jejaring-akhiri = End
jejaring-kirim = Your offers, waiting for an answer
jejaring-sejak = since { $tanggal }; gone after 30 days
jejaring-tarik = Take back
jejaring-saran = Could help each other
jejaring-jenis-supplier = Suppliers
jejaring-jenis-reseller = Resellers
jejaring-jenis-courier = Couriers
jejaring-jenis-joint-order = Joint orders
jejaring-jenis-learn-from = To learn from
jejaring-ajak = Ask
jejaring-ajak-arti = Your offer names your shop. WhatsApp numbers are seen once they say yes.
jejaring-kosong = No fitting neighbours yet
jejaring-kosong-isi = Say below what you need and make, and ask other shops to let themselves be seen.
jejaring-gambar = { $usaha } and the shops tied to it; their names are in the list
jejaring-peta = Map of { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    } around; distances are in the table
jejaring-peta-judul = Around you
jejaring-peta-arti = Your shop in the middle, north above. Neighbours are placed to about 200 m.
jejaring-kolom-nomor = No.
jejaring-kolom-usaha = Shop
jejaring-kolom-jauh = Distance
jejaring-sudah-terikat = tied
jejaring-tentang = We need, we make
jejaring-tentang-isi = From your products: { $jenis }. The ticks are our guess; correct what does not fit.
jejaring-butuh = We need
jejaring-buat = We make for other shops
jejaring-barang-lain = Other goods
jejaring-tulis-butuh = Other needs, in your own words
jejaring-tulis-buat = Other goods, in your own words
jejaring-misal-butuh = banana leaves, scraps of cloth
jejaring-misal-buat = cloth bags, pineapple jam
jejaring-bisa = What you can do and look for
jejaring-bisa-jualkan = We can sell other shops' goods
jejaring-bisa-antar = We can deliver for other shops
jejaring-bisa-cari-kurir = We look for someone who delivers
jejaring-titik = Your shop on the map
jejaring-titik-isi = Neighbours only see a place rounded to about 200 m. Your mentor uses the point to plan visits. Leave both empty to stay off the map.
jejaring-titik-cari = Use where this phone is now
jejaring-titik-dapat = Found. Save it if you are at your shop now.
jejaring-titik-gagal = The place was not found. Switch on location, or type the numbers.
jejaring-titik-salah = The point could not be read. Fill in two numbers, such as -7.98 and 112.63.
jejaring-lintang = Latitude
jejaring-bujur = Longitude
jejaring-simpan = Save
jejaring-siapa-lihat = Who sees this: shops around you that let themselves be seen too, and your mentor. You can take it back at any time under
jejaring-izin-atur = Data and consent
jejaring-pesan-supplier = Hello { $ke }, this is { $dari }. We met in the NaikKelas network. I would like to buy from you; may I ask for your prices?
jejaring-pesan-reseller = Hello { $ke }, this is { $dari }. We met in the NaikKelas network about selling goods; when may we talk?
jejaring-pesan-courier = Hello { $ke }, this is { $dari }. We met in the NaikKelas network about deliveries; what do they cost?
jejaring-pesan-joint-order = Hello { $ke }, this is { $dari }. We met in the NaikKelas network. Shall we order together to pay less? When do you buy next?
jejaring-pesan-learn-from = Hello { $ke }, this is { $dari }. We met in the NaikKelas network about learning together; when may we meet?
kabar-jejaring = Saved. The suggestions follow it.
kabar-ajak = Your offer is sent. The answer appears on this page.
kabar-ajakan-terima = Agreed. The WhatsApp number is shown now.
kabar-ajakan-tolak = Answered: not now.
kabar-ikatan-terjadi = Noted. It only waits for them to say the same.
kabar-ikatan-sah = Both say that it has happened. The proof waits for a mentor's check.
kabar-ikatan-akhir = That tie has ended.
arah-0 = north
arah-1 = north-east
arah-2 = east
arah-3 = south-east
arah-4 = south
arah-5 = south-west
arah-6 = west
arah-7 = north-west

## Admin

admin-pekerjaan = Jobs
admin-orang = People
admin-jejak = Audit log
kerja-waiting = Waiting
kerja-running = Running
kerja-done = Done
kerja-dead = Dead
kerja-cancelled = Cancelled
kerja-apa = Job
kerja-keadaan = State
kerja-coba = Attempts
kerja-coba-dari = { $n } of { $all }
kerja-kapan = When
kerja-tindakan = Actions
kerja-ulang = Retry
kerja-kosong = No jobs here
kerja-kosong-isi = Touch a number above to see the others.
kerja-jenis-kit = Make a kit
kerja-jenis-remake = Remake a part of a kit
kerja-jenis-cutout = Mend a cut-out
kerja-jenis-fix = Mend automatically
kerja-jenis-clean = Clear old drafts
orang-cari = Search name, number or email
orang-peran = Role
orang-daerah = Area
orang-terakhir = Last signed in
orang-terkunci = locked
orang-buka = Unlock
jejak-kapan = When
jejak-siapa = Who
jejak-apa = Did what
jejak-pada = To
jejak-tamu = guest
jejak-ditolak = denied
jejak-mesin = this machine
jejak-terhapus = an erased account
jejak-pada-product = product …{ $id }
jejak-pada-job = job …{ $id }
jejak-pada-kit = kit …{ $id }
jejak-pada-guest = guest’s draft …{ $id }
jejak-pada-shop = shop …{ $id }
jejak-pada-person = person …{ $id }
jejak-aksi-export = downloaded data
jejak-aksi-add-passkey = added a passkey
jejak-aksi-remove-passkey = removed a passkey
jejak-aksi-enter-by-passkey = came in by passkey
jejak-aksi-remove-product = removed a product
jejak-aksi-save-orders = saved an order file
jejak-aksi-undo-orders = took an order file back
jejak-aksi-undo-sale = took a sale back
jejak-aksi-undo-cash = took a cash line back
jejak-aksi-set-storefront = set up a storefront
jejak-aksi-withdraw-storefront = withdrew a storefront
jejak-pada-sale = sale …{ $id }
jejak-pada-order-file = order file …{ $id }
jejak-aksi-sign-in = signed in
jejak-aksi-register = registered
jejak-aksi-invite = made an account for someone
jejak-aksi-create-person = made an account at the machine
jejak-aksi-reset-access = reset access
jejak-aksi-erase-person = erased an account
jejak-aksi-issue-card = made a card
jejak-aksi-enter-by-card = came in by card
jejak-aksi-revoke-card = revoked a card
jejak-aksi-unlock = unlocked an account
jejak-aksi-change-password = changed a password
jejak-aksi-change-contact = changed a contact
jejak-aksi-retry-job = retried a job
jejak-aksi-cancel-job = cancelled a job
jejak-aksi-make-demo = filled the demonstration
jejak-aksi-remove-demo = removed the demonstration
jejak-aksi-see-product = looked at a product
jejak-aksi-edit-product = changed a product
jejak-aksi-see-shop = looked at a shop
jejak-aksi-edit-shop = changed a shop
jejak-aksi-see-people = listed people
jejak-aksi-tend-jobs = tended jobs
jejak-aksi-read-audit = read the log
jejak-aksi-see-progress = see level, evidence, tasks and visits
jejak-aksi-send-evidence = send evidence
jejak-aksi-check-evidence = check evidence
jejak-aksi-confirm-level = confirm a level
jejak-aksi-note-visit = note a visit
jejak-aksi-offer-tie = asked another shop
jejak-aksi-answer-tie = answered an offer
jejak-aksi-tell-neighbours = told the neighbours
jejak-aksi-offer-hand-over = offer another mentor
jejak-aksi-join-programme = apply to a programme
jejak-aksi-run-programme = run programmes
jejak-kosong = Nothing logged yet
halaman = Pages
halaman-sebelum = Previous
halaman-sesudah = Next

## Gaya dan API

gaya-isi = Warm paper, strong ink, one loud colour for the one next step.
gaya-rupa = Theme
gaya-rupa-auto = As the phone
gaya-rupa-light = Light
gaya-rupa-dark = Dark
gaya-warna = Colours
gaya-mori = cloth, the ground
gaya-kertas = cards
gaya-tinta = text
gaya-sogan = batik brown
gaya-wedel = done, and where to go
gaya-kunyit = the next step
gaya-pandan = proved
gaya-cabai = danger
gaya-huruf = Type
gaya-tombol = Buttons
gaya-belum = Cannot be touched yet
gaya-tanda = Marks
gaya-isian = Fields
gaya-contoh-salah = The number is too short. Please check.
gaya-gambar = Drawings
api-judul = NaikKelas API
api-isi = All that can be done on the pages, your app can do.
api-mulai = Start
api-token = Create a token on the page
api-contoh = Example call
api-aturan = Errors are application/problem+json. Send Idempotency-Key with each POST: repeating doubles nothing.
api-scope = Needs scope
api-nama = Name
api-arti = Meaning

## Times, files and what happened
waktu-baru = just now
waktu-menit = { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    } ago
waktu-hari-ini = today, { $jam }
waktu-kemarin = yesterday, { $jam }
gambar-putih = White
gambar-bening = No background
gambar-rapi = Tidied
format-feed = Feed
format-square = Square
format-story = Story
format-status = Status
format-carousel = Carousel
format-price-card = Price card
warna-toko = The shop's colour
warna-kunyit = Turmeric
warna-wedel = Indigo
warna-cabai = Chilli
warna-pandan = Pandan
warna-sogan = Brown
unduh-daftar = { $pasar } sheet
unduh-arsip = { $pasar } photos
unduh-video = Video
unduh-kalender = Posting calendar
kabar-foto-ditolak = One of the photos can't be used. Use JPEG, PNG or WebP, at most 25 MB.
kabar-perlu-foto = Please add one photo first.
kabar-perlu-nama = Please write the product's name first.
kabar-versi = That version is used again. The others are kept.
kabar-tersimpan = Saved.
kabar-izin = Your consents are recorded.
kabar-keluar-lain = Other devices are signed out.
kabar-sandi = The password is changed. Other devices are signed out.
kabar-token-cabut = That key is revoked.
kabar-kartu-cabut = That card is revoked.
kabar-pekerjaan-ulang = That job begins anew.
kabar-pekerjaan-batal = That job is stopped.
kabar-dibuka = That person may try to sign in again.
kabar-produk-dihapus = That product is removed.
galat-berubah = Someone changed it first, perhaps in another tab. Reload and send it again.
galat-sibuk = It is busy. Try again in a few seconds; what you typed is still there.
galat-penuh = The server's storage is full. What was saved is safe; tell whoever keeps it.
galat-situs-lain = This came from another site, so we did not take it. Open the page here and send it again.
galat-bentuk = What was sent can't be read. Reload the page and send it again.
galat-formulir = The page was open too long. Reload and send it again; what you typed is still there.
galat-kunci = This key is unknown, revoked, or past its time.
galat-lingkup = This key may not do that.
galat-fakta = There is no fact called { $kunci }.
galat-401 = The key is not valid
galat-405 = That is not done here
galat-409 = It changed first
galat-415 = That kind of content is unknown
galat-422 = Something is not right yet
galat-507 = Storage is full
titipan-judul = What you typed is still here
titipan-isi = Your session ended before this was sent. Look it over and send it again.
titipan-kirim = Send again
titipan-buang = Throw it away

## Cek Pesan

cek-judul = Check a message
cek-ajak = Hoax, scam, or fine?
cek-pengantar = Hoax, scam, or fine? Paste the message and we show you the signs.
cek-tempel = The message to check
cek-contoh = For example: Congratulations! Your number was chosen…
cek-tempel-tombol = Paste
cek-gambar = Screenshot
cek-tanpa-gambar = This server can't read pictures yet. Copy the text and paste it above.
cek-tombol = Check
cek-tidak-disimpan = This message is neither stored nor logged.
cek-cara = How it works
cek-cara-1 = The message is compared with refuted claims, each with its date and source.
cek-cara-2 = Rules look for two signs that support each other, such as asking for a code and claiming to be a bank.
cek-cara-3 = Addresses are compared with those of banks, offices, couriers and shops.
cek-cara-4 = All of it is worked out on this server. Nothing is sent elsewhere.
cek-cara-batas = We can be wrong. Not known does not mean true.
cek-yakin = Sure
cek-waspada = Wary
cek-tanda = { $n ->
    [0] seen from the message as a whole
    [1] one sign
   *[other] { $n } signs support each other
    }
cek-cocok = matches a fact-check
cek-tanpa-yakin = No sign strong enough
cek-putusan-scam = Scam
cek-putusan-scam-isi = This tries to take your money, your codes or your account.
cek-putusan-scam-mirip = Looks like a scam
cek-putusan-scam-mirip-isi = It bears signs of a scam, but that is not certain. Check by an official way first.
cek-putusan-hoax = False (hoax)
cek-putusan-hoax-isi = This claim has been refuted. See the fact-check below.
cek-putusan-judol = Gambling
cek-putusan-judol-isi = This is an advertisement for online gambling.
cek-putusan-judol-mirip = Looks like gambling
cek-putusan-judol-mirip-isi = Its words are like those of gambling ads, but that is not certain.
cek-putusan-abuse = Abusive
cek-putusan-abuse-isi = This message insults or spreads hate.
cek-putusan-abuse-mirip = Rude in tone
cek-putusan-abuse-mirip-isi = Its tone is rude, though it may be a joke.
cek-putusan-doubtful = Doubtful
cek-putusan-doubtful-isi = Something is odd. Check before you believe or share it.
cek-putusan-ordinary = Looks ordinary
cek-putusan-ordinary-isi = No sign of a scam, gambling or abuse. That does not prove what it says.
cek-putusan-unknown = Not known
cek-putusan-unknown-isi = No sign that we know. That does not make it true: look for its source.
cek-lakukan = What to do now
cek-fakta-sama = Checked before
cek-fakta-mirip = Like a claim that was checked
cek-fakta-kata = What goes round
cek-fakta-benar = What is true
cek-pesannya = The message
cek-alasan-ke = reason
cek-tautan = Addresses in it
cek-tautan-resmi = Official address of { $nama }
cek-tautan-tiruan = Imitates { $nama }, not its official address
cek-tautan-asing = Not on our list of official addresses
cek-tautan-official = official
cek-tautan-lookalike = imitates an official name
cek-tautan-shortener = shortened, hides where it leads
cek-tautan-free-host = free host, anyone can make one
cek-tautan-risky-ending = cheap ending, much abused
cek-tautan-ip = bare numbers
cek-tautan-port = an unusual port
cek-tautan-punycode = letters of another alphabet
cek-tautan-mixed-script = mixed alphabets
cek-tautan-broken = pulled apart on purpose
cek-tautan-apk = opens an app file
cek-tautan-file-share = a place for sharing files
cek-tautan-whats-app = a WhatsApp chat
cek-tautan-telegram = a Telegram chat
cek-tautan-judol = named like a gambling site
cek-tautan-bait = uses words of prizes, aid or accounts
cek-pelajaran = A 60-second lesson
cek-kirim = Send the verdict to WhatsApp
cek-putusan-salin = the verdict
cek-kirim-kepala = Message check: { $putusan }
cek-kirim-kaki = Check yours: { $alamat }
cek-lagi = Check another
cek-keliru = Wrong?
cek-keliru-isi = Tell us, so that we get it right next time.
cek-keliru-mestinya = It should be
cek-label-fine = Fine
cek-label-judol = Gambling
cek-label-scam = Scam
cek-label-hoax = Hoax
cek-label-abuse = Abusive
cek-boleh = You may keep this message
cek-boleh-isi = Used to mend the filter. Numbers and mail are masked. Unticked, nothing of the message is kept.
cek-keliru-kirim = Send the correction
disangka-judul = Readers may take it for: { $apa }
disangka-saran = Change that part before you send it, so that it is not filtered or reported.
kabar-keliru = Thank you. The correction is noted, the message is not.
kabar-keliru-simpan = Thank you. The message is kept as an example, with numbers masked.
filter-no-picture = That picture can't be read
    .hint = Use a screenshot in JPEG, PNG or WebP
filter-no-writing = No writing could be read on that picture
    .hint = Crop it around the message, or paste the text

## Lessons of sixty seconds

pelajaran-aman-akun = Accounts taken over by chat
pelajaran-aman-akun-isi =
    The thief uses your friend's account to ask for a code or credit, so the message feels familiar.
    Call the person before you give anything. A voice is harder to fake than a text.
    Turn on two-step verification in WhatsApp: Settings, Account. Do it now, it takes a minute.
pelajaran-aman-apk = An .apk in disguise
pelajaran-aman-apk-isi =
    An .apk file is an app. Real invitations, receipts, fines and bills are never apps.
    Once installed it reads your SMS, bank codes included, and empties the account from afar.
    Do not open it, even from a friend. Already did? Cut the internet, call the bank, remove the app, then change passwords from another phone.
pelajaran-aman-asmara = Love that asks for money
pelajaran-aman-asmara-isi =
    A new friend, a lovely photo, quickly in love, yet never able to video call.
    Then comes a parcel held at customs, a hospital bill, a joint investment. All need a transfer.
    Search the photo by image, tell your family, and send no money to someone you have never met.
pelajaran-aman-bank = Pretend banks
pelajaran-aman-bank-isi =
    A real bank never asks for a PIN, a code or the digits behind your card, and sends no forms by WhatsApp.
    Crooks make you panic: fees rise tonight, account blocked, points expire. Panic stops thinking.
    Close the chat. Call the number on the back of your own card and ask there.
pelajaran-aman-bansos = False social aid
pelajaran-aman-bansos-isi =
    Aid is not handed out by a link. Recipients are listed at cekbansos.kemensos.go.id or the village office.
    Copies of the site ask for your ID number, a photo of your card, or a fee, and borrow in your name.
    Look at the end of the address. Not go.id? Close it and tell the neighbour who passed it on.
pelajaran-aman-belanja = Buying outside the app
pelajaran-aman-belanja-isi =
    Whoever wants payment outside the app wants to escape the app's protection.
    Money sent directly can't be held back, and a photo of a transfer is easily faked.
    Pay and get paid inside the app. Ship when the balance has really arrived, not when a picture has.
pelajaran-aman-data = Personal data is a key
pelajaran-aman-data-isi =
    A photo of your ID, its number and your mother's name are enough for a loan in your name.
    Ask first: who wants it, what for, kept where. The honest can answer.
    Must you send your ID? Write across the photo what it is for, and the date.
pelajaran-aman-donasi = Giving with open eyes
pelajaran-aman-donasi-isi =
    Crooks borrow photos of disasters or sick children and add a private account.
    Real charities have a permit, reports, and an account in the charity's name.
    Look the charity up first, give through its own way, or help someone you know.
pelajaran-aman-hadiah = Prizes you never entered
pelajaran-aman-hadiah-isi =
    Nobody wins a draw they never entered.
    Real prize tax is withheld or paid to the state, not sent to someone's number.
    Ignore it, do not answer. If a brand is named, ask at the brand's official account.
pelajaran-aman-investasi = A sure profit is a lie
pelajaran-aman-investasi-isi =
    No investment is both sure and large. Only its risk is sure.
    New members' money pays the old ones. When members run out, everything is gone.
    Check its licence with OJK (call 157) before you put in one rupiah.
pelajaran-aman-judol = Online gambling eats your capital
pelajaran-aman-judol-isi =
    The machine is set: early wins are made so that people keep paying in.
    Names of sites are dressed in odd letters to slip through filters. That is what we look for.
    Hide the comment, report it at aduankonten.id, do not answer the account. Addicted? A clinic helps without judging.
pelajaran-aman-keluarga = Family in danger?
pelajaran-aman-keluarga-isi =
    The caller says a child or relative had an accident, was arrested, or has a new number.
    They forbid you to hang up, so that you can't check.
    Hang up. Call the old number. Agree on one secret family word for emergencies.
pelajaran-aman-kerja = Jobs that ask for money
pelajaran-aman-kerja-isi =
    Companies pay workers. An applicant who must pay is being cheated.
    Like-and-subscribe tasks pay a little first, then want a large deposit that never returns.
    Find the company's own site, apply there, and send no ID before a real interview.
pelajaran-aman-kurir = False couriers
pelajaran-aman-kurir-isi =
    A real courier names a tracking number that you can check in the app.
    Crooks send a photo of a parcel as a file, or charge extra shipping by a link.
    Open the app you bought from and type the number yourself. No order, no parcel.
pelajaran-aman-layanan = False customer service
pelajaran-aman-layanan-isi =
    A false account answers your complaint faster than the real one.
    It asks for your card number, a code, or an app that controls your phone.
    Real accounts are verified and never ask for codes. Take the number from the official site, not from comments.
pelajaran-aman-otp = A code is yours alone
pelajaran-aman-otp-isi =
    A one-time code is a key. Whoever asks for it is trying to enter your account.
    Bank, courier, police and friends never need your code. No exception.
    Gave it away? Change the password now, sign other devices out, then call the bank.
pelajaran-aman-pejabat = Officials who are none
pelajaran-aman-pejabat-isi =
    Officials do not collect fees, auction cheaply or ask for credit by WhatsApp.
    Photo and name are easily copied. The number is not the same.
    Call the office by the number on its go.id site. If it is official, there is a letter.
pelajaran-aman-pinjol = Instant loans
pelajaran-aman-pinjol-isi =
    Lawful lenders are registered with OJK and do not offer by private SMS or WhatsApp.
    Wild ones copy your contacts and collect by shaming you before everyone.
    Check the name with OJK (call 157). Need capital? Ask a bank or co-operative about KUR.
pelajaran-aman-qris = A QR code pasted over yours
pelajaran-aman-qris-isi =
    Crooks paste their QRIS over your shop's, or show a false proof of payment.
    Before paying, read the shop's name that appears. After being paid, look at the balance, not a photo.
    Check your code each morning, keep it in sight, and laminate it with the shop's name.
pelajaran-aman-tautan = Reading an address
pelajaran-aman-tautan-isi =
    Read from the end: the name before .id or .com is the owner. bca.hadiah.xyz belongs to hadiah.xyz.
    Short addresses, look-alike letters and bare numbers hide where they lead.
    Do not click from a message. Type the address that you know.
pelajaran-aman-transfer = Money sent by mistake
pelajaran-aman-transfer-isi =
    A crook says money reached you by mistake and wants it back. Sometimes it is a loan in your name.
    Do not send it yourself to the number they give.
    Call the bank and let the bank return it in its own way.
pelajaran-etis-bahasa = Answering insults
pelajaran-etis-bahasa-isi =
    Rude people wait for an answer. Silence and hiding are the strongest reply.
    Criticism without insult deserves one: thank them, ask for details, offer a way out.
    A threat? Keep a dated screenshot and report it.
pelajaran-etis-sebar = Filter before sharing
pelajaran-etis-sebar-isi =
    Pause. Messages that anger or frighten are made to travel fast.
    Look for three things: who says it, when it happened, what others report.
    In doubt? Do not forward. Search it at turnbackhoax.id or cekfakta.com, and correct gently.

## Komentar

komentar-judul = Sort comments
komentar-ajak = Is your shop full of gambling comments? Sort them in one go.
komentar-pengantar = See which to hide: gambling, scams, abuse.
komentar-tempel = Comments, one per line
komentar-contoh =
    Your crisps are great!
    SLOT GACOR maxwin today…
komentar-berkas = Exported file
komentar-izin = Words and names that always pass
komentar-izin-isi = One per line, names with @
komentar-izin-contoh =
    @loyal_customer
    lucky promo
komentar-izin-simpan = Kept for your shop.
komentar-izin-tamu = For this time only. With an account they are kept for your shop.
komentar-tombol = Sort
komentar-tidak-disimpan = Comments are not stored. Nothing is deleted by itself.
komentar-dari = of { $n }
komentar-sebaiknya = should be hidden
komentar-bersih = All comments may stay
komentar-bersih-isi = Nothing needs hiding.
komentar-unduh = Download the list (CSV)
komentar-daftar = the list of comments
komentar-sembunyi = Hide
komentar-biarkan = Keep { $n }
komentar-biarkan-isi = No sign that is strong enough
komentar-lolos = { $n ->
        [one] { $n } passes
       *[other] { $n } pass
    } by your list
komentar-lolos-karena = passes by "{ $kata }"
komentar-janggal = a bit odd, look yourself
komentar-baris = line { $n }
komentar-lagi = and { $n } more in the CSV list
komentar-lagi-biar = and { $n } more
komentar-sendiri = Hide them yourself in the app. We do not touch your account.
komentar-sortir-lagi = Sort again
komentar-kolom-baris = line
komentar-kolom-penulis = author
komentar-kolom-jenis = kind
komentar-kolom-alasan = reasons
komentar-kolom-isi = comment

## Data & izin

izin-halaman = Data & consent
izin-ajak = Consent, download, who looked, erase
izin-pengantar = Your data are yours. Here all of it can be seen, taken along, withdrawn and erased.
izin-tujuan = What it is used for
izin-berlaku = Allowed
izin-tidak = No
izin-dicabut = Withdrawn { $kapan }
izin-jam = In effect already. The limit by law (3 x 24 hours): { $kapan }, { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    } left.
izin-jam-usai = The limit of 3 x 24 hours passed on { $kapan }.
izin-dicabut-service = The account is erased.
izin-dicabut-mentoring = { $n ->
    [0] Mentors can't open your products.
    [1] One mentor can no longer open your products.
   *[other] { $n } mentors can no longer open your products.
    }
izin-dicabut-statistics = Your shop no longer counts in the city's numbers.
izin-dicabut-whatsapp = No more reminders are sent.
izin-dicabut-gallery = Your shop is no longer seen in the network, and your kits are no longer shown.
izin-riwayat = History ({ $n })
izin-riwayat-beri = Given
izin-riwayat-cabut = Withdrawn
izin-naskah = wording { $n }
izin-belum-pernah = Never given.
izin-wajib = Withdrawn by erasing the account.
izin-cabut = Withdraw
izin-beri = Allow
izin-siapa = Who may do what
izin-siapa-sandi = Nobody can read your password: only a fingerprint of it is kept.
boleh-see-product = see products, photos and kits
boleh-edit-product = change products and make kits
boleh-see-shop = see the shop's name and progress
boleh-edit-shop = change the shop and who works there
boleh-issue-card = make a new card to come in by
boleh-create-person = make accounts
boleh-see-people = see name and contact
boleh-tend-jobs = tend the server's jobs
boleh-read-audit = read the log
boleh-see-progress = see level, evidence, tasks and visits
boleh-send-evidence = send evidence
boleh-check-evidence = check evidence
boleh-confirm-level = confirm a level
boleh-note-visit = note a visit
boleh-offer-hand-over = offer another mentor
boleh-join-programme = apply to a programme
boleh-run-programme = run programmes
boleh-tidak = sees nothing of yours
izin-lihat = Who looked at my data
izin-lihat-kosong = Nobody else has opened them yet.
izin-lihat-isi = Noted are: opening products, cards to come in by, and attempts that were refused. Visits of one person within 12 hours count as one.
izin-jejak-mesin = Keeper of the server
izin-jejak-seseorang = Someone without an account
izin-jejak-ditolak = tried to open, refused
izin-jejak-see-shop = opened your shop's products
izin-jejak-issue-card = made a card to come in by
izin-jejak-revoke-card = revoked a card
izin-jejak-invite = made your account
izin-jejak-create-person = made your account
izin-jejak-reset-access = made a new way in
izin-jejak-unlock = unlocked your account
izin-jejak-lain = tended your account
izin-unduh = Take all your data along
izin-unduh-isi = One ZIP: data.json, every photo, every version of every kit.
izin-unduh-tombol = Download the ZIP
izin-hapus = Erase the account and all in it
izin-hapus-pendek = Can't be undone
izin-hapus-toko = The shop { $toko } with all products, photos and kits
izin-hapus-akun = Name, contact, password, consents, cards and keys
izin-hapus-draf = Drafts and waiting forms of this phone
izin-hapus-berkas = Files that nobody else uses; those just sent are gone within two hours
izin-cadangan = The last backup of the server was made on { $tanggal }. The copy in it goes when that backup is replaced or removed by its keeper.
izin-cadangan-tidak = No backup of the server is on record.
izin-hapus-kata = ERASE
izin-hapus-ketik = The word that erases
izin-hapus-petunjuk = Type { $kata } if you are sure.
izin-hapus-tombol = Erase for ever
izin-ke-akun = Account and password
tanda-judul = The data are erased
tanda-isi = This is the receipt. It holds no personal data.
tanda-toko = shops
tanda-produk = products
tanda-berkas = files
tanda-jualan = sales
tanda-kas = cash lines
tanda-etalase = shop pages
tanda-program = programme records
tanda-akun = The account with name, contact and password
tanda-izin = Consents, cards and keys
tanda-sesi = All sessions on all devices
tanda-draf = Drafts and waiting forms of this device
tanda-simpan = Keep this number. This page's address can be opened at any time to prove it.
tanda-cetak = Print
kabar-izin-dicabut = Withdrawn, in effect at once.
waktu-saat = { $tanggal }, { $jam }
## Sales

nav-jualan = Sales
bulan-sebelum = The month before
bulan-sesudah = The month after
jualan-judul = Sales
jualan-perlu-akun = Note your sales here
jualan-perlu-akun-isi = Sign in first, so that your notes are safe and only you see them.
jualan-daftar = Make an account
jualan-hari-ini = Today { $uang } from { $n ->
        [one] { $n } sale
       *[other] { $n } sales
    }
jualan-apa = What was sold?
jualan-lain = Something else
jualan-produk-lain = { $n ->
        [one] { $n } more product
       *[other] { $n } more products
    }
jualan-rincian = Pieces, price, day, place
jualan-rincian-isi = If left alone: one piece, usual price, today, face to face
jualan-nama = What it is called
jualan-nama-isi = Only needed for what is not among the products above
jualan-jumlah = Pieces
jualan-uang = Money
jualan-tanggal = Day
jualan-tempat = Sold through
jualan-catat = Note it
jualan-terakhir = Last noted
jualan-sebelumnya = { $n } before that
jualan-kosong = Nothing yet. Touch what was sold, then Note it.
jualan-batalkan = Take back { $apa }
jualan-impor = Bring in from a marketplace
jualan-impor-isi = Shopee, TikTok Shop, Tokopedia, Lazada, or Excel
jualan-kas-isi = Money in and out, estimated tax
jualan-pilih-dulu = Choose what was sold first, or write its name
jualan-nama-dulu = Write what it is called, since you chose Something else
jualan-tanggal-salah = Choose the day from the calendar
angka-salah = Write it in digits, such as 2
angka-kurang-nol = It can't be below zero. Write the number without the minus sign
angka-utuh = Write a whole number without a comma, such as 2
angka-terlalu-besar = The number is too large. Count its zeros again
jualan-hari = { $awal } – { $akhir }
jualan-pesanan = { $n ->
        [one] { $n } sale
       *[other] { $n } sales
    }
jualan-barang = { $n ->
        [one] { $n } piece
       *[other] { $n } pieces
    }
jualan-naik = Up { $n }%
jualan-turun = Down { $n }%
jualan-dari = from { $uang } on { $hari }
jualan-belum-banding = There are no notes of { $bulan } to compare with.
jualan-grafik = Sales of { $bulan } beside the month before, added up day by day
jualan-angkanya = See the figures
jualan-terlaris = Best sellers
jualan-tempat-judul = Where it was sold
jualan-jam = Busy hours
jualan-jam-kolom = Hour
jualan-ramai = Most around { $jam }.
jualan-laporan = Result of the month
jualan-unduh = Download this month
jualan-unduh-isi = The result for a bank, and every sale
jualan-bulan-kosong = No sales were noted in this month yet.
kabar-terjual = Noted. A mistake? Take it back in the list below.
kabar-jualan-batal = That sale was taken back.
kabar-sudah-batal = That was taken back before. Nothing has changed.
kabar-impor = The sales of that file are in your book.
kabar-impor-sudah = Nothing new: what is in that file was noted before.
kabar-impor-ditarik = Sales that turned out cancelled or given back no longer count.
kabar-impor-dan-ditarik = The sales of that file are in your book. Those that turned out cancelled or given back no longer count.
kabar-impor-batal = All sales of that file were taken back.
kabar-kas = It is in the cash book.
kabar-kas-batal = That line was taken back.

## Bringing in orders

impor-judul = Bring in sales
impor-apa = Upload your order file. You see what it becomes before anything is kept.
impor-berkas = Order file
impor-berkas-isi = XLSX or CSV, up to 50 MB
impor-lihat = See what is in it
impor-tanpa-berkas = Choose a file first
impor-dari = Where to get the file
impor-shopee = Shopee
impor-shopee-isi = Seller Centre, My Orders, Export
impor-tiktok = TikTok Shop and Tokopedia
impor-tiktok-isi = Seller Center, Orders, Export
impor-lazada = Lazada
impor-lazada-isi = Seller Center, Orders, Export All
impor-lain = Excel or your own book
impor-lain-isi = Any table with day, product and money
impor-rahasia = We take no buyer's name or address. The file is deleted within a day.
impor-riwayat = Brought in before
impor-riwayat-isi = The wrong file? Take one back as a whole, at any time.
impor-riwayat-kapan = brought in on { $tanggal }
impor-batalkan = Take back { $n ->
        [one] { $n } sale
       *[other] { $n } sales
    } of { $tempat } from { $tanggal }
impor-tunjuk = Show us the columns first
impor-tunjuk-isi = This file is from no marketplace that we know. Choose which column holds what.
impor-baru = new sales
impor-tiada-baru = Nothing in this file needs to be kept.
impor-sudah = { $n } noted already
impor-ditarik = { $n } noted before turned out cancelled or given back: they stop counting
impor-berkurang = { $n } noted before came back in part: they count for less
impor-hanya-ditarik = No new sales, but something has changed.
impor-kembar = { $n } twice in this file
impor-salah = { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } not read
impor-orders-cancelled = { $n } cancelled or unpaid
impor-orders-returned = { $n } given back
impor-orders-free = { $n } without a price
impor-terpotong = This file is too long. Only its first 200,000 rows are read.
impor-salah-judul = What could not be read
impor-salah-isi = These rows are left out; the others go in. Mend them in the file and upload it again at any time.
impor-baris = Row { $n }
impor-lainnya = and { $n } more
impor-jadi = Will be noted
impor-kolom = Columns of the file
impor-contoh = What the file looks like
impor-tidak-ada = None
impor-baca = Read it with these columns
impor-simpan = Keep { $n ->
        [one] { $n } sale
       *[other] { $n } sales
    }
impor-simpan-ditarik = Keep { $n ->
        [one] { $n } change
       *[other] { $n } changes
    }
impor-kembali = Back to Sales
kolom-day = Day
kolom-product = Product
kolom-quantity = Pieces
kolom-total = Money in all
kolom-price = Price of one
kolom-order = Number of the order or receipt
kolom-variant = Variant
kolom-status = State

## Cash and tax

kas-judul = Cash book
kas-sisa = Left this month
kas-masuk = In
kas-masuk-isi = { $jual ->
        [one] { $jual } sale
       *[other] { $jual } sales
    }, { $lain } other
kas-keluar = Out
kas-catat-judul = Note money
kas-arah = In or out
kas-untuk = What for
kas-untuk-contoh = bought sugar
kas-catat = Note it
kas-buku = In the book
kas-kosong = Nothing noted this month. Sales count as money in by themselves.
kas-uang-kosong = Write how much money
pajak-judul = Estimated tax of { $tahun }
pajak-perkiraan = Final income tax, 0.5% of the turnover noted here, business of a person
pajak-omzet = Turnover this year { $omzet }. Up to { $bebas } a year is free of tax.
pajak-sisa = { $sisa } left until tax begins.
pajak-lewat = Turnover has passed { $batas } a year. This rule no longer fits; ask the tax office.
pajak-bulan = Month by month
pajak-kolom-bulan = Month
pajak-kolom-omzet = Turnover
pajak-kolom-pajak = Tax
pajak-bukan = This is an estimate, not tax advice. Rules: { $sumber }; checked { $tanggal }.

## Price and margin

harga-judul = Work out the price
harga-jual = sold at { $harga }
harga-modal = Cost of one piece
harga-modal-belum = Fill in ingredients, work and how many it gives.
harga-sisa-kotor = After fees, before costs
harga-sisa = What is left for you
harga-belum-jual = There is no selling price yet.
harga-potongan = fee { $uang }
harga-kira = about
harga-persen = { $n }% of the price
harga-minta = ask { $harga }
harga-minta-isi = Blue: the price that leaves { $n }%.
harga-sumber = Marketplaces' fees as of { $tanggal }; they differ by category. Put in your own to be exact.
harga-sekali = One batch
harga-sekali-isi = Count for one cooking or one round of making.
harga-bahan = Ingredients and what they cost
harga-bahan-nama = Ingredient { $n }
harga-bahan-harga = Cost of ingredient { $n }
harga-bahan-contoh = tempe 2 kg
harga-tenaga = Wages
harga-tenaga-isi = Your own work too
harga-lain = Gas, power, rent
harga-hasil = How many pieces it gives
harga-kemasan = Wrapping of one piece
harga-lanjut = Margin, promotion, shipping, fees
harga-lanjut-isi = If left alone: 30%, no promotion
harga-untung = How many percent are to be left
harga-promo = Promotion on each piece
harga-ongkir = Shipping that you pay
harga-komisi = Fee of each place
harga-komisi-isi = See your Seller Centre. Leave empty if you do not know.
harga-hitung = Work it out
harga-angka-salah = Write a number, such as 20
periksa-rugi = This price loses money
periksa-rugi-isi = On { $tempat } you lose money with every sale.
periksa-rugi-lihat = See the sum
bagikan-untung-modal = Its cost of { $modal } is taken off.

## Shop

nav-toko = Shop
kain-wedel = Indigo
kain-sogan = Batik brown
kain-pandan = Pandan
kain-cabai = Chilli
kain-kunyit = Turmeric
kain-tinta = Ink
toko-terang = Shop at { $toko }
toko-habis = Sold out
toko-mulai = from
toko-pilihan = Kind
toko-kosong = The shelf is still empty.
toko-tanya = Ask by WhatsApp
toko-sapa = Hello { $toko }, I have a question.
toko-semua = All of { $toko }
toko-jam = Opening hours
toko-libur = closed
toko-kaki = This shop uses
toko-foto = Photos of { $barang }
toko-tanya-harga = Ask for the price
toko-pesan-dulu = Made to order, about { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
toko-pesan-judul = Order
toko-total = In all
toko-pesannya = See the message
toko-pesan = Hello { $toko }, I would like to order { $n } { $barang }. Send to:{ " " }
toko-pesan-harga = Hello { $toko }, I would like to order { $n } { $barang } ({ $uang }). Send to:{ " " }
toko-pesan-wa = Order by WhatsApp
toko-qr = QR with the amount
toko-qr-alt = QRIS code of { $toko } for { $uang }
toko-qr-isi = Order first and wait for the seller to agree. This page does not know whether money arrived; send the seller your proof.
toko-qr-lewat = One QRIS payment carries { $batas } at most, so no QR is shown. Order fewer, or order by WhatsApp and pay another way.
toko-tutup-saran = Its owner has closed this shop.
toko-daftar-harga = Download the price list (PDF)
tokosaya-harga = Buyers may download the price list
tokosaya-harga-isi = A PDF button on your shop's page; it always has the latest prices
tokosaya-kertas = Catalogue and price list
tokosaya-kertas-isi = To print, or to send to customers on WhatsApp.
tokosaya-kertas-jenis = PDF and pictures
tokosaya-qris-foto = Photo or screenshot of the QRIS
tokosaya-qris-baca = Read the QRIS from the photo
tokosaya-qris-pilih = Choose the photo first, then press "Read the QRIS from the photo"
tokosaya-qris-tekan = Press "Read the QRIS from the photo" first, then save
tokosaya-qris-ketemu = The QRIS was read; it belongs to { $nama }. Is that right? Press "Save the shop".
kertas-katalog = Catalogue
kertas-daftar-harga = Price list
kertas-katalog-isi = { $n ->
        [one] { $n } item
       *[other] { $n } items
    } from your shelf, with photos and prices. Always up to date.
kertas-daftar-harga-isi = { $n ->
        [one] { $n } item
       *[other] { $n } items
    } from your shelf, one line each. Always up to date.
kertas-cetak = To print
kertas-gambar = Pictures for WhatsApp
kertas-gambar-isi = { $n ->
        [one] { $n } picture
       *[other] { $n } pictures
    }. Tap to save, or send them right away.
kertas-lembar = Picture { $n }
kertas-kirim = Send on WhatsApp
kertas-kirim-batas = The first { $n } pictures go at once; save the others and send them from the gallery.
kertas-kosong = The shelf is still empty
kertas-kosong-isi = Choose what stands on it in My shop, then come back.
jualan-laporan-bank = The month for the bank
tokosaya-judul = My shop
tokosaya-perlu-akun = Open a shop of your own
tokosaya-perlu-akun-isi = Sign in first. One address for all your products, free.
tokosaya-apa = One address for { $toko }: customers look, then order by WhatsApp.
tokosaya-buka = Your shop is open
tokosaya-lihat = See the shop
tokosaya-ditarik = You took this shop away. Its address says that it is closed. Save again to open it.
tokosaya-umum = Everyone may see it
tokosaya-umum-isi = The shop’s name, the chosen products, the number for orders and the hours
tokosaya-alamat = Address of the shop
tokosaya-tentang = About your shop
tokosaya-wa = WhatsApp for orders
tokosaya-rak = What is shown
tokosaya-rak-isi = Tick what is for sale. Small numbers come first.
tokosaya-rak-kosong = There is no product yet.
tokosaya-belum-kit = no finished photo yet
tokosaya-urutan = Place of { $barang }
tokosaya-qris = Your QRIS
tokosaya-qris-isi = Take a photo of the QRIS sticker on your counter, or paste its text. The money still goes to your own account; the photo is not kept.
tokosaya-qris-teks = QRIS text
tokosaya-qris-nama = In the name of { $nama }
tokosaya-jam = Opening hours
tokosaya-dari = { $hari } opens
tokosaya-sampai = { $hari } closes
tokosaya-warna = Colour of the shop
tokosaya-simpan = Save the shop
tokosaya-umpan = Catalogue for Meta and Google
tokosaya-umpan-isi = Set this address once; its content changes with your shop.
tokosaya-tarik = Take the shop away
tokosaya-tarik-isi = The shop and its products are gone for everyone. Your own products and notes stay.
kabar-toko = Your shop is saved.
kabar-toko-tarik = Your shop is no longer public.

## Growth
hitung-sedang = Being worked out.
hitung-sampai = { $sudah } of { $semua } done.
hitung-muat = Load again
tumbuh-judul = Growth
tumbuh-ajak = Sales before and after, against the waiting list
tumbuh-gelombang = cohort of { $tanggal }
tumbuh-cohort = In the programme
tumbuh-waiting = Waiting list
tumbuh-kosong = Nothing has been worked out yet
tumbuh-kosong-isi = Growth holds the last three whole months against the three before the programme. The first three are over on { $tanggal }.
tumbuh-hitung = Work it out now
tumbuh-hitung-lagi = Work it out anew
tumbuh-awal = Three whole months are not over yet. Growth can be told from { $tanggal }
tumbuh-banding = Monthly sales of { $sesudah } against { $sebelum }
tumbuh-rentang-bulan = { $awal } to { $akhir }
tumbuh-rentang = { $awal } to { $akhir }
tumbuh-tengah = Half of the shops changed by more, half by less. The middle half: { $bawah } to { $atas }
tumbuh-yakin = 95% range: { $rentang }
tumbuh-dari = { $n } of { $semua ->
        [one] { $semua } shop
       *[other] { $semua } shops
    } counted; { $hilang } missing
tumbuh-kurang = Fewer than { $n } of { $semua } shops counted
tumbuh-terlalu-sedikit = Fewer than { $n } shops have complete data, so the figure is not shown
tumbuh-selisih = Against the waiting list
tumbuh-selisih-isi = So much more (or less) did the sales of those in the programme move than of those who wait, each from its own start
tumbuh-lawan = { $kelas } in the programme, { $tunggu } waiting
tumbuh-kebetulan = The range crosses zero: it may be chance
tumbuh-tanpa-selisih = Can't be compared yet: each group needs at least { $n } shops with complete data
tumbuh-tanpa-tunggu = This cohort has no waiting list, so there is nothing to compare with
tumbuh-bukan = What this figure does not prove
tumbuh-bukan-sebab-undi = A lottery gave the places, so both groups were alike at the start. But shops that stopped noting can make the difference look larger or smaller.
tumbuh-bukan-sebab = No lottery gave the places. Those in the programme may have been readier to begin with, so this does not prove that the programme is the cause.
tumbuh-bukan-sumber = Most sales were noted by the owners themselves. See the table of sources below.
tumbuh-bukan-hilang = Shops without enough data are left out; they may have done better or worse.
tumbuh-bukan-untung = More sales need not be more profit.
tumbuh-musim-ramadan = Ramadan: { $sebelum ->
        [one] { $sebelum } day lies
       *[other] { $sebelum } days lie
    } in the months before, { $sesudah ->
        [one] { $sesudah } day
       *[other] { $sesudah } days
    } in the months after. Compare with the waiting list rather than with the figure alone.
tumbuh-musim-lebaran = Lebaran: { $sebelum ->
        [one] { $sebelum } day lies
       *[other] { $sebelum } days lie
    } in the months before, { $sesudah ->
        [one] { $sesudah } day
       *[other] { $sesudah } days
    } in the months after.
tumbuh-musim-kira-ramadan = Ramadan (dates reckoned ahead): { $sebelum ->
        [one] { $sebelum } day lies
       *[other] { $sebelum } days lie
    } in the months before, { $sesudah ->
        [one] { $sesudah } day
       *[other] { $sesudah } days
    } in the months after. Compare with the waiting list rather than with the figure alone.
tumbuh-musim-kira-lebaran = Lebaran (dates reckoned ahead): { $sebelum ->
        [one] { $sebelum } day lies
       *[other] { $sebelum } days lie
    } in the months before, { $sesudah ->
        [one] { $sesudah } day
       *[other] { $sesudah } days
    } in the months after.
tumbuh-bulanan = Month by month
tumbuh-grafik = Change of monthly sales against the start, in the programme and on the waiting list
tumbuh-grafik-isi = Line: the shop in the middle. Band: the middle half of shops.
tumbuh-mulai = start
tumbuh-angka = See the numbers
tumbuh-bulan = Month
tumbuh-kelas = How many rose, stayed, fell
tumbuh-kelas-fell = Fell by more than 5%
tumbuh-kelas-steady = About the same
tumbuh-kelas-rose = Rose by 5 to 15%
tumbuh-kelas-rose-much = Rose by 15% or more
tumbuh-sumber = Where the numbers come from
tumbuh-sumber-isi = The weakest source that carries a tenth of sales or more
tumbuh-sumber-self_reported = Own notes
tumbuh-sumber-order_file = Order file
tumbuh-sumber-evidence = Checked evidence
tumbuh-hilang = Why shops are missing
tumbuh-hilang-consent = Did not agree to be counted
tumbuh-hilang-moved = Joined another cohort
tumbuh-hilang-before = No start is known
tumbuh-hilang-after = The last three months are not all noted
tumbuh-jumlah = Total
tumbuh-ditutup = fewer than five, or hidden so that fewer than five can't be worked out
tumbuh-ditutup-isi = The mark <{ $n } hides counts below { $n } shops, and others that would give them away.
tumbuh-asal = Where this comes from
tumbuh-versi = Version { $n }, { $kapan }
tumbuh-versi-lain = Other versions
tumbuh-cara = Ranges from { $putaran } redraws (seed { $benih }); method { $cara }. A month with fewer than 4 noted days counts as not noted.
tumbuh-telusuri = Trace the records
tumbuh-telusuri-isi = The sales of each shop that entered this version, without names, as their owners agreed; the numbers are only their order. Only for those who run the programme; every look is written down.
tumbuh-usaha-ke = Shop { $n }
tumbuh-usaha = A typical month before: { $sebelum }. After: { $sesudah }.
tumbuh-pengakuan = Start as the owner stated it: { $jumlah } a month (not checked)
tumbuh-pengakuan-diperiksa = Start as the owner stated it: { $jumlah } a month (checked)
tumbuh-hari = { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
tumbuh-tipis = too few, not counted
tumbuh-tanpa-catatan = There is no record that may be used.

## Badges
lencana-judul = Check a badge
lencana-ajak = Genuine or not, in force or revoked
lencana-pengantar = Badges of NaikKelas are signed (Open Badges 3.0). Paste one or choose its file, and we say whether it is genuine.
lencana-tempel = The badge
lencana-berkas = Or its file (.json)
lencana-periksa = Check
lencana-lupa = Nothing that is checked here is kept.
lencana-kosong = Paste a badge or choose its file first
lencana-punyaku = Badges of my shop
lencana-punyaku-isi = Show the level of your shop, and choose what people see
lencana-arti = What each badge means
lencana-luring = Check without the internet
lencana-luring-isi = Download these two documents once, then check badges on your own computer:
lencana-valid = Genuine and in force
lencana-valid-isi = It was not changed, its issuer signed it, and it was not revoked.
lencana-unlisted = Genuine
lencana-unlisted-isi = It was not changed, and its issuer signed it. Whether it was revoked was not looked up.
lencana-unproven = Not proved
lencana-unproven-isi = It was not changed, but who issued it is not certain. Check it on the issuer's site.
lencana-early = Not yet in force
lencana-early-isi = This badge is genuine, but its first day has not come.
lencana-expired = Its time is over
lencana-expired-isi = This badge is genuine, but the level's evidence has expired. Ask for the latest one.
lencana-revoked = Revoked
lencana-revoked-isi = The issuer took this badge back. Do not take it as proof.
lencana-alasan = Reason
lencana-siapa = For
lencana-tanpa-nama = Its owner does not show the name
lencana-penerbit = From
lencana-sejak = Since
lencana-sampai = Until
lencana-tanpa-akhir = no end
lencana-bukti = Its proofs
lencana-unduh = Download the badge
lencana-lain = Check another badge
lencana-tampil = What people may see
lencana-tampil-nama = The name of my shop
lencana-tampil-nama-isi = Without it the badge holds only a mark that nobody can read.
lencana-tampil-bukti = Links to what I sell
lencana-tampil-bukti-isi = Only marketplace links that a mentor has checked.
lencana-simpan = Save
kabar-lencana-tampil = The badge was signed anew as you chose
lencana-cabut = Revoke the badge
lencana-cabut-isi = Everyone reads the reason, and it can't be undone
kabar-lencana-cabut = The badge was revoked

sertifikat-judul = Check a certificate
sertifikat-ajak = Type its number and see whether it is genuine and holds
sertifikat-pengantar = Every NaikKelas certificate has a number. Anyone may check it here, without an account.
sertifikat-isian = Number of the certificate
sertifikat-periksa = Check
sertifikat-bantu = 12 letters and digits, next to the QR code. Small letters, spaces and hyphens are fine.
sertifikat-digital = If what you have is a badge's file, not a number
sertifikat-nomor = Certificate number
sertifikat-nomor-judul = Certificate { $nomor }
sertifikat-lain = Check another number
sertifikat-valid = Genuine, and it holds
sertifikat-valid-isi = We did give the certificate with this number, and it holds today.
sertifikat-unlisted = Genuine
sertifikat-unlisted-isi = We did give the certificate with this number. Whether it was taken back was not checked.
sertifikat-unproven = Not proved
sertifikat-unproven-isi = The number exists, but its signature is of an earlier address that we can't make sure of.
sertifikat-early = Does not hold yet
sertifikat-early-isi = The number exists, but the day on which it begins to hold has not come.
sertifikat-expired = No longer holds
sertifikat-expired-isi = We did give this certificate, but the evidence for its level has ended. Ask for the newest one.
sertifikat-revoked = Taken back
sertifikat-revoked-isi = This certificate was taken back. Do not rely on it.
sertifikat-asing = We do not know this number
sertifikat-asing-isi = No certificate has this number. It may not be ours, or its owner has erased their data.
sertifikat-tanpa-nama = Its owner does not show the shop's name here, so this page does not prove the name on the paper. Ask the owner to show it.
sertifikat-tanpa-nama-sendiri = Your shop's name is not shown on this page, so whoever checks can't compare the name on the paper.
sertifikat-kertas = The certificate to print
sertifikat-kertas-isi = A PDF of one page with the shop's name, the names of who checked and confirmed it, and a QR code that leads here. Whoever is given it can read those names.
sertifikat-unduh = Download the PDF
sertifikat-nyalakan = Show my shop's name on this page
sertifikat-syarat = Given for
sertifikat-lencana = Its digital badge
sertifikat-tautan = The certificate of this badge
sertifikat-tautan-isi = Number { $nomor }, which anyone can check
sertifikat-kelas = The certificate of this level
sertifikat-lembar = The certificate of the level that holds
papan-bulanan = Monthly report
papan-bulanan-isi = One PDF for those who answer for the cohort: the ladder, numbers with how many shops they rest on, growth, and what it does not prove.
papan-bulan = Month
papan-bulanan-unduh = Download the report as PDF
jejak-aksi-ask-growth = asked for growth figures
jejak-aksi-trace-growth = traced growth records
jejak-aksi-issue-badge = gave a badge
jejak-aksi-show-on-badge = changed what a badge shows
jejak-aksi-revoke-badge = revoked a badge
jejak-aksi-rotate-badge-key = changed the badge key
## Programmes, cohorts, joining, the city board
nav-program = Programme
nav-papan = Board
nav-ikut = Join
program-judul = Mentoring programmes
program-kosong = No programme yet
program-kosong-isi = One programme may have many cohorts. Each runs 26 weeks: 24 themes, with a rest around Ramadan and Lebaran.
program-tanpa-kelompok = No cohort yet. Say when it begins and how many shops it takes.
program-baru = A new programme
program-organisasi = Who runs it?
program-organisasi-contoh = Malang Cooperative Office
program-nama = Name of the programme
program-nama-contoh = Naik Kelas Malang
program-wilayah = For which area?
program-wilayah-isi = Code of a city or regency. Empty means all of your area.
program-buat = Found the programme
kelompok-baru = A new cohort
kelompok-ubah = Change the cohort
kelompok-buat = Plan the cohort
kelompok-simpan = Save
kelompok-mulai = Begins { $hari }
kelompok-sampai = Until { $hari }
kelompok-jendela = Applications from { $buka } to { $tutup }
kelompok-terisi = { $n } of { $tempat ->
        [one] { $tempat } place
       *[other] { $tempat } places
    } taken
kelompok-pendaftar = { $n } applied
kelompok-n-tempat = { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
kelompok-cara-undian = A draw that anyone can do again
kelompok-cara-urut = First come, first served
kelompok-n-pendamping = { $n ->
        [one] { $n } mentor
       *[other] { $n } mentors
    }
kelompok-minggu-ke = week { $n } of { $semua }
kelompok-hari-mulai = First day
kelompok-hari-mulai-isi = A Monday. The cohort runs for 26 weeks.
kelompok-buka = Applications open
kelompok-tutup = Applications close
kelompok-tempat = How many shops does it take?
kelompok-undian = Draw lots when more apply
kelompok-undian-isi = Those without a place wait, and are an honest comparison. Without a draw, who comes first is served.
kelompok-pendamping = Who accompanies the shops?
kelompok-tanpa-pendamping = No mentors in this area yet. Make accounts for them first.
kelompok-rencana-nanti = A plan of 24 weekly themes is ready. You can change it afterwards.
fase-nanti = not open yet
fase-buka = applications open
fase-tutup = applications closed
fase-jalan = running
fase-selesai = over
keadaan-applied = Applied
keadaan-waiting = Waiting list
keadaan-enrolled = Taking part
keadaan-withdrawn = Taken back
keadaan-left = Left
keadaan-completed = Completed
kelompok-langkah-sumber = Name where the lottery's figure comes from
kelompok-langkah-tunggu = Waiting for applications
kelompok-langkah-tanpa-sumber = The lottery can't be drawn yet
kelompok-langkah-undi = Draw the lottery
kelompok-langkah-bagi = Give the places
kelompok-langkah-berikut = A place is free
kelompok-langkah-selesai = Let those who stayed complete it
kelompok-langkah-usai = This cohort is over
kelompok-langkah-kosong = No shop takes part yet
kelompok-langkah-jalan = All places are decided
kelompok-tunggu-isi = Applications are open until { $tutup }. After that the places are given here.
kelompok-bagi-isi = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    } applied for { $tempat ->
        [one] { $tempat } place
       *[other] { $tempat } places
    }. Who came first gets one, the others wait.
kelompok-bagi = Give the places
kelompok-berikut-isi = { $n ->
        [one] { $n } place is
       *[other] { $n } places are
    } free and { $tunggu ->
        [one] { $tunggu } shop waits
       *[other] { $tunggu } shops wait
    }. The first in line gets one.
kelompok-berikut = Give it to the next in line
kelompok-selesai-isi = { $n ->
        [one] { $n } shop is
       *[other] { $n } shops are
    } still there at the end.
kelompok-selesai = Write down that they completed it
kelompok-usai-isi = See its numbers on the city board.
kelompok-kosong-isi = Open applications again by moving the days, or import a list of shops.
kelompok-jalan-isi = Match shops with mentors, then watch the city board.
kelompok-bagian = Parts of the cohort
kelompok-usaha = Shops in this cohort
kelompok-n-usaha = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    }
kelompok-saring = Show those who
kelompok-semua = All
kelompok-urutan = place { $n }
kelompok-daftar-pada = applied { $hari }
kelompok-belum-pendamping = No mentor yet
kelompok-keluar = Write down that { $usaha } left
kelompok-keluar-isi = Its place becomes free and its mentor no longer sees it.
kelompok-keluar-tombol = Write it down
kelompok-tak-ada-applied = Nobody has an open application. Applications stand here until places are given.
kelompok-tak-ada-waiting = Nobody waits. The waiting list fills when more apply than there are places.
kelompok-tak-ada-enrolled = Nobody takes part yet. Shops do once places are given.
kelompok-tak-ada-withdrawn = Nobody has taken an application back.
kelompok-tak-ada-left = Nobody has left.
kelompok-tak-ada-completed = Nobody has finished yet. Shops finish when they are still there at the end.
kelompok-belum-usaha = No shops here yet. They apply themselves, or you import a list.
rencana-judul = Weekly plan
rencana-ringkas = 24 themes, yours to change
rencana-apa = { $minggu } weeks with a theme each. Weeks around Lebaran are free, weeks of fasting take a light theme.
rencana-minggu = Week by week
rencana-kosong = Rest, or catching up
rencana-berat = Heavy
rencana-berat-isi = Needs travel or something new to learn, so not in the fasting month
rencana-puasa = Ramadan
rencana-lebaran = Lebaran
rencana-ubah = Change the plan
rencana-ubah-isi = Order, names, or your own theme
rencana-urutan = Place of { $tema }
rencana-nama = Another name for { $tema }
rencana-buang = Leave out { $tema }
rencana-terkunci = Has begun, can't change
rencana-tema-sendiri = Your own theme
rencana-judul-baru = Name of the theme
rencana-judul-contoh = Village market
rencana-urut-baru = Place
rencana-alasan = Why the change?
rencana-alasan-contoh = The coffee harvest is in that month
rencana-simpan = Save as a new version
rencana-versi = Versions of the plan
rencana-versi-ke = Version { $n }
rencana-bawaan = The plan that comes with it
rencana-dipakai = In use
pasangan-judul = Shops and their mentors
pasangan-ringkas = A proposal with its reasons
pasangan-apa = This is a proposal: distance, language, trade and the mentors' loads are weighed together. You decide.
pasangan-usulan = Proposal
pasangan-n = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    } without a mentor
pasangan-untuk = Mentor for { $usaha }
pasangan-tanpa = None yet
pasangan-muat = { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    }
pasangan-belum-izin = No consent yet
pasangan-sisanya = { $n ->
        [one] { $n } more follows
       *[other] { $n } more follow
    } when these are confirmed.
pasangan-sahkan = Confirm { $n ->
        [one] { $n } pair
       *[other] { $n } pairs
    }
pasangan-kosong = No shop takes part yet
pasangan-kosong-isi = Give the places first, on the cohort's page.
pasangan-semua = Every shop has a mentor.
pasangan-sudah = { $n ->
        [one] { $n } is
       *[other] { $n } are
    } matched
pasangan-ganti = Change mentors by hand
pasangan-simpan = Save the changes
peserta-judul = Import a list of shops
peserta-ringkas = From CSV or Excel, with cards
peserta-apa = A list becomes applicants of { $program }. You see first what each row becomes.
peserta-berkas = File with the list of shops
peserta-berkas-isi = CSV or XLSX with headings: owner's name, WhatsApp number or e-mail, shop's name.
peserta-contoh = It looks like this
peserta-contoh-isi = At most { $n } accounts at a time. For the rest, send the same file again.
peserta-rahasia = The file goes as soon as it is read. No consent is ticked for owners: they give it when they first come in.
peserta-kolom-owner = Owner's name
peserta-kolom-contact = WhatsApp or e-mail
peserta-kolom-shop = Shop's name
peserta-kolom-area = Area code
peserta-tunjuk-isi = Show which column holds the owner's name and which the contact.
peserta-baru = { $n ->
        [one] { $n } new shop
       *[other] { $n } new shops
    }
peserta-baru-isi = Each gets an account, an application and a QR card to come in.
peserta-tiada-baru = Every row has an account already, or needs mending.
peserta-ada = { $n ->
        [one] { $n } has
       *[other] { $n } have
    } an account
peserta-ada-isi = This number or e-mail has an account. Its owner can apply themselves.
peserta-kembar-isi = This number or e-mail stands in an earlier row.
peserta-terpotong = This list is too long. Only its first 20,000 rows are read.
peserta-bertahap = The first { $n } this time. Send the same file again for the rest.
peserta-tertinggal = Left out
peserta-tertinggal-isi = The others can still come in.
peserta-jadi = To be made
peserta-simpan = Make { $n ->
        [one] { $n } account and card
       *[other] { $n } accounts and cards
    }
peserta-kartu = { $n ->
        [one] { $n } card
       *[other] { $n } cards
    }
peserta-kartu-jaga = Print them now: they are shown once. Lost ones can be made again under In care.
ikut-judul = Join a programme
ikut-berjalan = { $mulai } to { $akhir }
ikut-minggu = { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }, one small task each
ikut-jendela = Apply { $buka } to { $tutup }
ikut-cara-undian = If more apply than there are places, lots are drawn openly
ikut-cara-urut = Who applies first gets a place first
ikut-arti-1 = A mentor is with you: comes to your place and answers your questions.
ikut-arti-2 = One small task a week, an hour at most.
ikut-arti-3 = It is free. You can stop at any time; your products and notes stay yours.
ikut-izin-isi = Your mentor may see your products and progress. You can take it back at any time.
ikut-daftar = Apply with my shop
ikut-belum-buka = Applications open { $hari }
ikut-kosong = No programme in your city yet
ikut-kosong-isi = When a cohort opens, it appears here. Until then, tidy your products and note your sales: that is the first step.
ikut-nomor = Your ticket
ikut-applied = Your application is in. The outcome is here after { $tutup }.
ikut-waiting = No place this time. If someone leaves, the place goes to the waiting list.
ikut-enrolled = You are in! It begins { $hari }.
ikut-withdrawn = You took this application back.
ikut-left = You left this programme. Thank you for trying.
ikut-completed = You completed this programme. Well done!
ikut-antrean = You are number { $n } on the waiting list.
ikut-pendamping = Your mentor is { $nama }.
ikut-lihat-undian = See and check the draw
ikut-tarik = Take the application back
ikut-tarik-isi = Your place in line is lost. While applications are open you may apply again.
ikut-keluar = Leave the programme
ikut-keluar-isi = Your place goes to another shop, and your mentor no longer sees yours. Your products and notes stay.
undian-judul = The lottery
undian-ringkas = A public page that anyone can check
undian-apa = Places in { $program }, which begins { $hari }, are drawn by a figure that nobody could know before. Anyone can do it again.
undian-langkah-1 = 1. Where the figure comes from
undian-langkah-2 = 2. The figure
undian-langkah-3 = 3. The outcome
undian-diumumkan = Named { $saat }, before applications closed on { $tutup }.
undian-belum-sumber = Will be named here before applications close on { $tutup }.
undian-belum = After { $tutup } the figure and the outcome appear here. So far { $n } applied for { $tempat ->
        [one] { $tempat } place
       *[other] { $tempat } places
    }.
undian-nomor-tempat = { $n ->
        [one] { $n } ticket
       *[other] { $n } tickets
    } for { $tempat ->
        [one] { $tempat } place
       *[other] { $tempat } places
    }
undian-dapat = With a place: { $n }
undian-tunggu = Waiting list, in its order: { $n }
undian-terpotong = This list is cut to stay light. The program below prints all of it.
undian-periksa = Check it yourself
undian-periksa-isi = Copy this program into Python on any computer. It must print the order above.
undian-program = the draw's program
undian-sumber = Where does the figure come from?
undian-sumber-isi = Choose a public figure that does not exist yet. Once named, it stays.
undian-sumber-contoh = Jakarta Composite close of 5 January 2027, two decimals
undian-umumkan = Publish the source
undian-tanpa-sumber-isi = The figure's source was not named before applications closed, so a draw would prove nothing. Move the closing day, name the source, then draw.
undian-angka-isi = Write the figure just as this source gave it:
undian-angka = The figure
undian-undi = Draw { $n ->
        [one] { $n } applicant
       *[other] { $n } applicants
    } for { $tempat ->
        [one] { $tempat } place
       *[other] { $tempat } places
    }
papan-judul = City board
papan-ringkas = Levels, activity and risk
papan-pilih = Cohorts
papan-tanpa-kelompok = No cohort yet. The board appears with the first one.
papan-ikut = Shops taking part
papan-dari-tempat = of { $n ->
        [one] { $n } place
       *[other] { $n } places
    }
papan-keluar = Left
papan-keluar-isi = before the end
papan-tak-dihitung = { $n ->
        [one] { $n } shop is not counted: its owner
       *[other] { $n } shops are not counted: their owners
    } gave no consent to statistics.
papan-tangga = Ladder of levels
papan-kini = Levels on { $hari }
papan-kelas = Level
papan-tanpa-kelas = No level yet
papan-usaha = Shops
papan-gambar = One pile a week. The darker, the higher the level, and yellow the highest; a dashed part is hidden.
papan-tabel = See it as a table
papan-minggu = Week
papan-tanggal = Until
papan-belum-mulai = The ladder appears after the first week.
papan-angka = The cohort's numbers
papan-dari = of { $n }
papan-hilang = Not known: { $n ->
        [one] { $n } shop
       *[other] { $n } shops
    }
papan-angka-active = Sent evidence
papan-angka-active-isi = in the last 28 days
papan-angka-selling = Noted sales
papan-angka-selling-isi = in the last 28 days; not known of those who never did
papan-angka-visited = Visited by their mentor
papan-angka-visited-isi = in the last 28 days; not known without a mentor
papan-angka-at-risk = May drop out
papan-angka-at-risk-isi = by signs that can be explained, no verdict
papan-angka-baseline = Have a baseline
papan-angka-baseline-isi = three months of sales, checked
papan-angka-agreed = Agree to being accompanied
papan-angka-agreed-isi = without it, mentors do not see the shop
papan-angka-signed-in = Have signed in
papan-angka-signed-in-isi = their owner has opened the account
papan-bukti = Evidence since the start
papan-bukti-diterima = Accepted
papan-bukti-tunggu = Waiting for a check
papan-bukti-ditolak = Refused
papan-pendamping = Mentors' loads
papan-tanpa-pendamping = { $n ->
        [one] { $n } shop has
       *[other] { $n } shops have
    } no mentor yet.
papan-percaya = How to read these numbers
papan-dihitung = Reckoned { $saat }, version { $versi }. Reckoned anew every night.
papan-sembunyi = Fewer than five shops are written <5, and a number that would give them away as –.
papan-risiko = At risk means an estimate of { $persen }% or more. Its weights are not yet tested on a real cohort.
papan-hitung-ulang = Reckon anew now
papan-hitung = Reckon now
papan-belum = Not reckoned yet
papan-data = All numbers, to reckon with
papan-belum-isi = It is reckoned every night, or now if you like.
papan-hal = Matter
papan-ya = Yes
papan-tidak = No
papan-belum-tahu = Not known
kabar-program = The programme is founded. Now plan its first cohort.
kabar-kelompok = The cohort is planned.
kabar-sumber = The source is published on the lottery's page.
kabar-undi = The lottery is drawn and published.
kabar-bagi = The places are given.
kabar-berikut = The place went to the next in line.
kabar-lulus = That they completed it is written down.
kabar-keluar = Written down as left.
kabar-rencana = The plan is saved as a new version.
kabar-pasangan = The pairs are saved.
kabar-peserta-sudah = That list was worked off already. Cards that were not printed can be made again under In care.
kabar-ikut = Your shop has applied.
kabar-ikut-batal = Written down.
jejak-aksi-found-programme = founded a programme
jejak-aksi-plan-cohort = planned a cohort
jejak-aksi-change-cohort = changed a cohort
jejak-aksi-revise-plan = changed a weekly plan
jejak-aksi-apply = applied to a cohort
jejak-aksi-withdraw = took an application back
jejak-aksi-let-go = wrote down that a shop left
jejak-aksi-name-source = named a lottery's source
jejak-aksi-draw-lottery = drew a lottery
jejak-aksi-give-places = gave places
jejak-aksi-call-next = gave a place to the next in line
jejak-aksi-complete-cohort = let a cohort complete
jejak-aksi-match-mentors = matched a shop with a mentor
jejak-aksi-import-shops = imported a list of shops
jejak-aksi-reckon-board = reckoned a city board anew
# My class: levels, rules, evidence, tasks
nav-kelas = Class
nav-naik = Confirm
kelas-judul = My class
kelas-seseorang = someone whose account is gone
kelas-tingkat = Level { $n }:
kelas-hari-dari = days of { $n }
kelas-hari-ke = Day { $n } of { $dari }
kelas-minggu = week { $n }
kelas-pendamping = Mentor: { $nama }
kelas-selesai = ends { $tanggal }
kelas-kamu = You are on level { $tingkat }
kelas-belum = Not on level 0 yet
kelas-sah-sampai = Valid until { $tanggal }, unless its evidence is renewed
kelas-di-sini = you are here
kelas-sudah = reached
kelas-ditahan = held, its evidence waits for a check
kelas-ditahan-di-sini = you are here, your evidence waits for a check
kelas-tunggu = waits for a second checker
kelas-berikut = { $ada } of { $dari ->
        [one] { $dari } rule
       *[other] { $dari } rules
    }
kelas-nanti = later
kelas-tunggu-kedua = Your mentor has checked level { $tingkat }. One more person will confirm it.
kelas-menuju = On the way to { $tingkat }
kelas-langkah = Next step
ditahan-judul = Level { $tingkat } waits for a check
ditahan-pemilik = You keep your level until { $tanggal } while the evidence that you sent ({ $apa }) waits for your mentor. If it is accepted, your level goes on unbroken.
ditahan-pendamping = This level is held only by evidence that waits ({ $apa }). Check it by { $tanggal }, or the level lapses.
kelas-lengkap = All rules are met. It is your mentor's turn to check.
kelas-puncak = You are on the highest level. Keep its evidence fresh.
kelas-luar-judul = In no cohort yet
kelas-luar-isi = You can collect evidence from today. Once you are in a cohort, a mentor only has to check it.
kelas-luar-ikut = How to take part
kelas-daftar-applied = Your application is in. The cohort begins on { $tanggal }.
kelas-daftar-waiting = You are on the waiting list and come first in the next cohort. You can collect evidence meanwhile.
kelas-daftar-enrolled = You have a place. The cohort begins on { $tanggal }.
kelas-daftar-completed = You have completed this cohort.
kelas-daftar-left = You have left this cohort. Your level and your evidence stay yours.
kelas-daftar-lihat = See the application
kelas-jejaring = Suppliers, couriers, joint orders and resellers near you; ties count as evidence.
kelas-samping = Beside the levels
kelas-hukum = Class by law
kelas-hukum-isi = Yearly sales of about { $omzet }; this class ends at { $batas }.
kelas-hukum-taksir = Estimated from your first record.
kelas-hukum-catat = From the sales that you noted.
kelas-hukum-belum = Can't be estimated yet. Note sales, or send your first record.
kelas-digital = Digital tools
adoption-beginner-isi = No account for selling online is on record.
adoption-observer-isi = There is an account, not used regularly yet.
adoption-adopter-isi = Two channels, used every week, QRIS, and part of the sales online.
adoption-leader-isi = Three channels, decides by data, and teaches other shops.
tugas-judul = This week's task
tugas-topik = Theme: { $topik }
tugas-sampai = until { $tanggal }
tugas-sudah = Done
tugas-dilewati = Skipped
tugas-beres = Done
tugas-lewati = Skip this week
tugas-ubah = Change the answer
tugas-libur = This week is free. Be with your family.
tugas-tidak-ada = No task this week.
kabar-tugas-sudah = Well done, this week's task is finished.
kabar-tugas-lewati = Never mind. Next week brings another.
kabar-tugas-batal = Your answer was taken back.
syarat-sampai = Met until { $tanggal }
syarat-tetap = Met
syarat-tunggu = The evidence was sent and waits for its check
syarat-kurang = Not enough evidence yet
syarat-oleh = Its evidence ({ $n })
syarat-kirim = Send evidence
syarat-baseline = first record
syarat-consent = consent to mentoring
syarat-nib = NIB
syarat-price = price calculation
syarat-sales-noted = sales noted
syarat-photos = product photos
syarat-channels = active channels
syarat-weekly-posts = weekly posts
syarat-qris = QRIS
syarat-replies = answers within a day
syarat-listings = live listings
syarat-orders = real orders
syarat-rating = shop rating
syarat-growth = growth of sales
syarat-repeat-buyers = buyers who came again
syarat-second-outlet = second outlet
syarat-joint-trade = joint buying or supply
syarat-teaches = teaching another shop
syarat-ready = ready for finance or export
bukti-kirim = Send evidence
bukti-pengantar = One piece at a time. Your mentor checks it, and then the rule is met.
bukti-pilih = What would you like to send?
bukti-catatan = From your own books
bukti-perlu = for { $tingkat }
bukti-baseline = First record
bukti-baseline-isi = Sales of the last three months, workers and channels. Sent once; your growth is measured from here.
bukti-baseline-teks = { $jumlah } a month (median) · { $n ->
    [one] 1 worker
   *[other] { $n } workers
} { $kanal }
bukti-consent = Consent to mentoring
bukti-permit = Permit number
bukti-permit-isi = NIB, PIRT, halal or BPOM. The number is enough; a photo if you have one.
bukti-price-calculation = Price calculation
bukti-sales-record = Sales noted
bukti-photo = Product photo
bukti-photo-isi = One clean photo at a time. The same photo can't be used twice.
bukti-post = Post
bukti-post-isi = The address of your post, or a screenshot of it, such as a WhatsApp status.
bukti-qris = QRIS
bukti-qris-isi = A photo of the QRIS at your stall.
bukti-reply-time = Reply time
bukti-reply-time-isi = A screenshot that shows a chat answered within a day. Cover the buyer's name.
bukti-listing-link = Live listing
bukti-listing-link-isi = The address of one item on a marketplace. Send them one by one.
bukti-order-export = Order file
bukti-order-export-isi = Download it from the seller centre and import it under Sales. The sales are noted and the evidence is sent by itself.
bukti-rating = Shop rating
bukti-rating-isi = A screenshot of your shop's page that shows its stars.
bukti-repeat-buyers = Buyers who came again
bukti-repeat-buyers-isi = How many, and a photo or screenshot of it. Cover buyers' names.
bukti-reseller-tie = Reseller
bukti-supply-tie = Supply or joint buying
bukti-mentored = Taught another shop
bukti-finance-ready = Ready for a bank
bukti-finance-ready-isi = A photo of six months of cash book, or a letter from the bank.
bukti-export-ready = Ready for export
bukti-export-ready-isi = A photo of one export paper, or of a shipment abroad.
bukti-visit = Visit
bukti-jumlah-hari = { $n ->
    [one] 1 day
   *[other] { $n } days
}, { $jumlah }
bukti-pesanan-teks = { $n ->
    [one] 1 order
   *[other] { $n } orders
} on { $tempat }
bukti-bintang-teks = { $n } on { $tempat }
bukti-pembeli-teks = { $n ->
    [one] 1 buyer
   *[other] { $n } buyers
}
bukti-foto-alt = Photo of the evidence: { $apa }
bukti-oleh = from { $nama }
bukti-sampai = valid until { $tanggal }
bukti-menahan = Holds level { $tingkat }
bukti-menunggu = Waiting for a check
bukti-menunggu-n = Waiting for a check ({ $n })
bukti-menunggu-kosong = Nothing waits. What you send stands here until it is checked.
bukti-tarik = Take back
bukti-ditolak = Not accepted
bukti-alasan = { $nama } says:
bukti-jual-siap = { $n ->
    [one] 1 day is
   *[other] { $n } days are
} not sent yet, { $jumlah } in all.
bukti-jual-kirim = { $n ->
    [one] Send 1 day
   *[other] Send { $n } days
}
bukti-jual-kosong = All that you noted was sent. Note today's sales under Sales.
bukti-harga-kirim = { $n ->
    [one] Send 1 calculation
   *[other] Send { $n } calculations
}
bukti-harga-kosong = Work out one product's cost first: open the product, then Price.
bukti-izin-siap = You have agreed to mentoring since { $tanggal }.
bukti-izin-kirim = Send as evidence
bukti-izin-kosong = It was sent already, or mentoring is not agreed to under Data & consent.
bukti-tempat = Where?
bukti-tempat-izin = Which permit?
izin-jenis-nib = NIB
izin-jenis-pirt = PIRT
izin-jenis-halal = Halal
izin-jenis-bpom = BPOM
kanal-instagram = Instagram
kanal-tiktok = TikTok
kanal-facebook = Facebook
kanal-google = Google
bukti-nomor = Its number
bukti-berlaku = Valid until
bukti-berlaku-isi = It stands on the certificate. NIB and halal have no end.
bukti-tautan = Its address
bukti-bulan = Sales of { $bulan }
bukti-bulan-kosong = Write the sum; a guess will do
bukti-pekerja = Workers, you included
bukti-bintang = Stars
bukti-pembeli = How many buyers?
bukti-kanal = Channels in use
bukti-foto = The photo
bukti-foto-lagi = Choose the photo once more; browsers don't keep it.
bukti-tanggal = The day of it
bukti-pesan = A word for your mentor
kabar-bukti = Sent. Your mentor will check it.
kabar-bukti-tidak-baru = There is nothing new to send.
kabar-bukti-tarik = That evidence was taken back, and its photo is deleted.
kabar-bukti-sudah-diperiksa = That evidence was checked already, so it can't be taken back.
bukti-terima = Accept
bukti-tolak = Refuse
bukti-tolak-alasan = Why? The owner reads this
bukti-tolak-kirim = Refuse this evidence
kabar-bukti-terima = The evidence is accepted.
kabar-bukti-tolak = The evidence is refused; the owner reads why.
lembar-milik-sendiri = This is your own shop. Somebody else checks its evidence and levels.
lembar-tanpa-angkatan = This shop is in no cohort yet. Its evidence can be checked already.
lembar-lengkap = The rules of { $tingkat } are met
lembar-lengkap-isi = Look at the evidence once more, then say that the shop has reached the level.
lembar-lengkap-kedua = Look at the evidence once more. After your check another person confirms.
lembar-catatan = Note
lembar-periksa = Say that it has reached { $tingkat }
lembar-bukti-kosong = No evidence waits.
lembar-menuju = Rules on the way to { $tingkat }
lembar-garis = Six months
lembar-garis-kosong = No sales were noted in these six months.
lembar-tabel = The figures as a table
lembar-tercatat = Noted
lembar-tanpa-catatan = not noted
lembar-tingkat = Level
lembar-naik = up to { $n }
lembar-turun = level { $n } lapsed
lembar-tugas-lalu = Earlier tasks
lembar-minggu = week of { $tanggal }
lembar-kunjungan = Visits
lembar-kunjungan-kosong = No visits yet.
lembar-undak = The stairs
kunjungan-planned = planned
kunjungan-done = done
kunjungan-missed = missed
kabar-tingkat-periksa = Noted. You have checked that level.
kabar-tingkat-sah = The level stands. Its owner can see it.
kabar-tingkat-kembali = Sent back; the mentor reads why.
naik-judul = Levels to confirm
naik-pengantar = Checked by a mentor, waiting for a second person
naik-menunggu = { $tingkat } waits to be confirmed
naik-dari-ke = from { $dari } to { $ke }
naik-diperiksa = Checked by { $nama }, { $tanggal }
naik-alasan = Note; required to send it back
naik-alasan-tolak = Why? The mentor and the owner read this
naik-sahkan = Confirm
naik-kembalikan = Send back
naik-kembalikan-kirim = Send back to the mentor
naik-lembar = Open the shop's sheet
naik-bukan-milik = Nobody confirms their own. This one is for somebody else.
naik-kosong = Nothing waits
naik-kosong-isi = Once a mentor has checked level 3 or higher, the shop stands here with its evidence.
jejak-lebih-lama = { $n ->
        [one] { $n } earlier one
       *[other] { $n } earlier ones
    }
jejak-judul-usaha = History
riwayat-kosong = Nothing yet. What is sent and decided stands here, with who and why.
jejak-kirim = Sent { $apa }
jejak-terima = Accepted { $apa }
jejak-tolak = Refused { $apa }
jejak-tarik = Took back { $apa }
jejak-bukti = Changed evidence
jejak-periksa = Checked level { $tingkat }
jejak-sahkan = Confirmed level { $tingkat }
jejak-cabut = Sent back level { $tingkat }
jejak-naik = Rose to level { $tingkat }
jejak-gugur = Level { $tingkat } lapsed with its evidence
jejak-dicabut = Level { $tingkat } was taken back
jejak-sia = Changed nothing: { $mengapa }
serah-tanya = Move to the mentor { $ke }?
serah-tanya-dari = { $oleh } asks that your shop moves on from { $dari }. Why:
serah-tanya-oleh = { $oleh } asks this. Why:
serah-tanya-isi = If you agree, the new mentor sees your shop's whole history, and the old one no longer does.
serah-setuju = I agree
serah-tidak = No, stay
serah-pemilik = The owner answers.
serah-judul = Hand over to another mentor
serah-isi = The owner reads why and agrees or not. The whole history goes along.
serah-ke = To whom?
serah-pilih = Choose a mentor
serah-alasan = Why
serah-minta = Ask the owner
serah-tanpa-pendamping = There is no other mentor in this area.
serah-tunggu = Waiting for the owner: to { $ke }
serah-tunggu-isi = Asked by { $oleh }
serah-batal = Take the wish back
kabar-serah-minta = Sent. The owner answers under My class.
kabar-serah-batal = The wish was taken back.
kabar-serah-ya = Noted. Your new mentor can see your shop.
kabar-serah-tidak = Noted. Your mentor stays.
jejak-aksi-withdraw-evidence = took evidence back
jejak-aksi-accept-evidence = accepted evidence
jejak-aksi-refuse-evidence = refused evidence
jejak-aksi-check-level = checked a level
jejak-aksi-turn-down-level = sent a level back
jejak-aksi-ask-hand-over = asked for another mentor
jejak-aksi-agree-hand-over = agreed to another mentor
jejak-aksi-decline-hand-over = declined another mentor
jejak-aksi-withdraw-hand-over = took back the wish for another mentor
jejak-aksi-tell-task = answered this week's task
