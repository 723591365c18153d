import { isDeepStrictEqual } from 'node:util';
import { run as lintDockerfile } from 'dockerfilelint';
import { parse, parseAllDocuments } from 'yaml';
import type { Check } from '../../../../src/wizard/artefacts/files.ts';
import { decodeFile } from '../../../../src/wizard/share.ts';
import { kubernetesMistakes } from '../kubernetes-check.ts';
import type { KubernetesObject } from '../kubernetes-check.ts';
import { statechartMistakes } from './statecharts.ts';
import { cedarMistakes } from './access.ts';
import { catalogMistakes } from './catalog.ts';
import { ofText } from './check.ts';
import type { FileCheck } from './check.ts';
import { featureMistakes, radarMistakes, recordMistakes } from './documents.ts';
import { graphqlMistakes } from './graphql.ts';
import { eventMistakes } from './messages.ts';
import { dashboardMistakes } from './promql.ts';
import {
  collectorMistakes,
  compose,
  mistakesBy,
  pact,
  schemaMistakes,
  shippedSchema,
} from './schemas.ts';

/**
 * Where the other checks are made: on all files at once, or, where they take long, on a sample of
 * designs whose size is in the name of the test.
 */
export const elsewhere: Readonly<Partial<Record<Check, string>>> = {
  promtool: 'files.test.ts',
  'model check': 'files-deployment.test.ts',
  'not machine-checked': 'nowhere, as they say themselves',
  'Mermaid parser': 'artefacts-mermaid.test.ts, files-diagrams.test.ts',
  'LikeC4 validator': 'files-likec4.test.ts',
  'OpenAPI validator':
    'files-openapi.test.ts, which puts the examples of every design to their schemas',
  'AsyncAPI parser': 'files-messages.test.ts',
  'buf lint': 'files-graphql-and-grpc.test.ts',
  'TypeScript with the types of k6': 'files-tests.test.ts',
  markdownlint: 'files-pages.test.ts',
  'markdownlint and a signed token': 'files-pages.test.ts, files-access.test.ts',
  'markdownlint and model check': 'files-pages.test.ts, files-deployment.test.ts',
};

/** What puts a file to the check that its label names, quickly enough for every design. */
export const checks: Readonly<Partial<Record<Check, FileCheck>>> = {
  'section check': ofText(recordMistakes),
  'column check': ofText(radarMistakes),
  'Gherkin parser': ofText(featureMistakes),
  'Backstage catalog model': ofText(catalogMistakes),
  'JSON Schema and wiring check': ofText(collectorMistakes),
  'PromQL parser and panel check': ofText(dashboardMistakes),
  'Compose schema and model check': ofText((text) => mistakesBy(compose, parse(text))),
  'JSON Schema of Pact': ofText((text) => mistakesBy(pact, JSON.parse(text))),
  'Kubernetes models and model check': ofText((text) =>
    parseAllDocuments(text).flatMap((each) => kubernetesMistakes(each.toJS() as KubernetesObject)),
  ),
  dockerfilelint: ofText((text) =>
    lintDockerfile('Dockerfile', text).map((finding) => JSON.stringify(finding)),
  ),
  'Cedar validator': ({ path, text }, { texts }) =>
    path === 'policy.cedar' ? cedarMistakes(text, texts.get('policy.cedarschema') ?? '') : [],
  'GraphQL parser': ({ path }, { texts }) =>
    path.endsWith('/schema.graphql') ? graphqlMistakes(path, texts) : [],
  'CloudEvents SDK': ({ path, text }, { texts }) => eventMistakes(path, text, texts),
  'JSON Schema': ({ path, text }, { texts }) =>
    path.endsWith('.yaml')
      ? mistakesBy(shippedSchema(besides(path, texts)), parse(text))
      : schemaMistakes(text),
  'JSON Schema and faults': ({ path, text }, { texts }) =>
    mistakesBy(shippedSchema(besides(path, texts)), parse(text)),
  'JSON and import': ({ text }, { context }) => {
    const expected = { ok: true, value: { state: context.solution.state, dropped: [] } };
    return isDeepStrictEqual(asJson(decodeFile(text)), asJson(expected)) ? [] : [text];
  },
  JSON: ({ text }, { context }) =>
    JSON.stringify(JSON.parse(text)) === JSON.stringify(context.architecture)
      ? []
      : ['architecture.json is another architecture.'],
  XState: ofText(statechartMistakes),
};

/** What JSON makes of a value: entries that are undefined, and prototypes, do not count. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The schema beside a file of settings: `cache.schema.json` beside `cache.yaml`. */
function besides(path: string, texts: ReadonlyMap<string, string>): string {
  return texts.get(path.replace(/\.yaml$/u, '.schema.json')) ?? 'false';
}
