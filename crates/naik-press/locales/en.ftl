press-picture-size = The picture of { $width }x{ $height } does not match its content
    .hint = Upload the photo again
press-empty-cutout = The product cannot be seen in its cut-out
    .hint = Use the photo itself, or mark the product with a stroke
press-no-name = The name "{ $name }" has no letter that can be printed
    .hint = Write the product's name in Latin or Javanese script
