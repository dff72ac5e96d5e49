import { groupsIn, type Part, type Share } from './downtime-parts';
import { periodsIn, type Duration, type Period } from './durations';
import type { Knowledge } from './types';
import { says } from './wording';

/** Downtime that a text states for a period. Offsets are into the text. */
export interface Downtime extends Duration {
  readonly period: Period;
}

/** A share and the downtime that a text states for it. */
export interface Pair<D extends Downtime = Downtime> {
  readonly share: Share;
  readonly downtime: D;
}

/** What a text says of the time in which a service works. */
export interface Claims {
  /** What the text joins. */
  readonly pairs: readonly Pair[];
  /** Shares with no downtime beside them, and downtimes with no share. */
  readonly shares: readonly Share[];
  readonly downtimes: readonly Downtime[];
  /** Whether the downtimes are all that the text speaks of from its beginning on, and may go on with a sentence before. */
  readonly goesOn: boolean;
}

/** Whether a text speaks of downtime, and of none but what a share of time allows. */
export function speaksOfDowntime(knowledge: Knowledge, text: string): boolean {
  return says(knowledge, 'downtime', 'down', text) && !says(knowledge, 'downtime', 'other', text);
}

/** Seconds of a period in which a service that keeps a share of time may be down. */
export function allowedDowntime({ percent }: Share, period: Period): number {
  return (1 - percent / 100) * period.seconds;
}

/** Pairs one share with every downtime, or as many shares as downtimes in their order; anything else is a guess. */
export function pairsOf<D extends Downtime>(shares: readonly Share[], downtimes: readonly D[]): Pair<D>[] {
  if (shares.length !== 1 && shares.length !== downtimes.length) return [];
  return downtimes.flatMap((downtime, i) => {
    const share = shares[shares.length === 1 ? 0 : i];
    return share ? [{ share, downtime }] : [];
  });
}

/**
 * Reads what a text claims. A duration is downtime when a period and a word of downtime or a share stand beside it.
 *
 * @param title the header above the text, if it is a table's cell: it may name the period, and what is counted
 */
export function claimsIn(knowledge: Knowledge, text: string, title = ''): Claims {
  const hint = periodsIn(title)[0];
  const isTitled = hint !== undefined || says(knowledge, 'downtime', 'down', title);
  const claims = { pairs: [] as Pair[], shares: [] as Share[], downtimes: [] as Downtime[], goesOn: true };
  for (const { parts, saysDown, isFirst } of groupsIn(knowledge, text)) {
    const shares = withoutRepeats(parts.flatMap(({ share }) => share ?? []));
    const isDowntime = isTitled || saysDown || shares.length > 0;
    const downtimes = isDowntime ? downtimesOf(parts, hint) : [];
    if (downtimes.length > 0) claims.goesOn &&= isFirst;
    if (downtimes.length === 0) claims.shares.push(...shares);
    else if (shares.length === 0) claims.downtimes.push(...downtimes);
    else claims.pairs.push(...pairsOf(shares, downtimes));
  }
  return claims;
}

/** "Four nines (99.99 %)" says one share twice. */
function withoutRepeats(shares: readonly Share[]): Share[] {
  return shares.filter(({ percent }, i) => percent !== shares[i - 1]?.percent);
}

/** The durations among parts, each with the period behind it, else the one in front, else the `hint`. */
function downtimesOf(parts: readonly Part[], hint: Period | undefined): Downtime[] {
  const downtimes: Downtime[] = [];
  let front: Period | undefined;
  let open: { duration: Duration; front: Period | undefined } | undefined;
  const close = (behind?: Period): void => {
    const period = behind ?? open?.front ?? hint;
    // "24 hours a day" is no downtime.
    if (open && period && open.duration.seconds < period.seconds / 2)
      downtimes.push({ ...open.duration, period });
    open = undefined;
  };
  for (const { duration, period } of parts) {
    if (duration) {
      close();
      open = { duration, front };
      front = undefined;
    } else if (period) {
      if (open) close(period);
      front = period;
    }
  }
  close();
  return downtimes;
}
