import type { Architecture } from '../../model/architecture.ts';
import type { GeneratedFile } from '../files.ts';
import type { Solution } from '../../model/solution.ts';
import { choicesOf } from './choices.ts';
import type { Contract } from './contract.ts';
import { graphqlFiles } from './graphql-files.ts';
import { bufConfig, protoFiles } from './proto-files.ts';
import { openApiFile } from './openapi-files.ts';

/** What the contracts are written from. */
export interface ContractContext {
  readonly solution: Pick<Solution, 'decisions'>;
  readonly architecture: Architecture;
  /** As in "2026-11-23". */
  readonly date: string;
}

/** Output 2: a contract for each API, in its own form. */
export function contractFiles(context: ContractContext): readonly GeneratedFile[] {
  const contracts = contractsOf(context);
  const hasProto = contracts.some(({ api }) => api.form === 'grpc');
  return [
    ...(hasProto ? [bufConfig()] : []),
    ...contracts.flatMap((contract) => contractFile(contract, context)),
  ];
}

function contractFile(contract: Contract, context: ContractContext): readonly GeneratedFile[] {
  switch (contract.api.form) {
    case 'rest':
      return [openApiFile(contract)];
    case 'graphql':
      return graphqlFiles(contract, context.solution);
    case 'grpc':
      return protoFiles(contract);
  }
}

/** Each API with what its contract is written from; the first public one tells of news. */
export function contractsOf({
  solution,
  architecture,
  date,
}: ContractContext): readonly Contract[] {
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
