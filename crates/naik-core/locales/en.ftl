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
