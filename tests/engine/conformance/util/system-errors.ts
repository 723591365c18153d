import {
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
  parseEnv,
  diff,
  getCallSites,
  debuglog,
} from 'node:util';
console.log(
  getSystemErrorName(-2),
  getSystemErrorMessage(-111),
  getSystemErrorMap().size,
  getSystemErrorMap().get(-13),
  getSystemErrorName(-9999),
);
try {
  getSystemErrorName(1);
} catch (error) {
  console.log((error as Error).message);
}
console.log(parseEnv('A=1\nexport B="two\\nlines" # c\nC=\'q\'\n#D=4\nE = spaced \nF=`a\nb`\nG'));
console.log(diff('abcd', 'abxd'), diff(['a', 'b'], ['b', 'c']));
function outer() {
  return getCallSites(2);
}
console.log(
  outer().map(({ functionName, scriptName, lineNumber, columnNumber }) => [
    functionName,
    scriptName.split('/').at(-1),
    lineNumber,
    columnNumber,
  ]),
);
const log = debuglog('app');
log('silent');
console.log(log.enabled, typeof log);
