// A visit in five taps: written on the phone first, whether there is a network or not, and sent from there.

import { all, forget, keep, mentor, send, stuck } from "./lapangan.js";
import { key } from "./draf.js";

const LONGEST = [1600, 1200, 900];
const HEAVIEST = 256 * 1024;
const DAY = 86400000;
const words = JSON.parse(document.getElementById("kata-kunjungan").textContent);
const form = document.getElementById("kunjungan");
const naik = window.naik;
let photo = null;
let dayIsChosen = form.elements.revisi.value !== "";

const byId = (id) => document.getElementById(id);
const picked = (name) => (form.querySelector('input[name="' + name + '"]:checked') || { value: "" }).value;

function make(tag, kind, ...inside) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  inside.filter((child) => child !== undefined && child !== null).forEach((child) => element.append(child));
  return element;
}

function button(text, act, kind = "chip") {
  const made = make("button", kind, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// What a form's choice is called, by its value.
function label(name, value) {
  const field = Array.from(form.querySelectorAll('input[name="' + name + '"]')).find((one) => one.value === value);
  return field ? field.nextElementSibling.textContent.trim() : value;
}

function shopName(id) {
  const option = Array.from(byId("usaha").options).find((one) => one.value === id);
  return option ? option.textContent.split(" · ")[0] : "";
}

function spoken(day) {
  return new Date(day + "T12:00:00Z").toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", timeZone: "UTC" });
}

// The day that the shop's own clock shows.
function today() {
  const option = byId("usaha").selectedOptions[0];
  const ahead = Number((option && option.dataset.maju) || 7);
  return new Date(Date.now() + ahead * 3600000).toISOString().slice(0, 10);
}

function shift(day, days) {
  return new Date(Date.parse(day + "T00:00:00Z") + days * DAY).toISOString().slice(0, 10);
}

// What is wrong, in words; the server looks again.
function wrong(visit) {
  const now = today();
  const planned = visit.state === "planned";
  if (!visit.shop) return words["usaha-kosong"];
  if (visit.state === "done" && !visit.topic) return words["bahasan-kosong"];
  if (planned && visit.day < now) return words["rencana-lewat"];
  if (!planned && visit.day > now) return words["belum-tiba"];
  if (!planned && visit.day < shift(now, -Number(form.dataset.mundurHari))) return words["terlalu-lama"];
  return "";
}

function complain(text) {
  const box = byId("keliru-di-sini");
  box.hidden = !text;
  box.querySelector("p").textContent = text;
  if (text) box.scrollIntoView({ block: "center" });
}

function read() {
  const revision = form.elements.revisi.value;
  return {
    id: form.elements.id.value, mentor: mentor(), shop: byId("usaha").value, name: shopName(byId("usaha").value), state: picked("keadaan"), day: form.elements.tanggal.value,
    topic: picked("bahasan"), note: form.elements.catatan.value.trim(), next: form.elements.lanjut.value.trim(), read: revision === "" ? null : Number(revision), photo, made: Date.now(),
  };
}

function choose(name, value) {
  form.querySelectorAll('input[name="' + name + '"]').forEach((field) => {
    field.checked = field.value === value;
    const folded = field.checked && field.closest("details");
    if (folded) folded.open = true;
  });
}

function fill(visit) {
  form.elements.id.value = visit.id;
  form.elements.revisi.value = visit.read === null || visit.read === undefined ? "" : String(visit.read);
  byId("usaha").value = visit.shop;
  // A visit stays with its shop.
  byId("usaha").disabled = true;
  choose("keadaan", visit.state);
  choose("bahasan", visit.topic);
  form.elements.tanggal.value = visit.day;
  form.elements.catatan.value = visit.note;
  form.elements.lanjut.value = visit.next;
  byId("rincian").open = visit.note !== "" || visit.day !== today();
  dayIsChosen = true;
  look(visit.photo instanceof Blob ? visit.photo : null);
  byId("mengubah").hidden = false;
  complain("");
  form.scrollIntoView({ block: "start" });
}

function clear() {
  form.reset();
  fresh();
  byId("usaha").value = "";
  byId("usaha").disabled = false;
  choose("keadaan", "done");
  choose("bahasan", "");
  form.elements.catatan.value = "";
  form.elements.lanjut.value = "";
  byId("rincian").open = false;
  byId("mengubah").hidden = true;
  look(null);
  complain("");
}

function fresh() {
  form.elements.id.value = key();
  form.elements.revisi.value = "";
  form.elements.tanggal.value = today();
  dayIsChosen = false;
}

// The photo, as small as one piece of a slow network, and without where it was taken.
async function small(file) {
  const image = await new Promise((resolve, reject) => {
    const made = new Image();
    made.onload = () => resolve(made);
    made.onerror = () => reject(new Error("not a picture"));
    made.src = URL.createObjectURL(file);
  });
  let blob = null;
  for (const longest of LONGEST) {
    const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.78));
    if (blob && blob.size <= HEAVIEST) break;
  }
  URL.revokeObjectURL(image.src);
  if (!blob) throw new Error("not a picture");
  return blob;
}

