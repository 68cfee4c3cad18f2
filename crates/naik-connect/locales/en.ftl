facts-not-toml = The facts file could not be read at line { $line }, column { $column }: { $text }
    .hint = Write one fact per line, such as price = "15rb". A full example: naikkelas facts init
facts-twice = "{ $key }" is there twice; the second is in line { $line }
    .hint = Remove one of them
facts-too-large = The facts file is too large ({ $bytes } bytes)
    .hint = One page is enough. For many products use --catalogue
facts-unknown-key = "{ $key }" is not known and was skipped
    .hint = See the names of facts with naikkelas facts init
facts-unknown-key-near = "{ $key }" is not known and was skipped
    .hint = Did you mean { $near }?
facts-not-one = { $fact } must be one value, not a list
    .hint = Write a single text or number
facts-not-list = { $fact } could not be read as a list
    .hint = Write ["one", "two"] or "one, two"
facts-too-long = { $fact } is too long and was cut to { $max } characters
    .hint = Shorten it yourself so that the words are right
facts-too-many = { $fact } has too many items; the first { $max } are used
    .hint = Split it into several products
facts-variant-twice = The variant "{ $text }" is there twice
    .hint = Give each variant a name of its own
facts-variant-unnamed = A variant has no name
    .hint = Write { "{" } name = "Balado", price = 16000 { "}" }
facts-category = The category "{ $text }" is not known
    .hint = Choose snack, coffee, sambal, bakery, herbal, frozen, batik, fashion, craft, pottery, service, or leave it empty
facts-category-near = The category "{ $text }" is not known
    .hint = Did you mean { $near }?
facts-count = "{ $text }" is not a count
    .hint = Write a number such as 20 or 1.200
facts-days = "{ $text }" is not a number of days
    .hint = Write 3, 3 hari or 1 minggu; a year at most
facts-account = The account name "{ $text }" is not right
    .hint = Write it without @ and spaces, up to { $max } characters
facts-previous-price = The earlier price ({ $previous }) is not above the price now ({ $price })
    .hint = Give an earlier price only if the price fell. It is left out for now

catalogue-empty = The catalogue has no products
    .hint = Write one product per row under the heading
catalogue-no-name = No column holds the product's name. The columns are: { $columns }
    .hint = The first row holds headings such as nama, harga, berat, bahan, foto
catalogue-too-large = The catalogue is too large
    .hint = Split it into files below 50 MB
catalogue-too-many = Only the first { $max } products were read
    .hint = Split it into several files
catalogue-not-xlsx = This Excel file can't be opened
    .hint = Open it in Excel or LibreOffice, remove its password if it has one, and save it again as .xlsx
catalogue-no-room = There is no room on the disk to read this Excel file
    .hint = Try again later, or save it as .csv
catalogue-not-table = This file is not a table
    .hint = Save it as .xlsx or .csv from Excel, LibreOffice or Google Sheets
catalogue-column-twice = The column "{ $key }" means the same as an earlier one and was skipped
    .hint = Put both into one column
catalogue-unknown-column = The column "{ $key }" is not used
    .hint = That is fine if it is no fact about the product
catalogue-unknown-column-near = The column "{ $key }" is not known
    .hint = Did you mean { $near }?

tool-missing = { $tool } is not installed
    .hint = Install it with: sudo apt install { $package }
tool-lacks = { $tool } on this machine was built without { $part }
    .hint = Install the full version with: sudo apt install { $package }
tool-failed = { $tool } stopped: { $last }
    .hint = Try again. If it happens again, reinstall { $tool }
tool-disk-full = The disk was full while { $tool } was writing
    .hint = Free some space, or choose another folder with --out
tool-too-slow = { $tool } did not finish within { $seconds } seconds
    .hint = Close other programs and try again
tool-frame-size = A video frame has { $found } bytes instead of { $wanted }
    .hint = This is our mistake; please report it
tool-shape = A video of { $width }x{ $height } at { $fps } frames per second can't be made
    .hint = Use an even size such as 1080x1920, and 30 frames per second

listing-not-written = The marketplace sheet could not be written: { $reason }
    .hint = This is our mistake; please report it
listing-template = This file is not a template of { $market }
    .hint = Download the mass-upload template from the seller centre and try again with that file

guide-rule = What was checked
guide-found = What the check found
guide-remedy = What to do
guide-shopee-template = Download the template from the Seller Centre: My Products, Mass Function, Mass Upload
    .hint = Have it filled with --shopee-template template.xlsx, or copy row 7 and below of this Template sheet into it. The downloaded file carries your shop's mark, and Shopee takes only that one
