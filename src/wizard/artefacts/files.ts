import type { Architecture } from '../model/architecture.ts';
import { decisionIds, decisions } from '../model/decisions.ts';
import type { DecisionId } from '../model/decisions.ts';
import type { Solution } from '../model/solution.ts';
import { savedState } from '../model/state.ts';
import { adr, adrName } from './adr.ts';
import { accessFiles } from './access/access-files.ts';
import { boundaryFiles } from './boundaries/boundary-files.ts';
import { cacheFiles } from './cache/cache.ts';
import { containerMermaid } from './container-mermaid.ts';
import { contractFiles } from './contracts/contract-files.ts';
import { deploymentFiles } from './deployment/deployment.ts';
import { diagramFiles } from './diagrams/diagram-files.ts';
import { gatewayFiles } from './gateway/gateway-files.ts';
import type { Generator } from './generator.ts';
import { messageFiles } from './messages/message-files.ts';
import { migrationFiles } from './migration/migration-files.ts';
import { observabilityFiles } from './observability/observability.ts';
import { resilienceFiles } from './resilience/resilience.ts';
import { runbookFiles } from './runbooks/runbook-files.ts';
import { technologyFiles } from './technology/technology-files.ts';
import { testFiles } from './testing/test-files.ts';
import { readme } from './readme.ts';
import type { FindPage } from './reason-words.ts';

/** What proves a file: the tests put files of this kind, for many answers and pins, to this check. */
export type Check =
  | 'Mermaid parser'
  | 'OpenAPI validator'
  | 'GraphQL parser'
  | 'buf lint'
  | 'AsyncAPI parser'
  | 'CloudEvents SDK'
  | 'JSON Schema'
  | 'XState'
  | 'section check'
  | 'JSON and import'
  | 'JSON'
  | 'markdownlint'
  | 'markdownlint and a signed token'
  | 'Backstage catalog model'
  | 'LikeC4 validator'
  | 'Cedar validator'
  | 'column check'
  | 'Gherkin parser'
  | 'TypeScript with the types of k6'
  | 'JSON Schema of Pact'
  | 'JSON Schema and faults'
  | 'JSON Schema and wiring check'
  | 'promtool'
  | 'PromQL parser and panel check'
  | 'Compose schema and model check'
  | 'Kubernetes models and model check'
  | 'dockerfilelint'
  | 'markdownlint and model check'
  | 'model check'
  | 'not machine-checked';

/** One file of the download. */
export interface GeneratedFile {
  /** Relative, with `/`; see `pathPattern` in src/lib/zip.ts. */
  readonly path: string;
  readonly text: string;
  readonly checkedBy: Check;
  /** The decisions that shaped it, in words. */
  readonly madeFrom: string;
}

/** What files need to know of the world around them. */
export interface Surroundings {
  /** The day on which they are written, as in "2026-11-23". */
  readonly date: string;
  readonly findPage: FindPage;
}

/** What writes the files of each output beside the records. */
const generators: readonly Generator[] = [
  boundaryFiles,
  contractFiles,
  diagramFiles,
  accessFiles,
  messageFiles,
  technologyFiles,
  testFiles,
  runbookFiles,
  resilienceFiles,
  observabilityFiles,
  cacheFiles,
  deploymentFiles,
  gatewayFiles,
  migrationFiles,
];

/** All files for an architecture, sorted by path. The same input gives the same bytes. */
export function files(
  solution: Solution,
  architecture: Architecture,
  surroundings: Surroundings,
): readonly GeneratedFile[] {
  const context = { solution, architecture, ...surroundings };
  const records = decisionIds.map((id): GeneratedFile => {
    const decision = solution.decisions[id];
    return {
      path: `adr/${adrName(decision)}`,
      text: adr(decision, context),
      checkedBy: 'section check',
      madeFrom: decidedBy(id),
    };
  });
  const outputs = generators.flatMap((generator) => generator(context));
  return [...records, ...outputs, ...wholes(solution, architecture)].toSorted((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

/** The files that describe the whole. */
function wholes(solution: Solution, architecture: Architecture): readonly GeneratedFile[] {
  return [
    {
      path: 'README.md',
      text: readme(solution, architecture),
      checkedBy: 'not machine-checked',
      madeFrom: 'all decisions',
    },
    {
      path: 'answers.json',
      text: json(savedState(solution.state)),
      checkedBy: 'JSON and import',
      madeFrom: 'your answers and pins; the wizard opens it again',
    },
    {
      path: 'architecture.json',
      text: json(architecture),
      checkedBy: 'JSON',
      madeFrom: 'all decisions',
    },
    {
      path: 'diagrams/containers.mmd',
      text: containerMermaid(architecture),
      checkedBy: 'Mermaid parser',
      madeFrom: (['style', 'data-ownership', 'broker', 'edge'] as const).map(decidedBy).join(', '),
    },
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function decidedBy(id: DecisionId): string {
  return `${decisions[id].title.toLowerCase()} (${decisions[id].number})`;
}
