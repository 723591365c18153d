// Two thousand lines, each from a callback of its own, arrive complete and in order.
let line = 0;
function next(): void {
  console.log(`line ${line} ${'.'.repeat(line % 40)}`);
  line += 1;
  if (line < 2000) setImmediate(next);
}
next();

export {};
