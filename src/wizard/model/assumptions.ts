import {
  followsFromActions,
  followsFromDependencies,
  followsFromMessages,
  listsFrom,
  partsImpliedBy,
} from './derived-facts.ts';
import type { Stated } from './derived-facts.ts';
import { facts as factTable } from './facts.ts';
import type { FactId, Facts } from './facts.ts';
import { writesPerSecond } from './measures.ts';

/**
 * All facts: what was stated, what follows from stated rows, and for the rest the defaults, fitted
 * to what is known that would contradict them otherwise.
 */
export function factsFrom(defaults: Facts, stated: Stated): Facts {
  const lists = listsFrom(stated, stated.building ?? defaults.building);
  const facts = {
    ...defaults,
    ...(stated.actions === undefined ? followsFromActions(lists.actions) : {}),
    ...stated,
    ...lists,
    ...statedByRows(stated, lists),
    parts: partsOf(stated.parts ?? defaults.parts, lists.capabilities),
  };
  return { ...facts, ...fitted(facts, stated) };
}

/** The facts that stated rows settle, whatever else was said of them. */
export function settledByRows(stated: Stated): readonly FactId[] {
  const lists = listsFrom(stated, stated.building ?? factTable.building.default);
  return Object.keys(statedByRows(stated, lists)) as FactId[];
}

/** The facts that rows state: those that they settle, and the parts that they set apart. */
export function statedThroughRows(stated: Stated): readonly FactId[] {
  const marked = partsImpliedBy(stated.capabilities ?? []).length > 0;
  return marked ? [...settledByRows(stated), 'parts'] : settledByRows(stated);
}

type Lists = ReturnType<typeof listsFrom>;

/** Where rows were stated, they say it themselves: a number beside them is not looked at. */
function statedByRows(stated: Stated, { actions, dependencies, messages }: Lists): Stated {
  return {
    ...(stated.actions === undefined ? {} : followsFromActions(actions)),
    ...(stated.dependencies === undefined ? {} : followsFromDependencies(dependencies)),
    ...(stated.messages === undefined ? {} : followsFromMessages(messages)),
  };
}

/** What was said of the parts, and what their rows say. */
function partsOf(said: Facts['parts'], capabilities: Facts['capabilities']): Facts['parts'] {
  const implied = partsImpliedBy(capabilities);
  return factTable.parts.options.filter(
    (option) => said.includes(option) || implied.includes(option),
  );
}

function fitted(facts: Facts, stated: Stated): Stated {
  const peakLater = stated.peakLater ?? Math.max(facts.peakLater, facts.peakNow);
  const counted = stated.messagesPerSecond !== undefined || facts.messages.length > 0;
  return {
    peakLater,
    ...(stated.signIn === undefined ? { signIn: assumedSignIn(facts) } : {}),
    ...(stated.customerCount === undefined ? { customerCount: assumedCustomers(facts) } : {}),
    ...(counted ? {} : { messagesPerSecond: assumedMessages({ ...facts, peakLater }) }),
  };
}

/** Where only programs call, nobody types a password. */
function assumedSignIn({ clients, signIn }: Facts): Facts['signIn'] {
  const people = clients.includes('web') || clients.includes('mobile');
  return clients.length === 0 || people ? signIn : ['machines'];
}

/** What devices and bulk imports send is handled as messages: one for each write. */
function assumedMessages(facts: Facts): number {
  const sends = facts.clients.includes('devices') || facts.interaction.includes('bulk');
  return sends
    ? Math.max(facts.messagesPerSecond, writesPerSecond(facts))
    : facts.messagesPerSecond;
}

/** Whoever has many customers and counts none of them is taken to have some dozens. */
function assumedCustomers({ customers, customerCount }: Facts): number {
  return customers === 'one' ? customerCount : 50;
}
