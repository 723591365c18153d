import { backplaneRules } from './backplane.ts';
import { bffRules } from './bff.ts';
import { boundaryRules } from './boundaries.ts';
import { crossServiceQueryRules } from './cross-service-query.ts';
import { discoveryRules } from './discovery.ts';
import { eventSchemaRules } from './event-schema.ts';
import { internalCallRules } from './internal-call.ts';
import { jobRules } from './jobs.ts';
import { liveUpdateRules } from './live-updates.ts';
import { longOperationRules } from './long-operation.ts';
import { meshRules } from './mesh.ts';
import { migrationRules } from './migration.ts';
import { outboundRules } from './outbound.ts';
import { paginationRules } from './pagination.ts';
import { publishingRules } from './publishing.ts';
import { readSideRules } from './read-side.ts';
import { tenancyRules } from './tenancy.ts';
import { versioningRules } from './versioning.ts';

/** The rules of structure, contracts, data and jobs, a file for each decision. */
export const designRules = [
  ...boundaryRules,
  ...migrationRules,
  ...internalCallRules,
  ...liveUpdateRules,
  ...outboundRules,
  ...backplaneRules,
  ...bffRules,
  ...discoveryRules,
  ...meshRules,
  ...tenancyRules,
  ...publishingRules,
  ...readSideRules,
  ...crossServiceQueryRules,
  ...eventSchemaRules,
  ...jobRules,
  ...longOperationRules,
  ...versioningRules,
  ...paginationRules,
] as const;
