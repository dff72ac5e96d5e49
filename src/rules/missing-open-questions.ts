import { partRule } from './part-rule';

export const missingOpenQuestions = partRule(
  {
    id: 'missing-open-questions',
    level: 'info',
    summary: 'The doc says what is still open or comes later.',
  },
  { part: 'open-questions', would: 'say what is still open or comes later', byHeading: true },
);
