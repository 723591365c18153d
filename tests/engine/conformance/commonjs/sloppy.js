undeclared = 5;
console.log(undeclared, globalThis.undeclared, 010, '\101');
console.log(
  this === module.exports,
  this === exports,
  (function () {
    return this === globalThis;
  })(),
  arguments.length,
  arguments[0] === exports,
);
with ({ inside: 'with' }) console.log(inside);
function twice(a, a) {
  return [a, arguments.callee.name];
}
console.log(twice(1, 2), delete globalThis.undeclared, typeof undeclared);
var eval_ = 1,
  let = 2,
  yield = 3,
  static = 4;
console.log(eval_, let, yield, static);
console.log(
  (() => {
    'use strict';
    try {
      another = 1;
    } catch (error) {
      return error.message;
    }
  })(),
);
var await = 'a name';
console.log(await, typeof __filename, typeof __dirname, typeof require, typeof exports, new.target);
if (await) return;
console.log('never');
