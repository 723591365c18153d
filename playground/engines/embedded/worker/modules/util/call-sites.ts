import { validateBoolean, validateInteger, validateObject } from '../errors/validate.ts';

/** `util.getCallSites`: where the program is, from the call on. */

const most = 200;
const usual = 10;
/** `at name (file:1:2)`, or `at file:1:2` where a function has no name. */
const frame = /^ +at (?:async )?(?:(.*?) \()?((?:file|node|https?|blob):.*?|\/.*?):(\d+):(\d+)\)?$/;

function checkOptions(options: unknown): void {
  validateObject(options, 'options');
  const sourceMap: unknown = Reflect.get(options, 'sourceMap');
  if (sourceMap !== undefined) validateBoolean(sourceMap, 'options.sourceMap');
}

/** Numbers of the scripts, in the order in which they were first asked for. */
const scriptIds = new Map<string, string>();

function scriptId(name: string): string {
  const id = scriptIds.get(name) ?? String(scriptIds.size + 1);
  scriptIds.set(name, id);
  return id;
}

/** `new Name` and `Type.method` stand in stacks; a call site has the name alone. */
function functionName(text: string): string {
  if (text === '<anonymous>' || text === 'Object.<anonymous>') return '';
  return (
    text
      .replace(/^new /, '')
      .replace(/ \[as .*\]$/, '')
      .split('.')
      .at(-1) ?? ''
  );
}

function callSite(line: string): object | undefined {
  const [, name = '', scriptName, lineNumber, column] = frame.exec(line) ?? [];
  if (scriptName === undefined) return undefined;
  return Object.assign(Object.create(null) as object, {
    functionName: functionName(name),
    scriptId: scriptId(scriptName),
    scriptName,
    lineNumber: Number(lineNumber),
    columnNumber: Number(column),
    column: Number(column),
  });
}

/** @param frameCount how many at most; it may be left out before the options */
export function getCallSites(frameCount: unknown = usual, options?: unknown): object[] {
  const isCount = typeof frameCount !== 'object' || options !== undefined;
  if (!isCount || options !== undefined) checkOptions(isCount ? options : frameCount);
  const count = isCount ? frameCount : usual;
  validateInteger(count, 'frameCount', 1, most);
  const place: { stack?: string } = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = most;
  Error.captureStackTrace(place, getCallSites);
  const lines = String(place.stack).split('\n');
  Error.stackTraceLimit = stackTraceLimit;
  return lines.flatMap((line) => callSite(line) ?? []).slice(0, count);
}
