import { InputBoxValidationSeverity, l10n } from 'vscode';
import { nameAt, wordsFor, type DocPlace } from './new-document-place';
import type { Verdict } from './new-document-steps';

/** What comes of a title; `fileName` is set when it can be used and the doc is to be a file. */
export interface TitleVerdict extends Verdict {
  readonly fileName?: string;
}

/**
 * Judges a title as far as it is typed.
 *
 * @param place undefined when the doc is to be an untitled document
 * @param taken names that the folder holds
 * @param accepting whether the user is done: only then is an empty title a mistake
 */
export function judgeTitle(
  title: string,
  place: DocPlace | undefined,
  taken: readonly string[],
  accepting: boolean,
): TitleVerdict {
  if (title.trim() === '') {
    const prompt = place
      ? l10n.t('The doc will be created in {0}', place.shown || './')
      : l10n.t('The doc opens unsaved.');
    return {
      prompt,
      acceptable: false,
      ...(accepting ? { validation: l10n.t('Give the doc a title.') } : {}),
    };
  }
  if (!place) return { prompt: l10n.t('The doc opens unsaved.'), acceptable: true };
  const name = nameAt(place, title, taken);
  if (name.problem) {
    const path = `${place.shown}${name.about}`;
    return { prompt: path, validation: wordsFor(name.problem, path), acceptable: false };
  }
  const prompt = l10n.t('The doc will be {0}', `${place.shown}${name.name}`);
  const good = { prompt, acceptable: true, fileName: name.name };
  if (name.like === undefined) return good;
  const message = l10n.t('A doc with this title exists: {0}', `${place.shown}${name.like}`);
  return { ...good, validation: { message, severity: InputBoxValidationSeverity.Warning } };
}
