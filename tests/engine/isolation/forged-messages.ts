/** Raw messages, which only code without the engine's own prelude can send. */
import { laborMs } from '../../../playground/engines/embedded/protocol.ts';
import type { Attack } from './attack.ts';

export const forged: readonly Attack[] = [
  {
    id: 'object',
    title: 'an object instead of a string',
    code: `postMessage({ type: 'said' });`,
    silent: 'the frame reads nothing but texts',
  },
  {
    id: 'port',
    title: 'a message with a port',
    code: `postMessage('{"type":"pong"}', [new MessageChannel().port1]);`,
    silent: 'the frame reads nothing but texts',
  },
  { id: 'no-json', title: 'no JSON', code: `postMessage('}{');` },
  { id: 'unknown', title: 'an unknown type', code: `postMessage('{"type":"admin"}');` },
  {
    id: 'bad-code',
    title: 'an exit code out of range',
    code: `postMessage('{"type":"end","reason":"exit","code":1e9}');`,
  },
  {
    id: 'bad-text',
    title: 'output that is no text',
    code: `postMessage('{"type":"said","items":[{"stream":"stdout","text":{"a":1}}]}');`,
  },
  {
    id: 'small-flood',
    title: 'small messages without end',
    code: `for (;;) postMessage('{"type":"said","items":[{"stream":"stdout","text":"f"}]}');`,
  },
  {
    id: 'endless-labor',
    title: 'work that never ends, in pieces',
    code: `for (let at = 0; ; at += 1) {
      postMessage('{"type":"labor"}');
      const until = performance.now() + 100;
      while (performance.now() < until);
      postMessage('{"type":"rest"}');
    }`,
    bornMs: laborMs,
  },
  {
    id: 'labor-flood',
    title: 'labor without end',
    code: `for (;;) postMessage('{"type":"labor"}');`,
  },
  {
    id: 'odd-labor',
    title: 'labor with a time of its own',
    code: `postMessage('{"type":"labor","ms":1e9}');`,
  },
  {
    id: 'assets-back',
    title: 'bytes where only texts go',
    code: `postMessage({ 'pglite.wasm': new Uint8Array(1e7) });`,
    silent: 'the frame reads nothing but texts',
  },
  {
    id: 'huge',
    title: 'a message of 100 MB',
    code: `postMessage('x'.repeat(1e8));`,
    silent: 'the frame takes no text of that length, walls or not',
  },
];
