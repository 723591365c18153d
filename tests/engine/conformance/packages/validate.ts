// zod: a value that is as the schema says, and one that is not.
import { z } from 'zod';

const Order = z.object({
  id: z.uuid(),
  lines: z.array(z.object({ sku: z.string().min(3), count: z.int().positive() })).nonempty(),
  paidAt: z.iso.datetime().optional(),
});

const good = {
  id: '3f2c1a6e-8f5e-4a53-9d55-0d7f6f1f2a11',
  lines: [{ sku: 'tea-250', count: 2, color: 'green' }],
};
console.log(Order.parse(good));

const bad = Order.safeParse({ id: '7', lines: [{ sku: 'x', count: 0 }], paidAt: 'yesterday' });
for (const { path, code, message } of bad.error?.issues ?? [])
  console.log(path.join('.'), code, message);
