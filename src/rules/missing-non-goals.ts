import { partRule } from './part-rule';

export const missingNonGoals = partRule(
  {
    id: 'missing-non-goals',
    level: 'info',
    summary: 'The doc says what it leaves out on purpose.',
  },
  { part: 'non-goals', would: 'say what it leaves out on purpose', byHeading: true },
);
