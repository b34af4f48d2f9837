import { FORMAL_NOTICE_LEVEL } from '../ladder/step.ts';
import { closing, greeting, latePaymentMentions, onlineLinks, whomToCall } from './closing.ts';
import { readersOf, shippedTemplate, type Reader, type Wording } from './shipped-template.ts';

/**
 * R3, the formal notice (C. civ. 1344, 1344-1). It says that it is a formal notice, what is owed and for which
 * invoices, the deadline and what follows. For a consumer, the letter starts interest at the legal rate (1231-6), which
 * a mail is not taken to prove; for other debtors interest already runs.
 */
export const FORMAL_NOTICE_TEMPLATE = shippedTemplate(
  { key: 'r3', name: 'Mise en demeure R3', level: FORMAL_NOTICE_LEVEL },
  readersOf(['letter', 'email'], ['consumer', 'professional', 'public']),
  (reader) => (reader.language === 'fr' ? french(reader) : english(reader)),
);

function french(reader: Reader): Wording {
  return {
    subject: 'Mise en demeure de payer – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Malgré nos précédents rappels, et sauf erreur de notre part, vous nous devez à ce jour la somme de <strong>#balance</strong>, qui se décompose comme suit\u00a0:',
      '#items_list_selected',
      '<strong>Par la présente, nous vous mettons en demeure, au sens de l’article 1344 du code civil, de nous régler la somme de #balance au plus tard le #payment_deadline.</strong>',
      ...consequencesFr(reader),
      'À défaut de règlement intégral dans ce délai, nous nous réservons le droit de saisir la juridiction compétente, sans autre avis, afin d’obtenir le paiement de cette somme.',
      ...onlineLinks(reader),
      ...disputeFr(reader),
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}

function consequencesFr(reader: Reader): string[] {
  if (reader.debtorKind !== 'consumer') return latePaymentMentions(reader);
  if (reader.kind === 'email') return [];
  return [
    'La présente mise en demeure fait courir les intérêts au taux légal sur la somme due (articles 1231-6 et 1344-1 du code civil).',
  ];
}

function disputeFr({ debtorKind }: Reader): string[] {
  const answer =
    'Si vous contestez tout ou partie de cette somme, nous vous remercions de nous en indiquer les motifs par écrit avant cette date. Si votre règlement s’est croisé avec la présente, nous vous prions de ne pas en tenir compte.';
  const mediator =
    'En cas de désaccord persistant, vous pouvez recourir gratuitement à un médiateur de la consommation\u00a0; nous vous communiquerons ses coordonnées sur simple demande.';
  return debtorKind === 'consumer' ? [answer, mediator] : [answer];
}

function english(reader: Reader): Wording {
  return {
    subject: 'Formal notice to pay – #invoice_number',
    paragraphs: [
      greeting(reader),
      'Despite our previous reminders, and unless we are mistaken, the sum of <strong>#balance</strong> remains outstanding to date, made up as follows:',
      '#items_list_selected',
      '<strong>We hereby give you formal notice (mise en demeure), within the meaning of article 1344 of the French Civil Code, to pay us the sum of #balance by #payment_deadline at the latest.</strong>',
      ...consequencesEn(reader),
      'Failing full payment within this period, we reserve the right to bring the matter before the competent court, without further notice, in order to obtain payment of this sum.',
      ...onlineLinks(reader),
      ...disputeEn(reader),
      whomToCall(reader),
      ...closing(reader),
    ],
  };
}

function consequencesEn(reader: Reader): string[] {
  if (reader.debtorKind !== 'consumer') return latePaymentMentions(reader);
  if (reader.kind === 'email') return [];
  return [
    'From this formal notice, interest at the statutory rate runs on the sum due (articles 1231-6 and 1344-1 of the French Civil Code).',
  ];
}

function disputeEn({ debtorKind }: Reader): string[] {
  const answer =
    'If you dispute all or part of this sum, please give us your reasons in writing before that date. If your payment has crossed with this letter, please disregard it.';
  const mediator =
    'Should a disagreement persist, you may refer the matter free of charge to a consumer mediator, whose contact details we will provide on request.';
  return debtorKind === 'consumer' ? [answer, mediator] : [answer];
}
