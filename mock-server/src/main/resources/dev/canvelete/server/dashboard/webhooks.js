// Webhook deliveries: what was signed and sent, how often, and what came back.
import { get, post } from './api.js';
import { copy, empty, facts, h, notice, pill } from './dom.js';
import { full, millis, short, time } from './format.js';
import { growing } from './list.js';

const row = delivery => h('a.open', { href: `#/webhooks/${delivery.id}` },
  pill(delivery.status),
  h('code.event', delivery.eventType),
  h('span.grow', delivery.url),
  h('span.muted.tries', delivery.attempts === 1 ? '1 attempt' : `${delivery.attempts} attempts`),
  h('time.muted', { title: full(delivery.dueAt) }, time(delivery.dueAt)));

export async function show([id]) {
  if (id) return one(id);
  const list = growing({
    page: (before, limit) => get(`dashboard/deliveries?limit=${limit}${before ? `&before=${before}` : ''}`),
    key: delivery => delivery.id,
    row,
    open: delivery => delivery.status === 'pending',
    none: () => empty('No webhook was sent yet',
      h('p', 'Name a ', h('code', '"webhook"'), ' in a batch; when it has ended, its delivery and every attempt show up here.')),
  });
  await list.refresh();
  return { title: 'Webhooks', node: h('section', h('h2', 'Webhook deliveries'), list.node), refresh: list.refresh };
}

async function one(id) {
  const node = h('section.detail');
  let shown = '';

  async function refresh() {
    const delivery = await get(`dashboard/deliveries/${encodeURIComponent(id)}`);
    const text = JSON.stringify(delivery);
    if (text !== shown) node.replaceChildren(...draw(delivery, refresh));
    shown = text;
  }

  await refresh();
  return { title: short(id), node, refresh };
}

function draw(delivery, refresh) {
  const { attempts, body } = delivery;
  const last = attempts[attempts.length - 1];
  return [
    h('div.head',
      h('h2', 'Delivery ', h('code', delivery.id)),
      facts([
        ['State', pill(delivery.status)],
        ['Event', h('span', h('code', delivery.eventType), ' ', h('code', delivery.eventId))],
        ['To', h('code', delivery.url)],
        ['Stored', full(delivery.createdAt)],
        ['Next attempt', full(delivery.nextAttemptAt)],
      ]),
      h('p.actions',
        h('button', { type: 'button', onclick: () => again(delivery.id, refresh) }, 'Send again'),
        h('button', { type: 'button', onclick: () => copy(curl(delivery, body, last), 'The curl command') }, 'Copy as curl'))),
    h('h3', 'Attempts'),
    attempts.length ? h('ol.attempts', attempts.map(attempt)) : h('p.muted', 'None yet.'),
    h('h3', 'The exact bytes that are signed ', h('button.small', { type: 'button', onclick: () => copy(body, 'The body') }, 'Copy')),
    h('pre.json', { tabindex: 0 }, body),
  ];
}

const attempt = tried => h('li',
  h('p', h('span.number', `${tried.number}`), ' ', outcome(tried), ' ', h('span.muted', `${full(tried.startedAt)}, ${millis(tried.durationMs)}`)),
  tried.requestHeaders && h('details', h('summary', 'Headers'), facts(Object.entries(tried.requestHeaders).map(([name, value]) => [name, h('code', value)]))),
  verifiers(tried.requestHeaders ?? {}),
  tried.response ? h('pre', { tabindex: 0 }, tried.response) : null);

function outcome(tried) {
  if (tried.durationMs === undefined) return h('span.muted', 'under way');
  if (tried.error) return h('span.problem', tried.error);
  return h(tried.status < 300 ? 'span.fine' : 'span.problem', `answered ${tried.status}`);
}

/** Which published clients accept a signature of this form. */
function verifiers(headers) {
  const find = name => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  const signature = String(find('x-canvelete-signature') ?? '');
  const accepted = [
    [/^sha256=/.test(signature), 'the documentation’s samples'],
    [/^t=\d+,v1=/.test(signature), 'the TypeScript and Go clients, within 300 s'],
    [/^[0-9a-f]{64}$/.test(signature), 'the Python client'],
    [Boolean(find('webhook-signature')), 'libraries for Standard Webhooks'],
  ].filter(([yes]) => yes).map(([, who]) => who);
  return accepted.length ? h('p.muted', `This signature is accepted by ${accepted.join(' and ')}.`) : null;
}

async function again(id, refresh) {
  try {
    await post(`deliveries/${encodeURIComponent(id)}/redeliver`);
    notice('Sent again');
    await refresh();
  } catch (error) {
    notice(error.message);
  }
}

const quoted = text => `'${text.replaceAll("'", String.raw`'\''`)}'`;

function curl(delivery, body, last) {
  const headers = { 'Content-Type': 'application/json', ...(last?.requestHeaders ?? {}) };
  return [`curl -X POST ${quoted(delivery.url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-binary ${quoted(body)}`].join(' \\\n  ');
}
