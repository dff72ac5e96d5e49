import { make } from './dom';

/** One thing to choose. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

/** Opens a menu below a button; Escape, a click elsewhere or a choice closes it, and the focus goes back. */
export function openMenu(anchor: HTMLElement, items: readonly MenuItem[]): void {
  const menu = make('div', { class: 'menu', role: 'menu' });
  const listening = new AbortController();
  const { signal } = listening;
  const close = (refocus: boolean): void => {
    listening.abort();
    menu.remove();
    anchor.setAttribute('aria-expanded', 'false');
    if (refocus) anchor.focus();
  };
  for (const { label, run } of items) {
    const item = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, label);
    item.addEventListener('click', () => {
      close(true);
      run();
    });
    menu.append(item);
  }
  const buttons = [...menu.querySelectorAll('button')];
  const step = (by: number): void => {
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      step(1);
    },
    ArrowUp: () => {
      step(-1);
    },
    Home: () => buttons[0]?.focus(),
    End: () => buttons.at(-1)?.focus(),
    Escape: () => {
      close(true);
    },
    Tab: () => {
      close(true);
    },
  };
  menu.addEventListener(
    'keydown',
    (event) => {
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!menu.contains(event.target as Node)) close(false);
    },
    { signal, capture: true },
  );
  window.addEventListener(
    'blur',
    () => {
      close(false);
    },
    { signal },
  );
  anchor.setAttribute('aria-expanded', 'true');
  document.body.append(menu);
  place(menu, anchor);
  buttons[0]?.focus();
}

/** Below the anchor, within the page. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const left = Math.max(4, Math.min(at.right - menu.offsetWidth, window.innerWidth - menu.offsetWidth - 4));
  const below = at.bottom + menu.offsetHeight < window.innerHeight - 4;
  menu.style.left = `${String(left)}px`;
  menu.style.top = `${String(below ? at.bottom + 2 : Math.max(4, at.top - menu.offsetHeight - 2))}px`;
}
