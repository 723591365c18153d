/** A watch that never finds anything. */
export class Silence {
  tick(): 'ping' | 'wait' | 'silent' {
    return 'wait';
  }

  labors(): void {
    // Nobody counts.
  }

  answered(): void {
    // Nobody asked.
  }
}
