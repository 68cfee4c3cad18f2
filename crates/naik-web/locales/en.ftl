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
draf-foto = { $n } photos waiting to be sent

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
foto-penuh = { $n } photos: that is the most
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
kit-siap = { $done } of { $all } parts are ready
kit-hampir-siap = { $done } of { $all } are ready. The others are explained on the next page.
kit-semua-siap = All ready, { $done } of { $all }. Happy selling!
kit-versi-lama = You are looking at version { $n }, not the one in use.
kit-pakai-versi = Use this version
kit-riwayat = { $n } versions, nothing is lost
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
kit-geser = { $n } photos, swipe
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
kit-video-panjang = { $n } seconds
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
kit-terbukti = { $n } of { $all } sentences proved by your facts
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
teks-dari-huruf = of { $n } letters
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
periksa-cocok = { $n } rules already fit
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
bagikan-akun-isi = Without an account this kit stays on this phone for { $hari } more days. With one, open it anywhere.
bagikan-akun-buat = Create an account
bagikan-lagi = One more?
bagikan-lagi-isi = Shops with five products are seen more often.

## Masuk, daftar, kartu

masuk-judul = Sign in
masuk-isi = Good to see you again.
masuk-tombol = Sign in
masuk-terkunci = Too many attempts
masuk-terkunci-saran = For your safety, try again in { $menit } minutes. Or ask your mentor for a new QR card.
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
izin-gallery = An example for other shops
izin-gallery-isi = Your kit may be shown, with the shop's name.
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
waktu-menit = { $n } minutes ago
waktu-hari-ini = today, { $jam }
waktu-kemarin = yesterday, { $jam }
waktu-tanggal = { $hari } { $bulan } { $tahun }
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
bulan-1 = January
bulan-2 = February
bulan-3 = March
bulan-4 = April
bulan-5 = May
bulan-6 = June
bulan-7 = July
bulan-8 = August
bulan-9 = September
bulan-10 = October
bulan-11 = November
bulan-12 = December

## Sales

nav-jualan = Sales
waktu-bulan = { $bulan } { $tahun }
bulan-sebelum = The month before
bulan-sesudah = The month after
jualan-judul = Sales
jualan-perlu-akun = Note your sales here
jualan-perlu-akun-isi = Sign in first, so that your notes are safe and only you see them.
jualan-daftar = Make an account
jualan-hari-ini = Today { $uang } from { $n } sales
jualan-apa = What was sold?
jualan-lain = Something else
jualan-rincian = Pieces, price, day, place
jualan-rincian-isi = If left alone: one piece, usual price, today, face to face
jualan-nama = What it is called
jualan-jumlah = Pieces
jualan-uang = Money
jualan-tanggal = Day
jualan-tempat = Sold through
jualan-catat = Note it
jualan-terakhir = Last noted
jualan-kosong = Nothing yet. Touch what was sold, then Note it.
jualan-batalkan = Take back { $apa }
jualan-impor = Bring in from a marketplace
jualan-impor-isi = Shopee, TikTok Shop, Tokopedia, Lazada, or Excel
jualan-kas-isi = Money in and out, estimated tax
jualan-pilih-dulu = Choose what was sold first, or write its name
jualan-jumlah-salah = Write the number of pieces, such as 2
jualan-tanggal-salah = Choose the day from the calendar
jualan-hari = { $awal } – { $akhir }
jualan-pesanan = { $n } sales
jualan-barang = { $n } pieces
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
jualan-bulan-kosong = No sales were noted in this month yet.
kabar-terjual = Noted. A mistake? Take it back in the list below.
kabar-jualan-batal = That sale was taken back.
kabar-impor = The sales of that file are in your book.
kabar-impor-sudah = Nothing new: what is in that file was noted before.
jualan-batal-berkas = Take back the whole last file
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
impor-tunjuk = Show us the columns first
impor-tunjuk-isi = This file is from no marketplace that we know. Choose which column holds what.
impor-baru = new sales
impor-tiada-baru = Nothing in this file needs to be kept.
impor-sudah = { $n } noted already
impor-kembar = { $n } twice in this file
impor-salah = { $n } rows not read
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
impor-simpan = Keep { $n } sales
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
kas-masuk-isi = { $jual } sales, { $lain } other
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
hari-1 = Monday
hari-2 = Tuesday
hari-3 = Wednesday
hari-4 = Thursday
hari-5 = Friday
hari-6 = Saturday
hari-7 = Sunday
kain-wedel = Indigo
kain-sogan = Batik brown
kain-pandan = Pandan
kain-cabai = Chilli
kain-kunyit = Turmeric
kain-tinta = Ink
toko-terang = Shop at { $toko }
toko-habis = Sold out
toko-kosong = The shelf is still empty.
toko-tanya = Ask by WhatsApp
toko-sapa = Hello { $toko }, I have a question.
toko-semua = All of { $toko }
toko-jam = Opening hours
toko-libur = closed
toko-kaki = This shop uses
toko-foto = Photos of { $barang }
toko-tanya-harga = Ask for the price
toko-pesan-dulu = Made to order, about { $n } days
toko-pesan-judul = Order
toko-total = In all
toko-pesannya = See the message
toko-pesan = Hello { $toko }, I would like to order { $n } { $barang }. Send to:
toko-pesan-harga = Hello { $toko }, I would like to order { $n } { $barang } ({ $uang }). Send to:
toko-pesan-wa = Order by WhatsApp
toko-qr = QR with the amount
toko-qr-alt = QRIS code of { $toko } for { $uang }
toko-qr-isi = Order first and wait for the seller to agree. This page does not know whether money arrived; send the seller your proof.
toko-tutup-saran = Its owner has closed this shop.
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
tokosaya-qris-isi = Scan the QRIS sticker at your counter with a QR reader and paste its text. The money still goes to your own account.
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
