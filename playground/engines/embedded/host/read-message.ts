import type { Fault, OutputChunk } from '../../../engine/contract.ts';
import { readVisit } from './read-visit.ts';
import {
  longestFault,
  longestMessage,
  lostReasons,
  type FromFrame,
  type FromWorker,
} from '../protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

/** @returns the frame's message, made anew; undefined where it is none */
export function readFrameMessage(text: string): FromFrame | undefined {
  const fields = fieldsOf(text);
  if (fields?.['type'] === 'ready') return { type: 'ready' };
  if (fields?.['type'] === 'pong') return { type: 'pong' };
  const reason = lostReasons.find((known) => known === fields?.['reason']);
  return fields?.['type'] === 'lost' && reason ? { type: 'lost', reason } : undefined;
}

/** @returns the worker's message, made anew; undefined where any field is not as it must be */
export function readWorkerMessage(text: string): FromWorker | undefined {
  const fields = fieldsOf(text);
  switch (fields?.['type']) {
    case 'said':
      return readSaid(fields);
    case 'traced':
      return readTraced(fields);
    case 'unparsed':
      return readUnparsed(fields);
    case 'end':
      return readEnd(fields);
    case 'ports':
    case 'answer':
    case 'body':
    case 'answered':
    case 'unanswered':
      return readVisit(fields);
    default:
      return undefined;
  }
}

function fieldsOf(text: string): Fields | undefined {
  if (text.length > longestMessage) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSaid({ items }: Fields): FromWorker | undefined {
  if (!Array.isArray(items)) return undefined;
  const chunks = items.map(readChunk);
  return chunks.every((chunk) => chunk !== undefined) ? { type: 'said', items: chunks } : undefined;
}

function readChunk(item: unknown): OutputChunk | undefined {
  if (!isRecord(item)) return undefined;
  const { stream, text } = item;
  if (stream !== 'stdout' && stream !== 'stderr') return undefined;
  return typeof text === 'string' ? { stream, text } : undefined;
}

function readTraced({ events }: Fields): FromWorker | undefined {
  return Array.isArray(events) ? { type: 'traced', events } : undefined;
}

function readUnparsed({ message }: Fields): FromWorker | undefined {
  return typeof message === 'string' && message.length <= 1000
    ? { type: 'unparsed', message }
    : undefined;
}

function readEnd({ reason, code, traceCut = 0, fault }: Fields): FromWorker | undefined {
  if (reason !== 'exit' && reason !== 'output-limit') return undefined;
  if (!isWhole(code, 255) || !isWhole(traceCut, Number.MAX_SAFE_INTEGER)) return undefined;
  if (fault === undefined) return { type: 'end', reason, code, traceCut };
  const read = isRecord(fault) ? readFault(fault) : undefined;
  return read && { type: 'end', reason, code, traceCut, fault: read };
}

function readFault({ file, line, column, message }: Fields): Fault | undefined {
  if (!isText(file) || !isText(message)) return undefined;
  const isPlace =
    isWhole(line, Number.MAX_SAFE_INTEGER) && isWhole(column, Number.MAX_SAFE_INTEGER);
  return isPlace ? { file, line, column, message } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestFault;
}

function isWhole(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
