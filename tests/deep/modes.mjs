// A page in one mode: what is looked at wherever it is opened.
import { open, told } from './browser.mjs';
import { axe } from './checks/axe.mjs';
import { walk } from './checks/keyboard.mjs';
import * as look from './checks/look.mjs';
import { print } from './checks/print.mjs';

const PLAIN = { js: true, width: 1280 };

// Everything that is laid out, in one mode.
async function judge(page, mode, where, say) {
  const at = `${where} (${told(mode)})`;
  say(at, 'axe', await axe(page, mode));
  for (const check of ['overflow', 'scrollers', 'words', 'targets']) {
    if (check === 'scrollers' && !mode.js) continue; // browsers reach what scrolls by themselves
    say(at, check, await page.evaluate(look[check]));
  }
  if (mode.forced) say(at, 'edges', await page.evaluate(look.edges));
}

// A job for each mode.
export function everyMode(browser, url, where, modes, say, weight) {
  return modes.map(mode => ({ weight: 2 * weight, run: async () => {
    const page = await open(browser, url, mode);
    await judge(page, mode, where, say);
    await page.context().close();
  } }));
}

// The keyboard, then paper; how many pages of paper goes to whoever asks.
export function byHand(browser, url, where, say, weight, counted = () => {}) {
  return { weight: 4 * weight, run: async () => {
    const page = await open(browser, url, PLAIN);
    say(where, 'keyboard', (await walk(page)).problems);
    const paper = await print(page);
    say(where, 'print', paper.problems);
    counted(paper.pages);
    await page.context().close();
  } };
}
