money-not-a-number = "{ $text }" is not a price
    .hint = Write a number such as 15000, Rp15.000 or 15rb
money-zero = The price is zero
    .hint = Give the real selling price, or leave it empty for now
money-negative = The price "{ $text }" is below zero
    .hint = Write the selling price without a minus sign
money-too-large = The price "{ $text }" is too large
    .hint = Count its zeros again
money-juta-or-miliar = The "M" in "{ $text }" may mean juta (million) or miliar (billion)
    .hint = Write jt or juta, such as 1jt, or write miliar, such as 1 miliar
money-part-of-rupiah = The price "{ $text }" is not in whole rupiah
    .hint = Write whole rupiah, such as 15500 or 15.500, or add rb for thousands: 15.5rb
quantity-not-read = The contents or weight "{ $text }" could not be read
    .hint = Write a number and its unit, such as 250 g, 300 ml or 12 pcs
color-not-read = The colour "{ $text }" could not be read
    .hint = Write a code such as #f4a81d or an Indonesian colour word such as merah
phone-not-read = The WhatsApp number "{ $text }" is not right
    .hint = Write it like 0812-3456-7890
permit-nib = The NIB "{ $text }" is not right
    .hint = A NIB has 13 digits; see oss.go.id. It is left out for now
permit-pirt = The PIRT number "{ $text }" is not right
    .hint = A PIRT number has 15 digits, such as P-IRT 2053573010123-29. It is left out for now
permit-halal = The halal certificate number "{ $text }" is not right
    .hint = It is ID and 17 digits; see your certificate. The word halal is left out for now
permit-bpom = The BPOM number "{ $text }" is not right
    .hint = For example MD and 12 digits, or TR and 9 digits. It is left out for now

## Accounts
contact-not-read = This phone number or e-mail is not right yet
    .hint = For example 0812-3456-7890 or sri@contoh.id
area-not-read = This area code is not right yet
    .hint = For example 35.73 for the city of Malang, 35 for East Java
name-empty = The name is still empty
    .hint = Write the name that people call you by
name-too-long = The name is too long
    .hint = At most { $most } characters
name-hidden = This name holds characters that nobody can see
    .hint = Type the name again instead of pasting it

## Cohorts and the draw
cohort-no-places = This cohort has no places
    .hint = Say how many shops can take part
cohort-too-many-places = There are too many places
    .hint = Count the zeros again
cohort-no-mentors = There are no mentors yet
    .hint = Choose at least one mentor
cohort-mentor-twice = A mentor is named twice
    .hint = Remove one of the two
cohort-not-monday = It does not begin on a Monday
    .hint = Choose a Monday
cohort-window-backwards = Applications close before they open
    .hint = Swap the two dates
cohort-window-too-late = Applications are still open when the cohort begins
    .hint = Close applications before the first day
enrolment-too-early = Applications are not open yet
    .hint = See when they open and come back
enrolment-too-late = Applications are closed
    .hint = Ask to be told when the next cohort opens
enrolment-twice = This shop has applied already
    .hint = See your application
enrolment-still-open = Applications are still open
    .hint = Give places once they are closed
enrolment-full = All places are taken
    .hint = Put the shop on the waiting list
enrolment-not-now = It is not the time for that
    .hint = See the cohort's dates
enrolment-no-way = From where it stands that can't be done
    .hint = Reload the page and see where it stands
lottery-no-places = There are no places to draw for
    .hint = Say how many places there are
lottery-twice = A number is in the list twice
    .hint = Remove one of the two
lottery-no-ticket = This number is not right
    .hint = Use 1 to 20 capital letters and digits
lottery-no-figure = The figure of the draw is missing
    .hint = Write the announced public figure, such as the exchange's closing
lottery-odd-figure = Write the figure alone, without words: digits, points, commas
lottery-short-figure = The figure is too short and could be guessed
    .hint = Write it in full, with the digits after the point

## The weekly plan
plan-empty = The plan is empty
    .hint = Add at least one theme
plan-too-long = There are more themes than { $weeks } weeks
    .hint = Remove or join some themes
plan-twice = The theme "{ $theme }" stands twice
    .hint = Remove one of the two
plan-never = The theme "{ $theme }" waits for one that never comes
    .hint = Change what has to come first
plan-changed = Someone else has changed the plan
    .hint = Reload it and change it again
plan-past = Weeks that have begun can't be changed
    .hint = Change weeks that have not begun
plan-no-reason = The reason is missing
    .hint = Write why the plan is changed
