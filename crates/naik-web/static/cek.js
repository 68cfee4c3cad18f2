// Cek Pesan with scripts: pasting by a button, and the name of the picture that was chosen. Nothing typed here is kept.
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("[data-tempel]"), function (button) {
    if (!navigator.clipboard || !navigator.clipboard.readText || !window.isSecureContext) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      var field = document.getElementById(button.dataset.tempel);
      navigator.clipboard.readText().then(function (text) {
        if (text) field.value = text;
        field.focus();
      }, function () { field.focus(); });
    });
  });
  Array.prototype.forEach.call(document.querySelectorAll(".berkas-chip input"), function (input) {
    var name = input.parentNode.querySelector("[data-nama-berkas]");
    var empty = name.textContent;
    input.addEventListener("change", function () {
      var file = input.files && input.files[0];
      name.textContent = file ? file.name : empty;
      input.parentNode.classList.toggle("terisi", Boolean(file));
    });
  });
})();
