/** What a blueprint's pages show, from the same engine that answers in the wizard. Build only. */
import { getCapability, hrefOf } from '../catalogue/query.ts';
import { files } from '../wizard/artefacts/files.ts';
import type { GeneratedFile } from '../wizard/artefacts/files.ts';
import type { Preset } from '../wizard/presets/preset.ts';
import { formatAddress } from '../wizard/ui/address.ts';
import type { PatternLink } from '../wizard/ui/pattern-links.ts';
import { resultModel } from '../wizard/ui/result/result-model.ts';
import type { ResultModel } from '../wizard/ui/result/result-model.ts';

export interface Blueprint {
  readonly preset: Preset;
  readonly result: ResultModel;
  readonly files: readonly GeneratedFile[];
}

/** The date in the records: not that of the build, so that the same answers give the same bytes. */
const RECORD_DATE = '2026-12-01';

const made = new Map<Preset, Blueprint>();

/** Solves a preset and writes its files, once a build. */
export function blueprintOf(preset: Preset): Blueprint {
  const known = made.get(preset);
  if (known !== undefined) return known;
  const result = resultModel(preset.state, findPattern);
  const surroundings = { date: RECORD_DATE, findPage };
  const written = files(result.solution, result.architecture, surroundings);
  const blueprint = { preset, result, files: written };
  made.set(preset, blueprint);
  return blueprint;
}

/** Where a blueprint is read. */
export function blueprintHref({ slug }: Preset): string {
  return `/blueprints/${slug}/`;
}

/** A link that opens the preset's result in the wizard. */
export function wizardHref({ state }: Preset): string {
  return `/wizard/${formatAddress('result', state)}`;
}

/** Where the text of a file is read: as `.txt`, so that every host has a browser show it. */
export function fileHref(preset: Preset, path: string): string {
  return `${blueprintHref(preset)}files/${path}.txt`;
}

/** Where everything is downloaded as a zip. */
export function zipHref(preset: Preset): string {
  return `${blueprintHref(preset)}${preset.slug}.zip`;
}

function findPattern(id: string): PatternLink {
  const href = hrefOf(id);
  return { id, href, title: getCapability(id).name, url: href };
}

/** A file leaves the site, so it names pages only where the site has an address. */
function findPage(id: string): { readonly title: string; readonly url: string } | undefined {
  const site: unknown = import.meta.env.SITE;
  if (typeof site !== 'string') return undefined;
  return { title: getCapability(id).name, url: new URL(hrefOf(id), site).href };
}
