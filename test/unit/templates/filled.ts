import { readFileSync } from 'node:fs';
import { splitPrompts } from '../../../src/templates/prompts';

/**
 * Fills a doc's prompts as a sensible author would, with the answers in `answers/TEMPLATE.txt`: a prompt, its answer,
 * an empty line. Throws when the answers are not those to the doc's prompts, in their order.
 */
export function filled(template: string, markdown: string): string {
  const source = readFileSync(`test/unit/templates/answers/${template}.txt`, 'utf8').trim();
  const answers = source.split('\n\n').map((pair) => pair.split('\n') as [string, string]);
  const text = splitPrompts(markdown).map((token) => {
    if (token.kind === 'text') return token.text;
    const [prompt, answer] = answers.shift() ?? ['nothing', ''];
    if (prompt !== `{${token.text}}`)
      throw new Error(`The doc asks {${token.text}}, the answer is to ${prompt}.`);
    return answer;
  });
  if (answers.length > 0) throw new Error(`Nobody asked ${String(answers[0]?.[0])}.`);
  return text.join('');
}
