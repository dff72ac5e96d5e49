import { asGithub } from './github';
import { asJson } from './json';
import type { Reporter } from './reporter';
import { asSarif } from './sarif';
import { asText } from './text';

/** Names that `--format` takes. */
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export type Format = (typeof FORMATS)[number];

/** Whether a text is the name of a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}

/** Ways to print reports. */
export const REPORTERS: Readonly<Record<Format, Reporter>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
};
