import { describe, expect, it } from 'vitest';
import { renderNote } from '../../../src/preview/render-note';

describe('a note', () => {
  it('links to other notes by their names', () => {
    expect(renderNote('[a](cache-aside.md) [b](../concerns/latency.md#targets)')).toBe(
      '<p><a href="#note:cache-aside">a</a> <a href="#note:latency">b</a></p>',
    );
  });

  it('links to the web by http and https only', () => {
    expect(renderNote('[a](https://example.org/x.md) [b](http://example.org)')).toContain(
      'href="https://example.org/x.md"',
    );
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'vscode:extension/x',
      'command:x',
      'file:///etc/passwd',
    ]) {
      expect(renderNote(`[a](${address})`)).not.toMatch(/href/);
    }
  });

  it('shows no raw HTML', () => {
    const html = renderNote(
      'a <script>alert(1)</script> <img src=x onerror=alert(1)> <iframe src="https://e.example"></iframe>\n\n<div onclick="x()">b</div>',
    );
    expect(html).not.toMatch(/<(?:script|img|iframe|div)|onerror|onclick/);
  });

  it('loads no pictures; their words stay', () => {
    expect(renderNote('![a plan](https://attacker.example/a.png)')).toBe('<p>a plan</p>');
  });

  it('keeps tables, and diagrams for the page to draw', () => {
    expect(renderNote('| a |\n| - |\n| b |')).toContain('<td>b</td>');
    expect(renderNote('```mermaid\nflowchart TD\n  a["<b>"]\n```')).toBe(
      '<pre><code class="language-mermaid">flowchart TD\n  a["&#x3C;b>"]\n</code></pre>',
    );
  });
});
