import { readFileSync, readdirSync } from 'node:fs';
import { parseDesignDoc } from '../../../src/document/parse';
import type { Statement } from '../../../src/document/types';
import { compileSignal, tokensOf } from '../../../src/knowledge/signal';
import { SignalMatcher } from '../../../src/knowledge/signal-matcher';
import type { ChecklistItem, System } from '../../../src/knowledge/types';
import { fillTemplate } from '../../../src/templates/fill-template';
import { parseTemplate, type Template } from '../../../src/templates/parse-template';
import { fillPrompts } from '../../../src/templates/prompts';
import { FILLER } from './filler';
import { KNOWLEDGE } from './shipped';

/** The templates as they are shipped. */
export const TEMPLATES: readonly Template[] = readdirSync('media/templates').map((name) => {
  const template = parseTemplate(name.replace(/\.md$/, ''), readFileSync(`media/templates/${name}`, 'utf8'));
  if ('reason' in template) throw new Error(`${name}: ${template.reason} ${template.about}`);
  return template;
});

/** The doc that New Design Doc makes, before anybody has written anything. */
export function newDoc(template: Template, system?: System): string {
  const details = { title: system?.title ?? 'Lending', date: '2026-01-31', authors: ['Example Author'] };
  const { frontMatter, body } = fillTemplate(template, details, system, KNOWLEDGE.parts);
  return frontMatter + body;
}

/**
 * The same with everything written: checklist stubs by the system's own example answers, all else by `FILLER`.
 * `without` is left out, as if nobody had thought of it.
 */
export function writtenDoc(template: Template, system: System, without?: ChecklistItem): string {
  let text = newDoc(template, system);
  for (const item of system.checklist) {
    const stub = `- ${item.stub}\n`;
    if (!text.includes(stub)) throw new Error(`The new doc lacks the stub of ${item.id}: ${item.stub}`);
    text = text.replace(stub, () => (item.id === without?.id ? '' : `- ${item.example}\n`));
  }
  return fillPrompts(text, fillerFor(text, system));
}

/** For each prompt the first wording with which its line says nothing to the system's checklist. */
function fillerFor(text: string, { id, checklist }: System): ReadonlyMap<string, string> {
  const matcher = new SignalMatcher(checklist.flatMap(({ signals }) => signals.map(compileSignal)));
  return new Map(
    Object.entries(FILLER).map(([prompt, wordings]) => {
      const lines = text.split('\n').filter((line) => line.includes(`{${prompt}}`));
      const isSilent = (line: string) =>
        statementsOf(line).every(({ text: words }) => matcher.match(tokensOf(words)).length === 0);
      const wording = wordings.find((words) =>
        lines.every((line) => isSilent(line.replace(`{${prompt}}`, words))),
      );
      if (wording === undefined)
        throw new Error(`No wording for “${prompt}” leaves the checklist of ${id} alone.`);
      return [prompt, wording];
    }),
  );
}

/** The sentences of a line, or of the cells of a row; what is still to be filled in says nothing. */
function statementsOf(line: string): readonly Statement[] {
  return line
    .split('|')
    .flatMap((cell) => parseDesignDoc(cell.replace(/\{[^{}]*\}/g, ' ').trim()).statements);
}
