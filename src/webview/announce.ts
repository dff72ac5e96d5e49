import { byId } from './dom';

/** Says something short to everybody: shown for a moment, and read out. */
export function announce(message: string): void {
  const live = byId('live');
  live.textContent = message;
  live.classList.add('shown');
  clearTimeout(Number(live.dataset['timer']));
  live.dataset['timer'] = String(
    window.setTimeout(() => {
      live.classList.remove('shown');
    }, 4000),
  );
}
