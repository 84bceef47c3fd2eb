// Tells people on a browser older than Chrome 90 why the page stays empty; plain ES5 on purpose.
function explainOldBrowser(app) {
  if (!app || app.childNodes.length > 0) return;
  app.setAttribute("role", "alert");
  app.style.cssText = "max-width:34em;margin:15vh auto;padding:0 1em;font:18px/1.6 sans-serif";
  app.innerHTML =
    "<p>浏览器版本过低，无法显示监管台。请改用 Chrome、Edge 或 360 极速模式 90 以上版本。</p>" +
    "<p>This browser is too old for the console. Use Chrome, Edge or another one, 90 or newer.</p>";
}

window.addEventListener("load", function () {
  setTimeout(function () {
    explainOldBrowser(document.getElementById("app"));
  }, 4000);
});
