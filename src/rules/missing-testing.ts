import { partRule } from './part-rule';

export const missingTesting = partRule(
  {
    id: 'missing-testing',
    level: 'info',
    summary: 'The doc says how the result will be verified.',
  },
  { part: 'testing', would: 'say how the result will be verified' },
);
