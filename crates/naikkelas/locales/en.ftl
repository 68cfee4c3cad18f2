file-not-found = There is no { $path }
    .hint = Check its name; capital letters count
file-not-allowed = { $path } may not be read
    .hint = Allow reading, or copy the file into a folder of your own
file-is-folder = { $path } is a folder
    .hint = Name the files, for example { $path }/*.jpg
file-not-read = { $path } could not be read: { $reason }
    .hint = Copy the file again
folder-not-writable = { $path } may not be written
    .hint = Allow writing, or choose another place, for example --out ~/kit
disk-full = The disk is full; { $path } could not be written
    .hint = Remove files that you do not need, or choose another place with --out. What was there before is untouched
folder-is-file = { $path } is not a folder
    .hint = Choose another place with --out
file-not-written = { $path } could not be written: { $reason }
    .hint = Choose another place with --out
cancelled = Stopped. No file was left half made
    .hint = Run it again at any time
internal = This is our mistake: { $reason }
    .hint = Please send us this message, see SECURITY.md
part-unknown = There is no part "{ $part }"
    .hint = Choose from photos, posts, video, copy, listings
retouch-step-unknown = There is no step "{ $step }"
    .hint = Choose from white-balance, exposure, denoise, sharpen, straighten
points-not-read = The points "{ $text }" could not be read
    .hint = Write x,y in pixels, for example --keep "120,300 140,320"
box-not-read = The box "{ $text }" could not be read
    .hint = Write x,y,width,height in pixels, for example --frame 100,80,600,700
names-collide = { $path }: it is named like { $first }
    .hint = Rename one of them and run it again
not-a-kit = { $path } is not a kit's folder
    .hint = Name a folder with a kit.json, made by "naikkelas kit"
kit-not-read = kit.json in { $path } is damaged: { $reason }
    .hint = Make it again with "naikkelas kit"
no-photo-left = No photo could be used
    .hint = Mend the photos as the messages above say, and try again
name-missing = The product has no name yet, so it is called "{ $name }"
    .hint = Add --name "Product Name", or fill in [product] name in the facts file
logo-not-read = The logo { $path } could not be used
    .hint = Use a PNG, JPEG or WebP file that opens elsewhere
video-skipped = No video was made: { $tool } is not installed
    .hint = Install it with: sudo apt install { $tool }, then run "naikkelas video { $kit }"
voice-skipped = The video has no voice: { $tool } is not installed
    .hint = Install it with: sudo apt install { $tool }, then run "naikkelas video { $kit }"
video-failed = The video was not finished: { $reason }
    .hint = The rest of the kit is there; try again with "naikkelas video { $kit }"
video-needs-photo = A video needs at least one photo
    .hint = Include the part photos, or run it without --only
cutout-doubted = { $file }: the cut-out is not sure enough, so the background was kept
    .hint = Take the photo again on plain paper near a window, with the whole product in view
facts-none = No facts yet, so the copy is short
    .hint = Make a facts file with "naikkelas facts init", fill in what you know, and add --facts facts.toml
file-there = { $path } is already there
    .hint = Choose another name, so that nothing is lost
text-not-utf8 = { $path } is not UTF-8 text
    .hint = Save it again as plain text (UTF-8)
text-too-long = { $path } is longer than { $max } MB
    .hint = Check it part by part; what is not read must not pass as clean
catalogue-no-photo = Row { $line }: no photo
    .hint = Name the files in the photos column, separated by semicolons
original-kept = The result would overwrite the photo itself: { $path }
    .hint = Choose another folder with --out; originals are never changed
photos-none = There is no photo yet
    .hint = Name the photos, for example naikkelas kit photos/*.jpg; for many products: naikkelas kit --catalogue products.xlsx
photo-twice = { $file } was given twice, so it is used once
video-and-voice-skipped = No video was made: ffmpeg and espeak-ng are not installed
    .hint = Install them with: sudo apt install ffmpeg espeak-ng, then run "naikkelas video { $kit }"
catalogue-sku-twice = Row { $line }: the code { $sku } is taken by another row, so { $free } is written
    .hint = Give each product a code of its own
typed-unknown-option = There is no option { $option }
    .hint = See what there is by adding --help
typed-unknown-option-near = There is no option { $option }
    .hint = Did you mean { $near }?
typed-unknown-command = There is no command "{ $command }"
    .hint = Choose from kit, cutout, retouch, write, video, check-claims, facts; see naikkelas --help
typed-no-value = { $option } needs a value
    .hint = Write it after the option; see --help
typed-wrong-value = "{ $value }" does not fit { $option }
    .hint = Choose from { $known }
typed-unread-value = "{ $value }" does not fit { $option }
    .hint = See what it should look like by adding --help
typed-missing = Something is missing: { $what }
    .hint = See an example by adding --help
typed-conflict = { $option } can not be used with { $other }
    .hint = Choose one of them
step-photos = Photos
step-copy = Copy
step-posts = Posts
step-video = Video
step-listings = Listings
ask-intro = A few questions make the copy fit. Press Enter to skip one
done-open = The kit is ready. Open { $path } on a phone or in a browser
done-catalogue = { $done } of { $total ->
        [one] { $total } kit is
       *[other] { $total } kits are
    } ready in { $path }
done-written = { $count ->
        [one] { $count } file is
       *[other] { $count } files are
    } ready in { $path }
facts-good = { $path }: everything could be read
facts-written = { $path } was made. Fill in what you know, then: naikkelas kit PHOTO… --facts { $path }
ask-missing = Not filled in yet: { $facts }
verdict-proved = proved
verdict-neutral = neutral
verdict-unproved = not proved
verdict-forbidden = forbidden
safer = Try: { $text }
summary-clean = Every sentence may stand
summary-marked = { $count ->
        [one] { $count } sentence
       *[other] { $count } sentences
    } must be changed
stand-unknown = Not known
stand-unknown-means = No sign that we know. That does not make it true
stand-doubtful = Doubtful
stand-doubtful-means = Something is odd. Check it before you share it
stand-judol = Online gambling
stand-judol-means = This advertises online gambling
stand-judol-wary = It looks like an advertisement for gambling, but that is not certain
stand-scam = Scam
stand-scam-means = This tries to take money, codes or accounts
stand-scam-wary = It looks like a scam, but that is not certain
stand-hoax = Hoax
stand-hoax-means = This claim has been refuted
stand-abuse = Abuse
stand-abuse-means = This message insults or spreads hate
stand-abuse-wary = It sounds abusive, but that is not certain
certainty-sure = sure
certainty-wary = be wary
reasons-more = and { $count ->
        [one] { $count } more sign
       *[other] { $count } more signs
    }
match-same = The same claim
match-alike = Resembles this claim, check for yourself
match-truth = The facts
filter-no-text = There is no message to check
    .hint = Write it between quotation marks, name a file, or use --image
filter-no-such-file = There is no { $path }
    .hint = Check the file's name. If it is the message itself: echo "{ $path }" | naikkelas check -
filter-is-folder = { $path } is a folder
    .hint = Name one file in it
filter-text-is-folder = { $path } is a folder
    .hint = Name one file in it. If it is the message itself: echo "{ $path }" | naikkelas check -
filter-one-file = One message is checked at a time, but several files were named ({ $count })
    .hint = Check them one by one, or make one file of them for --jsonl
filter-output-alone = -o keeps the verdicts of many messages, so it needs --jsonl
    .hint = For one message: naikkelas check "…" > result.txt
filter-output-same = The verdicts would replace the messages that are checked: { $path }
    .hint = Choose another file with -o, for example -o result.jsonl; the messages are untouched
filter-output-folder = { $path } is a folder
    .hint = Name a file, for example -o { $path }/result.jsonl
filter-output-not-allowed = { $path } may not be written
    .hint = Allow writing, or choose another place with -o
filter-output-full = The disk is full; { $path } could not be written
    .hint = Remove files that you do not need, or choose another place with -o. What was there before is untouched
filter-output-not-written = { $path } could not be written: { $reason }
    .hint = Choose another place with -o
claim-since = Going round since { $date }
filter-damaged = Some of the content is no UTF-8 text; it is read as �
filter-read = Read from the picture: { $text }
filter-streamed = { $judged ->
        [one] { $judged } message
       *[other] { $judged } messages
    } checked, { $flagged } flagged
filter-stream-damaged = { $count ->
        [one] { $count } line holds bytes that are no UTF-8; it was
       *[other] { $count } lines hold bytes that are no UTF-8; they were
    } checked all the same
filter-stream-unreadable = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } could not be read
    .hint = Each line must look like {"{"}"id": 1, "text": "…"{"}"}
comments-done = { $hide } of { $comments } comments should be hidden, { $allowed } passed because of the allow-list. Nothing is deleted
feedback-label = { $label } is no label
    .hint = Choose one of: fine, judol, scam, hoax, abuse
feedback-kept = Kept in { $path }: { $text }
help-naikkelas = From phone photos to a selling kit
help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-facts = Facts, which win over the file
help-option-help = Show this help
help-option-version = Show the version
help-kit = Make a whole selling kit from photos and facts
help-cutout = Cut products out of photos
help-retouch = Mend light, colour, noise and tilt of photos
help-write = Write copy for every channel
help-video = Make the video of a finished kit again
help-check-claims = Check whether each sentence of a text is proved by the facts
help-facts = Start or check a facts file
help-facts-init = Write a commented template
help-facts-check = Say what is wrong or missing in a facts file
help-option-lang = Language of texts and messages: id, jv, en (default: id)
help-option-json = Print JSON alone on standard output
help-option-seed = Chooses among the varieties of words and designs; the same seed makes the same kit (default: 1)
help-option-date = First day of the content calendar (default: today)
help-option-model = A segmentation network to use instead of the built-in prior
help-on-kit-photos = Photos of one product: JPEG, PNG or WebP
help-on-kit-catalogue = Many products at once, one a row
help-on-kit-facts = Facts about the product, the shop and its permits (see "naikkelas facts init"); with a catalogue, the shop's alone
help-on-kit-out = Where kits go; each gets a folder named after its product (default: out)
help-on-kit-only = Make only some parts: photos, posts, video, copy, listings
help-on-kit-photo-url = Address under which the photos will be public, for sheets that want links
help-on-kit-shopee-template = Your own mass-upload template from Shopee's Seller Centre, filled in place of a sheet of ours
help-on-kit-sku = The shop's own code for the product
help-on-kit-yes = Ask nothing, even in a terminal
help-on-kit-name = Product name
help-on-kit-category = Kind: snack, coffee, sambal, bakery, herbal, batik, fashion, craft, pottery, service, frozen, other
help-on-kit-price = Price: 15000, Rp15.000, 15rb
help-on-kit-unit = What one is called: bungkus, pcs, lembar
help-on-kit-net-weight = Contents: 250 g, 300 ml
help-on-kit-variants = Choices, separated by commas
help-on-kit-ingredients = Ingredients, separated by commas
help-on-kit-materials = Materials, separated by commas
help-on-kit-process = How it is made
help-on-kit-origin = Where it comes from
help-on-kit-story = Who makes it, and why
help-on-kit-usage = How to use or serve it
help-on-kit-storage = How to keep it
help-on-kit-shelf-life = How long it keeps: 3 bulan
help-on-kit-stock = How many are ready
help-on-kit-preorder-days = Days from order to dispatch
help-on-kit-previous-price = The price at which it was really sold before
help-on-kit-sold-count = How many were sold
help-on-kit-shop = Shop name
help-on-kit-city = City
help-on-kit-whatsapp = WhatsApp number for orders
help-on-kit-instagram = Instagram account
help-on-kit-tiktok = TikTok account
help-on-kit-facebook = Facebook page
help-on-kit-colors = Shop colours, separated by commas: "#6b3f1a,#f4a81d"
help-on-kit-logo = Logo: PNG, JPEG or WebP
help-on-kit-nib = NIB, 13 digits
help-on-kit-pirt = P-IRT number, 15 digits
help-on-kit-halal = Halal certificate, ID and 17 digits
help-on-kit-bpom = BPOM number
help-on-kit-brand = Registered trade mark
help-on-cutout-files = Photos to cut
help-option-out = Where results go, with the names of the photos
help-on-cutout-mask = Write the 8-bit alpha alone, at the photo's size
help-on-cutout-keep = A stroke to keep: x,y pairs in pixels, "120,300 140,320"; may be given again
help-on-cutout-remove = A stroke to remove: x,y pairs in pixels; may be given again
help-on-cutout-frame = A box around the product: x,y,width,height in pixels
help-on-cutout-brush = Half the width of strokes, in pixels (default: 12)
help-on-retouch-files = Photos to mend
help-on-retouch-without = Leave something as it is: white-balance, exposure, denoise, sharpen, straighten
help-on-write-facts = Facts about the product
help-on-write-channel = Only this channel; may be given again: marketplace, instagram, tiktok, facebook, whatsapp-broadcast, whatsapp-status, google-business
help-on-video-kit = A folder that "naikkelas kit" made
help-on-check-claims-text = The text; - reads standard input
help-on-check-claims-facts = Facts that may prove it
help-on-facts-init-file = Where; - prints it (default: facts.toml)
help-on-facts-check-file = The file
cutout-unsure = This cut-out is not sure
    .hint = Look at its edge, help with --keep, --remove or --frame, or take the photo again on plain paper
guidance-outside = A stroke or the box lies outside the photo
    .hint = Pixels count from the upper left corner; --json tells the photo's width and height
typed-unknown-channel = There is no channel "{ $value }"
    .hint = Choose from { $known }
catalogue-row = Row { $line } · { $name }
help-option-text = The message, a file with it, or - for standard input
help-option-jsonl = Many messages: one JSON object with id and text a line; - reads standard input
help-option-threads = Cores to use; 0 takes all
help-option-image = A screenshot: its writing is read first
help-option-id = Its name, as verdicts give it
help-option-scale = Also search among this many made claims
help-option-seconds = Seconds to measure
help-option-file = The file
help-option-allow = Names of writers (@name) and words whose comments pass
help-option-allow-file = The same from a file, one a line
help-option-label = What it really is: fine, judol, scam, hoax, abuse
help-option-consent = I agree that the message is kept here, with numbers masked, and handed on when I export it
help-option-inputs = Which sources and texts to learn from
help-option-rows = Labelled rows, one JSON object a line; may be given again
help-option-dev = Rows for calibration and thresholds; never learnt from
help-option-every-source = Learn from every source, for comparison only
help-option-without = Leave these out
help-check = Is a message gambling spam, a scam, a hoax, abuse, or fine?
help-on-check-text = The message, a file with it, or - for standard input
help-on-check-jsonl = Judge many messages: one "id" and "text" a line; - reads standard input
help-on-check-output = Where the verdicts go, one a line; - prints them (default: -)
help-on-check-threads = Threads; 0 is one for each core, four for each are the most (default: 0)
help-on-check-image = A screenshot: its writing is read first
help-option-claims = Fact-checks to know beside our own: ClaimReview JSON-LD or CSV; may be given again
help-on-check-model = A model to use instead of the built-in one (see "naikkelas train filter")
help-check-explain = Say what a rule or a known claim is
help-on-check-explain-id = Its name, as verdicts give it
help-check-bench = Measure how fast messages are judged here, on one core
help-on-check-bench-jsonl = Messages: one "text" a line; without it, the examples of our own rules
help-on-check-bench-scale = Also search among this many made claims
help-on-check-bench-seconds = Seconds to measure (default: 3)
help-check-comments = List the comments of a shop that should be hidden, and why; nothing is hidden by itself
help-on-check-comments-file = An export of YouTube, Instagram or TikTok, or one comment a line
help-on-check-comments-allow = Names of writers (@name) and words whose comments pass
help-on-check-comments-allow-file = The same from a file, one a line
help-check-feedback = Keep wrong verdicts as examples, on this machine alone
help-check-feedback-add = Say that a verdict was wrong
help-on-check-feedback-add-label = What it really is: fine, judol, scam, hoax, abuse
help-on-check-feedback-add-consent = I agree that the message is kept here, with numbers masked, and handed on when I export it
help-option-store = Where examples are kept
help-check-feedback-export = Print the kept examples, one JSON object a line
help-train = Train a model, for developers
help-train-filter = Train the model of "naikkelas check"; the same inputs give the same bytes
help-on-train-filter-inputs = Which sources and texts (see models/filter/inputs.toml)
help-on-train-filter-rows = Labelled rows, one "text", "label", "source" a line; may be given again
help-on-train-filter-dev = Rows for calibration and thresholds; never learnt from
help-on-train-filter-output = Where the model goes
help-on-train-filter-every-source = Learn from every source, for comparison only
help-on-train-filter-without = Leave sources out

## Platform
serve-ready = NaikKelas is ready. Open http://localhost:{ $port } · stop with Ctrl-C
worker-ready = NaikKelas is working. Stop with Ctrl-C
config-not-bucket = The setting store.files is no bucket's address: { $value }
    .hint = Write it like s3://bucket or s3://bucket/prefix.
serve-cannot-listen = Port { $port } can't be used: { $reason }
    .hint = Another program may have it. Choose another one with --port
store-not-opened = The data can't be opened: { $reason }
    .hint = Run "naikkelas doctor" to see why
config-not-read = The settings can't be read: { $reason }
    .hint = Mend naikkelas.toml or the variables NAIKKELAS_…
area-needed = The role { $role } needs an area
    .hint = Add --area, for example --area 35.73 for the city of Malang
config-fine = The settings can be read and make sense
backup-done = A backup of { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } was written to { $path }
restore-done = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } from { $path } were restored
export-done = What is kept about that person was written to { $path }
erase-kept = Nothing was erased
erase-confirm = Type "{ $name }" to erase this person, their shop and all its files for good:
erase-done = Erased: { $shops ->
        [one] { $shops } shop
       *[other] { $shops } shops
    }, { $products ->
        [one] { $products } product
       *[other] { $products } products
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
demo-removed = The demonstration with { $shops ->
        [one] { $shops } shop
       *[other] { $shops } shops
    } was removed
link-made = A link for { $name } to come in, good once, for 14 days:
help-serve = Run the platform: pages, API and a worker
help-worker = Do the platform's jobs on a machine that serves no pages
help-doctor = Say what this machine lacks, and how to mend it
help-admin = Keep accounts and data: for whoever keeps the machine
help-admin-create-user = Make an account; its owner comes in by the link that is printed
help-admin-reset-access = End a person's password and sessions; they come in anew by the link that is printed
help-admin-backup = Write everything that is kept into one file
help-admin-restore = Put a backup back into an empty platform
help-admin-export = Write what is kept about one person into one ZIP file
help-admin-erase = Erase a person, their shop and its files for good
help-badge = Check badges
help-badge-verify = Say whether a badge is genuine, without a network
help-on-badge-verify-file = The badge, as JSON
help-on-badge-verify-issuer = The issuer's document, from the address under `issuer` in the badge
help-on-badge-verify-revoked = The list of revoked badges, from the address under `credentialStatus` in the badge
help-admin-rotate-badge-key = Let a new key sign badges; what the old one signed still holds
help-admin-remove-demo = Remove everything that the demonstration made
help-config = Check or show the settings
help-config-check = Say whether the settings can be read, and what is wrong with them
help-config-dump = Print the settings as they hold, with secrets left out
help-option-data = The folder for the database and the files (default: data)
help-option-config = A settings file in place of naikkelas.toml
help-option-port = The port (default: 8000)
help-on-worker-jobs = Jobs at one time (default: worker.jobs in the settings)
help-option-demo = Fill an empty platform with a demonstration: a city, shops, people of every role
help-option-output = Where it is written
help-option-contact = Telephone number or e-mail address
help-option-role = owner, mentor, volunteer, checker, manager or admin (default: owner)
help-option-area = Code of the area: 35.73 a city, 35 a province, nothing the country
help-on-admin-create-user-name = Their name
help-on-admin-create-user-shop = The shop's name, for an owner
help-on-admin-erase-yes = Ask nothing

## Badges
badge-is-valid = Genuine and in force: { $name }, from { $issuer }, since { $from }
badge-is-unlisted = Genuine: { $name }, from { $issuer }, since { $from }. Whether it was revoked was not looked up
    .hint = Download the list of revoked badges from the address under `credentialStatus`, then give `--revoked FILE`
badge-is-unproven = The badge was not changed, but who signed it is not proved
    .hint = Download the issuer's document from the address under `issuer`, then give `--issuer FILE`
badge-is-early = Genuine, but not in force before { $from }: { $name }
    .hint = Check it again on that day
badge-is-expired = Genuine, but its time was over on { $until }: { $name }
    .hint = Ask its owner for the latest one
badge-is-revoked = The issuer took this badge back: { $reason }
    .hint = Do not take it as proof
badge-key-rotated = A new key signs badges from now on. Old badges can still be checked