function look(blob) {
  photo = blob;
  const image = byId("foto-lihat");
  if (image.src) URL.revokeObjectURL(image.src);
  image.hidden = !blob;
  if (blob) image.src = URL.createObjectURL(blob);
  else image.removeAttribute("src");
}

// The queue: what waits, and what only the mentor can settle.
async function draw() {
  const waiting = await all();
  byId("antre").hidden = waiting.length === 0;
  byId("antre-judul").textContent = waiting.length === 1 ? words["antre-satu"] : words.antre.replace("{n}", String(waiting.length));
  byId("antre-rak").replaceChildren(...waiting.map(row));
  const stands = waiting.filter((visit) => visit.problem === "bentrok" || visit.problem === "foto");
  byId("bentrok-rak").replaceChildren(...stands.map(conflict));
}

function row(visit) {
  const state = { masuk: words.masuk, ditolak: words.ditolak + " " + (visit.why || ""), "bukan-binaan": words["bukan-binaan"], bentrok: visit.sameDay ? words.sehari : words.bentrok, foto: words["foto-bentrok"] }[visit.problem] || words.menunggu;
  const told = make("div", "", make("b", "", visit.name), make("small", "", [spoken(visit.day), label("keadaan", visit.state)].concat(visit.photo ? [words.foto] : []).join(" · ")), make("small", visit.problem ? "antre-salah" : "", state));
  const item = make("li", "", told);
  const act = make("div", "usaha-aksi");
  if (visit.problem === "masuk") {
    const door = make("a", "chip", words["masuk-tombol"]);
    door.href = "/masuk";
    act.append(door);
  }
  if (!visit.noted) act.append(button(words.ubah, () => fill(visit)));
  act.append(button(words.buang, () => { if (window.confirm(words["buang-yakin"])) forget(visit.id); }));
  item.append(act);
  return item;
}

function side(title, visit) {
  const list = make("dl");
  [["hasil", label("keadaan", visit.state)], ["tanggal", spoken(visit.day)], ["bahasan", visit.topic ? label("bahasan", visit.topic) : "–"], ["catatan", visit.note || "–"], ["lanjut", visit.next || "–"]].forEach(([name, value]) => list.append(make("dt", "", words[name]), make("dd", "", value)));
  return make("div", "", make("h3", "", title), list);
}

// Both versions beside each other; the mentor says which one stands, or that there were two visits.
function conflict(visit) {
  const title = visit.sameDay ? words.sehari : words.bentrok;
  const card = make("section", "kartu bentrok", make("h2", "", title + ": " + visit.name));
  if (visit.problem === "foto") {
    card.append(make("p", "", words["foto-bentrok"]), button(words["pakai-ini"], () => settle(visit, { instead: true }), "tombol dua"), button(words["pakai-itu"], () => forget(visit.id), "tombol tiga"));
    return card;
  }
  const theirs = visit.theirs;
  const [why, mine, use] = visit.sameDay ? ["sehari-isi", "sehari-ini", "sehari-ganti"] : ["bentrok-isi", "ini", "pakai-ini"];
  card.append(make("p", "", words[why]), make("div", "bentrok-dua", side(words[mine], visit), side(words.itu, theirs)));
  const known = { id: theirs.id, read: theirs.revision };
  card.append(button(words[use], () => settle(visit, known), "tombol dua"));
  const both = { state: theirs.state, day: theirs.day, topic: theirs.topic, next: theirs.next || visit.next, note: [theirs.note, visit.note].filter(Boolean).join("\n") };
  card.append(button(words.gabung, () => settle(visit, Object.assign(both, known)), "tombol dua"));
  if (visit.sameDay) card.append(button(words["sehari-dua"], () => settle(visit, { apart: true }), "tombol dua"));
  // A photo that was taken here still belongs to the visit.
  const drop = () => (visit.photo ? settle(visit, Object.assign({}, theirs, known, { photo: visit.photo, noted: theirs.id })) : forget(visit.id));
  card.append(button(words["pakai-itu"], drop, "tombol tiga"));
  return card;
}

