import { partRule } from './part-rule';

export const missingRollout = partRule(
  {
    id: 'missing-rollout',
    level: 'info',
    summary: 'The doc says how the change reaches production.',
  },
  { part: 'rollout', would: 'say how the change reaches production' },
);
