import { partRule } from './part-rule';

export const missingTradeoffs = partRule(
  {
    id: 'missing-tradeoffs',
    level: 'warning',
    summary: 'The doc admits a drawback, risk or limit of the chosen design.',
  },
  { part: 'tradeoffs', would: 'name a drawback, risk or limit of the chosen design' },
);
