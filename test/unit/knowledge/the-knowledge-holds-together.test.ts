import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDiagram } from '../../../src/diagrams/check-diagram';
import { parseDesignDoc } from '../../../src/document/parse';
import { placeholdersIn } from '../../../src/document/placeholders';
import type { DesignDoc } from '../../../src/document/types';
import { compileSignal, tokensOf } from '../../../src/knowledge/signal';
import { SignalMatcher } from '../../../src/knowledge/signal-matcher';
import { wordsOf } from '../../../src/knowledge/words';
import { CONCERN_IDS, type Note, type System } from '../../../src/knowledge/types';
import { splitPrompts } from '../../../src/templates/prompts';
import { equationsIn, isRight } from './arithmetic';
import { KNOWLEDGE, KNOWLEDGE_FILES } from './shipped';

const { concerns, parts, concepts, systems } = KNOWLEDGE;
const NOTES: readonly Note[] = [...concerns, ...parts, ...concepts, ...systems];
const PATHS = new Set(Object.keys(KNOWLEDGE_FILES));

/** A table of labels that say what is wrong where; a test expects it empty. */
const wrong = (notes: readonly Note[], check: (note: Note) => readonly string[]) =>
  notes.flatMap((note) => check(note).map((what) => `${note.path}: ${what}`));

const mainHeadings = (doc: DesignDoc) =>
  doc.sections.filter(({ depth }) => depth === 2).map(({ title }) => title);
const headerIn = (doc: DesignDoc, title: string) =>
  doc.tables
    .find((table) => doc.sections[table.section]?.title === title)
    ?.rows[0]?.map((cell) => cell.toLowerCase()) ?? [];
const diagramsIn = (doc: DesignDoc, title: string) =>
  doc.diagrams
    .filter((diagram) => doc.sections[diagram.section]?.title === title)
    .map(({ source }) => source.trim());
