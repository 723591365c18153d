import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { collectorFile } from './collector.ts';
import { dashboardFile } from './dashboard.ts';
import { rulesFile } from './rules.ts';

/** What collects telemetry, what is recorded and alerted on, and what is looked at. */
export function observabilityFiles(context: RecordContext): readonly GeneratedFile[] {
  return [collectorFile(context), rulesFile(context), dashboardFile(context)];
}
