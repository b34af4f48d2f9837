import { render } from '@react-email/render';
import { Body, Html, Text } from 'react-email';
import type { Said } from '../letters/sample-letter.ts';

/** A mail with these texts and nothing else. */
export const leastMail = (texts: readonly Said[]): Promise<string> =>
  render(
    <Html>
      <Body>
        {texts.map(({ text }, index) => (
          <Text key={index}>{text}</Text>
        ))}
      </Body>
    </Html>,
  );
