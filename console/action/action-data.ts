import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { isElectronicLetter } from '../level/kinds.ts';

/** An action, with the draft of its message as it would be sent now. */
export function actionQuery(id: string) {
  return {
    queryKey: ['actions', id],
    queryFn: () => answerOf(api.GET('/v1/actions/{id}', { params: { path: { id } } })),
  };
}

export const useAction = (id: string) => useQuery(actionQuery(id));

export type ActionWithDraft = NonNullable<ReturnType<typeof useAction>['data']>;
/** Why a letter that waits to be posted should be made again. Null when it can be posted as it is. */
export type Outdated = NonNullable<ActionWithDraft['letter']>['outdated'];
/** An action as lists return it. Only lists say why its letter should be made again and who did it. */
export type Action = Omit<ActionWithDraft, 'draft' | 'letter' | 'letter_taken_back'> & {
  letter_outdated?: Outdated;
  settled_by?: { kind: 'user' | 'key' | 'system' | 'provider'; name: string } | null;
};

/** Letters that travel with a number and a signature: sending one by mistake costs, and cannot be taken back. */
export const isRegistered = ({ letter_kind: kind }: Pick<Action, 'letter_kind'>): boolean =>
  kind === 'registered' || kind === 'lre_qualified';

/** An electronic registered letter (LRE): sent to the e-mail address of a person. */
export const isElectronic = ({ letter_kind: kind }: Pick<Action, 'letter_kind'>): boolean => isElectronicLetter(kind);
