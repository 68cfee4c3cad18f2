// Mending the cut by touch: strokes that keep and strokes that remove, in pixels of the photo; the server answers with the new cut.

const table = document.getElementById("rapikan");
const canvas = document.getElementById("kanvas");
const brush = canvas.getContext("2d");
const said = document.getElementById("rapikan-kata");
const words = JSON.parse(document.getElementById("kata-rapikan").textContent);
const width = Number(table.dataset.lebar);
const height = Number(table.dataset.tinggi);
const place = "sapuan:" + location.pathname;
const PAUSE = 220;
// The lower edge, where the two buttons lie over the picture.
const BUTTONS = 60;

const photo = new Image();
const cut = new Image();
let strokes = [];
let drawing;
let kind = "keep";
let size = 22;
let layers = "dua";
let view = { scale: 1, x: 0, y: 0 };
let fitted = 1;
let answered = 0;
let dirty = false;

/* The strokes */

// Thins a line out to points a quarter of the brush apart, so that cutting it later is fine enough.
function dense(points, radius) {
  const step = Math.max(1, radius / 2);
  const out = [points[0]];
  for (let i = 1; i < points.length; i += 1) {
    const [fx, fy] = points[i - 1];
    const [tx, ty] = points[i];
    const parts = Math.max(1, Math.ceil(Math.hypot(tx - fx, ty - fy) / step));
    for (let n = 1; n <= parts; n += 1) out.push([fx + ((tx - fx) * n) / parts, fy + ((ty - fy) * n) / parts]);
  }
  return out;
}

// The server lets removal win over keeping. A finger expects the later stroke to win: so each stroke loses the points
// that a later one of the other kind has gone over.
function guidance() {
  const out = { keep: [], remove: [] };
  strokes.forEach((stroke, index) => {
    const later = strokes.slice(index + 1).filter((other) => other.kind !== stroke.kind);
    let piece = [];
    const close = () => {
      if (piece.length) out[stroke.kind].push({ points: piece, radius: stroke.radius });
      piece = [];
    };
    if (!later.length) {
      piece = stroke.points;
    } else {
      dense(stroke.points, stroke.radius).forEach((point) => {
        const covered = later.some((other) => near(point, other.points, other.radius + stroke.radius * 0.6));
        if (covered) close();
        else piece.push(point);
      });
    }
    close();
  });
  const round = (list) => list.map((s) => ({ points: s.points.map(([x, y]) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]), radius: Math.round(s.radius * 10) / 10 }));
  return { keep: round(out.keep), remove: round(out.remove) };
}

function near([px, py], points, reach) {
  for (let i = 0; i < points.length; i += 1) {
    const [ax, ay] = points[i];
    const [bx, by] = points[Math.min(i + 1, points.length - 1)];
    const dx = bx - ax;
    const dy = by - ay;
    const length = dx * dx + dy * dy;
    const along = length ? Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length)) : 0;
    if (Math.hypot(px - ax - along * dx, py - ay - along * dy) <= reach) return true;
  }
  return false;
}

/* What one sees */

function paint() {
  dirty = false;
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const box = canvas.getBoundingClientRect();
  if (canvas.width !== Math.round(box.width * ratio) || canvas.height !== Math.round(box.height * ratio)) {
    canvas.width = Math.round(box.width * ratio);
    canvas.height = Math.round(box.height * ratio);
  }
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.setTransform(ratio * view.scale, 0, 0, ratio * view.scale, ratio * view.x, ratio * view.y);
  brush.imageSmoothingQuality = "high";
  if (layers === "dua" && photo.complete && photo.naturalWidth) {
    brush.globalAlpha = 1;
    brush.drawImage(photo, 0, 0, width, height);
    brush.fillStyle = "rgba(251,246,236,.66)";
    brush.fillRect(0, 0, width, height);
  }
  if (cut.complete && cut.naturalWidth) brush.drawImage(cut, 0, 0, width, height);
  // Strokes fade once the cut has answered them.
  strokes.forEach((stroke, index) => line(stroke, index < answered ? 0 : 0.55));
  if (drawing) line(drawing, 0.62);
}

function line(stroke, strength) {
  if (!strength) return;
  brush.globalAlpha = strength;
  brush.strokeStyle = brush.fillStyle = stroke.kind === "keep" ? "#1f9d66" : "#d5402a";
  brush.lineCap = brush.lineJoin = "round";
  brush.lineWidth = stroke.radius * 2;
  brush.beginPath();
  const [first] = stroke.points;
  if (stroke.points.length === 1) {
    brush.arc(first[0], first[1], stroke.radius, 0, Math.PI * 2);
    brush.fill();
  } else {
    brush.moveTo(first[0], first[1]);
    stroke.points.slice(1).forEach(([x, y]) => brush.lineTo(x, y));
    brush.stroke();
  }
  brush.globalAlpha = 1;
}

function redraw() {
  if (dirty) return;
  dirty = true;
  requestAnimationFrame(paint);
}

function fit() {
  const box = canvas.getBoundingClientRect();
  const room = box.height - 16 - BUTTONS;
  fitted = Math.min((box.width - 16) / width, room / height);
  view = { scale: fitted, x: (box.width - width * fitted) / 2, y: 8 + (room - height * fitted) / 2 };
  redraw();
}

