/** Something that hostile code tries. EVIL, SITE and STUN become addresses, ID the attack's own id. */
export interface Attack {
  readonly id: string;
  readonly title: string;
  /** What prints, or comes to, a text with `LEAK` in it where it got what it wanted. */
  readonly code: string;
  /** How soon the engine must end it, where it hurts by going on. */
  readonly endsWithinMs?: number;
  /** How long the engine bears it, where that is longer than any other attack. */
  readonly bornMs?: number;
  /** Why no detector fires with the walls down; absent where one must. */
  readonly silent?: string;
}

/** Addresses that stand in an attack's code. */
export interface Addresses {
  readonly origin: string;
  readonly evilOrigin: string;
  /** `host:port` of a UDP socket that counts what arrives. */
  readonly stun: string;
}

/** The attack's code with the addresses in their places. */
export function codeOf({ id, code }: Attack, { origin, evilOrigin, stun }: Addresses): string {
  return code
    .replaceAll('EVIL', evilOrigin)
    .replaceAll('SITE', origin)
    .replaceAll('STUN', stun)
    .replaceAll(/\bID\b/g, id);
}

/** The attack as a module of a program; `say` prints, with the prelude and without. */
export function programOf(attack: Attack, addresses: Addresses): string {
  return `const say = globalThis.say ?? console.log;
    await (async () => { ${codeOf(attack, addresses)} })().catch((error) => say('blocked: ' + error?.name));`;
}
