// Primes: what is one, and making some.
import { checkPrime, checkPrimeSync, generatePrime, generatePrimeSync } from 'node:crypto';
import { attempt } from './lib/attempt.mjs';

for (const number of [0n, 1n, 2n, 3n, 4n, 7n, 561n, 7919n, 2n ** 127n - 1n, 2n ** 127n + 1n])
  console.log(number, checkPrimeSync(number));
console.log(checkPrimeSync(Buffer.from([0x0b])), checkPrimeSync(new Uint8Array([0xff]).buffer));
for (const size of [8, 16, 33, 64, 256]) {
  const prime = generatePrimeSync(size, { bigint: true });
  console.log(size, prime.toString(2).length, checkPrimeSync(prime));
}
console.log(generatePrimeSync(32).byteLength, generatePrimeSync(33) instanceof ArrayBuffer);
const safe = generatePrimeSync(48, { bigint: true, safe: true });
console.log(checkPrimeSync(safe), checkPrimeSync((safe - 1n) / 2n));
console.log(generatePrimeSync(40, { bigint: true, add: 12n, rem: 5n }) % 12n);
attempt('text', () => checkPrimeSync('7'));
attempt('negative', () => checkPrimeSync(-1n));
attempt('nothing', () => generatePrimeSync(0));
attempt('no callback', () => checkPrime(7n));
// One after the other: Node has a thread for each, and either may be done first.
checkPrime(7919n, (error, result) => {
  console.log('checked', error, result);
  generatePrime(64, { bigint: true }, (wrong, prime) =>
    console.log('made', wrong, prime > 2n ** 63n),
  );
});
