// The kit as it is made: its parts arrive by server-sent events, or by asking every two seconds where those do not come through. Also its tabs, looks and sharing.
(function () {
  "use strict";
  var naik = window.naik;
  var kit = document.getElementById("kit");
  var parts = ["bagian-maju", "bagian-foto", "bagian-teks", "bagian-poster", "bagian-video"];
  var seen = {};

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function read(html) {
    return new DOMParser().parseFromString(html, "text/html").body;
  }

  function remember(body) {
    parts.forEach(function (id) {
      var part = body.querySelector("#" + id);
      if (part) seen[id] = part.innerHTML;
    });
  }

  // Takes over only the parts that changed, and leaves open what the owner opened.
  function take(html) {
    var body = read(html);
    parts.forEach(function (id) {
      var fresh = body.querySelector("#" + id);
      var old = document.getElementById(id);
      if (!fresh || !old || seen[id] === fresh.innerHTML) return;
      var known = seen[id] !== undefined;
      seen[id] = fresh.innerHTML;
      var made = old.querySelector(".calon") && !fresh.querySelector(".calon, .kabar.bad");
      var open = [];
      each(old.querySelectorAll("details[open][id]"), function (box) { open.push(box.id); });
      var shown = old.querySelector(".tampil");
      var scrolled = {};
      each(old.querySelectorAll("[data-ingat]"), function (row) { scrolled[row.dataset.ingat] = row.scrollLeft; });
      old.innerHTML = "";
      while (fresh.firstChild) old.appendChild(document.adoptNode(fresh.firstChild));
      open.forEach(function (box) { var again = document.getElementById(box); if (again) again.open = true; });
      each(old.querySelectorAll("[data-ingat]"), function (row) { row.scrollLeft = scrolled[row.dataset.ingat] || 0; });
      if (shown && document.getElementById(shown.id)) tab(shown.id);
      if (known && id !== "bagian-maju") {
        old.classList.remove("baru");
        void old.offsetWidth;
        old.classList.add("baru");
      }
      naik.ready(old);
      if (known && made && old.dataset.jadi) naik.say(old.dataset.jadi);
    });
    // Nothing more to wait for: the whole page, with its history and its next step.
    if (body.querySelector("[data-usai]")) finish();
  }

  var stream;
  var asking;
  function finish() {
    if (stream) stream.close();
    clearTimeout(asking);
    location.reload();
  }

  function ask() {
    clearTimeout(asking);
    asking = setTimeout(function () {
      fetch(kit.dataset.kit + "/bagian", { credentials: "same-origin", headers: { "HX-Request": "true" } })
        .then(function (reply) { if (!reply.ok) throw new Error(String(reply.status)); return reply.text(); })
        .then(take)
        .catch(function () { /* The network is away: ask again. */ })
        .then(ask);
    }, 2000);
  }

  function follow() {
    if (!("EventSource" in window)) { ask(); return; }
    var alive = false;
    stream = new EventSource(kit.dataset.kit + "/alir");
    stream.addEventListener("bagian", function (event) { alive = true; take(event.data); });
    stream.addEventListener("usai", finish);
    stream.onerror = function () {
      // A browser renews a broken stream by itself; one that never spoke is blocked on the way.
      if (!alive || stream.readyState === 2) { stream.close(); ask(); }
    };
    setTimeout(function () { if (!alive) { stream.close(); ask(); } }, 8000);
  }

  function tab(id) {
    each(document.querySelectorAll("[data-tab]"), function (button) {
      button.setAttribute("aria-pressed", button.dataset.tab === id ? "true" : "false");
    });
    each(document.querySelectorAll("[data-tabel]"), function (text) { text.classList.toggle("tampil", text.id === id); });
  }

  function look(link) {
    var box = link.closest(".foto-jadi").querySelector("[data-banding]");
    var after = box.querySelector(".sesudah");
    after.querySelector("img").src = link.dataset.lihat;
    after.querySelector("figcaption").textContent = link.dataset.nama;
    box.classList.remove("white", "scene", "clear", "plain");
    box.classList.add(link.dataset.jenis);
    each(link.parentNode.children, function (other) { other.removeAttribute("aria-current"); });
    link.setAttribute("aria-current", "true");
  }

  // Web Share with the pictures where the phone can, the WhatsApp address where it cannot.
  function send(link, event) {
    var files = (link.dataset.berkas || "").split(" ").filter(Boolean);
    if (!navigator.share || !navigator.canShare || !files.length) return;
    event.preventDefault();
    var text = naik.plain(link.dataset.teks);
    Promise.all(files.map(function (address) {
      return fetch(address, { credentials: "same-origin" }).then(function (reply) {
        if (!reply.ok) throw new Error(String(reply.status));
        return reply.blob();
      }).then(function (blob) {
        return new File([blob], address.split("/").pop(), { type: blob.type || "image/jpeg" });
      });
    })).then(function (list) {
      var what = { files: list, text: text };
      if (!navigator.canShare(what)) throw new Error("cannot share files");
      return navigator.share(what);
    }).catch(function (reason) {
      if (!reason || reason.name !== "AbortError") window.open(link.href, "_blank", "noopener");
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button, a");
    if (!button) return;
    if (button.dataset.tab) tab(button.dataset.tab);
    else if (button.dataset.lihat && button.classList.contains("js-lihat")) { event.preventDefault(); look(button); }
    else if (button.dataset.buka) {
      var words = document.getElementById(button.dataset.buka);
      var open = words.classList.toggle("terbuka");
      button.setAttribute("aria-expanded", open ? "true" : "false");
    } else if (button.hasAttribute("data-kirim")) send(button, event);
  });

  if (kit) {
    remember(document);
    if (kit.dataset.jalan === "ya") follow();
    if (location.hash.indexOf("#teks-") === 0) tab(location.hash.slice(1));
  }
})();
