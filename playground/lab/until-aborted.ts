/**
 * Waits for the caller to give up; with a signal that never aborts, for ever.
 *
 * @throws the signal's reason, always
 */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
