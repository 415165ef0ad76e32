// Batches as they come in, and one batch with its pictures.
import { get } from './api.js';
import { copy, empty, facts, h, pill } from './dom.js';
import { between, count, full, local, millis, short, time } from './format.js';
import { growing, world } from './list.js';

const EXAMPLE = () => `curl ${location.origin}/v1/render/batch \\
  -H 'Authorization: Bearer cvt_test_teams' -H 'Content-Type: application/json' \\
  -d '{"renders": [{"templateId": "badge_template", "format": "png",
       "dynamicData": {"name": "Alice", "title": "Engineer", "role": "Speaker", "id": "A-1"}}]}'`;

const none = () => empty('No batch has come in yet',
  h('p', 'Point any Canvelete client at this server, or try it from a shell:'),
  h('pre', { tabindex: 0 }, EXAMPLE()),
  h('p', h('button', { type: 'button', onclick: () => copy(EXAMPLE(), 'The command') }, 'Copy')),
  h('p', 'Keys that are there from the start: ', ...['free', 'individual', 'teams', 'enterprise']
    .flatMap((plan, i) => [i ? ', ' : '', h('code', `cvt_test_${plan}`)]), '.'));

export const progress = batch => h('span.bar', {
  role: 'img', 'aria-label': `${batch.completed} completed, ${batch.failed} failed of ${batch.total}`,
}, part('done', batch.completed, batch), part('failed', batch.failed, batch));

const part = (name, some, batch) => {
  const bar = h(`span.${name}`);
  bar.style.width = `${(100 * some) / Math.max(1, batch.total)}%`;
  return bar;
};

const row = batch => h('a.open', { href: `#/batches/${batch.id}` },
  pill(batch.status),
  h('code', short(batch.id)),
  h('span.grow', progress(batch)),
  h('span.number.share', `${batch.completed + batch.failed}/${batch.total}`),
  h('span.muted.problems', batch.failed ? count(batch.failed, 'failed', 'failed') : ''),
  world(batch.account),
  h('span.muted.took', batch.completedAt ? between(batch.createdAt, batch.completedAt) : ''),
  h('time.muted', { datetime: batch.createdAt, title: full(batch.createdAt) }, time(batch.createdAt)));

export async function show([id]) {
  if (id) return one(id);
  const list = growing({
    page: (before, limit) => get(`dashboard/batches?limit=${limit}${before ? `&before=${before}` : ''}`),
    key: batch => batch.id,
    row,
    open: batch => batch.status === 'processing',
    none,
  });
  await list.refresh();
  return { title: 'Batches', node: h('section', h('h2', 'Batches'), list.node), refresh: list.refresh };
}

async function one(id) {
  const head = h('div');
  const grid = h('ol.grid');
  const only = h('input', { type: 'checkbox', onchange: () => grid.classList.toggle('failures', only.checked) });
  const filter = h('label.field', only, 'Only what failed');
  const cards = new Map();
  const node = h('section', head, filter, grid);
  let ended = false;

  async function refresh() {
    if (ended) return;
    const batch = await get(`dashboard/batches/${encodeURIComponent(id)}`);
    const renders = await all(id, batch.total);
    head.replaceChildren(summary(batch));
    filter.hidden = batch.failed === 0;
    renders.forEach(render => {
      const text = `${render.result.status}`;
      const there = cards.get(render.result.renderId);
      if (there?.text === text) return;
      const card = thumbnail(render);
      if (there) there.card.replaceWith(card);
      else grid.append(card);
      cards.set(render.result.renderId, { card, text });
    });
    ended = batch.unfinished === 0;
  }

  await refresh();
  return { title: short(id), node, refresh };
}

async function all(id, total) {
  const renders = [];
  while (renders.length < total) {
    const next = await get(`dashboard/batches/${encodeURIComponent(id)}/renders?from=${renders.length}&limit=100`);
    if (next.length === 0) break;
    renders.push(...next);
  }
  return renders;
}

const summary = batch => h('div.head',
  h('h2', 'Batch ', h('code', batch.id)),
  facts([
    ['State', pill(batch.status)],
    ['Renders', h('span', progress(batch), ` ${batch.completed} completed, ${batch.failed} failed of ${batch.total}`)],
    ['World', batch.account],
    ['Came in', full(batch.createdAt)],
    ['Took', between(batch.createdAt, batch.completedAt)],
    ['Webhook', batch.webhook && h('code', batch.webhook)],
  ]));

const PICTURES = ['png', 'jpg', 'webp', 'svg'];

/** What a render looks like: its file, or for a PDF a picture that the server draws of it. */
export function picture(result, alt) {
  if (!result.downloadUrl) return h('span.blank', result.error ? result.error.code : result.status);
  const format = String(result.format).toLowerCase();
  const src = PICTURES.includes(format)
    ? local(result.downloadUrl).replace(/^.*\//, '/__admin/dashboard/files/') // Looking is no request of the application.
    : `/__admin/dashboard/renders/${result.renderId}/picture`;
  return h('img', { src, alt, loading: 'lazy', decoding: 'async' });
}

/** A render as a small picture that opens it. */
export function thumbnail({ result, position }) {
  return h(`li.${result.status}`, h('a.open', { href: `#/renders/${result.renderId}` },
    picture(result, `render ${position + 1}`),
    h('span.caption', h('span.number', { 'aria-hidden': 'true' }, `${position + 1}`), result.status === 'completed' ? null : pill(result.status), h('span.muted', String(result.format ?? '').toUpperCase()), h('span.muted', millis(result.renderTime))),
    result.error && h('span.problem', result.error.message),
    result.warnings?.length ? h('span.warned', count(result.warnings.length, 'warning')) : null));
}

