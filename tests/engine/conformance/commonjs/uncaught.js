'use strict';
process.on('exit', (code) => console.log('exit', code));
const fail = () => {
  throw new TypeError('at the top');
};
fail();
