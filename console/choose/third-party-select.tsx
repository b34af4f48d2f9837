import { answerOf, api } from '../api/client.ts';
import { type ChooseProps, NamedSelect } from './named-select.tsx';

const readThirdParties = async () =>
  (await answerOf(api.GET('/v1/third-parties', { params: { query: { limit: 200 } } }))).data;

/** A referrer or a notary. */
export function ThirdPartySelect(props: ChooseProps) {
  return <NamedSelect queryKey={['third-parties', 'to-choose']} read={readThirdParties} {...props} />;
}
