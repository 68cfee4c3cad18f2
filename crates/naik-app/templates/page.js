// Makes the kit's page handier. Everything on it can be read and selected without this.
(function () {
  "use strict";
  var all = function (query, within) { return Array.prototype.slice.call((within || document).querySelectorAll(query)); };
  var said = document.getElementById("said");
  var say = function (text) { said.textContent = ""; setTimeout(function () { said.textContent = text; }, 30); };

  // Copying: the exact text of an element.
  function byHand(text) {
    var box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("readonly", "");
    box.style.position = "fixed";
    box.style.opacity = "0";
    document.body.appendChild(box);
    box.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    box.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(function () { return byHand(text); });
    }
    return byHand(text);
  }
  all("[data-copy]").forEach(function (button) {
    var timer;
    button.addEventListener("click", function () {
      copy(document.getElementById(button.dataset.copy).textContent).then(function () {
        clearTimeout(timer);
        button.classList.add("copied");
        say(said.dataset.copied);
        timer = setTimeout(function () { button.classList.remove("copied"); }, 2500);
      }, function () {
        var range = document.createRange();
        range.selectNodeContents(document.getElementById(button.dataset.copy));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        say(said.dataset.failed);
      });
    });
  });
  if (navigator.share) {
    all("[data-share]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        // Closing the sheet is no failure.
        navigator.share({ text: document.getElementById(button.dataset.share).textContent }).catch(function () {});
      });
    });
  }

  // One of several: chips of which one is pressed.
  function choose(buttons, chosen) {
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button === chosen)); });
  }

  // Before and after.
  all(".photo").forEach(function (photo) {
    var compare = photo.querySelector("[data-compare]");
    if (!compare) { return; }
    var range = compare.querySelector("input");
    var after = compare.querySelector(".after");
    var label = compare.querySelector(".right");
    var looks = all("[data-look]", photo);
    function slide() {
      compare.style.setProperty("--at", range.value + "%");
      range.setAttribute("aria-valuetext", range.value + "%");
      compare.classList.toggle("at-start", range.value < 18);
      compare.classList.toggle("at-end", range.value > 82);
    }
    range.addEventListener("input", slide);
    slide();
    looks.forEach(function (look) {
      look.addEventListener("click", function () {
        var whole = look.dataset.kind === "whole";
        ["white", "plain", "clear", "whole"].forEach(function (kind) { compare.classList.toggle(kind, look.dataset.kind === kind); });
        if (!whole) {
          after.src = look.dataset.look;
          after.alt = look.dataset.alt;
          label.textContent = look.textContent;
        }
        photo.querySelector("[data-save]").href = look.dataset.look;
        choose(looks, look);
      });
    });
  });
  var photos = all(".photo");
  var thumbs = all("[data-show]");
  if (thumbs.length) {
    thumbs.forEach(function (thumb) {
      thumb.addEventListener("click", function () {
        photos.forEach(function (photo) { photo.classList.toggle("shown", photo.dataset.photo === thumb.dataset.show); });
        choose(thumbs, thumb);
      });
    });
  }

  // Copy by channel, one card at a time.
  var channels = all("[data-channel]");
  function showChannel(id) {
    channels.forEach(function (button) {
      var shown = button.dataset.channel === id;
      button.setAttribute("aria-pressed", String(shown));
      document.getElementById(button.dataset.channel).classList.toggle("shown", shown);
      if (shown && button.parentNode.scrollTo) {
        button.parentNode.scrollTo({ left: button.offsetLeft - button.parentNode.offsetLeft - 16, behavior: "smooth" });
      }
    });
  }
  channels.forEach(function (button) {
    button.addEventListener("click", function () { showChannel(button.dataset.channel); });
  });
  all(".unfold").forEach(function (button) {
    button.addEventListener("click", function () {
      var open = button.parentNode.querySelector(".body").classList.toggle("open");
      button.setAttribute("aria-expanded", String(open));
    });
  });

  // A touch on a sentence shows what proves it.
  all(".text").forEach(function (card) {
    var proofs = card.querySelector(".proofs");
    if (!proofs) { return; }
    card.querySelector(".words").addEventListener("click", function (event) {
      var sentence = event.target.closest(".sentence");
      if (!sentence || String(getSelection())) { return; }
      all(".picked", card).forEach(function (other) { other.classList.remove("picked"); });
      var row = proofs.querySelector('li[data-proof="' + sentence.dataset.proof + '"]');
      proofs.open = true;
      sentence.classList.add("picked");
      row.classList.add("picked");
      row.scrollIntoView({ block: "nearest" });
      say(row.textContent);
    });
  });

  // Posters: a chip brings its format into view without moving the page.
  all("[data-format]").forEach(function (chip) {
    chip.addEventListener("click", function (event) {
      var figure = document.querySelector(chip.getAttribute("href"));
      event.preventDefault();
      figure.parentNode.scrollTo({ left: figure.offsetLeft - figure.parentNode.offsetLeft - 16, behavior: "smooth" });
    });
  });

  // The video, from a line of its narration.
  all("[data-seek]").forEach(function (button) {
    button.addEventListener("click", function () {
      var video = document.querySelector(".film video");
      var start = function () { video.currentTime = Number(button.dataset.seek); };
      if (video.readyState > 0) { start(); } else { video.addEventListener("loadedmetadata", start, { once: true }); }
      var playing = video.play();
      if (playing) { playing.catch(function () {}); }
    });
  });

  // The calendar's today.
  var now = new Date();
  var two = function (number) { return (number < 10 ? "0" : "") + number; };
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  var day = document.querySelector('.day[data-date="' + today + '"]');
  if (day) {
    all(".week").forEach(function (week) { week.open = week.contains(day); });
    day.classList.add("now");
    day.setAttribute("aria-current", "date");
  }

  // A link to a marketplace opens it; the navigation follows the page.
  function openTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") { target.open = true; }
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();
  var links = all(".nav a");
  if (window.IntersectionObserver) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) { return; }
        links.forEach(function (link) {
          if (link.getAttribute("href") === "#" + entry.target.id) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
        });
      });
    }, { rootMargin: "-35% 0px -60% 0px" });
    links.forEach(function (link) { seen.observe(document.querySelector(link.getAttribute("href"))); });
  }
})();
