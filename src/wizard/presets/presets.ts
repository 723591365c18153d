import { apiGateway } from './api-gateway.ts';
import { clientBackends } from './client-backends.ts';
import { liveCollaboration } from './live-collaboration.ts';
import { liveNotifications } from './live-notifications.ts';
import { multiTenantSaas } from './multi-tenant-saas.ts';
import { observability } from './observability.ts';
import { orderEvents } from './order-events.ts';
import { orderManagement } from './order-management.ts';
import { outsideCalls } from './outside-calls.ts';
import type { Preset } from './preset.ts';
import { serviceAccess } from './service-access.ts';
import { stranglerMigration } from './strangler-migration.ts';
import { webhookDelivery } from './webhook-delivery.ts';

/** The twelve requests of the seed, in its order. */
export const presets: readonly Preset[] = [
  orderManagement,
  multiTenantSaas,
  liveCollaboration,
  orderEvents,
  clientBackends,
  serviceAccess,
  outsideCalls,
  observability,
  apiGateway,
  stranglerMigration,
  webhookDelivery,
  liveNotifications,
];
