import { defineRule } from './define-rule';
import { insertConcern } from './insertion';
import { requirementsSpan } from './places';

export const missingConcern = defineRule(
  {
    id: 'missing-concern',
    level: 'warning',
    summary: 'The doc answers for each quality attribute a reviewer asks about.',
  },
  ({ reading, report }) => {
    for (const concern of reading.knowledge.concerns) {
      if (reading.concern(concern.id).answer !== 'missing') continue;
      const fix = insertConcern(reading, concern);
      report({
        message: `Nothing here answers for ${concern.title.toLowerCase()}. ${concern.question}`,
        at: requirementsSpan(reading),
        subject: concern.id,
        fixes: fix ? [fix] : [],
      });
    }
  },
);
