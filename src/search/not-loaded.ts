/**
 * The words in place of results where the search cannot be loaded. They stand hidden in every search
 * box, so that they are there without a network, and are found by their role. Every page pays for
 * each letter. Only what makes a box may import this: it would tie the lazy scripts together.
 */
export const notLoaded = 'The search did not load. Connect and reload.';
