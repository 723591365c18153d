import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Json, JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';
import { messageFiles } from '../../../src/wizard/artefacts/messages/message-files.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { eventMistakes } from './checks/messages.ts';
import { designOf, presetDesigns, randomDesigns } from './designs.ts';
import { patienceMs, runs } from './runs.ts';
import { resolved, wrongWith } from './examples.ts';

const asking: Answers = {
  interaction: { interaction: ['ask-answer', 'live'] },
  messages: { messageNeeds: ['ordered'], reactors: 2, messagesPerSecond: 1200 },
};

/** So many random designs are put to the parser. */
const read = runs(4, 200);

/** One design for each broker, one with a socket; the parser takes seconds for each. */
const dear: readonly (readonly GeneratedFile[])[] = [
  ...(['job-table', 'queue', 'routing-broker', 'log'] as const).map((broker) =>
    messageFiles(designOf({ answers: asking, pins: { 'sync-or-async': 'event-driven', broker } })),
  ),
  messageFiles(
    designOf({ answers: asking, pins: { 'live-updates': 'websocket', 'public-api': 'rest' } }),
  ),
  ...[...presetDesigns, ...randomDesigns(read)].map(messageFiles),
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
  it(
    `has nothing that the parser objects to, for each broker, ${read} random designs and all presets`,
    { timeout: patienceMs },
    async () => {
      expect(descriptions.size).toBeGreaterThan(4);
      for (const text of descriptions) expect(await findings(text)).toEqual([]);
    },
  );

  it(
    'is refused when an operation names a channel that is not there',
    { timeout: 120_000 },
    async () => {
      const [text = ''] = descriptions;
      expect(
        await findings(
          text.replace("'#/channels/", "'#/nowhere/").replace('"#/channels/', '"#/nowhere/'),
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

describe('the samples, which files.test.ts puts to the CloudEvents SDK and the schema beside them', () => {
  it('are refused with data that the schema does not allow, and with the name of another one', () => {
    const [files = []] = dear;
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const path = [...texts.keys()].find((each) => each.startsWith('messages/samples/')) ?? '';
    const text = texts.get(path) ?? '';
    expect(eventMistakes(path, text, texts)).toEqual([]);
    const event = JSON.parse(text) as object;
    const changed = (change: object) => JSON.stringify({ ...event, ...change });
    expect(eventMistakes(path, changed({ data: 'text' }), texts)).not.toEqual([]);
    expect(eventMistakes(path, changed({ dataschema: 'https://example.org/x' }), texts)).toEqual([
      `${path} names another schema.`,
    ]);
    expect(() => eventMistakes(path, changed({ type: '' }), texts)).toThrow();
  });

  it('hold nothing sensitive', () => {
    for (const context of randomDesigns(runs(100, 2500))) {
      for (const { id, fields } of context.architecture.messages) {
        const secret = fields.filter(({ sensitive }) => sensitive).map(({ name }) => name);
        if (secret.length === 0) continue;
        const files = messageFiles(context);
        const text = files.find(({ path }) => path === `messages/samples/${id}.json`)?.text ?? '';
        for (const name of secret) expect(text).not.toContain(`"${name}"`);
      }
    }
  });
});
