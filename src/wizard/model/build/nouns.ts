/** What an action is called once it is a thing that one can create and ask about. */
const nouns: Readonly<Record<string, string>> = {
  add: 'addition',
  approve: 'approval',
  archive: 'archiving',
  assign: 'assignment',
  book: 'booking',
  cancel: 'cancellation',
  capture: 'capture',
  change: 'change',
  close: 'closing',
  confirm: 'confirmation',
  delete: 'deletion',
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

/** Verbs with which something begins to exist. */
const creating = new Set(
  'add book create export import invite issue open order place raise register request run schedule send share start submit upload'.split(
    ' ',
  ),
);

/** Verbs that replace a record as a whole, and that end it. */
const replacing = new Set(['save', 'update', 'edit', 'change', 'replace']);
const removing = new Set(['delete', 'remove']);

/** What an action of this name is to the record that it begins with. */
export type Deal = 'create' | 'update' | 'remove' | 'act';

/** "place-order" creates an order, "save-record" updates a record, "cancel-order" acts on an order. */
export function dealOf(action: string, singular: string): Deal {
  const [verb = '', ...object] = action.split('-');
  if (verb === singular && creating.has(verb)) return 'create';
  if (object.join('-') !== singular) return 'act';
  if (creating.has(verb)) return 'create';
  if (replacing.has(verb)) return 'update';
  return removing.has(verb) ? 'remove' : 'act';
}

/**
 * "cancel-order" of an order → "cancellation"; "change-address" → "address-change"; what is created
 * beside the record stands for itself, as "raise-alert" → "alert"; unknown verbs stay.
 */
export function nounOf(action: string, singular: string): string {
  const [verb = action, ...object] = action.split('-');
  const noun = nouns[verb];
  const rest = object.join('-');
  const isOwn = rest === '' || rest === singular || singular.endsWith(`-${rest}`);
  if (creating.has(verb) && !isOwn) return rest;
  if (noun === undefined) return action;
  return isOwn ? noun : `${rest}-${noun}`;
}
