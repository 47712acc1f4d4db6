/* Porta «Cita» accanto al punto di cui si segue il segno, e gli fa dire quel punto e il suo indirizzo. */
(function () {
  var cita = document.querySelector(".cita");
  if (!cita) return;
  var punto = cita.querySelector(".cita-punto"), pdf = cita.querySelector("a"), nota = cita.querySelector(".cita-nota");
  var pagina = punto.textContent;
  document.addEventListener("click", function (evento) {
    var segno = evento.target.closest(".segno"), titolo = segno && segno.closest(".titolo");
    if (!segno) return;
    var nome = segno.getAttribute("aria-label").replace(/^[^:]*: /, "");
    punto.textContent = pagina.includes("«" + nome + "»") ? pagina : pagina + ", «" + nome + "»";
    if (pdf && titolo) pdf.hash = "nameddest=" + segno.hash.slice(1);
    nota.textContent = segno.href;
    (titolo || segno).after(cita);
    cita.open = true;
  });
})();
