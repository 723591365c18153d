import { callbackify, promisify } from 'node:util';
const later = (value: number, done: (error: Error | null, value?: number) => void) =>
  setTimeout(() => (value < 0 ? done(new Error('negative')) : done(null, value * 2)), 1);
const asked = promisify(later);
console.log(
  asked.name,
  asked.length,
  await asked(4),
  await asked(-1).catch((error: Error) => error.message),
);
const custom = Object.assign(() => {}, { [promisify.custom]: async () => 'custom' });
console.log(await promisify(custom)());
console.log(
  promisify.custom,
  promisify(setTimeout) !== undefined,
  await promisify(setTimeout)(1, 'timer'),
);
const back = callbackify(async (text: string) => text.toUpperCase());
back('shout', (error, value) => console.log(error, value, back.name, back.length));
callbackify(() => Promise.reject(null))((error: Error & { reason?: unknown }) =>
  console.log((error as { code?: string }).code, error.message, error.reason),
);
try {
  promisify('x' as never);
} catch (error) {
  console.log((error as Error).message);
}
promisify(async () => {})();
