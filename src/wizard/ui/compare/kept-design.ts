import { decodeFile, encodeFile } from '../../share.ts';
import type { WizardState } from '../../model/solution.ts';

/** Where the tab keeps the other design. It survives a reload, and goes with the tab. */
const KEY = 'backend-architect:kept-design';

/** The design that a reader compares with. Where the browser keeps nothing, it holds in this page. */
export class KeptDesign {
  #wizard: WizardState | undefined = stored();

  get wizard(): WizardState | undefined {
    return this.#wizard;
  }

  keep(wizard: WizardState): void {
    this.#wizard = wizard;
    try {
      sessionStorage.setItem(KEY, encodeFile(wizard));
    } catch {
      // Held in this page all the same.
    }
  }

  drop(): void {
    this.#wizard = undefined;
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // There was nothing to remove.
    }
  }
}

function stored(): WizardState | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    const decoded = text === null ? undefined : decodeFile(text);
    return decoded?.ok ? decoded.value.state : undefined;
  } catch {
    return undefined;
  }
}