async function settle(visit, change) {
  const next = Object.assign({}, visit, change, { problem: undefined, theirs: undefined, sameDay: undefined, why: undefined, made: Date.now() });
  await keep(next);
  if (next.id !== visit.id) await forget(visit.id);
  send();
}

// The list of what the server has, fresh: it names the revisions that a change is made against.
async function renew() {
  const reply = await fetch("/kunjungan", { credentials: "same-origin", redirect: "error" });
  if (!reply.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const list = page.querySelector("aside");
  if (list) document.querySelector("aside").replaceChildren(...list.childNodes);
  ready();
}

// Asks the worker to keep this page, with all that it needs, for days without a network.
async function ready() {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => { byId("siap-luring").hidden = event.data !== "siap"; };
  registration.active.postMessage("simpan-kunjungan", [channel.port2]);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const visit = read();
  const problem = wrong(visit);
  complain(problem);
  if (problem) return;
  keep(visit).then(() => {
    clear();
    naik.say(words.disimpan);
    window.scrollTo(0, 0);
    send();
  }, () => complain(words["hp-penuh"]));
});

byId("usaha").addEventListener("change", () => { if (!dayIsChosen) form.elements.tanggal.value = today(); });
form.elements.tanggal.addEventListener("input", () => { dayIsChosen = true; });
form.querySelectorAll('input[name="keadaan"]').forEach((field) => field.addEventListener("change", () => {
  // A plan is for another day: its field is put before the eyes.
  if (field.value === "planned" && field.checked) byId("rincian").open = true;
}));
form.querySelectorAll("[data-lanjut]").forEach((chip) => chip.addEventListener("click", () => { form.elements.lanjut.value = chip.textContent.trim(); }));
byId("foto").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (!file) return;
  try {
    look(await small(file));
    complain("");
  } catch (unreadable) {
    look(null);
    complain(words["foto-salah"]);
  }
});
byId("batal-ubah").addEventListener("click", clear);
byId("antre-kirim").addEventListener("click", async () => {
  for (const visit of await all()) if (visit.problem === "ditolak") await keep(Object.assign(visit, { problem: undefined }));
  if (!(await send())) naik.say(words.menunggu);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("[data-kunjungan]");
  if (!link) return;
  event.preventDefault();
  const kept = JSON.parse(link.dataset.kunjungan);
  fill({ id: kept.id, shop: kept.shop, state: kept.state, day: kept.day, topic: kept.topic, note: kept.note, next: kept.next, read: kept.revision });
});
document.addEventListener("naik:lapangan", () => { draw().catch(() => undefined); });
document.addEventListener("naik:kunjungan-sampai", () => {
  naik.say(words.terkirim);
  renew().catch(() => undefined);
});

// A page that lay on the phone for days names the day on which it was fetched, and knows nothing of what follows `?`.
const asked = new URLSearchParams(location.search);
const wanted = asked.get("ubah") && document.querySelector('[data-kunjungan*="' + CSS.escape(asked.get("ubah")) + '"]');
if (form.elements.revisi.value !== "") byId("mengubah").hidden = false;
else if (wanted) wanted.click();
else {
  const shop = asked.get("usaha");
  if (shop && shopName(shop)) byId("usaha").value = shop;
  if (!document.querySelector("[data-galat]")) fresh();
}
if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => false);
draw().catch(() => undefined);
ready().catch(() => undefined);
