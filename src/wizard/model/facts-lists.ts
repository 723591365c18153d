import { buildingPresets } from './building-presets.ts';
import {
  actionColumns,
  capabilityColumns,
  dependencyColumns,
  messageColumns,
} from './list-columns.ts';
import { list } from './list-kinds.ts';

/** What a person types about the system, row by row. */
export const listFacts = {
  capabilities: list(capabilityColumns, {
    least: 1,
    most: 12,
    default: buildingPresets.crud.capabilities,
    unit: ['capability', 'capabilities'],
    none: 'none named',
  }),
  actions: list(actionColumns, {
    least: 0,
    most: 12,
    default: buildingPresets.crud.actions,
    unit: ['action', 'actions'],
    none: 'none named',
  }),
  dependencies: list(dependencyColumns, {
    least: 0,
    most: 12,
    default: [],
    unit: ['outside system', 'outside systems'],
    none: 'none named',
  }),
  messages: list(messageColumns, {
    least: 0,
    most: 12,
    default: [],
    unit: ['message', 'messages'],
    none: 'none named',
  }),
} as const;
