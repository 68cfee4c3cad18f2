## index.html: the kit on a phone

page-title = Selling kit
page-skip = Skip to content
page-nav = Parts of the kit
page-decimal-sign = .
page-date = { $weekday }, { $day } { $month } { $year }
page-ready = { $done } of { $all } ready
page-part-ready = ready
page-part-mend = needs mending
page-parts = What is in the kit
page-photos = Photos
page-posts = Posters
page-video = Video
page-texts = Texts
page-markets = Selling
page-calendar = 30-day calendar

page-copy = Copy
page-copy-what = Copy { $what }
page-copied = Copied
page-copy-failed = Not copied. Hold the text, then choose Copy
page-share = Share
page-share-what = Share { $what }
page-save = Save photo
page-save-what = Save { $what }

page-photo-of = Photo { $file }
page-photo-alt = { $name }, { $look }
page-photo-look = Look at this photo
page-photo-cut = Background removed
page-photo-sure = { $percent }% sure
page-pick-photo = Choose a photo
page-before = Your photo
page-slide = Slide to see before and after
page-looks = Choose a background
page-picture-white = White
page-picture-tidied = Original
page-picture-cutout = No background
page-was = Before

page-mend = { $n ->
        [one] One thing to mend
       *[other] { $n } things to mend
    }
page-mend-later = { $n ->
        [one] One thing to improve
       *[other] { $n } things to improve
    }
page-usable = Ready to sell with
page-usable-rest = { $done } of { $all } parts are done. { $n ->
        [one] One thing
       *[other] { $n } things
    } could be better, when you have time.
page-mend-see = See the rule
page-next-mend = { $n ->
        [one] Mend one thing first
       *[other] Mend { $n } things first
    }
page-next-share = Good, start sharing
page-all-ready = Everything is ready
page-all-ready-next = Copy the texts and upload. Good luck!
page-notes = { $n ->
        [one] One small note
       *[other] { $n } small notes
    }

page-swipe = Swipe to see all
page-formats = Poster sizes
page-gallery = Posters, swipe sideways
page-post-alt = { $format } poster, { $family } style
page-format-feed = Feed
page-format-square = Square
page-format-story = Story
page-format-status = WA status
page-format-carousel = Carousel
page-format-price = Price card
page-format-other = Other

page-video-length = { $n ->
        [one] { $n } second
       *[other] { $n } seconds
    }, narrated
page-video-length-silent = { $n ->
        [one] { $n } second
       *[other] { $n } seconds
    }, without a voice
page-video-alt = Video of { $name } with narration and words on screen
page-video-alt-silent = Video of { $name } with words on screen
page-video-open = Open the video
page-narration = Read the narration
page-captions = Read the words
page-seek = Play from { $at }
page-save-video = Save video
page-save-cover = Save cover
page-save-subtitles = Subtitles
page-cover-note = Opening picture

page-proved = proved
page-neutral = no claim
page-channels = Choose a place
page-text-title = Title
page-text-of = { $name } text
page-unfold = Show all
page-fold = Show less
page-proofs = { $proved } of { $all ->
        [one] { $all } sentence
       *[other] { $all } sentences
    } proved by your facts
page-proved-by = Your fact, { $fact }
page-neutral-why = Claims nothing, so it may stand
page-unproved-why = No fact proves it yet. Remove it, or add the fact
page-letters = { $n ->
        [one] { $n } letter
       *[other] { $n } letters
    }
page-text-file = Open file
page-replies = Chat replies
page-questions = Often asked
page-texts-json = All texts in one file

page-calendar-picture = Picture from the kit: { $name }
page-calendar-why = What to post, and when
page-week = Week { $n }
page-today = Today
page-calendar-file = Add to your phone's calendar

page-markets-why = Download, then upload to your shop
page-market-ready = Ready
page-market-mend = { $n } to mend
page-market-passed = { $n ->
        [one] { $n } rule is
       *[other] { $n } rules are
    } met
