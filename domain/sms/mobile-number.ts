/** Mobile numbers, recognised by their first digits in each country. */
const MOBILE: readonly RegExp[] = [
  /^\+33[67]\d{8}$/,
  /^\+(262|590|594|596)69\d{7}$/,
  /^\+262639\d{6}$/,
  /^\+32(4\d{8})$/,
  /^\+352(6\d{8})$/,
  /^\+41(7[5-9]\d{7})$/,
  /^\+34([67]\d{8})$/,
  /^\+39(3\d{8,9})$/,
  /^\+49(1[567]\d{8,9})$/,
  /^\+44(7\d{9})$/,
  /^\+351(9\d{8})$/,
  /^\+31(6\d{8})$/,
];

/**
 * First digits of mobile numbers in the overseas departments (after the 0) and their country codes: they cannot be
 * reached under +33. 06 39 98 stays with France: ARCEP reserves it for fiction, and our sample data uses it.
 */
const OVERSEAS: readonly [code: string, start: RegExp][] = [
  ['+590', /^\+33(?=69[01]\d{6}$)/],
  ['+262', /^\+33(?=(?:69[23]\d|639(?!98)\d)\d{5}$)/],
  ['+594', /^\+33(?=694\d{6}$)/],
  ['+596', /^\+33(?=69[67]\d{6}$)/],
];

/** The number in E.164, ready for an SMS; null when it is not recognised as a mobile number. */
export function mobileNumber(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\(0\)/g, '').replace(/[\s.\-()/]/g, '');
  const international = digits.replace(/^00/, '+').replace(/^0(?=[1-9]\d{8}$)/, '+33');
  const reached = OVERSEAS.reduce((number, [code, start]) => number.replace(start, code), international);
  return MOBILE.some((pattern) => pattern.test(reached)) ? reached : null;
}
