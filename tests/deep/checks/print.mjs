// What comes out on paper: a page of paper ends with what its reader still needs, and begins with something of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Words that must not be left alone: headings, their numbers, captions, headers of tables.
function leaders() {
  const clean = t => t.replace(/\s+/g, ' ').trim();
  const of = s => [...document.querySelectorAll(s)].map(e => clean(e.textContent));
  // What is said elsewhere too, in an index or in a cell, says of itself nothing when it ends a page.
  const elsewhere = new Set([...document.querySelectorAll('main :is(a,li,td,th,dt,dd,strong,p)')].filter(e => !e.closest('h1,h2,h3,h4,h5,h6')).map(e => clean(e.textContent)));
  const heads = [...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(e => clean(e.textContent)).filter(t => !elsewhere.has(t));
  return {
    headings: heads, captions: of('main caption'),
    headers: [...document.querySelectorAll('main thead tr')].map(e => [...e.cells].map(c => clean(c.textContent)).join(' ')),
  };
}

export async function print(page) {
  await page.emulateMedia({ media: 'print' });
  const lead = await page.evaluate(leaders);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.emulateMedia({ media: 'screen' });
  const folder = mkdtempSync(join(tmpdir(), 'piao-print-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const text = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', join(folder, 'a.pdf'), '-'], { maxBuffer: 1 << 28 }).toString();
    return judge(text.split('\f').slice(0, -1), lead);
  } finally { rmSync(folder, { recursive: true }); }
}

const clean = line => line.replace(/\s+/g, ' ').trim();
const isFolio = line => /^\d+ \/ \d+$/.test(line);

export function judge(pages, { headings, captions, headers }) {
  const problems = [], alone = new Set([...headings, ...captions]), columns = new Set(headers);
  const numbers = new Set(headings.map(h => h.match(/^\d+(\.\d+)*(?= )/)?.[0]).filter(Boolean));
  pages.forEach((page, i) => {
    const lines = page.split('\n').map(clean).filter(line => line && !isFolio(line));
    const last = lines.at(-1);
    if (last && i < pages.length - 1) {
      if (alone.has(last)) problems.push(`page ${i + 1} ends with «${last.slice(0, 60)}»`);
      if (columns.has(last)) problems.push(`page ${i + 1} ends with the header «${last.slice(0, 60)}»`);
      if (numbers.has(last)) problems.push(`page ${i + 1} ends with the number ${last}, without its title`);
    }
    if (lines.length && lines.length < 4 && lines.some(line => /^Totale/.test(line))) problems.push(`page ${i + 1} holds a total alone`);
    if (!lines.length) problems.push(`page ${i + 1} is empty`);
  });
  return { problems, pages: pages.length };
}
