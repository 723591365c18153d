import type { Action, Capability } from './list-columns.ts';

/** What a system of one kind usually does: assumed until somebody says otherwise. */
export interface BuildingPreset {
  readonly capabilities: readonly Capability[];
  readonly actions: readonly Action[];
}

/**
 * A guess must not cut a system apart: who owns what, how busy it is and which laws hold is left at
 * its default, since only a person can know it.
 */
export const buildingPresets = {
  crud: {
    capabilities: [capability('records', 'weekly'), capability('accounts', 'monthly')],
    actions: [action('save record', 'records')],
  },
  commerce: {
    capabilities: [
      capability('catalog', 'weekly'),
      capability('orders', 'weekly'),
      capability('payments', 'monthly'),
      capability('inventory', 'monthly'),
      capability('shipping', 'monthly'),
      capability('customers', 'monthly'),
    ],
    actions: [
      action('place order', 'orders', 'inventory', 'payments', 'shipping'),
      action('cancel order', 'orders', 'payments', 'inventory'),
      action('change price', 'catalog'),
    ],
  },
  saas: {
    capabilities: [
      capability('workspaces', 'weekly'),
      capability('members', 'monthly'),
      capability('subscriptions', 'monthly'),
      capability('billing', 'monthly'),
      capability('notifications', 'monthly'),
    ],
    actions: [
      action('start subscription', 'subscriptions', 'billing', 'workspaces'),
      action('invite member', 'members', 'notifications'),
    ],
  },
  collaboration: {
    capabilities: [
      capability('documents', 'weekly'),
      capability('comments', 'weekly'),
      capability('presence', 'monthly'),
      capability('sharing', 'monthly'),
      capability('notifications', 'monthly'),
    ],
    actions: [
      action('share document', 'sharing', 'notifications'),
      action('add comment', 'comments', 'notifications'),
    ],
  },
  events: {
    capabilities: [
      capability('devices', 'monthly'),
      capability('readings', 'monthly'),
      capability('alerts', 'weekly'),
      capability('reports', 'weekly'),
    ],
    actions: [action('register device', 'devices'), action('raise alert', 'readings', 'alerts')],
  },
  integration: {
    capabilities: [
      capability('connections', 'monthly'),
      capability('mappings', 'weekly'),
      capability('transfers', 'weekly'),
      capability('monitoring', 'monthly'),
    ],
    actions: [action('run transfer', 'transfers', 'monitoring')],
  },
  migration: {
    capabilities: [
      capability('legacy access', 'rarely'),
      capability('customers', 'monthly'),
      capability('orders', 'weekly'),
      capability('reports', 'monthly'),
    ],
    actions: [action('move customer', 'customers', 'legacy access')],
  },
} as const satisfies Record<string, BuildingPreset>;

function capability(name: string, changes: Capability['changes']): Capability {
  return { name, team: 1, changes, load: 'usual', ownRules: false, freshness: 'inherit' };
}

function action(name: string, ...capabilities: readonly string[]): Action {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true };
}