page-market-photos = Photos sized for { $market }, { $n }
page-rule-goods = Kind of goods
page-rule-title-length = Title length
page-rule-title-words = Words in the title
page-rule-title-promo = Promotion in the title
page-rule-description-length = Description length
page-rule-description-contact = Contacts in the description
page-rule-description-hashtags = Hashtags in the description
page-rule-sku = Item code
page-rule-photo-count = Number of photos
page-rule-photo-size = Photo size
page-rule-photo-bytes = Photo file size
page-rule-photo-format = Photo file type
page-rule-photo-link = Photo address
page-rule-video-length = Video length
page-rule-video-bytes = Video file size
page-rule-price = Price
page-rule-stock = Stock
page-rule-variant-count = Number of choices
page-rule-variant-name = Names of choices
page-rule-weight = Parcel weight
page-rule-package-size = Size of the parcel
page-rule-preorder = Days to order ahead
page-rule-category = Category
page-rule-link = Product address
page-rule-food-permit = Food permit
page-rule-halal = Halal

page-how = How was this made?
page-how-text = Made on the device; no photo was sent anywhere. Each sentence uses only facts that you gave. The same photos, facts and random number give the same result.
page-how-program = Program
page-how-date = Calendar starts
page-how-seed = Random number
page-how-files = Result
page-how-files-value = { $n ->
        [one] { $n } file
       *[other] { $n } files
    }, { $size }
page-how-engines = Engines
page-how-contract = Details of each file
page-made-with = Made with NaikKelas

page-scene-wood-table = Wooden table
page-scene-dark-table = Dark table
page-scene-woven-mat = Woven mat
page-scene-terracotta = Terracotta
page-scene-banana-leaf = Banana leaf
page-scene-linen = Linen
page-scene-marble = Marble
page-scene-terrazzo = Terrazzo
page-scene-batik-paper = Batik paper
page-scene-pastel-sweep = Pastel
page-scene-window-light = Window light
page-scene-slate = Slate

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

fact-product-name = product name
fact-product-category = kind of product
fact-product-price = price
fact-product-unit = unit
fact-product-net-weight = contents or weight
fact-product-variants = choices
fact-product-ingredients = ingredients
fact-product-materials = materials
fact-product-process = how it is made
fact-product-origin = origin
fact-product-story = story
fact-product-usage = how to use
fact-product-storage = how to keep
fact-product-shelf-life = shelf life
fact-product-stock = stock
fact-product-preorder-days = days to order ahead
fact-product-previous-price = previous price
fact-product-sold-count = number sold
fact-shop-name = shop name
fact-shop-city = city
fact-shop-whatsapp = WhatsApp number
fact-shop-instagram = Instagram account
fact-shop-tiktok = TikTok account
fact-shop-facebook = Facebook page
fact-shop-colors = shop colours
fact-shop-logo = logo
fact-permits-nib = NIB
fact-permits-pirt = PIRT number
fact-permits-halal = halal certificate
fact-permits-bpom = BPOM number
fact-permits-brand = registered brand

## Platform
consent-needed = Consent to keep your data is still missing
    .hint = Without it there can be no account
contact-taken = This number or e-mail has an account already
    .hint = Sign in with it, or ask your mentor for a new card
sign-in-refused = The number, e-mail or password does not fit
    .hint = Check what you typed, or ask your mentor for a card
password-short = The password is too short
    .hint = At least { $least } characters; a short sentence is easiest to remember
password-long = The password is too long
    .hint = At most { $most } characters
password-common = Many people use this password, so it is easy to guess
    .hint = Use a short sentence that only you know
password-wrong = The old password is not right
    .hint = Type it again, slowly
card-unknown = We do not know this card
    .hint = Scan its code again, or ask for a new card
card-revoked = This card was revoked
    .hint = Ask your mentor for a new card
card-used = This card was used already
    .hint = Sign in with your password, or ask for a new card
card-ended = This card is past its time
    .hint = Ask your mentor for a new card
token-too-many = There are { $most } keys already
    .hint = Revoke one that is not used
photos-too-many = There are { $most } photos already
    .hint = Remove one first
photo-too-large = The photo is empty or too large
    .hint = At most { $most } MB
kit-needs-photo = There is no photo yet
    .hint = Add one photo first
kit-needs-name = The product has no name yet
    .hint = Write it on the first card
kit-none-yet = There is no kit yet
    .hint = Make the kit first
kit-busy = The kit is being made
    .hint = Wait until it is done, then send it again. What you typed is still there
