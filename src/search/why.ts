import type { Hit } from './rank.ts';
import type { SearchEntry } from './entry.ts';
import { segmentsOf } from './segments.ts';
import type { Segment } from './segments.ts';

/** The line beside a result: what kind of text matched, and the text with the query marked. */
export interface Why {
  /** "symptom", "also called" …; empty where the text speaks for itself. */
  readonly label: string;
  readonly segments: readonly Segment[];
}

const plain = (text: string): Segment => ({ text, isMarked: false });

/** What an entry is about, when nothing more telling matched. */
export function summaryOf({ page, blueprint, topics }: SearchEntry): string {
  return page?.verdict ?? blueprint?.description ?? topics.join(', ');
}

/** @returns why a result is shown, in one line */
export function whyOf({ entry, why, marks }: Hit): Why {
  const matched = segmentsOf(why.text, marks);
  switch (why.kind) {
    case 'symptom':
    case 'metric':
      return { label: why.kind, segments: matched };
    case 'alias':
      return { label: 'also called', segments: matched };
    case 'topic': {
      const others = entry.topics.filter((topic) => topic !== why.text);
      return { label: '', segments: [...matched, ...others.map((topic) => plain(`, ${topic}`))] };
    }
    case 'verdict':
    case 'blueprint':
      return { label: '', segments: matched };
    case 'name':
    case 'category':
      return { label: '', segments: [plain(summaryOf(entry))] };
  }
}
