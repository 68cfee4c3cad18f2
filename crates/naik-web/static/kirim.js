// Sends photos in pieces that can be taken up again: a broken connection costs at most one piece.

const PIECE = 256 * 1024;
const LONGEST_WAIT = 30000;

/** Something that trying again will not change. */
export class Refused extends Error {
  constructor(status, hint) {
    super(hint || String(status));
    this.status = status;
    this.hint = hint;
  }
}

function csrf() {
  const meta = document.querySelector('meta[name="csrf"]');
  return meta ? meta.content : "";
}

// A reply that says no for good, or that the server cannot answer now.
async function judge(reply) {
  if (reply.ok) return reply;
  const passing = [408, 409, 425, 429, 500, 502, 503, 504];
  if (passing.includes(reply.status)) throw new Error(String(reply.status));
  let hint;
  try {
    const problem = await reply.json();
    hint = problem.detail || problem.title;
  } catch (unreadable) {
    hint = undefined;
  }
  throw new Refused(reply.status, hint);
}

async function call(method, address, headers, body) {
  return judge(await fetch(address, { method, credentials: "same-origin", headers: Object.assign({ "X-CSRF-Token": csrf(), Accept: "application/json" }, headers), body }));
}

/** Makes a product without photos; the same key gives the same product. */
export async function product(key) {
  const form = new FormData();
  form.append("csrf", csrf());
  form.append("kunci", key);
  const reply = await call("POST", "/produk", {}, form);
  return (await reply.json()).id;
}

// Waits, less long when the network comes back.
function wait(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
  });
}

/** Tries until it is done or refused; `waiting` hears of each pause. */
export async function patiently(act, waiting) {
  for (let round = 0; ; round += 1) {
    try {
      return await act();
    } catch (reason) {
      if (reason instanceof Refused) throw reason;
      waiting();
      await wait(Math.min(LONGEST_WAIT, 1500 * 2 ** round));
    }
  }
}

/** Sends one photo; `moved` hears of each piece as a share from 0 to 1. Returns the server's name for it. */
export async function send(photo, moved, waiting) {
  const blob = photo.blob;
  const begin = () => call("POST", "/api/v1/uploads", { "Content-Type": "application/json" }, JSON.stringify({ product: photo.product, name: photo.name, size: blob.size, key: photo.key })).then((reply) => reply.json());
  let upload = await patiently(begin, waiting);
  if (upload.photo) return upload.photo;
  let offset = upload.offset;
  for (;;) {
    moved(offset / blob.size);
    const from = offset;
    let reply;
    try {
      reply = await call("PATCH", "/api/v1/uploads/" + upload.id, { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(from) }, blob.slice(from, from + PIECE));
    } catch (reason) {
      // An upload that the server has cleared away is begun anew; the key keeps it one photo.
      if (reason instanceof Refused && reason.status !== 404 && reason.status !== 410) throw reason;
      waiting();
      await wait(1500);
      upload = await patiently(begin, waiting);
      if (upload.photo) return upload.photo;
      offset = upload.offset;
      continue;
    }
    if (reply.status === 200) {
      moved(1);
      return (await reply.json()).photo;
    }
    const said = Number(reply.headers.get("Upload-Offset"));
    offset = said > from ? said : from + Math.min(PIECE, blob.size - from);
  }
}
