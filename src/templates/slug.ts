/** Longest slug in characters: with four bytes each it still fits a file name of 255 bytes. */
const LONGEST = 56;

/**
 * A title as part of a file name: lower case, words joined by hyphens. Latin letters lose their accents; letters of
 * other scripts stay. Empty when the title has neither letter nor digit.
 */
export function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(plain)) return '';
  const characters = [...plain];
  if (characters.length <= LONGEST) return plain;
  const cut = characters.slice(0, LONGEST + 1).join('');
  const lastWord = cut.lastIndexOf('-');
  return lastWord > 0 ? cut.slice(0, lastWord) : characters.slice(0, LONGEST).join('');
}
