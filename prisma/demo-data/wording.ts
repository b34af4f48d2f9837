import type { DebtorKind, PauseCause } from './demo-types.ts';

/** What people write. Chosen by index, so that each text is used. */
export const CANCELLED = [
  'Facture émise en double',
  'Mission annulée avant la visite',
  'Erreur de client, refacturée au bon destinataire',
  'Visite impossible, dossier classé sans suite',
];
export const WRITTEN_OFF = [
  'Liquidation clôturée pour insuffisance d’actif',
  'Débiteur introuvable malgré recherches',
  'Montant inférieur au coût du recouvrement',
];
export const LITIGATION = [
  'Mise en demeure restée sans réponse, dossier confié à l’avocat',
  'Injonction de payer déposée au tribunal',
  'Refus de payer malgré trois relances',
  'Transmis au cabinet de recouvrement',
];
export const DISPUTES = [
  { reason: 'Surface contestée', comment: 'Le client conteste le mesurage Carrez et demande une contre-visite.' },
  { reason: 'Rapport incomplet', comment: 'Il manque les combles dans le repérage amiante.' },
  { reason: 'Tarif différent du devis', comment: 'Le devis signé mentionnait une remise de 10 %.' },
  { reason: 'Rapport reçu en retard', comment: 'Le compromis a dû être reporté d’une semaine.' },
  { reason: 'Mission non commandée', comment: 'Le client dit n’avoir commandé que le DPE.' },
];
export const PROMISES = [
  'Règlement annoncé par téléphone',
  'Paiement au retour de congés',
  'Attend le déblocage des fonds chez le notaire',
  'Virement programmé par la comptabilité',
  'Règlement après le prochain conseil municipal',
];
const POSTPONED = { reason: 'Vente reportée, accord commercial', cause: 'other' } as const;
/** The reasons for pauses of each kind of customer: only professionals can be in insolvency proceedings. */
export const PAUSES = {
  consumer: [
    { reason: 'Dossier de surendettement recevable', cause: 'overindebtedness' },
    { reason: 'Décès du client, en attente du notaire de la succession', cause: 'deceased' },
    POSTPONED,
  ],
  professional: [{ reason: 'Redressement judiciaire', cause: 'insolvency' }, POSTPONED],
  public: [{ reason: 'Budget à voter au prochain conseil, délai accordé', cause: 'other' }],
} as const satisfies Record<DebtorKind, readonly { reason: string; cause: PauseCause }[]>;
export const CUSTOMER_PAUSES = [
  'Changement de logiciel comptable chez le client, reprise convenue',
  'Marché en renégociation avec la direction',
];
export const BY_HAND = [
  'Relance faite par téléphone puis courriel personnel',
  'Courrier simple posté par l’agence',
  'Relance remise lors d’un rendez-vous',
];
/** Notes about customers with a tag. */
export const CUSTOMER_NOTES = [
  { tag: 'étranger', text: 'Le gérant vit à l’étranger\u00a0: lui écrire en anglais' },
  { tag: 'syndic', text: 'Règle après la validation du conseil syndical, en fin de mois' },
  { tag: 'hôpital', text: 'Mandat administratif\u00a0: joindre le numéro d’engagement à chaque facture' },
  { tag: 'compte à surveiller', text: 'Changement de banque signalé\u00a0: vérifier les prélèvements' },
];
export const REVERSAL = 'Prélèvement rejeté\u00a0: provision insuffisante';
export const NO_RECIPIENT =
  'La relance n’a pas pu partir\u00a0: le client n’a aucune adresse électronique valable\u00a0; complétez son contact.';
