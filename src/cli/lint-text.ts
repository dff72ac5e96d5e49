import { parseDesignDoc } from '../document/parse';
import type { DesignDoc } from '../document/types';
import { fixAll } from '../lint/fix-all';
import { lint } from '../lint/lint';
import type { Finding } from '../rules/finding';
import type { Project } from './projects';

/** Lints and mends texts, and says which rule failed on which file. */
export class LintText {
  /** @param today as `YYYY-MM-DD` */
  constructor(
    private readonly today: string,
    private readonly allRules: boolean,
    private readonly onFailure: (message: string) => void,
  ) {}

  /** What is found in a text. */
  lint(path: string, text: string, project: Project): Promise<readonly Finding[]> {
    return this.lintDoc(path, parseDesignDoc(text), project);
  }

  /** The text with everything mended that can be. */
  async fix(path: string, text: string, project: Project): Promise<string> {
    let before: DesignDoc | undefined;
    const relint = (now: string): Promise<readonly Finding[]> => {
      before = parseDesignDoc(now, before);
      return this.lintDoc(path, before, project);
    };
    return (await fixAll(text, relint, () => true)).text;
  }

  private async lintDoc(path: string, doc: DesignDoc, project: Project): Promise<readonly Finding[]> {
    const config = { ...project.config, allRules: this.allRules };
    const { findings, failures } = await lint(doc, project.knowledge, { config, today: this.today });
    for (const { rule, error } of failures)
      this.onFailure(`${path}: the rule ${rule} failed: ${error.message}`);
    return findings;
  }
}
