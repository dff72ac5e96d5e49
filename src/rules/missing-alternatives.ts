import { partRule } from './part-rule';

export const missingAlternatives = partRule(
  {
    id: 'missing-alternatives',
    level: 'warning',
    summary: 'The doc names another approach and why it was not taken.',
  },
  { part: 'alternatives', would: 'name another approach and why it was not taken' },
);
