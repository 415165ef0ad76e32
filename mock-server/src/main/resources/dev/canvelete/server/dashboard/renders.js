// One render with everything about it, alone or beside another picture.
import { get } from './api.js';
import { picture, thumbnail } from './batches.js';
import { empty, facts, h, json, notice, pill } from './dom.js';
import { between, bytes, full, local, millis, short, time } from './format.js';
import { growing, world } from './list.js';

const row = render => h('a.open', { href: `#/renders/${render.result.renderId}` },
  pill(render.result.status),
  h('code', short(render.result.renderId)),
  h('span.grow', render.result.designId ?? ''),
  h('span.muted.kind', String(render.result.format ?? '').toUpperCase()),
  world(render.account),
  h('span.muted.took', millis(render.result.renderTime)),
  h('time.muted', { title: full(render.result.createdAt) }, time(render.result.createdAt)));

const running = result => ['queued', 'processing'].includes(result.status);

export async function show([id, , other]) {
  if (id) return one(id, other);
  const list = growing({
    page: (before, limit) => get(`dashboard/renders?limit=${limit}${before ? `&before=${before}` : ''}`),
    key: render => render.result.renderId,
    row,
    open: render => running(render.result),
    none: () => empty('No single render yet',
      h('p', 'What is asked for with ', h('code', 'POST /v1/render/design/{id}'), ' shows up here; renders of a batch are in their batch.')),
  });
  await list.refresh();
  return { title: 'Renders', node: h('section', h('h2', 'Single renders'), list.node), refresh: list.refresh };
}

async function one(id, other) {
  const node = h('section.detail');
  let ended = false;

  async function refresh() {
    if (ended) return;
    const render = await get(`dashboard/renders/${encodeURIComponent(id)}`);
    const beside = other ? await get(`dashboard/renders/${encodeURIComponent(other)}`) : null;
    node.replaceChildren(...detail(render, beside));
    ended = !running(render.result);
  }

  await refresh();
  return { title: short(id), node, refresh };
}

function detail(render, beside) {
  const { result, request, batchId, position } = render;
  const comparison = h('div.beside', frame(render), beside && frame(beside));
  return [
    h('div.head',
      h('h2', 'Render ', h('code', result.renderId)),
      facts([
        ['State', pill(result.status)],
        ['Batch', batchId && h('span', h('a', { href: `#/batches/${batchId}` }, short(batchId)), `, place ${position + 1}`)],
        ['Design', h('a', { href: `#/designs/${encodeURIComponent(result.designId)}` }, result.designId)],
        ['File', result.downloadUrl && h('a', { href: local(result.downloadUrl), target: '_blank', rel: 'noopener' },
          `${String(result.format).toUpperCase()}, ${bytes(result.fileSize)}, ${result.width} x ${result.height}`)],
        ['Drawn in', millis(result.renderTime)],
        ['Waited', between(result.createdAt, result.startedAt)],
        ['Cached', result.cached ? 'yes' : null],
        ['Came in', full(result.createdAt)],
        ['Error', result.error && h('span.problem', `${result.error.code}: ${result.error.message}`)],
      ])),
    result.warnings?.length ? h('ul.warnings', result.warnings.map(warning => h('li', words(warning)))) : null,
    comparison,
    compare(render, comparison),
    h('h3', 'Request'),
    json(request),
  ].filter(Boolean);
}

const words = warning => [warning.code, warning.element, warning.message].filter(Boolean).join(' · ');

const frame = ({ result }) => h('figure',
  h('a', { href: result.downloadUrl ? local(result.downloadUrl) : null, target: '_blank', rel: 'noopener' }, picture(result, `render ${result.renderId}`)),
  h('figcaption', short(result.renderId)));

/** Puts another render, or a picture from this machine, beside this one; the latter is not sent anywhere. */
function compare(render, comparison) {
  const field = h('input', { type: 'search', placeholder: 'render_… to compare with', 'aria-label': 'Id of another render' });
  const file = h('input', {
    type: 'file', accept: 'image/*', 'aria-label': 'A golden picture',
    onchange: () => {
      const [chosen] = file.files;
      if (!chosen) return;
      const url = URL.createObjectURL(chosen);
      const image = h('img', { src: url, alt: chosen.name });
      comparison.querySelector('figure.golden')?.remove();
      comparison.append(h('figure.golden', image, h('figcaption', chosen.name)));
      difference(comparison, render).catch(error => notice(error.message));
    },
  });
  return h('form.compare', {
    onsubmit: event => {
      event.preventDefault();
      if (field.value.trim()) location.hash = `#/renders/${render.result.renderId}/with/${field.value.trim()}`;
    },
  }, field, h('button', { type: 'submit' }, 'Side by side'), h('label', 'or a golden: ', file),
  render.batchId && h('button', { type: 'button', onclick: () => neighbours(render) }, 'Choose from the batch'));
}

async function neighbours(render) {
  const others = await get(`dashboard/batches/${encodeURIComponent(render.batchId)}/renders?limit=100`);
  const grid = h('ol.grid', others.filter(one => one.result.renderId !== render.result.renderId).map(one => {
    const card = thumbnail(one);
    card.querySelector('a').href = `#/renders/${render.result.renderId}/with/${one.result.renderId}`;
    return card;
  }));
  document.querySelector('form.compare').after(grid);
}

/** How many pixels differ, and a picture of where. */
async function difference(comparison, { result }) {
  const [mine, golden] = await Promise.all([...comparison.querySelectorAll('img')].slice(-2).map(pixels));
  comparison.querySelector('figure.difference')?.remove();
  if (mine.width !== golden.width || mine.height !== golden.height) {
    notice(`The sizes differ: ${mine.width} x ${mine.height} and ${golden.width} x ${golden.height}`);
    return;
  }
  let differing = 0;
  for (let i = 0; i < mine.data.length; i += 4) {
    const same = mine.data[i] === golden.data[i] && mine.data[i + 1] === golden.data[i + 1]
      && mine.data[i + 2] === golden.data[i + 2] && mine.data[i + 3] === golden.data[i + 3];
    if (!same) differing++;
    mine.data.set(same ? [(mine.data[i] + 510) / 3, (mine.data[i + 1] + 510) / 3, (mine.data[i + 2] + 510) / 3, 255] : [224, 30, 60, 255], i);
  }
  const canvas = h('canvas', { width: mine.width, height: mine.height, 'aria-label': `Difference of ${result.renderId}` });
  canvas.getContext('2d').putImageData(mine, 0, 0);
  comparison.append(h('figure.difference', canvas, h('figcaption', `${differing.toLocaleString()} pixels differ`)));
}

async function pixels(image) {
  await image.decode();
  const canvas = h('canvas', { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
