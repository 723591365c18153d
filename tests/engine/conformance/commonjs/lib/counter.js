let count = 0;
exports.next = () => ++count;
exports.path = module.path.split('/').pop();
exports.parent = module.parent && module.parent.filename.split('/').pop();
