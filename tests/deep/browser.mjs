// The browser, and pages opened in it as different readers have them.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

// The one without a window is the lighter.
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function launch() {
  const executablePath = process.env.CHROMIUM || places.find(existsSync);
  if (!executablePath) throw new Error('no Chromium: say where in CHROMIUM');
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...root, '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'] });
}

// Preferences of the page at their extremes, by the ids of their controls.
export const LARGE = ['pg_testo-200', 'pg_spazi'];
export const SHARP = ['pg_colori-alti', 'pg_righe', 'pg_segni'];

// Every value of every setting meets every value of each other at least once. The rules of axe see all of a page once
// with a script and once without, in light and in dark; elsewhere they see what a mode changes: colours, or only layout.
export const MODES = [
  { js: true, width: 1280, rules: 'all' },
  { js: false, width: 320, dark: true, prefs: LARGE, rules: 'all' },
  { js: true, width: 768, forced: true, prefs: SHARP },
  { js: false, width: 1920, prefs: SHARP, rules: 'colours' },
  { js: true, width: 320, prefs: SHARP, dark: true },
  { js: false, width: 1280, forced: true, prefs: LARGE },
  { js: true, width: 1920, dark: true, prefs: LARGE },
  { js: false, width: 768, dark: true },
  { js: true, width: 320, forced: true },
];

export function told({ js, width, dark, forced, prefs }) {
  return [`${width} px`, !js && 'no script', dark && 'dark', forced && 'forced colours', prefs && prefs.join(' ')].filter(Boolean).join(', ');
}

// What a page asked for: what a browser loads of its own, such as the extensions of its packager, is not of the page.
export const asked = requests => requests.filter(url => !/^(data|blob|about|chrome|chrome-extension|devtools):/.test(url));

// Opens a file; scripts of the page run or not, those of the checks always do.
export async function open(browser, url, mode, requests) {
  const context = await browser.newContext({
    viewport: { width: mode.width, height: 800 },
    colorScheme: mode.dark ? 'dark' : 'light',
    forcedColors: mode.forced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.errors = [];
  page.on('console', m => { if (m.type() === 'error') page.errors.push(m.text()); });
  page.on('pageerror', e => page.errors.push(String(e)));
  if (requests) page.on('request', r => requests.push(r.url()));
  await load(page, url, mode);
  return page;
}

export async function load(page, url, mode) {
  const cdp = page.cdp ??= await page.context().newCDPSession(page);
  await cdp.send('Emulation.setScriptExecutionDisabled', { value: !mode.js });
  await page.goto(url);
  await cdp.send('Emulation.setScriptExecutionDisabled', { value: false });
  if (mode.prefs) await page.evaluate(ids => ids.forEach(id => { const c = document.getElementById(id); if (c) c.checked = true; }), mode.prefs);
}
