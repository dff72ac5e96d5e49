import type { Concept } from '../knowledge/types';
import { noteSection } from './outline';
import { withoutNoteLinks } from './system-content';

/** A concept's diagram and trade-off table, to insert into a doc. */
export interface BuildingBlock {
  /** The concept's id. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly group: string;
  readonly aliases: readonly string[];
  /** Mermaid, without its fence. */
  readonly diagram: string;
  /** A Markdown table; links between notes are only their words. */
  readonly table: string;
}

/** What a building block is made from. */
export type BlockSource = Pick<Concept, 'id' | 'title' | 'summary' | 'group' | 'aliases' | 'body'>;

const FENCE = /^```mermaid[ \t]*\n([\s\S]*?)\n```[ \t]*$/m;
const TABLE = /^\|.*\n\|[-:| \t]+\|[ \t]*(?:\n\|.*)+/m;

/** The building blocks of the concepts, in their order; a concept without a diagram or a trade-off table has none. */
export function buildingBlocks(concepts: readonly BlockSource[]): BuildingBlock[] {
  return concepts.flatMap(({ id, title, summary, group, aliases, body }) => {
    const diagram = FENCE.exec(noteSection(body, 'Diagram') ?? '')?.[1];
    const table = TABLE.exec(noteSection(body, 'Trade-offs') ?? '')?.[0];
    if (diagram === undefined || table === undefined) return [];
    return [{ id, title, summary, group, aliases, diagram, table: withoutNoteLinks(table) }];
  });
}

/** The block as Markdown with one prompt, under a heading of the given depth (1 to 6). */
export function blockMarkdown({ title, diagram, table }: BuildingBlock, depth: number): string {
  const heading = `${'#'.repeat(depth)} ${title}`;
  const prompt = '{Which of the choices below is taken here, and why}';
  return [heading, prompt, `\`\`\`mermaid\n${diagram}\n\`\`\``, table, ''].join('\n\n');
}
