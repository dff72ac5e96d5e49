import type { StringKey } from '../preview/string-keys';

let strings: Readonly<Record<string, string>> = {};

/** Takes the texts that the host sends first. */
export function setStrings(given: Readonly<Record<string, string>>): void {
  strings = given;
}

/** A text of the page in the user's language, with `{0}`, `{1}` … filled in. */
export function say(key: StringKey, ...values: readonly (string | number)[]): string {
  return (strings[key] ?? key).replace(/\{(\d)\}/g, (_, index: string) =>
    String(values[Number(index)] ?? ''),
  );
}
