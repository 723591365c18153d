import type { Api, Capability, Operation, Policy } from '../model/system.ts';
import type { Architecture } from '../model/architecture.ts';

/** An operation with the contract that it stands in. */
export interface PlacedOperation {
  readonly api: Api;
  readonly operation: Operation;
}

/** Every operation, contract by contract. */
export function allOperations({ apis }: Architecture): readonly PlacedOperation[] {
  return apis.flatMap((api) => api.operations.map((operation) => ({ api, operation })));
}

/** @throws where no capability has this id: the model's invariants rule it out */
export function capabilityOf({ capabilities }: Architecture, id: string): Capability {
  const found = capabilities.find((capability) => capability.id === id);
  if (found === undefined) throw new Error(`No capability has the id "${id}".`);
  return found;
}

/** Every policy that lets somebody ask for an operation, the narrowest role first. */
export function policiesFor({ policies }: Architecture, { id }: Operation): readonly Policy[] {
  return policies.filter(({ operations }) => operations.includes(id));
}

/** The policy that an operation names: that of the narrowest role. */
export function policyOf({ policies }: Architecture, { policy: id }: Operation): Policy {
  const found = policies.find((policy) => policy.id === id);
  if (found === undefined) throw new Error(`No policy has the id "${id}".`);
  return found;
}

/** Whether anybody may, without proving who they are. */
export function isOpen(policy: Policy): boolean {
  return policy.role === 'anybody';
}