kit-not-made = The kit could not be made
    .hint = Try again. Your photos and facts are still there
edit-too-long = The text is too long
    .hint = At most { $most } characters
choice-unknown = There is no such choice
    .hint = Reload the page and choose again
nothing-to-mend = There is nothing that can be mended automatically
    .hint = What is left has to be filled in by you
key-used = This submission was used for something else
    .hint = Reload the page and send it again
person-unknown = There is no account with that number or e-mail
    .hint = Check what you typed
role-unknown = There is no role "{ $role }"
    .hint = Choose owner, mentor, volunteer, checker, manager or admin
server-full = The server's storage is full
    .hint = Make room and try again
restore-not-empty = There is something here already
    .hint = Restore into an empty data folder
restore-not-read = { $path } is no backup that can be read
    .hint = Use a file made by "naikkelas admin backup"
demo-not-empty = There are real people here already
    .hint = Run the demonstration in another folder: --data other-folder
doctor-tool = { $tool }: here, version { $version }
doctor-clock = The machine's clock is plausible
doctor-clock-past = The machine's clock is behind
    .hint = Set it, for example with timedatectl set-ntp true
doctor-clock-back = The machine's clock went back: there are entries from the future
    .hint = Set it before you run serve
doctor-rights = { $path } can be written
doctor-rights-missing = { $path } can't be written: { $reason }
    .hint = Grant the right to write, or choose another folder with --data
doctor-disk = { $gigabytes } GB of room are left
doctor-disk-low = Only { $gigabytes } GB of room are left
    .hint = A kit takes 30 to 60 MB; make room
doctor-disk-unknown = The room that is left can't be read: { $reason }
    .hint = Look yourself with df -h
doctor-database = The { $kind } database answers
doctor-database-new = The { $kind } database is made at the first start
doctor-database-older = The { $kind } database answers; the next start brings it up to date
doctor-bucket = Bucket { $bucket } can be read
doctor-bucket-away = Bucket { $bucket } can't be opened: { $reason }
    .hint = Look at store.files, store.s3.endpoint and the key in the settings
doctor-database-away = The { $kind } database does not answer: { $reason }
    .hint = Check its address and rights in the setting database.url
doctor-port = Port { $port } is free
doctor-port-taken = Port { $port } is used by another program
    .hint = Choose another one with --port

## Passkeys

passkey-unreadable = What your browser answered can't be read
    .hint = Reload the page and try again
passkey-late = The time is over, or this was used already
    .hint = Touch the button once more
passkey-elsewhere = That passkey is for another site
    .hint = Open NaikKelas at its usual address and try again
passkey-refused = The passkey does not fit
    .hint = Try again, or sign in with your password or a card
passkey-unknown = We do not know that passkey, perhaps it was removed
    .hint = Sign in with your password or a card, then add a new one on the Account page
passkey-copied = There seems to be a copy of this passkey, so we refused it
    .hint = Sign in with your password or a card, then remove that passkey on the Account page
passkey-taken = This passkey is there already
    .hint = It need not be added again
passkey-too-many = There are { $most } passkeys already
    .hint = Remove one that is not used
passkey-last = This is your only way in
    .hint = Set a password first, then remove this passkey

## Replies for chats

reply-greeting = First hello
reply-stock = Is it in stock?
reply-bargain = Asking for a lower price
reply-complaint = A complaint
reply-after-sale = After the order arrived
filter-model = This model file is not for this version
    .hint = Train it again with: naikkelas train filter
filter-no-claims = There are no fact-checks in { $path }
    .hint = Use ClaimReview (JSON-LD) or a CSV with columns for claim, date and a rating such as "False"
filter-claims-left = { $count } fact-checks in { $path } were left out: no claim, no date, or they do not call the claim false
file-too-large = { $path } is too large
    .hint = At most { $most } MB. Split it into several files
filter-text-large = { $path } is too large for one message
    .hint = One message may have 10 MB. Use --jsonl for many messages
filter-is-picture = { $path } is a picture
    .hint = Have its writing read: naikkelas check --image { $path }
filter-not-text = { $path } is no plain text
    .hint = Open the file, copy the message and paste it between quotation marks. For a screenshot: naikkelas check --image
