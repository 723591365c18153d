import dns from 'node:dns';
import promises from 'node:dns/promises';
import https from 'node:https';
import tls from 'node:tls';

// Names of the program's own machine, and refusals.
const show =
  (title: string) =>
  (...args: unknown[]): void =>
    console.log(title, ...args);
await new Promise<void>((resolve) =>
  dns.lookup('localhost', { family: 4 }, (...args) => resolve(show('name')(...args))),
);
console.log(await promises.lookup('127.0.0.1'), await promises.lookup('::1', { all: true }));
console.log(await promises.lookup('localhost', 4), dns.promises.lookup === promises.lookup);
console.log(await promises.lookupService('127.0.0.1', 80));
for (const run of [
  () => dns.lookup('a', undefined as never),
  () => dns.lookup('a', { family: 5 }, () => undefined),
  () => dns.lookup(5 as never, () => undefined),
  () => dns.lookup('a', { hints: 1000 }, () => undefined),
  () => dns.lookup('a', { all: 1 as never }, () => undefined),
  () => dns.lookup('a', { order: 'x' as never }, () => undefined),
  () => dns.setDefaultResultOrder('x' as never),
]) {
  try {
    run();
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
console.log(dns.getDefaultResultOrder(), dns.ADDRCONFIG, dns.V4MAPPED, dns.ALL, dns.NOTFOUND);
console.log(new https.Agent().defaultPort, https.globalAgent.options.keepAlive);
console.log(typeof tls.connect, typeof https.request, tls.DEFAULT_MIN_VERSION);
