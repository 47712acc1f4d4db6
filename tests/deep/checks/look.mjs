// What is looked at in a page as it is laid out. Each function runs in the page and returns what is wrong, in words.

// Links, anchors and names: [problems, links out of the page].
export function anchors() {
  const problems = [], ids = new Map();
  for (const e of document.querySelectorAll('[id]')) ids.set(e.id, (ids.get(e.id) ?? 0) + 1);
  for (const [id, n] of ids) if (n > 1) problems.push(`#${id} is there ${n} times`);
  for (const name of ['aria-labelledby', 'aria-describedby', 'for', 'aria-controls'])
    for (const e of document.querySelectorAll(`[${name}]`))
      for (const id of e.getAttribute(name).split(/\s+/)) if (!ids.has(id)) problems.push(`${name} leads to #${id}, which is not there`);
  const out = [];
  for (const a of document.querySelectorAll('a[href]')) {
    const href = a.getAttribute('href');
    if (!href.startsWith('#')) out.push(href);
    else if (!ids.has(decodeURIComponent(href.slice(1)))) problems.push(`${href} leads nowhere`);
  }
  return [problems, out];
}

// One name, one thing: links that are called alike lead to one place, landmarks and groups have names of their own.
export function names() {
  const problems = [];
  const shown = e => e.checkVisibility({ visibilityProperty: true });
  const name = e => (e.getAttribute('aria-label')
    ?? (e.getAttribute('aria-labelledby')?.split(/\s+/).map(id => document.getElementById(id)?.textContent).join(' ') ?? e.textContent)).replace(/\s+/g, ' ').trim();
  // Where the plan calls two things alike, the sentence or the row of its table tells them apart; a figure is told by its card.
  const text = e => e?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  const around = e => {
    const row = e.closest('tr');
    return text(e.closest('li,td,th,dd,p,h1,h2,h3,h4,h5,h6') ?? e) + (row ? `|${text(row)}|${text(row.closest('table').caption)}` : '');
  };
  const card = e => e.closest('article,section')?.querySelector('h1,h2,h3,h4,h5,h6')?.textContent ?? '';
  const links = new Map();
  for (const a of document.querySelectorAll('a[href]')) {
    if (!shown(a)) continue;
    const own = name(a);
    if (!own) problems.push(`the link to ${a.getAttribute('href')} has no name`);
    const key = `${own}|${around(a)}`, seen = links.get(key), to = new URL(a.getAttribute('href'), location).href;
    if (seen !== undefined && seen !== to) problems.push(`«${own}» is the name of links to ${seen} and to ${to}`);
    else links.set(key, to);
  }
  for (const kind of ['nav', '[role=group]', 'figure svg[role]', 'table', 'details>summary', 'fieldset']) {
    const seen = new Set();
    for (const e of document.querySelectorAll(kind)) {
      if (!shown(e)) continue;
      const own = kind === 'table' ? e.caption?.textContent.trim() : kind === 'fieldset' ? e.querySelector('legend')?.textContent.trim() : name(e);
      if (kind === '[role=group]' && e.closest('figure')) continue; // it holds the drawing that has the name
      const key = `${card(e)}|${own}`;
      if (!own || seen.has(key)) problems.push(`${kind}: ${own ? `«${own}» is the name of two` : 'one has no name'}`);
      seen.add(key);
    }
  }
  return problems;
}

