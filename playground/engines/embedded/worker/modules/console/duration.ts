const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

const pad = (value: string | number): string => String(value).padStart(2, '0');

/** A measured time as `console.timeEnd` writes it: `12.345ms`, `1.500s`, `2:03.004 (m:ss.mmm)`. */
export function durationText(ms: number): string {
  if (ms < secondMs) return `${Number(ms.toFixed(3))}ms`;
  const hours = Math.floor(ms / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const seconds = ((ms % minuteMs) / secondMs).toFixed(3);
  if (hours === 0 && minutes === 0) return `${seconds}s`;
  const [whole = '', fraction = ''] = seconds.split('.');
  const before = hours === 0 ? minutes : `${hours}:${pad(minutes)}`;
  return `${before}:${pad(whole)}.${fraction} (${hours === 0 ? '' : 'h:m'}m:ss.mmm)`;
}
