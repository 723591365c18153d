/** What an action is called once it is a thing that one can create and ask about. */
const nouns: Readonly<Record<string, string>> = {
  add: 'addition',
  approve: 'approval',
  archive: 'archiving',
  assign: 'assignment',
  book: 'booking',
  cancel: 'cancellation',
  change: 'change',
  close: 'closing',
  confirm: 'confirmation',
  deliver: 'delivery',
  export: 'export',
  import: 'import',
  invite: 'invitation',
  move: 'move',
  open: 'opening',
  pay: 'payment',
  place: 'placement',
  publish: 'publication',
  raise: 'escalation',
  refund: 'refund',
  register: 'registration',
  reject: 'rejection',
  renew: 'renewal',
  reserve: 'reservation',
  return: 'return',
  run: 'run',
  save: 'saving',
  send: 'dispatch',
  share: 'sharing',
  ship: 'shipment',
  start: 'start',
  stop: 'stop',
  submit: 'submission',
  suspend: 'suspension',
  transfer: 'transfer',
  update: 'update',
};

/** "cancel-order" of an order → "cancellation"; "change-address" → "address-change"; unknown verbs stay. */
export function nounOf(action: string, singular: string): string {
  const [verb = action, ...object] = action.split('-');
  const noun = nouns[verb];
  if (noun === undefined) return action;
  const rest = object.join('-');
  return rest === '' || rest === singular || singular.endsWith(`-${rest}`)
    ? noun
    : `${rest}-${noun}`;
}