describe('all knowledge', () => {
  it('can be loaded as it is', () => {
    expect(KNOWLEDGE.problems).toEqual([]);
    expect(concerns.map(({ id }) => id)).toEqual(CONCERN_IDS);
    const listed =
      /^The parts, in order: (.*)\.$/m.exec(readFileSync('docs/architecture.md', 'utf8'))?.[1] ?? '';
    expect(parts.map(({ id }) => `\`${id}\``).join(', ')).toBe(listed);
    expect(concepts.length).toBeGreaterThanOrEqual(45);
    expect(systems).toHaveLength(28);
  });

  it('links only to notes that there are', () => {
    const ids = new Set(NOTES.map(({ id }) => id));
    expect(wrong(NOTES, ({ related }) => related.filter((id) => !ids.has(id)))).toEqual([]);
    const broken = wrong(NOTES, ({ path, body }) =>
      [...body.matchAll(/\]\((?![a-z]+:)([^)\s#]+\.md)(?:#[^)]*)?\)/g)]
        .map(([, link = '']) => link)
        .filter((link) => !PATHS.has(new URL(link, `file:///${path}`).pathname.slice(1))),
    );
    expect(broken).toEqual([]);
  });

  it('has diagrams that can be drawn', { timeout: 120_000 }, async () => {
    let drawn = 0;
    for (const { path, body } of NOTES) {
      for (const { source } of parseDesignDoc(body).diagrams) {
        expect(await checkDiagram(source), path).toEqual([]);
        drawn++;
      }
    }
    expect(drawn).toBeGreaterThanOrEqual(2 * systems.length + concepts.length);
  });

  it('reckons right wherever it shows its arithmetic', () => {
    const equations = NOTES.flatMap(({ path, body }) =>
      equationsIn(body).map((equation) => ({ path, ...equation })),
    );
    expect(equations.filter((equation) => !isRight(equation))).toEqual([]);
    expect(equations.length).toBeGreaterThan(150);
    expect(systems.filter(({ body }) => equationsIn(body).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('has names in lower case, none of them shared within a kind', () => {
    expect(wrong(NOTES, ({ aliases }) => aliases.filter((alias) => alias !== alias.toLowerCase()))).toEqual(
      [],
    );
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const note of NOTES) {
      const names = [
        note.title,
        ...note.aliases,
        ...(note.kind === 'system' ? (note as System).products : []),
      ];
      for (const key of new Set(
        names.map(
          (name) =>
            `${note.kind} ${wordsOf(name)
              .map(({ stem }) => stem)
              .join(' ')}`,
        ),
      )) {
        const owner = owners.get(key);
        if (owner !== undefined) shared.push(`${key}: ${owner}, ${note.id}`);
        owners.set(key, note.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('has summaries that are one sentence', () => {
    expect(wrong(NOTES, ({ summary }) => (/^[\p{Lu}\d].*[.?]$/u.test(summary) ? [] : [summary]))).toEqual([]);
  });

  it('asks in its stubs by prompts that the linter sees', () => {
    const stubs = [
      ...[...concerns, ...parts].map(({ path, stub }) => ({ path, stub })),
      ...systems.flatMap(({ path, checklist }) => checklist.map(({ stub }) => ({ path, stub }))),
    ];
    const unseen = stubs.flatMap(({ path, stub }) => {
      const prompts = splitPrompts(stub).filter(({ kind, label }) => kind === 'prompt' && !label);
      const lost = prompts
        .filter(({ text }) => placeholdersIn(`{${text}}`).length === 0)
        .map(({ text }) => text);
      return (prompts.length === 0 ? ['no prompt', ...lost] : lost).map((what) => `${path}: ${what}`);
    });
    expect(unseen).toEqual([]);
  });
});

describe('the notes about building blocks', () => {
  it('have their headings, a table of trade-offs and one diagram', () => {
    for (const { path, body } of concepts) {
      const doc = parseDesignDoc(body);
      expect(mainHeadings(doc), path).toEqual([
        'What it is',
        'When to use it',
        'When not',
        'Trade-offs',
        'Diagram',
        'In a design doc',
        'How it fails',
        'Sources',
      ]);
      expect(headerIn(doc, 'Trade-offs'), path).toEqual(['choice', 'gains', 'costs']);
      expect(diagramsIn(doc, 'Diagram'), path).toHaveLength(1);
    }
  });
});

describe('the notes about systems', () => {
  it('have their headings, diagrams and a table of trade-offs', () => {
    for (const { path, body } of systems) {
      const doc = parseDesignDoc(body);
      expect(mainHeadings(doc), path).toEqual([
        'What it is',
        'Functional requirements',
        'Entities',
        'API',
        'Capacity',
        'Architecture',
        'Flow',
        'Trade-offs',
        'What breaks first',
        'Further reading',
      ]);
      expect(headerIn(doc, 'Trade-offs'), path).toEqual(['choice', 'gains', 'costs', 'when']);
      expect(diagramsIn(doc, 'Architecture')[0], path).toMatch(/^(?:flowchart|graph|C4)/);
      expect(diagramsIn(doc, 'Flow')[0], path).toMatch(/^(?:sequenceDiagram|stateDiagram)/);
    }
  });

  it('have 600 to 1,500 words', () => {
    const counts = systems.map(({ id, body }) => ({ id, words: body.split(/\s+/).length }));
    expect(counts.filter(({ words }) => words < 600 || words > 1500)).toEqual([]);
  });

  it('name three to five concerns and ask 6 to 15 things, each about a concern and a part that there is', () => {
    const partIds = new Set(parts.map(({ id }) => id));
    for (const { path, concerns: named, checklist } of systems) {
      expect(named.length, path).toBeGreaterThanOrEqual(3);
      expect(named.length, path).toBeLessThanOrEqual(5);
      expect(checklist.length, path).toBeGreaterThanOrEqual(6);
      expect(checklist.length, path).toBeLessThanOrEqual(15);
      expect(new Set(checklist.map(({ id }) => id)).size, path).toBe(checklist.length);
      expect(
        checklist.filter(({ part }) => !partIds.has(part)).map(({ id }) => id),
        path,
      ).toEqual([]);
      expect(
        checklist.filter(({ question }) => !question.endsWith('?')).map(({ id }) => id),
        path,
      ).toEqual([]);
    }
  });

  it('have a checklist in which each example answers its own item and no other', () => {
    for (const { path, checklist } of systems) {
      const owners = checklist.flatMap(({ id, signals }) => signals.map(() => id));
      const matcher = new SignalMatcher(checklist.flatMap(({ signals }) => signals.map(compileSignal)));
      for (const { id, example } of checklist) {
        const matched = parseDesignDoc(example).statements.flatMap(({ text }) =>
          matcher.match(tokensOf(text)),
        );
        expect([...new Set(matched.map((signal) => owners[signal]))], `${path}: ${id}`).toEqual([id]);
      }
    }
  });
});
