import { Group, Kbd, Stack, Text } from '@mantine/core';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Dialog } from './dialog.tsx';
import { pagesFor } from './pages.ts';
import { useSession } from './session.ts';

const words = defineWords(
  {
    title: 'Raccourcis clavier',
    everywhere: 'Partout',
    list: 'Dans une liste',
    inCase: 'Dans un dossier',
    agenda: 'Dans l’agenda',
    go: 'Aller à',
    search: 'chercher une facture, un client, un règlement, un prescripteur, un notaire, une page',
    filter: 'filtrer la liste',
    help: 'cette aide',
    undo: 'annuler la dernière action (jamais un envoi)',
    move: 'ligne suivante, précédente',
    open: 'ouvrir',
    select: 'sélectionner',
    close: 'fermer',
    confirm: 'confirmer l’action ouverte',
    finish: 'la terminer',
    skip: 'la passer, sans rien envoyer',
    promise: 'promesse',
    dispute: 'litige',
    litigation: 'contentieux',
    pause: 'pause',
    call: 'appel',
    note: 'note',
    remind: 'relancer',
    enter: 'Entrée',
    escape: 'Échap',
  },
  {
    title: 'Keyboard shortcuts',
    everywhere: 'Everywhere',
    list: 'In a list',
    inCase: 'In a case',
    agenda: 'In the agenda',
    go: 'Go to',
    search: 'find an invoice, a customer, a payment, a referrer, a notary, a page',
    filter: 'filter the list',
    help: 'this help',
    undo: 'undo the last action (never a sending)',
    move: 'next row, previous row',
    open: 'open',
    select: 'select',
    close: 'close',
    confirm: 'confirm the open action',
    finish: 'finish it',
    skip: 'skip it, nothing is sent',
    promise: 'promise',
    dispute: 'dispute',
    litigation: 'litigation',
    pause: 'pause',
    call: 'call',
    note: 'note',
    remind: 'remind',
    enter: 'Enter',
    escape: 'Esc',
  },
);

/** The list of all keys. */
export function KeysHelp({ close }: { close: () => void }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const session = useSession();
  const groups: [string, [string, string][]][] = [
    [
      w.everywhere,
      [
        ['Ctrl K', w.search],
        ['/', w.filter],
        ['Z', w.undo],
        ['?', w.help],
      ],
    ],
    [
      w.list,
      [
        ['J K', w.move],
        [w.enter, w.open],
        ['X', w.select],
        [w.escape, w.close],
      ],
    ],
    [
      w.inCase,
      [
        ['P', w.promise],
        ['L', w.dispute],
        ['C', w.litigation],
        ['S', w.pause],
        ['A', w.call],
        ['N', w.note],
        ['R', w.remind],
      ],
    ],
    [
      w.agenda,
      [
        ['Y', w.confirm],
        ['T', w.finish],
        ['O', w.skip],
      ],
    ],
    [
      w.go,
      pagesFor(session).flatMap(({ letter, [language]: name }) =>
        letter ? [[`G ${letter.toUpperCase()}`, name] as [string, string]] : [],
      ),
    ],
  ];
  return (
    <Dialog onClose={close} title={w.title} size="lg">
      <Group align="flex-start" gap="xl">
        {groups.map(([title, keys]) => (
          <Stack key={title} gap={4}>
            <Text fw={600}>{title}</Text>
            {keys.map(([key, what]) => (
              <Group key={key} gap={8} wrap="nowrap">
                <Kbd flex="none">{key}</Kbd>
                <Text>{what}</Text>
              </Group>
            ))}
          </Stack>
        ))}
      </Group>
    </Dialog>
  );
}