filter-no-picture = { $path } can't be read as a picture
    .hint = Use a screenshot in JPEG, PNG or WebP
filter-no-writing = No writing could be read on { $path }
    .hint = Crop the picture around the message, or paste the text
filter-no-such-id = No rule or claim is called { $id }
    .hint = Names of rules stand in square brackets in every result
filter-stream = The stream of messages stopped: { $reason }
    .hint = Check the input and where results go, then try again
feedback-consent = An example is kept only with your consent
    .hint = Add --consent if you agree
feedback-empty = There is no message to keep
    .hint = Write it between quotation marks, or name a file
feedback-none = No example has been kept in { $path } yet
train-input = { $path } can't be learnt from: { $reason }
    .hint = Mend the row and try again
link-lookalike = The address imitates an official name
link-apk = It asks you to open an app file (.apk)
link-ip = The address is a number without a name
link-port = The address uses an unusual port
link-punycode = The address uses look-alike foreign letters
link-mixed-script = The letters of the address come from several alphabets
link-user-info = A false address stands before the @: it leads to what comes after it
link-shortener = A shortened link hides where it leads
link-judol = The address is named like a gambling site
link-official = The address belongs to an official name
link-free-host = The address is at a place where anyone gets a name for nothing
link-risky-ending = The ending of the address costs little and is much abused
link-broken = The address was pulled apart, or its dot was spelt out
link-file-share = It leads to a place where anyone puts files
link-whats-app = It leads to a WhatsApp number or group
link-telegram = It leads to a Telegram name or group
link-bait = The name of the address uses words of prizes, aid or accounts
model-judol = Some of its words are common in gambling adverts; that alone proves nothing
model-site-name = Names something shaped like the name of a gambling site
model-scam = Some of its words are common in scams; an honest offer can sound like that too
model-abuse = Its words are rude or degrading
advice-unknown = If you are still in doubt, do not share it yet
advice-doubtful = Look its title up at turnbackhoax.id or cekfakta.com before you share it
advice-judol = Do not open the site. Hide this comment and report it at aduankonten.id
advice-scam = Do not pay, click or send codes. Ask those who are named, at their official number
advice-hoax = Do not pass it on. Tell the sender kindly, with the source above
advice-abuse = Do not answer. Hide it, and block the sender when it happens again
advice-code = This code is yours alone. Tell it to nobody, not even to someone who says they are staff. Did not ask for it? Ignore it, then change the password of that account
advice-customer = If it is about money, look for it in your bank's app, not in the picture of a receipt. Otherwise answer as usual
advice-offer = Know the shop? Then this is quite usual. If not, compare number and account with its official page before you pay
advice-health = Do not change a medicine or a doctor's advice because of this message. Ask the health centre, and look for its title on turnbackhoax.id
advice-link = That alone proves nothing. Open it only if you know the sender and were waiting for it
ask-example = { $question } (such as { $example })
strokes-not-read = The strokes can't be read: { $reason }
    .hint = Reload the page, then draw again
strokes-too-many = That is too many strokes, or too large a brush
    .hint = Undo some, then draw only what is needed
strokes-outside = The strokes lie outside the photo
    .hint = Draw on the photo
ask-category = What kind of product is it?
ask-colors = What are your shop's colours?
category-frozen = Frozen food
category-snack = Crisps & snacks
category-coffee = Coffee
category-sambal = Sambal & spices
category-bakery = Cakes & bread
category-herbal = Herbal drinks
category-batik = Batik
category-fashion = Clothing
category-pottery = Pottery & ceramics
category-craft = Handicraft
category-service = Services
category-other = Something else
remake-needs-photos = The original photos are missing
    .hint = Upload the original photos again, then repeat
text-unproved = No fact proves this sentence yet
    .hint = Fill in the fact on its card, or remove the sentence
text-forbidden = This sentence may not be used to sell
    .hint = Remove it, or use the suggestion
text-limit-empty = The text is still empty
    .hint = Write something, or bring the old text back
text-limit-length = { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }; { $channel } takes at most { $max }
    .hint = Make the text shorter
