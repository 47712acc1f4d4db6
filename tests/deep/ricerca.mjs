// The search as the browser runs it, on the index of a site: `node ricerca.mjs SITE…`. Every thing is found by its
// name and by its code, first among all; the words of a citizen find something; what is not there finds nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

let wrong = 0;
const fail = (message) => { wrong += 1; console.error(message); };

for (const site of process.argv.slice(2)) {
  const context = vm.createContext({});
  for (const name of ["ricerca-indice.js", "ricerca.js"]) {
    vm.runInContext(readFileSync(join(site, name), "utf8"), context);
  }
  const { ricerca, indiceDelPiano } = context;
  const index = ricerca.apri(indiceDelPiano);
  const names = (question) => ricerca.cerca(index, question).voci;
  const place = (thing, question) => names(question).indexOf(thing);
  for (const thing of index.voci) {
    const [, name, code] = thing;
    if (place(thing, name) < 0) fail(`${site}: «${name}» is not found by its name`);
    const first = code ? place(thing, code) : 0;
    const twins = index.voci.filter((other) => other[2] === code).length;
    if (first < 0 || first >= twins) fail(`${site}: «${code}» finds «${name}» at ${first}`);
    const { dette } = ricerca.cerca(index, name);
    for (const [text] of ricerca.estratto(index, thing[6], dette)) {
      if (typeof text !== "string") fail(`${site}: no excerpt of «${name}»`);
    }
  }
  const loud = names("FORMAZIONE").length, quiet = names("formazione").length;
  if (!quiet || loud !== quiet) fail(`${site}: capitals count`);
  if (names("attività").length !== names("attivita").length) fail(`${site}: accents count`);
  if (names("dromedario").length) fail(`${site}: what is not there is found`);
  const asked = ["tangente", "mazzetta", "corruzione", "lavoro", "smart working", "concorso", "formazione", "appalti", "disabili", "soldi", "uffici"];
  for (const word of asked) {
    if (!names(word).length) fail(`${site}: «${word}» finds nothing`);
  }
  const marked = ricerca.estratto(index, "La formazione del personale", ricerca.cerca(index, "formazione").dette);
  if (!marked.some(([text, said]) => said && text === "formazione")) fail(`${site}: nothing is marked`);
  console.log(`${site}: ${index.voci.length} things, ${index.forme.length} forms`);
}
process.exit(wrong ? 1 : 0);
