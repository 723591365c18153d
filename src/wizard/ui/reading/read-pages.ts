/** Where this browser keeps which pages were read. */
const KEY = 'backend-architect:read-patterns';

/** Which pages were read. Where the browser keeps nothing, it holds as long as the page is open. */
export class ReadPages {
  readonly #read = new Set<string>(stored());
  #isKept = true;

  /** False once the browser has refused to keep it. */
  get isKept(): boolean {
    return this.#isKept;
  }

  has(pattern: string): boolean {
    return this.#read.has(pattern);
  }

  set(pattern: string, isRead: boolean): void {
    if (isRead) this.#read.add(pattern);
    else this.#read.delete(pattern);
    try {
      localStorage.setItem(KEY, JSON.stringify([...this.#read].toSorted()));
      this.#isKept = true;
    } catch {
      this.#isKept = false;
    }
  }
}

/** What an earlier visit left; anything else that stands there counts as nothing. */
function stored(): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}