theme-intake = Intake and baseline
theme-diagnosis = Visit and diagnosis
theme-action-plan = Target and a one-page plan
theme-business-number = NIB, tax number and KBLI
theme-permits-route = The way to PIRT, halal or a brand
theme-cost-price = Cost and price
theme-cash-book = The daily cash book
theme-packaging = Packaging and label
theme-product-photo = Product photos
theme-catalogue = Words and catalogue
theme-chat-and-qris = WhatsApp Business and QRIS
theme-midline = Midline and review
theme-first-market = The first marketplace shop
theme-orders-and-ratings = Orders, packing and ratings
theme-content-calendar = The calendar of posts
theme-short-video = Short video and narration
theme-promo-day = Promo day
theme-chat-service = Chats and complaints
theme-second-channel = A second channel
theme-small-ads = Small ads
theme-stock-and-supply = Stock and suppliers
theme-finance = Access to finance: KUR, UMi, PaDi
theme-network = Network and bazaar
theme-endline = Endline and hand-over

## Levels and evidence
level-mulai = Started
level-tertata = Tidy
level-terlihat = Visible
level-terhubung = Connected
level-tumbuh = Growing
level-berjejaring = Networked
proof-baseline = Baseline: three months of sales, workers, channels, permits
    .hint = Tell your mentor the last three months' sales
proof-consent = Consent to being accompanied
    .hint = Open Data & consent and agree to mentoring
proof-nib = Business number (NIB)
    .hint = Send your NIB; it is free at oss.go.id
proof-price = Your own cost and price
    .hint = Work out cost and price of one product
proof-sales-noted = Sales noted: { $have } of { $need } weeks
    .hint = Note this week's sales
proof-photos = Clean product photos: { $have } of { $need }
    .hint = Take a photo of one more product
proof-channels = Channels active in the last 30 days: { $have } of { $need }
    .hint = Post on one more channel
proof-weekly-posts = Weekly posts: { $have } of { $need } weeks
    .hint = Post once this week
proof-qris = QRIS is used
    .hint = Send a photo of your QRIS where you sell
proof-replies = Chats are answered within a day
    .hint = Send a screenshot of your reply time
proof-listings = Live listings on a marketplace: { $have } of { $need }
    .hint = List one product and send its link
proof-orders = Real orders: { $have } of { $need }
    .hint = Download the marketplace's order file and send it
proof-rating = A rating of 4.0 or more
    .hint = Send a screenshot of your rating
proof-growth = Sales of the last three months grew { $have }%, { $need }% is needed
    .hint = Note all of this month's sales
proof-repeat-buyers = Buyers who came again: { $have } of { $need }
    .hint = Greet old customers and send proof of their orders
proof-second-outlet = A second marketplace or a reseller
    .hint = List on one more marketplace, or invite a reseller
proof-joint-trade = Supply or joint buying: { $have } of { $need } shops
    .hint = Invite a shop in Jejaring
proof-teaches = Mentors another shop
    .hint = Teach one shop one thing that you can do
proof-ready = Ready for finance or export
    .hint = Gather six months of cash book and your permits
proof-waiting = The evidence is there and waits to be checked
    .hint = No need to send it again; a mentor will check it
evidence-future = That day has not come yet
    .hint = Check the date
evidence-backdated = That is more than { $days } days ago
    .hint = Send newer evidence
evidence-expired = This has expired
    .hint = Send one that is still valid
evidence-twice = You have sent this before
    .hint = Send another photo or file
evidence-other-kind = You have sent this picture as evidence of something else
    .hint = One picture proves one thing: send one that shows this
evidence-other-shop = Another shop has shown this
    .hint = Send your own; if this is yours, talk to your mentor
evidence-incomplete = Something is missing
    .hint = Give the link, number, sum or photo
decision-own-case = Nobody confirms their own
    .hint = Ask another person to check it
decision-no-evidence = There is no such evidence
    .hint = Reload the page
decision-not-met = A rule of this level is not met
    .hint = See which rule is missing
decision-not-in-turn = The level beneath does not stand
    .hint = Confirm the level beneath first
decision-held-open = Evidence that waits for its check holds this level
    .hint = Check the evidence that waits first, then decide this
decision-no-check = No mentor has checked this yet
    .hint = Wait for a mentor's check
decision-already = That changes nothing
    .hint = Reload and see where it stands
class-micro = Micro business
class-small = Small business
class-medium = Medium business
class-large = Large business
adoption-beginner = Digital beginner
adoption-observer = Digital observer
adoption-adopter = Digital adopter
adoption-leader = Digital leader
renew-nib = The NIB ends on { $date }
    .hint = See oss.go.id
renew-pirt = PIRT ends on { $date }, in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    .hint = Renew it at oss.go.id before that day
renew-halal = The halal certificate ends on { $date }
    .hint = See ptsp.halal.go.id
