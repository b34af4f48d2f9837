/** Words that may not stand in a message; matched on `authorText`, which has no accents, capitals or odd spaces. */
interface WordingRule {
  rule: string;
  pattern: RegExp;
}

const word = (expression: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${expression})(?![\\p{L}\\p{N}])`, 'u');

/**
 * What a consumer may never be told. Collection costs without an enforceable title stay with the creditor (CPCE
 * L111-8) and asking a consumer for them is an offence; €40 (C.com D441-5), L441-10 and its penalty rates are between
 * professionals.
 */
export const CONSUMER_RULES: readonly WordingRule[] = [
  {
    rule: 'consumer_forty_euros',
    pattern:
      /(?<![\p{N}.,]|[\p{N}] )(?:40(?:[.,](?:00?|--?))? ?(?:\((?:quarante|forty)\) ?)?(?:€|euros?|eur)|(?:€|eur) ?40(?:[.,]00?)?)(?![\p{L}\p{N}]|[.,]\p{N})/u,
  },
  {
    rule: 'consumer_forty_euros',
    pattern: /(?<![\p{L}\p{N}])(?:quarante|forty) ?(?:\(40\) ?)?(?:€|euros?|eur)(?![\p{L}\p{N}])/u,
  },
  {
    rule: 'consumer_fixed_compensation',
    pattern: word(
      'indemnites? (?:forfaitaires?|(?:de|pour) (?:frais de )?recouvrement)|clauses? penales?|fixed compensation',
    ),
  },
  {
    rule: 'consumer_commercial_code',
    pattern: /(?<![\p{L}\p{N}])(?:[ld]|art(?:icles?)?) ?\.? ?441 ?- ?(?:10|5|6)(?!\p{N})/u,
  },
  { rule: 'consumer_penalty', pattern: word('penalites?|penalty|penalties|late (?:payment )?charges?') },
  {
    rule: 'consumer_costs',
    pattern: word(
      'frais|fees?|couts? (?:\\p{L}+ ){0,3}(?:recouvrement|relances?|poursuites)|(?:collection|recovery) (?:costs?|charges?)',
    ),
  },
];

/**
 * Our own rule, not the law's: R0 to R2 do not say "mise en demeure". It would start interest, and blur which letter
 * did (C.civ 1344).
 */
export const BEFORE_FORMAL_NOTICE_RULES: readonly WordingRule[] = [
  { rule: 'formal_notice_too_early', pattern: /(?<!\p{L})(?:mis|met)\p{L}*[\s-]+en[\s-]+demeure/u },
  { rule: 'formal_notice_too_early', pattern: word('formal notices?|letter before action') },
];