// Zooms so that the point under the fingers stays where it is.
function zoom(factor, x, y) {
  const scale = Math.max(fitted * 0.8, Math.min(fitted * 12, view.scale * factor));
  const by = scale / view.scale;
  view = { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
  redraw();
}

/* Fingers */

const fingers = new Map();
let pinch;

function at(event) {
  const box = canvas.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function onPhoto(point) {
  return [(point.x - view.x) / view.scale, (point.y - view.y) / view.scale];
}

function middle() {
  const [a, b] = Array.from(fingers.values());
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
}

canvas.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  event.preventDefault();
  if (canvas.setPointerCapture) canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, at(event));
  if (fingers.size === 1) {
    drawing = { kind, radius: size / 2 / view.scale, points: [onPhoto(at(event))] };
  } else if (fingers.size === 2) {
    // The second finger means a closer look, not a stroke.
    drawing = undefined;
    pinch = middle();
  }
  redraw();
});

canvas.addEventListener("pointermove", (event) => {
  if (!fingers.has(event.pointerId)) return;
  fingers.set(event.pointerId, at(event));
  if (fingers.size >= 2 && pinch) {
    const now = middle();
    view.x += now.x - pinch.x;
    view.y += now.y - pinch.y;
    zoom(now.apart / pinch.apart, now.x, now.y);
    pinch = now;
  } else if (drawing) {
    const events = event.getCoalescedEvents ? event.getCoalescedEvents() : [event];
    (events.length ? events : [event]).forEach((moment) => {
      const next = onPhoto(at(moment));
      const last = drawing.points[drawing.points.length - 1];
      if (Math.hypot(next[0] - last[0], next[1] - last[1]) * view.scale > 2) drawing.points.push(next);
    });
    redraw();
  }
});

function lift(event) {
  if (!fingers.delete(event.pointerId)) return;
  if (drawing && fingers.size === 0) {
    if (event.type === "pointerup") {
      strokes.push(drawing);
      changed();
    }
    drawing = undefined;
  }
  if (fingers.size < 2) pinch = undefined;
  redraw();
}
["pointerup", "pointercancel"].forEach((name) => canvas.addEventListener(name, lift));

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const point = at(event);
  zoom(Math.exp(-event.deltaY / 400), point.x, point.y);
}, { passive: false });

canvas.addEventListener("keydown", (event) => {
  const box = canvas.getBoundingClientRect();
  const steps = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] };
  if (event.key === "+" || event.key === "=") zoom(1.25, box.width / 2, box.height / 2);
  else if (event.key === "-") zoom(0.8, box.width / 2, box.height / 2);
  else if (event.key === "0") fit();
  else if ((event.ctrlKey || event.metaKey) && event.key === "z") undo();
  else if (steps[event.key]) {
    view.x += steps[event.key][0];
    view.y += steps[event.key][1];
    redraw();
  } else return;
  event.preventDefault();
});

/* The server's answer */

let timer;
let asked;

function changed() {
  answered = Math.min(answered, strokes.length);
  document.getElementById("batalkan").disabled = strokes.length === 0;
  document.getElementById("simpan").disabled = strokes.length === 0;
  document.getElementById("sapuan").value = JSON.stringify(guidance());
  try {
    sessionStorage.setItem(place, JSON.stringify(strokes));
  } catch (full) {
    // The form still holds them.
  }
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
  redraw();
}

async function ask() {
  if (asked) asked.abort();
  const mine = new AbortController();
  asked = mine;
  const count = strokes.length;
  said.textContent = words.menghitung;
  try {
    const reply = await fetch(table.dataset.coba, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": document.querySelector('meta[name="csrf"]').content },
      body: JSON.stringify(guidance()),
      signal: mine.signal,
    });
    if (!reply.ok) throw new Error(String(reply.status));
    const sure = reply.headers.get("X-Confident");
    const address = URL.createObjectURL(await reply.blob());
    await load(cut, address);
    URL.revokeObjectURL(address);
    answered = count;
    said.textContent = count === 0 ? words.mulai : (sure === "false" ? words.ragu : words.yakin);
  } catch (reason) {
    if (reason.name === "AbortError") return;
    said.textContent = navigator.onLine === false ? words.luring : words.gagal;
  }
  redraw();
}

window.addEventListener("online", () => { if (answered !== strokes.length) ask(); });

function undo() {
  if (!strokes.length) return;
  strokes.pop();
  answered = Math.min(answered, strokes.length);
  changed();
}

function load(image, address) {
  return new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error("not a picture"));
    image.src = address;
  });
}

/* The tools */

function press(group, chosen) {
  group.forEach((button) => button.setAttribute("aria-pressed", button === chosen ? "true" : "false"));
}

const kinds = Array.from(document.querySelectorAll("[data-kuas]"));
kinds.forEach((button) => button.addEventListener("click", () => {
  kind = button.dataset.kuas;
  press(kinds, button);
}));
const shown = Array.from(table.querySelectorAll("[data-lihat]"));
shown.forEach((button) => button.addEventListener("click", () => {
  layers = button.dataset.lihat;
  press(shown, button);
  redraw();
}));
const slider = document.getElementById("besar-kuas");
slider.addEventListener("input", () => { size = Number(slider.value); });
document.getElementById("batalkan").addEventListener("click", undo);
document.getElementById("simpan-rapikan").addEventListener("submit", () => {
  try { sessionStorage.removeItem(place); } catch (refused) { /* Nothing was kept. */ }
});
window.addEventListener("resize", fit);

function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) || "null");
    if (Array.isArray(kept) && kept.length) return kept;
    const before = JSON.parse(document.getElementById("sapuan").value || "null");
    if (before) return ["keep", "remove"].reduce((list, name) => list.concat((before[name] || []).map((stroke) => ({ kind: name, radius: stroke.radius, points: stroke.points }))), []);
  } catch (unreadable) {
    // Begin anew.
  }
  return [];
}

size = Number(slider.value);
fit();
Promise.all([load(photo, table.dataset.foto), load(cut, table.dataset.potong)]).then(() => {
  fit();
  strokes = restore();
  if (strokes.length) changed();
}, () => { said.textContent = words.gagal; });
