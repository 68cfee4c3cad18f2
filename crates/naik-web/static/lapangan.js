// Visits that the server does not have yet, kept on the phone for as long as it takes, and sent one by one.
//
// A visit keeps its id from the moment it is written: sent twice, it is one. What was written elsewhere meanwhile comes
// back and waits here until its mentor has decided; nothing is overwritten, and nothing is thrown away unasked.

import { cupboard } from "./draf.js";

const within = cupboard("naik-lapangan", "kunjungan", (db) => db.createObjectStore("kunjungan", { keyPath: "id" }), "visits");

/** Who is signed in on this page; a visit is sent in nobody else's name. */
export function mentor() {
  const page = document.querySelector("[data-mentor]");
  return page ? page.dataset.mentor : "";
}

/** Keeps a visit: {id, mentor, shop, name, state, day, topic, note, next, read, apart, photo, made, noted, problem, theirs, sameDay}. */
export async function keep(visit) {
  await within("readwrite", (store) => store.put(visit));
  tell();
}

/** Forgets a visit. */
export async function forget(id) {
  await within("readwrite", (store) => store.delete(id));
  tell();
}

/** The mentor's kept visits, oldest first. */
export async function all() {
  const list = await within("readonly", (store) => store.getAll());
  return list.filter((visit) => visit.mentor === mentor()).sort((a, b) => a.made - b.made);
}

function tell() {
  document.dispatchEvent(new CustomEvent("naik:lapangan"));
}

function csrf() {
  const meta = document.querySelector('meta[name="csrf"]');
  return meta ? meta.content : "";
}

function post(address, body) {
  // A redirect would be the sign-in page, which is no answer.
  return fetch(address, { method: "POST", credentials: "same-origin", redirect: "error", headers: { "X-CSRF-Token": csrf(), Accept: "application/json" }, body });
}

function form(fields) {
  const body = new FormData();
  body.append("csrf", csrf());
  Object.keys(fields).forEach((name) => body.append(name, fields[name]));
  return body;
}

async function words(visit) {
  const fields = { id: visit.id, usaha: visit.shop, keadaan: visit.state, tanggal: visit.day, bahasan: visit.topic, catatan: visit.note, lanjut: visit.next, revisi: visit.read === null ? "" : String(visit.read) };
  // Their mentor said that there were two visits on that day.
  if (visit.apart) fields.terpisah = "1";
  const reply = await post("/kunjungan", form(fields));
  if (reply.ok) {
    const said = await reply.json();
    // The same words about the same day at the same shop are one visit, under the id that came first.
    return { noted: said.id, read: said.revision };
  }
  return judge(reply, visit);
}

async function picture(visit) {
  const body = form(visit.instead ? { ganti: "1" } : {});
  body.append("foto", visit.photo, "kunjungan.jpg");
  const reply = await post("/kunjungan/" + visit.noted + "/foto", body);
  if (reply.ok) return { photo: null };
  if (reply.status === 409) return { problem: "foto" };
  return judge(reply, visit);
}

// What a refusal means for the visit; an answer that may be another one later is thrown.
async function judge(reply, visit) {
  if ([401, 403].includes(reply.status)) return { problem: "masuk" };
  if (reply.status === 404) return { problem: "bukan-binaan" };
  if (reply.status === 409) {
    const said = await reply.json().catch(() => ({}));
    if (said.theirs) return { problem: "bentrok", theirs: said.theirs, sameDay: Boolean(said.same_day) };
  }
  if ([400, 413, 415, 422].includes(reply.status)) {
    const said = await reply.json().catch(() => ({}));
    const why = (said.errors || []).map((one) => one.text).join(" ");
    return { problem: "ditolak", why: why || said.detail || said.title || "" };
  }
  throw new Error(visit.id + " " + reply.status);
}

/** What only its mentor can settle; all others are sent again by themselves. */
export const stuck = (visit) => ["bentrok", "foto", "ditolak", "bukan-binaan"].includes(visit.problem);

async function one(visit) {
  let now = visit;
  // What was changed on the page in the meantime is what counts.
  const settle = async (change) => {
    const kept = await within("readonly", (store) => store.get(visit.id));
    if (!kept || kept.made !== visit.made) return false;
    now = Object.assign(kept, { problem: undefined, why: undefined }, change);
    await keep(now);
    return !now.problem;
  };
  if (!now.noted && !(await settle(await words(now)))) return;
  if (now.photo && !(await settle(await picture(now)))) return;
  await forget(now.id);
  document.dispatchEvent(new CustomEvent("naik:kunjungan-sampai"));
}

let running;

/** Sends what waits, the oldest first. A lost network ends the round; the next event begins a new one. */
export function send() {
  if (running) return running;
  const round = async () => {
    for (const visit of await all()) {
      if (!stuck(visit)) await one(visit);
    }
  };
  // Two open pages would only do the same twice.
  const work = navigator.locks ? navigator.locks.request("naik-lapangan", round) : round();
  running = Promise.resolve(work).then(() => true, () => false).then((through) => {
    running = undefined;
    return through;
  });
  return running;
}
