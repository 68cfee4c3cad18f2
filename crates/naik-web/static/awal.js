// Runs before anything is drawn: says that scripts work here, and puts on the theme that was chosen.
(function () {
  var root = document.documentElement;
  if (!("fetch" in window && "Promise" in window && "noModule" in document.createElement("script"))) return;
  root.className = "js";
  try {
    var theme = localStorage.getItem("rupa");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (refused) {
    // A browser that keeps nothing follows the phone's own theme.
  }
})();
