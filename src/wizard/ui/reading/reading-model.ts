import type { ReadingStep } from '../../model/reading-path.ts';
import { counted } from '../../../lib/text.ts';
import type { FindPattern } from '../pattern-links.ts';

/** A page of the path, as its list shows it. */
export interface ReadingItem {
  readonly pattern: string;
  readonly title: string;
  /** Absent where nobody has written the page yet. */
  readonly href?: string;
  readonly because: string;
  readonly why: string;
  readonly isRead: boolean;
}

export interface ReadingModel {
  readonly items: readonly ReadingItem[];
  /** As in "2 of 9 pages read". */
  readonly progress: string;
}

/** @param isRead tells of a pattern's id whether the reader has marked it */
export function readingModel(
  path: readonly ReadingStep[],
  findPattern: FindPattern,
  isRead: (pattern: string) => boolean,
): ReadingModel {
  const items = path.flatMap(({ pattern, because, why }): readonly ReadingItem[] => {
    const link = findPattern(pattern);
    if (!link) return [];
    const shown = { pattern, title: link.title, because, why, isRead: isRead(pattern) };
    return [isWritten(link.href) ? { ...shown, href: link.href } : shown];
  });
  return { items, progress: progressInWords(items) };
}

/** A page that is not written yet is only an entry in the catalogue. */
function isWritten(href: string): boolean {
  return href.includes('/patterns/');
}

function progressInWords(items: readonly ReadingItem[]): string {
  const written = items.filter(({ href }) => href !== undefined);
  const missing = items.length - written.length;
  const read = written.filter((item) => item.isRead).length;
  const rest = missing === 0 ? '' : `; ${counted(missing, 'more page')} not written yet`;
  if (written.length === 0) return `None of these ${items.length} pages is written yet.`;
  if (read === written.length) return `All ${counted(read, 'page')} read${rest}.`;
  return `${read} of ${counted(written.length, 'page')} read${rest}.`;
}
