/** The places that nodes and lines of the container diagram share, in its own units. */
export const layout = {
  width: 390,
  margin: 2,
  frameWidth: 228,
  frameTop: 82,
  sideLeft: 298,
  sideWidth: 90,
  rowGap: 50,
} as const;
