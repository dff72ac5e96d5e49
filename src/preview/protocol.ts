import * as z from 'zod/mini';

/*
 * The messages between the host and the page. Neither side trusts the other: what arrives is parsed with these
 * schemas and dropped when it does not fit. Lines and columns are 1-based and count in the document.
 */

const place = z.object({ line: z.int(), column: z.int() });

const diagram = z.object({
  source: z.string(),
  /** Title of the section it stands in; empty before the first heading. */
  heading: z.string(),
  /** Index of that section: neighbours with the same section share one heading. */
  section: z.int(),
  /** Line of the section's heading, or of the diagram where there is none. */
  headingLine: z.int(),
  /** Line on which the source begins, and the columns in front of it. */
  line: z.int(),
  indent: z.int(),
});

const finding = z.object({
  message: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  at: place,
});

const noteLink = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Why it is shown, as a sentence; empty where nobody asked. */
  reason: z.string(),
});

const insertable = z.enum(['diagram', 'trade-offs', 'stub']);

const note = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Sanitised HTML. */
  html: z.string(),
  insertable: z.array(insertable),
});

const themeName = z.enum(['vscode', 'base', 'forest', 'dark', 'default', 'neutral']);

const settings = z.object({
  follow: z.boolean(),
  lightTheme: themeName,
  darkTheme: themeName,
  maxTextSize: z.number(),
  mouse: z.enum(['always', 'alt', 'never']),
});

const toPage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set-up'), strings: z.record(z.string(), z.string()), settings }),
  z.object({ type: z.literal('settings'), settings }),
  z.object({
    type: z.literal('doc'),
    uri: z.string(),
    name: z.string(),
    diagrams: z.array(diagram),
  }),
  z.object({ type: z.literal('findings'), findings: z.array(finding) }),
  z.object({ type: z.literal('cursor'), line: z.int() }),
  z.object({ type: z.literal('near'), notes: z.array(noteLink) }),
  z.object({ type: z.literal('found'), query: z.string(), notes: z.array(noteLink) }),
  z.object({ type: z.literal('note'), note }),
  z.object({ type: z.literal('show-note'), id: z.string() }),
  z.object({ type: z.literal('said'), message: z.string() }),
]);

const fileKind = z.enum(['svg', 'png']);

const toHost = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('go-to'), at: place }),
  z.object({ type: z.literal('open-note'), id: z.string() }),
  z.object({ type: z.literal('search'), query: z.string() }),
  z.object({ type: z.literal('insert'), note: z.string(), what: insertable }),
  z.object({ type: z.literal('open-note-file'), id: z.string() }),
  z.object({ type: z.literal('copy-note'), id: z.string() }),
  z.object({ type: z.literal('open-link'), href: z.string() }),
  z.object({ type: z.literal('copy-text'), text: z.string() }),
  z.object({
    type: z.literal('save'),
    /** One file is saved under a name the user is asked for, several into a folder. PNGs are base64. */
    files: z.array(z.object({ name: z.string(), kind: fileKind, content: z.string() })),
  }),
  z.object({ type: z.literal('follow'), on: z.boolean() }),
  z.object({ type: z.literal('failed'), message: z.string() }),
]);

/** What the page keeps over a reload; the host reads the document's address from it. */
const pageState = z.object({
  uri: z._default(z.string(), ''),
  /** Share of the width that the diagrams have, side by side. */
  split: z._default(z.number(), 0.58),
  tab: z._default(z.enum(['diagrams', 'notes']), 'diagrams'),
  pinned: z._default(z.string(), ''),
  note: z._default(z.string(), ''),
  scroll: z._default(z.number(), 0),
  noteScroll: z._default(z.number(), 0),
  /** Pan and zoom by the diagram's key. */
  views: z._default(z.record(z.string(), z.object({ x: z.number(), y: z.number(), k: z.number() })), {}),
});

export type ToPage = z.infer<typeof toPage>;
export type ToHost = z.infer<typeof toHost>;
export type PageDiagram = z.infer<typeof diagram>;
export type PageFinding = z.infer<typeof finding>;
export type NoteLink = z.infer<typeof noteLink>;
export type ShownNote = z.infer<typeof note>;
export type Insertable = z.infer<typeof insertable>;
export type PageSettings = z.infer<typeof settings>;
export type PageState = z.infer<typeof pageState>;
export type Place = z.infer<typeof place>;

/** A message for the page; undefined when it is none. */
export function readToPage(data: unknown): ToPage | undefined {
  return toPage.safeParse(data).data;
}

/** A message for the host; undefined when it is none. */
export function readToHost(data: unknown): ToHost | undefined {
  return toHost.safeParse(data).data;
}

/** Stored state; each part that does not fit has its default. */
export function readState(data: unknown): PageState {
  const given = typeof data === 'object' && data !== null ? data : {};
  const fitting: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given) as [string, unknown][]) {
    if (pageState.safeParse({ [key]: value }).success) fitting[key] = value;
  }
  return pageState.parse(fitting);
}
