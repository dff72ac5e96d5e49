import { statementsWith } from '../document/by-piece';
import { placeOfWords } from '../document/locate';
import { byKnowledge } from '../knowledge/by-knowledge';
import { differingRates } from '../knowledge/equated-rates';
import { readableRate } from '../knowledge/rates';
import { defineRule } from './define-rule';

export const rateArithmetic = defineRule(
  {
    id: 'rate-arithmetic',
    level: 'warning',
    summary: 'Two rates that the doc calls the same are the same.',
  },
  ({ doc, reading, report }) => {
    for (const { statement, found } of differencesIn(reading.knowledge)(doc)) {
      const { text } = statement;
      for (const { first, second } of found) {
        const right = readableRate(first.perSecond, second);
        const written = text.slice(second.start, second.end);
        report({
          message: `${text.slice(first.start, first.end)} is about ${right}, not ${written}.`,
          at: placeOfWords(doc, statement, second.start, second.end),
        });
      }
    }
  },
);

const differencesIn = byKnowledge((knowledge) =>
  statementsWith(({ quoted, text }) => {
    if (quoted || !/\d.*\d/.test(text)) return undefined;
    const pairs = differingRates(knowledge, text);
    return pairs.length > 0 ? pairs : undefined;
  }),
);
