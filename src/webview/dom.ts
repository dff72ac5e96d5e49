import { codicon, type Icon } from './icons';

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Makes an element. An attribute that is `false` or undefined is left out, `true` is written without a value. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (typeof value === 'string') element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A button with words on it. */
export function textButton(text: string, onClick: () => void, className = 'link'): HTMLButtonElement {
  const button = make('button', { type: 'button', class: className }, text);
  button.addEventListener('click', onClick);
  return button;
}

/** A button with only an icon on it; its name is shown as a tooltip and read out. */
export function iconButton(
  icon: Icon,
  name: string,
  onClick: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = make(
    'button',
    { type: 'button', class: 'icon', title: name, 'aria-label': name },
    codicon(icon),
  );
  button.addEventListener('click', () => {
    onClick(button);
  });
  return button;
}

/** Turns a button into one that is pressed or not. */
export function setPressed(button: HTMLButtonElement, on: boolean): void {
  button.setAttribute('aria-pressed', String(on));
}

/** The element with an id that the page's HTML has. Throws when it has none. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}
