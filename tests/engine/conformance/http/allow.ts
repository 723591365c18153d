import http from 'node:http';
import net from 'node:net';

// What both modules hold, and what they refuse in which words.
function attempt(title: string, run: () => unknown): void {
  try {
    console.log(title, run());
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(title, name, code, message);
  }
}
console.log(http.METHODS.join(), Object.keys(http.STATUS_CODES).length, http.STATUS_CODES[404]);
for (const name of ['Agent', 'ClientRequest', 'IncomingMessage', 'OutgoingMessage', 'Server'])
  console.log(name, typeof (http as never)[name], ((http as never)[name] as { name: string }).name);
console.log(http.ServerResponse.name, typeof http.globalAgent, http.maxHeaderSize);
console.log('globalAgent' in http.Agent, net.Socket === (net as never)['Stream']);
attempt('parsers', () => http.setMaxIdleHTTPParsers(0));
attempt('parsers', () => http.setMaxIdleHTTPParsers('x' as never));
attempt('server', () => http.createServer('x' as never));
attempt('insecure', () => http.createServer({ insecureHTTPParser: 1 as never }));
attempt('join', () => http.createServer({ joinDuplicateHeaders: 1 as never }));
attempt('keep', () => http.createServer({ keepAliveTimeout: -1 }));
attempt('interval', () => http.createServer({ connectionsCheckingInterval: 'x' as never }));
attempt('client join', () => http.get({ joinDuplicateHeaders: 'x' as never }));
attempt('client size', () => http.get({ maxHeaderSize: -1 }));
attempt('client insecure', () => http.get({ insecureHTTPParser: 'x' as never }));
attempt('signal', () => http.get({ signal: {} as never }));
attempt('header', () => http.get({ headers: { 'a b': 'c' } }));
attempt('odd', () => http.get({ headers: ['a'] as never }));
attempt('name', () => http.validateHeaderName('x:y', 'Label'));
attempt('value', () => http.validateHeaderValue('x', 'ø'));
attempt('wide value', () => http.validateHeaderValue('x', 'ж'));
const response = new http.ServerResponse({
  method: 'GET',
  httpVersionMajor: 1,
  httpVersionMinor: 1,
} as never);
response.sendDate = false;
attempt('head', () => response.writeHead('200 OK' as never));
attempt('head', () => response.writeHead(1000));
attempt('head', () => response.writeHead(200, { A: ['b', 'c'] }).headersSent);
attempt('head', () => response.writeHead(200));
attempt('text', () => JSON.stringify((response as never as { _header: string })._header));
attempt('information', () => response.writeProcessing());
const message = new http.IncomingMessage(new net.Socket());
console.log(
  message.headers,
  message.httpVersion,
  message.complete,
  message.aborted,
  message.method,
);
