import { iconButton, make } from './dom';
import { elementsWith } from './picture-lines';
import { say } from './strings';

/** Search for a node by its text: Enter goes on to the next, Shift+Enter back, Ctrl+Enter to its line, Escape ends. */
export class FindInPicture {
  /** A button that opens the field, the field, and where it says how many there are. */
  readonly controls: readonly HTMLElement[];
  private readonly input = make('input', { type: 'search', class: 'find', hidden: true });
  private readonly count = make('span', { class: 'count', role: 'status' });
  private at = -1;

  constructor(
    private readonly picture: HTMLElement,
    private readonly show: (element: Element) => void,
    private readonly choose: (element: Element) => void,
  ) {
    this.input.placeholder = say('findNode');
    this.input.setAttribute('aria-label', say('findNode'));
    this.input.addEventListener('input', () => {
      this.at = -1;
      this.step(1);
    });
    this.input.addEventListener('keydown', (event) => {
      this.key(event);
    });
    const open = iconButton('search', say('findNode'), () => {
      this.input.hidden = !this.input.hidden;
      if (this.input.hidden) this.end();
      else this.input.focus();
    });
    this.controls = [this.count, this.input, open];
  }

  private key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      const found = this.found()[this.at];
      if (event.ctrlKey || event.metaKey) {
        if (found) this.choose(found);
      } else {
        this.step(event.shiftKey ? -1 : 1);
      }
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.input.hidden = true;
      this.end();
      (this.controls[2] as HTMLElement).focus();
    }
  }

  private found(): Element[] {
    return elementsWith(this.input.value, this.picture);
  }

  private step(by: number): void {
    this.unmark();
    const found = this.found();
    this.at = found.length === 0 ? -1 : (this.at + by + found.length) % found.length;
    const element = found[this.at];
    if (element) {
      element.classList.add('found');
      this.show(element);
    }
    const typed = this.input.value.trim() !== '';
    this.count.textContent = element
      ? say('found', this.at + 1, found.length)
      : typed
        ? say('nothingFound')
        : '';
  }

  private unmark(): void {
    for (const old of this.picture.querySelectorAll('.found')) old.classList.remove('found');
  }

  private end(): void {
    this.unmark();
    this.input.value = '';
    this.count.textContent = '';
    this.at = -1;
  }
}
