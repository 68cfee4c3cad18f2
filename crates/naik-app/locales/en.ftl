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

page-video-length = { $n } seconds, narrated
page-video-length-silent = { $n } seconds, without a voice
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
page-proofs = { $proved } of { $all } sentences proved by your facts
page-proved-by = Your fact, { $fact }
page-neutral-why = Claims nothing, so it may stand
page-unproved-why = No fact proves it yet. Remove it, or add the fact
page-letters = { $n } letters
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
page-market-passed = { $n } rules are met
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
page-how-files-value = { $n } files, { $size }
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

## Replies for chats

reply-greeting = First hello
reply-stock = Is it in stock?
reply-bargain = Asking for a lower price
reply-complaint = A complaint
reply-after-sale = After the order arrived
filter-model = This model file is not for this version
    .hint = Train it again with: naikkelas train filter
filter-no-claims = There are no fact-checks in { $path }
    .hint = Use ClaimReview (JSON-LD) or a CSV with columns for claim and date
filter-text-large = { $path } is too large for one message
    .hint = One message may have 10 MB. Use --jsonl for many messages
filter-is-picture = { $path } is a picture
    .hint = Have its writing read: naikkelas check --image { $path }
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
train-input = { $path } can't be learnt from: { $reason }
    .hint = Mend the row and try again
link-lookalike = The address imitates an official name
link-apk = It asks you to open an app file (.apk)
link-ip = The address is a number without a name
link-port = The address uses an unusual port
link-punycode = The address uses look-alike foreign letters
link-mixed-script = The letters of the address come from several alphabets
link-shortener = A shortened link hides where it leads
link-judol = The address is named like a gambling site
model-judol = Its words are those of gambling advertisements
model-scam = Its words are those of scam messages
model-abuse = Its words are rude or degrading
advice-unknown = If you are still in doubt, do not share it yet
advice-doubtful = Look its title up at turnbackhoax.id or cekfakta.com before you share it
advice-judol = Do not open the site. Hide this comment and report it at aduankonten.id
advice-scam = Do not pay, click or send codes. Ask those who are named, at their official number
advice-hoax = Do not pass it on. Tell the sender kindly, with the source above
advice-abuse = Do not answer. Hide it, and block the sender when it happens again
ask-example = { $question } (such as { $example })
