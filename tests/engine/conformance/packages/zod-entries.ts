// zod by its entries: the classes of version 4 exist once, version 3 and the mini form beside them.
import * as z from 'zod';
import * as z4 from 'zod/v4';
import * as core from 'zod/v4/core';
import * as mini from 'zod/mini';
import { z as z3 } from 'zod/v3';

console.log(z.ZodError === z4.ZodError, z.string() instanceof z4.ZodString);
console.log(z.string() instanceof core.$ZodType, mini.string() instanceof core.$ZodType);
console.log(mini.string().check(mini.minLength(3)).safeParse('ab').error?.issues);
console.log(z3.object({ id: z3.number() }).safeParse({ id: 'x' }).error?.issues);
console.log(z.toJSONSchema(z.object({ at: z.iso.date(), n: z.int().min(1).optional() })));
console.log(
  z.prettifyError(z.strictObject({ a: z.literal('b') }).safeParse({ a: 1, c: 2 }).error!),
);
console.log(
  z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('a') }),
      z.object({ kind: z.literal('b'), n: z.coerce.number() }),
    ])
    .parse({ kind: 'b', n: '7' }),
);
