import type { Span } from '../document/types';
import type { Reading } from '../knowledge/reading';
import type { Concern, Part } from '../knowledge/types';
import { isAsked } from '../rules/asked';
import type { Finding, Fix } from '../rules/finding';
import { insertConcern, insertPart } from '../rules/insertion';
import { partSpan, requirementsSpan } from '../rules/places';
import { asksForAnswer, subjectOf } from './finding-subject';
import type { ReviewPoint } from './review';

/** Where a reader would look for a point: where the doc answers it best, else where the answer belongs. */
export function placeOf(reading: Reading, point: ReviewPoint): Span {
  const [subject] = subjectsOf(reading, point);
  const isPart = subject?.kind === 'part';
  return point.evidence ?? (isPart ? partSpan(reading, subject.id) : requirementsSpan(reading));
}

/**
 * What mends a point: what the findings about it offer; where there are none, its questions, put where the answer
 * belongs. Empty where the doc answers it, still has those questions, or holds something the author has to mend.
 */
export function fixesFor(reading: Reading, point: ReviewPoint, findings: readonly Finding[]): readonly Fix[] {
  return subjectsOf(reading, point)
    .filter((subject) => !isAnswered(reading, subject) && !isAsked(reading, subject))
    .flatMap((subject) => {
      const about = findings.filter(
        (finding) => asksForAnswer(finding.rule) && subjectOf(reading, finding) === subject,
      );
      if (about.length > 0) return about.flatMap(({ fixes }) => fixes);
      return (
        (subject.kind === 'concern' ? insertConcern(reading, subject) : insertPart(reading, subject)) ?? []
      );
    });
}

/** The concerns and parts that a point is about, those that are answered worst first. */
function subjectsOf({ knowledge }: Reading, { kind, id, notes }: ReviewPoint): readonly (Concern | Part)[] {
  const all = [...knowledge.concerns, ...knowledge.parts];
  if (kind !== 'question') return all.filter((subject) => subject.kind === kind && subject.id === id);
  const subjects = notes.map((note) => all.find((subject) => subject.id === note));
  return [...new Set(subjects)].filter((subject) => subject !== undefined);
}

function isAnswered(reading: Reading, { kind, id }: Concern | Part): boolean {
  return (kind === 'concern' ? reading.concern(id) : reading.part(id)).answer === 'answered';
}
