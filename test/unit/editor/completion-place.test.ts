import { describe, expect, test } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { readDoc } from '../../../src/knowledge/read-doc';
import { completionPlace } from '../../../src/editor/completion-place';
import { KNOWLEDGE } from '../knowledge/shipped';

/** What can be completed at the mark `¦`. */
function at(...lines: string[]) {
  const marked = lines.join('\n');
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const doc = parseDesignDoc(text);
  const place = completionPlace(doc, offset, () => readDoc(doc, KNOWLEDGE));
  return place?.kind === 'value' ? { ...place, text: text.slice(place.start, place.end) } : place;
}

describe('in the front matter', () => {
  test('the value of status, system and template', () => {
    expect(at('---', 'status: ¦', '---')).toMatchObject({ kind: 'value', key: 'status', text: '' });
    expect(at('---', 'a: b', 'system: pay¦ment', '---')).toMatchObject({ key: 'system', text: 'payment' });
    expect(at('---', 'template: ¦adr', '---')).toMatchObject({ key: 'template', text: 'adr' });
  });

  test('no other value, no key, and nothing outside', () => {
    expect(at('---', 'title: ¦', '---')).toBeUndefined();
    expect(at('---', 'sta¦', '---')).toBeUndefined();
    expect(at('---', 'status:¦', '---')).toBeUndefined();
    expect(at('---', 'a: b', '---', '', 'status: ¦')).toBeUndefined();
  });
});

describe('in a Mermaid fence', () => {
  test('a diagram that is not begun', () => {
    expect(at('```mermaid', '¦', '```')).toEqual({ kind: 'diagram', header: '' });
    expect(at('```mermaid', 'cach¦', '```')).toEqual({ kind: 'diagram', header: '' });
  });

  test('a diagram with only its first line', () => {
    expect(at('```mermaid', 'flowchart LR', '  ¦', '```')).toEqual({
      kind: 'diagram',
      header: 'flowchart LR',
    });
  });

  test('nothing among the lines of a diagram', () => {
    expect(at('```mermaid', 'flowchart LR', '  a --> b', '  ¦', '```')).toBeUndefined();
    expect(at('```mermaid', 'flowchart L¦', '```')).toBeUndefined();
  });

  test('nothing in other code', () => {
    expect(at('# A', '## Quality requirements', '```js', '¦', '```')).toBeUndefined();
  });
});

describe('in the requirements', () => {
  const below = (...lines: string[]) => at('# A doc', '', '## Quality requirements', '', ...lines);

  test('an item, the rest of one, or a row, as they are written there', () => {
    expect(below('¦')).toMatchObject({ kind: 'requirement', form: 'item' });
    expect(below('lat¦')).toMatchObject({ form: 'item' });
    expect(below('- lat¦')).toMatchObject({ form: 'rest-of-item' });
    expect(below('| Concern | Target |', '| --- | --- |', '| lat¦')).toMatchObject({ form: 'row' });
  });

  test('also below a subheading', () => {
    expect(below('### For users', '', '¦')).toMatchObject({ kind: 'requirement' });
  });

  test('nothing in the middle of a sentence or of a row', () => {
    expect(below('It answers lat¦')).toBeUndefined();
    expect(below('| Latency | wi¦')).toBeUndefined();
  });

  test('nothing in other sections', () => {
    expect(at('# A doc', '', '## Testing', '', '¦')).toBeUndefined();
  });
});
