#!/usr/bin/env node
'use strict';
const tell = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.message);
  }
};
tell(() => {
  undeclared = 1;
});
tell(() =>
  (function () {
    return this;
  })(),
);
tell(() => {
  Object.freeze(exports).x = 1;
});
tell(() => arguments.callee);
console.log(this === module.exports, __filename.endsWith('strict.js'));
exports = 'lost';
console.log(module.exports);
