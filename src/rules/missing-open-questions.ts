import { partRule } from './part-rule';

export const missingOpenQuestions = partRule(
  {
    id: 'missing-open-questions',
    level: 'info',
    summary: 'The doc says what is still open or comes later.',
  },
  'open-questions',
);
