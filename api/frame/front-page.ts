import type { Settings } from '../../config/settings.ts';

/** The page at `/` when the console is not built: what this is, where things are, and whether mails really leave. */
export function frontPage(settings: Settings): string {
  const mails =
    settings.email.resendApiKey === null
      ? '<strong>Aucun envoi réel</strong>&nbsp;: sans clé Resend, les courriels d’un créancier à l’essai vont dans la boîte locale, et ceux d’un créancier <em>en réel</em> attendent la clé.'
      : 'Une clé Resend est en place&nbsp;: les courriels d’un créancier <em>en réel</em> partent réellement&nbsp;; ceux des autres vont dans la boîte locale.';
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Relance</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem;color:#1c2733}a{color:#0b5cad}</style>
<h1>Relance</h1>
<p>Relance suit les factures impayées&nbsp;: chacune a son propre workflow Temporal, qui envoie R1, R2 et R3 le bon jour et
s’arrête dès qu’elle est réglée, contestée ou au contentieux, ou qu’un règlement est promis.</p>
<p>${mails}</p>
<ul>
<li><a href="/docs">L’API</a> et <a href="/openapi.json">sa description OpenAPI</a></li>
<li><a href="${attribute(settings.mailboxUrl)}">La boîte locale</a>&nbsp;: les courriels de cette machine</li>
<li><a href="${attribute(settings.temporal.uiUrl)}">Temporal</a>&nbsp;: les workflows, un par facture</li>
<li><a href="/readyz">État des services</a></li>
</ul>
</html>`;
}

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
