import { slug } from './slug';

/** What `designDocs.fileName` is when nobody has set it. */
export const DEFAULT_FILE_NAME = '{number}-{title}.md';

/** What a file name is made from. */
export interface NameRequest {
  /** A pattern with `{number}`, `{title}` and `{date}`. */
  readonly pattern: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Names of the files and folders that are in the folder. */
  readonly taken: readonly string[];
}

/** Why a name cannot be used. The editor has the words. */
export type NameProblem =
  | 'no-letters'
  | 'taken'
  | 'reserved'
  | 'pattern-leaves-folder'
  | 'pattern-not-markdown'
  | 'pattern-has-forbidden-characters'
  | 'pattern-unknown-field';

export type NameResult =
  | {
      readonly name: string;
      readonly problem?: undefined;
      /** A file with the same title. */ readonly like?: string;
    }
  | { readonly problem: NameProblem; /** The name or field it is about. */ readonly about: string };

/** Chooses the file name of a new doc. */
export function fileName({ pattern, title, date, taken }: NameRequest): NameResult {
  const wrong = patternProblem(pattern);
  if (wrong) return wrong;
  const words = slug(title);
  if (words === '') return { problem: 'no-letters', about: title };
  const name = pattern
    .replaceAll('{number}', () => nextNumber(pattern, taken))
    .replaceAll('{title}', () => words)
    .replaceAll('{date}', () => date);
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)) return { problem: 'reserved', about: name };
  const same = taken.find((other) => sameName(other, name));
  if (same !== undefined) return { problem: 'taken', about: same };
  const like = pattern.includes('{title}')
    ? taken.find((other) => hasTitle(other, pattern, words))
    : undefined;
  return like === undefined ? { name } : { name, like };
}

/** File systems differ in case and in how they compose accents; two such names are one to most people. */
function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function patternProblem(pattern: string): Extract<NameResult, { problem: NameProblem }> | undefined {
  if (/[/\\]|^\.\.?$/.test(pattern)) return { problem: 'pattern-leaves-folder', about: pattern };
  const unknown = /\{(?!(?:number|title|date)\})[^}]*\}?/.exec(pattern);
  if (unknown) return { problem: 'pattern-unknown-field', about: unknown[0] };
  if (/[<>:"|?*\p{Cc}]/u.test(pattern))
    return { problem: 'pattern-has-forbidden-characters', about: pattern };
  if (!/.\.(md|markdown)$/i.test(pattern)) return { problem: 'pattern-not-markdown', about: pattern };
  return undefined;
}

/** One more than the highest number in use, as wide as that one is written; `0001` in a folder without numbers. */
function nextNumber(pattern: string, taken: readonly string[]): string {
  const before = pattern.slice(0, Math.max(0, pattern.indexOf('{number}')));
  // A name that starts with a date is not numbered.
  const numbered = new RegExp(`^${fieldsToExpression(before)}(\\d{1,6})(?!\\d|-\\d\\d-\\d\\d(?!\\d))`, 'iu');
  let highest = 0;
  let width = 4;
  for (const name of taken) {
    const digits = numbered.exec(name)?.[1];
    if (digits === undefined || Number(digits) < highest) continue;
    highest = Number(digits);
    width = digits.length;
  }
  return String(highest + 1).padStart(width, '0');
}

function hasTitle(name: string, pattern: string, words: string): boolean {
  const [before = '', after = ''] = pattern.split('{title}', 2);
  const title = escapeExpression(words);
  return new RegExp(`^${fieldsToExpression(before)}${title}${fieldsToExpression(after)}$`, 'iu').test(
    name.normalize('NFC'),
  );
}

function fieldsToExpression(pattern: string): string {
  return pattern
    .split(/(\{[a-z]+\})/)
    .map((part) => (part === '{number}' ? '\\d+' : part.startsWith('{') ? '.*' : escapeExpression(part)))
    .join('');
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
