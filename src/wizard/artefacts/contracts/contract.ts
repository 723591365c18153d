import type { Architecture } from '../../model/architecture.ts';
import type { Api, Behavior, Capability, Operation, Policy } from '../../model/system.ts';
import type { Choices } from './choices.ts';
import { snake } from './names.ts';

/** One API, and what its contract is written from. */
export interface Contract {
  readonly api: Api;
  readonly system: Architecture;
  readonly choices: Choices;
  /** As in "2026-11-23". */
  readonly date: string;
  /** Whether it also tells of news, notices and webhooks: the first public API does. */
  readonly tellsNews: boolean;
}

/** The name of the system as part of an address: "your-system". */
export function slugOf({ name }: Pick<Architecture, 'name'>): string {
  return snake(name).replaceAll('_', '-');
}

/** The place of an API, without a version. */
export function originOf({ api, system }: Pick<Contract, 'api' | 'system'>): string {
  return api.audience === 'public'
    ? `https://api.${slugOf(system)}.example`
    : `https://${api.deployable}.${slugOf(system)}.internal`;
}

/** The capability that an operation belongs to. */
export function capabilityOf(system: Behavior, operation: Operation): Capability {
  const found = system.capabilities.find(({ id }) => id === operation.capability);
  if (found === undefined) {
    throw new Error(`The operation "${operation.id}" belongs to no capability that exists.`);
  }
  return found;
}

/** The policy that decides who may. */
export function policyOf(system: Behavior, operation: Operation): Policy {
  const found = system.policies.find(({ id }) => id === operation.policy);
  if (found === undefined) {
    throw new Error(`The operation "${operation.id}" names a policy that does not exist.`);
  }
  return found;
}

/** Whether nobody has to say who they are. */
export function isOpen(system: Behavior, operation: Operation): boolean {
  return policyOf(system, operation).role === 'anybody';
}

/** Whether an answer may not be kept by anybody, since it holds what must not leave the system. */
export function isUnkept(system: Behavior, operation: Operation): boolean {
  const { resource } = capabilityOf(system, operation);
  return !isRead(operation) || resource.fields.some(({ sensitive }) => sensitive);
}

/** Whether callers can ask if what they have still holds. */
export function isConditional(system: Behavior, operation: Operation): boolean {
  const { kind } = operation;
  return (kind === 'read' || kind === 'list') && !isUnkept(system, operation);
}

/** Whether the operation changes nothing. */
export function isRead({ method }: Operation): boolean {
  return method === 'GET';
}
