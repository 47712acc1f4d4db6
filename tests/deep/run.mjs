#!/usr/bin/env node
// Opens outputs of `piao build` in a browser and looks at them as their readers do.
//
//     node run.mjs [--quick] FOLDER…      each the output folder of a plan: `sito/`, `piao-….html`
//
// Every page: links, anchors, names, head, where each link arrives, axe once. Of each kind of page the largest and the
// smallest, and the single file: axe (A, AA, AAA, best practices) and layout in every mode, the keyboard, paper.
// Every page is reached from the first with the keyboard alone and no script. The exit code is 1 when something is wrong.
import { existsSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, load, MODES, open, told } from './browser.mjs';
import { axe } from './checks/axe.mjs';
import { reach, walk } from './checks/keyboard.mjs';
import * as look from './checks/look.mjs';
import { print } from './checks/print.mjs';
import { pages } from './sample.mjs';

const arguments_ = process.argv.slice(2);
const quick = arguments_.includes('--quick');
const folders = arguments_.filter(a => !a.startsWith('--')).map(a => resolve(a));
if (!folders.length) { console.error('usage: node run.mjs [--quick] FOLDER…'); process.exit(2); }

const failures = new Map();
let done = 0;
function say(where, what, problems) {
  done += 1;
  for (const p of problems) {
    const line = `${what}: ${p}`;
    failures.set(line, [...(failures.get(line) ?? []), where]);
  }
}

// What is looked at in one mode of one page.
async function judge(page, mode, where) {
  const at = `${where} (${told(mode)})`;
  say(at, 'axe', await axe(page, mode));
  for (const check of ['overflow', 'scrollers', 'words', 'targets']) {
    if (check === 'scrollers' && !mode.js) continue; // browsers reach what scrolls by themselves
    say(at, check, await page.evaluate(look[check]));
  }
  if (mode.forced) say(at, 'edges', await page.evaluate(look.edges));
}

async function everyMode(browser, url, where) {
  for (const mode of quick ? MODES.slice(0, 3) : MODES) {
    const page = await open(browser, url, mode);
    await judge(page, mode, where);
    await page.context().close();
  }
}

async function site(browser, folder) {
  const all = pages(folder), heads = [], arrive = new Map(), requests = [];
  const plain = { js: true, width: 1280 };
  const page = await open(browser, pathToFileURL(all[0].path).href, plain, requests);
  for (const { name, path } of all) {
    await load(page, pathToFileURL(path).href, plain);
    const [problems, out] = await page.evaluate(look.anchors);
    const files = out.filter(href => !/^(https?|mailto|tel):/.test(href));
    for (const href of files) {
      const [file, id] = href.split('#');
      if (file && !existsSync(join(folder, file))) problems.push(`${href} leads to no file`);
      if (id) arrive.set(file, (arrive.get(file) ?? new Set()).add(id));
    }
    say(name, 'anchors', problems);
    say(name, 'names', await page.evaluate(look.names));
    const [head, own] = await page.evaluate(look.head);
    say(name, 'head', head);
    heads.push({ name, ...own });
    say(name, 'axe', await axe(page));
  }
  for (const what of ['title', 'description']) {
    const seen = new Map();
    for (const head of heads) if (head[what]) seen.set(head[what], [...(seen.get(head[what]) ?? []), head.name]);
    say(folder, what, [...seen].filter(([, names]) => names.length > 1).map(([text, names]) => `«${text}» of ${names.join(', ')}`));
  }
  for (const [file, ids] of arrive) {
    if (!existsSync(join(folder, file))) continue;
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await load(page, pathToFileURL(join(folder, file)).href, plain);
      say(`${file} (${width} px)`, 'arrivals', await page.evaluate(look.arrivals, [...ids]));
    }
  }
  say(folder, 'console', page.errors);
  say(folder, 'requests', requests.filter(url => !/^(file|data):/.test(url)));
  await page.context().close();

  for (const { name, path, sampled } of all.filter(p => p.sampled)) {
    const url = pathToFileURL(path).href;
    await everyMode(browser, url, name);
    const paper = await open(browser, url, plain);
    say(name, 'keyboard', (await walk(paper, { unfold: false })).problems);
    say(name, 'print', (await print(paper)).problems);
    await paper.context().close();
  }
  const bare = { js: false, width: 1280 };
  const home = pathToFileURL(join(folder, 'index.html')).href;
  const walker = await open(browser, home, bare);
  const { seen } = await reach(walker, home, url => load(walker, url, bare));
  await walker.context().close();
  const lost = all.filter(p => p.name !== '404.html' && !seen.has(pathToFileURL(p.path).href));
  say(folder, 'reach', lost.map(p => `${p.name} is not reached with the keyboard and no script`));
  return all.length;
}

