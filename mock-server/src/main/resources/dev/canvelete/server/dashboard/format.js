// Numbers and times as people read them.

const UNITS = ['B', 'kB', 'MB', 'GB'];

export function bytes(count) {
  if (count === null || count === undefined) return '';
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) { value /= 1000; unit++; }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}

export function millis(count) {
  if (count === null || count === undefined) return '';
  if (count < 1000) return `${count} ms`;
  return count < 60_000 ? `${(count / 1000).toFixed(1)} s` : `${Math.floor(count / 60_000)} min ${Math.round((count % 60_000) / 1000)} s`;
}

export const between = (from, to) => (from && to ? millis(new Date(to) - new Date(from)) : '');

export const time = iso => (iso ? new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' }) : '');

export const full = iso => (iso ? new Date(iso).toLocaleString() : '');

export const short = id => (id.length > 16 ? `${id.slice(0, id.indexOf('_') + 9)}…` : id);

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString()} ${number === 1 ? one : many}`;

/** The path of a file of this server, whatever name the server gives itself in its links. */
export const local = url => (url ? new URL(url, location.href).pathname : null);