guide-shopee-category = The category may stay empty
    .hint = Shopee will suggest one; check it before the product goes live
guide-shopee-courier = Choose the couriers that your shop uses
    .hint = Only Reguler (Cashless) is Aktif here; each product needs at least one
guide-shopee-upload = Upload the filled template, then mend what is still red in the Seller Centre
guide-photos-linked = Photos are taken from the links in the photo columns
    .hint = Make sure that the links open on another phone
guide-photos-named = The photo columns hold the names of files in the photo archive
    .hint = Upload the photos to the seller centre's gallery and replace each name by its link, or add the photos once the product exists
guide-weight = The parcel's weight is the contents plus a tenth for packing (at least 50 g)
    .hint = Weigh one packed parcel and correct it
guide-tiktok-template = Download the template of your category from the TikTok Shop / Tokopedia Seller Center
    .hint = Copy each column to the one with the same heading. Extra columns of a category exist only in that file
guide-tiktok-category = Choose a leaf category that both TikTok Shop and Tokopedia have
guide-tiktok-preorder = Pre-order is set in the Seller Center, 3 to 30 days
guide-tiktok-upload = Upload it, then look at the result in the product list
guide-lazada-template = This sheet uses Lazada's documented attribute names; the columns of the Seller Center's template differ per category
    .hint = Download your category's template from the Seller Center and copy the columns of the same name
guide-lazada-category = Choose a leaf category in the Seller Center
guide-lazada-size = Measure length, width and height of the packed parcel
    .hint = Lazada asks for all three

rule-goods = Goods
rule-title-length = Length of the title
rule-title-caps = Capitals in the title
rule-title-emoji = Emoji in the title
rule-title-contact = Contact in the title
rule-title-promo = Promotion in the title
rule-title-words = Words of the title
rule-description-length = Length of the description
rule-description-hashtags = Hashtags in the description
rule-description-contact = Contact in the description
rule-sku = Product code
rule-photo-count = Number of photos
rule-photo-size = Size of the photos
rule-photo-bytes = File size of the photos
rule-photo-format = File type of the photos
rule-photo-link = Links to the photos
rule-video-length = Length of the video
rule-video-bytes = File size of the video
rule-price = Price
rule-stock = Stock
rule-variant-count = Number of variants
rule-variant-name = Names of variants
rule-weight = Weight of the parcel
rule-package-size = Size of the parcel
rule-preorder = Pre-order
rule-category = Category
rule-link = Link to buy
rule-halal = Halal certificate
rule-food-permit = Food registration

check-goods-service = A service can't be sold on { $market }
    .hint = Offer it on WhatsApp, Instagram and Google Business
check-title-missing = There is no title
    .hint = Give the product a name
check-title-short = The title has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, at least { $min } are needed
    .hint = Add the contents, the material or the origin, such as "250 g khas Malang"
check-title-long = The title has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, at most { $max } are allowed
    .hint = Keep name, kind and contents; move the rest to the description
check-title-cut = The title has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }; about the first { $seen } are seen
    .hint = Put the most important words first
check-title-length = The title has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    } ({ $min }–{ $max })
check-title-clean = The title is free of all capitals, emoji, contacts and promotion
check-title-caps = The title is all in capitals
    .hint = Use capitals only at the start of words
check-title-emoji = There is an emoji in the title
    .hint = Remove it; captions may have them
check-title-contact = There is a telephone number or a link in the title
    .hint = Remove it; buyers reach you by chat there
check-title-promo = There is a word of promotion in the title: { $word }
    .hint = Remove it; discounts and shipping are set in the seller centre
check-description-short = The description has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, at least { $min } are needed
    .hint = Tell about materials, contents, use and storage
check-description-long = The description has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, at most { $max } are allowed
    .hint = Shorten it; what is over the limit is cut
check-description-length = The description has { $count ->
        [one] { $count } character
       *[other] { $count } characters
    } ({ $min }–{ $max })
check-description-clean = The description is free of telephone numbers and links
check-description-contact = There is a telephone number, a link or an account in the description
    .hint = Remove it; marketplaces refuse invitations to buy elsewhere
check-hashtags = { $count ->
        [one] { $count } hashtag
       *[other] { $count } hashtags
    } (at most { $max })
check-hashtags-many = { $count ->
        [one] { $count } hashtag
       *[other] { $count } hashtags
    }, at most { $max } are allowed
    .hint = Keep only the best
