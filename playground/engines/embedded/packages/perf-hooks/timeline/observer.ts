import {
  illegalConstructor,
  invalidArgType,
  invalidArgValue,
  invalidThis,
  missingArgs,
  notInEngine,
  validateFunction,
  validateObject,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { inspect, type InspectOptionsStylized } from 'node:util';
import { enumerable, showAs, tagged } from '../show.ts';
import { making, textOf, type PerformanceEntry } from './entries.ts';
import { entriesOf, watchers, type Watcher } from './timeline.ts';

const reported: readonly string[] = ['function', 'mark', 'measure', 'resource'];
/** Kinds that Node.js reports, and a browser cannot. */
const unreported: readonly string[] = ['dns', 'gc', 'http', 'http2', 'net', 'quic'];

const lists = new WeakMap<object, readonly PerformanceEntry[]>();

function listOf(list: object): readonly PerformanceEntry[] {
  const entries = lists.get(list);
  if (!entries) throw invalidThis('PerformanceObserverEntryList');
  return entries;
}

export class PerformanceObserverEntryList {
  constructor(allowed: unknown = undefined, entries: readonly PerformanceEntry[] = []) {
    if (allowed !== making) throw illegalConstructor();
    lists.set(
      this,
      entries.toSorted((one, other) => one.startTime - other.startTime),
    );
  }

  getEntries(): PerformanceEntry[] {
    return [...listOf(this)];
  }

  getEntriesByType(...given: readonly unknown[]): PerformanceEntry[] {
    const entries = listOf(this);
    if (given.length === 0) throw missingArgs('type');
    const type = textOf(given[0]);
    return entries.filter((entry) => entry.entryType === type);
  }

  getEntriesByName(...given: readonly unknown[]): PerformanceEntry[] {
    const entries = listOf(this);
    if (given.length === 0) throw missingArgs('name');
    const [name, type] = [textOf(given[0]), given[1] ?? undefined];
    return entries.filter(
      (entry) => entry.name === name && (type === undefined || entry.entryType === type),
    );
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    return showAs('PerformanceObserverEntryList', listOf(this), this, depth, options);
  }
}

/** Observers with entries that they have not been told of. */
let pending = new Set<Tellable>();
let isScheduled = false;

interface Tellable extends Watcher {
  tell(): void;
}

function schedule(one: Tellable): void {
  pending.add(one);
  if (isScheduled) return;
  isScheduled = true;
  machine.loop.immediate(() => {
    isScheduled = false;
    const told = pending;
    pending = new Set();
    for (const each of told) each.tell();
  });
}

/** @throws {NodeError} for a kind that Node.js reports and the engine does not */
function known(type: unknown): type is string {
  if (typeof type !== 'string') return false;
  if (unreported.includes(type)) throw notInEngine(`performance entries of the type '${type}'`);
  return reported.includes(type);
}

type Callback = (list: PerformanceObserverEntryList, observer: PerformanceObserver) => void;

export class PerformanceObserver {
  #buffer: PerformanceEntry[] = [];
  readonly #entryTypes = new Set<string>();
  #mode: 'single' | 'multiple' | undefined;
  readonly #callback: Callback;
  /** What the timeline sees; the object itself has no members beside the web's. */
  readonly #ear: Tellable = {
    offer: (entry) => this.#offer(entry),
    tell: () => this.#dispatch(),
  };

  constructor(callback: unknown) {
    validateFunction(callback, 'callback');
    this.#callback = callback as Callback;
  }

  static get supportedEntryTypes(): readonly string[] {
    return reported;
  }

  observe(options: unknown = {}): void {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = options as Readonly<Record<string, unknown>>;
    if (entryTypes === undefined && type === undefined)
      throw missingArgs('options.entryTypes', 'options.type');
    if ((entryTypes ?? undefined) !== undefined && (type ?? undefined) !== undefined)
      throw invalidArgValue(
        'options.entryTypes',
        entryTypes,
        'options.entryTypes can not set with options.type together',
      );
    this.#chooseMode(type === undefined ? 'multiple' : 'single');
    if (this.#mode === 'multiple') this.#observeTypes(entryTypes);
    else if (known(type)) this.#observeType(type, buffered);
    else return;
    if (this.#entryTypes.size > 0) watchers.add(this.#ear);
    else this.disconnect();
  }

  disconnect(): void {
    watchers.delete(this.#ear);
    pending.delete(this.#ear);
    this.#buffer = [];
    this.#entryTypes.clear();
    this.#mode = undefined;
  }

  takeRecords(): PerformanceEntry[] {
    const records = this.#buffer;
    this.#buffer = [];
    return records;
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    if (depth < 0) return this;
    const members = {
      connected: watchers.has(this.#ear),
      pending: pending.has(this.#ear),
      entryTypes: [...this.#entryTypes],
      buffer: this.#buffer,
    };
    return showAs('PerformanceObserver', members, this, depth, options);
  }

  #chooseMode(mode: 'single' | 'multiple'): void {
    const other = mode === 'single' ? 'single observation' : 'multiple observations';
    if (this.#mode !== undefined && this.#mode !== mode)
      throw new DOMException(
        `PerformanceObserver can not change to ${other}`,
        'InvalidModificationError',
      );
    this.#mode = mode;
  }

  #observeTypes(types: unknown): void {
    if (!Array.isArray(types)) throw invalidArgType('options.entryTypes', 'string[]', types);
    const wanted = types.filter(known);
    this.#entryTypes.clear();
    for (const type of wanted) this.#entryTypes.add(type);
  }

  #observeType(type: string, buffered: unknown): void {
    this.#entryTypes.add(type);
    if (!buffered) return;
    this.#buffer.push(...entriesOf(undefined, type));
    schedule(this.#ear);
  }

  #offer(entry: PerformanceEntry): void {
    if (!this.#entryTypes.has(entry.entryType)) return;
    this.#buffer.push(entry);
    schedule(this.#ear);
  }

  #dispatch(): void {
    const list = new PerformanceObserverEntryList(making, this.takeRecords());
    this.#callback(list, this);
  }
}

const listMembers = ['getEntries', 'getEntriesByType', 'getEntriesByName'];
enumerable(PerformanceObserverEntryList.prototype, listMembers);
enumerable(PerformanceObserver.prototype, ['observe', 'disconnect', 'takeRecords']);
tagged(PerformanceObserver.prototype, 'PerformanceObserver');
tagged(PerformanceObserverEntryList.prototype, 'PerformanceObserverEntryList');
