import { hasFigure } from '../knowledge/figures';
import { hasPrompts } from './asked';
import { partRule } from './part-rule';

export const missingNumbers = partRule(
  {
    id: 'missing-numbers',
    level: 'info',
    summary: 'The doc states at least one figure with a unit.',
  },
  {
    part: 'capacity',
    would: 'state a figure with its unit',
    holds: ({ doc }) => hasFigure(doc),
    asks: ({ doc }) => hasPrompts(doc),
  },
);
