import { Anchor, Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { useFormats } from '../../words/formats.ts';
import { withColon } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from '../../messages/message.module.css';
import { drawerWords } from './drawer-words.ts';

/** What shows that a letter was deposited, received, refused or not claimed; a scan can be added. */
export function Proofs({ messageId }: { messageId: string }) {
  const w = useWords(drawerWords);
  const { instant, language } = useFormats();
  const { data } = useQuery({
    queryKey: ['messages', messageId, 'proofs'],
    queryFn: () => answerOf(api.GET('/v1/messages/{id}/proofs', { params: { path: { id: messageId } } })),
  });
  const add = useChange({
    run: (file: File) =>
      requestJson(
        'POST',
        `/v1/messages/${messageId}/proofs?filename=${encodeURIComponent(file.name)}`,
        file,
        file.type || 'application/pdf',
      ),
    done: (_, file) => w.kept(file.name),
  });
  const proofs = data?.data ?? [];
  return (
    <Stack gap={8} component="section">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {w.proofs}
        </Title>
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
      {data && proofs.length === 0 && <Text c="dimmed">{w.noProof}</Text>}
      {proofs.map((proof) => (
        <div key={proof.id}>
          <Anchor href={proof.url} target="_blank" size="sm">
            {withColon(language, w.kinds[proof.kind], proof.filename)}
          </Anchor>
          <Text c="dimmed">
            {w.from(proof.source === 'person' ? w.person : proof.source, instant(proof.received_at))}
          </Text>
          <span className={classes.hash}>{proof.sha256}</span>
        </div>
      ))}
    </Stack>
  );
}
