import type { GeneratedFile } from '../files.ts';
import { choicesOf } from '../contracts/choices.ts';
import type { ContractContext } from '../contracts/contract-files.ts';
import type { JsonObject } from '../contracts/json.ts';
import { jsonFile } from '../contracts/json.ts';
import { yamlFile } from '../yaml.ts';
import { asyncApiDocument, speaksOnSocket } from './asyncapi.ts';
import type { MessageContext } from './asyncapi.ts';
import { dataSchema, sampleEvent, schemaAddress } from './event.ts';
import { statechart } from './statechart.ts';

/** Output 5: what is sent, in which form, and how actions over several services stay whole. */
export function messageFiles({
  solution,
  architecture,
  date,
}: ContractContext): readonly GeneratedFile[] {
  const context: MessageContext = { system: architecture, choices: choicesOf(solution), date };
  const { messages, flows } = architecture;
  const hasMessages = messages.length > 0 || speaksOnSocket(context);
  return [
    ...(hasMessages ? [asyncApiFile(context)] : []),
    ...messages.flatMap((message): readonly GeneratedFile[] => [
      {
        path: `messages/samples/${message.id}.json`,
        text: jsonFile(sampleEvent(message, architecture, date)),
        checkedBy: 'CloudEvents SDK',
        madeFrom: 'sync or async (6) and the broker (20)',
      },
      {
        path: `messages/schemas/${message.id}.schema.json`,
        text: jsonFile(schemaFile(message, context)),
        checkedBy: 'JSON Schema',
        madeFrom: 'sync or async (6) and event schema (21)',
      },
    ]),
    ...flows
      .filter(({ kind }) => kind !== 'transaction')
      .map((flow): GeneratedFile => ({
        path: `flows/${flow.id}.json`,
        text: jsonFile(statechart(flow)),
        checkedBy: 'XState',
        madeFrom: 'transactions (16) and your actions',
      })),
  ];
}

function asyncApiFile(context: MessageContext): GeneratedFile {
  const madeFrom =
    'sync or async (6), live updates (7), publishing (17), the broker (20) and event schema (21)';
  return {
    path: 'messages/asyncapi.yaml',
    text: yamlFile(asyncApiDocument(context), [
      'What is sent, by whom, to whom, and what happens when it fails.',
      `Made from ${madeFrom}.`,
      'Checked by the AsyncAPI parser, and every example against its schema.',
    ]),
    checkedBy: 'AsyncAPI parser',
    madeFrom,
  };
}

function schemaFile(
  message: MessageContext['system']['messages'][number],
  { system }: MessageContext,
): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress(message, system),
    title: message.name,
    ...dataSchema(message),
  };
}
