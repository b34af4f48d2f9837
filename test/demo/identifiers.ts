/** The check that the last digit of a SIREN or SIRET is for. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** What the French regulator keeps for fiction, as far as we use it. */
export const FICTION_PHONE = /^(01 99 00|06 39 98) \d\d \d\d$/;

export const isExampleEmail = (email: string): boolean => /^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email);
