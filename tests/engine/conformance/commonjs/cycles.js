const a = require('./lib/a');
console.log(a, Object.getPrototypeOf(a) === Object.prototype);
console.log(require('./lib/b'));
