console.log('before the throw');
exports.partial = 1;
throw new RangeError('while loading');
