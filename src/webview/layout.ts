import { byId, make } from './dom';
import { remember, remembered } from './host';
import { say } from './strings';

const NARROWEST = 0.2;

type Tab = 'diagrams' | 'notes';

/**
 * Side by side with a divider where there is room for both, else tabs. The border, 900 px, stands in style.css.
 * Gives the function that brings a tab to the front.
 */
export function setUpLayout(): (tab: Tab) => void {
  setUpDivider(byId('divider'), byId('panes'));
  return setUpTabs(byId('tabs'));
}

function setUpDivider(divider: HTMLElement, panes: HTMLElement): void {
  const set = (share: number): void => {
    const split = Math.min(1 - NARROWEST, Math.max(NARROWEST, share));
    panes.style.setProperty('--split', `${String(split * 100)}%`);
    divider.setAttribute('aria-valuenow', String(Math.round(split * 100)));
    remember({ split });
  };
  divider.setAttribute('aria-label', say('divider'));
  divider.setAttribute('aria-valuemin', String(NARROWEST * 100));
  divider.setAttribute('aria-valuemax', String(100 - NARROWEST * 100));
  set(remembered().split);
  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    const box = panes.getBoundingClientRect();
    const move = ({ clientX }: PointerEvent): void => {
      set((clientX - box.left) / box.width);
    };
    divider.addEventListener('pointermove', move);
    divider.addEventListener(
      'lostpointercapture',
      () => {
        divider.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  });
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -0.02, ArrowRight: 0.02, Home: -1, End: 1 };
  divider.addEventListener('keydown', ({ key }) => {
    const step = steps[key];
    if (step !== undefined) set(remembered().split + step);
  });
}

function setUpTabs(tabs: HTMLElement): (tab: Tab) => void {
  const names = ['diagrams', 'notes'] as const satisfies readonly Tab[];
  const buttons = names.map((name) => {
    const button = make('button', { type: 'button', role: 'tab', 'aria-controls': name }, say(name));
    button.addEventListener('click', () => {
      select(name);
    });
    return button;
  });
  const select = (chosen: Tab): void => {
    remember({ tab: chosen });
    document.body.dataset['tab'] = chosen;
    names.forEach((name, i) => {
      buttons[i]?.setAttribute('aria-selected', String(name === chosen));
      buttons[i]?.setAttribute('tabindex', name === chosen ? '0' : '-1');
    });
  };
  tabs.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = remembered().tab === 'diagrams' ? 1 : 0;
    select(names[other]);
    buttons[other]?.focus();
  });
  tabs.replaceChildren(...buttons);
  select(remembered().tab);
  return select;
}
