// Words of no lexicon, no hint, no command and no cue: where one of them rests, somebody's words do.
const RARE = `
  kumquat quokka zeppelin xylophone zucchini walrus ocarina bergamot tamarillo axolotl gherkin platypus marzipan
  obsidian turmeric cassowary dirigible eucalyptus flugelhorn gyroscope hollyhock isthmus jacaranda kookaburra
  limoncello mandolin narwhal okapis pomegranate quinoa rhododendron saxifrage tourmaline ukulele vermouth wolverine
  yttrium zirconium abalone bandicoot chinchilla dromedary edelweiss fjordland gargoyle harpsichord ibuprofen
  juggernaut kaleidoscope lapislazuli macadamia nasturtium orangutan pistachio quicksilver ratatouille sarsaparilla
  tarantula umbrellabird velociraptor wigwams xenolith yggdrasil zamboni archipelago bouillabaisse chrysanthemum
  doppelganger ectoplasm filigree gondolier hippogriff iguanodon jambalaya kilimanjaro labyrinth mongoose nebulizer
  osteopath parallelogram quadrant rutabaga stalactite thermocline uvularia vuvuzela weathervane xerophyte yachtsman
  zoologist amaranth blunderbuss cappuccino dandelion espadrille frangipani gorgonzola huckleberry incunabula
  jackfruit krakatoa lemongrass mistletoe nutcracker oleander periwinkle quesadilla rosewater sassafras tamarisk
`
  .trim()
  .split(/\s+/);

/** Hands out rare words, each once, and remembers which. */
export interface RareWords {
  /** One that nobody has said yet. */
  next(): string;
  readonly said: readonly string[];
}

export function createRareWords(): RareWords {
  const said: string[] = [];
  return {
    said,
    next() {
      const word = RARE[said.length];
      if (word === undefined) throw new RangeError(`There are only ${RARE.length} rare words.`);
      said.push(word);
      return word;
    },
  };
}

/** The same without an end: each is two of the words grown together, in an order that the dice draw. */
export function createGrownWords(dice: () => number): RareWords {
  const said = new Set<string>();
  const draw = () => RARE[Math.floor(dice() * RARE.length)] ?? '';
  return {
    get said() {
      return [...said];
    },
    next() {
      let word = '';
      while (word === '' || said.has(word)) word = draw() + draw();
      said.add(word);
      return word;
    },
  };
}
