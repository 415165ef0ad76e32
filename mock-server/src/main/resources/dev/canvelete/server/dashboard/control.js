// The clock and the faults as switches, and what is left of each world's limits.
import { get, post, send } from './api.js';
import { h, notice, say } from './dom.js';
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
  say(place, own ? '' : `${reading.frozen ? 'frozen at' : 'moved to'} ${time(reading.now)}`);
}

export async function show() {
  const world = h('select', { onchange: () => refresh() });
  const clockPanel = clockFace(move => act(() => post('clock', of(move)), refresh));
  const limitsPanel = h('div.panel');
  const inForce = h('div');
  const faultPanel = h('div.panel', h('h3', 'Faults'), form(fault => act(() => post('faults', of(fault)), refresh)), inForce);
  const of = change => (world.value ? { world: world.value, ...change } : change);

  async function refresh() {
    const [worlds, faults, limits] = await Promise.all([get('dashboard/worlds'), get('faults'), get('dashboard/limits')]);
    choices(world, worlds);
    clockPanel.read(await get(`clock${world.value ? `?world=${encodeURIComponent(world.value)}` : ''}`), world.value);
    draw(inForce, faults, () => [faultList(faults, refresh)]);
    draw(limitsPanel, limits, () => gauges(limits));
  }

  await refresh();
  return {
    title: 'Control',
    node: h('section', h('h2', 'Control'), h('label.field', 'Clock and new faults of', world),
      h('div.panels', clockPanel.node, limitsPanel, faultPanel)),
    refresh,
  };
}

/** Offers the worlds that there are; a chosen one that is no more gives way to the whole server. */
function choices(select, worlds) {
  const chosen = select.value;
  draw(select, worlds, () => [h('option', { value: '' }, 'the whole server'),
    ...worlds.map(({ world, apart }) => h('option', { value: world }, apart ? `${world}, at its own time` : world))]);
  select.value = worlds.some(({ world }) => world === chosen) ? chosen : '';
}

/** Draws a part anew only when what it shows has changed, and leaves the focus at its place. */
function draw(place, data, nodes) {
  const text = JSON.stringify(data);
  if (place.shown === text) return;
  place.shown = text;
  const at = [...place.querySelectorAll('button')].indexOf(document.activeElement);
  place.replaceChildren(...nodes());
  if (at >= 0) place.querySelectorAll('button')[at]?.focus();
}

async function act(doing, refresh) {
  try {
    await doing();
    await refresh();
  } catch (error) {
    notice(error.message);
  }
}

/** A clock's face, which stays while its hands go. */
function clockFace(move) {
  const [now, state, distance, ahead] = [h('dd'), h('dd'), h('dt'), h('dd')];
  const button = (label, change) => h('button', { type: 'button', onclick: () => move(change()) }, label);
  let frozen = false;
  const freeze = button('', () => ({ frozen: !frozen }));
  const back = button('', () => ({ reset: true }));
  function read(reading, world) {
    const leader = world ? 'server' : 'machine';
    frozen = reading.frozen;
    say(now, full(reading.now));
    say(state, frozen ? 'frozen' : 'running');
    say(distance, `Ahead of the ${leader}`);
    say(ahead, `${Math.trunc(reading.aheadMillis / 1000) + 0} s`);
    say(freeze, frozen ? 'Let it run' : 'Freeze');
    freeze.classList.toggle('on', frozen);
    say(back, `The ${leader}’s time`);
  }
  return {
    read,
    node: h('div.panel', h('h3', 'Clock'),
      h('dl.facts', h('dt', 'Now'), now, h('dt', 'State'), state, distance, ahead),
      h('div.field', freeze, ADVANCES.map(([label, by]) => button(`+ ${label}`, () => ({ advance: by }))), back),
      h('p.muted', 'Rate windows, webhook retries and expiry follow at once.')),
  };
}

function form(put) {
  const text = h('textarea', { spellcheck: 'false', 'aria-label': 'Fault as JSON' });
  const choice = h('select', { 'aria-label': 'Kind of fault', onchange: () => fill() },
    Object.keys(FAULTS).map(name => h('option', name)));
  const fill = () => {
    text.value = JSON.stringify(FAULTS[choice.value], null, 2);
    text.rows = Math.max(8, text.value.split('\n').length);
  };
  fill();
  return h('form', {
    onsubmit: event => {
      event.preventDefault();
      try {
        put(JSON.parse(text.value));
      } catch (error) {
        notice(error.message);
      }
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
  if (limits.length === 0) return [h('h3', 'Rate limits'), h('p.muted', 'No world that has limits has asked yet; the Enterprise plan has none.')];
  return [
    h('h3', 'Rate limits'),
    h('table', h('thead', h('tr', ['World', 'Limit', 'Left'].map(head => h('th', { scope: 'col' }, head)))),
      h('tbody', limits.map(limit => h('tr',
        h('td', limit.account),
        h('td', limit.name),
        h('td', h('div.number', `${limit.remaining.toLocaleString()} of ${limit.limit.toLocaleString()}`), h('meter', { min: 0, max: limit.limit, low: limit.limit * 0.2, value: limit.remaining, 'aria-label': `${limit.account}, ${limit.name}` })))))),
  ];
}
