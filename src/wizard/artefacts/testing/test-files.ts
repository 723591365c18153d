import type { GeneratedFile } from '../files.ts';
import type { RecordContext } from '../adr.ts';
import type { Generator } from '../generator.ts';
import { kebab } from '../names.ts';
import { contractFiles, contractsPage } from './contracts.ts';
import { dependencyFeature, flowFeature } from './flow-features.ts';
import { loadTest, requestsOf } from './load-test.ts';
import { limitFeature } from './message-features.ts';
import { capabilityFeature } from './operation-features.ts';

/** Output 11: examples of what it does, the load it has to carry, what others rely on. */
export const testFiles: Generator = (context) => [
  ...features(context),
  ...loadFiles(context),
  {
    path: 'tests/contract/README.md',
    text: contractsPage(context),
    checkedBy: 'markdownlint',
    madeFrom: 'the clients, the calls and the messages',
  },
  ...contractFiles(context).map(({ name, pact }): GeneratedFile => ({
    path: `tests/contract/${name}`,
    text: `${JSON.stringify(pact, null, 2)}\n`,
    checkedBy: 'JSON Schema of Pact',
    madeFrom: 'the operations and messages that cross a release',
  })),
];

/** None where nothing comes in as REST: a test that sends nothing would be passed by anything. */
function loadFiles(context: RecordContext): readonly GeneratedFile[] {
  if (requestsOf(context.architecture).length === 0) return [];
  return [
    {
      path: 'tests/load.js',
      text: loadTest(context),
      checkedBy: 'TypeScript with the types of k6',
      madeFrom: 'the peak, the reads per write and the promises (SLOs)',
    },
  ];
}

function features({ architecture }: RecordContext): readonly GeneratedFile[] {
  const { capabilities, flows, dependencies, connections, rateLimits } = architecture;
  const waitedFor = new Set(connections.flatMap(({ kind, to }) => (kind === 'sync' ? [to] : [])));
  const texts = [
    ...capabilities.map((each) => [each.id, capabilityFeature(each, architecture)] as const),
    ...flows.map((flow) => [`flow-${flow.id}`, flowFeature(flow)] as const),
    ...dependencies
      .filter(({ id }) => waitedFor.has(id))
      .map((each) => [`outage-${each.id}`, dependencyFeature(each, architecture)] as const),
    ...(rateLimits.length === 0 ? [] : [['limits-of-callers', limitFeature(rateLimits)] as const]),
  ];
  return texts.map(([name, text]) => ({
    path: `tests/features/${kebab(name)}.feature`,
    text,
    checkedBy: 'Gherkin parser',
    madeFrom: 'the operations, flows, policies and calls',
  }));
}
