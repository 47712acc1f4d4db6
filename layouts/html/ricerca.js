/* Cerca nell'indice delle parole, fatto insieme con le pagine: nessuna richiesta alla rete. */
var ricerca = (function () {
  "use strict";
  function piana(c) { return c.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }
  function parole(testo) { return piana(testo).match(/[a-z0-9]+/g) || []; }

  /* Le parole dell'indice che una parola scritta può voler dire: le sue forme, poi quelle che comincia. */
  function intese(indice, parola) {
    var trovate = new Map(), radice = parola.replace(/h?[aeiou]{1,3}$/, "");
    if (radice.length < 3) radice = parola;
    indice.forme.forEach(function (forma, i) {
      if (!forma.startsWith(radice)) return;
      var sua = forma === parola || (radice !== parola && /^h?[aeiou]{0,3}$/.test(forma.slice(radice.length)));
      var peso = sua ? 2 : forma.startsWith(parola) && parola.length > 1 ? 1 : 0;
      if (peso) trovate.set(indice.parola[i], Math.max(peso, trovate.get(indice.parola[i]) || 0));
    });
    return trovate.size || parola.length < 6 ? trovate : intese(indice, parola.slice(0, -1));
  }

  /* I luoghi che dicono tutte le parole, o almeno alcune, i migliori per primi. */
  function cerca(indice, testo) {
    var scritte = parole(testo).filter(function (p) { return !indice.vuote.has(p); });
    var piene = scritte.filter(function (p) { return p.length > 3 || scritte.length === 1 || indice.dove.has(p); });
    /* Le parole brevi, «per», «con», contano solo se non ce ne sono altre. */
    var lunghe = piene.filter(function (p) { return p.length > 3 || /[0-9]/.test(p); });
    piene = (lunghe.length ? lunghe : piene).map(function (p) { return { parola: p, intese: intese(indice, p) }; });
    var punti = new Map(), dette = new Set();
    piene.forEach(function (c) {
      var qui = new Map();
      c.intese.forEach(function (peso, p) {
        dette.add(p);
        indice.luoghi[p].forEach(function (n) {
          var voce = n >> 2, vale = peso * (n & 3);
          if (vale > (qui.get(voce) || 0)) qui.set(voce, vale);
        });
      });
      qui.forEach(function (vale, voce) {
        var prima = punti.get(voce) || { quante: 0, punti: 0 };
        punti.set(voce, { quante: prima.quante + 1, punti: prima.punti + vale });
      });
    });
    var codice = parole(testo).join("-");
    var trovate = Array.from(punti, function (p) {
      var v = indice.voci[p[0]], suo = codice && parole(v[2]).join("-") === codice;
      var nome = parole(v[1]).join("-") === codice;
      return { n: p[0], tutte: p[1].quante === piene.length, punti: p[1].punti + (suo ? 100 : nome ? 50 : 0) };
    });
    var tutte = trovate.filter(function (t) { return t.tutte; });
    var scelte = (tutte.length ? tutte : trovate).sort(function (a, b) { return b.punti - a.punti || a.n - b.n; });
    return { voci: scelte.map(function (t) { return indice.voci[t.n]; }), tutte: tutte.length > 0, dette: dette };
  }

  /* Il pezzo di un testo intorno alla prima parola detta, diviso in ciò che la dice e ciò che no. */
  function estratto(indice, testo, dette) {
    var segni = [], m, cerca = /[\p{L}\p{N}]+/gu;
    while ((m = cerca.exec(testo)) && segni.length < 6) {
      var i = indice.dove.get(piana(m[0]));
      if (i !== undefined && dette.has(indice.parola[i])) segni.push([m.index, m.index + m[0].length]);
    }
    var da = segni.length ? Math.max(0, segni[0][0] - 70) : 0, a = Math.min(testo.length, da + 190);
    if (da) da = testo.indexOf(" ", da) + 1;
    if (a < testo.length) a = Math.max(testo.lastIndexOf(" ", a), da);
    var pezzi = [[da ? "… " : "", false]], qui = da;
    segni.forEach(function (s) {
      if (s[1] > a || s[0] < qui) return;
      pezzi.push([testo.slice(qui, s[0]), false], [testo.slice(s[0], s[1]), true]);
      qui = s[1];
    });
    pezzi.push([testo.slice(qui, a) + (a < testo.length ? " …" : ""), false]);
    return pezzi;
  }

  function apri(dati) {
    var dove = new Map();
    dati.forme = dati.forme.split(" ");
    dati.forme.forEach(function (f, i) { dove.set(f, i); });
    dati.dove = dove;
    dati.vuote = new Set(dati.vuote.split(" "));
    return dati;
  }

  return { apri: apri, cerca: cerca, estratto: estratto };
})();

if (typeof document !== "undefined") (function () {
  "use strict";
  var modulo = document.getElementById("pg_ricerca"), campo = document.getElementById("pg_q");
  var esito = document.getElementById("pg_esito"), elenco = document.getElementById("pg_trovati");
  var indice = ricerca.apri(indiceDelPiano), insieme = 20, attesa;
  modulo.hidden = false;

  function nodo(nome, testo, classe) {
    var e = document.createElement(nome);
    if (testo) e.textContent = testo;
    if (classe) e.className = classe;
    return e;
  }
  function frase(quale, n, q) { return esito.dataset[quale].replace("{n}", n).replace("{q}", q); }
  function riga(v, dette) {
    var li = nodo("li"), a = nodo("a", v[1]), p = nodo("p", "", "estratto");
    a.href = v[0];
    li.className = "s" + v[5];
    li.append(nodo("p", [v[3], v[2], v[4]].filter(Boolean).join(" · "), "occhiello"), a);
    ricerca.estratto(indice, v[6], dette).forEach(function (pezzo) {
      p.append(pezzo[1] ? nodo("mark", pezzo[0]) : pezzo[0]);
    });
    if (p.textContent) li.append(p);
    return li;
  }
  function mostra(q) {
    elenco.replaceChildren();
    if (!q.trim()) { esito.textContent = ""; return; }
    var r = ricerca.cerca(indice, q), n = r.voci.length;
    esito.textContent = frase(n === 0 ? "nessuno" : n === 1 ? "uno" : r.tutte ? "molti" : "alcune", n, q.trim());
    (function altri(da) {
      r.voci.slice(da, da + insieme).forEach(function (v) { elenco.append(riga(v, r.dette)); });
      if (n <= da + insieme) return;
      var li = nodo("li"), b = nodo("button", esito.dataset.altri);
      b.type = "button";
      b.addEventListener("click", function () {
        li.remove();
        altri(da + insieme);
        elenco.children[da + insieme].querySelector("a").focus();
      });
      li.append(b);
      elenco.append(li);
    })(0);
  }
  campo.addEventListener("input", function () {
    clearTimeout(attesa);
    attesa = setTimeout(mostra, 250, campo.value);
  });
  modulo.addEventListener("submit", function (evento) {
    evento.preventDefault();
    clearTimeout(attesa);
    mostra(campo.value);
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(campo.value)); } catch (e) { /* da una cartella non si può */ }
  });
  campo.value = new URLSearchParams(location.search).get("q") || "";
  mostra(campo.value);
})();
