// Designs, and a picture that follows the data as one types it.
import { get, post } from './api.js';
import { empty, facts, h } from './dom.js';
import { full, millis } from './format.js';
import { world } from './list.js';

const PAUSE = 120;

const row = design => h('li', h('a.open', { href: `#/designs/${encodeURIComponent(design.id)}` },
  h('span.grow', design.name),
  h('code.id', design.id),
  h('span.muted.size', `${design.width} x ${design.height}`),
  world(design.account ?? 'every world'),
  h('span.muted.tries', `version ${design.version}`)));

export async function show([id]) {
  if (id) return one(id);
  const node = h('section', h('h2', 'Designs'));
  const rows = h('ol.rows');
  const field = h('input', { type: 'search', placeholder: 'Search (/)', 'aria-label': 'Search designs', oninput: () => fill() });
  let designs = [];
  const fill = () => rows.replaceChildren(...designs
    .filter(design => `${design.name} ${design.id}`.toLowerCase().includes(field.value.toLowerCase())).map(row));
  const refresh = async () => {
    const next = await get('dashboard/designs');
    if (JSON.stringify(next) === JSON.stringify(designs)) return;
    designs = next;
    fill();
  };
  await refresh();
  node.append(designs.length ? h('div', field, rows) : empty('No designs'));
  return { title: 'Designs', node, refresh };
}

/** The variables of a design's placeholders, each with a value to begin with. */
function sample(source) {
  const data = {};
  for (const [, path] of JSON.stringify(source).matchAll(/\{\{\s*([A-Za-z_]\w*)[\w.[\]]*\s*(?:\||\}\})/g)) {
    if (path !== 'this' && path !== 'else') data[path] ??= path[0].toUpperCase() + path.slice(1);
  }
  return data;
}

async function one(id) {
  const design = await get(`dashboard/designs/${encodeURIComponent(id)}`);
  const image = h('img', { alt: `${design.name}, drawn with the data beside it` });
  const said = h('output.muted');
  const problems = h('ul.warnings');
  const remembered = sessionStorage.getItem(`data:${id}`);
  const data = h('textarea', {
    rows: 16, spellcheck: 'false', 'aria-label': 'Data as JSON', value: remembered ?? JSON.stringify(sample(design.source), null, 2),
    oninput: () => { clearTimeout(data.timer); data.timer = setTimeout(draw, PAUSE); },
  });
  let drawing = 0;

  async function draw() {
    const mine = ++drawing;
    try {
      const values = JSON.parse(data.value || '{}');
      sessionStorage.setItem(`data:${id}`, data.value);
      const began = performance.now();
      const preview = await post('dashboard/preview', { designId: id, data: values });
      if (mine !== drawing) return;
      image.src = preview.image;
      said.textContent = `${preview.width} x ${preview.height}, ${millis(Math.round(performance.now() - began))}`;
      problems.replaceChildren(...preview.warnings.map(warning =>
        h('li', [warning.code, warning.element, warning.message].filter(Boolean).join(' · '))));
    } catch (error) {
      if (mine === drawing) problems.replaceChildren(h('li.problem', error.message));
    }
  }

  await draw();
  return {
    title: design.name,
    node: h('section.detail',
      h('div.head', h('h2', design.name), facts([
        ['Id', h('code', design.id)], ['World', design.account ?? 'every world'], ['State', design.status],
        ['Version', design.version], ['Changed', full(design.updatedAt)],
      ])),
      h('div.preview', h('div', h('h3', 'Data'), data, problems), h('figure', image, h('figcaption', said))),
      h('details', h('summary', 'The design’s JSON'), h('pre.json', { tabindex: 0 }, JSON.stringify(design.source, null, 2)))),
  };
}
