import type { Api, Capability, Operation, Policy } from '../model/system.ts';
import type { Whole } from './generator.ts';

/** An operation with the contract that it stands in. */
export interface PlacedOperation {
  readonly api: Api;
  readonly operation: Operation;
}

/** Every operation, contract by contract. */
export function allOperations({ apis }: Whole): readonly PlacedOperation[] {
  return apis.flatMap((api) => api.operations.map((operation) => ({ api, operation })));
}

/** The operations that callers from outside can ask for. */
export function publicOperations(architecture: Whole): readonly Operation[] {
  return allOperations(architecture)
    .filter(({ api }) => api.audience === 'public')
    .map(({ operation }) => operation);
}

/** @throws where no capability has this id: the model's invariants rule it out */
export function capabilityOf({ capabilities }: Whole, id: string): Capability {
  const found = capabilities.find((capability) => capability.id === id);
  if (found === undefined) throw new Error(`No capability has the id "${id}".`);
  return found;
}

/** @throws where no policy has this id: the model's invariants rule it out */
export function policyOf({ policies }: Whole, { policy: id }: Operation): Policy {
  const found = policies.find((policy) => policy.id === id);
  if (found === undefined) throw new Error(`No policy has the id "${id}".`);
  return found;
}

/** Whether anybody may, without proving who they are. */
export function isOpen(policy: Policy): boolean {
  return policy.role === 'anybody';
}
