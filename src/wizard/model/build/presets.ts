import type { ActionRow, CapabilityRow } from './rows.ts';

const row = (name: string): CapabilityRow => ({
  name,
  team: 1,
  changes: 'monthly',
  load: 'usual',
  ownRules: false,
  freshness: 'inherit',
});

/** What a system of one kind usually does. */
export const buildingPresets: {
  readonly crud: {
    readonly capabilities: readonly CapabilityRow[];
    readonly actions: readonly ActionRow[];
  };
} = {
  crud: {
    capabilities: [row('records'), row('accounts')],
    actions: [
      {
        name: 'save record',
        capabilities: ['records'],
        branches: false,
        lastsHours: false,
        undoable: true,
      },
    ],
  },
};