text-limit-hashtags = { $count ->
        [one] { $count } hashtag
       *[other] { $count } hashtags
    }; at most { $max } for { $channel }
    .hint = Keep the ones that fit best
text-limit-words = { $count ->
        [one] { $count } word
       *[other] { $count } words
    }; on { $channel } people read about { $max }
    .hint = Put what matters most first
text-limit-emoji = { $count } emoji; { $max } are enough on { $channel }
    .hint = Keep only those that help
text-limit-phone = { $channel } refuses texts with a telephone number
    .hint = Remove the number; buyers use the call button
text-not-in-kit = This kit has no text for { $channel }
    .hint = Make the texts again, then edit
text-empty = The text is empty
    .hint = Write something, or bring the old text back
text-far-too-long = The text is far too long
    .hint = At most { $max } characters
check-claim-unproved = Not proved: "{ $text }"
    .hint = Fill in the fact, or remove the sentence
check-claim-forbidden = May not be used to sell: "{ $text }"
    .hint = Remove the sentence
mended-weight = The contents, { $weight }, were taken from the product's name
mended-photos = The marketplaces' photos were cut again to their sizes
mended-links = The photos' address was written into the sheets
mended-title = The title for { $channel } was written anew from your facts
mended-claims = Forbidden or unproved sentences were removed from { $channel }: { $count }
mended-contact = Numbers and links were removed from { $channel }
mended-hashtags = Hashtags were removed from { $channel }
mended-length = The text for { $channel } was shortened to { $max } characters
mended-description = The description for { $channel } was written anew from your facts
page-rule-title-caps = Capitals in the title
page-rule-title-emoji = Emoji in the title
page-rule-title-contact = Contact in the title
page-rule-claims = Sentences not proved

## Cek Pesan and Komentar

check-empty = There is no message yet
    .hint = Paste its text, or choose a screenshot
check-too-long = The message is too long
    .hint = At most { $most } characters. Paste only the part that asks for something
check-no-reader = This server can't read pictures yet
    .hint = Copy the message's text and paste it here
check-busy = Many people are checking right now
    .hint = Try again in a moment
reports-full = The report could not be kept: there is no room left
    .hint = Whoever keeps the machine reads them first; try again tomorrow
comments-empty = There are no comments yet
    .hint = Paste one comment per line, or choose an exported file
comments-too-many = Too many comments for one go
    .hint = At most { $most } comments. Split the file and try again
comments-none = There are no comments in { $path }
    .hint = Put one comment on a line, or use a table with a column called comment
comments-too-large = The file of comments is too large
    .hint = Split it into files below { $most } MB
comments-damaged = Some of the content is no UTF-8 text; letters there may be wrong
comments-column = The columns have no headings. Column { $column } was read as the comments, for its texts are the longest
comments-column-named = The headings of the columns are not known. Column { $column }, "{ $name }", was read as the comments, for its texts are the longest
allow-too-many = Too many words to let pass
    .hint = At most { $most } words
allow-too-long = A word to let pass is too long
    .hint = At most { $most } characters

## Data and consent

erase-admin = An admin's account can't be erased here
    .hint = Ask whoever keeps the machine: naikkelas admin erase
erase-word = That is not the word
    .hint = Type { $word } just as it is written
## The books

sale-no-price = There is no price yet
    .hint = Write the money that was paid, or give the product a price first
cost-too-large = The number is too large
    .hint = Count its zeros again
cost-percent = The percentage is not right
    .hint = Write a number from 0 to 99
