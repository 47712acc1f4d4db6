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
  return { n: e.__n, href: e.href?.baseVal ?? e.href ?? '', marked, free: free || line, tag: e.tagName.toLowerCase(), closed: e.tagName === 'SUMMARY' && !e.parentElement.open, text: (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 50) };
}

// Presses Tab until the page is left; folded parts are opened on the way, as who looks for something does.
export async function walk(page, { unfold = true } = {}) {
  const problems = [], links = new Set(), reached = new Set();
  let names = await page.evaluate(number);
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  for (let i = 0; i < 4000; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(here);
    if (!at) break;
    if (at.n !== undefined && reached.has(at.n)) break;
    if (unfold && at.closed) {
      await page.keyboard.press('Enter');
      names = await page.evaluate(number);
      const again = await page.evaluate(here);
      reached.add(again.n);
    } else reached.add(at.n);
    if (at.href) links.add(at.href);
    if (!at.marked) problems.push(`the focus on «${at.text}» does not show`);
    if (!at.free) problems.push(`«${at.text}» is covered while it has the focus`);
  }
  if (!unfold) names.forEach((name, n) => { if (!reached.has(n)) problems.push(`${name} is never reached`); });
  return { problems, links: [...links], stops: reached.size };
}

// Every page that the keyboard reaches from the first one.
export async function reach(page, first, load) {
  const seen = new Set([first]), queue = [first], problems = [];
  while (queue.length) {
    const url = queue.shift();
    await load(url);
    const { links } = await walk(page);
    for (const link of links) {
      const bare = link.split('#')[0];
      if (bare.startsWith('file:') && bare.endsWith('.html') && !seen.has(bare)) { seen.add(bare); queue.push(bare); }
    }
  }
  return { seen, problems };
}
