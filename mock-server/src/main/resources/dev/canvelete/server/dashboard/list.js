// A list that grows at its end and changes in place, so that neither scrolling nor focus is lost.
import { h, notice } from './dom.js';

/** Whose entry it is, in a column as wide in every list; a longer name shows in full when it is pointed at. */
export const world = name => h('span.muted.world', { title: name }, name);

/** The most entries that are kept without having been asked for. */
const MOST = 200;

/**
 * page(before) gives entries, newest first; key(entry) names one; row(entry) draws one; open(entry) says whether it may
 * still change. refresh() loads what is new and what has changed since, and lets the oldest go when there are too many;
 * more() goes further back.
 */
export function growing({ page, key, row, open, size = 50, none }) {
  const body = h('ol.rows');
  const older = h('button.more', { type: 'button', onclick: () => more() }, 'Older');
  const node = h('div.list', body, older);
  const shown = new Map();
  let oldest = null;
  let most = MOST;
  older.hidden = true;

  function place(entry, before) {
    const id = key(entry);
    const text = JSON.stringify(entry);
    const there = shown.get(id);
    if (there?.text === text) return there.node;
    const fresh = h('li', { 'data-key': id, 'data-seq': entry.seq }, row(entry));
    if (there) {
      const focused = there.node.contains(document.activeElement);
      there.node.replaceWith(fresh);
      if (focused) fresh.querySelector('a, button')?.focus();
    } else {
      body.insertBefore(fresh, before);
    }
    shown.set(id, { node: fresh, text, seq: entry.seq, open: open(entry) });
    return fresh;
  }

  async function refresh() {
    const entries = await page(null, size);
    node.classList.toggle('bare', entries.length === 0);
    if (entries.length === 0) {
      body.replaceChildren(h('li.none', none()));
      shown.clear();
      return;
    }
    body.querySelector('.none')?.remove();
    if (shown.size > 0 && !entries.some(entry => shown.has(key(entry)))) {
      // So many came in that what is shown does not join on any longer.
      forget(entries[entries.length - 1].seq, shown.size);
    }
    let before = body.firstChild;
    entries.forEach(entry => { before = place(entry, before).nextSibling; });
    if (oldest === null) remember(entries);
    else forget(oldest, shown.size - most);
    await look(entries[entries.length - 1].seq);
  }

  /** Looks again at what is shown from before that one and may have changed. */
  async function look(seq) {
    if (![...shown.values()].some(entry => entry.open && entry.seq < seq)) return;
    const entries = await page(seq, size);
    entries.filter(entry => shown.has(key(entry))).forEach(entry => place(entry, null));
    if (entries.length > 0) await look(entries[entries.length - 1].seq);
  }

  /** Lets so many of the last entries go; those from that one on are then asked for again with the others. */
  function forget(seq, many) {
    if (many <= 0) return;
    const last = [...body.children].slice(-many);
    oldest = Number(last[0].previousElementSibling?.dataset.seq ?? seq);
    last.forEach(entry => {
      shown.delete(entry.dataset.key);
      entry.remove();
    });
    older.hidden = false;
  }

  function remember(entries) {
    oldest = entries[entries.length - 1]?.seq ?? oldest;
    older.hidden = entries.length < size;
  }

  async function more() {
    try {
      const entries = await page(oldest, size);
      entries.forEach(entry => place(entry, null));
      remember(entries);
      most = Math.max(most, shown.size);
    } catch (error) {
      notice(error.message);
    }
  }

  return { node, refresh };
}
