// Finds where the phone is, when its owner asks for it, and writes it into the form: saving it is another step.
(function () {
  "use strict";
  var button = document.getElementById("cari-titik");
  if (!button) return;
  if (!navigator.geolocation) { button.hidden = true; return; }
  button.addEventListener("click", function () {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(function (found) {
      button.disabled = false;
      document.getElementById("lintang").value = found.coords.latitude.toFixed(6);
      document.getElementById("bujur").value = found.coords.longitude.toFixed(6);
      window.naik.say(button.dataset.dapat);
    }, function () {
      button.disabled = false;
      window.naik.say(button.dataset.gagal);
    }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
  });
})();
