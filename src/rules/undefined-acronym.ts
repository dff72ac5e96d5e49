import * as z from 'zod';
import { acronymsIn, definedAcronyms } from '../document/acronyms';
import { wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';

const options = z.strictObject({
  known: z.array(z.string()).describe('Further acronyms that readers know.'),
  uses: z
    .number()
    .int()
    .min(1)
    .describe('How often an acronym must be used to be worth explaining; 2 by default.'),
});

export const undefinedAcronym = defineRule<z.infer<typeof options>>(
  {
    id: 'undefined-acronym',
    level: 'off',
    summary: 'An acronym that not everybody knows is spelled out once.',
    options,
  },
  ({ doc, reading, options: { known, uses: least = 2 }, report }) => {
    const own = new Set(known);
    const acronyms = acronymsIn(doc).filter(({ text, uses }) => {
      if (uses < least || own.has(text)) return false;
      return wordingOf(reading.knowledge, 'acronyms', text).length === 0;
    });
    if (acronyms.length === 0) return;
    const defined = definedAcronyms(doc, acronyms);
    const words = new Set(doc.text.match(/\b[a-z]{2,6}\b/g));
    for (const acronym of acronyms) {
      // A word that the doc also writes small is shouted and no acronym.
      if (defined.has(acronym.text) || words.has(acronym.text.toLowerCase())) continue;
      report({
        message: `Spell out “${acronym.text}” where it is first used: “… (${acronym.text})”.`,
        at: acronym,
      });
    }
  },
);
