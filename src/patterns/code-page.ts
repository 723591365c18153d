import type { ExamplePack } from './example-pack.ts';

/**
 * Characters of code that a pattern page brings along. All code would be a quarter of its bytes;
 * the rest waits on the example's code page, where a tab fetches it once the block is seen.
 */
const mostInPage = 3_000;

/** A file of an example, and where its text stands. */
export interface CodeFile {
  readonly name: string;
  readonly text: string;
  /** Its place on the code page, where it is not in the pattern page; the first file always is. */
  readonly elsewhere: string | undefined;
}

/** Path of the page with every file of an example. */
export function codePagePath({ capability }: Pick<ExamplePack, 'capability'>): string {
  return `/patterns/${capability}/code/`;
}

/** The files in their order, as many of them in the pattern page as it may carry. */
export function codeFiles(pack: Pick<ExamplePack, 'capability' | 'files'>): readonly CodeFile[] {
  let sum = 0;
  return Object.entries(pack.files).map(([name, text], index) => {
    sum += text.length;
    const inPage = index === 0 || sum <= mostInPage;
    return { name, text, elsewhere: inPage ? undefined : `${codePagePath(pack)}#${name}` };
  });
}
