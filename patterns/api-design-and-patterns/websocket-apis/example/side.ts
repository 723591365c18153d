import type { Seat } from './chat-node.ts';
import type { Socket } from './delivery.ts';
import type { Connection, Events } from './member.ts';

export interface Node {
  readonly size: number;
  join(socket: Socket, name: string): Seat;
}

export interface Speaker {
  say(text: string): void;
  run(signal: AbortSignal): Promise<unknown>;
}

/** What one member is given. */
export interface Place {
  readonly name: string;
  readonly open: (events: Events) => Promise<Connection>;
  readonly show: (text: string) => void;
  /** Everything that was said, from the database. */
  readonly loadRoom: (upTo: number) => void;
}

/** Nodes and members of one kind. */
export interface Side {
  readonly start: (name: string, day: AbortSignal) => Node;
  /** It is to go. @returns in how many ms its process ends */
  readonly end: (name: string) => number;
  readonly member: (place: Place) => Speaker;
  /** Everything that was said and taken. */
  readonly room: () => readonly string[];
  /** Words that came a second time. */
  readonly repeats: () => number;
  /** How often a member did not answer in time. */
  readonly takenForGone: () => number;
}