// Nothing goes out of the page sideways, but what scrolls by itself.
export function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return false;
    return e.checkVisibility() && e.getBoundingClientRect().right > width + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > width + 1);
  });
  const say = e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} «${e.textContent.trim().slice(0, 40)}»`;
  return [`the page is ${document.documentElement.scrollWidth} px wide: ${wide.slice(0, 3).map(say).join('; ')}`];
}

// What scrolls sideways can be scrolled from the keyboard.
export function scrollers() {
  const boxes = [...document.querySelectorAll('main *')].filter(e => /auto|scroll/.test(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && e.checkVisibility());
  return boxes.filter(e => e.tabIndex < 0 && !e.querySelector('a[href],button,input')).map(e => `«${e.textContent.trim().slice(0, 40)}» scrolls and cannot be reached`);
}

// No word, number or date is cut where it has no hyphen, as in a browser that knows no Italian hyphens.
export function words() {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = '*{hyphens:manual!important}';
  const problems = [], walk = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const holder = node.parentElement;
    if (!/\S/.test(node.data) || holder.closest('svg,pre,.impronta,[hidden]') || !holder.checkVisibility()) continue;
    // A point holds a number together; an address may go on after it.
    for (const m of node.data.matchAll(/[\p{L}\p{N}]+(?:(?:[/’']|[.,](?=\p{N}))[\p{L}\p{N}]+)*/gu)) {
      if (m[0].length < 2 || m[0].length > 28) continue;
      range.setStart(node, m.index); range.setEnd(node, m.index + m[0].length);
      // A word that is wider than the column has to be cut somewhere.
      let block = holder;
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) block = block.parentElement;
      const wide = block.closest('td,th') ? block.closest('.quadro') ?? block : block, style = getComputedStyle(block);
      const room = wide.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const width = [...range.getClientRects()].reduce((sum, r) => sum + r.width, 0);
      // So has what spaces that do not break hold together.
      const from = node.data.lastIndexOf(' ', m.index) + 1, to = (node.data + ' ').indexOf(' ', m.index + m[0].length);
      range.setStart(node, from); range.setEnd(node, Math.min(to, node.data.length));
      const unit = [...range.getClientRects()].reduce((sum, r) => sum + r.width, 0);
      range.setStart(node, m.index); range.setEnd(node, m.index + m[0].length);
      const lines = new Set([...range.getClientRects()].filter(r => r.width > 0.5).map(r => Math.round(r.top / 4)));
      if (lines.size > 1 && Math.max(width, unit) < room * .95 && !/[/’']/.test(m[0])) problems.push(`«${m[0]}» is cut in ${holder.closest('td,th,dd,dt,li,p,h1,h2,h3,h4,h5,h6,a')?.tagName.toLowerCase() ?? 'text'}`);
      if (lines.size > 1 && /^\d+\/\d+\/\d+$/.test(m[0])) problems.push(`the date ${m[0]} is cut`);
    }
  }
  sheet.remove();
  return problems;
}

// Every target is 24 px wide and high, or stands in a line of text, or has room around it.
export function targets() {
  const all = [...document.querySelectorAll('a[href],button,summary,input,[tabindex="0"]')].filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const box = e => { const r = (e.closest('label') ?? e).getBoundingClientRect(); return { e, x: r.x + r.width / 2, y: r.y + r.height / 2, w: r.width, h: r.height, r }; };
  const boxes = all.map(box).filter(b => b.w > 0 && b.h > 0);
  const small = boxes.filter(b => b.w < 23.5 || b.h < 23.5);
  const inline = e => getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim().length > e.textContent.trim().length;
  return small.filter(b => !inline(b.e)).filter(b => boxes.some(o => {
    if (o === b || o.e.contains(b.e) || b.e.contains(o.e)) return false;
    const dx = Math.max(o.r.left - b.x, 0, b.x - o.r.right), dy = Math.max(o.r.top - b.y, 0, b.y - o.r.bottom);
    return Math.hypot(dx, dy) < 12 || ((o.w < 23.5 || o.h < 23.5) && Math.hypot(o.x - b.x, o.y - b.y) < 23.5);
  })).map(b => `«${(b.e.getAttribute('aria-label') ?? b.e.textContent).trim().slice(0, 40)}» is ${Math.round(b.w)} × ${Math.round(b.h)} px and has no room`);
}

// Where a link leads is seen: marked, and covered by nothing.
export function arrivals(ids) {
  const problems = [];
  for (const id of ids) {
    location.hash = '';
    location.hash = id;
    const e = document.getElementById(id);
    if (!e) { problems.push(`#${id} is not there`); continue; }
    if (!e.matches(':target')) continue; // the browser refuses what is not in its history
    if (!e.checkVisibility()) { problems.push(`#${id} is where nothing is seen`); continue; }
    const r = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (style.outlineStyle === 'none' && style.boxShadow === 'none' && !e.matches('main')) problems.push(`#${id} is not marked`);
    if (r.top < -1 || r.top > innerHeight) { problems.push(`#${id} is out of sight at ${Math.round(r.top)} px`); continue; }
    const x = Math.min(Math.max(r.left + Math.min(8, r.width / 2), 1), innerWidth - 2), y = Math.min(r.top + Math.min(8, r.height / 2), innerHeight - 2);
    const top = document.elementFromPoint(x, Math.max(y, 1));
    if (top && !e.contains(top) && !top.contains(e) && /sticky|fixed/.test(getComputedStyle(top.closest('th,nav,header') ?? top).position)) problems.push(`#${id} is covered by «${top.textContent.trim().slice(0, 30)}»`);
  }
  return problems;
}

// What the head tells.
export function head() {
  const problems = [], get = s => document.head.querySelector(s)?.content ?? document.head.querySelector(s)?.href ?? '';
  const policy = get('meta[http-equiv="Content-Security-Policy"]');
  if (!policy.startsWith("default-src 'none'")) problems.push('the policy lets in what it does not name');
  if (/unsafe-inline|unsafe-eval|\*/.test(policy)) problems.push('the policy lets in anything');
  const isAbsent = /noindex/.test(get('meta[name=robots]'));
  for (const s of isAbsent ? [] : ['meta[name=description]', 'meta[property="og:title"]', 'meta[property="og:description"]', 'meta[name="dcterms.title"]', 'link[rel=icon]'])
    if (!get(s)) problems.push(`${s} is not there`);
  for (const s of document.querySelectorAll('script[type="application/ld+json"]')) {
    try { const d = JSON.parse(s.textContent); if (!d['@context'] || !(d['@type'] || d['@graph'])) problems.push('the linked data say not what they are'); } catch { problems.push('the linked data are not JSON'); }
  }
  if (document.querySelector('[style],[onclick],[onload]')) problems.push('a style or a handler stands inside the page');
  return [problems, { title: document.title, description: get('meta[name=description]') }];
}

// In forced colours lines are still there: tables and cards have an edge.
export function edges() {
  const bare = [...document.querySelectorAll('main :is(td,th,.scheda,.carta,.avviso)')].filter(e => e.checkVisibility()).filter(e => {
    const s = getComputedStyle(e);
    return !e.matches('.sola,.intera>td,:last-child>td') && ['Top', 'Right', 'Bottom', 'Left'].every(side => s[`border${side}Style`] === 'none' || parseFloat(s[`border${side}Width`]) === 0);
  });
  return bare.slice(0, 3).map(e => `«${e.textContent.trim().slice(0, 40)}» has no edge`);
}
