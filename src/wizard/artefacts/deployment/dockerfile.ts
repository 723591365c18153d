import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { languageOf } from './language.ts';

/** The image of every deployable: built in one stage, run without rights in another one. */
export function dockerfile({ solution, architecture }: RecordContext): GeneratedFile {
  const { name, assumed, build, image, setUp, addUser, start, probe } = languageOf(solution);
  const [from = '', ...rest] = build;
  const several = architecture.deployables.length > 1;
  const says = assumed
    ? [`# Nobody has said which language the team knows: this assumes ${name}.`]
    : [`# Language: ${name}.`];
  const lines = [
    '# The image of one deployable. Made from: the decisions on the language and on the platform.',
    ...says,
    ...(several
      ? ['# Each deployable has a folder of its own: docker build --file Dockerfile its-folder']
      : []),
    '',
    from,
    ...rest,
    '',
    `FROM ${image}`,
    ...setUp,
    addUser,
    'WORKDIR /app',
    'COPY --from=build --chown=10001:10001 /out /app',
    'USER 10001',
    'EXPOSE 8080',
    `HEALTHCHECK --interval=10s --timeout=3s --retries=6 CMD ${probe}`,
    `CMD ${JSON.stringify(start)}`,
    '',
  ];
  return {
    path: 'Dockerfile',
    text: lines.join('\n'),
    checkedBy: 'dockerfilelint',
    madeFrom: 'language (40), platform (36)',
  };
}
