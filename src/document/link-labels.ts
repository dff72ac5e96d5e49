import { closes, fenceOn, indentOf, type Fence } from './fences';
import { htmlBlockOn, type HtmlBlock } from './html-blocks';

/** Labels of links, pictures and footnotes with the address that each stands for; a footnote's is empty. */
export type Labels = ReadonlyMap<string, string>;

/** What a text has to do with labels. */
export interface LabelsOfText {
  /** Those that it defines. */
  readonly defined: Labels;
  /** What its brackets hold: labels perhaps. */
  readonly named: readonly string[];
}

/** Finds both. */
export function labelsOf(text: string): LabelsOfText {
  return { defined: labelsIn(text), named: namedIn(text) };
}

/** The labels that a text defines: addresses (`[label]: …`) and footnotes (`[^label]: …`). The first of a label counts. */
export function labelsIn(text: string): Labels {
  const labels = new Map<string, string>();
  if (!text.includes(']:')) return labels;
  const add = (label: string, address: string): void => {
    const name = normalisedLabel(label);
    if (!labels.has(name)) labels.set(name, address);
  };
  // Within a paragraph such a line is nothing but words.
  let isParagraph = false;
  let waiting: string | undefined;
  for (const line of linesOfWords(text)) {
    const [, label, address = ''] = DEFINITION.exec(line) ?? [];
    if (waiting !== undefined && label === undefined) {
      // The address stands on the line below its label.
      add(waiting, ADDRESS.exec(line)?.[1] ?? '');
      waiting = undefined;
    } else if (label?.startsWith('^')) {
      add(label, '');
    } else if (label !== undefined && !isParagraph) {
      if (address === '') waiting = label;
      else add(label, address);
    } else {
      isParagraph = /[^\s>]/.test(line) && !/^#{1,6}\s/.test(line);
    }
  }
  return labels;
}

const DEFINITION = /^[ \t>]{0,20}(?:[-*+] )?\[([^[\]\n]{1,999})\]:[ \t]*<?([^\s>]*)/;

const ADDRESS = /^[ \t>]*<?([^\s>]*)/;

/** The lines of a text, those of code and HTML as empty ones. */
function* linesOfWords(text: string): Generator<string> {
  let fence: Fence | undefined;
  let html: HtmlBlock | undefined;
  for (const line of text.split(/\r?\n|\r/)) {
    if (fence && fence.item !== '' && indentOf(line) < fence.column) fence = undefined;
    const isInside = fence !== undefined || html !== undefined;
    if (fence && closes(line, fence)) fence = undefined;
    if (html?.end.test(line)) html = undefined;
    if (!isInside) {
      fence = fenceOn(line);
      html = htmlBlockOn(line);
    }
    yield isInside || fence || html ? '' : line;
  }
}

function namedIn(text: string): readonly string[] {
  if (!text.includes('[')) return [];
  return [
    ...new Set(Array.from(text.matchAll(/\[([^[\]]{1,999})\]/g), ([, label = '']) => normalisedLabel(label))),
  ];
}

/** Of the labels that a text names, those that its doc defines. */
export function knownTo({ named }: LabelsOfText, defined: Labels): Labels {
  if (named.length === 0 || defined.size === 0) return NONE;
  const known = named.flatMap((label) => {
    const address = defined.get(label);
    return address === undefined ? [] : [[label, address] as const];
  });
  return known.length === 0 ? NONE : new Map(known);
}

const NONE: Labels = new Map();

/** Whether two give the same labels the same addresses. */
export function areSame(some: Labels, others: Labels): boolean {
  if (some === others) return true;
  return some.size === others.size && [...some].every(([label, address]) => others.get(label) === address);
}

/** Labels are the same whatever their case and white space. */
export function normalisedLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}
