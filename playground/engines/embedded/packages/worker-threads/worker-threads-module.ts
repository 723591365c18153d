import { machine } from 'node:internal/machine';
import { BroadcastChannel } from './broadcast.ts';
import { makePortsEmitters } from './ports.ts';
import { environmentData, refuse, shareEnv, Worker } from './worker.ts';

/** `node:worker_threads`. */

makePortsEmitters();
const { thread } = machine;
const untransferable = new WeakSet<object>();

/** @throws always: a browser hands messages over in tasks, never at once */
function receiveMessageOnPort(): never {
  return refuse('receiveMessageOnPort()');
}

function moveMessagePortToContext(): never {
  return refuse('moveMessagePortToContext()');
}

function postMessageToThread(): never {
  return refuse('postMessageToThread()');
}

function setEnvironmentData(key: unknown, value?: unknown): void {
  if (value === undefined) environmentData.delete(key);
  else environmentData.set(key, value);
}

function getEnvironmentData(key: unknown): unknown {
  return environmentData.get(key);
}

function markAsUntransferable(value: unknown): void {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function')
    untransferable.add(value);
}

function isMarkedAsUntransferable(value: unknown): boolean {
  return (typeof value === 'object' && value !== null && untransferable.has(value)) || false;
}

function markAsUncloneable(): never {
  return refuse('markAsUncloneable()');
}

const { MessageChannel, MessagePort } = globalThis;

const workerThreads = {
  ...{ BroadcastChannel, MessageChannel, MessagePort, SHARE_ENV: shareEnv, Worker },
  ...{ getEnvironmentData, setEnvironmentData, isInternalThread: false },
  isMainThread: thread === undefined,
  ...{ isMarkedAsUntransferable, markAsUncloneable, markAsUntransferable },
  moveMessagePortToContext,
  parentPort: thread?.port ?? null,
  ...{ postMessageToThread, receiveMessageOnPort, resourceLimits: {} },
  threadId: thread?.id ?? 0,
  threadName: thread?.name ?? '',
  workerData: thread?.workerData ?? null,
};

export const { isMainThread, parentPort, resourceLimits, threadId, threadName, workerData } =
  workerThreads;
export {
  BroadcastChannel,
  getEnvironmentData,
  isMarkedAsUntransferable,
  markAsUncloneable,
  markAsUntransferable,
  MessageChannel,
  MessagePort,
  moveMessagePortToContext,
  postMessageToThread,
  receiveMessageOnPort,
  setEnvironmentData,
  shareEnv as SHARE_ENV,
  Worker,
};
export const isInternalThread = false;
export default workerThreads;
