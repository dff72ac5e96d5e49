import { hasDrawing } from '../document/drawings';
import type { DesignDoc } from '../document/types';
import type { Assessment } from './reading';

/** Judges what is answered by a drawing and not by words; undefined for everything else. */
export function judgeByShape(doc: DesignDoc, key: string): Assessment | undefined {
  if (key !== 'p/architecture') return undefined;
  const drawn = hasDrawing(doc);
  return { answer: drawn ? 'answered' : 'missing', evidence: -1, score: drawn ? 1 : 0 };
}
