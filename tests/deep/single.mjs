// The jobs of a single file.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asked, MODES, open } from './browser.mjs';
import * as look from './checks/look.mjs';
import { byHand, everyMode } from './modes.mjs';

const isFile = href => !/^(https?|mailto|tel):/.test(href);

export function single(browser, folder, name, { sample, say }) {
  const url = pathToFileURL(join(folder, name)).href, weight = statSync(join(folder, name)).size;
  const modes = sample ? MODES.slice(0, 5) : MODES;
  return [
    { weight: 3 * weight, run: () => whole(browser, folder, name, url, say) },
    byHand(browser, url, name, say, weight, pages => say(name, 'paper', longer(folder, pages))),
    ...everyMode(browser, url, name, modes, say, weight),
  ];
}

// What is looked at once.
async function whole(browser, folder, name, url, say) {
  const requests = [];
  const page = await open(browser, url, { js: true, width: 1280 }, requests);
  const [problems, out] = await page.evaluate(look.anchors);
  const lost = out.filter(href => isFile(href) && !existsSync(join(folder, href.split('#')[0])));
  say(name, 'anchors', [...problems, ...lost.map(href => `${href} leads to no file`)]);
  say(name, 'names', await page.evaluate(look.names));
  say(name, 'head', (await page.evaluate(look.head))[0]);
  say(name, 'requests', asked(requests).filter(r => r !== url));
  say(name, 'fonts', await page.evaluate(() => document.fonts.ready.then(() => ['400 16px', '600 16px', '700 16px'].filter(f => !document.fonts.check(`${f} "Titillium Web"`)).map(f => `${f} is not there`))));
  const ids = await page.evaluate(() => [...new Set([...document.querySelectorAll('a[href^="#"]')].map(a => (a.getAttribute('href')).slice(1)))]);
  say(name, 'arrivals', await page.evaluate(look.arrivals, ids));
  say(name, 'console', page.errors);
  await page.context().close();
}

// Paper is no longer than the PDF beside it.
function longer(folder, pages) {
  const official = readdirSync(folder).find(f => f.endsWith('.pdf') && f.startsWith('piao-'));
  if (!official) return [];
  const own = Number(execFileSync('pdfinfo', [join(folder, official)]).toString().match(/Pages:\s+(\d+)/)[1]);
  return pages > own ? [`${pages} pages on paper, ${own} in the PDF`] : [];
}
