import type { Generator } from '../generator.ts';
import { contextMermaid } from './context-mermaid.ts';
import { likec4Model } from './likec4.ts';
import { sequenceMermaid } from './sequence-mermaid.ts';

/** Output 3, beside the containers: the context, the key sequence, and all of it as a model. */
export const diagramFiles: Generator = (context) => [
  {
    path: 'diagrams/context.mmd',
    text: contextMermaid(context),
    checkedBy: 'Mermaid parser',
    madeFrom: 'the clients, the capabilities and the outside systems',
  },
  {
    path: 'diagrams/sequence.mmd',
    text: sequenceMermaid(context),
    checkedBy: 'Mermaid parser',
    madeFrom: 'transactions (16), sync or async (6), resilience (30) and the operations',
  },
  {
    path: 'diagrams/model.c4',
    text: likec4Model(context),
    checkedBy: 'LikeC4 validator',
    madeFrom: 'all parts and their connections',
  },
];
