import { statementsThat } from '../document/by-piece';
import { placeOfWords } from '../document/locate';
import { byKnowledge } from '../knowledge/by-knowledge';
import { equatedRates, readableRate } from '../knowledge/rates';
import { says, stemsOf } from '../knowledge/wording';
import { defineRule } from './define-rule';

/** Whoever takes a day for 100,000 seconds is 16 % off and honest. */
const TOLERANCE = 1.4;

export const rateArithmetic = defineRule(
  {
    id: 'rate-arithmetic',
    level: 'warning',
    summary: 'Two rates that the doc calls the same are the same.',
  },
  ({ doc, reading, report }) => {
    for (const { statement } of equatingStatements(reading.knowledge)(doc)) {
      const { text } = statement;
      for (const { first, second, clauseEnd } of equatedRates(text, linkingWords(reading.knowledge))) {
        const ratio = first.value / second.value;
        if (ratio < TOLERANCE && ratio > 1 / TOLERANCE) continue;
        const clause = text.slice(Math.max(0, first.start - 60), clauseEnd);
        if (says(reading.knowledge, 'rates', 'peak', clause)) continue;
        const written = text.slice(second.start, second.end);
        report({
          message: `${text.slice(first.start, first.end)} is about ${readableRate(first.value, second.unit)}, not ${written}.`,
          at: placeOfWords(doc, statement, second.start, second.end),
        });
      }
    }
  },
);

const linkingWords = byKnowledge((knowledge) => stemsOf(knowledge, 'rates', 'linking'));

const equatingStatements = byKnowledge((knowledge) =>
  statementsThat(({ quoted, text }) => {
    return !quoted && /\d.*\d/.test(text) && equatedRates(text, linkingWords(knowledge)).length > 0;
  }),
);
