import { describe, expect, it } from 'vitest';
import { keepContext } from '../../../../playground/engines/embedded/packages/async-hooks/keep-context.ts';

const asked = (text: string): string => `çontext.ask(${text})`;
const awaited = (text: string): string =>
  `çontext.got(await  çontext.ask(${text},çheld=çontext.now()),çheld,çheld=undefined)`;

describe('keeping the context', () => {
  it('leaves a text without anything asynchronous', () => {
    const text = 'const f = () => [...[1, 2]]; export default function* g() { yield f(); }';
    expect(keepContext(text)).toBe(text);
  });

  it('leaves a text that does not parse', () => {
    expect(keepContext('await await await ;')).toBe('await await await ;');
  });

  it('restores the frame after an await', () => {
    expect(keepContext('await a')).toBe(`${awaited('a')}\nvar çheld;`);
  });

  it('gives an arrow function a body to hold the frame in', () => {
    expect(keepContext('async () => await a')).toBe(
      `async () => {let çheld;return ${asked(awaited('a'))}}`,
    );
    expect(keepContext('async () => ({})')).toBe(`async () => ${asked('({})')}`);
  });

  it('returns the last value of a sequence', () => {
    expect(keepContext('async function f() { return a, b }')).toBe(
      `async function f() { return  ${asked('(a, b)')} }`,
    );
  });

  it('keeps directives first', () => {
    expect(keepContext("async function f() { 'use strict'; await a }")).toBe(
      `async function f() { 'use strict';;let çheld; ${awaited('a')} }`,
    );
  });

  it('restores the frame only where a try waits', () => {
    const text = 'async function f() { try { a } catch {} }';
    expect(keepContext(text)).toBe(text);
    expect(keepContext('async function f() { try { await a } catch {} }')).toContain(
      'catch {çheld=çontext.back(çheld);}',
    );
  });

  it('reads a script that is no module', () => {
    expect(keepContext('with (a) { b } new Promise(c)')).toBe(
      'with (a) { b } new (çontext.promise(Promise))(c)',
    );
  });

  it('adds no line within the text', () => {
    const text = 'a;\nfor await (const b of c) {\n  await d;\n}\ne;';
    expect(keepContext(text).split('\n').slice(0, 5)).toHaveLength(5);
    expect(keepContext(text).split('\n')[4]).toBe('e;');
  });
});
