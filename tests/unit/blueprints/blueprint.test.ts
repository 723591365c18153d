import { unzipSync } from 'fflate';
import { afterEach, expect, it, vi } from 'vitest';
import { blueprintOf } from '../../../src/blueprints/blueprint.ts';
import { contractsOf } from '../../../src/blueprints/contracts.ts';
import { zip } from '../../../src/lib/zip.ts';
import type { Preset } from '../../../src/wizard/presets/preset.ts';
import { presets } from '../../../src/wizard/presets/presets.ts';

afterEach(() => {
  vi.useRealTimers();
});

const zipAt = (preset: Preset, date: string): Uint8Array => {
  vi.useFakeTimers({ now: new Date(date), toFake: ['Date'] });
  // A copy is a preset of its own, so it is solved and written anew.
  return zip(blueprintOf({ ...preset }).files);
};

it.each(presets.map((preset) => [preset.slug, preset] as const))(
  '%s has the same bytes whenever it is made',
  (_, preset) => {
    const first = zipAt(preset, '2026-01-31T23:59:59Z');
    const later = zipAt(preset, '2031-07-01T12:00:00Z');
    expect(Buffer.compare(first, later)).toBe(0);
    expect(Object.keys(unzipSync(first))).toContain('README.md');
  },
);

it('names the contracts of a blueprint by the title of their API', () => {
  const preset = presets.find(({ slug }) => slug === 'webhook-delivery');
  if (preset === undefined) throw new Error('There is no such preset.');
  expect(contractsOf(blueprintOf(preset)).map(({ name, title }) => [name, title])).toContainEqual([
    'webhook-endpoints-api',
    'API of webhook endpoints and webhook events',
  ]);
});
