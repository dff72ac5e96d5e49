import type { PageFinding } from '../preview/protocol';
import { make } from './dom';
import { post } from './host';
import { codicon } from './icons';
import { say } from './strings';

/** What the doc still lacks: each a button that leads to the place. */
export class FindingsList {
  private readonly details = make('details', { class: 'lacks', hidden: true });
  private readonly summary = make('summary');
  private readonly list = make('ul');

  constructor(root: HTMLElement) {
    this.details.append(this.summary, this.list);
    root.append(this.details);
  }

  show(findings: readonly PageFinding[]): void {
    this.details.hidden = findings.length === 0;
    this.summary.textContent = say('missing', findings.length);
    this.list.replaceChildren(
      ...findings.map(({ message, severity, at }) => {
        const button = make(
          'button',
          { type: 'button', class: `finding ${severity}` },
          codicon(severity),
          make('span', {}, message),
        );
        button.addEventListener('click', () => {
          post({ type: 'go-to', at });
        });
        return make('li', {}, button);
      }),
    );
  }
}
