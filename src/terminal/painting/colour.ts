// One place decides about colour; chalk is told. (chalk alone does not know NO_COLOR: chalk/chalk#547.)
import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { ColourChoice } from '../../core/text/colour-choice.ts';
import { inAscii } from '../../core/text/glyphs.ts';
import type { Role } from '../../core/text/styled.ts';

/** Whether there is colour, and what decides that. */
export interface ColourRule {
  readonly isOn: boolean;
  readonly by: string;
}

/** The flag or the setting decides, else FORCE_COLOR, else NO_COLOR, else TERM=dumb, else whether there is a full screen. */
export function colourRule(choice: ColourChoice, env: NodeJS.ProcessEnv, isScreen: boolean): ColourRule {
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (choice !== 'auto') return { isOn: choice === 'always', by: choice };
  if (FORCE_COLOR) return { isOn: !['0', 'false'].includes(FORCE_COLOR), by: `FORCE_COLOR=${FORCE_COLOR}` };
  if (NO_COLOR) return { isOn: false, by: 'NO_COLOR' };
  if (TERM === 'dumb') return { isOn: false, by: 'TERM=dumb' };
  return { isOn: isScreen, by: isScreen ? 'a full screen' : 'no full screen' };
}

/** How each role looks: the 16 colours that stay legible on light and dark grounds, and never colour alone. */
export type Palette = Readonly<Record<Role, (text: string) => string>>;

/** For ears: a dot between two parts would be read out as one, a comma is a pause. */
function spokenSigns(text: string): string {
  return text.replaceAll(' · ', ', ');
}

/** `ascii`: no sign of the program's own beyond ASCII. `spoken`: the lines are for ears. */
export function palette(colour: boolean, { ascii = false, spoken = false } = {}): Palette {
  const level: ColorSupportLevel = colour ? 1 : 0;
  const chalk: ChalkInstance = new Chalk({ level });
  const roles: Palette = {
    plain: (text) => text,
    strong: chalk.bold,
    quiet: chalk.dim,
    right: chalk.blueBright.bold,
    missed: chalk.redBright.bold,
    focus: chalk.bold,
    caution: chalk.bold,
  };
  if (!ascii && !spoken) return roles;
  const write = (text: string) => {
    const said = spoken ? spokenSigns(text) : text;
    return ascii ? inAscii(said) : said;
  };
  const written = Object.entries(roles).map(([role, dress]) => [role, (text: string) => dress(write(text))]);
  return Object.fromEntries(written) as Palette; // the same roles
}
