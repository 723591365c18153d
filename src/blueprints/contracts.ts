import { blueprintHref } from './blueprint.ts';
import type { Blueprint } from './blueprint.ts';
import type { Preset } from '../wizard/presets/preset.ts';

/** An OpenAPI document among the files of a blueprint. */
export interface Contract {
  /** Of the API; names its page, too. */
  readonly name: string;
  /** Of its file. */
  readonly path: string;
  readonly text: string;
}

/** The OpenAPI documents of a blueprint; each stands in a folder that is named after its API. */
export function contractsOf({ files }: Blueprint): readonly Contract[] {
  return files
    .filter(({ path }) => /(?:^|\/)openapi\.yaml$/u.test(path))
    .map(({ path, text }) => ({ name: path.split('/').at(-2) ?? 'api', path, text }));
}

/** Where a contract is read in Swagger UI. */
export function contractHref(preset: Preset, { name }: Contract): string {
  return `${blueprintHref(preset)}api/${name}/`;
}
