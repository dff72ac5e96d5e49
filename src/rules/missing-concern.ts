import { isWritten } from '../document/structure';
import { isAsked } from './asked';
import { concernLevel } from './concern-level';
import { defineRule } from './define-rule';
import { inSentence, insertConcern } from './insertion';
import { requirementsSpan } from './places';

export const missingConcern = defineRule(
  {
    id: 'missing-concern',
    level: 'warning',
    summary: 'The doc answers for each quality attribute a reviewer asks about.',
  },
  ({ doc, reading, report }) => {
    if (!isWritten(doc)) return;
    for (const concern of reading.knowledge.concerns) {
      if (reading.concern(concern.id).answer !== 'missing' || isAsked(reading, concern)) continue;
      const fix = insertConcern(reading, concern);
      report({
        message: `Nothing is said about ${inSentence(concern.title)}. ${concern.question}`,
        at: requirementsSpan(reading),
        subject: concern.id,
        level: concernLevel(reading, concern),
        fixes: fix ? [fix] : [],
      });
    }
  },
);
