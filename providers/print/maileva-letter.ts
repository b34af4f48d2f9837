import type { LetterKind } from '../../domain/ladder/step.ts';
import type { OutgoingLetter, PostalAddress } from './port.ts';

/** Which of Maileva's services takes a kind of letter. Qualified electronic ones ask a person for a code each time. */
const SERVICES: Partial<Record<LetterKind, string>> = { simple: '/mail/v2', registered: '/registered_mail/v4' };

export const serviceOf = (kind: LetterKind): string | null => SERVICES[kind] ?? null;

const MOST_CHARACTERS = 38;

/** A sending as a draft: nothing is made of it before it is submitted. */
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

/** Six lines of 38 characters: company, person, building, street, locality, postal code and town. */
function lines({ name, isCompany, lines: street, postalCode, city }: PostalAddress, prefix: string) {
  const [first = '', second, ...rest] = street;
  const numbered: Record<string, string> = {
    address_line_1: isCompany ? name : '',
    address_line_2: isCompany ? '' : name,
    address_line_3: second === undefined ? '' : first,
    address_line_4: second ?? first,
    address_line_5: rest.join(', '),
    address_line_6: `${postalCode} ${city}`,
  };
  const filled = Object.entries(numbered).filter(([, line]) => line.trim() !== '');
  return Object.fromEntries(filled.map(([key, line]) => [`${prefix}${key}`, line.trim().slice(0, MOST_CHARACTERS)]));
}
