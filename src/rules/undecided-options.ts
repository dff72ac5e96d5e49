import type { Found } from '../document/by-piece';
import { optionCounts, sayingSections } from '../document/options';
import { isPlaceholder } from '../document/placeholders';
import { titleSection } from '../document/structure';
import { stageOf } from '../knowledge/status';
import { says, sayingStatements } from '../knowledge/wording';
import { defineRule } from './define-rule';

export const undecidedOptions = defineRule(
  {
    id: 'undecided-options',
    level: 'warning',
    summary: 'A doc that is accepted says which of its options was chosen.',
  },
  ({ doc, reading: { knowledge }, report }) => {
    if (stageOf(doc, knowledge) !== 'decided') return;
    const title = titleSection(doc);
    const counts = optionCounts(doc);
    const filled = sayingSections(doc);
    const speaks = (words: string, of: string): boolean => says(knowledge, 'decisions', of, words);
    const sections = doc.sections.filter((section) => section.depth > 0 && section !== title);
    const compared = sections.find(
      (section) => (counts[section.index] ?? 0) >= 2 && speaks(section.title, 'options'),
    );
    if (!compared) return;
    const others = sections.filter((section) => section !== compared && !speaks(section.title, 'options'));
    if (others.some((section) => filled[section.index] && speaks(section.title, 'outcome'))) return;
    const isChoice = ({ statement }: Found): boolean =>
      statement.kind !== 'heading' && !statement.quoted && !isPlaceholder(statement);
    if (sayingStatements(knowledge, 'decisions', 'chosen', doc).some(isChoice)) return;
    report({
      message: `“${compared.title}” compares ${String(counts[compared.index])} options and the doc is accepted, but nothing says which was chosen. Write “Chosen: …, because …”.`,
      at: compared.heading,
    });
  },
);
