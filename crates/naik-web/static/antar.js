// On every page of a mentor: how many visits still wait on this phone, and sending them as soon as there is a network.
import { all, send } from "./lapangan.js";

const AGAIN = 30000;

async function badge() {
  const waiting = (await all()).length;
  document.querySelectorAll("[data-antrean]").forEach((place) => {
    let mark = place.querySelector(".lencana-antre");
    if (!waiting) {
      if (mark) mark.remove();
      return;
    }
    if (!mark) {
      mark = document.createElement("span");
      mark.className = "lencana-antre";
      place.appendChild(mark);
    }
    mark.textContent = String(waiting);
    mark.setAttribute("aria-label", waiting === 1 ? place.dataset.antreanSatu : place.dataset.antrean.replace("{n}", String(waiting)));
  });
  return waiting;
}

async function round() {
  await send();
  // A phone that says it is online often is not: it is tried again now and then, while something waits.
  if (await badge()) setTimeout(round, AGAIN);
}

document.addEventListener("naik:lapangan", () => { badge().catch(() => undefined); });
window.addEventListener("online", () => { send(); });
round().catch(() => { /* A browser that keeps nothing has nothing to send. */ });
