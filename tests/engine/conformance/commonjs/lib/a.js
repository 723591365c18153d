exports.early = 'a early';
const b = require('./b');
exports.late = `a late, b is ${b.early} ${b.late}`;
exports.loaded = module.loaded;
