/** What undici finds in this Node. */
export const runtimeFeatures = { has: (feature: string): boolean => feature === 'crypto' };
