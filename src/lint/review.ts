import type { Span } from '../document/types';
import type { Answer, Assessment, Reading } from '../knowledge/reading';
import type { Note, ReviewQuestion } from '../knowledge/types';
import type { Finding } from '../rules/finding';
import type { LintConfig } from './config';
import { asksForAnswer, subjectOf } from './finding-subject';
import { expects } from './forms';

/** One thing a reviewer asks of a doc, and how well the doc answers it. */
export interface ReviewPoint {
  readonly kind: 'concern' | 'part' | 'question';
  /** Unique among the points of its kind. */
  readonly id: string;
  readonly title: string;
  /** What a reviewer asks. */
  readonly question: string;
  readonly answer: Answer;
  /** Whether the linter has something to say about it. */
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
 *
 * @param findings what the linter found in the doc under the same configuration
 */
export function reviewOf(
  reading: Reading,
  config: LintConfig,
  questions: readonly ReviewQuestion[],
  findings: readonly Finding[],
): Review {
  const reported = new Set<Note | undefined>(
    findings.filter(({ rule }) => asksForAnswer(rule)).map((finding) => subjectOf(reading, finding)),
  );
  const { concerns, parts } = reading.knowledge;
  const asked = concerns.filter(
    ({ id }) => config.concerns[id] !== 'off' && expects(reading, 'missing-concern', id),
  );
  const owed = parts.filter(
    ({ id }) => config.levels[`missing-${id}`] !== 'off' && expects(reading, `missing-${id}`, id),
  );
  const concernPoints = asked.map((concern): ReviewPoint => {
    const { id, title, question } = concern;
    const about = { kind: 'concern', id, title, question, notes: [id] } as const;
    return { ...about, reported: reported.has(concern), ...judged(reading, reading.concern(id)) };
  });
  const partPoints = owed.map((part): ReviewPoint => {
    const { id, heading, question } = part;
    const about = { kind: 'part', id, title: heading, question, notes: [id] } as const;
    return { ...about, reported: reported.has(part), ...judged(reading, reading.part(id)) };
  });
  const questionPoints = questions.map(({ title, question, ...by }): ReviewPoint | undefined => {
    const points = [
      ...concernPoints.filter(({ id }) => by.concerns.includes(id)),
      ...partPoints.filter(({ id }) => by.parts.includes(id)),
    ];
    if (points.length === 0) return undefined;
    const notes = [...points].sort((a, b) => RANK[a.answer] - RANK[b.answer]).flatMap((point) => point.notes);
    const evidence = points.find(({ answer }) => answer !== 'missing')?.evidence;
    return {
      kind: 'question',
      id: title,
      title,
      question,
      reported: points.some((point) => point.reported),
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

/** The concerns and parts that are not answered, and that the linter reports. */
export function openPoints({ concerns, parts }: Review): readonly ReviewPoint[] {
  return [...concerns, ...parts].filter(({ answer, reported }) => reported && answer !== 'answered');
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
