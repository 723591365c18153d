import { Parser } from '@asyncapi/parser';
import { CloudEvent } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Json, JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';
import { messageFiles } from '../../../src/wizard/artefacts/messages/message-files.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { design, designCount, designs } from './designs.ts';
import { resolved, wrongWith } from './examples.ts';

const asking: Answers = {
  interaction: { interaction: ['ask-answer', 'live'] },
  messages: { messageNeeds: ['ordered'], reactors: 2, messagesPerSecond: 1200 },
};

/** One design for each broker, one with a socket; the parser takes seconds for each. */
const dear: readonly (readonly GeneratedFile[])[] = [
  ...(['job-table', 'queue', 'routing-broker', 'log'] as const).map((broker) =>
    messageFiles(design({ answers: asking, pins: { 'sync-or-async': 'event-driven', broker } })),
  ),
  messageFiles(
    design({ answers: asking, pins: { 'live-updates': 'websocket', 'public-api': 'rest' } }),
  ),
  ...[...designs(6)].map(messageFiles),
];

const descriptions = new Set(
  dear.flatMap((files) =>
    files.filter(({ checkedBy }) => checkedBy === 'AsyncAPI parser').map(({ text }) => text),
  ),
);

const parser = new Parser();

/** What the parser finds; that 3.0 is not the newest version of AsyncAPI is known and meant. */
async function findings(text: string): Promise<readonly string[]> {
  const { diagnostics } = await parser.parse(text);
  return diagnostics
    .filter(({ code }) => code !== 'asyncapi-latest-version')
    .map(({ code, message, path }) => `${String(code)} ${path.join('/')}: ${message}`);
}

describe('the description of messages, as its label says, by the AsyncAPI parser', () => {
  it('has nothing that the parser objects to', { timeout: 600_000 }, async () => {
    expect(descriptions.size).toBeGreaterThan(4);
    for (const text of descriptions) expect(await findings(text)).toEqual([]);
  });

  it(
    'is refused when an operation names a channel that is not there',
    { timeout: 120_000 },
    async () => {
      const [text = ''] = descriptions;
      expect(
        await findings(
          text.replace("'#/channels/", "'#/chanels/").replace('"#/channels/', '"#/chanels/'),
        ),
      ).not.toEqual([]);
    },
  );

  it('has examples that the payloads allow, and a place for dead letters with each receiver', () => {
    for (const text of descriptions) {
      const document = parse(text) as JsonObject;
      const { messages } = document['components'] as { messages: Record<string, JsonObject> };
      for (const message of Object.values(messages)) {
        const [example] = message['examples'] as readonly { payload: Json }[];
        const schema = resolved(message['payload'] ?? null, document);
        expect(wrongWith(schema, example?.payload ?? null)).toBe('');
      }
      const operations = Object.entries(document['operations'] as Record<string, JsonObject>);
      for (const [name, operation] of operations) {
        if (operation['action'] !== 'receive' || name === 'hearClients') continue;
        expect(operation).toHaveProperty('x-dead-letter.address');
        expect(operation).toHaveProperty('x-retries.attempts');
      }
    }
  });
});

describe('the samples, as their label says, by the CloudEvents SDK and the schema beside them', () => {
  it(
    'are strict events whose data the schema allows, in every design',
    { timeout: 300_000 },
    () => {
      let count = 0;
      const seen = new Set<string>();
      for (const { architecture, solution, date } of designs(designCount)) {
        const files = messageFiles({
          architecture: { ...architecture, flows: [] },
          solution,
          date,
        });
        const schemas = new Map(files.map(({ path, text }) => [path, text]));
        for (const { path, text, checkedBy } of files) {
          if (checkedBy !== 'CloudEvents SDK' || seen.has(text)) continue;
          seen.add(text);
          count += 1;
          const event = new CloudEvent(JSON.parse(text) as object, true);
          const id = path.slice('messages/samples/'.length, -'.json'.length);
          const schema = schemas.get(`messages/schemas/${id}.schema.json`) ?? 'null';
          const { $id, ...rest } = JSON.parse(schema) as JsonObject;
          if (event.dataschema !== $id) throw new Error(`${path} names another schema.`);
          const wrong = wrongWith(rest, event.data as Json);
          if (wrong !== '') throw new Error(`${path}: ${wrong}`);
        }
      }
      expect(count).toBeGreaterThan(100);
    },
  );

  it('hold nothing sensitive', () => {
    for (const { architecture, solution, date } of designs(200)) {
      for (const { id, fields } of architecture.messages) {
        const secret = fields.filter(({ sensitive }) => sensitive).map(({ name }) => name);
        if (secret.length === 0) continue;
        const files = messageFiles({ architecture, solution, date });
        const text = files.find(({ path }) => path === `messages/samples/${id}.json`)?.text ?? '';
        for (const name of secret) expect(text).not.toContain(`"${name}"`);
      }
    }
  });
});
