import type { Api, Slo } from '../../model/system.ts';
import { metrics } from './metrics.ts';

/** A window of PromQL, as in "5m". */
type Window = string;

/** A deployable whose callers all speak gRPC is measured by its calls, any other one by its requests. */
export function speaksGrpc(deployable: string, apis: readonly Api[]): boolean {
  const own = apis.filter((api) => api.deployable === deployable);
  return own.length > 0 && own.every(({ form }) => form === 'grpc');
}

/** The histogram of how long answers take. */
export function durations(deployable: string, apis: readonly Api[]): string {
  return speaksGrpc(deployable, apis) ? metrics.rpcServer : metrics.httpServer;
}

/**
 * The labels of an answer that is the server's fault. GraphQL answers 200 even then, so there the
 * service has to set error.type.
 */
function failures(deployable: string, apis: readonly Api[]): string {
  if (speaksGrpc(deployable, apis)) {
    return 'rpc_response_status_code=~"UNKNOWN|DEADLINE_EXCEEDED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS"';
  }
  const graph = apis.some((api) => api.deployable === deployable && api.form === 'graphql');
  return graph ? 'error_type!=""' : 'http_response_status_code=~"5.."';
}

/** Answers a second. */
export function rateOf(deployable: string, apis: readonly Api[], window: Window): string {
  return `sum(rate(${durations(deployable, apis)}_count{job="${deployable}"}[${window}]))`;
}

/** The share of failed answers, from 0 to 1; nothing while nobody asks. */
export function errorRatio(deployable: string, apis: readonly Api[], window: Window): string {
  const labels = `job="${deployable}", ${failures(deployable, apis)}`;
  const failed = `sum(rate(${durations(deployable, apis)}_count{${labels}}[${window}]))`;
  return `(${failed} or vector(0)) / ${rateOf(deployable, apis, window)}`;
}

/** The share of answers that took longer than the threshold. */
function slowRatio({ deployable, thresholdMs = 0 }: Slo, apis: readonly Api[], window: Window) {
  const bucket = `${durations(deployable, apis)}_bucket{job="${deployable}", le=~"${bound(thresholdMs)}"}`;
  return `1 - sum(rate(${bucket}[${window}])) / ${rateOf(deployable, apis, window)}`;
}

/** A bound as both ways of writing a label have it: whole seconds are "2" or "2.0". */
function bound(thresholdMs: number): string {
  const seconds = String(thresholdMs / 1000);
  return seconds.includes('.') ? seconds.replace('.', '[.]') : `${seconds}([.]0)?`;
}

/** The share of answers that break the promise. */
export function badRatio(slo: Slo, apis: readonly Api[], window: Window): string {
  return slo.indicator === 'availability'
    ? errorRatio(slo.deployable, apis, window)
    : slowRatio(slo, apis, window);
}

/** The name of the recorded share of bad answers. */
export function recorded(window: Window): string {
  return `slo:bad_ratio:rate${window}`;
}

/** Whether the error budget burns so many times too fast, in a long and in a short window. */
export function burns(slo: Slo, rate: number, long: Window, short: Window): string {
  const limit = tidy((rate * (100 - slo.objectivePercent)) / 100);
  const above = (window: Window): string => `${recorded(window)}{slo="${slo.id}"} > ${limit}`;
  return `${above(long)} and ${above(short)}`;
}

/** The time within which a share of the answers came, in seconds. */
export function quantile(share: number, deployable: string, apis: readonly Api[]): string {
  const buckets = `${durations(deployable, apis)}_bucket{job="${deployable}"}`;
  return `histogram_quantile(${share}, sum by (le) (rate(${buckets}[5m])))`;
}

/** The share of failed calls to a system of others. */
export function outsideErrors(address: string): string {
  const rate = (more: string): string =>
    `sum(rate(${metrics.httpClient}_count{server_address="${address}"${more}}[5m]))`;
  return `(${rate(', error_type!=""')} or vector(0)) / ${rate('')}`;
}

/** How full the fullest replica is: requests under way by the number above which it refuses. */
export function fullness(deployable: string, concurrent: number): string {
  return `max(sum by (instance) (${metrics.httpActive}{job="${deployable}"})) / ${concurrent}`;
}

/** The share of the database connections that are in use, in the busiest replica. */
export function poolUse(deployable: string): string {
  const used = `sum by (instance) (${metrics.dbConnections}{job="${deployable}", db_client_connection_state="used"})`;
  return `max(${used} / sum by (instance) (${metrics.dbConnectionsMost}{job="${deployable}"}))`;
}

/** Takes away what floating-point arithmetic adds. */
export function tidy(value: number): number {
  return Number(value.toPrecision(10));
}
