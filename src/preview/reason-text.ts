import { l10n } from 'vscode';
import type { Reason } from './rank-notes';

/** Why a note is shown, as a sentence in the user's language. */
export function reasonText({ because, words }: Reason): string {
  const short = words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words;
  switch (because) {
    case 'heading':
      return l10n.t('Because of the heading “{0}”', short);
    case 'here':
      return l10n.t('Because of “{0}”', short);
    case 'named-here':
      return l10n.t('Because “{0}” is named here', short);
    case 'named-in-section':
      return l10n.t('Because this section speaks of “{0}”', short);
    case 'named-in-diagram':
      return l10n.t('Because a diagram here shows “{0}”', short);
    case 'system':
      return l10n.t('Because this doc is about: {0}', short);
    case 'lacking':
      return l10n.t('Because the doc does not answer it yet');
  }
}
