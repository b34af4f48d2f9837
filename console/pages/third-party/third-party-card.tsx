import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { AddressText } from '../../address/address-text.tsx';
import type { Schema } from '../../api/client.ts';
import { Block } from '../../case/block.tsx';
import { typedCard } from '../../third-party/typed-card.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    card: 'Fiche',
    reference: 'Référence',
    email: 'Adresse électronique',
    noEmail: 'Aucune\u00a0: un état d’impayés ne peut partir que par courrier.',
    address: 'Adresse',
    noAddress: 'Aucune\u00a0: un état d’impayés ne peut partir que par courriel.',
    language: 'Langue des états d’impayés',
    languages: { fr: 'français', en: 'anglais' },
    standing: 'Qualité',
    professional: 'Professionnel',
    private: 'Particulier\u00a0: comme prescripteur, il ne reçoit aucun état d’impayés.',
  },
  {
    card: 'Card',
    reference: 'Reference',
    email: 'E-mail address',
    noEmail: 'None: a statement can be sent as a letter only.',
    address: 'Address',
    noAddress: 'None: a statement can be sent by e-mail only.',
    language: 'Language of statements',
    languages: { fr: 'French', en: 'English' },
    standing: 'Standing',
    professional: 'Professional',
    private: 'Private person: as a referrer they get no statement.',
  },
);

/** The contact data of a referrer or a notary. */
export function ThirdPartyCard({ party }: { party: Schema<'ThirdParty'> }) {
  const w = useWords(words);
  const { reference, email, address, professional } = party;
  const { language } = typedCard(party);
  return (
    <>
      <VisuallyHidden component="h2">{w.card}</VisuallyHidden>
      {reference !== null && (
        <Block title={w.reference}>
          <Text>{reference}</Text>
        </Block>
      )}
      <Block title={w.email}>
        {email ? (
          <Anchor href={`mailto:${email}`} size="sm">
            {email}
          </Anchor>
        ) : (
          <Text>{w.noEmail}</Text>
        )}
      </Block>
      <Block title={w.address}>{address ? <AddressText address={address} /> : <Text>{w.noAddress}</Text>}</Block>
      <Block title={w.language}>
        <Text>{w.languages[language]}</Text>
      </Block>
      <Block title={w.standing}>
        <Text>{professional ? w.professional : w.private}</Text>
      </Block>
    </>
  );
}
