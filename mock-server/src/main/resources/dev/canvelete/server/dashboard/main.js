// Routes, keys, theme, and the stream that keeps what is shown up to date.
import { follow } from './api.js';
import * as batches from './batches.js';
import * as designs from './designs.js';
import * as control from './control.js';
import { h, notice, say } from './dom.js';
import * as journal from './journal.js';
import * as renders from './renders.js';
import * as webhooks from './webhooks.js';

const SECTIONS = [
  { path: 'batches', label: 'Batches', key: 'b', count: totals => totals.batches },
  { path: 'renders', label: 'Renders', key: 'r' },
  { path: 'webhooks', label: 'Webhooks', key: 'w', count: totals => totals.deliveries, alarm: totals => totals.undelivered },
  { path: 'designs', label: 'Designs', key: 'd' },
  { path: 'requests', label: 'Requests', key: 'q' },
  { path: 'control', label: 'Control', key: 'c' },
];
const VIEWS = { batches, renders, webhooks, designs, requests: journal, control };
const KEYS = [
  ['j, k', 'next, previous entry'], ['Enter', 'open'], ['u', 'back up'], ['/', 'search field'],
  ...SECTIONS.map(section => [`g ${section.key}`, section.label]),
  ['t', 'dark or light'], ['?', 'these keys'],
];

const main = document.getElementById('view');
let view = null;
let turn = 0;

const links = SECTIONS.map(section => {
  const count = h('span.count');
  const alarm = h('span.alarm', { title: 'not delivered yet' });
  return { section, count, alarm, link: h('a', { href: `#/${section.path}` }, section.label, count, alarm) };
});
document.getElementById('sections').append(...links.map(({ link }) => link));

/** Changes what the links say where it has changed: nobody's focus is lost, and nothing is read out anew. */
function sections(totals) {
  const active = location.hash.split('/')[1] || 'batches';
  links.forEach(({ section, count, alarm, link }) => {
    const some = (totals && section.count?.(totals)) || 0;
    const failing = (totals && section.alarm?.(totals)) || 0;
    say(count, some ? some.toLocaleString() : '');
    say(alarm, failing ? failing.toLocaleString() : '');
    link.setAttribute('aria-label', [section.label, some && some.toLocaleString(), failing && `${failing.toLocaleString()} not delivered yet`].filter(Boolean).join(', '));
    if (section.path !== active) {
      link.removeAttribute('aria-current');
    } else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'page');
      reveal();
    }
  });
}

/** In a narrow window the links scroll sideways: that of the section that is open is kept in view. */
function reveal() {
  links.find(({ link }) => link.hasAttribute('aria-current'))?.link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** @param from the hash that was left, where there was one */
async function route(from) {
  const mine = ++turn;
  const [section = 'batches', ...rest] = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
  sections(latest);
  let next;
  try {
    next = await (VIEWS[section] ?? batches).show(rest);
  } catch (error) {
    next = { title: 'Not there', node: h('section.empty', h('h2', error.message), h('a', { href: '#/batches' }, 'All batches')) };
  }
  if (mine !== turn) {
    next.close?.();
    return;
  }
  view?.close?.();
  view = next;
  document.title = `${view.title} · Canvelete Local`;
  main.replaceChildren(view.node);
  if (from !== undefined) arrive(from);
}

/** Goes on where the reader was: at the entry that was open, or else at the top of what is open now. */
function arrive(from) {
  const left = entries().find(entry => entry.hash === from);
  if (left) {
    left.focus();
    left.scrollIntoView({ block: 'center' });
    return;
  }
  const heading = main.querySelector('h2') ?? main;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/* ---- what happens ---- */

let latest = null;
let refreshing = false;
let again = false;

async function refresh() {
  if (document.hidden || !view?.refresh) return;
  if (refreshing) {
    again = true;
    return;
  }
  refreshing = true;
  try {
    await view.refresh();
  } catch (error) {
    notice(error.message);
  } finally {
    refreshing = false;
  }
  if (again) {
    again = false;
    refresh();
  }
}

function live(totals) {
  const light = document.getElementById('live');
  light.className = `live ${totals ? 'on' : 'off'}`;
  say(light, totals ? 'live' : 'not connected');
  if (!totals) return;
  latest = totals;
  sections(totals);
  control.clock(document.getElementById('clock')).catch(() => {});
  refresh();
}

/* ---- keys ---- */

let awaitingSection = false;

const entries = () => [...main.querySelectorAll('.rows > li a.open, .grid:not(.failures) > li a.open, .grid > li.failed a.open')];

function move(by) {
  const all = entries();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function up() {
  const parts = location.hash.split('/');
  if (parts.length > 2) location.hash = parts.slice(0, 2).join('/');
}

function theme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('theme', document.documentElement.dataset.theme);
}

function keys() {
  const dialog = document.getElementById('keys');
  dialog.replaceChildren(
    h('h2', { id: 'keys-title' }, 'Keys'),
    h('dl.facts', KEYS.flatMap(([key, what]) => [h('dt', h('kbd', key)), h('dd', what)])),
    h('button', { type: 'button', onclick: () => dialog.close() }, 'Close'));
  dialog.showModal();
}

const PRESSED = {
  j: () => move(1), k: () => move(-1), u: up, t: theme, '?': keys,
  g: () => { awaitingSection = true; },
  '/': () => main.querySelector('input[type=search]')?.focus(),
};

document.addEventListener('keydown', event => {
  const typing = event.target.closest('input, textarea, select, dialog');
  if (event.key === 'Escape' && typing && !typing.matches('dialog')) typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (awaitingSection) {
    awaitingSection = false;
    const section = SECTIONS.find(one => one.key === event.key);
    if (section) location.hash = `#/${section.path}`;
  } else if (PRESSED[event.key]) {
    event.preventDefault();
    PRESSED[event.key]();
  }
});

const stored = localStorage.getItem('theme');
if (stored) document.documentElement.dataset.theme = stored;
document.getElementById('theme').addEventListener('click', theme);
document.getElementById('help').addEventListener('click', keys);
document.addEventListener('visibilitychange', refresh);
new ResizeObserver(reveal).observe(document.getElementById('sections'));
addEventListener('hashchange', event => route(new URL(event.oldURL).hash));
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});
sections(null);
await route();
follow(live);
