import type { Found } from '../document/by-piece';
import { optionsOf, sayingSections } from '../document/options';
import { isPlaceholder } from '../document/placeholders';
import { hasCheckMark } from '../document/settled';
import { afterSubsections, frontMatterTitle, titleSection } from '../document/structure';
import type { DesignDoc, Statement } from '../document/types';
import { stageOf } from '../knowledge/status';
import type { Knowledge } from '../knowledge/types';
import { says, sayingStatements, stemsOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { stemsIn } from './interface-words';

export const undecidedOptions = defineRule(
  {
    id: 'undecided-options',
    level: 'warning',
    summary: 'A doc that is accepted says which of its options was chosen.',
  },
  ({ doc, reading: { knowledge }, report }) => {
    if (stageOf(doc, knowledge) !== 'decided') return;
    const title = titleSection(doc);
    const listed = optionsOf(doc);
    const filled = sayingSections(doc);
    const speaks = (words: string, of: string): boolean => says(knowledge, 'decisions', of, words);
    const sections = doc.sections.filter((section) => section.depth > 0 && section !== title);
    const compared = sections.find(
      (section) => (listed[section.index]?.length ?? 0) >= 2 && speaks(section.title, 'options'),
    );
    const options = listed[compared?.index ?? -1];
    if (!compared || !options || options.every((option) => isCode(doc, option))) return;
    const end = doc.sections[afterSubsections(doc, compared) - 1]?.end;
    if (hasCheckMark(doc.text.slice(compared.start, end))) return;
    if (isDecision(knowledge, frontMatterTitle(doc) ?? title?.title ?? '', options)) return;
    const others = sections.filter((section) => section !== compared && !speaks(section.title, 'options'));
    if (others.some((section) => filled[section.index] && speaks(section.title, 'outcome'))) return;
    const isChoice = ({ statement }: Found): boolean =>
      statement.kind !== 'heading' && !statement.quoted && !isPlaceholder(statement);
    if (sayingStatements(knowledge, 'decisions', 'chosen', doc).some(isChoice)) return;
    report({
      message: `“${compared.title}” compares ${String(options.length)} options and the doc is accepted, but nothing says which was chosen. Write “Chosen: …, because …”.`,
      at: compared.heading,
    });
  },
);

/** Whether an option begins with code: a setting of a program, of which all hold at once. */
function isCode({ text }: DesignDoc, { start }: Statement): boolean {
  return text[start - 1] === '`';
}

/** An option is named in its first words; what follows describes it. */
const NAME = 6;

/** Whether a title is the decision ("Use SQS") and not the question: it names an option by a word that no other has. */
function isDecision(knowledge: Knowledge, title: string, options: readonly Statement[]): boolean {
  const general = stemsOf(knowledge, 'entities', 'general');
  const names = options.map(({ text }) => new Set(stemsIn(text).slice(0, NAME)));
  const uses = new Map<string, number>();
  for (const stem of names.flatMap((name) => [...name])) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const own = stemsIn(title).filter(
    (stem) => uses.get(stem) === 1 && !general.has(stem) && /\p{L}/u.test(stem),
  );
  const named = names.filter((name) => own.some((stem) => name.has(stem))).length;
  return named === 1 || (named > 1 && !says(knowledge, 'decisions', 'either', title));
}
