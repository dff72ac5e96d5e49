/** A run of literal Markdown, or a prompt: what stands between `{` and `}`, without them. */
export interface Token {
  readonly kind: 'text' | 'prompt';
  readonly text: string;
  /** The prompt is a quoted label in a Mermaid fence. */
  readonly label?: true;
}

const inProse = /(?<!`)(?<mark>`+)(?!`)[^\n]*?(?<!`)\k<mark>(?!`)|\\[{}]|\{(?<prompt>[^{}\n]+)\}/g;
const inMermaid = /(?<=")\{(?<prompt>[^{}"\n]+)\}(?=")/g;

/**
 * Splits Markdown at its prompts. A prompt stays on one line and holds no braces. In inline code, in fences and after
 * a backslash braces are literal; in a Mermaid fence a prompt is a label that fills its quotes: `a["{Client}"]`.
 * The tokens' texts, prompts put back into braces, join to the Markdown again.
 */
export function splitPrompts(markdown: string): Token[] {
  const tokens: Token[] = [];
  let literal = '';
  const add = (token: Token): void => {
    if (literal !== '') tokens.push({ kind: 'text', text: literal });
    literal = '';
    tokens.push(token);
  };
  for (const { text, fence } of splitFences(markdown)) {
    let from = 0;
    for (const match of findPrompts(text, fence)) {
      const prompt = match.groups?.['prompt'];
      if (prompt === undefined) continue;
      literal += text.slice(from, match.index);
      add({ kind: 'prompt', text: prompt, ...(fence === undefined ? {} : { label: true }) });
      from = match.index + match[0].length;
    }
    literal += text.slice(from);
  }
  if (literal !== '') tokens.push({ kind: 'text', text: literal });
  return tokens;
}

/** Matches whose group `prompt` is a prompt's text; in prose also code spans and escapes, without that group. */
function findPrompts(text: string, fence: string | undefined): Iterable<RegExpExecArray> {
  if (fence === undefined) return text.matchAll(inProse);
  return fence === 'mermaid' ? text.matchAll(inMermaid) : [];
}

/** Puts a value in place of each prompt that `values` has an own entry for; other prompts stay as they are. */
export function fillPrompts(markdown: string, values: ReadonlyMap<string, string>): string {
  return splitPrompts(markdown)
    .map(({ kind, text, label }) => {
      if (kind === 'text') return text;
      const value = values.get(text);
      if (value === undefined) return `{${text}}`;
      return label ? value.replaceAll('"', '#quot;') : value;
    })
    .join('');
}

/** Applies a change to everything that stands outside fences. */
export function mapOutsideFences(markdown: string, change: (prose: string) => string): string {
  return splitFences(markdown)
    .map(({ text, fence }) => (fence === undefined ? change(text) : text))
    .join('');
}

/** Cuts Markdown into stretches of prose (`fence` undefined) and fences with their language in lower case. */
function splitFences(markdown: string): { text: string; fence: string | undefined }[] {
  const stretches: { text: string; fence: string | undefined }[] = [];
  let open: { mark: string; language: string } | undefined;
  for (const line of markdown.split(/(?<=\n)/)) {
    const [, mark, language] = /^[\s>]*(`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(line) ?? [];
    const opens = open === undefined && mark !== undefined;
    if (opens) open = { mark, language: (language ?? '').toLowerCase() };
    const fence = open?.language;
    const last = stretches.at(-1);
    if (last && !opens && last.fence === fence) last.text += line;
    else stretches.push({ text: line, fence });
    if (!opens && open && mark?.startsWith(open.mark) && language === '') {
      open = undefined;
      // What follows is a stretch of its own, even if it is another fence of the same language.
      stretches.push({ text: '', fence: undefined });
    }
  }
  return stretches;
}