check-sku = Product code { $code }
check-sku-changed = The product code is written { $code }
    .hint = Codes have letters, digits, dots and dashes, no spaces, up to { $max } characters
check-photo-none = There is no photo
    .hint = Add at least { $min }
check-photo-few = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }, at least { $min } are needed
    .hint = Add photos from other sides
check-photo-many = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }; the first { $max } are used
    .hint = Put the best ones first
check-photo-count = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    } ({ $min }–{ $max })
check-photo-size-bad = The photo { $name } has { $width }x{ $height } pixels
    .hint = Use photos with sides of { $min } to { $max } pixels
check-photo-size = All photos have sides of { $min } to { $max } pixels
check-photo-bytes-bad = The photo { $name } has { $size }, at most { $max } is allowed
    .hint = Make it again with naikkelas so that it fits
check-photo-bytes = All photos are below { $max }
check-photo-format-bad = The photo { $name } is of a kind that is not taken
    .hint = Use JPG or PNG
check-photo-format = All photos are JPG, PNG or another kind that is taken
check-photo-link = All photos have links
check-photo-link-named = The photos have no links yet; the sheet holds their file names
    .hint = Upload the kit's photo archive in the seller centre with the sheet
check-photo-link-missing = The photos have no links, and this catalogue takes photos from links
    .hint = Add the product in the app itself; its text and photos are in the kit
check-video-length = The video has { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } ({ $min }–{ $max })
    .hint = Upload { $name } with the photos in the seller centre
check-video-length-bad = The video has { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    } instead of { $min } to { $max }
    .hint = A video is no duty: upload the product without it, or fit its length in a video editor
check-video-bytes = The video has { $size } (at most { $max })
check-video-bytes-bad = The video has { $size }, at most { $max } is allowed
    .hint = Make a shorter video
check-price-missing = There is no price
    .hint = Give the selling price, such as 15rb
check-price-range = The price { $price } is outside { $min } to { $max }
    .hint = Count the zeros, or sell by the pack
check-price = Price from { $price }
check-stock-missing = There is no stock
    .hint = Say how many are ready to be sent
check-stock-range = The stock is { $count } instead of { $min } to { $max }
    .hint = Say how many are ready to be sent; hold back what is sold out
check-stock-shared = The stock of { $count } is shared out evenly over the variants
    .hint = Give each variant its own stock
check-stock = Stock { $count }
check-variant-count = { $count ->
        [one] { $count } variant
       *[other] { $count } variants
    } (at most { $max })
check-variant-count-bad = { $count ->
        [one] { $count } variant
       *[other] { $count } variants
    }, at most { $max } are allowed
    .hint = Split it into two products
check-variant-name-long = The variant's name "{ $name }" has more than { $max } characters
    .hint = Shorten it; the sheet has it cut
check-variant-name = Names of variants have at most { $max } characters
check-weight-missing = There is no weight
    .hint = Give the net weight, such as net_weight = "250 g"
check-weight-range = The parcel weighs { $weight }, at most { $max } is allowed
    .hint = Split it into several parcels, or send it as cargo
check-weight = The parcel's weight is written as { $weight }, an estimate with packing
    .hint = Weigh a packed parcel and correct it if it differs
check-package-size = Length, width and height of the parcel are not in this sheet yet
    .hint = Weigh and measure the packed parcel, then fill in its weight (kg) and all three sides (cm) in the Seller Center; Lazada asks for all of them
