import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { languageOf } from './language.ts';
import { port, settingsOf } from './settings.ts';
import { graceSeconds, resourcesOf } from './sizes.ts';

/** For a platform that takes code: what to start, one file for each deployable. */
export function processFiles(context: RecordContext): readonly GeneratedFile[] {
  const { deployables } = context.architecture;
  const { start } = languageOf(context.solution);
  return deployables.map((each) => {
    const { memoryMib } = resourcesOf(each, context);
    return {
      path: deployables.length === 1 ? 'Procfile' : `paas/${each.id}/Procfile`,
      text: [
        `# ${each.label}: ${each.replicas} instances of ${memoryMib} MiB. Made from: the platform and the estimates.`,
        '# The platform sets PORT; set the others of its settings there: see rollout.md.',
        `web: ${start.join(' ')}`,
        '',
      ].join('\n'),
      checkedBy: 'model check',
      madeFrom: 'platform (36), language (40)',
    };
  });
}

/** For machines of your own: a unit for systemd, one for each deployable, started once a replica. */
export function unitFiles(context: RecordContext): readonly GeneratedFile[] {
  return context.architecture.deployables.map((each) => {
    const { id, replicas } = each;
    const { memoryMib } = resourcesOf(each, context);
    const { open } = settingsOf(each, context);
    const settings = Object.entries(open).map(([name, value]) => `  --env ${name}=${value} \\`);
    return {
      path: `systemd/${id}@.service`,
      text: [
        `# ${each.label}: one unit a replica, ${replicas} over all machines. Made from: the platform and the estimates.`,
        `# Start: systemctl enable --now ${id}@9001 (the number is the port on the machine).`,
        `# Secrets stand in /etc/backend/${id}.env, readable by root alone.`,
        '[Unit]',
        `Description=${id}, replica on port %i`,
        'After=network-online.target docker.service',
        'Wants=network-online.target',
        'Requires=docker.service',
        '',
        '[Service]',
        `ExecStart=/usr/bin/docker run --rm --name ${id}-%i \\`,
        '  --network backend --read-only --tmpfs /tmp --cap-drop ALL \\',
        `  --security-opt no-new-privileges --memory ${memoryMib}m --publish 127.0.0.1:%i:${port} \\`,
        `  --env-file /etc/backend/${id}.env \\`,
        ...settings,
        `  registry.example.com/${id}:1.0.0`,
        `ExecStop=/usr/bin/docker stop --time ${graceSeconds(each, context)} ${id}-%i`,
        'Restart=always',
        'RestartSec=2',
        `TimeoutStopSec=${graceSeconds(each, context) + 5}`,
        '',
        '[Install]',
        'WantedBy=multi-user.target',
        '',
      ].join('\n'),
      checkedBy: 'model check',
      madeFrom: 'platform (36), the estimates',
    };
  });
}
