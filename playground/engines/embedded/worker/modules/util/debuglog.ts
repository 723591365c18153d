import type { NodeProcess } from '../../process/process.ts';
import { format } from './inspect.ts';

type Log = (...args: unknown[]) => void;
type Debuglog = (section: string, onFirst?: (log: Log) => void) => Log;

/** Names with stars, as `NODE_DEBUG` lists them. */
function sectionsOf(list: string | undefined): RegExp {
  if (!list) return /(?!)/;
  const names = list.replaceAll(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${names.replaceAll(',', '$|^')}$`, 'i');
}

const nothing: Log = () => undefined;

function addEnabled(log: Log, isEnabled: () => boolean): void {
  Object.defineProperty(log, 'enabled', { get: isEnabled, configurable: true, enumerable: true });
}

/** Makes `util.debuglog`: a logger to stderr that `NODE_DEBUG=section` turns on. */
export function createDebuglog(process: NodeProcess): Debuglog {
  const sections = sectionsOf(process.env['NODE_DEBUG']);
  const write = (section: string): Log => {
    return function debug(...args) {
      process.stderr.write(`${section} ${process.pid}: ${format(...args)}\n`);
    };
  };
  return function debuglog(name, onFirst) {
    const section = `${name}`.toUpperCase();
    const enabled = sections.test(section);
    const log = enabled ? write(section) : nothing;
    let isFirst = true;
    const logger: Log = (...args) => {
      if (isFirst && typeof onFirst === 'function') {
        addEnabled(log, () => enabled);
        onFirst(log);
      }
      isFirst = false;
      log(...args);
    };
    addEnabled(logger, () => enabled);
    return logger;
  };
}
