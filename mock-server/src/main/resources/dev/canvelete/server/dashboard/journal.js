// The requests that came in, what was answered, and where a request only works here.
import { get } from './api.js';
import { copy, empty, facts, h, json } from './dom.js';
import { bytes, full, millis, time } from './format.js';
import { growing, world } from './list.js';

const row = entry => h('a.open', { href: `#/requests/${entry.id}` },
  status(entry.answer.status),
  h('code.method', entry.request.method),
  h('code.grow', entry.request.path),
  entry.fault && h('span.pill.failed', entry.fault),
  entry.warnings.length ? h('span.warned', { title: entry.warnings.join('\n') }, 'compatibility') : null,
  world(entry.world ?? 'no key'),
  h('span.muted.took', millis(entry.tookMillis)),
  h('time.muted', { title: full(entry.at) }, time(entry.at)));

function status(code) {
  const kind = code === 0 || code >= 500 ? 'failed' : code >= 400 ? 'processing' : 'completed';
  return h(`span.pill.${kind}`, code === 0 ? 'cut off' : String(code));
}

export async function show([id]) {
  if (id) return one(id);
  const path = h('input', { type: 'search', placeholder: 'Path, * for anything (/)', 'aria-label': 'Path', oninput: () => search() });
  const place = h('div');
  let list;

  async function search() {
    list = requests(path.value.trim());
    const mine = list;
    await mine.refresh();
    if (mine === list) place.replaceChildren(mine.node);
  }

  await search();
  return { title: 'Requests', node: h('section', h('h2', 'Requests'), path, place), refresh: () => list.refresh() };
}

const requests = path => growing({
  page: async (before, limit) => (await get(`requests?bodies=false&limit=${limit}${before ? `&before=${before}` : ''}${
    path ? `&path=${encodeURIComponent(path)}` : ''}`)).map(entry => ({ ...entry, seq: entry.id })),
  key: entry => String(entry.id),
  row,
  open: () => false,
  none: () => empty('No request', h('p', 'Every request to the API, with its answer, shows up here.')),
});

async function one(id) {
  const entry = await get(`requests/${encodeURIComponent(id)}`);
  const { request, answer } = entry;
  return {
    title: `${request.method} ${request.path}`,
    node: h('section.detail',
      h('div.head',
        h('h2', h('code', `${request.method} ${request.path}${request.query ? `?${request.query}` : ''}`)),
        facts([
          ['Answer', status(answer.status)], ['World', entry.world ?? 'no key'], ['Came in', full(entry.at)],
          ['Took', millis(entry.tookMillis)], ['Fault', entry.fault],
        ])),
      entry.warnings.length ? h('ul.warnings', entry.warnings.map(warning => h('li', warning))) : null,
      h('h3', 'Request'), headers(request.headers), body(request.body),
      h('h3', `Answer, ${bytes(answer.bytes)}`), headers(answer.headers), body(answer.body)),
  };
}

const headers = all => h('details', h('summary', 'Headers'), facts(Object.entries(all).map(([name, value]) => [name, h('code', value)])));

function body(text) {
  if (!text) return null;
  const node = pretty(text);
  return h('div', node, h('p.actions', h('button.small', { type: 'button', onclick: () => copy(text, 'The body') }, 'Copy')));
}

function pretty(text) {
  try {
    return json(JSON.parse(text));
  } catch {
    return h('pre', { tabindex: 0 }, text);
  }
}
