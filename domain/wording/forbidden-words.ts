/** Words that a message may not contain, matched on `authorText`, which has no accents, capitals or unusual spaces. */
interface WordingRule {
  rule: string;
  pattern: RegExp;
}

const word = (expression: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${expression})(?![\\p{L}\\p{N}])`, 'u');

/** A denial is no threat: « sans majoration », « aucun intérêt de retard », « no late interest » are allowed. */
const NOT_DENIED = "(?<!(?<!\\p{L})(?:sans|aucune?s?|ni|no|nor|without) )(?<!(?<!\\p{L})pas d(?:e |'))";
const unlessDenied = (expression: string): RegExp => word(`${NOT_DENIED}(?:${expression})`);

/** The words that may stand between « le coût » and the letter it is about. */
const OF_THE =
  "(?:(?:de|du|des|la|le|les|ce|cet|cette|ces|presente?|notre|nos|chaque|(?:d'|l')?(?:envoi|expedition|affranchissement)) ){0,5}";
const LETTER = "(?:l'|cette )?(?:lettres?|courriers?|recommande(?:e|es|s)?|mises? en demeure)";

/** Words for the legal rate, which applies from a formal notice on (C. civ. 1231-6). */
const LEGAL_RATE = 'leg(?:al|aux)';

/**
 * What a consumer may never be told. Collection costs without an enforceable title stay with the creditor (CPCE
 * L111-8), and asking a consumer for them is an offence. The €40 (C. com. D441-5), L441-10 and its penalty rates apply
 * only between professionals.
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
    rule: 'consumer_penalty',
    pattern: unlessDenied('majorations?|agios|indemnites? (?:de|pour) retard|surcharges?'),
  },
  {
    rule: 'consumer_interest',
    pattern: unlessDenied(
      `interets? (?:de retard|moratoires?|contractuels?|conventionnels?)(?! (?:(?:calcules? )?au taux (?:d'interet )?)?${LEGAL_RATE})|late (?:payment )?interest|default interest|interest (?:on|for) (?:late|overdue)`,
    ),
  },
  {
    rule: 'consumer_costs',
    pattern: word(
      'frais|fees?|couts? (?:\\p{L}+ ){0,3}(?:recouvrement|relances?|poursuites)|(?:collection|recovery) (?:costs?|charges?)',
    ),
  },
  {
    rule: 'consumer_costs',
    pattern: unlessDenied(
      `honoraires (?:d'huissier|de (?:commissaire|recouvrement|notre|l')|du commissaire)|(?:couts?|prix) ${OF_THE}${LETTER}|costs? of (?:\\p{L}+ ){0,2}(?:letters?|reminders?|notices?)`,
    ),
  },
];

/**
 * A consumer owes interest at the legal rate from the formal notice on, and none before it (C. civ. 1231-6, 1344-1).
 */
export const CONSUMER_BEFORE_NOTICE_RULES: readonly WordingRule[] = [
  {
    rule: 'consumer_interest_too_early',
    pattern: unlessDenied(
      `interets? (?:(?:de retard|moratoires?) )?(?:(?:calcules? )?au taux (?:d'interet )?)?${LEGAL_RATE}|(?:statutory|legal) interest|interest at the (?:statutory|legal) rate`,
    ),
  },
];

/**
 * Our own rule, not the law's: R0 to R2 do not say "mise en demeure". That could start interest, and make it unclear
 * which letter did (C. civ. 1344).
 */
export const BEFORE_FORMAL_NOTICE_RULES: readonly WordingRule[] = [
  { rule: 'formal_notice_too_early', pattern: /(?<!\p{L})(?:mis|met)\p{L}*[\s-]+en[\s-]+demeure/u },
  { rule: 'formal_notice_too_early', pattern: word('formal notices?|letter before action') },
];
