'use strict';
const delays = [
  -1,
  -5,
  NaN,
  'text',
  '2',
  null,
  true,
  Infinity,
  2 ** 31,
  2 ** 31 - 1,
  1.7,
  0,
  {},
  [3],
  undefined,
  -Infinity,
];
for (const delay of delays)
  try {
    const timeout = setTimeout(() => {}, delay);
    console.log(delay, timeout._idleTimeout);
    clearTimeout(timeout);
  } catch (error) {
    console.log(delay, error.name, error.message);
  }
process.on('warning', (warning) => console.log(warning.name, warning.message));
const many = setInterval(() => {}, 2 ** 32);
console.log(many._idleTimeout, many._repeat);
clearInterval(many);
