import { readFileSync } from 'node:fs';
import { parseDesignDoc } from '../../../src/document/parse';
import type { CodeBlock, DesignDoc } from '../../../src/document/types';
import { rulePage } from '../../../src/rules/define-rule';

/** An example doc of a page with the findings that the page promises for it, as lines `Line 3 (subject): words`. */
export interface Example {
  readonly text: string;
  readonly findings: readonly string[];
}

/** A rule's page, `docs/rules/<id>.md`. */
export interface RulePage {
  readonly title: string;
  readonly summary: string;
  readonly level: string;
  readonly sections: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  readonly afterTheFix: readonly Example[];
  readonly sources: readonly string[];
}

/**
 * Reads a page. Examples are fences of the language `markdown` under the headings *Bad*, *Good* and *After the fix*;
 * each of *Bad* is followed by a list of its findings, one a line:
 *
 *     - Line 3 (`latency`): `must be fast`
 *
 * the line in the example, counted from 1; the finding's subject, if it has one; the words on which the finding
 * stands, up to the end of their first line, as they are written in the example. Options that the examples are
 * checked with stand in a `json` fence under *Bad*.
 */
export function readRulePage(id: string): RulePage {
  const doc = parseDesignDoc(readFileSync(rulePage(id), 'utf8'));
  const [, title] = doc.sections;
  const sentences = doc.statements.filter(
    ({ section, kind }) => section === title?.index && kind === 'sentence',
  );
  const [summary, level] = sentences.map(({ text }) => text);
  const options = examplesIn(doc, 'Bad', 'json').map(
    ({ text }) => JSON.parse(text) as Record<string, unknown>,
  );
  return {
    title: title?.title ?? '',
    summary: summary ?? '',
    level: /^Default level: (\w+)\.$/.exec(level ?? '')?.[1] ?? '',
    sections: doc.sections.slice(2).map((section) => section.title),
    options: options[0] ?? {},
    bad: examplesIn(doc, 'Bad', 'markdown'),
    good: examplesIn(doc, 'Good', 'markdown'),
    afterTheFix: examplesIn(doc, 'After the fix', 'markdown'),
    sources: doc.statements
      .filter(({ kind, section }) => kind === 'item' && doc.sections[section]?.title === 'Sources')
      .map(({ text }) => text),
  };
}

function examplesIn(doc: DesignDoc, heading: string, language: string): Example[] {
  const section = doc.sections.find(({ title, depth }) => title === heading && depth === 2);
  const fences = doc.code.filter((code) => code.section === section?.index && code.language === language);
  return fences.map((fence, i) => {
    const below = doc.text.slice(fence.end, fences[i + 1]?.start ?? section?.end);
    return {
      text: sourceOf(fence),
      findings: [...below.matchAll(/^- (Line .*)$/gm)].map(([, line = '']) => line),
    };
  });
}

function sourceOf({ source }: CodeBlock): string {
  return `${source}\n`;
}
