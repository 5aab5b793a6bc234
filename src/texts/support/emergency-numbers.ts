import type { EmergencyNumber } from './support-line.ts';

const checked = '2026-11-25';

/** The European Commission's own page: one number for emergencies in every country of the EU. */
const EU_SOURCE = 'http://ec.europa.eu/information_society/activities/112/actions/index_en.htm';
const EU_REGIONS = ['AT', 'DE', 'ES', 'FR', 'IE', 'IT', 'PL', 'SE'] as const;

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
  { region: 'BR', number: '192', source: 'http://www.simplanodesaude.com.br/?p=3651', checked },
  {
    region: 'CA',
    number: '911',
    source: 'https://lifeunscripted.ca/9-8-8-a-new-canada-wide-suicide-help-line/',
    checked,
  },
  ...EU_REGIONS.map((region) => ({ region, number: '112', source: EU_SOURCE, checked })),
  { region: 'FI', number: '112', source: 'http://mieli.fi/helpline', checked },
  {
    region: 'GB',
    number: '999',
    source: 'https://www.hpft.nhs.uk/news/don-t-struggle-alone-change-the-narrative-on-suicide/',
    checked,
  },
  {
    region: 'IN',
    number: '112',
    source: 'https://healthysoch.com/morning-medtalks/emergency-response-support-system-a-single-emergency-number-112',
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
    region: 'PH',
    number: '911',
    source: 'https://www.sunstar.com.ph/manila/got-an-emergency-911-is-now-the-only-number-to-call',
    checked,
  },
  {
    region: 'PT',
    number: '112',
    source:
      'https://24noticias.sapo.pt/atualidade/artigos/nova-linha-nacional-para-prevencao-do-suicidio-entra-em-funcionamento-como-funciona',
    checked,
  },
  {
    region: 'SG',
    number: '999',
    source: 'https://www.police.gov.sg/news-and-publications/features/The%20Line%20Between%20Life%20and%20Death',
    checked,
  },
  { region: 'US', number: '911', source: 'https://contactlistens.org/get-help/', checked },
];
