/** Past forms that are not made by adding "ed". */
const irregular: Readonly<Record<string, string>> = {
  cancel: 'cancelled',
  ship: 'shipped',
  submit: 'submitted',
  send: 'sent',
  pay: 'paid',
  take: 'taken',
  begin: 'begun',
  run: 'run',
  put: 'put',
  sell: 'sold',
  buy: 'bought',
  make: 'made',
  withdraw: 'withdrawn',
  write: 'written',
  plan: 'planned',
  log: 'logged',
  stop: 'stopped',
  transfer: 'transferred',
};

/** What is told once an action is done: "place order" → "order placed", "checkout" → "checkout completed". */
export function happened(action: string | undefined, record: string): string {
  if (action === undefined) return `${record} changed`;
  const [verb = '', ...object] = action.trim().split(/\s+/u);
  if (object.length === 0) return `${action.trim()} completed`;
  return `${object.join(' ')} ${past(verb)}`;
}

function past(verb: string): string {
  const known = irregular[verb.toLowerCase()];
  if (known !== undefined) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
