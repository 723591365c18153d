const Module = require('module');
const tell = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, String(error.message).replaceAll(__dirname, '.'));
  }
};
console.log(
  Module.name,
  Module.length,
  Module.Module === Module,
  Module.wrap('x'),
  Module.wrapper,
  Module.builtinModules.length,
  Module.constants,
);
for (const name of ['fs', 'node:fs', 'node:test', 'test', 'wss', 5])
  console.log(name, Module.isBuiltin(name));
tell(() => Module.createRequire('x'));
tell(() => Module.createRequire(5));
tell(() => Module.createRequire(__filename)('./lib/data'));
tell(() => Module.createRequire(`file://${__dirname}/lib/`)('./data'));
tell(() => Module.createRequire(new URL(`file://${__dirname}/lib/x.js`)).resolve('fs'));
tell(() => Module._nodeModulePaths('/a/node_modules/b'));
tell(() => Module._resolveLookupPaths('./x'));
tell(() => Module._resolveLookupPaths('fs'));
tell(() => new Module('x'));
tell(() => new Module());
tell(() => Module.findPackageJSON('./lib/main/start.js', __filename).replace(__dirname, '.'));
tell(() => Module.findPackageJSON('installed', __filename).replace(__dirname, '.'));
tell(() => Module.findPackageJSON('none', __filename));
tell(() => Module.findPackageJSON());
tell(() => Module.findPackageJSON('./x'));
tell(() => Module._findPath('./data', [`${__dirname}/lib`]).replace(__dirname, '.'));
tell(() => Module._findPath('./none', [`${__dirname}/lib`]));
tell(() => Module._load('./lib/data', module));
tell(() => {
  const made = new Module('/x/y.js');
  made.paths = [];
  made._compile('module.exports = [__filename, __dirname, this === exports]', '/x/y.js');
  return made;
});
tell(() => module.isPreloading);
tell(() => process.mainModule === module);
tell(() => [
  Module.getCompileCacheDir(),
  Module.findSourceMap('x'),
  Module.syncBuiltinESMExports(),
]);
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'virtual' ? 'made up' : Reflect.apply(load, this, [request, ...rest]);
};
console.log(require('virtual'), typeof require('path').join);
Module._load = load;
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolve(request === 'alias' ? './lib/folder' : request, ...rest);
console.log(require('alias'));
