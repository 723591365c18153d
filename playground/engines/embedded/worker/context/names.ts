/** Names in rewritten texts, such as no program has. */

/** The global that holds `AwaitHooks`. */
export const contextName = 'çontext';

/** In each async function, the frame to come back to while it waits. */
export const heldName = 'çheld';
