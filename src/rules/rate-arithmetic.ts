import { placeOfWords } from '../document/locate';
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
    const linking = stemsOf(reading.knowledge, 'rates', 'linking');
    for (const statement of doc.statements) {
      if (statement.quoted || !/\d.*\d/.test(statement.text)) continue;
      const { text } = statement;
      for (const { first, second, clauseEnd } of equatedRates(text, linking)) {
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
