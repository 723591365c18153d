import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { addressOf } from '../../../src/wizard/artefacts/observability/addresses.ts';

/** A rule as the file has it. */
export interface WrittenRule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

interface Series {
  readonly series: string;
  readonly values: string;
}

const minutes = 40;
const perMinute = 1_000_000;

/** How bad things are: the share of failed and slow answers of each objective, and all the rest. */
export interface Scenario {
  readonly name: string;
  /** In times of what the objective allows. */
  readonly burn: number;
  readonly restIsBroken: boolean;
}

/** The series that a design in this state would report for forty minutes. */
function seriesOf({ architecture }: RecordContext, { burn, restIsBroken }: Scenario): Series[] {
  const counter = (series: string, step: number): Series => ({
    series,
    values: `0+${step}x${minutes}`,
  });
  const gauge = (series: string, value: number): Series => ({
    series,
    values: `${value}x${minutes}`,
  });
  const share = (objective: number): number => Math.min(1, (burn * (100 - objective)) / 100);
  const servers = architecture.deployables.flatMap(({ id }) => {
    const own = architecture.slos.filter(({ deployable }) => deployable === id);
    const bad = own.find(({ indicator }) => indicator === 'availability');
    const failed = Math.round(perMinute * share(bad?.objectivePercent ?? 100));
    return ['http_server_request_duration_seconds', 'rpc_server_call_duration_seconds'].flatMap(
      (name) => [
        counter(
          `${name}_count{job="${id}", http_response_status_code="500", rpc_response_status_code="INTERNAL", error_type="500"}`,
          failed,
        ),
        counter(
          `${name}_count{job="${id}", http_response_status_code="200", rpc_response_status_code="OK"}`,
          perMinute - failed,
        ),
        ...own.flatMap(({ thresholdMs, objectivePercent }) =>
          thresholdMs === undefined
            ? []
            : [
                counter(
                  `${name}_bucket{job="${id}", le="${thresholdMs / 1000}${thresholdMs % 2000 === 1000 ? '.0' : ''}"}`,
                  Math.round(perMinute * (1 - share(objectivePercent))),
                ),
              ],
        ),
      ],
    );
  });
  const broken = restIsBroken ? 1 : 0;
  return [
    ...servers,
    ...architecture.deployables.flatMap(({ id }) => [
      gauge(`http_server_active_requests{job="${id}", instance="1"}`, 1 + broken * 1e6),
      gauge(
        `db_client_connection_count{job="${id}", instance="1", db_client_connection_state="used"}`,
        1,
      ),
      gauge(`db_client_connection_max{job="${id}", instance="1"}`, 10),
    ]),
    ...architecture.channels.flatMap(({ id }) => [
      counter(`app_messages_dead_lettered_total{messaging_destination_name="${id}"}`, broken),
      gauge(
        `app_messages_oldest_age_seconds{messaging_destination_name="${id}"}`,
        1 + broken * 1e6,
      ),
    ]),
    ...architecture.dependencies.flatMap(({ id }) => [
      gauge(`app_breaker_open{dependency="${id}"}`, broken),
      counter(
        `http_client_request_duration_seconds_count{server_address="${addressOf(id)}", error_type="timeout"}`,
        broken * 90,
      ),
      counter(
        `http_client_request_duration_seconds_count{server_address="${addressOf(id)}"}`,
        100 - broken * 90,
      ),
    ]),
  ];
}

/** Which alerts a scenario has to raise: of the burning ones those whose rate it passes. */
function expected(
  context: RecordContext,
  rule: WrittenRule,
  scenario: Scenario,
): readonly object[] {
  const id = rule.labels['alert_id'];
  const about = context.architecture.alerts.find((alert) => alert.id === id)?.about;
  const fires = about?.kind === 'burn' ? scenario.burn > about.rate : scenario.restIsBroken;
  if (!fires) return [];
  const slo = about?.kind === 'burn' ? { slo: about.slo } : {};
  return [{ exp_labels: { ...rule.labels, ...slo }, exp_annotations: rule.annotations }];
}

/** A test file for promtool: every alert in every scenario. */
export function ruleTests(
  context: RecordContext,
  rules: readonly WrittenRule[],
  scenarios: readonly Scenario[],
): object {
  return {
    rule_files: ['rules.yml'],
    evaluation_interval: '1m',
    tests: scenarios.map((scenario) => ({
      name: scenario.name,
      interval: '1m',
      input_series: seriesOf(context, scenario),
      alert_rule_test: rules.flatMap((rule) =>
        rule.alert === undefined
          ? []
          : [
              {
                eval_time: '30m',
                alertname: rule.alert,
                exp_alerts: expected(context, rule, scenario),
              },
            ],
      ),
    })),
  };
}
