import type { Span } from '../document/types';
import type { Answer, Assessment, Reading } from '../knowledge/reading';
import type { ReviewQuestion } from '../knowledge/types';
import { concernLevel } from '../rules/concern-level';
import { levelOf, type LintConfig } from './config';
import { expects } from './forms';
import { RULE_METAS } from './rule-metas';

/** One thing a reviewer asks of a doc, and how well the doc answers it. */
export interface ReviewPoint {
  readonly kind: 'concern' | 'part' | 'question';
  /** Unique among the points of its kind. */
  readonly id: string;
  readonly title: string;
  /** What a reviewer asks. */
  readonly question: string;
  readonly answer: Answer;
  /** Whether the linter reports it while it is not answered. */
  readonly reported: boolean;
  /** Where the doc answers it best; undefined when it is missing. */
  readonly evidence: Span | undefined;
  /** Ids of the notes that tell more, the best first. */
  readonly notes: readonly string[];
}

/** What a reviewer asks of a doc. */
export interface Review {
  readonly concerns: readonly ReviewPoint[];
  readonly parts: readonly ReviewPoint[];
  readonly questions: readonly ReviewPoint[];
}

/**
 * Judges a doc as a reviewer would. What the configuration switches off, and what docs of its form do not owe, is
 * not asked.
 */
export function reviewOf(reading: Reading, config: LintConfig, questions: readonly ReviewQuestion[]): Review {
  const { concerns, parts } = reading.knowledge;
  const asked = concerns.filter(
    ({ id }) => config.concerns[id] !== 'off' && expects(reading, 'missing-concern', id),
  );
  const owed = parts.filter(
    ({ id }) => config.levels[`missing-${id}`] !== 'off' && expects(reading, `missing-${id}`, id),
  );
  const concernPoints = asked.map((concern): ReviewPoint => {
    const { id, title, question } = concern;
    const reported =
      isReported(config, 'missing-concern') &&
      (config.concerns[id] ?? concernLevel(reading, concern)) !== 'off';
    const about = { kind: 'concern', id, title, question, reported, notes: [id] } as const;
    return { ...about, ...judged(reading, reading.concern(id)) };
  });
  const partPoints = owed.map(({ id, heading, question }): ReviewPoint => {
    const reported = isReported(config, `missing-${id}`);
    const about = { kind: 'part', id, title: heading, question, reported, notes: [id] } as const;
    return { ...about, ...judged(reading, reading.part(id)) };
  });
  const questionPoints = questions.map(({ title, question, ...by }): ReviewPoint | undefined => {
    const points = [
      ...concernPoints.filter(({ id }) => by.concerns.includes(id)),
      ...partPoints.filter(({ id }) => by.parts.includes(id)),
    ];
    if (points.length === 0) return undefined;
    const notes = [...points].sort((a, b) => RANK[a.answer] - RANK[b.answer]).flatMap((point) => point.notes);
    const evidence = points.find(({ answer }) => answer !== 'missing')?.evidence;
    const reported = points.some((point) => point.reported);
    return {
      kind: 'question',
      id: title,
      title,
      question,
      reported,
      answer: together(points),
      evidence,
      notes,
    };
  });
  return {
    concerns: concernPoints,
    parts: partPoints,
    questions: questionPoints.filter((it) => it !== undefined),
  };
}

/** The concerns and parts that are not answered and that every doc of the form owes, as the linter has it. */
export function openPoints({ concerns, parts }: Review): readonly ReviewPoint[] {
  return [...concerns, ...parts].filter(({ answer, reported }) => reported && answer !== 'answered');
}

function isReported(config: LintConfig, rule: string): boolean {
  const meta = RULE_METAS.find(({ id }) => id === rule);
  return meta !== undefined && levelOf(config, meta) !== 'off';
}

const RANK: Readonly<Record<Answer, number>> = { missing: 0, thin: 1, answered: 2 };

function judged(
  { doc }: Reading,
  { answer, evidence }: Assessment,
): Pick<ReviewPoint, 'answer' | 'evidence'> {
  const statement = doc.statementAt(evidence);
  return { answer, evidence: statement && { start: statement.start, end: statement.end } };
}

/** Answered when all is, missing when nothing is said at all, thin in between. */
function together(points: readonly ReviewPoint[]): Answer {
  if (points.every(({ answer }) => answer === 'answered')) return 'answered';
  return points.every(({ answer }) => answer === 'missing') ? 'missing' : 'thin';
}
