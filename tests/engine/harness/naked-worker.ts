/**
 * A worker that speaks the protocol and takes nothing away: user code has every function that the
 * browser gives a Worker, and raw messages. Only the outer walls hold it.
 */
import { pongText, readyText, type Job } from '../../../playground/engines/embedded/protocol.ts';

interface Message {
  readonly type: 'run' | 'ping';
  readonly id: string;
  readonly job: Job;
}

const send = (message: object): void => postMessage(JSON.stringify(message));

/** Prints one line: what `console.log` is in the real worker. */
function say(line: unknown): void {
  send({ type: 'said', items: [{ stream: 'stdout', text: `${line}\n` }] });
}

async function run({ files, entry }: Job): Promise<void> {
  const blob = new Blob([files[entry] ?? ''], { type: 'text/javascript' });
  const code = await import(URL.createObjectURL(blob)).then(
    () => 0,
    () => 1,
  );
  send({ type: 'end', reason: 'exit', code });
}

Object.assign(globalThis, { say });

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const message = JSON.parse(data) as Message;
  if (message.type === 'ping') postMessage(pongText(message.id));
  else void run(message.job);
});

postMessage(readyText);
