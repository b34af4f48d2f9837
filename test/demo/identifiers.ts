/** The check for which a SIREN or SIRET has its last digit. */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Telephone numbers that the French regulator reserves for fiction, as far as they are used here. */
export const FICTION_PHONE = /^(01 99 00|06 39 98) \d\d \d\d$/;

export const isExampleEmail = (email: string): boolean => /^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email);
