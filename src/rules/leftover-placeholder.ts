import { placeholdersIn } from '../document/placeholders';
import { defineRule } from './define-rule';

export const leftoverPlaceholder = defineRule(
  {
    id: 'leftover-placeholder',
    level: 'warning',
    summary: 'Nothing is left from the template or marked as still to be written.',
  },
  ({ doc, report }) => {
    for (const statement of doc.statements) {
      if (statement.quoted) continue;
      const source = doc.text.slice(statement.start, statement.end);
      const mark = placeholdersIn(source)[0];
      if (!mark || placeholdersIn(statement.text).length === 0) continue;
      const words = source.slice(mark.start, mark.end);
      report({
        message: words.startsWith('{')
          ? `Still to be filled in: ${words.slice(1, -1).trim()}.`
          : `“${words}” is left here: write what is missing, or move it to the open questions.`,
        at: { start: statement.start + mark.start, end: statement.start + mark.end },
      });
    }
  },
);
