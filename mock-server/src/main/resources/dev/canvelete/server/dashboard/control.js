// The clock and the faults as switches, and what is left of each world's limits.
import { get, post, send } from './api.js';
import { empty, facts, h, notice } from './dom.js';
import { full, time } from './format.js';

const FAULTS = {
  'A render fails': { kind: 'render.fail', match: { index: 0 }, code: 'RENDER_FAILED', times: 1 },
  'One render in four fails': { kind: 'render.fail', probability: 0.25, seed: 1 },
  'Renders are slow': { kind: 'render.slow', latency: { distribution: 'lognormal', median: '2s', sigma: 0.5, real: true } },
  'The API is down': { kind: 'http.status', status: 503, for: '30s' },
  'Too many requests': { kind: 'http.rateLimited', recovery: '30s' },
  'Answers are late': { kind: 'http.delay', latency: { distribution: 'uniform', min: '500ms', max: '3s', real: true } },
  'The connection is cut': { kind: 'http.cut', moment: 'after', times: 1 },
  'Half an answer': { kind: 'http.malformed', times: 1 },
  'A webhook is lost': { kind: 'webhook.drop', times: 1 },
  'A webhook comes twice': { kind: 'webhook.duplicate', copies: 1 },
  'Webhooks overtake each other': { kind: 'webhook.reorder', within: '5s' },
  'A webhook is stale': { kind: 'webhook.stale', by: '10m' },
  'A webhook is wrongly signed': { kind: 'webhook.wrongSignature', times: 1 },
  'A webhook is cut short': { kind: 'webhook.truncate', bytes: 20, times: 1 },
  'Signed with a replaced secret': { kind: 'webhook.oldSecret', secret: 'whsec_before' },
};
const ADVANCES = [['1 min', '1m'], ['1 h', '1h'], ['1 d', '1d']];

/** Says in the page's head when the clock is not the machine's own. */
export async function clock(place) {
  const reading = await get('clock');
  const own = !reading.frozen && Math.abs(reading.aheadMillis) < 1000;
  place.textContent = own ? '' : `${reading.frozen ? 'frozen at' : 'moved to'} ${time(reading.now)}`;
}

export async function show() {
  const clockPanel = h('div.panel');
  const limitsPanel = h('div.panel');
  const faultPanel = h('div.panel');
  const inForce = h('div');
  faultPanel.append(h('h3', 'Faults'), form(() => refresh()), inForce);

  async function refresh() {
    const [reading, faults, limits] = await Promise.all([get('clock'), get('faults'), get('dashboard/limits')]);
    draw(clockPanel, reading, () => clockFace(reading, refresh));
    draw(inForce, faults, () => [faultList(faults, refresh)]);
    draw(limitsPanel, limits, () => gauges(limits));
  }

  await refresh();
  return {
    title: 'Control',
    node: h('section', h('h2', 'Control'), h('div.panels', clockPanel, limitsPanel, faultPanel)),
    refresh,
  };
}

/** Draws a part anew only when what it shows has changed, so that nobody's focus is lost. */
function draw(place, data, nodes) {
  const text = JSON.stringify(data);
  if (place.shown === text) return;
  place.shown = text;
  place.replaceChildren(...nodes());
}

async function act(doing, refresh) {
  try {
    await doing();
    await refresh();
  } catch (error) {
    notice(error.message);
  }
}

function clockFace(reading, refresh) {
  const move = body => () => act(() => post('clock', body), refresh);
  return [
    h('h3', 'Clock'),
    facts([
      ['Now', full(reading.now)],
      ['State', reading.frozen ? 'frozen' : 'running'],
      ['Ahead of the machine', `${Math.trunc(reading.aheadMillis / 1000) + 0} s`],
    ]),
    h('div.field',
      h(`button${reading.frozen ? '.on' : ''}`, { type: 'button', 'aria-pressed': String(reading.frozen), onclick: move({ frozen: !reading.frozen }) },
        reading.frozen ? 'Let it run' : 'Freeze'),
      ADVANCES.map(([label, by]) => h('button', { type: 'button', onclick: move({ advance: by }) }, `+ ${label}`)),
      h('button', { type: 'button', onclick: move({ reset: true }) }, 'The machine’s time')),
    h('p.muted', 'Rate windows, webhook retries, leases and expiry follow at once.'),
  ];
}

function form(refresh) {
  const text = h('textarea', { rows: 7, spellcheck: 'false', 'aria-label': 'Fault as JSON' });
  const choice = h('select', { 'aria-label': 'Kind of fault', onchange: () => fill() },
    Object.keys(FAULTS).map(name => h('option', name)));
  const fill = () => { text.value = JSON.stringify(FAULTS[choice.value], null, 2); };
  fill();
  return h('form', {
    onsubmit: event => {
      event.preventDefault();
      act(() => post('faults', JSON.parse(text.value)), refresh);
    },
  }, h('div.field', choice, h('button', { type: 'submit' }, 'Put in force')), text);
}

function faultList(faults, refresh) {
  if (faults.length === 0) return h('p.muted', 'None in force: everything goes as it should.');
  return h('div',
    h('table', h('thead', h('tr', ['Fault', 'World', 'Struck', ''].map(head => h('th', { scope: 'col' }, head)))),
      h('tbody', faults.map(fault => h('tr',
        h('td', h('code', fault.steps.map(step => step.kind).join(', then '))),
        h('td', fault.world ?? 'every world'),
        h('td', fault.over ? `${fault.strikes}, over` : String(fault.strikes)),
        h('td', h('button.small', { type: 'button', onclick: () => act(() => send('DELETE', `faults/${encodeURIComponent(fault.id)}`), refresh) }, 'Remove')))))),
    h('p.actions', h('button', { type: 'button', onclick: () => act(() => send('DELETE', 'faults'), refresh) }, 'Remove all')));
}

function gauges(limits) {
  if (limits.length === 0) return [h('h3', 'Rate limits'), empty('Nobody has asked yet')];
  return [
    h('h3', 'Rate limits'),
    h('table', h('thead', h('tr', ['World', 'Limit', 'Left', ''].map(head => h('th', { scope: 'col' }, head)))),
      h('tbody', limits.map(limit => h('tr',
        h('td', limit.account),
        h('td', limit.name),
        h('td', `${limit.remaining} of ${limit.limit}`),
        h('td', h('meter', { min: 0, max: limit.limit, low: limit.limit * 0.2, value: limit.remaining, 'aria-label': `${limit.account}, ${limit.name}` })))))),
  ];
}
