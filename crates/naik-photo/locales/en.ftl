### Sentences of the photo engine. Each key has a `.hint`: what to do next.

## Reading files
photo-empty = This file is empty
    .hint = Send the photo again from your phone's gallery
photo-not-a-picture = This file is not a photo
    .hint = Choose a JPG, PNG or WebP photo
photo-heic = iPhone photos (HEIC) can't be read yet
    .hint = On the iPhone open Settings > Camera > Formats > Most Compatible, or send the photo through WhatsApp and use what arrives
photo-is-video = This is a video, not a photo
    .hint = Open the video, take a screenshot of the clearest moment and use that
photo-format-unsupported = { $format } can't be read yet
    .hint = Save or send it as JPG, for example through WhatsApp or the "Share" menu
photo-truncated = This photo is cut short, part of its data is missing
    .hint = Download or send the photo again and let it finish
photo-damaged = This photo is damaged and can't be opened
    .hint = Try it in the gallery; if it is broken there too, take a new one
photo-too-many-bytes = This photo has { $size } MB, the most is { $max } MB
    .hint = Send it through WhatsApp to make it smaller, or shrink it in the gallery
photo-too-many-pixels = This photo has { $width } x { $height } pixels, which is too large
    .hint = Use photos of up to { $max } megapixels; the camera's normal mode is enough
photo-too-small = This photo has only { $width } x { $height } pixels
    .hint = Use the camera's own photo, its longer side at least { $min } pixels; not a small picture from the screen
photo-note-first-frame = This picture moves; its first frame is used
    .hint = If that is not the one you want, send a still photo
photo-note-print-colors = This photo uses print colours (CMYK); they may differ slightly
    .hint = Compare with your product; if they differ, use the camera's own photo
photo-note-transparent = This photo has no background already
    .hint = The empty part was made white

## Tidying
retouch-already-good = Good already, left as it is
    .hint = Nothing to do
retouch-warm-cast = Yellow light was neutralised
    .hint = Switch this step off if your product's colour changed
retouch-cool-cast = Blue light was neutralised
    .hint = Switch this step off if your product's colour changed
retouch-tint-cast = Green or purple light was neutralised
    .hint = Switch this step off if your product's colour changed
retouch-unsure = Colours were left alone, the signs are unclear
    .hint = Take the photo near a window with the lamps off, then the colours are certain
retouch-too-dark = The photo was brightened
    .hint = Next time take it near a window or on the porch
retouch-too-bright = The photo was darkened a little
    .hint = Next time avoid direct sun
retouch-flat = A little contrast was added
    .hint = Wipe the phone's lens before taking photos
retouch-noisy = Grain was smoothed
    .hint = Next time find a brighter place
retouch-soft = Sharpened a little
    .hint = Hold the phone with both hands
retouch-noise-first = Not sharpened, the grain would get sharper too
    .hint = Next time find a brighter place
retouch-askew = The photo was straightened
    .hint = Switch on the camera's grid to hold it level

## Judging
quality-too-dark = The photo is too dark
    .hint = Try near a window or on the porch in daytime
quality-too-bright = The photo is too bright, parts are plain white
    .hint = Move out of direct sun, or tap the product on the screen before taking the photo
quality-blurred = The photo is blurred
    .hint = Wipe the lens, hold the phone with both hands, tap the product on the screen, then shoot
quality-cut-off = The product is cut off by the photo's edge
    .hint = Step back so that the whole product fits
quality-too-small = The product is too small in the photo
    .hint = Move closer until the product fills more than half of the photo
quality-low-contrast = The product is hard to tell from its background
    .hint = Use a plain ground of another colour than the product

## Cutting out
cutout-too-small = This photo is only { $width } x { $height } pixels, too small to cut out
    .hint = Use a photo of at least { $least } pixels a side
cutout-model-unreadable = That model file can't be read: { $reason }
    .hint = Choose an intact ONNX model file, or run without `--model`
cutout-model-shape = That model is not "one photo in, one mask out": { $reason }
    .hint = Use a background-removal model such as U2-Net or IS-Net
cutout-model-failed = The model failed on this photo: { $reason }
    .hint = Run without `--model`; the built-in engine needs none
