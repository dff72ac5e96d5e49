import { readFile } from 'node:fs/promises';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { Plugin, Preset } from 'unified';
import type { VFile } from 'vfile';
import { parseDesignDoc } from './document/parse';
import { COMPILED, readCompiled } from './knowledge/compiled-library';
import { readDoc } from './knowledge/read-doc';
import type { Knowledge } from './knowledge/types';
import { DEFAULT_CONFIG } from './lint/config';
import { expects } from './lint/forms';
import { RULE_METAS } from './lint/rule-metas';
import { suppressionFindings } from './lint/suppression-rules';
import { suppress, suppressionsIn } from './lint/suppressions';
import { RULES } from './rules/index';
import type { ReportedMessage, Rule } from './rules/define-rule';

const SOURCE = 'design-docs';

/** Puts the doc and what it answers where the rules look for them. */
const designDocs: Plugin<[], Root> = function () {
  return async (_tree: Root, file: VFile) => {
    const doc = parseDesignDoc(String(file));
    const today = new Date().toISOString().slice(0, 10);
    file.data.designDocs = { doc, reading: readDoc(doc, await knowledge()), today };
  };
};

/** Leaves out what comments suppress and what docs of this form do not owe, and tells information from warnings. */
const settle: Plugin<[], Root> = function () {
  return (_tree: Root, file: VFile) => {
    const input = file.data.designDocs;
    if (!input) return;
    const { doc, reading } = input;
    const others = file.messages.filter(({ source }) => source !== SOURCE);
    const found = (file.messages as ReportedMessage[]).flatMap((message) => {
      const rule = message.source === SOURCE ? message.ruleId : undefined;
      const subject = message.designDocs?.subject ?? null;
      if (rule === undefined || !expects(reading, rule, subject)) return [];
      if (message.fatal === false && INFORMATION.has(rule)) message.fatal = undefined;
      return [{ message, rule, subject, start: { offset: offsetOf(message) } }];
    });
    const left = suppress(found, suppressionsIn(doc));
    file.messages = [...others, ...left.findings.map(({ message }) => message)];
    const known = new Set(RULE_METAS.map(({ id }) => id));
    const about = suppressionFindings(left.used, { doc, config: DEFAULT_CONFIG, known, ran: known });
    for (const { rule, message, start, end } of about)
      file.info(message, { start, end }, `${SOURCE}:${rule}`);
  };
};

const INFORMATION: ReadonlySet<string> = new Set(
  RULE_METAS.filter(({ level }) => level === 'info').map(({ id }) => id),
);

function offsetOf({ place }: ReportedMessage): number {
  if (!place) return 0;
  return ('start' in place ? place.start.offset : place.offset) ?? 0;
}

let loaded: Promise<Knowledge> | undefined;

function knowledge(): Promise<Knowledge> {
  loaded ??= readFile(new URL(COMPILED, import.meta.url), 'utf8').then(
    (json) => readCompiled(json).knowledge,
  );
  return loaded;
}

/** Each rule as a plugin by its id, to switch it off or make it an error: `[rules['missing-goals'], false]`. */
export const rules: Readonly<Record<string, Rule['plugin'] | undefined>> = Object.fromEntries(
  RULES.map(({ meta, plugin }) => [meta.id, plugin]),
);

/** All rules that are on by default, for a `.remarkrc`: `import designDocs from 'design-docs/remark'`. */
const preset: Preset = {
  plugins: [
    [remarkFrontmatter, ['yaml']],
    remarkGfm,
    designDocs,
    ...RULES.filter(({ meta }) => meta.level !== 'off').map(({ plugin }) => plugin),
    settle,
  ],
};

export default preset;
