import type { Field, Operation } from '../system.ts';

/** What is known about a common area of business. */
export interface Word {
  /** How people call it, in lower case. */
  readonly names: readonly string[];
  /** What it keeps records of, in kebab case. */
  readonly singular: string;
  readonly plural: string;
  /** Beside the id and the times, which every record has. */
  readonly fields: readonly Field[];
  /** Its part in an action of several areas, how that is undone, and what both are called once done. */
  readonly step: Deed;
  /** What can be asked of it; absent means everything. */
  readonly operations?: readonly Operation['kind'][];
  /** Who changes it: whoever it is about, the people who run the business, or machines. */
  readonly writtenBy?: 'owner' | 'staff' | 'machine';
  /** Who reads it: whoever it is about, only those who run the business, or anybody. */
  readonly readBy?: 'owner' | 'staff' | 'anybody';
}

/** Something that is done to an area, and how it is taken back. */
export interface Deed {
  readonly does: string;
  readonly undo: string;
  readonly done: string;
  readonly undone: string;
}

/** As in `deed('reserve stock', 'release stock', 'stock-reserved', 'stock-released')`. */
export function deed(does: string, undo: string, done: string, undone: string): Deed {
  return { does, undo, done, undone };
}

/** A reference to a record of another area. */
export function ref(name: string): Field {
  return field(name, 'id', '6f1c2d9e-8a34-4b7d-9f02-5e1c7a9b3d48');
}

/** Words that people read. */
export function text(name: string, example: string): Field {
  return field(name, 'text', example);
}

/** A whole number. */
export function whole(name: string, example: number): Field {
  return field(name, 'integer', example);
}

/** An amount with two decimals, as text so that nothing rounds it. */
export function money(name: string, example: string): Field {
  return field(name, 'money', example);
}

/** A moment, in UTC. */
export function at(name: string, example = '2026-03-14T09:26:53Z'): Field {
  return field(name, 'date-time', example);
}

/** Yes or no. */
export function yes(name: string): Field {
  return field(name, 'boolean', true);
}

/** One of several values, the first being where a record begins. */
export function state(...states: readonly [string, ...string[]]): Field {
  return { ...field('state', 'state', states[0]), states };
}

/** Must never leave the system in logs, messages or caches. */
export function secret(one: Field): Field {
  return { ...one, sensitive: true };
}

/** May be absent. */
export function optional(one: Field): Field {
  return { ...one, required: false };
}

function field(name: string, type: Field['type'], example: Field['example']): Field {
  return { name, type, required: true, sensitive: false, example };
}
