/** The sections of a pattern page, in order; `component` draws the section's data. */
export const requiredSections: readonly { title: string; component?: string }[] = [
  { title: 'Use it or not', component: 'UseOrNot' },
  { title: 'Problem and mechanism' },
  { title: 'Run it', component: 'RunIt' },
  { title: 'Parameters', component: 'Parameters' },
  { title: 'Failure modes', component: 'FailureModes' },
  { title: 'Observe', component: 'Observe' },
  { title: 'Test' },
  { title: 'Roll out and roll back' },
  { title: 'Alternatives and combinations', component: 'Related' },
  { title: 'Review checklist', component: 'Checklist' },
  { title: 'References', component: 'References' },
  { title: 'Reviewed', component: 'Changelog' },
];
