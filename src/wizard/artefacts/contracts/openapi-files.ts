import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';
import type { Contract } from './contract.ts';
import { openApiDocument } from './openapi-document.ts';

/** The contract of a REST API as a file. */
export function openApiFile(contract: Contract): GeneratedFile {
  const { api } = contract;
  const madeFrom =
    'public API (4), internal calls (5), caching (24), authentication (26), authorization (27), rate limits (29), versions (32) and lists (33)';
  return {
    path: `contracts/${api.id}/openapi.yaml`,
    text: yamlFile(openApiDocument(contract), [
      `${api.title}: the contract, before the code.`,
      `Made from ${madeFrom}.`,
      'Checked by an OpenAPI validator, by Redocly, and every example against its schema.',
    ]),
    checkedBy: 'OpenAPI validator',
    madeFrom,
  };
}