check-preorder-long = Pre-order of { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, at most { $max } are allowed
    .hint = Make it faster, or build up a stock first
check-preorder-short = Ready within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, so no pre-order is needed
check-preorder = Pre-order of { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ({ $min }–{ $max })
check-category-later = The category is chosen in the seller centre
    .hint = Choose the leaf category that fits
check-link = There is a link to buy
check-link-missing = There is no link to buy
    .hint = Give the shop's WhatsApp number
check-link-page-missing = There is no page that shows the product
    .hint = Google asks for a product page on your own site. No site yet? Leave this one out
check-halal = Halal certificate { $number }
check-halal-missing = There is no halal certificate number
    .hint = Since 17 October 2026 food and drink of micro and small businesses must be certified. Apply free of charge (SEHATI) at ptsp.halal.go.id
check-food-permit = Registration { $number }
check-food-frozen = Frozen food needs a BPOM MD number; a PIRT is not valid for it
    .hint = Apply at e-reg.pom.go.id, then give the number
check-food-permit-missing = It keeps for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, but there is no PIRT or BPOM number
    .hint = Food that keeps longer than 7 days needs one. PIRT is free at oss.go.id
check-food-fresh = It keeps for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, so it needs no PIRT
check-food-unknown = Shelf life and registration are not given
    .hint = Give shelf_life; if it is more than 7 days, apply for a PIRT, free at oss.go.id

## QRIS codes
qris-no-code = There is no QR code on this photo
    .hint = Take the sticker from the front so that it fills the screen, without reflections
qris-blurred = The QR code on this photo is not clear enough
    .hint = Take it again closer and with more light, or use a screenshot from your app
qris-not-payment = This is not a QRIS code
    .hint = Scan the QRIS sticker at your counter, then paste its text here
qris-damaged = This QRIS code is cut off or damaged at character { $at }
    .hint = Scan the sticker again and copy all of its text
qris-twice = This QRIS code breaks the rules
    .hint = Scan the sticker again, or ask your QRIS provider for a new code
qris-checksum = One or more characters of this QRIS code have changed
    .hint = Scan the sticker again and copy all of its text
qris-dynamic = This QRIS code is for one payment only
    .hint = Use the printed QRIS at your counter, whose amount is still empty
qris-country = This code is not from Indonesia ({ $country })
    .hint = Use your own shop's QRIS
qris-currency = This code is not in rupiah ({ $currency })
    .hint = Use your own shop's QRIS
qris-no-account = This code does not name who is paid
    .hint = Ask your QRIS provider for a new code
qris-zero = The amount is zero
    .hint = Write the amount to be paid
qris-ceiling = The amount is above the limit of QRIS
    .hint = One payment is at most { $most }; split it into several
qris-too-long = This code is too long
    .hint = Scan the sticker again and copy its QRIS text alone

## Order files
orders-too-large = This file is too large
    .hint = Download month by month, each below 50 MB
orders-empty = This file holds no sales yet
    .hint = Choose days with orders when you download it from the marketplace
orders-unknown = The columns of this file are not known: { $columns }
    .hint = Show which columns hold the day, the product and the money
orders-no-day = No column was chosen for the day
    .hint = Choose the column with the day of sale
orders-no-product = No column was chosen for the product
    .hint = Choose the column with the product's name
orders-no-amount = No column was chosen for the money
    .hint = Choose the total, or the price of one
orders-no-column = There is no column "{ $column }" in this file
    .hint = Choose another column
orders-day = The day "{ $text }" could not be read
    .hint = Write it like 3/11/2026 or 2026-11-03
orders-amount = "{ $text }" is not an amount of money
    .hint = Write a number such as 15000 or Rp15.000
orders-negative = The amount is below zero: { $text }
    .hint = Write the money that came in, without a minus sign
orders-count = "{ $text }" is not a number of pieces
    .hint = Write a whole number such as 2
orders-cancelled = Not counted, because its state is { $status }
    .hint = Nothing needs to be done
orders-returned = Not counted, because the goods came back
    .hint = Nothing needs to be done
orders-free = Not counted, because its price is zero
    .hint = Nothing needs to be done

## Badges
badge-too-long = This file is too long for a badge
    .hint = Choose the JSON file from the badge's page
badge-not-json = This can't be read as a badge
    .hint = Copy all of it, from the first brace to the last
badge-not-badge = This is no Open Badges 3.0 badge
    .hint = Download the JSON file from the badge's page
badge-no-proof = This badge is not signed, so it can't be trusted
    .hint = Ask its owner for the original file
badge-other-proof = This badge is signed in another way, which can't be checked here
    .hint = Check it on its issuer's site
badge-bad-issuer = The issuer's document can't be read
    .hint = Download it from the address under `issuer` in the badge
badge-other-issuer = This badge is from another issuer: { $issuer }
    .hint = Check it on that issuer's site, or with that issuer's document
badge-wrong-key = This badge was signed with a key that its issuer does not acknowledge
    .hint = Do not trust it; ask the issuer
badge-tampered = This badge was changed after it was signed
    .hint = Do not trust it; ask for the original file
badge-bad-list = The list of revoked badges can't be trusted
    .hint = Download it again from the address under `credentialStatus` in the badge
## Lists of shops
intake-too-large = This file is too large
    .hint = Split it into several files of less than 50 MB each
intake-empty = This file holds no list of shops yet
    .hint = The first row names the columns, each row below is one shop
