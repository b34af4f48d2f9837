/** Without a print provider a registered letter waits for a person who prints and posts it. */
export function isPostedByPerson(letter: { kind: string; letterKind: string | null }): boolean {
  return letter.kind === 'letter' && letter.letterKind !== null && letter.letterKind !== 'simple';
}
