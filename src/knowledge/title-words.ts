import { stemOf } from './stems';

/** Stems of words, written in one text. */
function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(stemOf));
}

/** Words of a title that say that it is a doc, or of which sort, and nothing about what it is for. */
export const DOC_WORDS = stemsOf(`
  design doc document rfc proposal spec specification technical tech architecture architectural overview draft wip
  high low level hld lld sdd tdd outline requirements software engineering project interview question final initial version part
`);

/** Verbs and adjectives that may stand in front of what is to be built. */
export const BUILD_WORDS = stemsOf(`
  designing build building create creating implement implementing develop developing introduce introducing add write
  writing redesign rewrite rewriting rearchitect make making a an the our your my its own in house new next generation
  system distributed scalable global simple minimal small large scale internal shared central generic
`);

/** Words behind a name that leave what it stands for as it is. */
export const THING_WORDS = stemsOf(`
  system service platform application app backend site website software component module engine library server
  infrastructure solution product layer cluster clone replica alternative mvp prototype redesign rewrite
`);

/** Words that make the name of a product speak of its kind. */
export const LIKENESS_WORDS = stemsOf(
  'design designing clone like style compatible similar alternative replica build building',
);

/** Words behind which a title says for whom, where or with what, no longer what. */
export const LINKING_WORDS = stemsOf(
  'for of in at on with using over across per within like that which without',
);

/** Words that show that a title is about something done with, or told about, what it names. */
export const OTHER_MATTERS = stemsOf(`
  migrate migration move port export import link sync deprecate deprecation remove removal retire sunset replace replacement
  drop disable enable upgrade update improve improvement optimise optimisation speed faster better harden fix refactor
  rename split extract merge consolidate reduce scale test load benchmark compare comparison evaluate evaluation
  review audit analysis investigation investigate spike incident postmortem outage runbook playbook guide
  faq notes meeting plan roadmap strategy policy adr decision adopt choose select selection use integrate
  integration embed connect call client sdk change tune monitor secure support deploy rollout release launch
  why what when vs versus and or to off out from via into by not no limit
`);
