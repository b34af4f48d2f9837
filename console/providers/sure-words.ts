import type { Language } from '../words/language.ts';

interface Said {
  title: string;
  submit: string;
  /** For a provider that posts it (`posted`), a person who does (`waits`), and while that is not known (`unknown`). */
  posted: string;
  waits: string;
  unknown: string;
}

const SAID: Record<Language, Record<'one' | 'many', Said>> = {
  fr: {
    one: {
      title: 'Confirmer la lettre recommandée\u00a0?',
      submit: 'Confirmer la lettre recommandée',
      posted:
        'Elle part par le prestataire éditique et ne peut plus être arrêtée\u00a0: elle coûte l’affranchissement et fait courir les délais de la mise en demeure.',
      waits:
        'Elle est éditée tout de suite, à imprimer et à poster par vos soins\u00a0: le niveau n’est marqué comme fait qu’une fois le dépôt noté dans l’agenda.',
      unknown: 'Une fois partie, elle ne peut plus être arrêtée.',
    },
    many: {
      title: 'Confirmer les lettres recommandées\u00a0?',
      submit: 'Confirmer les lettres recommandées',
      posted:
        'Elles partent par le prestataire éditique et ne peuvent plus être arrêtées\u00a0: elles coûtent l’affranchissement et font courir les délais de la mise en demeure.',
      waits:
        'Elles sont éditées tout de suite, à imprimer et à poster par vos soins\u00a0: le niveau n’est marqué comme fait qu’une fois le dépôt noté dans l’agenda.',
      unknown: 'Une fois parties, elles ne peuvent plus être arrêtées.',
    },
  },
  en: {
    one: {
      title: 'Confirm the registered letter?',
      submit: 'Confirm the registered letter',
      posted:
        'It is sent by the print provider and cannot be called back: it costs postage and starts the formal notice’s terms.',
      waits:
        'It is made at once, for you to print and post: the level is done once its posting is noted in the agenda.',
      unknown: 'Once sent, it cannot be called back.',
    },
    many: {
      title: 'Confirm the registered letters?',
      submit: 'Confirm the registered letters',
      posted:
        'They are sent by the print provider and cannot be called back: they cost postage and start the formal notice’s terms.',
      waits:
        'They are made at once, for you to print and post: the level is done once their posting is noted in the agenda.',
      unknown: 'Once sent, they cannot be called back.',
    },
  },
};

/** The text shown before `count` registered letters are confirmed. */
export function sureWords(count: number, byProvider: boolean | undefined, language: Language) {
  const { title, submit, posted, waits, unknown } = SAID[language][count === 1 ? 'one' : 'many'];
  return { title, submit, change: byProvider === undefined ? unknown : byProvider ? posted : waits };
}
