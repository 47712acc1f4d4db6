#!/usr/bin/env node
// Opens outputs of `piao build` in a browser and looks at them as their readers do.
//
//     node run.mjs [--sample] FOLDER…      each the output folder of a plan: `sito/`, `piao-….html`
//
// Every page: links, anchors, names, head, where each link arrives, axe once. Of each kind of page the largest and the
// smallest, and the single file: axe (A, AA, AAA, best practices) and layout in every mode, the keyboard, paper.
// Every page is reached from the first with the keyboard alone and no script. With `--sample` the pages that stand for
// their kind stand for all: every mode is met on some of them. The exit code is 1 when something is wrong.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './browser.mjs';
import { together } from './pool.mjs';
import { single } from './single.mjs';
import { site } from './site.mjs';

const given = process.argv.slice(2);
const sample = given.includes('--sample');
const folders = given.filter(a => !a.startsWith('--')).map(a => resolve(a));
if (!folders.length) { console.error('usage: node run.mjs [--sample] FOLDER…'); process.exit(2); }

const failures = new Map();
let done = 0;
function say(where, what, problems) {
  done += 1;
  for (const p of problems) {
    const line = `${what}: ${p}`;
    failures.set(line, [...(failures.get(line) ?? []), where]);
  }
}

const start = Date.now();
const browser = await launch();
const jobs = [], after = [];
let pages = 0;
for (const folder of folders) {
  if (existsSync(join(folder, 'sito'))) {
    const own = site(browser, join(folder, 'sito'), { sample, say });
    pages += own.pages;
    jobs.push(...own.jobs);
    after.push(own.whole);
  }
  for (const name of readdirSync(folder).filter(f => /^piao-.*\.html$/.test(f))) {
    pages += 1;
    jobs.push(...single(browser, folder, name, { sample, say }));
  }
}
await together(jobs);
for (const whole of after) whole();
await browser.close();

const told = new Map();
for (const [line, where] of [...failures].sort((a, b) => b[1].length - a[1].length)) {
  const check = line.split(':')[0], n = (told.get(check) ?? 0) + 1;
  told.set(check, n);
  if (n <= 12) console.log(`FAIL ${line}\n     ${where.slice(0, 4).join('; ')}${where.length > 4 ? ` and ${where.length - 4} more` : ''}`);
}
for (const [check, n] of told) if (n > 12) console.log(`FAIL ${check}: ${n - 12} more of its kind`);
console.log(`${pages} pages, ${done} looks, ${failures.size} kinds of failure, ${Math.round((Date.now() - start) / 1000)} s`);
process.exit(failures.size ? 1 : 0);
