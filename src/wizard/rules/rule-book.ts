import { alertingRules } from './alerting.ts';
import { authenticationRules } from './authentication.ts';
import { authorizationRules } from './authorization.ts';
import { brokerRules } from './broker.ts';
import { cacheRules } from './cache.ts';
import { constraintRules } from './constraints.ts';
import { dataOwnershipRules } from './data-ownership.ts';
import { designRules } from './design-rules.ts';
import { edgeRules } from './edge.ts';
import { idempotencyRules } from './idempotency.ts';
import { invalidationRules } from './invalidation.ts';
import { languageRules } from './language.ts';
import { platformRules } from './platform.ts';
import { publicApiRules } from './public-api.ts';
import { rateLimitingRules } from './rate-limiting.ts';
import { resilienceRules } from './resilience.ts';
import { rolloutRules } from './rollout.ts';
import { scalingRules } from './scaling.ts';
import { serviceIdentityRules } from './service-identity.ts';
import { styleRules } from './style.ts';
import { syncOrAsyncRules } from './sync-or-async.ts';
import { telemetryRules } from './telemetry.ts';
import { testRules } from './tests.ts';
import { transactionRules } from './transactions.ts';
import type { RuleBook } from './rule.ts';
import { tensionRules } from './tensions.ts';

/** Every rule of the wizard, a file for each decision. */
export const ruleBook: RuleBook = {
  rules: [
    ...styleRules,
    ...publicApiRules,
    ...syncOrAsyncRules,
    ...edgeRules,
    ...dataOwnershipRules,
    ...transactionRules,
    ...brokerRules,
    ...cacheRules,
    ...invalidationRules,
    ...authenticationRules,
    ...authorizationRules,
    ...serviceIdentityRules,
    ...rateLimitingRules,
    ...resilienceRules,
    ...idempotencyRules,
    ...telemetryRules,
    ...alertingRules,
    ...platformRules,
    ...rolloutRules,
    ...designRules,
    ...scalingRules,
    ...testRules,
    ...languageRules,
    ...constraintRules,
  ],
  tensions: tensionRules,
};
