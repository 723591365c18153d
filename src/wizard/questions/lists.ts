import { facts } from '../model/facts.ts';
import type { Facts, ListFactId } from '../model/facts.ts';
import type { ColumnText, ListField } from './question.ts';

type Texts = Omit<ColumnText, 'column'>;

/** A list whose columns are shown in the order in which they are written here. */
function listField<F extends ListFactId>(
  fact: F,
  text: { readonly label: string; readonly hint: string },
  columns: Readonly<Record<keyof Facts[F][number] & string, Texts>>,
): ListField<F> {
  const entries: readonly (readonly [string, Texts])[] = Object.entries(columns);
  return {
    kind: 'list',
    fact,
    ...text,
    columns: entries.map(([column, texts]) => ({ column, ...texts })),
  };
}

/** The labels of a choice, in its own order. */
function labels<Id extends string>(
  texts: Readonly<Record<Id, string>>,
): { readonly options: NonNullable<ColumnText['options']> } {
  const ids = Object.keys(texts) as Id[];
  return { options: ids.map((id) => ({ id, label: texts[id], consequence: '' })) };
}

export const capabilityRows = listField(
  'capabilities',
  {
    label: 'Capabilities',
    hint: 'One to twelve. What is filled in follows from what you are building.',
  },
  {
    name: { label: 'Name' },
    team: { label: 'Owned by team', unit: 'number, from 1' },
    changes: {
      label: 'Changes',
      ...labels<Facts['capabilities'][number]['changes']>({
        rarely: 'rarely',
        monthly: 'every month',
        weekly: 'every week',
        daily: 'every day',
      }),
    },
    load: {
      label: 'Load',
      ...labels<Facts['capabilities'][number]['load']>({
        low: 'low',
        usual: 'usual',
        high: 'ten times the usual',
      }),
    },
    freshness: {
      label: 'Its data is right',
      ...labels<Facts['capabilities'][number]['freshness']>({
        inherit: 'as the whole system',
        'at-once': 'at once',
        seconds: 'within seconds',
        minutes: 'within minutes',
      }),
    },
    ownRules: { label: 'Under rules of its own', hint: 'card payments or patient data' },
  },
);

export const actionRows = listField(
  'actions',
  {
    label: 'Actions by name',
    hint: 'If you name them here, the two answers above follow from them.',
  },
  {
    name: { label: 'Name' },
    capabilities: { label: 'Changes, in this order' },
    branches: { label: 'It branches' },
    lastsHours: { label: 'It lasts hours' },
    undoable: { label: 'Every step can be undone' },
  },
);

export const dependencyRows = listField(
  'dependencies',
  {
    label: 'Outside systems by name',
    hint: 'If you name them here, the three answers above follow from them.',
  },
  {
    name: { label: 'Name' },
    availability: {
      label: 'Promises',
      options: Object.entries(facts.outsideAvailability.words).map(([id, label]) => ({
        id,
        label,
        consequence: '',
      })),
    },
    p99Ms: { label: '99 of 100 answers within', unit: 'ms' },
    whenDown: {
      label: 'When it is down',
      ...labels<Facts['whenDown']>({
        fail: 'fail',
        stale: 'answer with old data',
        queue: 'take it and finish later',
        hide: 'leave that part out',
      }),
    },
    safeToRepeat: { label: 'Safe to repeat', hint: 'a second call does nothing twice' },
    usedBy: { label: 'Called by', hint: 'none marked means all of them' },
  },
);

export const messageRows = listField(
  'messages',
  {
    label: 'Messages by name',
    hint: 'Name what has happened, as in “order placed”. If you name them here, the three answers above follow from them.',
  },
  {
    name: { label: 'Name' },
    from: { label: 'Sent by' },
    to: { label: 'Received by' },
    perSecond: { label: 'At the peak', unit: 'messages/s' },
    needsAnswer: { label: 'The sender needs an answer' },
    ordered: { label: 'In order', hint: 'those about one thing' },
    replay: { label: 'Old ones are read again' },
  },
);
