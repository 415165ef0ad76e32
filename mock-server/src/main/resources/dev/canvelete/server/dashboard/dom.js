// Builds the page's nodes. Text is only ever set as text, never as HTML.

/** An element: h('a.name', {href: '…', onclick: f}, 'text', child, …); null and false children are left out. */
export function h(selector, ...rest) {
  const [name, ...classes] = selector.split('.');
  const node = document.createElement(name || 'div');
  if (classes.length > 0) node.className = classes.join(' ');
  const [first] = rest;
  const attributes = first && typeof first === 'object' && !(first instanceof Node) && !Array.isArray(first);
  if (attributes) Object.entries(rest.shift()).forEach(([key, value]) => set(node, key, value));
  node.append(...rest.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

function set(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
  else if (key === 'value' || key === 'checked') node[key] = value;
  else node.setAttribute(key, value === true ? '' : value);
}

/** Sets a text where it is another, since whatever is set is read out by screen readers. */
export function say(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** What a reader is told, briefly, at the edge of the page. */
export function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text;
  clearTimeout(place.timer);
  place.timer = setTimeout(() => { place.textContent = ''; }, 4000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notice(`${what} copied`);
  } catch {
    notice('The browser does not let this page copy');
  }
}

/** A pill that says a state in words and colour. */
export const pill = state => h(`span.pill.${state}`, state);

/** A list of terms and what they are; pairs without a value are left out. */
export const facts = pairs => h('dl.facts', pairs
  .filter(([, value]) => value !== null && value !== undefined && value !== '')
  .map(([term, value]) => h('div', h('dt', term), h('dd', value))));

export const json = value => h('pre.json', { tabindex: 0 }, JSON.stringify(value, null, 2));

/** What to do where there is nothing yet. */
export const empty = (title, ...more) => h('section.empty', h('h2', title), ...more);
