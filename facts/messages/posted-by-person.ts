/** Without a print provider that takes it, a registered letter waits for a person who prints and posts it. */
export function isPostedByPerson(letter: {
  kind: string;
  letterKind: string | null;
  viaPrintProvider?: boolean;
}): boolean {
  if (letter.viaPrintProvider) return false;
  return letter.kind === 'letter' && letter.letterKind !== null && letter.letterKind !== 'simple';
}
