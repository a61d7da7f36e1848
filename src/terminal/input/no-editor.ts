/** Stands in for the editor package that one of inquirer's prompts would bring along; none of our menus opens an editor. */
export function editAsync(): never {
  throw new Error('no menu opens an editor');
}
