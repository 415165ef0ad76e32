// A small round-robin proxy: node proxy.mjs PORT UPSTREAM...
// A request whose node does not take the connection goes to the next one.
import http from 'node:http';

const [port, ...upstreams] = process.argv.slice(2);
let next = 0;

function forward(request, body, response, left) {
  const upstream = new URL(upstreams[next++ % upstreams.length]);
  const options = { host: upstream.hostname, port: upstream.port, path: request.url, method: request.method, headers: request.headers };
  const out = http.request(options, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  out.on('error', (error) => {
    if (error.code === 'ECONNREFUSED' && left > 1) {
      forward(request, body, response, left - 1);
    } else if (response.headersSent) {
      response.destroy();
    } else {
      response.writeHead(502).end();
    }
  });
  out.end(body);
}

http
  .createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => forward(request, Buffer.concat(parts), response, upstreams.length));
  })
  .listen(Number(port), '127.0.0.1');
