// What a phone can tell of a photo before it is sent: too dark, blurred, cut off. Pure: pixels in, names of hints out.

/** How much of the edges has to be of one colour before a cut-off object can be told. */
const PLAIN = 0.74;

/** Grey values of RGBA pixels. */
export function grey(rgba, width, height) {
  const out = new Float32Array(width * height);
  for (let i = 0, j = 0; i < out.length; i += 1, j += 4) {
    out[i] = 0.299 * rgba[j] + 0.587 * rgba[j + 1] + 0.114 * rgba[j + 2];
  }
  return out;
}

/** Mean luminance, 0 to 255. */
export function luminance(pixels) {
  let sum = 0;
  for (let i = 0; i < pixels.length; i += 1) sum += pixels[i];
  return sum / pixels.length;
}

/**
 * Sharpness: the strongest tenth of the tiles by variance of their Laplacian, so that a plain wall behind a sharp
 * product does not count as blur. Meant for a photo whose longer side is 512 pixels.
 */
export function sharpness(pixels, width, height) {
  const tile = 32;
  const tiles = [];
  for (let top = 1; top + tile < height; top += tile) {
    for (let left = 1; left + tile < width; left += tile) {
      let sum = 0;
      let squares = 0;
      for (let y = top; y < top + tile; y += 1) {
        for (let x = left; x < left + tile; x += 1) {
          const at = y * width + x;
          const value = 4 * pixels[at] - pixels[at - 1] - pixels[at + 1] - pixels[at - width] - pixels[at + width];
          sum += value;
          squares += value * value;
        }
      }
      const n = tile * tile;
      tiles.push(squares / n - (sum / n) * (sum / n));
    }
  }
  if (!tiles.length) return Infinity;
  tiles.sort((a, b) => b - a);
  const top = tiles.slice(0, Math.max(1, Math.round(tiles.length / 10)));
  return top.reduce((a, b) => a + b, 0) / top.length;
}

/**
 * The longest share of one edge that the main object covers, 0 to 1. The ground is flooded from the edges over
 * small steps of colour; what is left around the middle is the object. Where no plain ground is found, 0: then
 * nothing can be said.
 */
export function contact(rgba, width, height) {
  const size = width * height;
  const ground = new Uint8Array(size);
  const start = background(rgba, width, height);
  const queue = new Int32Array(size);
  let tail = 0;
  const near = (at, other, limit) => {
    const a = at * 4;
    const b = other * 4;
    return Math.abs(rgba[a] - rgba[b]) + Math.abs(rgba[a + 1] - rgba[b + 1]) + Math.abs(rgba[a + 2] - rgba[b + 2]) < limit;
  };
  const like = (at) => {
    const a = at * 4;
    return Math.abs(rgba[a] - start[0]) + Math.abs(rgba[a + 1] - start[1]) + Math.abs(rgba[a + 2] - start[2]) < 74;
  };
  const push = (at) => {
    if (!ground[at] && like(at)) {
      ground[at] = 1;
      queue[tail] = at;
      tail += 1;
    }
  };
  for (let x = 0; x < width; x += 1) { push(x); push(size - width + x); }
  for (let y = 0; y < height; y += 1) { push(y * width); push(y * width + width - 1); }
  // A busy or two-coloured ground: what touches the edge there may be anything.
  if (tail < PLAIN * 2 * (width + height)) return 0;
  for (let head = 0; head < tail; head += 1) {
    const at = queue[head];
    const x = at % width;
    if (x > 0 && near(at, at - 1, 24)) push(at - 1);
    if (x < width - 1 && near(at, at + 1, 24)) push(at + 1);
    if (at >= width && near(at, at - width, 24)) push(at - width);
    if (at < size - width && near(at, at + width, 24)) push(at + width);
  }
  const share = tail / size;
  if (share < 0.2 || share > 0.97) return 0;
  const object = around(ground, width, height);
  let most = 0;
  const edge = (count, first, step) => {
    let touched = 0;
    for (let i = 0; i < count; i += 1) touched += object[first + i * step];
    most = Math.max(most, touched / count);
  };
  edge(width, 0, 1);
  edge(width, size - width, 1);
  edge(height, 0, width);
  edge(height, width - 1, width);
  return most;
}

// The middle colour of the edges.
function background(rgba, width, height) {
  const channels = [[], [], []];
  const take = (at) => channels.forEach((list, c) => list.push(rgba[at * 4 + c]));
  for (let x = 0; x < width; x += 1) { take(x); take((height - 1) * width + x); }
  for (let y = 0; y < height; y += 1) { take(y * width); take(y * width + width - 1); }
  return channels.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

// What is not ground and hangs together with the middle of the picture.
function around(ground, width, height) {
  const object = new Uint8Array(ground.length);
  const queue = [];
  const add = (at) => {
    if (!ground[at] && !object[at]) { object[at] = 1; queue.push(at); }
  };
  for (let y = Math.floor(height * 0.35); y < height * 0.65; y += 1) {
    for (let x = Math.floor(width * 0.35); x < width * 0.65; x += 1) add(y * width + x);
  }
  while (queue.length) {
    const at = queue.pop();
    const x = at % width;
    if (x > 0) add(at - 1);
    if (x < width - 1) add(at + 1);
    if (at >= width) add(at - width);
    if (at < ground.length - width) add(at + width);
  }
  return object;
}

/** The hints for a photo: `fine` is it at 512 pixels, `small` at 128, both as {data, width, height}. */
export function hints(fine, small) {
  const pixels = grey(fine.data, fine.width, fine.height);
  const light = luminance(pixels);
  const found = [];
  if (light < 72) found.push("gelap");
  // In the dark every step is smaller: judge blur against the light that is there.
  const scale = Math.max(0.35, Math.min(1, light / 128));
  if (sharpness(pixels, fine.width, fine.height) < 90 * scale * scale) found.push("buram");
  if (contact(small.data, small.width, small.height) > 0.18) found.push("terpotong");
  return found;
}
