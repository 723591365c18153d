const counter = require('./lib/counter');
console.log(
  counter.next(),
  require('./lib/counter.js').next(),
  require('./lib/../lib/counter').next(),
  counter.path,
  counter.parent,
);
console.log(
  require('./lib/folder'),
  require('./lib/folder/'),
  require('./lib/main'),
  require('./lib/data'),
  require('./lib/data.json') === require('./lib/data'),
);
console.log(require('./lib/deep/deeper/inner'));
console.log(require(`${__dirname}/lib/folder`), require('./lib/deep/..//folder'));
console.log(module.children.map(({ id }) => id.slice(__dirname.length)));
console.log(
  require.main === module,
  module.parent,
  module.loaded,
  module.id,
  typeof module.require,
);
setImmediate(() => console.log(module.loaded));
console.log(Object.keys(require.cache).map((name) => name.slice(__dirname.length)));
delete require.cache[require.resolve('./lib/counter')];
console.log(require('./lib/counter').next(), counter.next());
require.cache[require.resolve('./lib/folder')].exports = 'replaced';
console.log(require('./lib/folder'));
require.extensions['.txt'] = (which) => {
  which.exports = 'a text';
};
console.log(Object.keys(require.extensions));
