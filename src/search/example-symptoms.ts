/** What to type, shown before anything is typed. The first one is answered on the home page. */
export const exampleSymptoms = [
  'threads exhausted',
  'double charge',
  'page repeats a row',
  'consumer lag grows',
  'queue keeps growing',
  'cannot revoke a token',
] as const;
