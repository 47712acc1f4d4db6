// The jobs of a site.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asked, load, MODES, open } from './browser.mjs';
import { axe } from './checks/axe.mjs';
import { reach } from './checks/keyboard.mjs';
import * as look from './checks/look.mjs';
import { byHand, everyMode } from './modes.mjs';
import { pages } from './sample.mjs';

const PLAIN = MODES[0], BARE = { js: false, width: 1280 };
const isFile = href => !/^(https?|mailto|tel):/.test(href);
const address = path => pathToFileURL(path).href;

// The jobs, how many pages they look at, and what is judged of the whole when they are done.
export function site(browser, folder, { sample, say }) {
  const all = pages(folder), own = sample ? all.filter(p => p.sampled) : all;
  const heads = [], jobs = [];
  for (const page of own) jobs.push({ weight: page.size, run: () => plain(browser, folder, page, heads, say) });
  for (const [i, { name, path, size }] of all.filter(p => p.sampled).entries()) {
    // In a sample every page meets the smallest screen with the largest letters, and one mode of the others in turn.
    const modes = sample ? [MODES[1], MODES[[0, 2, 3, 4, 5, 6, 7, 8][i % 8]]] : MODES;
    jobs.push(...everyMode(browser, address(path), name, modes, say, size));
    jobs.push(byHand(browser, address(path), name, say, size));
  }
  // Reached: one page at a time, and every page of a site whose pages are all looked at.
  if (!sample) jobs.push({ weight: Infinity, run: () => reached(browser, folder, all, say) });
  const whole = () => ['title', 'description'].forEach(what => say(folder, what, twins(heads, what)));
  return { jobs, pages: own.length, whole };
}

// What is looked at once on every page.
async function plain(browser, folder, { name, path, sampled }, heads, say) {
  const requests = [], page = await open(browser, address(path), PLAIN, requests);
  const [problems, out] = await page.evaluate(look.anchors);
  for (const href of out.filter(isFile)) {
    const [file] = href.split('#');
    if (file && !existsSync(join(folder, file))) problems.push(`${href} leads to no file`);
  }
  say(name, 'anchors', problems);
  say(name, 'names', await page.evaluate(look.names));
  const [head, own] = await page.evaluate(look.head);
  say(name, 'head', head);
  heads.push({ name, ...own });
  if (!sampled) say(name, 'axe', await axe(page, MODES[0])); // the others meet it in their modes
  await arrivals(page, folder, name, path, say);
  say(name, 'console', page.errors);
  say(name, 'requests', asked(requests).filter(url => !url.startsWith('file:')));
  await page.context().close();
}

// Where the links of every page of the site arrive in this one.
async function arrivals(page, folder, name, path, say) {
  const ids = led(folder).get(name);
  if (!ids) return;
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await load(page, address(path), PLAIN);
    say(`${name} (${width} px)`, 'arrivals', await page.evaluate(look.arrivals, [...ids]));
  }
}

// The anchors that the pages of a site lead to, by page, as their sources say them.
const known = new Map();
function led(folder) {
  if (!known.has(folder)) {
    const ids = new Map();
    for (const { name, path } of pages(folder)) {
      for (const [, file, id] of readFileSync(path, 'utf8').matchAll(/<a [^>]*?href="([^":#]*)#([^"]+)"/g)) {
        const page = file || name;
        if (page.endsWith('.html')) ids.set(page, (ids.get(page) ?? new Set()).add(id));
      }
    }
    known.set(folder, ids);
  }
  return known.get(folder);
}

async function reached(browser, folder, all, say) {
  const home = address(join(folder, 'index.html'));
  const page = await open(browser, home, BARE);
  const { seen } = await reach(page, home, url => load(page, url, BARE));
  await page.context().close();
  const lost = all.filter(p => p.name !== '404.html' && !seen.has(address(p.path)));
  say(folder, 'reach', lost.map(p => `${p.name} is not reached with the keyboard and no script`));
}

// Heads that say the same of two pages.
function twins(heads, what) {
  const seen = new Map();
  for (const head of heads) if (head[what]) seen.set(head[what], [...(seen.get(head[what]) ?? []), head.name]);
  return [...seen].filter(([, names]) => names.length > 1).map(([text, names]) => `«${text}» of ${names.join(', ')}`);
}
