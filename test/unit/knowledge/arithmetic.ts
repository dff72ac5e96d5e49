/** An equation in inline code, as knowledge files write it: `100,000,000 / 86,400 ≈ 1,157`. */
export interface Equation {
  readonly text: string;
  /** What the left side comes to. */
  readonly value: number;
  /** What the right side claims. */
  readonly claimed: number;
  readonly isExact: boolean;
}

const EQUATION = /^([\d,.\s+\-*/^()]*[+\-*/^][\d,.\s+\-*/^()]*)([=≈])\s*(\d[\d,]*(?:\.\d+)?)$/;

/** The equations of a text's inline code, fences left out. Throws where one cannot be computed. */
export function equationsIn(markdown: string): Equation[] {
  const prose = markdown.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '');
  return [...prose.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].flatMap(([, code = '']) => {
    const [, left, sign, right] = EQUATION.exec(code) ?? [];
    if (left === undefined || right === undefined) {
      if (code.includes('≈')) throw new Error(`\`${code}\` is no equation of plain numbers.`);
      return [];
    }
    return [{ text: code, value: compute(left), claimed: numberOf(right), isExact: sign === '=' }];
  });
}

/** Whether an equation is right: exactly for `=`, within five per cent for `≈`. */
export function isRight({ value, claimed, isExact }: Equation): boolean {
  const off = Math.abs(value - claimed);
  return isExact ? off <= Math.abs(value) * 1e-9 : off <= Math.abs(value) * 0.05;
}

function numberOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

/** Computes `+ - * / ^ ( )` with the usual precedence. Throws on anything else. */
function compute(text: string): number {
  const tokens = text.match(/\d[\d,]*(?:\.\d+)?|[-+*/^()]/g) ?? [];
  if (tokens.join('').length !== text.replace(/\s/g, '').length)
    throw new Error(`“${text}” holds more than arithmetic.`);
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-')
      value = tokens[at++] === '+' ? value + product() : value - product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (tokens[at] === '*' || tokens[at] === '/')
      value = tokens[at++] === '*' ? value * power() : value / power();
    return value;
  };
  const power = (): number => {
    const base = single();
    if (tokens[at] !== '^') return base;
    at++;
    return base ** power();
  };
  const single = (): number => {
    const token = tokens[at++];
    if (token === '-') return -single();
    if (token !== '(') {
      if (token === undefined || !/^\d/.test(token)) throw new Error(`“${text}” lacks a number.`);
      return numberOf(token);
    }
    const value = sum();
    if (tokens[at++] !== ')') throw new Error(`“${text}” lacks a closing bracket.`);
    return value;
  };
  const value = sum();
  if (at !== tokens.length) throw new Error(`“${text}” goes on behind its end.`);
  return value;
}
