exports.one = 1;
exports['two'] = 2;
Object.defineProperty(exports, 'three', { enumerable: true, get: () => 3 });
exports.if = 'a keyword';
if (false) exports.never = 1;
