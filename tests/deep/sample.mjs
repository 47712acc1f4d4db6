// The pages of an output, and which of them stand for their kind.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// What a page is: its card's kind, or itself.
function kind(name, text) {
  const card = text.match(/class="scheda scheda-(\w+)[^"]*\bsola\b/);
  return card ? `card of ${card[1]}` : name;
}

// Every page of a folder, with whether it is looked at in every mode: of each kind the largest and the smallest.
export function pages(folder) {
  const all = readdirSync(folder).filter(name => name.endsWith('.html')).sort().map(name => {
    const path = join(folder, name);
    return { name, path, kind: kind(name, readFileSync(path, 'utf8')), size: statSync(path).size };
  });
  const kinds = Map.groupBy ? Map.groupBy(all, p => p.kind) : all.reduce((m, p) => m.set(p.kind, [...(m.get(p.kind) ?? []), p]), new Map());
  for (const same of kinds.values()) {
    same.sort((a, b) => b.size - a.size);
    same[0].sampled = true;
    if (same.length > 3) same.at(-1).sampled = true;
  }
  return all;
}
