import { defineWords } from '../../words/words.ts';

export const providersWords = defineWords(
  {
    hint: 'Les prestataires sont choisis là où Relance est installé (variables d’environnement)\u00a0; votre société s’en sert ou non.',
    mail: 'Courriels',
    print: 'Courriers (prestataire éditique)',
    sms: 'SMS',
    none: 'Aucun prestataire',
    noMail: 'Sans clé de prestataire (RESEND_API_KEY), tout arrive dans la boîte locale et rien ne part.',
    keyMissing:
      'La société est en réel et la clé du prestataire (RESEND_API_KEY) manque\u00a0: rien ne part, et rien n’arrive dans la boîte locale. Les courriels attendent, et partiront réellement dès que la clé sera là.',
    leaves: 'Les courriels partent réellement.',
    notLive:
      'La clé est là\u00a0; les courriels partiront une fois passés en réel. D’ici là, tout arrive dans la boîte locale.',
    from: (address: string) => `Expéditeur\u00a0: ${address}.`,
    fromCompany: 'Expéditeur\u00a0: l’adresse de la société.',
    reports: 'Les remises, refus et plaintes remontent automatiquement.',
    noReports: 'Les remises et refus ne remontent pas\u00a0: aucun secret de webhook (RESEND_WEBHOOK_SECRET).',
    noPrint:
      'Les courriers sont préparés en PDF\u00a0: une personne les imprime, les poste et note le dépôt. Une étape de courrier ne peut pas être automatique.',
    printed: (kinds: string) =>
      `Imprime, met sous pli, affranchit et poste\u00a0: ${kinds}. Les autres courriers restent à la main.`,
    printTrial: (kinds: string) =>
      `Une fois passés en réel, imprime, met sous pli, affranchit et poste\u00a0: ${kinds}. D’ici là, tout arrive dans la boîte locale\u00a0: rien n’est imprimé ni posté.`,
    usePrint: 'Confier nos courriers à ce prestataire',
    printOffHint:
      'Désactivé, plus rien ne part par lui\u00a0: un courrier prévu attend une personne, et ce qui est préparé sans lui avoir été remis attend qu’il soit réactivé.',
    onHint: 'Réactivé, les relances prévues suivent, et ce qui était préparé pour lui part.',
    printOff:
      'Désactivé pour votre société\u00a0: ses courriers sont préparés en PDF et attendent une personne. Ceux qu’il a déjà pris sont encore suivis.',
    printMailbox: (kinds: string) =>
      `Joue le prestataire pour essayer\u00a0: rien n’est imprimé ni posté. Prend\u00a0: ${kinds}. Tout est à voir sur sa page.`,
    printLive:
      'La boîte locale ne sert qu’à l’essai, et votre société est en réel\u00a0: ses courriers sont préparés en PDF et attendent une personne.',
    useSms: 'Envoyer nos SMS par ce prestataire',
    smsOffHint:
      'Désactivé, plus rien ne part par lui\u00a0: une étape SMS attend une personne, et ce qui est préparé sans lui avoir été remis attend qu’il soit réactivé.',
    smsOff: 'Désactivé pour votre société\u00a0: aucun SMS ne part, une étape SMS attend une personne.',
    smsMailbox: 'Joue le prestataire pour essayer\u00a0: aucun SMS ne part, ils sont à voir sur sa page.',
    smsTrial: (sender: string) =>
      `${sender} Les SMS partiront une fois passés en réel. D’ici là, tout arrive dans la boîte locale\u00a0: aucun ne part.`,
    smsLive:
      'La boîte locale ne sert qu’à l’essai, et votre société est en réel\u00a0: aucun SMS ne part, une étape SMS attend une personne.',
    mailbox: 'Boîte locale',
    openMailbox: 'Ouvrir la boîte locale',
    saved: 'Réglage enregistré. Les relances prévues suivent.',
    noSms: 'Aucun SMS ne part\u00a0: une étape SMS attend une personne.',
    smsFrom: (sender: string) => `Expéditeur\u00a0: ${sender}.`,
    smsFromCompany: 'Expéditeur\u00a0: le nom de la société.',
  },
  {
    hint: 'Providers are chosen where Relance is installed (environment variables); your company uses them or not.',
    mail: 'E-mails',
    print: 'Letters (print provider)',
    sms: 'SMS',
    none: 'No provider',
    noMail: 'Without a provider’s key (RESEND_API_KEY) all arrives in the local mailbox and nothing is sent.',
    keyMissing:
      'The company is live and the provider’s key (RESEND_API_KEY) is missing: nothing is sent, and nothing arrives in the local mailbox. E-mails wait, and are really sent once the key is there.',
    leaves: 'E-mails are really sent.',
    notLive: 'The key is there; e-mails are sent once you are live. Until then all arrives in the local mailbox.',
    from: (address: string) => `Sender: ${address}.`,
    fromCompany: 'Sender: the company’s address.',
    reports: 'Deliveries, bounces and complaints come back by themselves.',
    noReports: 'Deliveries and bounces do not come back: there is no webhook secret (RESEND_WEBHOOK_SECRET).',
    noPrint: 'Letters are made as PDF: a person prints and posts them and notes it. A letter step cannot be automatic.',
    printed: (kinds: string) => `Prints, folds, franks and posts: ${kinds}. Other letters stay a person’s.`,
    printTrial: (kinds: string) =>
      `Once you are live, prints, folds, franks and posts: ${kinds}. Until then all arrives in the local mailbox: nothing is printed or posted.`,
    usePrint: 'Give our letters to this provider',
    printOffHint:
      'Switched off, nothing more is sent by it: a letter that is planned waits for a person, and what is prepared and was not handed over waits until it is switched on again.',
    onHint: 'Switched on again, what is planned follows, and what was prepared for it is sent.',
    printOff:
      'Switched off for your company: its letters are made as PDF and wait for a person. Those that it took already are still followed.',
    printMailbox: (kinds: string) =>
      `Stands in for the provider, to try: nothing is printed or posted. Takes: ${kinds}. All of it is to be seen on its page.`,
    printLive:
      'The local mailbox is for the trial alone, and your company is live: its letters are made as PDF and wait for a person.',
    useSms: 'Send our SMS by this provider',
    smsOffHint:
      'Switched off, nothing more is sent by it: an SMS step waits for a person, and what is prepared and was not handed over waits until it is switched on again.',
    smsOff: 'Switched off for your company: no SMS is sent, an SMS step waits for a person.',
    smsMailbox: 'Stands in for the provider, to try: no SMS is sent, they are to be seen on its page.',
    smsTrial: (sender: string) =>
      `${sender} SMS are sent once you are live. Until then all arrives in the local mailbox: none is sent.`,
    smsLive:
      'The local mailbox is for the trial alone, and your company is live: no SMS is sent, an SMS step waits for a person.',
    mailbox: 'Local mailbox',
    openMailbox: 'Open the local mailbox',
    saved: 'Setting saved. What is planned follows.',
    noSms: 'No SMS is sent: an SMS step waits for a person.',
    smsFrom: (sender: string) => `Sender: ${sender}.`,
    smsFromCompany: 'Sender: the company’s name.',
  },
);
