/* Ricorda le preferenze di lettura: senza questo programma valgono finché la pagina è aperta. */
(function () {
  var chiave = "piao", comandi = document.querySelectorAll(".preferenze input"), scelte;
  try { scelte = JSON.parse(localStorage.getItem(chiave)) || {}; } catch (e) { return; }
  comandi.forEach(function (c) { if (c.id in scelte) c.checked = scelte[c.id]; });
  document.addEventListener("change", function () {
    comandi.forEach(function (c) { scelte[c.id] = c.checked; });
    try { localStorage.setItem(chiave, JSON.stringify(scelte)); } catch (e) { /* memoria negata */ }
  });
})();
