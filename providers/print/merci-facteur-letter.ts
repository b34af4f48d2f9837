import type { LetterKind } from '../../domain/ladder/step.ts';
import { shortReference } from '../../domain/messages/short-reference.ts';
import type { OutgoingLetter, PostalAddress } from './port.ts';

/** A registered letter is `lrare`, never `lrar`: with `lrare` the signed receipt is scanned and reported. */
const MODES: Partial<Record<LetterKind, string>> = {
  simple: 'normal',
  registered: 'lrare',
  ere_simple: 'ere_otp_mail',
};

const REGION_NAMES = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'code' });

/** The form of `sendCourrier`; null for a kind of letter that is not offered. Every key is present, empty when unused. */
export function letterForm(letter: OutgoingLetter, idUser: string): URLSearchParams | null {
  const mode = MODES[letter.kind];
  if (!mode) return null;
  const form = new URLSearchParams({
    idUser,
    modeEnvoi: mode,
    adress: JSON.stringify({
      exp: address(letter.sender),
      dest: [
        {
          ...address(letter.recipient),
          phone: '',
          consent: letter.consent ? 1 : 0,
          reference: shortReference(letter.reference),
        },
      ],
    }),
    content: JSON.stringify({
      letter: {
        files: '',
        base64files: [Buffer.from(letter.pdf).toString('base64')],
        print_sides: 'recto',
        final_filename: 'courrier',
      },
      photo: '',
      card: '',
    }),
    designation: letter.title.slice(0, 50),
    antidoublon: letter.reference,
  });
  if (letter.kind === 'simple') form.set('gestionNpai', '1');
  return form;
}

function address({ name, isCompany, attention, lines, postalCode, city, country, email }: PostalAddress) {
  const below = attention ? [attention, ...lines] : lines;
  const [first = '', second = '', ...rest] = below.map((line) => line.slice(0, 90));
  return {
    civilite: '',
    nom: isCompany ? '' : name.slice(0, 70),
    prenom: '',
    societe: isCompany ? name.slice(0, 90) : '',
    adresse1: first,
    adresse2: second,
    adresse3: rest.join(', ').slice(0, 90),
    cp: postalCode.slice(0, 12),
    ville: city.slice(0, 70),
    pays: (REGION_NAMES.of(country.toUpperCase()) ?? country).toLocaleUpperCase('fr'),
    email: email ?? '',
  };
}
