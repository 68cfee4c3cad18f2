// What every page gains from scripts: copying, the before-and-after line, a look at the password, words that are kept while they are typed.
(function () {
  "use strict";
  var root = document.documentElement;

  function word(name) {
    var meta = document.querySelector('meta[name="' + name + '"]');
    return meta ? meta.content : "";
  }

  // Says something for a moment, to the eye and to the ear.
  var timer;
  function say(text, toTheEarAlone) {
    var tray = document.getElementById("baki");
    if (!tray || !text) return;
    tray.textContent = text;
    clearTimeout(timer);
    tray.classList.toggle("ada", !toTheEarAlone);
    if (toTheEarAlone) return;
    timer = setTimeout(function () { tray.classList.remove("ada"); }, 3200);
  }

  // The plain words of an element, without what is only read aloud.
  function plain(id) {
    var source = document.getElementById(id);
    if (!source) return "";
    var copy = source.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll("[data-bukan-salinan]"), function (extra) { extra.remove(); });
    return copy.textContent.trim();
  }

  function copyOldWay(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "tersembunyi";
    document.body.appendChild(area);
    area.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(function () { return copyOldWay(text); });
    }
    return copyOldWay(text);
  }

  var wired = new WeakSet();
  function compare(box) {
    var range = box.querySelector("input[type=range]");
    if (!range || wired.has(box)) return;
    wired.add(box);
    range.addEventListener("input", function () {
      var at = Number(range.value);
      box.style.setProperty("--di", at + "%");
      range.setAttribute("aria-valuetext", at + "%");
      box.classList.toggle("di-awal", at < 18);
      box.classList.toggle("di-akhir", at > 82);
    });
  }

  // Readies what a part of the page contains; called again for parts that come later.
  function ready(part) {
    Array.prototype.forEach.call(part.querySelectorAll("[data-banding]"), compare);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button, a");
    if (!button) return;
    if (button.dataset.salin) {
      copy(plain(button.dataset.salin)).then(function () {
        button.classList.add("sudah");
        say(word("kata-tersalin"));
        setTimeout(function () { button.classList.remove("sudah"); }, 2400);
      }, function () { say(word("kata-salin-gagal")); });
    } else if (button.dataset.bagi) {
      navigator.share({ text: plain(button.dataset.bagi) }).catch(function () { /* The owner closed it. */ });
    } else if (button.dataset.intip) {
      var field = document.getElementById(button.dataset.intip);
      var seen = field.type === "text";
      field.type = seen ? "password" : "text";
      button.setAttribute("aria-pressed", seen ? "false" : "true");
    } else if (button.hasAttribute("data-muat-lagi")) {
      event.preventDefault();
      location.reload();
    } else if (button.hasAttribute("data-mundur")) {
      history.back();
    } else if (button.hasAttribute("data-cetak")) {
      window.print();
    } else if (button.dataset.rupa) {
      theme(button.dataset.rupa);
    }
  });

  function theme(name) {
    try {
      if (name === "auto") localStorage.removeItem("rupa"); else localStorage.setItem("rupa", name);
    } catch (refused) { /* It holds for this page only. */ }
    if (name === "auto") root.removeAttribute("data-theme"); else root.setAttribute("data-theme", name);
    Array.prototype.forEach.call(document.querySelectorAll("[data-rupa]"), function (button) {
      button.setAttribute("aria-pressed", button.dataset.rupa === name ? "true" : "false");
    });
  }

  // A second tap on a slow network must not send a form twice.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.terkirim) { event.preventDefault(); return; }
    form.dataset.terkirim = "1";
    setTimeout(function () { delete form.dataset.terkirim; }, 4000);
  });

  // Typed words stay on the phone until the server has them: an expired session or a lost network costs nothing.
  function keep(form) {
    var place = "ketikan:" + form.dataset.simpanKetikan;
    function fields() {
      return Array.prototype.filter.call(form.elements, function (field) {
        return field.name && ["hidden", "password", "file", "submit", "radio", "checkbox"].indexOf(field.type) < 0 && field.tagName !== "BUTTON" && field.tagName !== "FIELDSET";
      });
    }
    try {
      var kept = JSON.parse(sessionStorage.getItem(place) || "null");
      var changed = false;
      if (kept) fields().forEach(function (field) {
        if (kept[field.name] && kept[field.name] !== field.value) { field.value = kept[field.name]; changed = true; }
      });
      if (changed) {
        say(word("kata-kembali"));
        form.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } catch (refused) { /* Nothing was kept. */ }
    form.addEventListener("input", function () {
      var typed = {};
      fields().forEach(function (field) { typed[field.name] = field.value; });
      try { sessionStorage.setItem(place, JSON.stringify(typed)); } catch (full) { /* The form itself still holds them. */ }
    });
    // The page that comes after a save is another one: what was kept for this form has served.
    form.addEventListener("submit", function () {
      try { sessionStorage.setItem(place + ":dikirim", "1"); } catch (full) { /* Then it is offered once more. */ }
    });
  }

  function forget() {
    try {
      Object.keys(sessionStorage).forEach(function (name) {
        if (!/^ketikan:.*:dikirim$/.test(name)) return;
        var place = name.slice(0, -8);
        sessionStorage.removeItem(name);
        // Sent, and no longer on the page where it was typed: the server has it.
        var here = document.querySelector("[data-simpan-ketikan]");
        if (!here || "ketikan:" + here.dataset.simpanKetikan !== place) {
          if (!document.querySelector("[data-galat]") && !document.querySelector("[data-pintu]")) sessionStorage.removeItem(place);
        }
      });
    } catch (refused) { /* Nothing to forget. */ }
  }

  // A menu that is wider than the phone begins where one is.
  var here = document.querySelector(".nav a[aria-current]");
  var menu = here && here.closest("ul");
  if (menu && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;

  if (navigator.share) root.classList.add("bisa-bagi");
  forget();
  ready(document);
  Array.prototype.forEach.call(document.querySelectorAll("[data-simpan-ketikan]"), keep);
  theme((function () { try { return localStorage.getItem("rupa") || "auto"; } catch (refused) { return "auto"; } })());
  window.addEventListener("offline", function () { say(word("kata-luring")); });

  // A number of pieces that was changed is counted at once: nobody orders or pays what stood there before.
  document.addEventListener("change", function (event) {
    if (event.target.dataset && event.target.dataset.hitung !== undefined && event.target.form) event.target.form.requestSubmit();
  });

  // While one types, the guard's new red marks are also said; the eye has them before it already.
  document.addEventListener("htmx:afterSwap", function (event) {
    var red = event.target.querySelector && event.target.querySelector(".merah .kabar b");
    if (red && red.textContent !== event.target.dataset.terakhir) say(red.parentNode.nextElementSibling ? red.parentNode.nextElementSibling.textContent : red.textContent, true);
    event.target.dataset.terakhir = red ? red.textContent : "";
  });

  if ("serviceWorker" in navigator) {
    window.addEventListener("load", function () { navigator.serviceWorker.register("/sw.js").catch(function () { /* The pages work without it. */ }); });
  }

  window.naik = { say: say, ready: ready, plain: plain, word: word };
})();
