exports.early = 'b early';
const a = require('./a.js');
console.log('in b:', Object.keys(a), a.late);
exports.late = 'b late';
