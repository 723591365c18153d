import { inspect } from '../util/inspect.ts';
import type { Directive, ReportEvent, Result } from './report-event.ts';

/** Node's reporter `spec`, as it writes to what is no terminal. */

const marks = { passed: '✔', failed: '✖', skipped: '﹣', warning: '⚠', parent: '▶', note: 'ℹ' };

const words: Readonly<Record<Directive['kind'], string>> = {
  skip: 'SKIP',
  todo: 'TODO',
  expectFailure: 'EXPECTED FAILURE',
};

function inspectError(error: unknown): string {
  const options = { colors: false, breakLength: Infinity };
  try {
    return inspect(error, options);
  } catch {
    return inspect(error, { ...options, customInspect: false });
  }
}

/** What was thrown, without the runner's error around it. */
function thrown(error: unknown): unknown {
  const failure = error as { code?: unknown; cause?: unknown } | null | undefined;
  return failure?.code === 'ERR_TEST_FAILURE' ? failure.cause : error;
}

function markOf({ passed, directive }: Result): string {
  if (directive?.kind === 'skip') return marks.skipped;
  if (passed) return marks.passed;
  return directive?.kind === 'todo' ? marks.warning : marks.failed;
}

function titleOf(result: Result): string {
  const { name, durationMs, directive } = result;
  const duration = durationMs > 0 ? ` (${durationMs}ms)` : '';
  if (directive === undefined) return `${markOf(result)} ${name}${duration}`;
  const reason = directive.kind === 'expectFailure' ? undefined : directive.text;
  return `${markOf(result)} ${name}${duration} # ${reason || words[directive.kind]}`;
}

const indent = (nesting: number): string => '  '.repeat(nesting);

function failureText(result: Result): string {
  const { location } = result;
  const place = location && `test at ${location.file}:${location.line}:${location.column}`;
  const error = result.error
    ? `\n  ${inspectError(thrown(result.error)).split(/\r?\n/).join('\n  ')}\n`
    : '';
  return [...(place === undefined ? [] : [place]), `${titleOf(result)}${error}`].join('\n');
}

export class SpecReport {
  /** Announced parents and tests whose line is not written yet; the youngest first. */
  #announced: { readonly name: string; readonly nesting: number }[] = [];
  readonly #failures: Result[] = [];

  /** @returns what to write for an event */
  text(event: ReportEvent): string {
    if (event.type === 'start') {
      this.#announced.unshift(event.about);
      return '';
    }
    if (event.type === 'diagnostic')
      return `${indent(event.nesting)}${marks.note} ${event.message}\n`;
    const { result } = event;
    const failure = result.error as { failureType?: unknown } | undefined;
    if (!result.passed && failure?.failureType !== 'subtestsFailed') this.#failures.push(result);
    const [, ...parents] = this.#announced;
    this.#announced = [];
    const heads = parents
      .reverse()
      .map(({ name, nesting }) => `${indent(nesting)}${marks.parent} ${name}\n`);
    return `${heads.join('')}${indent(result.nesting)}${titleOf(result)}\n`;
  }

  /** @returns the failures once more, with what was thrown */
  failures(): string {
    if (this.#failures.length === 0) return '';
    const head = `\n${marks.failed} failing tests:\n`;
    return [head, ...this.#failures.splice(0).map(failureText)].join('\n');
  }
}