async function single(browser, folder, name) {
  const url = pathToFileURL(join(folder, name)).href, requests = [];
  const page = await open(browser, url, { js: true, width: 1280 }, requests);
  const [problems, out] = await page.evaluate(look.anchors);
  say(name, 'anchors', [...problems, ...out.filter(href => !/^(https?|mailto|tel):/.test(href) && !existsSync(join(folder, href))).map(href => `${href} leads to no file`)]);
  say(name, 'names', await page.evaluate(look.names));
  say(name, 'head', (await page.evaluate(look.head))[0]);
  say(name, 'requests', requests.filter(r => r !== url && !r.startsWith('data:')));
  say(name, 'fonts', await page.evaluate(() => document.fonts.ready.then(() => ['400 16px', '600 16px', '700 16px'].filter(f => !document.fonts.check(`${f} "Titillium Web"`)).map(f => `${f} is not there`))));
  const ids = await page.evaluate(() => [...new Set([...document.querySelectorAll('a[href^="#"]')].map(a => (a.getAttribute('href')).slice(1)))]);
  say(name, 'arrivals', await page.evaluate(look.arrivals, ids));
  await load(page, url, { js: true, width: 1280 });
  say(name, 'keyboard', (await walk(page, { unfold: false })).problems);
  const paper = await print(page);
  say(name, 'print', paper.problems);
  const official = readdirSync(folder).find(f => f.endsWith('.pdf') && f.startsWith('piao-'));
  if (official) {
    const pages_ = Number(execFileSync('pdfinfo', [join(folder, official)]).toString().match(/Pages:\s+(\d+)/)[1]);
    say(name, 'paper', paper.pages > pages_ ? [`${paper.pages} pages on paper, ${pages_} in the PDF`] : []);
  }
  say(name, 'console', page.errors);
  await page.context().close();
  await everyMode(browser, url, name);
}

const browser = await launch();
const start = Date.now();
// Side by side: one browser, a window for each.
await Promise.all(folders.map(async folder => {
  const before = Date.now();
  const n = existsSync(join(folder, 'sito')) ? await site(browser, join(folder, 'sito')) : 0;
  for (const name of readdirSync(folder).filter(f => /^piao-.*\.html$/.test(f))) await single(browser, folder, name);
  console.log(`${folder}: ${n} pages, ${Math.round((Date.now() - before) / 1000)} s`);
}));
await browser.close();
const told_ = new Map();
for (const [line, where] of [...failures].sort((a, b) => b[1].length - a[1].length)) {
  const check = line.split(':')[0], n = (told_.get(check) ?? 0) + 1;
  told_.set(check, n);
  if (n <= 12) console.log(`FAIL ${line}\n     ${where.slice(0, 4).join('; ')}${where.length > 4 ? ` and ${where.length - 4} more` : ''}`);
}
for (const [check, n] of told_) if (n > 12) console.log(`FAIL ${check}: ${n - 12} more of its kind`);
console.log(`${done} looks, ${failures.size} kinds of failure, ${Math.round((Date.now() - start) / 1000)} s`);
process.exit(failures.size ? 1 : 0);
