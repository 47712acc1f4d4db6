#!/usr/bin/env node
// Breaks a good page in one way at a time: each look has to see its own defect, and none in the good page.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, load, open } from './browser.mjs';
import { axe } from './checks/axe.mjs';
import { reach, walk } from './checks/keyboard.mjs';
import * as look from './checks/look.mjs';
import { print } from './checks/print.mjs';

const GOOD = `<!DOCTYPE html>
<html lang="it"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="POLICY">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Un piano</title>
<meta name="description" content="Una pagina buona"><meta property="og:title" content="Un piano"><meta property="og:description" content="Una pagina buona">
<meta name="dcterms.title" content="Un piano"><link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">
<style>body{font:18px sans-serif}a{color:#004080;padding:4px;display:inline-block}:focus-visible{outline:3px solid #000}:target{outline:2px dashed #333}
th,td{border-bottom:1px solid #333;padding:4px;text-align:start}.alto{height:1500px}</style>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"WebPage"}</script></head>
<body><main><h1 id="capo">Un piano</h1><p>Un capoverso con <a href="#tavola">la tavola</a> e <a href="b.html">la pagina dopo</a>.</p>
<h2 id="due">Le strade</h2><p>Si riparano i ponti.</p>
<div class="quadro"><table id="tavola"><caption>Le strade</caption><thead><tr><th scope="col">Che cosa</th><th scope="col">Entro</th></tr></thead>
<tbody><tr id="riga"><th scope="row">Manutenzione</th><td>31/12/2027</td></tr><tr><th scope="row">Progettazione</th><td>30/06/2028</td></tr></tbody></table></div>
<div class="alto"></div><p>Fine.</p></main></body></html>`;

// The page with a policy that lets in what it holds, unless it has one of its own.
const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
function whole(html) {
  const inside = tag => [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(m => hash(m[1])).join(' ') || "'none'";
  return html.replace('POLICY', `default-src 'none'; style-src ${inside('style')}; script-src ${inside('script')}; img-src http: data:`);
}

const css = (html, more) => html.replace('</style>', `${more}</style>`);
const cases = [
  ['axe', p => axe(p, { rules: 'all' }), h => h.replace('<p>Si', '<img src="data:,"><p>Si')],
  ['axe', p => axe(p, { rules: 'colours' }), h => css(h, 'p{color:#999}')],
  ['axe', p => axe(p), h => css(h, '.quadro{overflow:auto;width:100px}')],
  ['anchors', async p => (await p.evaluate(look.anchors))[0], h => h.replace('#tavola', '#altrove')],
  ['anchors', async p => (await p.evaluate(look.anchors))[0], h => h.replace('id="due"', 'id="capo"')],
  ['names', p => p.evaluate(look.names), h => h.replace('la pagina dopo', 'la tavola')],
  ['overflow', p => p.evaluate(look.overflow), h => css(h, 'h1{width:3000px}')],
  ['scrollers', p => p.evaluate(look.scrollers), h => css(h, '.quadro{overflow:auto;width:100px}')],
  ['words', p => p.evaluate(look.words), h => css(h, '.quadro{width:700px}th:first-child{max-width:60px;overflow-wrap:anywhere}')],
  ['targets', p => p.evaluate(look.targets), h => css(h, 'p a{padding:0;font-size:8px;line-height:8px;margin-right:-8px}').replace(' e <a', '<a').replace('Un capoverso con ', '').replace('</a>.</p>', '</a></p>')],
  ['arrivals', p => p.evaluate(look.arrivals, ['riga']), h => css(h, 'thead th{position:sticky;top:0;background:#fff;height:60px}')],
  ['arrivals', p => p.evaluate(look.arrivals, ['riga']), h => css(h, ':target{outline:0}')],
  ['arrivals', p => p.evaluate(look.arrivals, ['riga']), h => css(h, 'tbody{display:none}')],
  ['head', async p => (await p.evaluate(look.head))[0], h => h.replace('POLICY', 'default-src *')],
  ['head', async p => (await p.evaluate(look.head))[0], h => h.replace('"@type":', '@type:')],
  ['head', async p => (await p.evaluate(look.head))[0], h => h.replace('name="description"', 'name="altro"')],
  ['edges', p => p.evaluate(look.edges), h => css(h, 'th,td{border:0}')],
  ['keyboard', async p => (await walk(p)).problems, h => css(h, 'a:focus-visible{outline:0}')],
  ['keyboard', async p => (await walk(p)).problems, h => css(h, 'body::after{content:"";position:fixed;inset:0;background:#fff}')],
  ['keyboard', async p => (await walk(p)).problems, h => h.replace('</body>', '<script>document.querySelector("a").addEventListener("keydown",e=>e.preventDefault())</script></body>')],
  ['print', async p => (await print(p)).problems, h => css(h, '@media print{h2+p{break-before:page}.alto{display:none}}')],
  ['print', async p => (await print(p)).problems, h => css(h, '@media print{tbody{break-before:page}thead{display:table-row-group}.alto{display:none}}')],
  ['requests', p => p.wanted.filter(u => u.startsWith('http')), h => h.replace('<p>Si', '<img alt="" src="http://127.0.0.1:9/x.png"><p>Si')],
  ['console', p => p.errors, h => h.replace('</body>', '<script>throw new Error("rotto")</script></body>')],
];

const folder = mkdtempSync(join(tmpdir(), 'piao-deep-'));
const browser = await launch();
let wrong = 0;
async function judge(html, check) {
  const path = join(folder, 'a.html'), requests = [];
  writeFileSync(path, whole(html));
  const page = await open(browser, pathToFileURL(path).href, { js: true, width: 900 }, requests);
  page.wanted = requests;
  const problems = await check(page);
  await page.context().close();
  return problems;
}
for (const [name, check, spoil] of cases) {
  const broken = spoil(GOOD), good = await judge(GOOD, check), bad = await judge(broken, check);
  if (good.length) { console.log(`${name}: sees in the good page ${good.join('; ')}`); wrong += 1; }
  if (broken === GOOD || !bad.length) { console.log(`${name}: does not see its defect`); wrong += 1; }
}
for (const [file, next] of [['a.html', 'b.html'], ['b.html', ''], ['c.html', 'a.html']]) {
  writeFileSync(join(folder, file), whole(GOOD).replace('href="b.html"', `href="${next || 'a.html'}"`));
}
const mode = { js: false, width: 900 }, first = pathToFileURL(join(folder, 'a.html')).href;
const page = await open(browser, first, mode);
const { seen } = await reach(page, first, url => load(page, url, mode));
if (seen.size !== 2) { console.log(`reach: ${seen.size} pages, not 2: c.html is lost`); wrong += 1; }
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${cases.length + 1} defects, ${wrong} not as they should be`);
process.exit(wrong ? 1 : 0);
