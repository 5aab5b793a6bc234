/**
 * Words in which a hope came to nothing, small letters and without apostrophes: "test was negative again", "the offer fell
 * through". They share most of what good news is told in. Of 13,222 lines of good news in the corpus 22 have one, of 19,191
 * in which somebody is vulnerable 256 (counted once by hand).
 */
export const SETBACK = new RegExp(
  [
    '(?:another|still) negative|negative (?:again|still)|pregnan[a-z]*[^.!?]{0,20} negative',
    'came (?:back|up) (?:positive|malignant|abnormal)|no heartbeat|not (?:great|good|looking good|good news)',
    '(?:not|isnt|wasnt|arent|werent) what (?:we|i) (?:hoped|wanted|expected)|not (?:yet|this (?:year|time|round|cycle))(?=[ .,!]*$)',
    '(?:isnt|wasnt|arent|werent|not|never) (?:being |been )?(?:accepted|approved|chosen|extending|extended|funded|granted|offered|on the list|picked|renewed|renewing|selected|shortlisted|successful)',
    'came last|none (?:of (?:it|them) )?made it|(?:dismissed|refused) (?:my|our)|passed on (?:it|us|me|the|my)|disapproved',
    '(?:rejected|outbid|rescinded|unsuccessful|denied)|(?:was|were|been|got|is|are|have|has) (?:refused|declined|withdrawn)',
    '(?:refused|declined|withdrawn)(?=[ .,!]*$)|(?:turned|knocked) (?:(?:me|us|it|him|her|them) )?(?:down|back)',
    '(?:fell|fallen|falling|falls) through|(?:funding|offer|grant|job|contract|visa|slot) (?:got |was |has been |been )?(?:pulled|cancelled|cut|gone|expired)',
    '(?:publishers?|agents?|editors?|investors?|buyers?|bank|label|gallery|agency|client)[^!?]{0,30} passed(?: on (?:it|us|me))?(?=[ .,!]*$)',
    '(?:bank|lender|landlord|council|consulate|embassy|panel|board) said no|(?:its|it was|said|thats) (?:a )?no(?=[ .,!]*$)',
    '(?:didnt|did not|havent|wont|couldnt) (?:get (?:it|in|the)|make (?:it|the cut)|pass|work out|go through|come through|take|go (?:well|our way|my way))',
    'another candidate|(?:with|chose|picked|hired|wanted|want|part to|role to|job to) (?:someone|somebody)|(?:someone|somebody) else|went (?:another|a different) way',
    'result[a-z]*[^.!?]{0,12} fail|failed (?:again|on the|my|by)|(?:third|fourth|last) choice|no luck|lost (?:out|the (?:pitch|bid|house|case|appeal|baby))',
  ]
    .map((source) => `\\b(?:${source})\\b`)
    .join('|'),
);
