// What process says of itself, as far as a page can say the same.
console.log(typeof process.version, process.version === `v${process.versions.node}`);
console.log(Object.prototype.toString.call(process), process.release.name, process.platform);
console.log(process.argv.length, process.env.NOTHING, 'NOTHING' in process.env);
process.env.ADDED = 'yes';
console.log(process.env.ADDED, delete process.env.ADDED, process.env.ADDED);
const [seconds, nanoseconds] = process.hrtime();
console.log(Number.isInteger(seconds), nanoseconds < 1e9, typeof process.hrtime.bigint());
console.log(process.uptime() >= 0, typeof process.cwd(), process.stdout.write(''));
console.log(process.stdout.isTTY, process.stdout.fd, process.stderr.fd);
process.stdout.write('text\n', () => console.log('written'));
process.stdout.write(new TextEncoder().encode('bytes → text\n'));
console.log(global === globalThis, typeof window, typeof self, typeof document, typeof location);
console.log(typeof XMLHttpRequest, typeof importScripts, typeof postMessage, typeof Worker);
try {
  process.nextTick('no function' as never);
} catch (error) {
  console.log((error as { code: string }).code, (error as Error).message);
}

export {};
