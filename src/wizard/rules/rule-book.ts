import { authenticationRules } from './authentication.ts';
import { brokerRules } from './broker.ts';
import { cacheRules } from './cache.ts';
import { dataOwnershipRules } from './data-ownership.ts';
import { designRules } from './design-rules.ts';
import { edgeRules } from './edge.ts';
import { platformRules } from './platform.ts';
import { publicApiRules } from './public-api.ts';
import { resilienceRules } from './resilience.ts';
import { rolloutRules } from './rollout.ts';
import { styleRules } from './style.ts';
import { syncOrAsyncRules } from './sync-or-async.ts';
import { telemetryRules } from './telemetry.ts';
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
    ...authenticationRules,
    ...resilienceRules,
    ...telemetryRules,
    ...platformRules,
    ...rolloutRules,
    ...designRules,
  ],
  tensions: tensionRules,
};
