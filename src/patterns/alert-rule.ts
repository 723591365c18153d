import type { Observe } from '../catalogue/schema/observe.ts';

/**
 * The alert as a Prometheus rule that can be pasted under `rules:`.
 * Format: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/
 */
export function alertRule({ name, expr, for: holds, severity, summary }: Observe['alert']): string {
  const lines = expr.trim().split('\n');
  return [
    `- alert: ${name}`,
    '  expr: |',
    ...lines.map((line) => `    ${line}`),
    `  for: ${holds}`,
    '  labels:',
    `    severity: ${severity}`,
    '  annotations:',
    `    summary: ${JSON.stringify(summary)}`,
  ].join('\n');
}
