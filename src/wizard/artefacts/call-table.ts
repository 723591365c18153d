import type { Architecture } from '../model/architecture.ts';
import { partNames } from './part-names.ts';

/** How each call is guarded, as a Markdown table. */
export function callTable(architecture: Architecture): readonly string[] {
  const names = partNames(architecture);
  const rows = architecture.connections.flatMap((each) => {
    if (each.kind !== 'sync') return [];
    const ends = `${names.get(each.from) ?? each.from} → ${names.get(each.to) ?? each.to}`;
    const cells = [
      ends,
      `${each.timeoutMs} ms`,
      String(each.attempts),
      each.breaker ? 'yes' : 'no',
      each.bulkhead ? 'yes' : 'no',
      each.fallback,
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  return [
    '| Call | Timeout of an attempt | Attempts | Breaker | Own pool | When it fails |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
}
