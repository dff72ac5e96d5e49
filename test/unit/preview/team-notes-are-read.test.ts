import { describe, expect, it } from 'vitest';
import { namesOfFolder, plainNote, withPlainNotes } from '../../../src/preview/plain-note';
import { rankNotes } from '../../../src/preview/rank-notes';
import { renderNote } from '../../../src/preview/render-note';
import { parseDesignDoc } from '../../../src/document/parse';
import { searchNotes } from '../../../src/preview/note-search';
import { knowledge } from './knowledge';

describe('a plain Markdown file as a note', () => {
  it('is called by its first heading, which its text does not repeat', () => {
    const note = plainNote('docs/notes/gateway.md', '# Edge gateway\n\nAll traffic enters here.\n');
    expect(note).toMatchObject({ id: 'gateway', title: 'Edge gateway', body: 'All traffic enters here.' });
  });

  it('is called as its front matter says, or as its file, where it has no heading', () => {
    expect(plainNote('a/b.md', '---\ntitle: On call\n---\nWords.')).toMatchObject({
      title: 'On call',
      body: 'Words.',
    });
    expect(plainNote('a/on-call.md', 'Words.\n\n```sh\n# no heading\n```').title).toBe('on-call');
  });

  it('says in lists where it lies', () => {
    expect(plainNote('docs/notes/gateway.md', 'Words.').summary).toBe('docs/notes/gateway.md');
  });

  it('is known by its path where another note has its name', () => {
    const two = withPlainNotes(new Set(['latency']), [
      plainNote('notes/latency.md', '# Ours\n'),
      plainNote('notes/gateway.md', '# Edge gateway\n'),
    ]);
    expect(two.map(({ id }) => id)).toEqual(['notes/latency.md', 'gateway']);
  });

  it('is found, named near the cursor, and shown without what could do harm', () => {
    const note = plainNote(
      'notes/gateway.md',
      '# Edge gateway\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1))',
    );
    const all = { ...knowledge, concepts: [...knowledge.concepts, note] };
    expect(searchNotes(all, 'edge gate')[0]).toBe(note);
    const text = '# A\n\n## B\n\nThe edge gateway takes it.\n';
    expect(rankNotes(parseDesignDoc(text), text.indexOf('takes'), all, [])[0]).toMatchObject({
      note,
      reason: { because: 'named-here', words: 'Edge gateway' },
    });
    expect(renderNote(note.body)).not.toMatch(/script/);
  });
});

describe('a folder of notes', () => {
  it('lies in the workspace folder', () => {
    expect(namesOfFolder('docs/notes/')).toEqual(['docs', 'notes']);
    expect(namesOfFolder('./notes')).toEqual(['notes']);
    expect(namesOfFolder('.')).toEqual([]);
  });

  it.each([
    '',
    '..',
    '../other',
    'docs/../../other',
    '/etc',
    '\\server',
    'C:/notes',
    'docs\\..\\..',
    7,
    null,
  ])('is not %j', (path) => {
    expect(namesOfFolder(path)).toBeUndefined();
  });
});
