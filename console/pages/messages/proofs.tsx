import { Anchor, Button, FileButton, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { providerName } from '../../providers/provider-names.ts';
import { useFormats } from '../../words/formats.ts';
import { withColon } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from '../../messages/message.module.css';
import { drawerWords } from './drawer-words.ts';

const KINDS = ['deposit', 'content', 'receipt', 'refusal', 'unclaimed', 'undelivered', 'download'] as const;
type Kind = (typeof KINDS)[number];

/** What a scan usually is for a letter that ended this way. Otherwise it is the receipt. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  refused: 'refusal',
  unclaimed: 'unclaimed',
  undeliverable: 'undelivered',
};

/**
 * Proofs that a letter was deposited, received, refused or not claimed. The user can add a scan and choose its kind.
 */
export function Proofs({ messageId, status }: { messageId: string; status: string }) {
  const w = useWords(drawerWords);
  const [kind, setKind] = useState<Kind>(KIND_OF[status] ?? 'receipt');
  const { instant, language } = useFormats();
  const { data } = useQuery({
    queryKey: ['messages', messageId, 'proofs'],
    queryFn: () => answerOf(api.GET('/v1/messages/{id}/proofs', { params: { path: { id: messageId } } })),
  });
  const add = useChange({
    run: (file: File) =>
      requestJson(
        'POST',
        `/v1/messages/${messageId}/proofs?kind=${kind}&filename=${encodeURIComponent(file.name)}`,
        file,
        file.type || 'application/pdf',
      ),
    done: (_, file) => w.kept(file.name),
  });
  const proofs = data?.data ?? [];
  const sourceOf = (source: string) => (source === 'person' ? w.person : providerName(source, language));
  return (
    <Stack gap={8} component="section">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {w.proofs}
        </Title>
        <Group gap="sm">
          <Select
            size="xs"
            aria-label={w.kind}
            data={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
            value={kind}
            onChange={(value) => value && setKind(value)}
            allowDeselect={false}
            w={170}
          />
          <FileButton accept="application/pdf,image/png,image/jpeg" onChange={(file) => file && add.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconUpload size={15} aria-hidden />}
              >
                {w.upload}
              </Button>
            )}
          </FileButton>
        </Group>
      </Group>
      {data && proofs.length === 0 && <Text c="dimmed">{w.noProof}</Text>}
      {proofs.map((proof) => (
        <div key={proof.id}>
          <Anchor href={proof.url} target="_blank" size="sm">
            {withColon(language, w.kinds[proof.kind], proof.filename)}
          </Anchor>
          <Text c="dimmed">{w.from(sourceOf(proof.source), instant(proof.received_at))}</Text>
          <span className={classes.hash}>{proof.sha256}</span>
        </div>
      ))}
    </Stack>
  );
}
