import type { DiffStyle } from './message.ts';

/** Settings of an `Assert` instance. */
export interface AssertOptions {
  readonly diff?: DiffStyle;
  readonly strict?: boolean;
  readonly skipPrototype?: boolean;
}

/** Where an instance keeps them. `assert` itself, and a method on its own, has none. */
export const optionsKey: unique symbol = Symbol('options');

/** @param receiver the `this` of an assertion's call */
export function optionsOf(receiver: unknown): AssertOptions {
  return (receiver as { [optionsKey]?: AssertOptions } | undefined)?.[optionsKey] ?? {};
}

/** An assertion. It looks for its options in `this`. */
export type Assertion = (this: unknown, ...args: unknown[]) => void;
export type AsyncAssertion = (this: unknown, ...args: unknown[]) => Promise<void>;
