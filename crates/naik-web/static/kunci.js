// Passkeys: hands the server's questions to the phone, and the phone's answers back. Where the browser knows none, the
// page stays as it came: without a button that does nothing.

/** How long an offer in the list of suggestions stands: less than the five minutes of its challenge. */
const STANDS = 240000;

const box = document.querySelector("[data-kunci]");
const source = document.getElementById("kata-kunci");
const words = source ? JSON.parse(source.textContent) : {};

/** What the server said no to, in its own words. */
class Refused extends Error {}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function send(address, fields) {
  const csrf = document.querySelector('meta[name="csrf"]').content;
  const body = new URLSearchParams(Object.assign({ csrf }, fields));
  const reply = await fetch(address, { method: "POST", credentials: "same-origin", headers: { Accept: "application/json" }, body });
  const said = await reply.json();
  if (reply.ok) return said;
  const [first] = said.errors || [];
  throw new Refused((first && first.text) || said.detail || said.title);
}

// What comes as text goes to the phone as bytes.
function ready(asked) {
  const named = (list) => (list || []).map((one) => Object.assign({}, one, { id: bytes(one.id) }));
  const more = { challenge: bytes(asked.challenge) };
  if (asked.user) more.user = Object.assign({}, asked.user, { id: bytes(asked.user.id) });
  if (asked.excludeCredentials) more.excludeCredentials = named(asked.excludeCredentials);
  if (asked.allowCredentials) more.allowCredentials = named(asked.allowCredentials);
  return Object.assign({}, asked, more);
}

// What comes as bytes goes to the server as text.
function answer(credential) {
  const given = credential.response;
  const response = { clientDataJSON: text(given.clientDataJSON) };
  if (given.attestationObject) {
    response.attestationObject = text(given.attestationObject);
    response.transports = given.getTransports ? given.getTransports() : [];
  } else {
    response.authenticatorData = text(given.authenticatorData);
    response.signature = text(given.signature);
    if (given.userHandle) response.userHandle = text(given.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || null,
    clientExtensionResults: {},
    response,
  });
}

function tell(reason) {
  const place = box.querySelector("[data-kunci-kabar]");
  const known = { NotAllowedError: words.batal, InvalidStateError: words.ada };
  place.querySelector("p").textContent = reason instanceof Refused ? reason.message : known[reason.name] || words.gagal;
  place.hidden = false;
}

async function add() {
  const asked = await send("/akun/kunci/mulai");
  const made = await navigator.credentials.create({ publicKey: ready(asked) });
  await send("/akun/kunci", { jawaban: answer(made) });
  location.href = "/akun";
}

async function enter(options) {
  const asked = await send("/masuk/kunci/mulai");
  const given = await navigator.credentials.get(Object.assign({ publicKey: ready(asked) }, options));
  const wanted = document.querySelector('input[name="ke"]');
  const { ke } = await send("/masuk/kunci", { jawaban: answer(given), ke: wanted ? wanted.value : "" });
  location.href = ke;
}

// Keys among the suggestions of the first field, where the browser can: one offer stands at a time.
let offer;
async function suggest() {
  const can = PublicKeyCredential.isConditionalMediationAvailable;
  if (!can || !(await can.call(PublicKeyCredential))) return;
  const mine = new AbortController();
  offer = mine;
  const over = setTimeout(() => {
    mine.abort();
    if (document.visibilityState === "visible") suggest();
    else document.addEventListener("visibilitychange", suggest, { once: true });
  }, STANDS);
  try {
    await enter({ mediation: "conditional", signal: mine.signal });
  } catch (reason) {
    // Nobody asked for it: a lost network or a closed list is no matter. A key that was chosen and refused is.
    if (reason instanceof Refused) tell(reason);
  } finally {
    clearTimeout(over);
  }
}

if (box && window.PublicKeyCredential && navigator.credentials && window.isSecureContext) {
  const button = box.querySelector("[data-kunci-tombol]");
  const cannot = box.querySelector("[data-kunci-tidak]");
  const act = box.dataset.kunci === "akun" ? add : enter;
  box.hidden = false;
  button.hidden = false;
  if (cannot) cannot.hidden = true;
  button.addEventListener("click", async () => {
    if (offer) offer.abort();
    button.disabled = true;
    box.querySelector("[data-kunci-kabar]").hidden = true;
    try {
      await act();
    } catch (reason) {
      tell(reason);
    } finally {
      button.disabled = false;
    }
  });
  if (act === enter) suggest();
}
