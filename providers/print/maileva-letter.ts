import type { LetterKind } from '../../domain/ladder/step.ts';
import { nameAndStreet } from '../../domain/format/postal-address.ts';
import { fieldText } from '../../domain/format/printable.ts';
import type { OutgoingLetter, PostalAddress } from './port.ts';

/**
 * The Maileva service for each kind of letter. Qualified electronic letters are missing: they ask a person for a code each
 * time.
 */
const SERVICES: Partial<Record<LetterKind, string>> = { simple: '/mail/v2', registered: '/registered_mail/v4' };

export const serviceOf = (kind: LetterKind): string | null => SERVICES[kind] ?? null;

const MOST_CHARACTERS = 38;
const LINES_BEFORE_TOWN = 5;

/** The body that creates a sending as a draft: nothing is printed before it is submitted. */
export function sendingBody(letter: OutgoingLetter) {
  const isRegistered = letter.kind === 'registered';
  return {
    name: letter.title.slice(0, 256),
    custom_id: letter.reference,
    color_printing: false,
    duplex_printing: true,
    optional_address_sheet: false,
    print_sender_address: true,
    archiving_duration: 3,
    postage_type: 'FAST',
    ...lines(letter.sender, 'sender_'),
    sender_country_code: letter.sender.country,
    ...(isRegistered
      ? { acknowledgement_of_receipt: true, returned_mail_scanning: true, reference_to_print_enabled: false }
      : { treat_undelivered_mail: true }),
  };
}

export function recipientBody(letter: OutgoingLetter) {
  return { custom_id: letter.reference, ...lines(letter.recipient, ''), country_code: letter.recipient.country };
}

/**
 * Six lines of 38 characters: company, person, then building, street and locality, postal code and town. A text that is too
 * long for its line continues on the next ones. The person addressed (`attention`) follows the name where a line is free.
 */
function lines({ name, isCompany, attention, lines: street, postalCode, city }: PostalAddress, prefix: string) {
  const alone = nameAndStreet(name, street, LINES_BEFORE_TOWN);
  const isRoom = alone.nameLines.length + alone.streetLines.length < LINES_BEFORE_TOWN;
  const nameLines = attention && isRoom ? [...alone.nameLines, attention] : alone.nameLines;
  const { streetLines } = alone;
  // A person's name goes on the second line where there is room, and a one-line street on the fourth.
  const nameAt = isCompany || nameLines.length > 1 || streetLines.length > 3 ? 1 : 2;
  const usualStreetAt = streetLines.length === 1 ? 4 : Math.min(3, LINES_BEFORE_TOWN + 1 - streetLines.length);
  const streetAt = Math.max(usualStreetAt, nameAt + nameLines.length);
  const numbered = [
    ...nameLines.map((line, index) => [nameAt + index, line] as const),
    ...streetLines.map((line, index) => [streetAt + index, line] as const),
    [LINES_BEFORE_TOWN + 1, `${postalCode} ${city}`] as const,
  ];
  const filled = numbered.map(([at, line]) => [at, fieldText(line, MOST_CHARACTERS)] as const);
  return Object.fromEntries(
    filled.filter(([, line]) => line !== '').map(([at, line]) => [`${prefix}address_line_${at}`, line]),
  );
}
