import type { EmergencyNumber } from './support-line.ts';

const checked = '2026-11-25';

/** Emergency numbers that a source below names for danger to life; elsewhere Nod says "your local emergency services". */
export const EMERGENCY_NUMBERS: readonly EmergencyNumber[] = [
  {
    region: 'AU',
    number: '000',
    source: 'https://lifelineh2h.org.au/get-help/telephone-crisis-support/faqs/',
    checked,
  },
  {
    region: 'BE',
    number: '112',
    source: 'https://www.brusselstimes.com/belgium/1952875/belgiums-centre-for-suicide-prevention-calls-for-volunteers',
    checked,
  },
  { region: 'FI', number: '112', source: 'http://mieli.fi/helpline', checked },
  {
    region: 'GB',
    number: '999',
    source: 'https://www.hpft.nhs.uk/news/don-t-struggle-alone-change-the-narrative-on-suicide/',
    checked,
  },
  { region: 'MX', number: '911', source: 'https://zamudionoticias.mx/?p=17586', checked },
  {
    region: 'NL',
    number: '112',
    source:
      'https://www.rijksoverheid.nl/onderwerpen/huiselijk-geweld/vraag-en-antwoord/wat-moet-ik-doen-bij-huiselijk-geweld',
    checked,
  },
  {
    region: 'NO',
    number: '113',
    source: 'https://helsenorge.no/sykdom/psykiske-lidelser/depresjon/selvmord-og-selvmordstanker',
    checked,
  },
  { region: 'NZ', number: '111', source: 'https://womensrefuge.org.nz/get-help/', checked },
  {
    region: 'PT',
    number: '112',
    source:
      'https://24noticias.sapo.pt/atualidade/artigos/nova-linha-nacional-para-prevencao-do-suicidio-entra-em-funcionamento-como-funciona',
    checked,
  },
  { region: 'US', number: '911', source: 'https://contactlistens.org/get-help/', checked },
];
