import type { Policy } from '../../model/system.ts';

/** What has to hold beside the role, to stand after "where". */
export const conditionInWords: Readonly<Record<Policy['condition'], string>> = {
  none: 'nothing more',
  owner: 'the record is the caller’s own',
  'same-tenant': 'the record belongs to the caller’s tenant',
  attribute: 'the record is of the caller’s department',
  relationship: 'the record is the caller’s own, or was shared with the caller',
};
