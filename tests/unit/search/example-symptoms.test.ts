import { expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/build-index.ts';
import { exampleSymptoms } from '../../../src/search/example-symptoms.ts';
import { search } from '../../../src/search/rank.ts';
import { searchableOf } from '../../../src/search/searchable.ts';

const searchable = searchableOf(buildIndex());

it.each(exampleSymptoms)('"%s" finds a capability that shows it', (symptom) => {
  expect(search(searchable, symptom)[0]?.why).toMatchObject({ kind: 'symptom' });
});
