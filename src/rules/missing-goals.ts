import { partRule } from './part-rule';

export const missingGoals = partRule(
  {
    id: 'missing-goals',
    level: 'warning',
    summary: 'The doc says what it wants to achieve.',
  },
  { part: 'goals', would: 'say what is to be achieved', byHeading: true },
);
