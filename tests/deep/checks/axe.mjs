// The rules of axe: A, AA, AAA and best practices.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag21aaa', 'wcag22aa', 'wcag22aaa', 'best-practice'];

const some = {
  layout: ['target-size', 'scrollable-region-focusable', 'link-in-text-block', 'css-orientation-lock'],
  colours: ['color-contrast-enhanced', 'color-contrast', 'link-in-text-block', 'target-size'],
};

// Without a script of the page, browsers themselves let the keyboard into what scrolls: axe does not know of it.
export async function axe(page, { js = true, rules = 'layout' } = {}) {
  const runOnly = rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: some[rules] };
  await page.evaluate(source);
  const result = await page.evaluate(runOnly => axe.run(document, {
    runOnly, resultTypes: ['violations', 'incomplete'], preload: false, elementRef: false,
  }).then(r => ({
    violations: r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 160), v.nodes[0].failureSummary?.split('\n')[1]?.trim()]),
    broken: r.incomplete.filter(v => v.nodes.some(n => [...n.any, ...n.all, ...n.none].some(c => c.id === 'error-occurred'))).map(v => v.id),
  })), runOnly);
  return [
    ...result.violations.filter(([id]) => js || id !== 'scrollable-region-focusable').map(([id, n, html, why]) => `${id}, ${n} times: ${html} (${why})`),
    ...result.broken.map(id => `${id} could not be judged`),
  ];
}
