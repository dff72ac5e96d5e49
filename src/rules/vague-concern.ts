import { isPlaceholder } from '../document/placeholders';
import { defineRule } from './define-rule';
import { insertConcern } from './insertion';
import { requirementsSpan } from './places';

export const vagueConcern = defineRule(
  {
    id: 'vague-concern',
    level: 'info',
    summary: 'A quality attribute that the doc names is also answered.',
  },
  ({ doc, reading, report }) => {
    for (const concern of reading.knowledge.concerns) {
      const { answer, evidence } = reading.concern(concern.id);
      if (answer !== 'thin') continue;
      const statement = doc.statements[evidence];
      // A prompt still to be filled in is leftover-placeholder's to report, and the stub is already there.
      const stubStands = statement !== undefined && isPlaceholder(statement);
      const fix = stubStands ? undefined : insertConcern(reading, concern);
      report({
        message: `${concern.title} is named here but not answered. ${concern.question}`,
        at: statement ?? requirementsSpan(reading),
        subject: concern.id,
        fixes: fix ? [fix] : [],
      });
    }
  },
);
