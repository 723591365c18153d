/**
 * Letters of any language in ASCII, as RFC 3492 says: the ASCII letters first, then numbers that
 * tell which letter goes in where.
 */

const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 128;
const largest = 0x7fff_ffff;
const delimiter = '-';
const digits = 'abcdefghijklmnopqrstuvwxyz0123456789';

function overflow(): RangeError {
  return new RangeError('Overflow: input needs wider integers to process');
}

/** How the next number is written depends on the last. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : delta >> 1;
  rest += Math.floor(rest / points);
  let steps = 0;
  for (; rest > ((base - tMin) * tMax) >> 1; steps += base) rest = Math.floor(rest / (base - tMin));
  return Math.floor(steps + ((base - tMin + 1) * rest) / (rest + skew));
}

function threshold(position: number, bias: number): number {
  return Math.min(Math.max(position - bias, tMin), tMax);
}

function digitOf(sign: string): number {
  const digit = digits.indexOf(sign.toLowerCase());
  if (digit < 0) throw new RangeError('Invalid input');
  return digit;
}

/** Reads one number. */
function readDelta(text: string, start: number, bias: number): { delta: number; end: number } {
  let delta = 0;
  let weight = 1;
  for (let at = start, position = base; ; at++, position += base) {
    if (at >= text.length) throw new RangeError('Invalid input');
    const digit = digitOf(text.charAt(at));
    delta += digit * weight;
    if (delta > largest) throw overflow();
    const least = threshold(position, bias);
    if (digit < least) return { delta, end: at + 1 };
    weight *= base - least;
  }
}

/** @throws {RangeError} for what is no such text */
export function decode(text: string): string {
  const last = Math.max(text.lastIndexOf(delimiter), 0);
  const letters = Array.from({ length: last }, (_, at) => text.charCodeAt(at));
  if (letters.some((code) => code >= initialCode))
    throw new RangeError('Illegal input >= 0x80 (not a basic code point)');
  let [code, place, bias] = [initialCode, 0, initialBias];
  for (let at = last > 0 ? last + 1 : 0; at < text.length;) {
    const { delta, end } = readDelta(text, at, bias);
    const points = letters.length + 1;
    bias = adapt(delta, points, place === 0);
    code += Math.floor((place + delta) / points);
    if (code > 0x10_ffff) throw new RangeError('Invalid input');
    place = (place + delta) % points;
    letters.splice(place++, 0, code);
    at = end;
  }
  return String.fromCodePoint(...letters);
}

function writeDelta(delta: number, bias: number): string {
  let text = '';
  let rest = delta;
  for (let position = base; ; position += base) {
    const least = threshold(position, bias);
    if (rest < least) return text + digits.charAt(rest);
    text += digits.charAt(least + ((rest - least) % (base - least)));
    rest = Math.floor((rest - least) / (base - least));
  }
}

export function encode(text: string): string {
  const points = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < initialCode);
  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? delimiter : '');
  let [code, delta, bias, done] = [initialCode, 0, initialBias, basic.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    if (delta > largest) throw overflow();
    for (const point of points) {
      if (point < next) delta++;
      if (point !== next) continue;
      output += writeDelta(delta, bias);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done++;
    }
    delta++;
    code = next + 1;
  }
  return output;
}
