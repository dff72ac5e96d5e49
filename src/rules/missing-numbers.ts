import { partRule } from './part-rule';

export const missingNumbers = partRule(
  {
    id: 'missing-numbers',
    level: 'info',
    summary: 'The doc states at least one figure with a unit.',
  },
  'capacity',
);
