/** When output is coloured: "auto" is where somebody sees it. */
export const COLOUR_CHOICES = ['auto', 'always', 'never'] as const;

export type ColourChoice = (typeof COLOUR_CHOICES)[number];

/** The choice that a word names; auto, where it names none. */
export function colourChoice(word: string): ColourChoice {
  return COLOUR_CHOICES.find((choice) => choice === word) ?? 'auto';
}
