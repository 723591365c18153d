import type { TraceEvent } from '../lab/trace.ts';

/**
 * Fetches the events of the recorded run; later calls get the same.
 * @param url of the file that the build wrote, on the page's own origin
 */
export function recordedTrace(url: string): () => Promise<readonly TraceEvent[]> {
  let loaded: Promise<readonly TraceEvent[]> | undefined;
  return () => {
    loaded ??= fetchTrace(url).catch((cause: unknown) => {
      loaded = undefined;
      throw cause;
    });
    return loaded;
  };
}

async function fetchTrace(url: string): Promise<readonly TraceEvent[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The recorded run was not loaded: ${response.status}.`);
  return (await response.json()) as readonly TraceEvent[];
}
