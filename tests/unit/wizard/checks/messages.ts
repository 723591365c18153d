import { CloudEvent } from 'cloudevents';
import type { Json, JsonObject } from '../../../../src/wizard/artefacts/contracts/json.ts';
import { wrongWith } from '../examples.ts';

/** A sample is a strict event that names the schema beside it and whose data that schema allows. */
export function eventMistakes(
  path: string,
  text: string,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const event = new CloudEvent(JSON.parse(text) as object, true);
  const id = path.slice('messages/samples/'.length, -'.json'.length);
  const schema = texts.get(`messages/schemas/${id}.schema.json`) ?? 'null';
  const { $id, ...rest } = JSON.parse(schema) as JsonObject;
  if (event.dataschema !== $id) return [`${path} names another schema.`];
  const wrong = wrongWith(rest, (JSON.parse(text) as { data: Json }).data);
  return wrong === '' ? [] : [`${path}: ${wrong}`];
}
