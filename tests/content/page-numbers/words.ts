/** Small numbers as a page writes them. */
export const inWords = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six'][count] ?? String(count);

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
