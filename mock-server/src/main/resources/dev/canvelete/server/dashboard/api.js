// Talks to the server that this page came from.

async function answered(response) {
  const text = await response.text();
  let body = null;
  try { body = JSON.parse(text); } catch { /* Not JSON: the status says enough. */ }
  if (!response.ok) {
    const error = body?.error;
    throw new Error(error?.message ?? body?.message ?? (typeof error === 'string' ? error : `The server answered ${response.status}`));
  }
  return body && 'success' in body && 'data' in body ? body.data : body;
}

export async function get(path) {
  return answered(await fetch(`/__admin/${path}`, { headers: { Accept: 'application/json' } }));
}

export async function send(method, path, body) {
  return answered(await fetch(`/__admin/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }));
}

export const post = (path, body) => send('POST', path, body ?? {});

/** Calls back with the totals whenever something happened, and with null when the connection is lost. */
export function follow(heard) {
  const source = new EventSource('/__admin/dashboard/stream');
  source.addEventListener('totals', event => heard(JSON.parse(event.data)));
  source.addEventListener('error', () => heard(null));
}
