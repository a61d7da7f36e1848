/** Whether a text has letters that are not Latin: no id is made of them. The pattern is made where it is used, since that takes long. */
export function isInOtherLetters(text: string): boolean {
  return /(?!\p{Script=Latin})\p{L}/u.test(text);
}