renew-bpom = The BPOM permit ends on { $date }, in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    .hint = Register again with BPOM before that day
renew-brand = The brand ends on { $date }, in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
    .hint = Renew it with DJKI

## This week's task
task-why-keep = So that your level stays
task-why-missing = This is what the next level lacks
task-why-theme = It is this week's theme
task-why-kindness = All is done; this is for your customers
task-tell-baseline = Tell how your shop is doing, { $minutes } minutes
    .hint = Three months of sales, workers, channels and permits
task-give-consent = Agree to mentoring, { $minutes } minutes
    .hint = Open Data & consent
task-get-nib = Get a NIB, { $minutes } minutes
    .hint = Free at oss.go.id; have your ID card and phone ready
task-prepare-nib = Have your ID card and address ready, { $minutes } minutes
    .hint = Take photos of both and keep them on your phone
task-work-out-price = Work out cost and price of one product, { $minutes } minutes
    .hint = Ingredients, packaging, gas, work, then profit
task-list-ingredients = Write down the ingredients of one product with their prices, { $minutes } minutes
    .hint = One product is enough for now
task-note-sales = Note this week's sales, { $minutes } minutes
    .hint = Open Jualan and write today's sum
task-note-one-day = Note the sales of just one day, { $minutes } minutes
    .hint = One number is enough
task-take-photos = Take photos of three products, { $minutes } minutes
    .hint = Near a window, without a flash
task-take-one-photo = Take a photo of one product, { $minutes } minutes
    .hint = Near a window, without a flash
task-post-on-second-channel = Post on a second channel, { $minutes } minutes
    .hint = Use the words of your kit
task-post-this-week = Post once this week, { $minutes } minutes
    .hint = Use the poster of your kit
task-put-up-qris = Put up QRIS, { $minutes } minutes
    .hint = Register with your bank or e-wallet
task-ask-for-qris = Ask your bank how to get QRIS, { $minutes } minutes
    .hint = By phone or chat is enough
task-answer-within-a-day = Answer all of today's chats, { $minutes } minutes
    .hint = Turn on quick replies in WhatsApp Business
task-list-products = List five products on a marketplace, { $minutes } minutes
    .hint = Download the file of your kit and upload it
task-list-one-product = List one product on a marketplace, { $minutes } minutes
    .hint = Copy title and words from your kit
task-send-order-file = Send your order file, { $minutes } minutes
    .hint = Download it from the marketplace's seller centre
task-ask-for-ratings = Ask three buyers for a rating, { $minutes } minutes
    .hint = Send a polite thank-you
task-offer-a-bundle = Offer one bundle, { $minutes } minutes
    .hint = Two things that are often bought together
task-greet-old-customers = Greet five old customers, { $minutes } minutes
    .hint = Ask how they are before you offer anything
task-find-a-reseller = Find one reseller, { $minutes } minutes
    .hint = See Jejaring and invite the nearest
task-ask-one-neighbour = Leave goods with one neighbour's stall, { $minutes } minutes
    .hint = Begin with five pieces
task-order-together = Buy materials together with one shop, { $minutes } minutes
    .hint = See in Jejaring who needs the same
task-teach-one-shop = Teach one shop, { $minutes } minutes
    .hint = One thing that you are good at
task-invite-one-shop = Invite one shop to learn together, { $minutes } minutes
    .hint = Send a message; the day can wait
task-gather-finance-papers = Gather papers for finance, { $minutes } minutes
    .hint = Cash book, NIB, ID card and photos of the shop
task-check-pirt-or-halal = See which food permit you need, { $minutes } minutes
    .hint = Keeps for more than 7 days: PIRT; halal is a duty since October 2026
task-register-motif = See whether your brand or motif can be registered, { $minutes } minutes
    .hint = Look for the name in DJKI's database first
task-check-label = Check your label, { $minutes } minutes
    .hint = Name, contents, ingredients, date, address, permit
task-show-the-hands = Film the hands at work, { $minutes } minutes
    .hint = Ten seconds, from close by
task-film-one-minute = Film one minute about your product, { $minutes } minutes
    .hint = Upright, near a window, clear voice
task-count-stock = Count materials and goods, { $minutes } minutes
    .hint = Write down what runs low
task-write-one-goal = Write one goal for next month, { $minutes } minutes
    .hint = With a number: how many, how much
task-thank-a-customer = Thank one customer, { $minutes } minutes
    .hint = Say their name and what they bought

