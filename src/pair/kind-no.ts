/** "can't tonight, but saturday i'm yours": a no that keeps the door open is toward (annotation guide, "Response"). */
const CANNOT =
  /\b(?:cant|cannot|wont be able|not able|unable|no time|not tonight|not today|not this|havent|have to work|got work|have work|working)\b/;
const SOFTENED =
  /\b(?:but|next (?:time|week|weekend|one|month|year)|another (?:time|day|night)|rain ?check|tomorrow|tmrw?|later|tonight then|instead|sorry|wish i could|would love|id love|love to|soon|after|until|till?|unless|maybe|how about|what about|promise|stuck|work|exam|shift|meeting|sunday|monday|tuesday|wednesday|thursday|friday|saturday|sat|sun|fri|weekend)\b/;
const HARSH =
  /\b(?:cant you|cannot you|cant be (?:arsed|bothered)|cant (?:stand|believe|deal|do this)|stop|always|never|leave me|ffs|whatever)\b/;

/** A no that says when, what instead, or that one is sorry. */
export function isKindNo(text: string): boolean {
  const plain = text
    .slice(0, 600)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '');
  return CANNOT.test(plain) && SOFTENED.test(plain) && !HARSH.test(plain);
}
