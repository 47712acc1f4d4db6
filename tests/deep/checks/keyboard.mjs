// A page walked from the keyboard alone.

// What can be reached, numbered.
function number() {
  const seen = e => e.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter(e => e.tabIndex >= 0 && seen(e))
    .filter(e => e.type !== 'radio' || e.checked);
  all.forEach((e, i) => { e.__n = i; });
  return all.map(e => `${e.tagName.toLowerCase()} «${(e.getAttribute('aria-label') ?? e.textContent ?? e.id).replace(/\s+/g, ' ').trim().slice(0, 50)}»`);
}

// The element that has the focus, whether that shows, and whether something covers it.
function here() {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const shape = e instanceof SVGElement ? e.querySelector('circle,rect,polygon') : null; // ribbons reach far away
  const r = (shape ?? e).getBoundingClientRect(), s = getComputedStyle(e);
  const svg = e instanceof SVGElement ? [...e.querySelectorAll('circle,rect,path,text')] : [];
  const marked = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || svg.some(m => parseFloat(getComputedStyle(m).strokeWidth) >= 6);
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].map(([x, y]) => [r.left + r.width * x, r.top + r.height * y]);
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const free = inside.some(([x, y]) => { const t = document.elementFromPoint(x, y); return t && (e.contains(t) || t.closest('label')?.contains(e)); });
  const rects = [...e.getClientRects()];
  const line = rects.some(q => { const x = q.left + q.width / 2, y = q.top + q.height / 2; const t = document.elementFromPoint(x, y); return t && e.contains(t); });
  return { n: e.__n, marked, free: free || line, text: (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 50) };
}

// Presses Tab until the page is left.
export async function walk(page) {
  const problems = [], reached = new Set();
  const names = await page.evaluate(number);
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  for (let i = 0; i < 4000; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(here);
    if (!at) break;
    if (at.n !== undefined && reached.has(at.n)) break;
    reached.add(at.n);
    if (!at.marked) problems.push(`the focus on «${at.text}» does not show`);
    if (!at.free) problems.push(`«${at.text}» is covered while it has the focus`);
  }
  names.forEach((name, n) => { if (!reached.has(n)) problems.push(`${name} is never reached`); });
  return { problems };
}

// Notes the links that take the focus, and what is folded.
function watch() {
  window.__links = new Set();
  window.__folded = new Set();
  document.addEventListener('focusin', ({ target: e }) => {
    if (e.href) window.__links.add(e.href.baseVal ? new URL(e.href.baseVal, location).href : e.href);
    if (e.tagName === 'SUMMARY' && !e.parentElement.open) window.__folded.add(e);
  });
}

// The links of a page that take the focus, none looked at: folded parts are opened with Enter, and walked in their turn.
async function links(page) {
  await page.evaluate(watch);
  const tabs = () => page.evaluate(() => document.querySelectorAll('a[href],button,input,summary,[tabindex="0"]').length + 2);
  const forth = async times => { for (let i = 0; i < times; i++) await page.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }); };
  await forth(await tabs());
  const folded = await page.evaluate(() => { window.__all = [...window.__folded]; return window.__all.length; });
  for (let i = 0; i < folded; i++) {
    await page.evaluate(n => window.__all[n].focus(), i);
    await page.keyboard.press('Enter');
  }
  if (folded) await forth(await tabs());
  return page.evaluate(() => [...window.__links]);
}

// Every page that the keyboard reaches from the first one.
export async function reach(page, first, load) {
  const seen = new Set([first]), queue = [first];
  while (queue.length) {
    await load(queue.shift());
    for (const link of await links(page)) {
      const bare = link.split('#')[0];
      if (bare.startsWith('file:') && bare.endsWith('.html') && !seen.has(bare)) { seen.add(bare); queue.push(bare); }
    }
  }
  return { seen };
}
