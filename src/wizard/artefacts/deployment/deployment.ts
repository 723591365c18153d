import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { caddyfile } from './caddyfile.ts';
import { composeFile } from './compose.ts';
import { dockerfile } from './dockerfile.ts';
import { kubernetesFiles } from './kubernetes/kubernetes.ts';
import { poolerFiles } from './pooler.ts';
import { processFiles, unitFiles } from './processes.ts';
import { rolloutFile } from './rollout.ts';

/** How it is built, run and released on the chosen platform. */
export function deploymentFiles(context: RecordContext): readonly GeneratedFile[] {
  return [
    dockerfile(context),
    composeFile(context),
    caddyfile(context),
    ...poolerFiles(context),
    rolloutFile(context),
    ...forPlatform(context),
  ];
}

/** What the chosen platform takes; a container service takes the compose file and the image. */
function forPlatform(context: RecordContext): readonly GeneratedFile[] {
  switch (context.solution.decisions.platform.chosen) {
    case 'kubernetes':
      return kubernetesFiles(context);
    case 'paas':
      return processFiles(context);
    case 'own-hosts':
      return unitFiles(context);
    case 'managed-containers':
      return [];
  }
}
