import { parseDesignDoc } from '../document/parse';
import type { DesignDoc } from '../document/types';
import { fixAll, isMendedUnread } from '../lint/fix-all';
import { lint } from '../lint/lint';
import type { Finding } from '../rules/finding';
import type { Knowledge } from '../knowledge/types';
import type { LintConfig } from '../lint/config';
import type { FileReport } from './reporters/reporter';

/** What the linter says of one text. */
export type Found = Omit<FileReport, 'path'>;

/** What a text is linted by. */
export interface Measure {
  readonly config: LintConfig;
  readonly knowledge: Knowledge;
}

/** Lints and mends texts, and says which rule failed on which file. */
export class LintText {
  /** @param today as `YYYY-MM-DD` */
  constructor(
    private readonly today: string,
    private readonly onFailure: (message: string) => void,
  ) {}

  /** What is found in a text, and about which kind of system it is. */
  lint(path: string, text: string, measure: Measure): Promise<Found> {
    return this.lintDoc(path, parseDesignDoc(text), measure);
  }

  /** The text with everything mended that can be without losing a word of it. */
  async fix(path: string, text: string, measure: Measure): Promise<string> {
    let before: DesignDoc | undefined;
    const relint = async (now: string): Promise<readonly Finding[]> => {
      before = parseDesignDoc(now, before);
      return (await this.lintDoc(path, before, measure)).findings;
    };
    return (await fixAll(text, relint, isMendedUnread)).text;
  }

  private async lintDoc(path: string, doc: DesignDoc, measure: Measure): Promise<Found> {
    const { config, knowledge } = measure;
    const { findings, failures, system } = await lint(doc, knowledge, { config, today: this.today });
    for (const { rule, error } of failures)
      this.onFailure(`${path}: the rule ${rule} failed: ${error.message}`);
    return { findings, system: system?.id ?? null };
  }
}
