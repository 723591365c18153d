/** A watch that never finds anything. */
export class Silence {
  tick(): 'ping' | 'wait' | 'silent' {
    return 'wait';
  }

  answered(): void {
    // Nobody asked.
  }
}
