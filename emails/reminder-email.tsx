import { Fragment, type ReactNode } from 'react';
import { Body, Container, Head, Heading, Html, Section, Text } from 'react-email';
import { fieldText } from '../domain/format/printable.ts';
import type { ReminderContent } from '../domain/reminder-content.ts';
import type { ExpandedMessage, MessageBlock } from '../domain/tags/expand-template.ts';
import type { BankLines } from '../domain/wording/bank-lines.ts';
import { companyIdentity } from '../domain/wording/company-identity.ts';
import type { Labels } from '../domain/wording/labels.ts';
import { yourReference } from '../domain/wording/your-reference.ts';
import { STYLES, STYLE_SHEET } from './email-styles.ts';
import { FilesTable } from './files-table.tsx';
import { Inlines } from './inlines.tsx';
import { PaymentCode } from './payment-code.tsx';
import { ItemsTable } from './items-table.tsx';

const MOST_ROWS_WITH_CODE = 25;

interface ReminderEmailProps {
  message: ExpandedMessage;
  content: ReminderContent;
  bank: BankLines | null;
  labels: Labels;
  /** The text that lists of mails show after the subject. */
  preheader: string;
}

/** The whole mail around the author's text: the company, the text, how to pay, the sender. */
export function ReminderEmail({ message, content, bank, labels, preheader }: ReminderEmailProps): ReactNode {
  return (
    <Html lang={content.language} dir="ltr">
      <Head>
        <title>{message.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{STYLE_SHEET}</style>
      </Head>
      <Body lang={content.language} className="page" style={STYLES.body}>
        <div style={STYLES.preheader}>{preheader}</div>
        <Container className="card" style={STYLES.card}>
          {content.test ? <Text className="muted" style={STYLES.test} children={labels.test} /> : null}
          <Text className="ink" style={STYLES.company}>
            {fieldText(content.company.name, 100)}
          </Text>
          {message.blocks.map((block, index) => (
            <MessagePart key={index} block={block} labels={labels} />
          ))}
          {bank ? <Bank {...bank} code={isLong(message) ? null : bank.code} /> : null}
        </Container>
        <Text className="muted" style={STYLES.footer}>
          {companyIdentity(content.company, content.customer)}
          {yourReference(content, labels).map((line) => (
            <Fragment key={line}>
              <br />
              {line}
            </Fragment>
          ))}
        </Text>
      </Body>
    </Html>
  );
}

/** Clients cut a mail at about 100 kB: with a long table there is no room for the code, which the letter has too. */
function isLong({ blocks }: ExpandedMessage): boolean {
  return (
    blocks.reduce((rows, block) => rows + (block.type === 'items' ? block.rows.length : 0), 0) > MOST_ROWS_WITH_CODE
  );
}

function MessagePart({ block, labels }: { block: MessageBlock; labels: Labels }): ReactNode {
  if (block.type === 'items') {
    if (block.files) return <FilesTable table={block} files={block.files} />;
    return <ItemsTable table={block} labels={labels} />;
  }
  if (block.type === 'heading') {
    const [as, style] = block.rank === 2 ? (['h2', STYLES.heading2] as const) : (['h3', STYLES.heading3] as const);
    return <Heading as={as} className="ink" style={style} children={<Inlines inlines={block.inlines} />} />;
  }
  if (block.type === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    const items = block.items.map((item, index) => <li key={index} children={<Inlines inlines={item} />} />);
    return <List className="ink" style={STYLES.list} children={items} />;
  }
  return <Text className="ink" style={STYLES.text} children={<Inlines inlines={block.inlines} />} />;
}

function Bank({ title, lines, code }: BankLines): ReactNode {
  if (lines.length === 0 && !code) return null;
  return (
    <Section style={STYLES.bank}>
      <Text className="ink" style={{ ...STYLES.bankLine, fontWeight: 700 }} children={title} />
      {lines.map((line) => (
        <Text key={line} className="ink" style={STYLES.bankLine} children={line} />
      ))}
      {code ? (
        <>
          <PaymentCode {...code} />
          <Text className="muted wide" style={STYLES.codeCaption} children={code.caption} />
        </>
      ) : null}
    </Section>
  );
}
