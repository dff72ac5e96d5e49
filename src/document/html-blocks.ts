/** A block of HTML, inside which a line may only look like a heading. */
export interface HtmlBlock {
  /** Matches the line that ends it. */
  readonly end: RegExp;
  /** Within a paragraph it begins nothing: the line is words then. */
  readonly isWeak: boolean;
}

/** The end of a block that goes on to the next blank line. */
export const BLANK = /^[ \t\r\n]*$/;

const ELEMENTS = [
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt',
  'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link',
  'main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th thead',
  'title tr track ul',
].flatMap((line) => line.split(' '));

const RAW = 'script|pre|style|textarea';

/** How a block begins and ends, as CommonMark and the parser have it; the first that fits counts. */
const KINDS: readonly { readonly start: RegExp; readonly end: RegExp; readonly isWeak?: true }[] = [
  { start: new RegExp(`^<(?:${RAW})(?:\\s|>|$)`, 'i'), end: new RegExp(`</(?:${RAW})>`, 'i') },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${ELEMENTS.join('|')})(?:\\s|/?>|$)`, 'i'), end: BLANK },
  {
    start:
      /^<(?:\/[a-z][\w-]*\s*|[a-z][\w-]*(?:\s+[a-z:_][\w-.]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*)>\s*$/i,
    end: BLANK,
    isWeak: true,
  },
];

/** The block that a line begins and does not end, if it stands where a block can begin. */
export function htmlBlockOn(line: string): HtmlBlock | undefined {
  let from = 0;
  while (from < 4 && line[from] === ' ') from++;
  if (line[from] !== '<' || from > 3) return undefined;
  const rest = line.slice(from);
  const kind = KINDS.find(({ start }) => start.test(rest));
  return kind && !kind.end.test(line) ? { end: kind.end, isWeak: kind.isWeak === true } : undefined;
}
