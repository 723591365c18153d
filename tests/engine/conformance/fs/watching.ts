import fs from 'node:fs';
import { root } from './lib/scratch.ts';

const at = (name: string) => `${root}/${name}`;
const turn = () => new Promise((resolve) => setTimeout(resolve, 30));
fs.writeFileSync(at('file'), 'x');
const seen = new Set<string>();
const watcher = fs.watch(root, (kind, name) => seen.add(`${kind} ${name}`));
watcher.on('close', () => console.log('closed'));
await turn();
fs.writeFileSync(at('new'), 'y');
await turn();
fs.appendFileSync(at('file'), 'z');
await turn();
fs.unlinkSync(at('new'));
await turn();
console.log([...seen].sort());
watcher.close();
watcher.close();
await turn();
seen.clear();
fs.writeFileSync(at('later'), '');
await turn();
console.log(seen.size);
const one = fs.watch(at('file'), { encoding: 'buffer' }, (kind, name) =>
  seen.add(`${kind} ${name.toString('hex')}`),
);
fs.appendFileSync(at('file'), '!');
await turn();
console.log([...seen]);
one.close();
const controller = new AbortController();
setTimeout(() => fs.writeFileSync(at('promised'), ''), 20);
try {
  for await (const change of fs.promises.watch(root, { signal: controller.signal })) {
    console.log(change.filename);
    controller.abort();
  }
} catch (error) {
  console.log((error as Error).name);
}
try {
  fs.watch(at('none'));
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code, (error as NodeJS.ErrnoException).syscall);
}
fs.watchFile(at('file'), { interval: 5 }, (now, before) => {
  console.log(now.size, before.size);
  fs.unwatchFile(at('file'));
});
await turn();
fs.appendFileSync(at('file'), '??');
