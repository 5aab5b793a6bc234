/** A sample couple for the demonstration, in the very lines a person would type. */
export const DEMO_SCRIPT: readonly string[] = [
  'ana: guess what',
  'ana: I GOT IT',
  'ana: 🎉🎉',
  '+4m',
  'ben: did you move the car?',
  '+20m',
  'ben: wait WHAT. you got the job?? tell me everything',
  '+10m',
  'ana: they called right after lunch, i start in june',
  '+30m',
  'ben: today was awful. i feel like i let the whole team down',
  '+3m',
  'ana: +❤️',
  '+40m',
];
