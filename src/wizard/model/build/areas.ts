import type { Solution } from '../solution.ts';
import type { Field, Resource } from '../system.ts';
import type { Capability } from '../list-columns.ts';
import { slugOf } from '../slug.ts';
import { Names } from './spelling.ts';
import { at, optional, ref, secret, text } from './word.ts';
import type { Word } from './word.ts';
import { wordFor } from './vocabulary.ts';

/** A capability before it is known where it runs. */
export interface Area {
  readonly id: string;
  readonly row: Capability;
  readonly word: Word;
  readonly resource: Resource;
}

/** Gives every capability an id and the records that it keeps. */
export function areasOf(
  rows: readonly Capability[],
  { facts, decisions }: Pick<Solution, 'facts' | 'decisions'>,
): readonly Area[] {
  const ids = new Names();
  const singulars = new Names();
  const plurals = new Names();
  const areas = rows.map((row): Area => {
    const id = ids.take(slugOf(row.name));
    const word = wordFor(row.name);
    const resource = {
      singular: singulars.take(word.singular),
      plural: plurals.take(word.plural),
      fields: word.fields,
    };
    return { id, row, word, resource };
  });
  const isShared = facts.signIn.includes('company-sso') || decisions.tenancy.chosen !== 'none';
  const guarded = facts.dataKinds.includes('sensitive') ? guardedAreas(areas) : new Set<Area>();
  return areas.map((area) => ({
    ...area,
    resource: {
      ...area.resource,
      fields: [
        ref('id'),
        ...(isShared ? [ref('tenantId')] : []),
        ...area.resource.fields,
        ...(guarded.has(area) ? [confidential] : []),
        at('createdAt'),
        at('updatedAt'),
      ],
    },
  }));
}

const confidential: Field = secret(optional(text('confidentialNote', 'Known to few')));

/** Where payment or health data lies, if no field of a known word says so: under rules of its own, or first. */
function guardedAreas(areas: readonly Area[]): ReadonlySet<Area> {
  const isSensitive = ({ word }: Area): boolean => word.fields.some((field) => field.sensitive);
  const own = areas.filter((area) => area.row.ownRules && !isSensitive(area));
  return new Set(own.length > 0 || areas.some(isSensitive) ? own : areas.slice(0, 1));
}
