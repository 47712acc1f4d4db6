/* Aiuti alla lettura: senza questo programma la pagina dice le stesse cose. */
(function () {
  // Ricorda le preferenze, che altrimenti valgono finché la pagina è aperta.
  var chiave = "piao", comandi = document.querySelectorAll(".preferenze input"), scelte = {};
  try { scelte = JSON.parse(localStorage.getItem(chiave)) || {}; } catch (e) { /* memoria negata */ }
  comandi.forEach(function (c) { if (c.id in scelte) c.checked = scelte[c.id]; });
  document.addEventListener("change", function () {
    comandi.forEach(function (c) { scelte[c.id] = c.checked; });
    try { localStorage.setItem(chiave, JSON.stringify(scelte)); } catch (e) { /* memoria negata */ }
    misura();
  });

  // Chi scorre di lato si raggiunge anche da tastiera.
  function misura() {
    document.querySelectorAll(".tabella>.quadro").forEach(function (q) {
      if (q.scrollWidth <= q.clientWidth + 1) {
        if (q.nostro) ["tabindex", "role", "aria-label"].forEach(function (a) { q.removeAttribute(a); });
      } else if (q.nostro || !q.hasAttribute("tabindex")) {
        q.nostro = true;
        q.tabIndex = 0;
        q.setAttribute("role", "group");
        q.setAttribute("aria-label", q.querySelector("caption").textContent);
      }
    });
  }

  // L'indice segna il punto in cui si è, e lo tiene in vista.
  var indice = document.querySelector(".indice"), qui = null, voci = [], attesa = false;
  // Dove c'è posto per tutti e due, l'indice è aperto accanto alla pagina.
  function apri() {
    var d = indice && indice.querySelector("details"), accanto = d && getComputedStyle(indice).position === "sticky";
    if (d && accanto !== apri.era) d.open = apri.era = accanto;
  }
  if (indice) indice.querySelectorAll("a[href^='#']").forEach(function (a) {
    var meta = document.getElementById(a.hash.slice(1));
    if (meta && a.getAttribute("aria-current") !== "page") voci.push([a, meta]);
  });
  function segna() {
    attesa = false;
    var ora = null;
    voci.forEach(function (v) { if (v[1].getBoundingClientRect().top < 140) ora = v[0]; });
    if (ora === qui) return;
    if (qui) qui.removeAttribute("aria-current");
    if (ora) ora.setAttribute("aria-current", "location");
    qui = ora;
    mostra(qui);
  }
  function mostra(a) {
    if (!a || indice.scrollHeight <= indice.clientHeight) return;
    var r = a.getBoundingClientRect(), i = indice.getBoundingClientRect();
    if (r.top < i.top || r.bottom > i.bottom) indice.scrollTop += r.top - i.top - i.height / 3;
  }
  addEventListener("scroll", function () { if (!attesa) { attesa = true; requestAnimationFrame(segna); } }, { passive: true });
  addEventListener("resize", function () { misura(); apri(); });
  addEventListener("beforeprint", function () { if (indice) indice.querySelector("details").open = true; });
  apri();
  misura();
  if (indice) mostra(indice.querySelector("[aria-current]"));
  segna();
})();
