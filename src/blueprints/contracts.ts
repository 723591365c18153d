import { parse } from 'yaml';
import { blueprintHref } from './blueprint.ts';
import type { Blueprint } from './blueprint.ts';
import type { Preset } from '../wizard/presets/preset.ts';

/** An OpenAPI document among the files of a blueprint. */
export interface Contract {
  /** Of its folder; names its page, too. */
  readonly name: string;
  /** Of the API, as the contract says it. */
  readonly title: string;
  /** Of its file. */
  readonly path: string;
  readonly text: string;
}

/** The OpenAPI documents of a blueprint; each stands in a folder that is named after its API. */
export function contractsOf({ files }: Blueprint): readonly Contract[] {
  return files
    .filter(({ path }) => /(?:^|\/)openapi\.yaml$/u.test(path))
    .map(({ path, text }) => ({
      name: path.split('/').at(-2) ?? 'api',
      title: titleIn(path, text),
      path,
      text,
    }));
}

function titleIn(path: string, text: string): string {
  const contract = parse(text) as { readonly info?: { readonly title?: string } };
  if (contract.info?.title === undefined) throw new Error(`${path} has no title.`);
  return contract.info.title;
}

/** Where a contract is read in Swagger UI. */
export function contractHref(preset: Preset, { name }: Contract): string {
  return `${blueprintHref(preset)}api/${name}/`;
}
