/** The one container that a page may have: whoever uses it shares it. */
import type * as Client from '@webcontainer/api';
import { EngineError } from '../../engine/errors.ts';
import { Container } from './container.ts';

/** A start takes some seconds; it has been seen to hang without an error. */
const bootLimitMs = 8_000;

let booting: Promise<Container> | undefined;
let users = 0;

/**
 * Starts the container, or joins those who use it. Each call that succeeds is to be followed by one
 * of `releaseContainer`.
 * @throws {EngineError} `offline`, `did-not-load`, `boot-failed`, `boot-timeout`
 */
export async function useContainer(signal?: AbortSignal): Promise<Container> {
  signal?.throwIfAborted();
  if (!booting && !navigator.onLine) throw new EngineError('offline');
  users += 1;
  try {
    return await inTime((booting ??= boot()), signal);
  } catch (error) {
    users -= 1;
    throw error;
  }
}

/** The last to leave ends the container. */
export function releaseContainer(): void {
  users -= 1;
  if (users === 0) endContainer();
}

function endContainer(): void {
  const ending = booting;
  booting = undefined;
  void ending?.then(({ web }) => web.teardown()).catch(() => undefined);
}

function boot(): Promise<Container> {
  const started = start();
  started.then(
    // Too late for those who waited: nobody is left to use it.
    () => users === 0 && booting === started && endContainer(),
    () => {
      if (booting === started) booting = undefined;
    },
  );
  return started;
}

async function start(): Promise<Container> {
  const { WebContainer } = await loadClient();
  try {
    const web = await WebContainer.boot({ coep: 'require-corp', workdirName: 'app' });
    return await Container.of(web);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : undefined;
    throw new EngineError('boot-failed', detail, { cause });
  }
}

/**
 * Fetches the client from our own site; nothing of StackBlitz's is asked for.
 * @throws {EngineError} `did-not-load`
 */
export async function loadClient(): Promise<typeof Client> {
  try {
    return await import('@webcontainer/api');
  } catch (cause) {
    throw new EngineError('did-not-load', undefined, { cause });
  }
}

/** A start that comes too late is kept: the next attempt joins it. */
async function inTime(started: Promise<Container>, signal?: AbortSignal): Promise<Container> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new EngineError('boot-timeout', `It was given ${bootLimitMs / 1000} s.`));
  }, bootLimitMs);
  const abort = (): void => late.reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([started, late.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
