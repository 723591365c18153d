import type { Progress } from '../../../engine/contract.ts';
import { EngineError } from '../../../engine/errors.ts';
import type { Asset } from '../packages/choose.ts';
import type { Assets } from '../protocol.ts';

/** How a wait for files goes on, and is ended. */
export interface Waiting {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Fetches the large files of packages, and keeps them for the next run. */
export class AssetStore {
  readonly #kept = new Map<string, Uint8Array<ArrayBuffer>>();

  /**
   * @returns the files by name, in memory of their own
   * @throws {EngineError} `did-not-load`
   * @throws the signal's reason; what has come by then is not kept
   */
  async fetch(assets: readonly Asset[], { signal, onProgress }: Waiting): Promise<Assets> {
    const missing = assets.filter(({ name }) => !this.#kept.has(name));
    const totalBytes = missing.reduce((sum, { bytes }) => sum + bytes, 0);
    let loadedBytes = 0;
    let saidTenths = -1;
    const count = (bytes: number): void => {
      loadedBytes += bytes;
      const tenths = Math.floor((10 * loadedBytes) / totalBytes);
      // Each is read aloud to those who listen: ten are enough.
      if (tenths === saidTenths) return;
      saidTenths = tenths;
      onProgress({ title: missing[0]?.title ?? '', loadedBytes, totalBytes });
    };
    if (missing.length > 0) count(0);
    await Promise.all(
      missing.map(async (asset) =>
        this.#kept.set(asset.name, await download(asset, signal, count)),
      ),
    );
    return Object.fromEntries(
      assets.map(({ name }) => [name, new Uint8Array(this.#kept.get(name) ?? [])]),
    );
  }
}

async function download(
  asset: Asset,
  signal: AbortSignal,
  count: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(await asset.address(), { signal });
    if (!response.ok || !response.body) throw new Error(`${response.status}`);
    return await collect(response.body, asset, count);
  } catch (cause) {
    signal.throwIfAborted();
    throw new EngineError('did-not-load', `${asset.title} did not come.`, { cause });
  }
}

/** @throws {Error} where more or less comes than was built */
async function collect(
  body: ReadableStream<Uint8Array>,
  { bytes }: Asset,
  count: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes);
  const reader = body.getReader();
  let at = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > bytes) throw new Error('It is longer than it was built.');
    whole.set(part.value, at);
    at += part.value.length;
    count(part.value.length);
  }
  if (at < bytes) throw new Error('It is shorter than it was built.');
  return whole;
}
