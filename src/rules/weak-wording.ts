import * as z from 'zod';
import { placeOfWords } from '../document/locate';
import { wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { requirementsIn } from './requirements';

const options = z.strictObject({
  should: z.boolean().describe('Also report “should” in lower case.'),
});

export const weakWording = defineRule<z.infer<typeof options>>(
  {
    id: 'weak-wording',
    level: 'off',
    summary: 'A requirement does not leave open whether it is one.',
    options,
  },
  ({ doc, reading, options: { should }, report }) => {
    for (const { statement, until } of requirementsIn(reading, [
      'functional-requirements',
      'quality-requirements',
    ])) {
      const weak = wordingOf(reading.knowledge, 'weak-words', statement.text).find(
        ({ entry, start, end }) => {
          const words = statement.text.slice(start, end);
          return start < until && words !== words.toUpperCase() && (entry.id !== 'should' || should === true);
        },
      );
      if (!weak) continue;
      const words = statement.text.slice(weak.start, weak.end);
      report({
        message: `“${words}” leaves open what is required. ${weak.entry.say}`,
        at: placeOfWords(doc, statement, weak.start, weak.end),
        subject: weak.entry.id,
      });
    }
  },
);
