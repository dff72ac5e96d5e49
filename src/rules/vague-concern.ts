import { isWritten } from '../document/structure';
import { isAsked } from './asked';
import { concernLevel } from './concern-level';
import { defineRule } from './define-rule';
import { inSentence, insertConcern } from './insertion';
import { requirementsSpan } from './places';

export const vagueConcern = defineRule(
  {
    id: 'vague-concern',
    level: 'info',
    summary: 'A quality attribute that the doc names is also answered.',
  },
  ({ doc, reading, report }) => {
    if (!isWritten(doc)) return;
    for (const concern of reading.knowledge.concerns) {
      const { answer, evidence } = reading.concern(concern.id);
      if (answer !== 'thin' || isAsked(reading, concern)) continue;
      const fix = insertConcern(reading, concern);
      report({
        message: `This touches on ${inSentence(concern.title)}, but is no answer yet. ${concern.question}`,
        at: doc.statementAt(evidence) ?? requirementsSpan(reading),
        subject: concern.id,
        // A touch is more than nothing: it is only spoken of where an answer matters most.
        level: concernLevel(reading, concern) === 'warning' ? 'info' : 'off',
        fixes: fix ? [fix] : [],
      });
    }
  },
);