## Mentors, risk and network
match-nobody = No mentor is free for it
match-distance = About { $km } km away
match-place-unknown = The place is not known
match-tongue = They share a language
match-no-tongue = They share no language
match-category = Knows this kind of shop
match-no-category = Knows other kinds of shops
match-wished = The shop asked for them
match-not-wished = Not whom the shop asked for
match-stays = The present mentor
match-changes = Not the present mentor
risk-none = No sign of dropping out
risk-no-login = Not signed in for { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
risk-no-sale = No sale noted for { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
risk-missed-visits = Visits missed: { $count }
risk-skipped-tasks = Tasks skipped in a row: { $count }
risk-evidence-aging = Evidence that ends within four weeks: { $count }
risk-unanswered = Mentor's messages not answered: { $count }
risk-mentor-silent = The mentor has not been in touch for { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
risk-unknown = Not known: { $count ->
        [one] { $count } sign
       *[other] { $count } signs
    }
network-supplier = Makes { $goods }, which you need
network-reseller = Sells what others make; offer { $goods }
network-courier = Delivers near you
network-joint-order = Needs { $goods } too; ordering together may cost less
network-learn-from = Has reached level { $level }
tie-itself = A shop can't be tied to itself
    .hint = Choose another shop
tie-twice = There is such a tie already
    .hint = See Jejaring
tie-not-yours = This is for the other shop to do
    .hint = Wait for their answer
tie-not-now = That can't be done now
    .hint = Reload and see where it stands
visit-future = That day has not come yet
    .hint = Choose today or an earlier day, or save it as a plan
visit-backdated = The visit was more than { $days } days ago
    .hint = Check the date. Older visits no longer count
visit-planned-past = The plan is for a day that is over
    .hint = Choose today or later, or note that you met
visit-too-far = The plan is too far ahead
    .hint = At most { $days } days from now
visit-no-topic = What was it about?
    .hint = Tap the one that took most of the time
visit-other-topic = That topic is not known
    .hint = Reload the page and choose again
visit-long-note = The note is too long
    .hint = Keep it within { $most } letters
visit-long-next = The next step is too long
    .hint = Keep it within { $most } letters
goods-baskets = woven baskets
goods-beans = coffee beans
goods-bottles = bottles
goods-boxes = boxes
goods-cakes = cakes
goods-chillies = chillies
goods-clay = clay
goods-cloth = cloth
goods-clothes = clothes
goods-coffee = coffee
goods-cold-boxes = cool boxes
goods-cooking-oil = cooking oil
goods-cups = cups
goods-dyes = cloth dyes
goods-flour = flour
goods-frozen-food = frozen food
goods-gift-packaging = gift packaging
goods-herbal-drinks = herbal drinks
goods-jars = jars
goods-labels = labels
goods-padding = packing material
goods-plain-cloth = plain cloth
goods-pouches = pouches
goods-seasoning = seasoning
goods-snacks = snacks
goods-sugar = sugar
goods-thread = thread
goods-wood = wood
## Sales, cash
day-future = That day is still to come
    .hint = Choose today or a day before it
day-past = That day is too long ago
    .hint = Choose a day after the year 2000
sale-quantity = The number of pieces is not right
    .hint = Write a whole number from 1 to { $most }
sale-amount = The amount is not right
    .hint = Write more than zero, at most { $most }
sale-no-product = It is not clear what was sold
    .hint = Choose a product, or write its name
cash-no-what = It does not say what for
    .hint = Write a few words, such as bought sugar
cash-long-what = The note is too long
    .hint = Shorten it to { $most } characters

## Storefront

slug-form = The address is not right
    .hint = Use 3 to 40 small letters, digits and -, such as keripik-bu-sri
slug-reserved = No shop can have that address
    .hint = Add your shop's name, such as toko-bu-sri
slug-rude = That address is not fit for customers
    .hint = Use a name that customers like to hear
hours-wrong = The hours are not right
    .hint = Write when it opens and then when it closes, such as 08:00 and 17:00

## Certificates

certificate-number-empty = No number was typed
    .hint = Copy the 12 letters and digits of the certificate, such as 8T5C-Y4TQ-KFFR
certificate-number-length = A certificate's number has 12 letters and digits, this has { $n }
    .hint = Copy it again from the certificate, such as 8T5C-Y4TQ-KFFR
certificate-number-letter = No certificate's number has "{ $letter }" in it
    .hint = Copy nothing but the 12 letters and digits of the certificate
certificate-number-wrong = A letter or digit is wrong, or two have changed places
    .hint = Compare them one by one with the certificate

## Months

month-not-read = There is no such month
    .hint = Write the year and the month, such as 2026-11
month-future = That month has not begun
    .hint = Choose this month or an earlier one
