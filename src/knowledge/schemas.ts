import * as z from 'zod';
import { CONCERN_IDS, type KnowledgeKind } from './types';

const text = z.string().min(1, 'must not be empty');
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');

/** A list, or one text with a signal on each line: the shape that hundreds of signals are best read in. */
export const signals = z.union([
  z.array(text),
  z.string().transform((lines) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]);

const shared = {
  title: text,
  summary: text.max(160, 'must have at most 160 characters'),
  aliases: z.array(text).default([]),
  related: z.array(id).default([]),
};

const forms = z.array(id).default([]);

const concern = z.strictObject({
  ...shared,
  forms,
  level: z.enum(['off', 'info', 'warning']).default('warning'),
  question: text,
  headings: signals,
  signals,
  mentions: signals.default([]),
  stub: text,
});

const part = z.strictObject({
  ...shared,
  forms,
  order: z.number(),
  heading: text,
  headings: signals,
  question: text,
  signals: signals.default([]),
  mentions: signals.default([]),
  stub: text,
});

const GROUPS = [
  'scaling',
  'networking',
  'caching',
  'storage',
  'distributed-data',
  'messaging',
  'apis',
  'security',
  'operations',
  'estimation',
  'practice',
] as const;

const question = z.strictObject({
  title: text,
  question: text,
  concerns: z.array(id).default([]),
  parts: z.array(id).default([]),
});

const concept = z.strictObject({ ...shared, group: z.enum(GROUPS), questions: z.array(question).optional() });

const checklistItem = z.strictObject({
  id,
  concern: z.enum(CONCERN_IDS),
  part: id,
  question: text,
  signals,
  stub: text,
  example: text,
});

const system = z.strictObject({
  ...shared,
  products: z.array(text).default([]),
  concerns: z.array(z.strictObject({ id: z.enum(CONCERN_IDS), why: text })),
  checklist: z.array(checklistItem),
});

/** What the front matter of each kind of file must hold. */
export const SCHEMAS: Readonly<Record<KnowledgeKind, z.ZodType<object>>> = { concern, part, concept, system };
