import { expect, test } from 'vitest';
import { topicOfSection } from '../../src/authoring/topic-of-section.ts';
import { readNotes } from '../../src/bank/notes/notes.ts';

const notes = [
  readNotes(
    'bike.md',
    '# Bicycle\n\n## Brakes\n\n### **Rim** brakes 🚲\nPads wear.\n\n#### Toe-in\nThe front first.\n\n## Tools\n\n### Care\nOil.\n',
  ),
  readNotes('car.md', '# Car\n\n## Care\nWax.\n'),
  readNotes('sea/Boat.md', 'Floats.\n\n## Oars\nTwo.\n\n## Sails\nOne.\n'),
  readNotes('sea/Ship.md', '## Sails\nMany.\n\n## Keel\nDeep.\n'),
];
const topics = new Map([
  ['brakes', 'Brakes'],
  ['brakes/rim', 'rim brakes'],
  ['tools', 'Tools'],
  ['more-tools', 'Tools'],
  ['boat', 'Boat'],
  ['boat/sails', 'Sails'],
  ['ship', 'Ship'],
  ['ship/sails', 'Sails'],
]);

test.each([
  ['a heading with the title of a topic', 'Brakes', 'brakes'],
  ['one that is written with marks and in other capitals', 'Rim brakes', 'brakes/rim'],
  ['the nearest heading above that has one', 'Toe-in', 'brakes/rim'],
  ['a heading that is named by its path, and the first topic of two with one title', 'Tools › Care', 'tools'],
  ['the one of several whose parents stand above it', 'Ship.md › Sails', 'ship/sails'],
  ['the topic of a file that no heading is the title of', 'Ship.md › Keel', 'ship'],
  ['the same above its first heading', 'Boat', 'boat'],
  ['no heading that has the title of a topic', 'car.md › Care', undefined],
  ['a section that does not stand in the notes', 'Saddles', undefined],
])('%s: %s', (_, section, topic) => {
  expect(topicOfSection(section, notes, topics)).toBe(topic);
});
