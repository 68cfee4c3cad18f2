// From a chosen photo to the server: hints, shrinking, the draft on the phone, sending. The page works without it, in one plain form.

import { hints } from "./petunjuk.js";
import * as draf from "./draf.js";
import { Refused, patiently, product, send } from "./kirim.js";

const LONGEST = 2000;
const QUALITY = 0.88;
const HEAVIEST = 25 * 1024 * 1024;
const words = JSON.parse(document.getElementById("kata-foto").textContent);
const naik = window.naik;
const here = document.querySelector("[data-foto-tambah]");
const sheet = () => document.getElementById("lembar-foto");
const cards = new Map();

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "ikon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", "/static/ikon.svg#" + name);
  svg.appendChild(use);
  return svg;
}

function make(tag, kind, ...inside) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  inside.filter(Boolean).forEach((child) => element.append(child));
  return element;
}

// The picture as the browser shows it, turned upright.
function decode(blob) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("not a picture"));
    image.src = URL.createObjectURL(blob);
  });
}

function drawn(image, longest) {
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function pixels(image, longest) {
  const canvas = drawn(image, longest);
  return canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
}

// What will be sent, and what can already be said of it.
async function prepare(file) {
  if (file.size > HEAVIEST) throw new Refused(413, words["terlalu-besar"]);
  let image;
  try {
    image = await decode(file);
  } catch (unreadable) {
    throw new Refused(415, words["bukan-foto"]);
  }
  const found = hints(pixels(image, 512), pixels(image, 128));
  // An old browser would draw a turned photo lying down; there the original goes as it is.
  const upright = window.CSS && CSS.supports("image-orientation", "from-image");
  let blob = file;
  if (upright && (Math.max(image.naturalWidth, image.naturalHeight) > LONGEST || file.size > 700 * 1024 || file.type !== "image/jpeg")) {
    const small = await new Promise((resolve) => drawn(image, LONGEST).toBlob(resolve, "image/jpeg", QUALITY));
    if (small && small.size < file.size) blob = small;
    else if (small && file.type !== "image/jpeg") blob = small;
  }
  URL.revokeObjectURL(image.src);
  return { blob, hints: found };
}

function hint(name) {
  const sign = { gelap: "sun", terpotong: "crop", buram: "focus" }[name];
  return make("p", "saran tunggu", icon(sign), make("span", "", make("b", "", words[name]), " " + words[name + "-saran"]));
}

// A photo on its way, as a card beside those that have arrived.
function show(photo) {
  const list = sheet();
  if (!list || cards.has(photo.key)) return;
  const image = make("img");
  image.alt = photo.name;
  image.src = URL.createObjectURL(photo.blob);
  const bar = make("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", words.mengirim);
  const state = make("p", "saran", icon("upload"), make("span", "", words.menyiapkan));
  const card = make("li", "foto di-jalan", make("div", "foto-bingkai", image));
  (photo.hints || []).forEach((name) => card.append(hint(name)));
  card.append(bar, state);
  list.append(card);
  cards.set(photo.key, { card, bar, state });
  const next = document.getElementById("aksi-foto");
  if (next) next.hidden = false;
  // One loud button is enough: from here on the next step is to go on.
  const more = document.querySelector(".tambah-foto.besar");
  if (more) {
    more.classList.remove("besar");
    more.querySelector(".ajak").remove();
    more.querySelectorAll(".tombol").forEach((button) => button.classList.add("dua"));
  }
}

function tell(photo, text, share) {
  const parts = cards.get(photo.key);
  if (!parts) return;
  if (share !== undefined) parts.bar.value = share;
  parts.state.lastChild.textContent = text;
}

function failed(photo, text) {
  const parts = cards.get(photo.key);
  if (!parts) { naik.say(text); return; }
  parts.bar.hidden = true;
  parts.state.className = "saran tunggu";
  parts.state.replaceChild(icon("circle-alert"), parts.state.firstChild);
  parts.state.lastChild.textContent = text;
  const again = make("button", "chip", icon("rotate-cw"), make("span", "", words.ulangi));
  const away = make("button", "chip", icon("trash"), make("span", "", words.buang));
  again.type = "button";
  away.type = "button";
  const row = make("div", "foto-aksi", again, away);
  parts.card.append(row);
  again.addEventListener("click", async () => {
    row.remove();
    parts.bar.hidden = false;
    await draf.keep(Object.assign(photo, { failed: undefined }));
    work();
  });
  away.addEventListener("click", async () => {
    await draf.forget(photo.key);
    parts.card.remove();
    cards.delete(photo.key);
  });
}

// Takes chosen files in: each is kept on the phone before anything is sent.
async function take(files, draft, productId) {
  draf.insist();
  for (const file of files) {
    try {
      const ready = await prepare(file);
      const photo = { key: draf.key(), draft, product: productId, name: file.name || "foto.jpg", blob: ready.blob, hints: ready.hints, made: Date.now() };
      try {
        await draf.keep(photo);
      } catch (full) {
        // A phone that keeps nothing can still send.
        loose.push(photo);
      }
      show(photo);
    } catch (reason) {
      naik.say(reason.hint || words.gagal);
    }
  }
}

const loose = [];

async function waiting() {
  let kept = [];
  try {
    kept = await draf.all();
  } catch (refused) {
    kept = [];
  }
  return kept.concat(loose);
}

async function done(photo) {
  const at = loose.indexOf(photo);
  if (at >= 0) loose.splice(at, 1);
  else await draf.forget(photo.key);
}

// On the fact cards: whether photos of this product are still on their way.
async function meanwhile() {
  const note = document.querySelector("[data-unggah-jalan]");
  if (note) note.hidden = !(await waiting()).some((photo) => photo.product === note.dataset.unggahJalan);
}

// Sends all that waits, one after the other; only one tab does it.
let working = false;
async function work() {
  if (working) return;
  working = true;
  await meanwhile();
  const run = async () => {
    for (;;) {
      const next = (await waiting()).find((photo) => photo.product && !photo.failed);
      if (!next) break;
      await one(next);
    }
  };
  try {
    if (navigator.locks) await navigator.locks.request("naik-kirim", run);
    else await run();
  } finally {
    working = false;
  }
  await meanwhile();
  if (here && cards.size && !(await waiting()).some((photo) => photo.product === here.dataset.fotoTambah)) await refresh();
}

async function one(photo) {
  try {
    tell(photo, words.mengirim, 0);
    await send(photo, (share) => tell(photo, words.mengirim, share), () => tell(photo, words.menunggu));
    await done(photo);
    tell(photo, words.selesai, 1);
  } catch (reason) {
    const text = reason.hint || words.gagal;
    photo.failed = text;
    if (loose.indexOf(photo) < 0) await draf.keep(photo);
    failed(photo, text);
  }
}

// The server's own list takes the place of the cards.
async function refresh() {
  let html;
  try {
    const reply = await fetch(location.pathname, { credentials: "same-origin" });
    if (!reply.ok) return;
    html = await reply.text();
  } catch (away) {
    return;
  }
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const main = fresh.getElementById("isi");
  if (!main || !fresh.getElementById("lembar-foto")) return;
  cards.clear();
  document.getElementById("isi").innerHTML = main.innerHTML;
}

// A new product: its photos wait on the phone until the network gives it a name.
async function begin(files) {
  const draft = draf.key();
  naik.say(words.menyiapkan);
  await take(files, draft, undefined);
  if (!(await waiting()).some((photo) => photo.draft === draft)) return;
  await drafts();
  await launch(draft);
}

async function launch(draft) {
  try {
    const id = await patiently(() => product(draft), () => naik.say(words.menunggu));
    loose.filter((photo) => photo.draft === draft).forEach((photo) => { photo.product = id; });
    await draf.belong(draft, id).catch(() => undefined);
    // Photos that the phone could not keep have to go before the page does.
    if (loose.length) await work();
    location.href = "/produk/" + id + "/foto";
  } catch (reason) {
    naik.say(reason.hint || words.gagal);
  }
}

// "Lanjutkan draf": what this phone still holds.
async function drafts() {
  const place = document.querySelector("[data-draf-lokal]");
  if (!place) return;
  const groups = new Map();
  (await waiting()).forEach((photo) => {
    const list = groups.get(photo.draft) || [];
    list.push(photo);
    groups.set(photo.draft, list);
  });
  place.innerHTML = "";
  place.hidden = groups.size === 0;
  if (!groups.size) return;
  const list = make("ul", "daftar");
  groups.forEach((photos, draft) => {
    const image = make("img");
    image.alt = "";
    image.src = URL.createObjectURL(photos[0].blob);
    const go = make("button", "tombol dua", icon("arrow-right"), make("span", "", words["lanjut-draf"]));
    const away = make("button", "tombol tiga", make("span", "", words.buang));
    go.type = "button";
    away.type = "button";
    go.addEventListener("click", () => {
      if (photos[0].product) location.href = "/produk/" + photos[0].product + "/foto";
      else launch(draft);
    });
    away.addEventListener("click", async () => {
      for (const photo of photos) await done(photo);
      await drafts();
    });
    const text = make("span", "isi-kartu", make("b", "", words["di-hp"]), make("small", "", photos.length === 1 ? words["foto-satu"] : words.foto.replace("{n}", String(photos.length))));
    list.append(make("li", "kartu draf", make("div", "baris-draf", make("span", "kecil", image), text), make("div", "draf-aksi", go, away)));
  });
  place.append(make("h2", "", words.lanjut), list);
}

document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.files || !input.files.length || input.name) return;
  const files = Array.from(input.files);
  const form = input.closest("form");
  input.value = "";
  if (form.hasAttribute("data-foto-baru")) {
    begin(files);
  } else {
    const id = form.dataset.fotoTambah;
    take(files.slice(0, Number(form.dataset.sisa) || 8), id, id).then(work);
  }
});

(async () => {
  if (here) (await waiting()).filter((photo) => photo.product === here.dataset.fotoTambah).forEach((photo) => {
    show(photo);
    if (photo.failed) failed(photo, photo.failed);
  });
  await drafts();
  await work();
})();
window.addEventListener("online", work);
