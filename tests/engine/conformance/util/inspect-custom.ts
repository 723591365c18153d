import { inspect } from 'node:util';
class Money {
  amount = 5;
  [inspect.custom](
    depth: number,
    options: { stylize(text: string, style: string): string },
    show: typeof inspect,
  ) {
    return depth < 0
      ? options.stylize('[Money]', 'special')
      : `Money<${show(this.amount, options as never)}>`;
  }
}
console.log(
  new Money(),
  [new Money()],
  { a: { b: { c: new Money() } } },
  inspect(new Money(), { colors: true }),
);
console.log(
  { [inspect.custom]: () => ({ inner: true }) },
  inspect(new Money(), { customInspect: false }),
);
inspect.styles.number = 'magenta';
console.log(inspect(1, { colors: true }));
inspect.defaultOptions = { depth: 0 };
console.log({ a: { b: 1 } });
console.log(inspect.custom, Object.keys(inspect.styles).join());
