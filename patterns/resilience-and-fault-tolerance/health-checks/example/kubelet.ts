import type { World } from '#lab';
import type { Pod } from './pod.ts';

/** Whom a probe asks; each is asked once a period. */
export interface Probes {
  startup: (pod: Pod) => boolean;
  live: (pod: Pod) => boolean;
  ready: (pod: Pod) => boolean;
}

export interface ProbeOptions {
  periodMs: number;
  /** So many failures in a row count. */
  failures: number;
  /** A start may take so long. */
  startupMs: number;
}

/** The first restart is at once, the next after 10, 20, 40 s. */
const BACK_OFF_MS = 10_000;

/** Starts, probes and restarts one pod, until the end. */
export class Kubelet {
  readonly #world: World;
  readonly #options: ProbeOptions;
  readonly #probes: Probes;
  readonly #onChange: () => void;
  restarts = 0;

  /** @param onChange hears that a pod was started or killed */
  constructor(
    world: World,
    options: ProbeOptions,
    probes: Probes,
    onChange: () => void,
  ) {
    this.#world = world;
    this.#options = options;
    this.#probes = probes;
    this.#onChange = onChange;
  }

  async tend(pod: Pod, end: AbortSignal): Promise<void> {
    try {
      await this.#tend(pod, end);
    } catch (error) {
      if (!end.aborted) throw error;
    } finally {
      pod.kill();
    }
  }

  async #tend(pod: Pod, end: AbortSignal): Promise<never> {
    const { clock, random } = this.#world;
    const { periodMs } = this.#options;
    const phase = random.fork(pod.name).uniform(0, periodMs);
    pod.start(true);
    this.#put(pod, true);
    this.#onChange();
    await clock.sleep(phase, { signal: end });
    for (let kills = 0; ; kills += 1) {
      if (kills > 0) await this.#restart(pod, kills, end);
      if (!(await this.#untilStarted(pod, end))) continue;
      this.#onChange();
      await this.#untilDead(pod, end);
    }
  }

  async #restart(pod: Pod, kills: number, end: AbortSignal) {
    pod.kill();
    pod.show('down');
    this.#onChange();
    this.restarts += 1;
    this.#world.note(`${pod.name}: restart ${kills}`);
    const waitMs =
      kills === 1 ? 0 : BACK_OFF_MS * 2 ** (kills - 2);
    await this.#world.clock.sleep(waitMs, { signal: end });
    pod.start();
  }

  /** False: it took too long, and is killed. */
  async #untilStarted(pod: Pod, end: AbortSignal) {
    const { periodMs, startupMs } = this.#options;
    const { clock } = this.#world;
    const deadline = clock.now() + startupMs;
    while (!this.#probes.startup(pod)) {
      if (clock.now() >= deadline) return false;
      await clock.sleep(periodMs, { signal: end });
    }
    return true;
  }

  async #untilDead(pod: Pod, end: AbortSignal): Promise<void> {
    const { periodMs, failures } = this.#options;
    let dead = 0;
    let unready = 0;
    for (;;) {
      dead = this.#probes.live(pod) ? 0 : dead + 1;
      if (dead >= failures) return;
      unready = this.#probes.ready(pod) ? 0 : unready + 1;
      if (unready === 0) this.#put(pod, true);
      else if (unready >= failures) this.#put(pod, false);
      await this.#world.clock.sleep(periodMs, { signal: end });
    }
  }

  #put(pod: Pod, inService: boolean): void {
    if (pod.inService === inService) return;
    pod.inService = inService;
    pod.show(inService ? 'serving' : 'not ready');
    if (!inService) this.#world.note(`${pod.name}: not ready`);
  }
}
