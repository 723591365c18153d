import type { GeneratedFile } from '../files.ts';
import type { Solution } from '../../model/solution.ts';
import { choicesOf } from './choices.ts';
import type { Contract, System } from './contract.ts';
import { openApiFile } from './openapi-files.ts';

/** What the contracts are written from. */
export interface ContractContext {
  readonly solution: Pick<Solution, 'decisions'>;
  readonly architecture: System;
  /** As in "2026-11-23". */
  readonly date: string;
}

/** Output 2: a contract for each API, in its own form. */
export function contractFiles(context: ContractContext): readonly GeneratedFile[] {
  return contractsOf(context).flatMap((contract) => {
    switch (contract.api.form) {
      case 'rest':
        return [openApiFile(contract)];
      case 'graphql':
      case 'grpc':
        return [];
    }
  });
}

function contractsOf({ solution, architecture, date }: ContractContext): readonly Contract[] {
  const choices = choicesOf(solution);
  const teller = architecture.apis.find(({ audience }) => audience === 'public');
  return architecture.apis.map((api) => ({
    api,
    system: architecture,
    choices,
    date,
    tellsNews: api === teller,
  }));
}
