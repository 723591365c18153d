import { grouped } from './fact-words.ts';

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Names of letters that begin with a vowel: "an HTTP call", but "a CDN". */
const vowelSounds = 'AEFHILMNORSX';

/** Written in capitals, yet spoken as a word: "a REST API". */
const spokenAsWords = ['REST'];

/** A number of things, the small numbers in words: "two replicas", "12 replicas", "one replica". */
export function countedInWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${smallNumbers[count] ?? grouped(count)} ${count === 1 ? singular : plural}`;
}

/** Puts "a" or "an" before a name, by how it sounds: "an API", "a CDN", "an event log". */
export function article(label: string): string {
  const [word = ''] = label.split(/[\s-]/u);
  const isSpelled = /^[A-Z]{2,}s?$/u.test(word) && !spokenAsWords.includes(word);
  const vowel = isSpelled ? vowelSounds.includes(word.charAt(0)) : /^[aeiou]/iu.test(word);
  return `${vowel ? 'an' : 'a'} ${label}`;
}

/** Lowers the first letter, unless the word goes on in capitals, as "JSON" does. */
export function lowered(text: string): string {
  return /^[A-Z][a-z\s’]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
