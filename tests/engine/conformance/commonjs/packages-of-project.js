const plain = (text) => String(text).replaceAll(__dirname, '.');
console.log(
  require('installed'),
  require('installed/inner/part'),
  require('installed/main') === require('installed'),
);
console.log(
  require('exporting'),
  require('exporting/data/d'),
  plain(require.resolve('exporting')),
  plain(require.resolve('installed')),
);
console.log(
  require.resolve('fs'),
  require.resolve('node:path'),
  require.resolve.paths('./x').map(plain),
  require.resolve.paths('path'),
  plain(require.resolve.paths('x')[0]),
);
console.log(
  plain(require.resolve('installed', { paths: [`${__dirname}/lib/deep`] })),
  plain(require.resolve('./counter', { paths: [`${__dirname}/lib`] })),
);
