import { Stack } from '@mantine/core';
import { LettersTakenBack } from '../../action/letters-taken-back.tsx';
import { addressOf, typedAddress } from '../../address/address.ts';
import { AddressFields } from '../../address/address-fields.tsx';
import type { Schema } from '../../api/client.ts';
import { useDraft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { FixForm } from './fix-form.tsx';
import { fixWords } from './fix-words.ts';
import { useCorrection } from './use-correction.ts';
import type { Stopped } from './use-anomalies.ts';

interface AddressFixProps {
  action: Stopped;
  customer: Schema<'Customer'>;
  etag: string;
}

/** Corrects the postal address that is missing, or that a letter came back from. */
export function AddressFix({ action, customer, etag }: AddressFixProps) {
  const w = useWords(fixWords);
  const saved = { value: { address: typedAddress(customer.address) }, etag };
  const draft = useDraft(saved);
  const { address } = draft.value;
  const save = useCorrection({
    action,
    draft,
    body: () => ({ address: addressOf(address) }),
    corrected: w.corrected.address,
  });
  return (
    <>
      <FixForm
        submit={w.save.address}
        isStopped={!draft.isDirty || draft.isStale || address.lines.trim() === '' || address.city.trim() === ''}
        isPending={save.isPending}
        save={() => save.mutate(undefined)}
        stale={{ is: draft.isStale, theirs: draft.reset, mine: () => draft.merge(saved) }}
      >
        <Stack gap="xs" w={420}>
          <AddressFields value={address} onChange={(typed) => draft.set({ address: typed })} error={save.error} />
        </Stack>
      </FixForm>
      <LettersTakenBack of={{ customer_id: customer.id }} isChanging={draft.isDirty} />
    </>
  );
}
