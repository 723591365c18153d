// @ts-check
/**
 * Runs in the container: sends one request to a server there, and writes the answer to stdout in
 * marked lines of JSON. `node bridge.mjs <port> <file>`; the file holds the request and is removed.
 */
import { readFile, unlink } from 'node:fs/promises';
import { request } from 'node:http';

const [port, file = ''] = process.argv.slice(2);
const { body, ...options } = JSON.parse(await readFile(file, 'utf8'));
await unlink(file);

/** @param {object} reply */
const say = (reply) => process.stdout.write(`\u001ereply ${JSON.stringify(reply)}\n`);

const asked = request({ host: 'localhost', port, ...options }, (response) => {
  const { statusCode, statusMessage, rawHeaders } = response;
  say({ type: 'head', status: statusCode, statusText: statusMessage, headers: rawHeaders });
  response.on('data', (/** @type {Buffer} */ data) => {
    say({ type: 'data', base64: data.toString('base64') });
  });
  response.on('end', () => say({ type: 'end' }));
  response.on('error', ({ message }) => say({ type: 'failed', message }));
});
asked.on('error', (error) => {
  const refused = 'code' in error && error.code === 'ECONNREFUSED';
  say({ type: refused ? 'refused' : 'failed', message: error.message });
});
asked.end(Buffer.from(body, 'base64'));
