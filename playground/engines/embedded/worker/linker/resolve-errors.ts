import { nodeError } from '../modules/errors/node-error.ts';
import { appFolder } from './address.ts';

/** Node's errors for imports that lead nowhere, word for word. */

/** Who imports: path in the project; undefined for a package of the engine. */
export type Importer = string | undefined;

function nameOf(from: Importer): string {
  return from === undefined ? 'a package' : appFolder + from;
}

const packageJson = (folder: string): string => `${appFolder}${folder}package.json`;

/** @param full absolute path */
export function missingFile(full: string, from: Importer): Error {
  const message = `Cannot find module '${full}' imported from ${nameOf(from)}`;
  const error = nodeError(Error, 'ERR_MODULE_NOT_FOUND', message, missingFile);
  return Object.assign(error, { url: `file://${full}` });
}

/** @param full absolute path */
export function isFolder(full: string, from: Importer): Error {
  const message =
    `Directory import '${full}' is not supported resolving ES modules ` +
    `imported from ${nameOf(from)}`;
  const error = nodeError(Error, 'ERR_UNSUPPORTED_DIR_IMPORT', message, isFolder);
  return Object.assign(error, { url: `file://${full}` });
}

/** The page of what the engine has. */
const list = 'The list: /engine/';

const elsewhere =
  'For any other run the example in WebContainer, or download it and run it with Node.js. ' + list;

/** @param offered names of all that the engine has, where they are to be told */
export function missingPackage(name: string, from: Importer, offered?: readonly string[]): Error {
  const packages = offered?.filter((one) => /^(?:@[^/]+\/)?[\w.-]+$/.test(one));
  const told = packages
    ? `\nThe built-in engine has these packages: ${packages.join(', ')}. ${elsewhere}`
    : '';
  const message = `Cannot find package '${name}' imported from ${nameOf(from)}${told}`;
  return nodeError(Error, 'ERR_MODULE_NOT_FOUND', message, missingPackage);
}

/** An entry of a package that the engine has, but without this entry. */
export function unsupportedEntry(
  specifier: string,
  name: string,
  offered: readonly string[],
): Error {
  const entries = offered.filter((one) => one === name || one.startsWith(`${name}/`));
  const message =
    `The built-in engine does not have ${specifier}. Of ${name} it has: ${entries.join(', ')}. ` +
    elsewhere;
  return nodeError(Error, 'ERR_MODULE_NOT_FOUND', message, unsupportedEntry);
}

/** @param why such as `is not a valid package name` */
export function badSpecifier(specifier: string, why: string, from: Importer): Error {
  const message = `Invalid module "${specifier}" ${why} imported from ${nameOf(from)}`;
  return nodeError(TypeError, 'ERR_INVALID_MODULE_SPECIFIER', message, badSpecifier);
}

/** @param folder of the package; undefined where the file belongs to none */
export function missingImport(
  specifier: string,
  folder: string | undefined,
  from: Importer,
): Error {
  const where = folder === undefined ? '' : ` in package ${packageJson(folder)}`;
  const message =
    `Package import specifier "${specifier}" is not defined${where} ` +
    `imported from ${nameOf(from)}`;
  return nodeError(TypeError, 'ERR_PACKAGE_IMPORT_NOT_DEFINED', message, missingImport);
}

/** What `imports` of a package gives for one of its keys is neither a file nor a package. */
export function badTarget(target: string, key: string, folder: string, from: Importer): Error {
  const message =
    `Invalid "imports" target ${JSON.stringify(target)} defined for '${key}' ` +
    `in the package config ${packageJson(folder)} imported from ${nameOf(from)}`;
  return nodeError(Error, 'ERR_INVALID_PACKAGE_TARGET', message, badTarget);
}

export function notExported(subpath: string, folder: string, from: Importer): Error {
  const what =
    subpath === '.'
      ? 'No "exports" main defined'
      : `Package subpath '${subpath}' is not defined by "exports"`;
  const by = from === undefined ? '' : ` imported from ${nameOf(from)}`;
  const message = `${what} in ${packageJson(folder)}${by}`;
  return nodeError(Error, 'ERR_PACKAGE_PATH_NOT_EXPORTED', message, notExported);
}

/** @param known protocols that would do, such as `file and data` */
export function unsupportedScheme(specifier: string, known: string): Error {
  const scheme = specifier.slice(0, specifier.indexOf(':') + 1);
  const message =
    `Only URLs with a scheme in: ${known} are supported by the default ESM loader. ` +
    `Received protocol '${scheme}'`;
  return nodeError(Error, 'ERR_UNSUPPORTED_ESM_URL_SCHEME', message, unsupportedScheme);
}

/** Node would run a module inside its own address; in the cage all code comes from the project. */
export function noDataModules(): Error {
  return nodeError(
    Error,
    'ERR_UNSUPPORTED_ESM_URL_SCHEME',
    'The built-in engine does not import data: addresses. Put the module into a file.',
    noDataModules,
  );
}

/** A name that no version of Node has. */
export function noSuchBuiltin(name: string): Error {
  return nodeError(
    Error,
    'ERR_UNKNOWN_BUILTIN_MODULE',
    `No such built-in module: ${name}`,
    noSuchBuiltin,
  );
}

/** A module that Node has and the engine has not. */
export function unsupportedBuiltin(name: string): Error {
  return nodeError(
    Error,
    'ERR_UNKNOWN_BUILTIN_MODULE',
    `The built-in engine does not have the module node:${name}. ` +
      `Run the example in WebContainer, or download it and run it with Node.js. ${list}`,
    unsupportedBuiltin,
  );
}

/** @param path of a `package.json` in the project */
export function configError(path: string, cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `Invalid package config ${appFolder}${path}. ${why}`;
  return nodeError(Error, 'ERR_INVALID_PACKAGE_CONFIG', message, configError);
}
