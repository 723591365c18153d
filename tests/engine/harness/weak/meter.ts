/** A meter that lets everything pass. */
export class Meter {
  take(): boolean {
    return true;
  }
}