tempat-counter = Face to face
tempat-whatsapp = WhatsApp
tempat-shopee = Shopee
tempat-tiktok-tokopedia = TikTok Shop / Tokopedia
tempat-lazada = Lazada
tempat-other = Elsewhere
waktu-tanggal = { $hari } { $bulan } { $tahun }
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
waktu-bulan = { $bulan } { $tahun }
hari-1 = Monday
hari-2 = Tuesday
hari-3 = Wednesday
hari-4 = Thursday
hari-5 = Friday
hari-6 = Saturday
hari-7 = Sunday
kertas-tahan = keeps { $waktu }
kertas-pesan-dulu = made to order, { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
kertas-per = per { $satuan }
buku-ringkasan = Summary
buku-keterangan = { $awal } to { $akhir }. These figures are the owner's own notes and were not checked by anyone else.
buku-hari = { $awal } to { $akhir }
buku-hal = What
buku-nilai = Value
buku-terjual = Sold
buku-pesanan = Number of sales
buku-barang = Number of pieces
buku-masuk = Cash in beside sales
buku-keluar = Cash out
buku-sisa = Left: sold + cash in - cash out
buku-pajak = Final income tax of this month, estimated
buku-penjualan = Sales
buku-kas = Cash book
buku-tanggal = Day
buku-produk = Product
buku-jumlah = Pieces
buku-uang = Money
buku-tempat = Where
buku-untuk = What for
buku-kolom-masuk = In
buku-kolom-keluar = Out

## Storefront

slug-taken = Another shop has that address
    .hint = Add your town or your family name
undone-before = That was taken back before
    .hint = Load the page again to see how it stands
about-too-long = The text is too long
    .hint = Shorten it to { $most } characters
shelf-too-full = The shelf is too full
    .hint = Show at most { $most } products

## Badges
badge-level = Level { $number }: { $name }
badge-level-about = This shop reached level { $number } ({ $name }) in a NaikKelas programme. A mentor checked the evidence, and from level 3 up another person confirmed it.
badge-criteria-0 = Three months of sales as a baseline, and consent to being accompanied.
badge-criteria-1 = A business number (NIB), its own price calculation, sales noted in 4 of the last 6 weeks, and clean product photos.
badge-criteria-2 = Two active channels, weekly posts for 6 weeks, QRIS, and answers within a day.
badge-criteria-3 = A marketplace shop with 5 live listings, 5 real orders, and a rating that is kept.
badge-criteria-4 = Median monthly sales of the last three months at least 15% over the baseline, buyers who come again, and a second outlet.
badge-criteria-5 = Supplies or buys jointly with two other shops, mentors another shop, and is ready for finance or export.
badge-programme = Six months of moving up
badge-programme-about = This shop completed six months of mentoring in a NaikKelas programme.
badge-programme-criteria = Took part in 26 weeks of mentoring to the end.
badge-level-revoked = The level was taken back by those who decide on it
badge-no-reason = The reason is missing, or longer than { $most } letters
    .hint = Write one sentence; whoever checks this badge will read it
## Mentoring programmes
programme-no-organisation = The organiser's name is still empty
    .hint = Write the office, community or institution that runs the programme
programme-no-name = The programme's name is still empty
    .hint = Write the name that shops will see, such as Naik Kelas Malang
cohort-no-start = The first day is not chosen
    .hint = Choose a Monday from the calendar
cohort-no-opens = The day on which applications open is not chosen
    .hint = Choose the first day on which one may apply
cohort-no-closes = The day on which applications close is not chosen
    .hint = Choose the last day on which one may apply
cohort-places-not-read = The number of places could not be read
    .hint = Write a whole number from 1 on, such as 40
cohort-stranger = One of the mentors is not from this area
    .hint = Choose from the list on this page
cohort-settled = Places were given or the cohort has begun, so its days and its way of choosing stay
    .hint = Mentors and the number of places can still change
cohort-source-named = The source of the lottery's figure was announced, so days, places and way of choosing stay
    .hint = Mentors can still change
cohort-places-given = That is fewer places than were given, or the draw was published
    .hint = Enter the same number or more
apply-elsewhere = Your shop still takes part in another cohort when this one begins
    .hint = Finish that one or leave it first, so that this place goes to a shop that has none
apply-consent = Being accompanied needs your consent
    .hint = Switch the consent on, then apply again
lottery-source-empty = The figure's source is missing
    .hint = Write where the figure comes from, of which day, and to how many decimals
lottery-source-said = The figure's source was published already
    .hint = What was published stays, so that the draw can be trusted
lottery-source-late = Applications are closed: it is too late to name the source
    .hint = Move the closing day first, then name the source
lottery-none = This cohort has no lottery
    .hint = Places go to those who applied first
lottery-drawn = The lottery was drawn already
    .hint = See the result on its page
lottery-no-source = The figure's source was not named before applications closed
    .hint = Move the closing day, name the source, then draw
places-nobody = No shop waits for this decision
    .hint = Reload the page and look at the list
places-by-lottery = This cohort gives its places by lottery
    .hint = Enter the figure at the draw
places-none-wait = Nobody is on the waiting list
    .hint = The free place stays free
match-stranger = That is no mentor of this cohort
    .hint = Add them to the cohort first
match-own-shop = Nobody accompanies their own shop
    .hint = Choose another mentor for that shop
intake-too-late = This cohort takes no more applicants
    .hint = Import into a cohort that is still open
intake-outside = That area lies outside { $area }
    .hint = Leave the area empty, or write a code within it
## The network of shops

visit-id-taken = The number of this note belongs to another one
    .hint = Write this visit down again as a new one
shop-of-visit-stays = The shop of a visit that is noted stays
    .hint = Note a new visit for the other shop
offers-too-many = { $most } of your offers wait for an answer
    .hint = Wait for the answers, or take back what you no longer want
goods-not-read = The list of goods does not fit
    .hint = At most { $most } goods of up to { $long } letters each
point-not-here = The point lies outside Indonesia
    .hint = Check the order: latitude first (such as -7.98), then longitude (such as 112.63)
proofs-no-picture = The photo is missing
    .hint = Choose a photo or a screenshot
proofs-no-permit-kind = No kind of permit is chosen
    .hint = Choose NIB, PIRT, halal or BPOM
proofs-no-number = The number of the permit is still empty
    .hint = Copy the number from your permit
proofs-permit-nib = The NIB "{ $text }" is not right
    .hint = A NIB has 13 digits; see oss.go.id
proofs-permit-pirt = The PIRT number "{ $text }" is not right
    .hint = A PIRT number has 15 digits, such as P-IRT 2053573010123-29
proofs-permit-halal = The halal certificate number "{ $text }" is not right
    .hint = It is ID and 17 digits; see your certificate
proofs-permit-bpom = The BPOM number "{ $text }" is not right
    .hint = For example MD and 12 digits, or TR and 9 digits
proofs-no-place = No place is chosen
    .hint = Choose one
proofs-no-post = Both address and photo are missing
    .hint = Fill in the address, or send a screenshot
proofs-no-stars = The stars can't be read
    .hint = Write a number from 1 to 5, such as 4.8
proofs-no-buyers = The number of buyers is not right
    .hint = Write how many people bought again
proofs-no-address = The address is not complete
    .hint = Copy it from the address bar, from https:// on
proofs-one-baseline = Your first record is there already
    .hint = Take back the one that waits, or ask your mentor to refuse it, then send a new one
proofs-judged = This evidence was checked already
    .hint = What was checked can't be taken back
proofs-nothing-new = There is nothing new
    .hint = All that the books hold was sent
proofs-no-why = The reason is missing
    .hint = Write one sentence, so that people know what to mend
proofs-same-day = There was a no today already
    .hint = Decide again tomorrow; on one day the no counts
hand-over-no-mentor = No new mentor is chosen
    .hint = Choose another mentor from the list
hand-over-waits = A wish waits for its answer already
    .hint = Wait for the owner, or take that wish back

## Certificates

certificate-mentor = The programme's mentor
certificate-second = The programme's second checker
certificate-revoked = This certificate was taken back: { $reason }
    .hint = What was taken back can't be printed any more; ask those who run the programme

## A cohort's month

report-no-board = No reckoning of the board is kept for { $month }
    .hint = Choose another month on the city board; it is reckoned every night while the cohort runs
laporan-angkatan = Cohort that began on { $tanggal }
laporan-disusun = { $tanggal }, version { $versi }
laporan-keluar = Left before the end
laporan-bukti-diterima = Evidence accepted since the start (pieces)
laporan-bukti-tunggu = Evidence waiting for its check (pieces)
laporan-bukti-ditolak = Evidence refused (pieces)
laporan-tumbuh-kosong = Growth had not been worked out by this month.
laporan-tumbuh-awal = Fewer than three whole months have passed since the programme began, so nothing can be said of growth.
laporan-tengah = The middle half of the shops: { $bawah } to { $atas }
laporan-bukan-sumber = Most sales were noted by the owners themselves.
laporan-per = The board's numbers are as of { $tanggal }; "the last 28 days" are counted back from that day.
