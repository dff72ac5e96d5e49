/**
 * Field words that the Porter algorithm would throw together with an everyday word (authorise with author, operator
 * with operation), or tear apart.
 */
export const OWN_STEMS: ReadonlyMap<string, string> = new Map([
  ...family('authoriz', [
    'authorize',
    'authorizes',
    'authorized',
    'authorizing',
    'authorization',
    'authorizations',
  ]),
  ...family('author', ['author', 'authors']),
  ...family('authority', ['authority', 'authorities']),
  ...family('consistent', ['consistent', 'consistently', 'consistency']),
  ...family('inconsistent', ['inconsistent', 'inconsistently', 'inconsistency', 'inconsistencies']),
  ...family('available', ['available', 'availability']),
  ...family('unavailable', ['unavailable', 'unavailability']),
  ...family('important', ['important', 'importance', 'importantly']),
  ...family('operator', ['operator', 'operators']),
  ...family('operational', ['operational', 'operationally']),
  ...family('recover', ['recover', 'recovers', 'recovered', 'recovering', 'recovery', 'recoverable']),
  ...family('replica', ['replica', 'replicas']),
  ...family('community', ['community', 'communities']),
  ...family('generate', [
    'generate',
    'generates',
    'generated',
    'generating',
    'generation',
    'generations',
    'generator',
  ]),
  ...family('severe', ['severe', 'severely', 'severity']),
  ...family('limitation', ['limitation', 'limitations']),
  ...family('scale', ['scale', 'scales', 'scaled', 'scaling', 'scalable', 'scalability']),
  ...family('durable', ['durable', 'durably', 'durability']),
  ...family('analyze', ['analyze', 'analyzes', 'analyzed', 'analyzing', 'analysis', 'analyses']),
  ...family('fail', ['fail', 'fails', 'failed', 'failing', 'failure', 'failures']),
  ...family('accessibility', ['accessibility']),
  ...family('certification', ['certification', 'certifications', 'certify', 'certified']),
  ...family('auditor', ['auditor', 'auditors']),
  ...family('private', ['private', 'privately']),
  ...family('expensive', ['expensive', 'expensively', 'expense', 'expenses']),
]);

function family(stem: string, words: readonly string[]): [string, string][] {
  return words.map((word) => [word, stem]);
}
